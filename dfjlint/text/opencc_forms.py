"""The home of OpenCC: the Simplified form of every Traditional, Taiwan and Hong Kong character."""

from __future__ import annotations

from functools import cache

from dfjlint.text.data import load_data

# One after the other: Hong Kong and Taiwan shapes to standard Traditional, that to Simplified.
_CONFIGS = ("hk2t", "tw2t", "t2s")
# Extension A and the unified ideographs. Rarer forms beyond U+FFFF are left as they are.
_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))


@cache
def opencc_forms() -> dict[str, str]:
    """Each Traditional character with its Simplified form, as far as that does not depend on the word.

    Asked of OpenCC character by character, so that a text keeps its length; the words that decide a
    form (contexts.toml) are looked at afterwards, in one script.
    """
    characters = [chr(code) for block in _BLOCKS for code in block]
    text = "\n".join(characters)
    for config in _CONFIGS:
        text = convert(text, config)
    choices = load_data("characters.toml")["opencc"]
    forms = {
        character: form
        for character, form in zip(characters, text.split("\n"), strict=True)
        if form != character and form < "\U00010000" and character not in choices["kept"]
    }
    return forms | dict(zip(choices["from"], choices["to"], strict=True))


def convert(text: str, config: str) -> str:
    """A whole text converted by one of OpenCC's configurations, s2t, t2s, s2twp …

    Raises:
        FileNotFoundError: if OpenCC has no such configuration.
    """
    from opencc import OpenCC  # noqa: TID251 — this is its home; 50 ms, so only when a text is normalised

    converted: str = OpenCC(config).convert(text)
    return converted
