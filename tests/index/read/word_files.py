"""Small Word files for the tests, written as the XML that stands in them."""

from __future__ import annotations

import io
import zipfile

from index.read.reading import Reading
from index.read.word import read_word

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": MAIN,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def zipped(members: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def members(body: str, **parts: str) -> dict[str, str | bytes]:
    """What stands in the zip; ``parts`` are the contents of styles, numbering, footnotes, endnotes, settings."""
    related = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for i, kind in enumerate(parts)
    )
    first = f'<Relationship Id="r0" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}+xml"/>' for kind in parts
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_WORD}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{first}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{related}</Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        **{f"word/{kind}.xml": f"<w:{kind} {_NAMES}>{inner}</w:{kind}>" for kind, inner in parts.items()},
    }


def docx(body: str, **parts: str) -> bytes:
    return zipped(members(body, **parts))


def read(body: str, **parts: str) -> Reading:
    return read_word("文件.docx", docx(body, **parts))


def blocks(body: str, **parts: str) -> list[str]:
    """The texts of the blocks, in order."""
    reading = read(body, **parts)
    return [reading.text[b.start : b.end] for b in reading.blocks]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(text: str = "", properties: str = "", inner: str = "", style: str = "", mark: str = "") -> str:
    """A paragraph: ``text`` in one run, then ``inner``; ``mark`` are properties of the paragraph mark."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    runs = run(text) if text else ""
    return f"<w:p><w:pPr>{named}{properties}{marked}</w:pPr>{runs}{inner}</w:p>"


def item(text: str, num: int | str = 1, level: int | None = 0, **more: str) -> str:
    """A paragraph of list ``num``."""
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return par(text, f'<w:numPr>{depth}<w:numId w:val="{num}"/></w:numPr>', **more)


def level(n: int, form: str, text: str, more: str = "", start: int | None = 1, suffix: str = "") -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    gap = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    return (
        f'<w:lvl w:ilvl="{n}">{begin}<w:numFmt w:val="{form}"/>{more}{gap}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(n: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{n}">{more}{"".join(levels)}</w:abstractNum>'


def num(n: int, abstract_id: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{n}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def override(n: int, start: int | None = None, own: str = "") -> str:
    begin = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{n}">{begin}{own}</w:lvlOverride>'


def style(
    name: str, properties: str = "", based_on: str = "", kind: str = "paragraph", more: str = ""
) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" {more} w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def cell(*content: str, properties: str = "") -> str:
    """Paragraphs as plain text or as XML."""
    inner = "".join(c if c.startswith("<") else par(c) for c in content or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    given = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{given}</w:tr>"


def table(*rows: str, columns: int = 3) -> str:
    grid = '<w:gridCol w:w="1000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
