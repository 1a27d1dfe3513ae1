"""Where the numbering of the outline is not unbroken: said to people, in Chinese, with the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.clauses.document import Doubt
from index.clauses.markers import Marker
from index.clauses.paragraphs import Paragraph
from index.clauses.tree import Node


def read_doubts(root: Node) -> Iterator[Doubt]:
    """Of one instrument, in reading order: gaps, numbers that go back or stand twice, lists that do not begin with one."""
    reached: dict[str, int] = {}
    for node in root.walk():
        last: dict[str, tuple[Node, int]] = {}
        for at, child in enumerate(node.items):
            if not isinstance(child, Node):
                continue
            assert child.marker is not None
            before = last.get(child.form)
            last[child.form] = (child, at)
            if child.form not in {"条", "附则", "专栏"} and not _is_unnumbered(child):
                apart = before is not None and isinstance(node.items[at - 1], Paragraph)
                text = _doubt(before[0] if before else None, child, reached.get(child.form, 0), apart)
                if text:
                    yield _at(child, text)
            reached[child.form] = child.place[0]
    yield from _articles(root)


def _is_unnumbered(node: Node) -> bool:
    assert node.marker is not None
    return node.form == "附件" and node.marker.label in {"附件", "附录", "附表", "附"}


def _at(node: Node, text: str) -> Doubt:
    line = node.own[0]
    return Doubt(text, line.start, line.end)


def _name(marker: Marker) -> str:
    return f"「{marker.label}」"


def _doubt(before: Node | None, node: Node, reached: int, apart: bool) -> str | None:
    marker = node.marker
    assert marker is not None
    if before is None:
        if marker.ordinal == 1 or marker.ordinal == reached + 1:
            return None
        return f"{_name(marker)}之前没有同级的上一个编号"
    assert before.marker is not None
    step = marker.ordinal - before.marker.ordinal
    if step == 1 or marker.sub:
        return None
    if marker.numbers[:-1] > before.marker.numbers[:-1] and marker.ordinal == 1:  # 附件1-5 → 附件2-1
        return None
    if marker.ordinal == 1 and apart:  # a second list behind its own lead-in
        return None
    if step > 1:
        return f"{_name(before.marker)}之后是{_name(marker)}，中间缺号"
    if step == 0:
        return f"{_name(marker)}在同一级出现了两次"
    if marker.ordinal == 1:
        return f"{_name(before.marker)}之后编号又从{_name(marker)}开始"
    return f"{_name(before.marker)}之后是{_name(marker)}，编号倒退"


def _articles(root: Node) -> Iterator[Doubt]:
    """Articles are numbered through the whole instrument, attachments on their own."""
    tops: list[Sequence[Node]] = [[n] for n in root.children() if n.form == "附件"]
    body = [n for n in root.children() if n.form != "附件"]
    for group in (body, *tops):
        before: Node | None = None
        for top in group:
            for node in top.walk():
                if node.form == "条":
                    text = _doubt(before, node, 0, False)
                    if text:
                        yield _at(node, text)
                    before = node


def unread_labels(root: Node, paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """Lines that begin like a label and were read as text because the numbering speaks against it."""
    labelled = {node.own[0].start for node in root.walk() if node.marker}
    for paragraph in paragraphs:
        if paragraph.start not in labelled and any(not m.doubtful for m in paragraph.candidates):
            marker = next(m for m in paragraph.candidates if not m.doubtful)
            yield Doubt(f"{_name(marker)}与前后编号不连，按正文处理", paragraph.start, paragraph.end)
