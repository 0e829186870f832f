"""The waivers of a repository: who agreed to which gap, why, on what basis and until when."""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeAlias

from dfjlint.errors import UsageError
from dfjlint.model.report import Finding, Message, Severity

Toml: TypeAlias = "Mapping[str, Toml] | list[Toml] | str | int | float | bool | datetime.date | datetime.time"

MALFORMED = "DFJ006"
_EXAMPLE = "see docs/ci.md for a waiver with all its fields"


@dataclass(frozen=True, slots=True)
class Waiver:
    """An agreed gap; every field is required.

    Args:
        number: its place in the file, from 1.
        document: id of the document.
        basis: the document by which it was agreed.
        expires: the last day on which it holds.
        fingerprint: of the obligation as it was when it was waived.
    """

    number: int
    obligation: str
    document: str
    reason: str
    approved_by: str
    basis: str
    expires: datetime.date
    fingerprint: str


FIELDS: Mapping[str, str] = {
    field.name.replace("_", "-"): field.name for field in fields(Waiver) if field.name != "number"
}
"""Names of fields as written in the file → as in Waiver."""


@dataclass(frozen=True, slots=True)
class WaiverFile:
    """What a file holds: waivers, and a finding for each entry that is none."""

    name: str
    waivers: tuple[Waiver, ...] = ()
    findings: tuple[Finding, ...] = ()


def load_waivers(path: Path, shown: str) -> WaiverFile:
    """The waivers of a file.

    Raises:
        UsageError: if the file cannot be read or is not TOML.
    """
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"the waivers cannot be read: {error.strerror}", shown, "check the path") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"the waivers are not TOML: {error}", shown, _EXAMPLE) from error
    extra = sorted(set(content) - {"waiver"})
    if extra:
        raise UsageError(f"there is no key {extra[0]!r}", f"{shown}:{extra[0]}", "begin each waiver with [[waiver]]")
    entries = content.get("waiver", [])
    waivers: list[Waiver] = []
    findings: list[Finding] = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
        read = _waiver(number, entry)
        if isinstance(read, Waiver):
            waivers.append(read)
        else:
            findings.append(_malformed(shown, number, read))
    return WaiverFile(shown, tuple(waivers), tuple(findings))


def dump_waiver(waiver: Waiver) -> str:
    """A waiver as it stands in the file."""
    lines = ["[[waiver]]"]
    for key, name in FIELDS.items():
        value = getattr(waiver, name)
        text = value.isoformat() if isinstance(value, datetime.date) else json.dumps(value, ensure_ascii=False)
        lines.append(f"{key} = {text}")
    return "\n".join(lines) + "\n"


def _waiver(number: int, entry: Toml) -> Waiver | Message:
    """An entry as a waiver, or what is wrong with it."""
    if not isinstance(entry, Mapping):
        return Message("waiver-not-a-table")
    unknown = sorted(set(entry) - set(FIELDS))
    if unknown:
        return Message("waiver-field-unknown", (("field", unknown[0]),))
    expires = entry.get("expires")
    for key in FIELDS:
        value = entry.get(key)
        if key != "expires" and (not isinstance(value, str) or not value.strip()):
            return Message("waiver-field-missing", (("field", key),))
    if expires is None:
        return Message("waiver-field-missing", (("field", "expires"),))
    if type(expires) is not datetime.date:
        return Message("waiver-field-date")
    texts = {name: str(entry[key]).strip() for key, name in FIELDS.items() if key != "expires"}
    return Waiver(number=number, expires=expires, **texts)


def _malformed(file: str, number: int, problem: Message) -> Finding:
    field = dict(problem.values).get("field", "")
    values = (("file", file), ("number", str(number)), ("field", field))
    return Finding(MALFORMED, Severity.ERROR, Message(problem.key, values))
