"""The days of each instrument in a file that holds several, and what each leaves out of its own term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.clauses.document import Clause, Metadata, Part, Span
from index.clauses.metadata.assemble import Front
from index.clauses.metadata.exempt import read_exempt
from index.clauses.metadata.flat import Line
from index.clauses.metadata.kind import kind_of
from index.clauses.metadata.page_dates import last_day_known
from index.clauses.metadata.signature import read_signature
from index.clauses.metadata.validity import Validity, period_end, read_validity

_CARRIERS = {"通知", "函", "决定", "通报", "公告", "令", None}
"""Kinds of titles under which other instruments are sent out."""


def with_days(
    parts: Sequence[Part], front: Front, meta: Metadata, clauses: Sequence[Clause]
) -> tuple[Metadata, tuple[Part, ...]]:
    """Each part with its own days; where several instruments say different things, the document is in force from the first
    to the last of them."""
    lines = [_lines(front, part) for part in parts]
    said = [read_validity(each) for each in lines]
    dated = [
        replace(part, exceptions=read_exempt(lines[i], [c for c in clauses if c.part == i]))
        for i, part in enumerate(parts)
    ]
    several = [i for i in range(1, len(parts)) if said[i].starts() or said[i].ends()]
    if kind_of(front.title) == "决定":
        own = [_of_itself(p, s, None) for p, s in zip(dated, said, strict=True)]
        return meta, tuple(
            replace(dated[0], effective=meta.effective, expires=meta.expires) if not i else own[i]
            for i in range(len(own))
        )
    if len(several) < 2:
        return meta, tuple(replace(p, effective=meta.effective, expires=meta.expires) for p in dated)
    dated = _each(dated, said, lines, meta)
    dated = list(_notices(dated))
    dated = [replace(p, expires=last_day_known(front.head, p.expires)[0] or p.expires) for p in dated]
    carried = [(dated[i], said[i]) for i in several if not _carries(parts, i)]
    return _together(meta, carried), tuple(dated)


def _lines(front: Front, part: Part) -> list[Line]:
    return [line for line in front.lines if part.start <= line.whole[0] < part.end]


def _carries(parts: Sequence[Part], i: int) -> bool:
    return i + 1 < len(parts) and kind_of(parts[i].title) in _CARRIERS


def _of_itself(part: Part, said: Validity, issued: str | None) -> Part:
    effective = said.effective or (issued if said.at_issue else None)
    return replace(part, effective=effective, expires=said.last_day(effective) or period_end(part.title))


def _each(
    parts: Sequence[Part], said: Sequence[Validity], lines: Sequence[list[Line]], meta: Metadata
) -> list[Part]:
    """What an instrument does not say, the notice before it says; the day of signature is its own or that notice's."""
    out: list[Part] = []
    issued, over = meta.issued, Validity()
    for i, part in enumerate(parts):
        signature = read_signature(lines[i], 0)
        issued = (signature.day if signature else None) or issued
        if i == 0 or _carries(parts, i):
            over = said[i]
            out.append(_of_itself(part, said[i], issued))
            continue
        own = _of_itself(part, said[i], issued)
        effective = own.effective or over.effective or (issued if over.at_issue else None)
        ends = own.expires or (None if said[i].ends() else over.last_day(effective))
        out.append(replace(own, effective=effective, expires=ends or said[i].last_day(effective)))
    return out


def _notices(parts: Sequence[Part]) -> Iterable[Part]:
    """A notice that says nothing itself is in force as long as anything that it carries."""
    for i, part in enumerate(parts):
        if (i == 0 or _carries(parts, i)) and not (part.effective or part.expires):
            behind = next((j for j in range(i + 1, len(parts)) if _carries(parts, j)), len(parts))
            first, last = _reach(parts[i + 1 : behind])
            yield replace(part, effective=first, expires=last)
        else:
            yield part


def _reach(parts: Sequence[Part]) -> tuple[str | None, str | None]:
    """(the first day, the last); no last day where one of them has none."""
    starts, ends = [p.effective for p in parts if p.effective], [p.expires for p in parts if p.expires]
    return min(starts, default=None), max(ends) if ends and len(ends) == len(parts) else None


def _together(meta: Metadata, carried: Sequence[tuple[Part, Validity]]) -> Metadata:
    if not carried:
        return meta
    first, last = _reach([part for part, _ in carried])
    spans: dict[str, Span] = {k: v for k, v in meta.spans.items() if k not in {"effective", "expires"}}
    for name, day in (("effective", first), ("expires", last)):
        said = [v.spans[name] for part, v in carried if getattr(part, name) == day and name in v.spans]
        if day and (said or name in meta.spans):
            spans[name] = said[-1] if said else meta.spans[name]
    titles = dict.fromkeys([*meta.carried, *(part.title for part, _ in carried if part.title)])
    return replace(meta, effective=first, expires=last, spans=spans, carried=tuple(titles))
