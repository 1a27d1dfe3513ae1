"""A typed locator → the clauses it may mean in a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.clauses.document import Clause, Document, Span
from index.clauses.kept import kept
from index.clauses.locator import Locator, Step, paragraph_label, parse_locator
from index.clauses.numerals import CHINESE, CIRCLED, half_width_digits, to_int
from index.errors import NotFoundError


@dataclass(frozen=True)
class Found:
    """``span`` is the whole entry or, for 「第二款」 inside an article, that paragraph; ``gaps`` counts skipped levels."""

    clause: Clause
    locator: Locator
    span: Span
    gaps: int


_LABEL = re.compile(rf"^(?P<open>[（(第]?)(?P<n>[{CHINESE}]+|\d+|[{CIRCLED}])(?P<close>.*)$")


@lru_cache(maxsize=4096)
def label_reads(label: str) -> tuple[int, str, bool, str] | None:
    """(ordinal, form, bracket, unit) of a label; None where it is a name."""
    match = _LABEL.match(half_width_digits(label))
    if not match:
        return None
    n = match.group("n")
    form = "①" if n in CIRCLED else "1" if n.isdigit() else "一"
    if match.group("open") == "" and match.group("close") == "）":
        form += "）"
    unit = match.group("close") if match.group("open") == "第" else ""
    return to_int(n), form, match.group("open") == "（", unit


def _fits(step: Step, clause: Clause, strict: bool) -> bool:
    if not clause.path:
        return step.unit == "named" and step.name == str(clause.locator)
    label = clause.path[-1]
    if step.unit == "decimal":
        return label == step.name
    if step.name:
        return label in (step.name, step.name.rstrip("）")) or _named(step.name, clause.heading)
    reads = label_reads(label)
    if reads is None or reads[0] != step.value:
        return False
    _, form, bracket, unit = reads
    if unit:  # 条, 章, 节, 款 are said by name
        return step.unit == unit
    if step.unit in {"章", "节", "编", "款"}:
        return False
    if step.unit == "部分":
        return len(clause.path) == 1 and form == "一" and not bracket
    if step.unit and not step.bracket:
        return not strict or bracket or form == "1" or (form == "一" and clause.path[0].startswith("第"))
    return not strict or (form == step.form and bracket == step.bracket)


def _named(name: str, heading: str) -> bool:
    return (
        bool(heading)
        and len(name) >= 2
        and (name == heading or (name in heading and len(name) * 2 >= len(heading)))
    )


def _match(document: Document, clause: Clause, steps: tuple[Step, ...], strict: bool) -> int | None:
    """The number of levels between the steps, or None where the clause is not meant."""
    if not _fits(steps[-1], clause, strict):
        return None
    line = (*document.ancestors(clause), clause)
    at, gaps = len(line) - 1, 0
    for step in reversed(steps[:-1]):
        if step.unit == "款":  # an item under a later paragraph leaves it out
            continue
        below = at
        at -= 1
        while at >= 0 and not _fits(step, line[at], strict):
            at -= 1
        if at < 0:
            return None
        gaps += below - at - 1
    return gaps


def find_all(document: Document, text: str) -> list[Found]:
    """Every entry that ``text`` may mean, nearest reading first; empty where it is no locator or does not exist.

    「二、（一）」 stands before a 「（一）」 that is further down; the carried instrument before the notice.
    """
    steps = parse_locator(text)
    if not steps:
        return []
    for order in _orders(steps):
        for strict in (True, False):
            found = _under_paragraph(document, order, _search(document, order, strict))
            if found:
                return sorted(found, key=lambda f: not _as_printed(f, text))
    return []


def _under_paragraph(document: Document, steps: tuple[Step, ...], found: list[Found]) -> list[Found]:
    """「第五条第二款第（一）项」: of several items (一) the one under that paragraph."""
    n = next((step.value for step in steps[:-1] if step.unit == "款"), None)
    if n is None or len(found) < 2:
        return found
    return [f for f in found if _paragraph_of(document, f.clause) == n] or found


def _paragraph_of(document: Document, clause: Clause) -> int:
    """Which paragraph of its owner a list's item stands under, counted from 1."""
    if clause.parent is None:
        return 0
    owner = document.by_id[clause.parent]
    n = max(len(owner.paragraphs), 1)
    for child in document.children(owner):
        if child.id == clause.id:
            return n
        n += child.kind == "paragraph"
    return n


def _as_printed(found: Found, text: str) -> bool:
    return str(found.locator) == half_width_digits(text).strip()


