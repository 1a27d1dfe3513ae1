"""Paragraphs → clause tree. The hierarchy is a stack of numbered nodes; what has no number belongs to the heading above it.

Every paragraph ends up in exactly one entry, so the entries in order give the source back, white space aside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from index.clauses.document import Clause, ClauseKind, Span
from index.clauses.locator import Locator, paragraph_label
from index.clauses.markers import Marker
from index.clauses.numerals import CHINESE, half_width_digits, to_int
from index.clauses.paragraphs import Paragraph, source_offset

AGENCY_LINE = re.compile(
    r"^[〔（(\[【]?\s*(牵头|责任|配合|协助|参与|主办|协办|承办|实施|落实)(单位|部门)[:：]"
    r"|^[〔（(\[【][^〔（(\[【]{2,200}(负责|牵头|配合|落实)[〕）)\]】]?$"
)
_ENDS_SENTENCE = re.compile(r"[。；！？;]$|[。；！？：:]")


@dataclass
class Node:
    """A numbered line while the tree grows: ``own`` paragraphs, then ``items`` (children and later paragraphs) in order."""

    family: str
    rank: int
    label: str
    ordinal: int
    own: list[Paragraph] = field(default_factory=list)
    items: list[Node | Paragraph] = field(default_factory=list)
    parent: Node | None = None

    def children(self) -> list[Node]:
        return [item for item in self.items if isinstance(item, Node)]

    def is_heading(self) -> bool:
        """The numbered line is a heading only: no sentence in it."""
        return bool(self.own) and not _ENDS_SENTENCE.search(self.own[0].text)


def unnumber_contents(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The lines of a contents list are no clauses: from 「目录」 to where its first label comes again they lose their markers."""
    for i, paragraph in enumerate(paragraphs[:-1]):
        first = paragraphs[i + 1].marker
        if paragraph.marker is None and re.fullmatch(r"目\s*[录次]", paragraph.text) and first:
            again = (j for j in range(i + 2, len(paragraphs)) if _same_label(paragraphs[j].marker, first))
            end = next(again, i + 1)
            return [
                *paragraphs[: i + 1],
                *(replace(p, marker=None) for p in paragraphs[i + 1 : end]),
                *paragraphs[end:],
            ]
    return paragraphs


def _same_label(a: Marker | None, b: Marker) -> bool:
    return a is not None and (a.family.name, a.label) == (b.family.name, b.label)


def grow(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], Node]:
    """One instrument's paragraphs → (those before the first number, the root of the tree)."""
    root = Node("", -1, "", 0)
    stack = [root]
    usual_parent: dict[str, str] = {}
    front: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.marker is None:
            (stack[-1].own if len(stack) > 1 else front).append(paragraph)
            continue
        node = _node(paragraph)
        _climb(stack, node, usual_parent)
        node.parent = stack[-1]
        usual_parent[node.family] = stack[-1].family
        stack[-1].items.append(node)
        stack.append(node)
    _settle(root)
    return front, root


def _node(paragraph: Paragraph) -> Node:
    marker = paragraph.marker
    assert marker is not None
    return Node(marker.family.name, marker.family.rank, marker.label, marker.ordinal, own=[paragraph])


_CHAPTER, _ARTICLE = 3, 4  # ranks: down to 节, and 条 with 附则


def _climb(stack: list[Node], node: Node, usual_parent: dict[str, str]) -> None:
    """Leave on the stack what ``node`` stands under."""
    families = [n.family for n in stack]
    usual = usual_parent.get(node.family)
    if node.family in families:
        del stack[families.index(node.family) :]
    elif node.rank <= _CHAPTER:
        _leave(stack, node.rank)
    elif node.family == "条" and stack[-1].family == "一、" and stack[-1].is_heading():
        return  # articles that run on under 一、 headings
    elif node.rank == _ARTICLE:
        _leave(stack, node.rank)
    elif node.ordinal != 1 and usual in families:
        del stack[families.index(usual) + 1 :]
    elif node.ordinal != 1:
        _leave(stack, node.rank)
    # a list that begins here stands under the line above it


def _leave(stack: list[Node], rank: int) -> None:
    while stack[-1].rank >= rank:
        stack.pop()


def _settle(node: Node) -> None:
    """Hand the paragraphs behind a list's last item to the owner of the list, where they are the owner's."""
    for child in node.children():
        _settle(child)
    if node.family == "":
        return
    for run in _runs(node):
        last = run[-1]
        later = last.own[1:]
        lifted = [p for p in later if _belongs_to_owner(p, run)]
        if not lifted or lifted != later[len(later) - len(lifted) :]:
            continue
        last.own = last.own[: len(last.own) - len(lifted)]
        at = node.items.index(last) + 1
        node.items[at:at] = lifted


def _runs(node: Node) -> list[list[Node]]:
    runs: list[list[Node]] = []
    for child in node.children():
        if runs and runs[-1][-1].family == child.family and child.ordinal > runs[-1][-1].ordinal:
            runs[-1].append(child)
        else:
            runs.append([child])
    return runs


def _belongs_to_owner(paragraph: Paragraph, run: list[Node]) -> bool:
    """True where the earlier items of the list have nothing of the kind themselves."""
    last = run[-1]
    if last.is_heading() or last.family in {"条", "章", "节", "编", "附件"} or last.children():
        return False
    agency = bool(AGENCY_LINE.match(paragraph.text))
    earlier = [bool(AGENCY_LINE.match(p.text)) for item in run[:-1] for p in item.own[1:]]
    if agency:
        return len(run) > 1 and True not in earlier
    statute = last.parent is not None and last.parent.family == "条"
    return (len(run) > 1 or statute) and False not in earlier


