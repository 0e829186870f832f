"""Finds out the encoding of a text file."""

from __future__ import annotations

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.readers.frequent import common_share

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_GUESSES = ("gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")
_LEAST_SCORE = 0.3
_FEW_DAMAGED = 0.01


def decode(data: bytes, where: str) -> tuple[str, str]:
    """The text of a file, and the codec that gives exactly this text.

    A byte order mark decides; then strict UTF-8; then whichever of GB18030, Big5 and UTF-16 gives
    the largest share of common Chinese characters.

    Raises:
        ReadError: if the file is in none of these encodings.
    """
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    if marked:
        return _decode_marked(data, marked, where), marked
    if b"\0" not in data:
        text = attempt(data, "utf-8")
        if text is not None:
            return text, "utf-8"
    guesses = [(attempt(data, codec), codec) for codec in _GUESSES]
    scored = [(common_share(text), text, codec) for text, codec in guesses if text is not None]
    best = max(scored, key=lambda guess: guess[0], default=(0.0, "", ""))
    if best[0] < _LEAST_SCORE:
        raise _unknown(data, where)
    return best[1], best[2]


def attempt(data: bytes, codec: str) -> str | None:
    """The decoded text, None if a byte does not fit."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _decode_marked(data: bytes, codec: str, where: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        codec, byte = error.encoding.upper(), str(error.start + 1)
        raise read_error("bad-bytes", where, "damaged-utf8", codec=codec, byte=byte) from error


def _unknown(data: bytes, where: str) -> ReadError:
    guess = data.decode("utf-8", "replace")
    damaged = guess.count("\ufffd")
    if "\0" not in guess and 0 < damaged <= max(1, len(guess) * _FEW_DAMAGED):
        line = guess[: guess.index("\ufffd")].count("\n") + 1
        return read_error("bad-utf8", f"{where}:{line}", "repair-line")
    if "\0" in guess or damaged > len(guess) * 0.2:
        return read_error("no-text-file", where, "open-program")
    return read_error("unknown-encoding", where, "save-utf8")
