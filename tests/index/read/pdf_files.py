"""Small PDF files for tests, written by hand. Places are in points, y down from the top of an A4 page."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.read.layout.characters import units

WIDTH, HEIGHT = 595, 842
LEFT, SIZE, PITCH = 80, 16, 28
COLUMNS = 27
"""Characters to a line of running text."""

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts ["
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /W [1 95 500] /CIDSystemInfo "
    b"<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName "
    b"/STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 "
    b"/StemV 93 >> >> ] >>"
)


@dataclass
class PdfPage:
    """``turned`` is the page's own quarter turns with the clock."""

    content: list[bytes] = field(default_factory=list)
    images: list[tuple[int, int, bytes]] = field(default_factory=list)
    turned: int = 0

    def text(self, x: float, y: float, text: str, size: float = SIZE, matrix: str = "1 0 0 1") -> PdfPage:
        codes = text.encode("utf-16-be").hex()
        self.content.append(f"BT /F1 {size} Tf {matrix} {x} {HEIGHT - y} Tm <{codes}> Tj ET".encode())
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        self.content.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S".encode())
        return self

    def image(self, pixels: bytes, width: int, height: int) -> PdfPage:
        """Grey, one byte a pixel, over the whole page."""
        self.content.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I{len(self.images)} Do Q".encode())
        self.images.append((width, height, pixels))
        return self

    def paragraph(
        self, y: float, text: str, indent: int = 2, columns: int = COLUMNS, x: float = LEFT
    ) -> float:
        """Breaks the text into lines as an office's word processor does; gives the next line's y."""
        start, room = x + indent * SIZE, float(columns - indent)
        while text:
            end = len(text)
            while units(text[:end]) > room:
                end -= 1
            self.text(start, y, text[:end])
            text, start, room, y = text[end:], x, float(columns), y + PITCH
        return y

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> PdfPage:
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self


def pdf(pages: Sequence[PdfPage], missing: Sequence[int] = ()) -> bytes:
    """``missing``: indices of pages that are named but not there."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT]
    kids = []
    for number, page in enumerate(pages):
        names = []
        for i, (width, height, pixels) in enumerate(page.images):
            head = (
                f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
                f"/BitsPerComponent 8 /Filter /FlateDecode"
            )
            objects.append(_stream(head, zlib.compress(pixels)))
            names.append(f"/I{i} {len(objects)} 0 R")
        objects.append(_stream("<<", b"\n".join(page.content)))
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {90 * page.turned} /Contents {content} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> /XObject << {' '.join(names)} >> >> >>".encode()
        )
        kids.append(99_999 if number in missing else len(objects))
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{refs}] >>".encode()
    return _written(objects)


def _stream(head: str, data: bytes) -> bytes:
    return f"{head} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _written(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
