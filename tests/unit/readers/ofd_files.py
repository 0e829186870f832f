"""Makes OFD documents out of hand-written XML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.unit.readers.word_files import zipped

SPACE = "http://www.ofdspec.org/2016"


def text(words: str, x: float, y: float, steps: str | None = None, extra: str = "") -> str:
    """A text object of size 5 whose base line is 5 below y; `&a;` stays as it is."""
    deltas = " ".join(["5"] * (len(words) - 1)) if steps is None else steps
    shown = words if words.startswith("&") else escape(words)
    return (
        f'<ofd:TextObject ID="2" Boundary="{x} {y} 150 7" Font="1" Size="5" {extra}>'
        f'<ofd:TextCode X="0" Y="5" DeltaX="{deltas}">{shown}</ofd:TextCode></ofd:TextObject>'
    )


def path(steps: str) -> str:
    return (
        '<ofd:PathObject ID="3" Boundary="0 0 210 297" Stroke="true">'
        f"<ofd:AbbreviatedData>{steps}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    return path(f"M {x} {y} L {to_x} {to_y}")


def picture() -> str:
    return '<ofd:ImageObject ID="4" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>'


def content(body: str) -> str:
    return f'<ofd:Content><ofd:Layer ID="1">{body}</ofd:Layer></ofd:Content>'


def page(inner: str, namespace: str = SPACE) -> str:
    return f'<ofd:Page xmlns:ofd="{namespace}">{inner}</ofd:Page>'


def ofd(
    *bodies: str,
    order: tuple[int, ...] = (),
    template: str = "",
    namespace: str = SPACE,
    location: str = "",
    without: str = "",
    raw_page: str = "",
) -> bytes:
    """An archive with one page for each body; the keywords make it unusual or wrong."""
    count = len(bodies) or 1
    pages = "".join(
        f'<ofd:Page ID="{i}" BaseLoc="{location or f"Pages/Page_{i}/Content.xml"}"/>' for i in order or range(count)
    )
    used = '<ofd:Template TemplateID="70" ZOrder="Background"/>' if template else ""
    templates = '<ofd:TemplatePage ID="70" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    files: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD xmlns:ofd="{namespace}"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>'
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<ofd:Document xmlns:ofd="{namespace}"><ofd:CommonData><ofd:PageArea>'
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{templates}</ofd:CommonData>"
        f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
        "Doc_0/Tpls/Tpl_0/Content.xml": page(content(template), namespace),
    }
    for i, body in enumerate(bodies or ("",)):
        files[f"Doc_0/Pages/Page_{i}/Content.xml"] = raw_page or page(used + content(body), namespace)
    files.pop(without, None)
    return zipped(files)
