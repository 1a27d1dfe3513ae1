"""Tree → ``Clause`` entries in reading order, with ids that count the occurrence of a path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.clauses.document import Clause, ClauseKind, Span, TableCell
from index.clauses.guards import RUN_IN
from index.clauses.locator import Locator, paragraph_label
from index.clauses.numerals import CHINESE, half_width_digits, roman_to_int, to_int
from index.clauses.paragraphs import Paragraph, asked, is_heading_only, source_offset
from index.clauses.tables import Table, cells_of, row_heading
from index.clauses.tree import Node, attachment_title

_HEADING = re.compile(
    r"^(?P<heading>(?:[^。；;：:！？]|(?<=\d)[：:](?=\d)){1,36})(?:。|(?<!\d)[：:]|[：:](?!\d))(?=\s*\S)"
)
_BRACKETED = re.compile(r"^[【\[〔](?P<heading>[^】\]〕]{1,30})[】\]〕]")
_SENTENCE = re.compile(r"^[^，。；：,;:！？]{2,30}[。：:]$")
_OVER_OTHERS = re.compile(r"^[^。；：;:！？]{4,38}。$")
"""「一、提升城乡建设品质，着力推动城乡融合发展。」 alone on its line, with numbered clauses under it."""
_IN_BRACKETS = re.compile(r"（[^）]*）|\([^)]*\)")
_HEADING_FAMILIES = {"章", "节", "编", "附件", "附则", "专栏"}
_ENDS_SENTENCE = re.compile(r"[。；！？：:;]")
_SHORT, _MANY, _HARDLY_ANY = 10, 7, 0.15
_NEIGHBOURS = 30  # lines of a list that are looked at
_LONGEST = 40  # characters of a line that is a heading only


@dataclass
class EntryWriter:
    """Writes the entries of a document part by part into ``out``; ``seen`` counts how often an id was used."""

    document_id: str
    text: str
    part: int
    seen: dict[str, int]
    out: list[Clause] = field(default_factory=list)

    def matter(self, paragraphs: Sequence[Paragraph], kind: ClauseKind, title: str) -> None:
        """Front or back matter as one entry."""
        if paragraphs:
            back = kind == "back"
            slug = "back" if back else "front"
            self._add(slug, Locator((), back=back), title, paragraphs, None, kind, paragraphs[0].start)

    def tree(
        self, node: Node, path: tuple[str, ...] = (), slugs: tuple[str, ...] = (), parent: str | None = None
    ) -> list[str]:
        """Write all items below ``node``; returns the ids of its direct entries."""
        ids: list[str] = []
        tables, paragraphs = 0, _own_paragraphs(node)
        for item in node.items:
            if isinstance(item, Node):
                ids.append(self._node(item, path, slugs, parent))
            elif isinstance(item, Table):
                tables += 1
                ids.append(self._table(item, tables, path, slugs, parent))
            else:
                paragraphs += 1
                slug = ".".join((*slugs, f"k{paragraphs}"))
                locator = Locator((*path, paragraph_label(paragraphs)))
                ids.append(self._add(slug, locator, "", [item], parent, "paragraph", item.start))
        return ids

    def _node(self, node: Node, path: tuple[str, ...], slugs: tuple[str, ...], parent: str | None) -> str:
        assert node.marker is not None
        path, slugs = (*path, node.marker.label), (*slugs, _slug(node))
        heading, body = self._heading(node)
        clause_id = self._add(".".join(slugs), Locator(path), heading, node.own, parent, "clause", body)
        self._with_children(clause_id, self.tree(node, path, slugs, clause_id))
        return clause_id

    def _heading(self, node: Node) -> tuple[str, int]:
        """(heading, where in the source what stands behind it begins)."""
        head = node.own[0]
        heading, length = read_heading(head, node)
        if heading and (
            _STATES.search(heading)
            or (_may_be_sentence(heading, node) and not _others_have_headings(node, heading))
        ):
            return "", source_offset(self.text, head, node.marker.length)  # type: ignore[union-attr]
        if not heading and (title := attachment_title(node) if node.form == "附件" else _title_below(node)):
            return "".join(p.text.strip() for p in title), title[-1].end
        return heading, source_offset(self.text, head, length)

    def _table(
        self, table: Table, n: int, path: tuple[str, ...], slugs: tuple[str, ...], parent: str | None
    ) -> str:
        label = table.label or f"表{n}"
        path, slugs = (*path, label), (*slugs, "g" + (_digits(label) or str(n)))
        own = [*table.caption, *table.head]
        start = own[0].start if own else table.rows[0].line.start
        body = table.caption[-1].end if table.caption else start
        clause_id = self._add(
            ".".join(slugs),
            Locator(path),
            table.heading,
            own,
            parent,
            "table",
            body,
            at=start,
            page=_page(table),
        )
        rows = []
        for i, row in enumerate(table.rows, 1):
            locator, slug = Locator((*path, f"第{i}行")), ".".join((*slugs, f"r{i}"))
            name, lines = row_heading(row.line, self.text), [*row.above, row.line]
            rows.append(
                self._add(slug, locator, name, lines, clause_id, "row", row.line.start, cells_of(row))
            )
        self._with_children(clause_id, rows)
        return clause_id

    def _add(
        self, slug: str, locator: Locator, heading: str, paragraphs: Sequence[Paragraph], parent: str | None,
        kind: ClauseKind, body: int, cells: tuple[TableCell, ...] = (), at: int = 0, page: int | None = None,
    ) -> str:  # fmt: skip
        """``at`` and ``page`` place an entry without text of its own, a table without caption and head."""
        slug = slug if self.part == 0 else f"i{self.part + 1}.{slug}"
        self.seen[slug] = self.seen.get(slug, 0) + 1
        clause_id = f"{self.document_id}-{slug}" + (f"~{self.seen[slug]}" if self.seen[slug] > 1 else "")
        spans: tuple[Span, ...] = tuple((p.start, p.end) for p in paragraphs) or ((at, at),)
        self.out.append(
            Clause(
                clause_id, locator, heading, "\n".join(p.text for p in paragraphs), spans[0][0], spans[-1][1],
                paragraphs[0].block.page if paragraphs else page, parent, (), self.part, kind, spans, body, cells,
            )
        )  # fmt: skip
        return clause_id

    def _with_children(self, clause_id: str, children: list[str]) -> None:
        index = next(i for i in range(len(self.out) - 1, -1, -1) if self.out[i].id == clause_id)
        self.out[index] = replace(self.out[index], children=tuple(children))


def _may_be_sentence(heading: str, node: Node) -> bool:
    return _has_comma(heading) or (len(heading) > _SHORT and node.form != "条" and not node.children())


_STATES = re.compile(
    r"(?:[\d一二三四五六七八九十]+(?:年|个月|个?工作日|天)|\d[\d.]*(?:[万亿]?元|[%％]))(?:以[上内下])?$"
)
"""What ends in how long or how much is a sentence: 「称号有效期三年」."""


def _has_comma(heading: str) -> bool:
    return bool(re.search("[，,]", heading))


def _others_have_headings(node: Node, heading: str) -> bool:
    """Of the same list: where most have none, a first sentence with a comma is a sentence like theirs; one without, where
    hardly any of many has one."""
    others = [child for child in node.parent.children() if child.form == node.form] if node.parent else []
    others = [child for child in others if child is not node][:_NEIGHBOURS]
    headings = sum(bool(read_heading(child.own[0], child)[0]) for child in others)
    if _has_comma(heading):
        return 2 * headings >= len(others)
    return len(others) < _MANY or headings > _HARDLY_ANY * len(others)


def _title_below(node: Node) -> list[Paragraph]:
    """Of a label alone on its line, 「2.1」, the next line if it is a heading."""
    if len(node.own) < 2 or node.marker is None or node.form == "条":
        return []
    alone, below = not node.own[0].text[node.marker.length :].strip(), node.own[1]
    return [below] if alone and is_heading_only(below) and len(below.text) <= _LONGEST else []


def _page(table: Table) -> int | None:
    return (table.head[0] if table.head else table.rows[0].line).block.page


def _own_paragraphs(node: Node) -> int:
    """How many unnumbered paragraphs the node's own text holds; a label line that is a heading only counts for none."""
    if node.form == "附件":
        return len(node.own) - 1 - len(attachment_title(node))
    return max(len(node.own) - (1 if node.is_heading() else 0), 0)