def _orders(steps: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    """「第二条保障措施」 is 「保障措施第二条」."""
    if len(steps) > 1 and steps[-1].name and steps[-1].unit != "named":
        return [steps, (steps[-1], *steps[:-1])]
    return [steps]


def _search(document: Document, steps: tuple[Step, ...], strict: bool) -> list[Found]:
    found = []
    clauses: Sequence[Clause] = document.clauses
    if steps[0].unit.startswith("条") and (articles := _articles(document)):
        clauses = articles.get((steps[0].value, steps[0].unit), ())  # 「第六条」 is no note 「6.」 there
    for clause in clauses:
        gaps = _match(document, clause, steps, strict)
        if gaps and not strict:  # 「二（一）7」 is not （7） of 二、（一）2.
            continue
        if gaps is not None and not (clause.kind == "paragraph" and steps[-1].unit != "款"):
            found.append(Found(clause, clause.locator, (clause.start, clause.end), gaps))
        if steps[-1].unit == "款" and len(steps) > 1 and clause.kind == "clause":
            found.extend(_paragraph(document, clause, steps, strict))
    found.sort(key=lambda f: (f.gaps + (len(f.clause.path) - len(steps)), -f.clause.part))
    return found


@kept
def _articles(document: Document) -> dict[tuple[int | None, str], list[Clause]]:
    """Each article with all that stands under it, by its number and 条 or 条之一."""
    out: dict[tuple[int | None, str], list[Clause]] = {}
    for clause in document.clauses:
        for label in clause.path:
            if (unit := _unit(label)) and (reads := label_reads(label)):
                out.setdefault((reads[0], unit), []).append(clause)
    return out


def _unit(label: str) -> str:
    """条 or 条之一 of an article's label; empty for any other."""
    reads = label_reads(label) if "条" in label else None
    return reads[3] if reads and reads[3].startswith("条") else ""


def _paragraph(document: Document, clause: Clause, steps: tuple[Step, ...], strict: bool) -> list[Found]:
    """「第十五条第二款」 inside the article's own text."""
    gaps = _match(document, clause, steps[:-1], strict)
    n = steps[-1].value or 0
    if gaps is None or not 0 < n <= len(clause.paragraphs):
        return []
    locator = Locator((*clause.path, paragraph_label(n)))
    return [Found(clause, locator, clause.paragraphs[n - 1], gaps)]


def find(document: Document, text: str) -> Found:
    """The one clause that ``text`` means; NotFoundError with the nearest that do exist otherwise."""
    found = find_all(document, text)
    if found and (len(found) == 1 or _depth(found[0]) < _depth(found[1])):
        return found[0]
    if found and [_as_printed(f, text) for f in found[:2]] == [True, False]:
        return found[0]
    if found:
        names = tuple(str(f.locator) for f in found[:5])
        places = "；".join(_place(document, f) for f in found[:5])
        raise NotFoundError(f"「{text}」在文件中不止一处", f"请写全，或从中选择：{places}", names)
    names = tuple(str(c.locator) for c in nearest(document, text))
    raise NotFoundError(
        f"文件中没有「{text}」这一条", f"最接近的有：{'；'.join(names)}" if names else "", names
    )


def _place(document: Document, found: Found) -> str:
    """The locator with what tells it from its like: the instrument, and how the clause begins."""
    title = f"《{document.part_title(found.clause)}》" if len(document.parts) > 1 else ""
    begins = found.clause.heading or document.quote(*found.span)[:12]
    return f"{title}{found.locator}（{begins}）"


def _depth(found: Found) -> int:
    return found.gaps + len(found.clause.path)


def nearest(document: Document, text: str, limit: int = 5) -> list[Clause]:
    """Clauses near a locator that does not exist: the last number a little off under the same parent, or of the same form."""
    steps = parse_locator(text)
    if not steps or steps[-1].value is None:
        return []
    wanted = steps[-1]
    pool = [c for c in document.clauses if c.kind == "clause" and _same_form(wanted, c)]
    if len(steps) > 1:
        under = {f.clause.id for f in find_all_steps(document, steps[:-1])}
        pool = [c for c in document.clauses if c.parent in under and c.kind == "clause"] or pool
    value = wanted.value or 0
    if wanted.unit.startswith("条") and any(_unit(c.path[-1]) for c in pool):
        pool = [c for c in pool if _unit(c.path[-1])]
    return sorted(pool, key=lambda c: abs((label_reads(c.path[-1]) or (10**6,))[0] - value))[:limit]


def find_all_steps(document: Document, steps: tuple[Step, ...]) -> list[Found]:
    return _search(document, steps, True) or _search(document, steps, False)


def _same_form(step: Step, clause: Clause) -> bool:
    reads = label_reads(clause.path[-1])
    if reads is None:
        return False
    return reads[3] == step.unit if reads[3] else reads[1] == step.form and reads[2] == step.bracket


def place_of(document: Document, clause: Clause, start: int, end: int) -> Locator:
    """The locator of ``[start, end)`` in an entry: with its 款 where it lies in one paragraph of an article that has
    several, 第十二条第二款; else the entry's own."""
    if not clause.path or not _unit(clause.path[-1]) or (start, end) == (clause.start, clause.end):
        return clause.locator
    inside = [n for n, (a, b) in enumerate(clause.paragraphs, 1) if a < end and start < b]
    several = len(clause.paragraphs) > 1 or first_paragraph_end(document, clause) < document.end_of(clause)
    if len(inside) != 1 or not several or end > first_paragraph_end(document, clause):
        return clause.locator
    if not all(document.text[a:b].rstrip().endswith(_ENDS) for a, b in clause.paragraphs[:-1]):
        return clause.locator  # a line that only breaks off is no paragraph of its own
    return Locator((*clause.path, paragraph_label(inside[0])))


def first_paragraph_end(document: Document, clause: Clause) -> int:
    """Where the items under an article's own text end, before its first later paragraph."""
    later = [i for i, c in enumerate(document.children(clause)) if c.kind == "paragraph"]
    items = document.children(clause)[: later[0]] if later else document.children(clause)
    return max([clause.end, *(document.end_of(item) for item in items)])


_ENDS = ("。", "：", ":", "；", ";", "！", "？", "”", "）", ")", ".")
