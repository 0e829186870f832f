"""Where the adverbial that only sets the topic of a clause ends."""

from __future__ import annotations

from dfjlint.nlp.acts import HEADS, makes_noun
from dfjlint.nlp.lexicon import VERBAL, Kind, lexicon
from dfjlint.nlp.tokens import Tokens

# 将…迁移, 把…纳入: the object comes first, and with it the main part.
_DISPOSAL = frozenset(("将", "把"))
# A clause may close with a row of verbs without an object: 进一步做大做强, 复制推广.
_ROW = HEADS | {Kind.VERB, Kind.WEAK}
_VERBS = HEADS | {Kind.VERB}
_SUBJECT_WORDS = 3
_BEHIND_SUBJECT = frozenset(("about", "means", "by"))
_LEADING = frozenset((Kind.ADVERB, Kind.BINDING, Kind.LINK))


def topic_end(tokens: Tokens) -> int:
    """The index of the first token behind the opening adverbial; 0 if the clause has none.

    聚焦…, 围绕…, 依托…, 按照…, 以…为…, 在…领域 reach up to the first act that follows, with the
    adverbs of that act left outside, or to the end of the clause if no act follows.
    """
    opener, opening = _opener(tokens)
    if opening == "by":
        return _by(tokens, opener)
    if opening == "place":
        return _place(tokens, opener)
    if opening == "purpose":
        return _purpose(tokens, opener)
    if opening == "about":
        return _about(tokens, opener)
    if opening in ("since", "aside"):
        return _until_act(tokens, _skip_verbs(tokens, opener + 1))
    if opening == "means":
        return _until_act(tokens, opener + 1)
    return _bare(tokens)


def _opener(tokens: Tokens) -> tuple[int, str]:
    """The word that opens an adverbial, at the head or behind a short subject (各市围绕…)."""
    topics = lexicon().topics
    for index, word in enumerate(tokens.words):
        opening = topics.get(word, "")
        if word == "经" and index and tokens.kinds[index - 1] is Kind.BINDING:
            break  # 须经专家论证 is what must be done
        leads = tokens.kinds[index] in _LEADING
        if opening and (index == 0 or opening in _BEHIND_SUBJECT or tokens.kinds[index - 1] in _LEADING):
            return index, opening
        if opening or not (leads or (tokens.kinds[index] is Kind.OTHER and index < _SUBJECT_WORDS)):
            break
    return 0, ""


def _until_act(tokens: Tokens, start: int) -> int:
    for index in range(start, len(tokens)):
        if _opens_main_part(tokens, index, start):
            return tokens.back_over(index, HEADS, start)
        if tokens.words[index] in _DISPOSAL and index > start:
            return index
    if _is_attribute(tokens, start):
        return 0
    row = tokens.back_over(len(tokens), _ROW, start)
    closing = tokens.kinds[row:]
    return row if len(closing) > 1 and Kind.VERB in closing and row > start else len(tokens)


def _is_attribute(tokens: Tokens, start: int) -> bool:
    """面向全民的服务 is a noun phrase; 针对企业的需求 still opens a clause."""
    sets = lexicon().sets
    opened = tokens.word(start - 1) in sets["attributive"]
    return opened and Kind.DE in tokens.kinds[start:] and tokens.words[-1] not in sets["ground"]


def _opens_main_part(tokens: Tokens, index: int, start: int) -> bool:
    kind = tokens.kinds[index]
    if kind not in VERBAL or not tokens.has_object(index):
        return False
    before = tokens.kinds[index - 1] if index > start else Kind.ADVERB
    if before in (Kind.DE, Kind.JOIN) or tokens.word(index - 1) == "关于" or tokens.kind(index + 1) is Kind.JOIN:
        return False
    if kind is Kind.WEAK and not _is_led(tokens, index, start):
        return False
    if makes_noun(tokens, index) and not _builds(tokens, index) and (kind is Kind.WEAK or before not in HEADS):
        return False
    return before in HEADS or not _qualifies_noun(tokens, index)


def _builds(tokens: Tokens, index: int) -> bool:
    """建设平台 is an act, 建设目标 is not."""
    sets = lexicon().sets
    return tokens.words[index] in sets["firm"] and tokens.word(index + 1) in sets["concrete"]


