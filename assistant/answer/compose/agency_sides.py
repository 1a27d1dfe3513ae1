"""Agencies side by side: those of two clauses, or what two agencies are charged with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.agencies import CALLED, SAYS, WANTED, list_quote, names_of
from assistant.answer.compose.duties import NOUN, called, facts_naming, of_kind, owner_of, wanted
from assistant.answer.compose.reverse import in_order, named_in, of_agency
from assistant.answer.compose.wording import closest, name_of
from assistant.answer.draft import Draft, Quote, Said, quote_heading, quotes_of
from assistant.answer.model import Outcome
from assistant.evidence import Evidence, agencies_of
from assistant.question.contrast import Contrast
from index.clauses import Clause, Document, Fact

DOCUMENTS = 3
_OPEN = "有的名单以“等”字收尾，没有列名不等于不参与。"
_DOES = {"lead": "牵头", "responsible": "作为责任单位参与", "support": "配合"}
_LEFT = re.compile(
    r"[、，,和与及跟同或]|分别|各自|参与|参加|牵头|负责|承担|配合|落实|作为|责任单位|单位|所|的"
)


def of_clauses(
    evidence: Evidence, contrast: Contrast, document: Document, clauses: Sequence[Clause]
) -> Draft:
    """Each clause's agencies in the role asked for, behind whether they are the same."""
    role = evidence.question.role or "any"
    lists = [[f for f in agencies_of(document, c) if f.data["role"] in WANTED[role]] for c in clauses]
    said: list[Said] = []
    for clause, facts in zip(clauses, lists, strict=True):
        said += _each(document, clause, facts, role)
    first = [_verdict(contrast, document, clauses, lists, role)] if all(lists) else []
    notices = (_OPEN,) if first and contrast.kind != "each" and _is_open(lists) else ()
    quotes = quotes_of(said)
    outcome: Outcome = "answered" if any(lists) else "unspecified"
    return Draft(outcome, (*(s for s in first if s), *said), notices, closest(evidence, quotes))


def _each(document: Document, clause: Clause, facts: Sequence[Fact], role: str) -> list[Said]:
    name = name_of(document, clause)
    if not facts:
        return [Said(f"{name}没有写明{CALLED[role]}。", (quote_heading(document, clause),))]
    return [
        Said(SAYS[one].format(name=name, names=names_of(some)), (list_quote(document, some),))
        for one, some in _by_role(facts).items()
    ]


def _by_role(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    for fact in facts:
        out.setdefault(fact.data["role"], []).append(fact)
    return out


def _verdict(
    contrast: Contrast, document: Document, clauses: Sequence[Clause], lists: Sequence[list[Fact]], role: str
) -> Said | None:
    if contrast.kind == "each" or len(clauses) != 2:
        return None
    names = [[f.data["name"] for f in facts] for facts in lists]
    called_so = [name_of(document, c) for c in clauses]
    quotes = tuple(list_quote(document, some) for facts in lists for some in _by_role(facts).values())
    what = CALLED[role] if role != "any" else "单位"
    if contrast.kind == "more":
        counts = "，".join(f"{n}列有{len(some)}家" for n, some in zip(called_so, names, strict=True))
        return Said(f"从列出的{what}看，{counts}。", quotes)
    if set(names[0]) == set(names[1]):
        return Said(f"一样：{'和'.join(called_so)}的{what}都是{'、'.join(names[0])}。", quotes)
    return Said(f"不一样：{_difference(called_so, names, '都有', '另有')}。", quotes)


def _difference(sides: Sequence[str], names: Sequence[list[str]], both: str, only: str) -> str:
    shared = [n for n in names[0] if n in names[1]]
    parts = [f"两者{both}{'、'.join(shared)}"] if shared else ["两者没有相同的"]
    for side, own, other in ((sides[0], names[0], names[1]), (sides[1], names[1], names[0])):
        rest = [n for n in own if n not in other]
        if rest:
            parts.append(f"{side}{only if shared else '的是'}{'、'.join(rest)}")
    return "；".join(parts)


def _is_open(lists: Sequence[list[Fact]]) -> bool:
    return any(f.data["etc"] for facts in lists for f in facts)


def of_agencies(evidence: Evidence, contrast: Contrast) -> Draft | None:
    """「市公安局和民航重庆监管局参与的产业一样吗」: what each is charged with, behind whether that is the same."""
    sides = next((s for s, _ in contrast.readings if _only_agencies(evidence, s)), "")
    named = named_in(evidence, sides)
    if len({n.name for n in named}) != 2:
        return None
    if unknown := [n.mention for n in named if n.name is None]:
        return Draft(
            "unspecified",
            (Said(f"文件中没有出现{'、'.join(unknown)}，无从比较。"),),
            closest=closest(evidence, ()),
        )
    names = [n.name or "" for n in named]
    role = evidence.question.role
    said = [] if contrast.kind == "each" else list(_shares(evidence, names, role))
    notices: tuple[str, ...] = ()
    for name in names:
        own, more = of_agency(evidence, name, role)
        said += own or (Said(f"文件没有由{name}{_DOES.get(role or '', '负责')}的事项。"),)
        notices += more
    quotes = quotes_of(said)
    return (
        Draft("answered", tuple(said), tuple(dict.fromkeys(notices)), closest(evidence, quotes))
        if quotes
        else None
    )


def _only_agencies(evidence: Evidence, sides: str) -> bool:
    rest = sides
    for named in named_in(evidence, sides):
        rest = rest.replace(named.mention, "", 1)
    return rest != sides and len(_LEFT.sub("", rest)) < 2


def _shares(evidence: Evidence, names: Sequence[str], role: str | None) -> list[Said]:
    """A sentence for each document that names both."""
    noun = match.group() if (match := NOUN.search(evidence.question.flat)) else ""
    out = []
    for document in in_order(evidence):
        found = [_charges(document, name, role, noun) for name in names]
        if not all(found):
            continue
        sets = [list(dict.fromkeys(called(document, c) for c, _ in some)) for some in found]
        quotes = tuple({(q.start, q.end): q for some in found for _, q in some}.values())
        if set(sets[0]) == set(sets[1]):
            text = f"一样：{'和'.join(names)}都在{'、'.join(sets[0])}中列名。"
        else:
            text = f"不一样：{_difference(names, sets, '都列名的有', '另外列名的有')}。"
        out.append(Said(text, quotes))
    return out[:DOCUMENTS]


def _charges(document: Document, agency: str, role: str | None, noun: str) -> list[tuple[Clause, Quote]]:
    facts = [f for f in facts_naming(document, agency) if f.data["role"] in wanted(role)]
    meant = {c.id for c in of_kind(document, [owner_of(document, f) for f in facts], noun)}
    return [
        (
            owner,
            list_quote(
                document,
                [g for g in document.facts if g.kind == "agency" and g.data["list"] == f.data["list"]],
            ),
        )
        for f in facts
        if (owner := owner_of(document, f)).id in meant
    ]
