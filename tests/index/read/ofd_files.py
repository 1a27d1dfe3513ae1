"""OFD files made in the test: lines of text at their places, templates, tables of drawn lines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
LEFT, TOP, SIZE, STEP = 28.0, 37.0, 5.6, 9.8
"""A page as officials set it: 28 characters of 5.6 mm a line, 22 lines, in millimetres."""

Content = dict[str, str | bytes]


def line(text: str, x: float = LEFT, y: float = TOP, size: float = SIZE, more: str = "") -> str:
    """One text object; ``y`` is the upper edge."""
    if any(char.isascii() for char in text):
        delta = " ".join(str(size / 2 if c.isascii() else size) for c in text[:-1])
    else:
        delta = f"g {len(text) - 1} {size}"
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} {len(text) * size} {size * 1.2}" Font="2" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size * 0.88}" DeltaX="{delta}">{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def lines(texts: Sequence[str], top: float = TOP) -> str:
    """Below each other; full-width blanks at the beginning indent."""
    out = ""
    for n, text in enumerate(texts):
        bare = text.lstrip("\u3000")
        out += line(bare, LEFT + SIZE * (len(text) - len(bare)), top + n * STEP)
    return out


def drawn(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<ofd:PathObject ID="3" Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(objects: str) -> str:
    return (
        f'<ofd:Page {SPACE}><ofd:Template TemplateID="9" ZOrder="Background"/><ofd:Area><ofd:PhysicalBox>0 0 210 297'
        f'</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="5" Type="Body">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def document(folder: str, pages: Sequence[str], template: str = "") -> Content:
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    root = (
        f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f'<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    out: Content = {f"{folder}/Document.xml": root, f"{folder}/Tpls/Tpl_0/Content.xml": page(template)}
    out.update({f"{folder}/Pages/Page_{n}/Content.xml": content for n, content in enumerate(pages)})
    return out


def ofd(*documents: Content) -> bytes:
    """The file; each document's first member is its root."""
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocRoot>{next(iter(d))}</ofd:DocRoot></ofd:DocBody>" for d in documents
    )
    members: Content = {"OFD.xml": f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD">{bodies}</ofd:OFD>'}
    for content in documents:
        members.update(content)
    return zipped(members)


def zipped(members: Content) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()
