"""Word documents (.docx): the text as a reader of the document sees it, with the numbers that Word generates."""

from __future__ import annotations

from index.errors import ReadError
from index.read.reading import Reading, ReadingWriter
from index.read.word.body import Body, Unread
from index.read.word.labels import Labels
from index.read.word.layout import Layout
from index.read.word.package import open_package
from index.read.word.xml import child

__all__ = ["read_word"]


def read_word(name: str, data: bytes) -> Reading:
    """Blocks in the order of the body, tracked changes accepted; headers, footers and hidden text are left out.

    Pages are None: where a page ends is decided when the document is printed. ReadError names the file and the mend.
    """
    package = open_package(name, data)
    body = Body.of(package)
    writer = ReadingWriter()
    try:
        Layout(writer).write(body.items(child(package.document, "body"), Labels()))
    except RecursionError as error:
        raise ReadError(f"「{name}」里的表格或文本框嵌套过深", "请把内层的表格移到外面后再添加") from error
    return writer.reading(remarks=_remarks(body.unread))


def _remarks(unread: Unread) -> list[str]:
    counted = (
        (unread.pictures, "文中有 {} 幅图片，图片里的文字没有读取"),
        (unread.objects, "文中有 {} 个嵌入的对象（公式、表格等），没有读取"),
        (unread.chunks, "文中有 {} 处引入的外部内容，没有读取；请用 Word 打开后另存，再添加"),
    )
    return [text.format(count) for count, text in counted if count]
