"""Makes PDF documents byte by byte, with a Chinese font that every viewer knows."""

from __future__ import annotations

from collections.abc import Sequence

_FONTS = {
    "F1": "/Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 [500] 2 95 500] >>]",
    # Two-byte codes with no way to tell what characters they stand for.
    "F2": "/Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /None "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>]",
}


def text(content: str, x: float, y: float, size: float = 10, font: str = "F1", matrix: str = "1 0 0 1") -> str:
    """A line of text; y from the bottom of the page."""
    codes = content.encode("utf-16-be").hex()
    return f"BT /{font} {size} Tf {matrix} {x} {y} Tm <{codes}> Tj ET\n"


def lines(*contents: str, x: float = 50, y: float = 750, step: float = 16, size: float = 10) -> str:
    return "\n".join(text(content, x, y - i * step, size) for i, content in enumerate(contents))


def rules(*ends: tuple[float, float, float, float]) -> str:
    """Straight lines from point to point."""
    return "\n".join(f"{a} {b} m {c} {d} l S\n" for a, b, c, d in ends)


def picture(width: float = 500, height: float = 700) -> str:
    """A picture of one grey pixel, stretched."""
    return f"q {width} 0 0 {height} 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"


def pdf(*pages: str, extra: str = "", page_extra: str = "") -> bytes:
    """A document with the contents of its pages; `extra` goes into the catalogue, `page_extra` into each page."""
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type0 /BaseFont /{name} {entry} >>" for name, entry in _FONTS.items()
    )
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
    ]
    for i, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {4 + 2 * i} 0 R {page_extra} "
            f"/Resources << /Font << {fonts} >> >> >>"
        )
        objects.append(f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream")
    return _file(objects)


def nested(levels: int, width: int) -> bytes:
    """A small document whose page draws a form that draws a form …: `width` times each."""
    content = lines("加快推进数字政府建设") + "/X0 Do\n" * width
    fonts = f"/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /F1 {_FONTS['F1']} >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        f"/Resources << {fonts} /XObject << /X0 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    for level in range(levels):
        is_last = level == levels - 1
        drawn = "0 0 m 9 9 l S\n" if is_last else f"/X{level + 1} Do\n" * width
        inner = "" if is_last else f"/Resources << /XObject << /X{level + 1} {6 + level} 0 R >> >>"
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {inner} /Length {len(drawn)} >>\n"
            f"stream\n{drawn}\nendstream"
        )
    return _file(objects)


def locked() -> bytes:
    """A document that asks for a password."""
    text = f"/Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}>"
    identity = f"/ID [<{'43' * 16}> <{'43' * 16}>]"
    return pdf(lines("数字")).replace(b"/Root 1 0 R", f"/Root 1 0 R /Encrypt << {text} >> {identity}".encode())


def _file(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
