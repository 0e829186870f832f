"""Reads .doc, .wps, .odt and .rtf by having LibreOffice write them as .docx."""

from __future__ import annotations

import os
import signal
import subprocess  # the one program that is run, with a list of arguments and no shell
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.model.source import SourceDocument
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile
from dfjlint.readers.sniff import Kind, sniff

_SUFFIXES = {Kind.OLD_WORD: ".doc", Kind.OPEN_DOCUMENT: ".odt", Kind.RTF: ".rtf"}
_MEMORY = 4 << 30
# No macros, no links, no network: pictures and frames that lie elsewhere are not fetched.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Office.Writer/Content/Update", "Link", "0"),
)


def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    """The text of an old Word, WPS, OpenDocument or RTF document.

    Raises:
        ReadError: if LibreOffice is not there, does not understand the file or takes too long.
    """
    from dfjlint.readers.docx import read as read_docx

    if not options.soffice:
        raise read_error("needs-office", raw.path, "install-office", kind=f"@{raw.kind.value}")
    with tempfile.TemporaryDirectory(prefix="dfjlint-") as folder:
        data = _converted(raw, options, Path(folder))
    if len(data) > options.max_bytes or sniff(data, raw.path, options) is not Kind.WORD:
        raise _not_understood(raw.path)
    document = read_docx(replace(raw, data=data), options)
    return replace(document, format=_SUFFIXES[raw.kind][1:])


def _converted(raw: RawFile, options: ReadOptions, folder: Path) -> bytes:
    """The document as .docx; everything LibreOffice writes stays in the folder."""
    source = folder / f"plan{_SUFFIXES[raw.kind]}"
    source.write_bytes(raw.data)
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
    command = [
        options.soffice,
        f"-env:UserInstallation={profile.parent.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]
    _run(command, options.max_seconds, raw.path)
    try:
        return (folder / "out" / "plan.docx").read_bytes()
    except OSError as error:
        raise _not_understood(raw.path) from error


def _run(command: list[str], seconds: int, where: str) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise read_error("office-not-started", where, "install-office", why=error.strerror) from error
    _limit_memory(process.pid)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise read_error("office-too-slow", where, "save-as-docx", seconds=seconds) from error
    finally:
        _end(process)


def _limit_memory(pid: int) -> None:
    """Bound the memory of LibreOffice, on systems that can."""
    try:
        from resource import RLIMIT_AS, prlimit
    except ImportError:
        return
    try:
        prlimit(pid, RLIMIT_AS, (_MEMORY, _MEMORY))
    except OSError:
        return


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it has started."""
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    names = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items {names}>{items}</oor:items>'


def _not_understood(where: str) -> ReadError:
    return read_error("office-failed", where, "save-as-docx")