_SLUGS = {
    "附件": "x", "编": "p", "章": "z", "节": "j", "条": "t", "附则": "s", "专栏": "l",
    "一、": "a", "（一）": "b", "1.1": "n", "1.": "c", "（1）": "d", "1）": "e", "①": "f",
}  # fmt: skip


@dataclass
class EntryWriter:
    """Tree → ``Clause`` entries of one part, in reading order, with ids that count the occurrence of a path."""

    document_id: str
    text: str
    part: int
    seen: dict[str, int]
    out: list[Clause] = field(default_factory=list)

    def front(self, paragraphs: list[Paragraph], kind: ClauseKind, title: str) -> None:
        if paragraphs:
            slug = "front" if kind == "front" else "back"
            self._add(
                slug, Locator((), back=kind == "back"), title, paragraphs, None, kind, paragraphs[0].start
            )

    def tree(
        self, node: Node, path: tuple[str, ...] = (), slugs: tuple[str, ...] = (), parent: str | None = None
    ) -> list[str]:
        """Write all items below ``node``; returns the ids of its direct entries."""
        ids: list[str] = []
        paragraph_count = _own_paragraphs(node)
        for item in node.items:
            if isinstance(item, Node):
                ids.append(self._node(item, path, slugs, parent))
            else:
                paragraph_count += 1
                label = paragraph_label(paragraph_count)
                slug = ".".join((*slugs, f"k{paragraph_count}"))
                ids.append(
                    self._add(slug, Locator((*path, label)), "", [item], parent, "paragraph", item.start)
                )
        return ids

    def _node(self, node: Node, path: tuple[str, ...], slugs: tuple[str, ...], parent: str | None) -> str:
        path, slugs = (*path, node.label), (*slugs, _slug(node))
        head = node.own[0]
        assert head.marker is not None
        heading, length = _heading(head, node.family)
        body = source_offset(self.text, head, length)
        clause_id = self._add(".".join(slugs), Locator(path), heading, node.own, parent, "clause", body)
        index = len(self.out) - 1
        children = self.tree(node, path, slugs, clause_id)
        self.out[index] = _with_children(self.out[index], children)
        return clause_id

    def _add(
        self, slug: str, locator: Locator, heading: str, paragraphs: list[Paragraph],
        parent: str | None, kind: ClauseKind, body: int,
    ) -> str:  # fmt: skip
        slug = slug if self.part == 0 else f"i{self.part + 1}.{slug}"
        self.seen[slug] = self.seen.get(slug, 0) + 1
        clause_id = f"{self.document_id}-{slug}" + (f"~{self.seen[slug]}" if self.seen[slug] > 1 else "")
        spans: tuple[Span, ...] = tuple((p.start, p.end) for p in paragraphs)
        self.out.append(
            Clause(
                clause_id, locator, heading, "\n".join(p.text for p in paragraphs), spans[0][0], spans[-1][1],
                paragraphs[0].block.page, parent, (), self.part, kind, spans, body,
            )
        )  # fmt: skip
        return clause_id


def _with_children(clause: Clause, children: list[str]) -> Clause:
    return replace(clause, children=tuple(children))


def _own_paragraphs(node: Node) -> int:
    """How many unnumbered paragraphs the node's own text holds; a label line that is a heading only counts for none."""
    return max(len(node.own) - (1 if node.is_heading() else 0), 0)


def _slug(node: Node) -> str:
    digits = re.findall(rf"[{CHINESE}]+|[0-9.]+|[①-⑳]", half_width_digits(node.label.replace("第", "")))
    number = "-".join(d if d[0].isdecimal() else str(to_int(d)) for d in digits)
    return _SLUGS[node.family] + number


_HEADING = re.compile(r"^(?P<heading>[^。；;：:！？]{1,36})[。：:](?=\s*\S)")
_BRACKETED = re.compile(r"^[【\[](?P<heading>[^】\]]{1,30})[】\]]")
_HEADING_FAMILIES = {"章", "节", "编", "附件", "附则", "专栏"}


def _heading(paragraph: Paragraph, family: str) -> tuple[str, int]:
    """(heading, characters of the paragraph that label and heading take up)."""
    assert paragraph.marker is not None
    rest = paragraph.text[paragraph.marker.length :]
    text = rest.strip()
    after_label = len(paragraph.text) - len(rest.lstrip())
    if match := _BRACKETED.match(text):
        return match.group("heading"), after_label + match.end()
    if family in _HEADING_FAMILIES or (text and not _ENDS_SENTENCE.search(text) and len(text) <= 40):
        return text, len(paragraph.text)
    match = _HEADING.match(text)
    if match and family != "条" and not (match.group().endswith(("：", ":")) and len(match.group()) > 14):
        return match.group("heading"), after_label + match.end()
    return "", after_label


def split_parts(paragraphs: list[Paragraph], carried: list[str]) -> list[list[Paragraph]]:
    """Cut where an instrument that the notice names begins: a line that is its title."""
    for i in range(1, len(paragraphs)):
        for title in carried:
            if paragraphs[i].marker is None and plain(paragraphs[i].text) == plain(title):
                return [paragraphs[:i], paragraphs[i:]]
    return [paragraphs]


def plain(text: str) -> str:
    """For comparing titles: no white space, brackets and dashes of one width."""
    text = re.sub(r"\s", "", half_width_digits(text))
    return text.translate(str.maketrans("()[]—–－-―〈〉", "（）〔〕—————《》"))
