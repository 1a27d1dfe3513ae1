"""Labels with their levels → the tree of one instrument. What has no number belongs to the line above it, or, behind a
list, to the owner of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from index.clauses.markers import Marker
from index.clauses.numbering import Choice
from index.clauses.paragraphs import Paragraph, asked, is_heading_only
from index.clauses.tables import Table, read_table

AGENCY_LINE = re.compile(
    r"^[〔（(\[【]?\s*(牵头|责任|配合|协助|参与|主办|协办|承办|实施|落实)(单位|部门)[:：]"
    r"|^[〔（(\[【][^〔（(\[【]{2,200}(负责|牵头|配合|落实)[〕）)\]】]?$"
)
_TITLE_LINES, _TITLE_LINE = 4, 40  # of an attachment, below its label: lines, characters
_FULL_LINE = 18
_FIELD = re.compile(r"^\s*(编\s*号|密\s*级|表\s*号|受理号|（(规范性|资料性)附录）|[（(]样式[）)])\s*$")
_NO_TITLE = re.compile(r"[。；：:，\t]|\.(docx?|xlsx?|wps|pdf|rar|zip)$", re.I)
_KIND_OF_FORM = re.compile(
    r"(表|书|单|册|清单|目录|凭证|标准|指南|流程|办法|细则|方案|规定|格式|样式)\s*([（(].*[）)])?$"
)
_NEVER_ENDS_IN_OWNER = {"条", "章", "节", "编", "附件", "附则", "专栏"}
_SPEAKS_OF_LIST = re.compile(r"^(符合|具备|具有)?(上述|以上|前述|前款|前列)")


@dataclass
class Node:
    """A numbered line while the tree grows: ``own`` paragraphs, then ``items`` (children, tables and later paragraphs) in
    order. The root has no marker; its own paragraphs are the front matter."""

    marker: Marker | None
    own: list[Paragraph] = field(default_factory=list)
    items: list[Node | Table | Paragraph] = field(default_factory=list)
    parent: Node | None = None

    @property
    def form(self) -> str:
        return self.marker.form if self.marker else ""

    @property
    def place(self) -> tuple[int, int]:
        """Its number and sub-number in the list."""
        return (self.marker.ordinal, self.marker.sub) if self.marker else (0, 0)

    def children(self) -> list[Node]:
        return [item for item in self.items if isinstance(item, Node)]

    def is_heading(self) -> bool:
        """The numbered line is a heading only: no sentence in it."""
        return bool(self.own) and (is_heading_only(self.own[0]) or bool(asked(self.own)))

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in reading order."""
        yield self
        for child in self.children():
            yield from child.walk()


def grow(paragraphs: Sequence[Paragraph], choices: Mapping[int, Choice]) -> Node:
    """One instrument's paragraphs with the labels chosen (``read_numbering``) → the root of its tree."""
    root = Node(None)
    stack = [root]
    i = 0
    while i < len(paragraphs):
        paragraph = paragraphs[i]
        if choice := choices.get(i):
            del stack[choice.depth + 1 :]
            node = Node(choice.marker, [replace(paragraph, marker=choice.marker)], [], stack[-1])
            stack[-1].items.append(node)
            stack.append(node)
        elif paragraph.block.kind == "row":
            end = _table_end(paragraphs, i)
            _add_table(stack[-1], paragraphs[i:end], paragraphs[end : end + 1])
            i = end
            continue
        else:
            _add(stack[-1], replace(paragraph, marker=None))
        i += 1
    _settle(root)
    return root


def _add(node: Node, paragraph: Paragraph) -> None:
    if node.items:
        node.items.append(paragraph)
    else:
        node.own.append(paragraph)


def _table_end(paragraphs: Sequence[Paragraph], i: int) -> int:
    table = paragraphs[i].block.table
    end = i
    while (
        end < len(paragraphs) and paragraphs[end].block.kind == "row" and paragraphs[end].block.table == table
    ):
        end += 1
    return end


def _add_table(node: Node, rows: Sequence[Paragraph], below: Sequence[Paragraph]) -> None:
    table = read_table(rows)
    if _goes_on_with(node, table):
        return
    if not table.heading:
        _take_caption(node, table)
    if not table.heading and table.label is None and below and below[0].text.startswith("表"):
        table.name_by(below[0].text)
    node.items.append(table)


def _goes_on_with(node: Node, table: Table) -> bool:
    """Is it the rest of the table before it? Then it is joined to that one."""
    at = next((i for i in range(len(node.items), 0, -1) if not isinstance(node.items[i - 1], Paragraph)), 0)
    before, between = node.items[at - 1] if at else None, node.items[at:]
    lines = [item for item in between if isinstance(item, Paragraph)]
    if not isinstance(before, Table) or not before.goes_on_in(table, lines):
        return False
    before.take(table, lines)
    del node.items[at:]
    return True


