"""Which verbs of a clause are its acts, with their objects."""

from __future__ import annotations

from dataclasses import dataclass

from dfjlint.model.plan import Act
from dfjlint.nlp.lexicon import VERBAL, Kind, lexicon
from dfjlint.nlp.tokens import Tokens

# Behind one of these a word that may be a noun is a verb.
HEADS = frozenset((Kind.ADVERB, Kind.LINK, Kind.BINDING, Kind.PROHIBIT, Kind.DENY, Kind.DONE))
_FILL = HEADS | {Kind.JOIN}
# A phrase that opens a clause may stand behind so many words of a subject.
_SUBJECT_WORDS = 3


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verbs of a clause that count as its acts.

    Args:
        verbs: token indices, in order; empty if the clause has no act.
        start: index of the first token behind the topic.
        subject_first: True for 体系基本建成, where the matter stands before the verb.
    """

    verbs: tuple[int, ...]
    start: int
    subject_first: bool = False


def find_predicate(tokens: Tokens, start: int) -> Predicate:
    """Finds the acts of a clause from token `start` on."""
    pivots = lexicon().sets["pivot"]
    verbs: list[int] = []
    pivot = False
    for index in range(start, len(tokens)):
        if tokens.kinds[index] not in VERBAL or not tokens.has_object(index):
            continue
        if _is_first(tokens, index, start) if not verbs else _is_later(tokens, index, verbs[-1], pivot):
            verbs.append(index)
            pivot = pivot or tokens.verb(index) in pivots
    if verbs:
        return Predicate(tuple(verbs), start)
    final = _final_verb(tokens, start)
    if final is not None:
        return Predicate((final,), start, True)
    fronted = _fronted_verb(tokens)
    return Predicate((fronted,), min(start, fronted)) if fronted is not None else Predicate((), start)


def make_acts(tokens: Tokens, predicate: Predicate) -> tuple[Act, ...]:
    """The acts in norm offsets: an object runs to the next act; verbs in a row share one."""
    starts = tokens.starts
    if predicate.subject_first:
        verb = predicate.verbs[0]
        subject_end = tokens.back_over(verb, HEADS, predicate.start)
        return (_act(tokens, verb, starts[predicate.start], starts[subject_end]),)
    acts: list[Act] = []
    object_end = len(tokens)
    following = len(tokens)
    for verb in reversed(predicate.verbs):
        begin = tokens.after(verb)
        if begin < following:
            end = tokens.back_over(following, _FILL, begin) if following < len(tokens) else following
            object_end = end if end > begin else object_end
        acts.append(_act(tokens, verb, starts[begin], starts[object_end]))
        following = verb
    return tuple(reversed(acts))


def head_chain(tokens: Tokens, predicate: Predicate) -> tuple[int, ...]:
    """The first verb and those that follow it without a noun between: 探索建立, 鼓励和支持."""
    chain: list[int] = []
    for verb in predicate.verbs:
        if chain and tokens.back_over(verb, _FILL, chain[-1] + 1) > tokens.after(chain[-1]):
            break
        chain.append(verb)
    return tuple(chain)


def _act(tokens: Tokens, verb: int, object_start: int, object_end: int) -> Act:
    start = tokens.starts[verb] + tokens.shifts[verb]
    return Act(tokens.verb(verb), start, tokens.starts[verb + 1], object_start, object_end)


def _is_first(tokens: Tokens, index: int, start: int) -> bool:
    sets = lexicon().sets
    kind = tokens.kinds[index]
    before = tokens.kinds[index - 1] if index > start else None
    led = before is None or before in HEADS or _names_subject(tokens.word(index - 1))
    led = led or tokens.words[index - 1] in sets["qualifier"] or tokens.words[index] in sets["charged"]
    led = led or (kind is Kind.VERB and tokens.words[index - 1] in sets["field"])  # 在住房方面提供保障
    if kind in (Kind.WEAK, Kind.CANCEL) and not led:
        # 项目暂缓实施: a word of cancelling right before a verb opens the predicate even behind a noun
        return kind is Kind.CANCEL and tokens.kind(index + 1) in VERBAL
    if before is Kind.DE or not _row_has_object(tokens, index):
        return False
    behind = tokens.word(tokens.after(index))
    if kind is Kind.WEAK and behind in sets["nominal"]:
        firm = tokens.words[index] in sets["firm"] and (behind in sets["concrete"] or _builds_last(tokens, index))
        return firm or tokens.words[index] in sets["headed"]
    return led or not (makes_noun(tokens, index) or _ends_in_nouns(tokens, index))


def _names_subject(word: str) -> bool:
    """省政府, and whatever is each of its kind: 各乡镇使用市级平台."""
    return word in lexicon().sets["subject"] or word.startswith("各")


def _builds_last(tokens: Tokens, index: int) -> bool:
    """建设技术转移中心: what a clause opens with is built, though the word behind it could make a noun of both."""
    return index == 0 and tokens.words[-1] in lexicon().sets["concrete"]


def _is_later(tokens: Tokens, index: int, previous: int, pivot: bool) -> bool:
    if not _row_has_object(tokens, index) or _ends_in_nouns(tokens, index):
        return False
    if index == tokens.after(previous):
        return _continues_row(tokens, index, previous)
    kind, lead = tokens.kinds[index], tokens.kinds[index - 1]
    if lead is Kind.JOIN:
        return kind is not Kind.WEAK or index - 1 == tokens.after(previous)
    if lead is Kind.DE or makes_noun(tokens, index):
        return False
    if lead in HEADS:
        return pivot or not _in_relative(tokens, index)
    return pivot and (kind is not Kind.WEAK or tokens.words[index] in lexicon().sets["firm"])


def _continues_row(tokens: Tokens, index: int, previous: int) -> bool:
    """推动打造…, 完善提升…; not 完善支持政策, 建设覆盖全省的网络, 实施创新驱动战略."""
    if tokens.verb(previous) in lexicon().sets["pivot"]:
        return tokens.kinds[index] is not Kind.WEAK or not makes_noun(tokens, index)
    if makes_noun(tokens, index) or _in_relative(tokens, index):
        return False
    return tokens.kinds[index] is not Kind.WEAK or tokens.kinds[previous] is Kind.WEAK


def _row_has_object(tokens: Tokens, index: int) -> bool:
    """A verb before 、 or 和 is one only if the row of verbs has an object at its end."""
    while tokens.kind(index + 1) is Kind.JOIN:
        if tokens.kind(index + 2) not in VERBAL:
            return tokens.word(index + 1) == "与"  # 实现与省级平台互通
        index += 2
    return tokens.has_object(index)


def makes_noun(tokens: Tokens, index: int) -> bool:
    """支持政策, 提升行动, 管理办法: the verb only qualifies the noun behind it."""
    sets = lexicon().sets
    if tokens.kinds[index] is Kind.VERB and tokens.words[index] not in sets["modifier"]:
        return False
    return tokens.word(index + 1) in sets["nominal"]


def _ends_in_nouns(tokens: Tokens, index: int) -> bool:
    """强化实施保障: nothing but words that may be nouns follows a later verb."""
    return all(kind is Kind.WEAK for kind in tokens.kinds[index + 1 :])


def _in_relative(tokens: Tokens, index: int) -> bool:
    return Kind.DE in tokens.kinds[index + 1 :]


def _fronted_verb(tokens: Tokens) -> int | None:
    """The act behind a phrase that opens the clause: 向社会开放公共数据, 由数据局统筹项目."""
    sets = lexicon().sets
    opener = next((i for i in range(min(len(tokens), _SUBJECT_WORDS)) if tokens.words[i] in sets["fronting"]), None)
    if opener is None or (tokens.words[opener] == "以" and "为" in tokens.words):
        return None
    for index in range(opener + 1, len(tokens)):
        if tokens.kinds[index] not in VERBAL or not tokens.has_object(index):
            continue
        beside = (tokens.kinds[index - 1], tokens.kind(index + 1))
        heads = tokens.words[index] in sets["headed"] and index > opener + 1
        qualifies = makes_noun(tokens, index) and not heads
        if Kind.DE not in beside and Kind.JOIN not in beside and not qualifies:
            return index
    return None


def _final_verb(tokens: Tokens, start: int) -> int | None:
    last = len(tokens) - 1
    while last > start and (tokens.kinds[last] is Kind.MASKED or tokens.words[last] == "了"):
        last -= 1
    if last <= start or tokens.kinds[last] not in VERBAL:
        return None
    if tokens.kinds[last - 1] is Kind.CANCEL:
        return last - 1  # 工程暂缓建设
    if tokens.shifts[last] or tokens.words[last - 1] in lexicon().sets["predicate"]:
        return last
    stated = "由" in tokens.words[start : last - 1] or tokens.words[start] in lexicon().sets["taken"]
    if stated and tokens.kinds[last - 1] is not Kind.DE:
        return last  # 项目由数据局归口管理, 对破坏设施的行为依法查处: who acts, or what is acted on, stands before
    return None