def _is_led(tokens: Tokens, index: int, start: int) -> bool:
    """True if a word that may be a noun stands where only a verb can."""
    sets = lexicon().sets
    if tokens.words[index] in sets["firm"]:
        return True
    return tokens.words[index] in sets["headed"] if index == start else tokens.kinds[index - 1] in HEADS


def _qualifies_noun(tokens: Tokens, index: int) -> bool:
    """推进共享的要求: the verb belongs to a clause before 的 and an abstract noun."""
    for later in range(index + 1, len(tokens)):
        if tokens.kinds[later] is Kind.DE:
            return tokens.word(later + 1) in lexicon().sets["nominal"]
        if tokens.kinds[later] is Kind.VERB:
            return False
    return False


def _skip_verbs(tokens: Tokens, index: int) -> int:
    """The index behind the verbs that an opener governs: 围绕|加快推进|…."""
    while tokens.kind(index) in VERBAL or tokens.kind(index) is Kind.ADVERB:
        index += 1
    return index


def _by(tokens: Tokens, opener: int) -> int:
    """以…为抓手, 以…方式; a bare 以 (以小程序入驻) opens no topic."""
    topics = lexicon().topics
    for index in range(opener + 1, len(tokens)):
        if tokens.words[index] == "为":
            return _until_act(tokens, min(index + 2, len(tokens)))
        if topics.get(tokens.words[index]) == "manner":
            verbs_between = Kind.VERB in tokens.kinds[opener + 2 : index]
            return 0 if verbs_between else _until_act(tokens, index + 1)
    return 0


def _about(tokens: Tokens, opener: int) -> int:
    """聚焦数据要素加快建设…; in 面向企业开放场景 the act follows whoever it is for.

    围绕装备材料等环节补链强链: verbs without an object act on what the clause is about.
    """
    act = opener + 2
    if tokens.word(opener + 1) in lexicon().sets["audience"] and tokens.kind(act) in VERBAL and tokens.has_object(act):
        return act
    end = _until_act(tokens, _skip_verbs(tokens, opener + 1))
    aimed = tokens.word(opener) in lexicon().sets["aimed"]
    return 0 if aimed and end < len(tokens) and tokens.back_over(len(tokens), _VERBS, end) == end else end


def _place(tokens: Tokens, opener: int) -> int:
    """在…过程中, 在宁德; but 在住房、入学等方面给予支持 says in the adverbial what is done."""
    end = _place_end(tokens, opener)
    return 0 if end < len(tokens) and tokens.word(end - 1) in lexicon().sets["field"] else end


def _place_end(tokens: Tokens, opener: int) -> int:
    topics = lexicon().topics
    governed = _skip_verbs(tokens, opener + 1)
    closers = [i for i in range(opener + 1, len(tokens)) if topics.get(tokens.words[i]) == "close"]
    if governed > opener + 1 and closers:
        behind = closers[0] + 1
        while behind in closers:
            behind += 1
        return _until_act(tokens, behind)
    end = _until_act(tokens, opener + 1)
    if end == len(tokens) and closers:
        return closers[-1] + 1
    return end


def _purpose(tokens: Tokens, opener: int) -> int:
    """为建设新城提供…: what 为 governs; 为企业赋能 has no act behind it and keeps its matter."""
    giving = lexicon().sets["giving"]
    for index in range(opener + 1, len(tokens)):
        if tokens.words[index] in giving and tokens.has_object(index):
            return tokens.back_over(index, HEADS, opener + 1)
    if _skip_verbs(tokens, opener + 1) > opener + 1:
        return len(tokens)
    end = _until_act(tokens, opener + 1)
    return 0 if end == len(tokens) else end


def _bare(tokens: Tokens) -> int:
    """政务服务方面: a noun phrase that ends in 方面 or 领域 and does nothing."""
    if tokens.word(len(tokens) - 1) not in lexicon().sets["field"]:
        return 0
    verbs = (Kind.VERB, Kind.ENCOURAGE, Kind.EXPLORE, Kind.CANCEL, Kind.REACH)
    return 0 if any(kind in verbs for kind in tokens.kinds) else len(tokens)
