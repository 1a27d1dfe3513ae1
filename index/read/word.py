"""Word documents (.docx): paragraphs and tables in the order of the body; a table row is a line, cells apart by tabs."""

from __future__ import annotations

import io
import zipfile

from index.errors import ReadError
from index.read.reading import Reading, ReadingWriter, RowCell


def read_word(name: str, data: bytes) -> Reading:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise ReadError(
            f"「{name}」不是有效的 .docx 文件", "可能已损坏或加了密；请用 Word 或 WPS 打开后另存为 .docx"
        )
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ReadError(
            f"「{name}」无法读取", "文件可能已损坏；请用 Word 或 WPS 打开后另存为 .docx"
        ) from error
    writer = ReadingWriter()
    tables = 0
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            tables += 1
            for row in block.rows:
                cells = [RowCell(cell.text.replace("\n", " "), n) for n, cell in enumerate(row.cells)]
                writer.row(cells, tables)
        else:
            for line in block.text.split("\n"):
                writer.paragraph(line)
    return writer.reading()