def _digits(label: str) -> str:
    numbers = re.findall(rf"[{CHINESE}]+|[0-9]+(?:\.[0-9]+)*|[①-⑳]|[A-Za-z]+|[Ⅰ-Ⅻ]", half_width_digits(label))
    return "-".join(_ascii(n) for n in numbers)


def _ascii(number: str) -> str:
    if number[0].isascii():
        return number
    return str(roman_to_int(number) if "Ⅰ" <= number <= "Ⅻ" else to_int(number))


def _slug(node: Node) -> str:
    assert node.marker is not None
    label = node.marker.label
    kind = {"附录": "l", "附表": "b"}.get(label[:2], "") if node.form == "附件" else ""
    return node.marker.family.slug + kind + _digits(label.removeprefix("第"))


def read_heading(paragraph: Paragraph, node: Node) -> tuple[str, int]:
    """(heading, characters of the paragraph that label and heading take up)."""
    assert paragraph.marker is not None
    rest = paragraph.text[paragraph.marker.length :]
    text = rest.strip()
    after_label = len(paragraph.text) - len(rest.lstrip())
    if question := asked(node.own):
        return question, len(paragraph.text)
    if match := _BRACKETED.match(text):
        return match["heading"], after_label + match.end()
    if (match := RUN_IN.match(text)) and node.form != "条":
        return match["heading"], after_label + match.end()
    bare = _IN_BRACKETS.sub("", text)
    if node.form in _HEADING_FAMILIES or (text and not _ENDS_SENTENCE.search(bare) and len(text) <= _LONGEST):
        return text, len(paragraph.text)
    if _SENTENCE.match(text) and node.form != "条" and (len(node.own) > 1 or node.items):
        return text[:-1], len(paragraph.text)
    if _OVER_OTHERS.match(text) and node.form != "条" and len(node.own) == 1 and node.children():
        return text[:-1], len(paragraph.text)
    match = _HEADING.match(text)
    if match and node.form != "条" and not _goes_on_behind(match):
        return match["heading"], after_label + match.end()
    return "", after_label


def _goes_on_behind(match: re.Match[str]) -> bool:
    """What stands in front of the colon is part of a sentence: long, or in brackets that are still open, 「网站(网址：…」."""
    heading = match["heading"]
    open_brackets = len(re.findall(r"[（(]", heading)) > len(re.findall(r"[）)]", heading))
    return match.group().endswith(("：", ":")) and (len(match.group()) > 14 or open_brackets)