def _take_caption(node: Node, table: Table) -> None:
    """From what stands just above, the label's own line left where it is."""
    if not node.items:
        first = 1 if node.marker else 0
        if node.form == "附件" and (title := attachment_title(node)):
            first = node.own.index(title[-1]) + 1
        above = node.own[first:]
        table.take_caption(above)
        del node.own[first + len(above) :]
        node.own = node.own[:first] + above
    else:
        last = next(
            (i for i in range(len(node.items), 0, -1) if not isinstance(node.items[i - 1], Paragraph)), 0
        )
        above = [item for item in node.items[last:] if isinstance(item, Paragraph)]
        table.take_caption(above)
        node.items[last:] = above


def attachment_title(node: Node) -> list[Paragraph]:
    """The lines below 「附件1」 that are its title, a field of the form above it (编号) passed over."""
    title: list[Paragraph] = []
    if node.marker is None or node.own[0].text[node.marker.length :].strip():
        return title
    own = node.own[2:] if len(node.own) > 2 and _FIELD.match(node.own[1].text) else node.own[1:]
    for paragraph in own[:_TITLE_LINES]:
        if len(paragraph.text) > _TITLE_LINE or _NO_TITLE.search(paragraph.text):
            break
        title.append(paragraph)
        if not _goes_on(own, len(title), paragraph):
            break
    return title


def _goes_on(own: Sequence[Paragraph], i: int, last: Paragraph) -> bool:
    """The title's next line: it was broken within a phrase, lacks the word for what it is, or was as long as a line is."""
    if i >= len(own) or len(own[i].text) > _TITLE_LINE:
        return False
    if re.search(r"(的|和|及|与|、|》|关于.{2,30})$", last.text):
        return True
    if _KIND_OF_FORM.search(last.text) or _NO_TITLE.search(own[i].text):
        return False
    word = re.sub(r"\s", "", own[i].text)
    broken = i + 1 == len(own) and len(last.text) >= _FULL_LINE and not re.match(r"[（(]|单位|表", word)
    return broken or (len(word) <= 8 and bool(_KIND_OF_FORM.search(word)))


def _settle(node: Node) -> None:
    """Hand the paragraphs behind a list's last item to the owner of the list, where they are the owner's."""
    for child in node.children():
        _settle(child)
    runs = _runs(node)
    for k, run in enumerate(runs):
        led_to = k + 1 < len(runs) and runs[k + 1][0].form == run[-1].form not in _NEVER_ENDS_IN_OWNER
        _lift(node, run, led_to)


def _runs(node: Node) -> list[list[Node]]:
    runs: list[list[Node]] = []
    for child in node.children():
        if runs and runs[-1][-1].form == child.form and child.place > runs[-1][-1].place:
            runs[-1].append(child)
        else:
            runs.append([child])
    return runs


def _lift(node: Node, run: list[Node], led_to: bool) -> None:
    """``led_to``: a further list of the owner follows, to which the last paragraph leads."""
    last = run[-1]
    behind = later(last)
    lifted = [p for p in behind if _belongs_to_owner(p, run)]
    if led_to and behind and behind[-1] not in lifted:
        lifted = [behind[-1]]
    if not lifted or lifted != behind[len(behind) - len(lifted) :]:
        return
    where: list[Any] = last.items if last.items else last.own
    del where[len(where) - len(lifted) :]
    at = node.items.index(last) + 1
    node.items[at:at] = lifted


def later(node: Node) -> list[Paragraph]:
    """The unnumbered paragraphs at the node's end, its first line left out."""
    if not node.items:
        return node.own[1:]
    out: list[Paragraph] = []
    for item in reversed(node.items):
        if not isinstance(item, Paragraph):
            break
        out.insert(0, item)
    return out


def _belongs_to_owner(paragraph: Paragraph, run: list[Node]) -> bool:
    """True where the earlier items of the list have nothing of the kind themselves."""
    last = run[-1]
    if paragraph.block.kind == "note" or last.form in _NEVER_ENDS_IN_OWNER:
        return False
    statute = last.parent is not None and last.parent.form == "条"
    if not statute and (last.is_heading() or last.children()):
        return False
    agency = bool(AGENCY_LINE.match(paragraph.text))
    if len(run) > 1 and _SPEAKS_OF_LIST.match(paragraph.text):
        return True
    earlier = [bool(AGENCY_LINE.match(p.text)) for item in run[:-1] for p in (*item.own[1:], *later(item))]
    if agency:
        return len(run) > 1 and True not in earlier
    return (len(run) > 1 or statute) and False not in earlier
