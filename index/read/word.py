"""Word documents (.docx): paragraphs and tables in the order of the body; a table row is a line, cells apart by tabs."""

from __future__ import annotations

import io
import zipfile

from index.errors import ReadError


def read_word(name: str, data: bytes) -> str:
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
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend("\t".join(cell.text.replace("\n", " ") for cell in row.cells) for row in block.rows)
        else:
            lines.append(block.text)
    return "\n".join(lines)
