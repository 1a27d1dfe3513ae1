"""All fields together: what each part of a document says, and which of them wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from index.clauses.document import Doubt, Metadata, Span
from index.clauses.metadata.carried import begins
from index.clauses.metadata.dates import DAY_ONLY, iso
from index.clauses.metadata.flat import Line, across, lines_of
from index.clauses.metadata.head import Head, read_head
from index.clauses.metadata.issuers import read_issuers, spaced
from index.clauses.metadata.kind import kind_of
from index.clauses.metadata.note import Event, is_note_line, is_revision, read_events
from index.clauses.metadata.number import promulgating
from index.clauses.metadata.page_dates import last_day_known, page_day, start_doubt
from index.clauses.metadata.region import region_and_level
from index.clauses.metadata.repeals import read_repeals
from index.clauses.metadata.signature import Signature, read_signature
from index.clauses.metadata.validity import Validity, period_end, read_validity
from index.clauses.paragraphs import Paragraph

_CARRYING = ("印发", "转发", "批转", "发布", "公布", "重新")


@dataclass(frozen=True)
class Front:
    """What must be known before the tree grows. ``parts``: for each instrument in the file, paragraphs from where to
    where, and its title; the first is the document itself. ``titled_by`` as in Metadata."""

    lines: tuple[Line, ...]
    head: Head
    title: str
    titled_by: str
    title_span: Span | None
    parts: tuple[tuple[int, int, str], ...]
    stem: str
    source_text: str = field(repr=False)


def read_front(paragraphs: Sequence[Paragraph], text: str, source: str) -> Front:
    """``source`` is the file's name; ``text`` what the reader gave."""
    lines = lines_of(paragraphs, text)
    stem = PurePath(source).stem
    head = read_head(lines, stem)
    starts = begins(lines, head)
    titles = [_printed(lines[i : i + n]) for i, n in starts]
    title, by, span = _title(head, stem, [lines[i : i + n] for i, n in starts])
    ends = [*(i for i, _ in starts), len(lines)]
    parts = [(0, ends[0], title)]
    parts += [(i, end, name) for (i, _), end, name in zip(starts, ends[1:], titles, strict=True)]
    return Front(tuple(lines), head, title, by, span, tuple(parts), stem, text)


def _printed(lines: Sequence[Line]) -> str:
    """As printed, without white space; round brackets full width."""
    words = "".join("".join(line.paragraph.text.lstrip("# ").split()) for line in lines)
    return words.replace("(", "（").replace(")", "）")


def _title(head: Head, stem: str, carried: list[Sequence[Line]]) -> tuple[str, str, Span | None]:
    """The printed one; else the file's name where it is a notice's or nothing else is printed; else that of the
    instrument carried."""
    if head.title_lines:
        return spaced(_printed(head.title_lines), head), "text", across(head.title_lines)
    if "title" in head.labels:
        return head.labels["title"][0], "text", head.labels["title"][1]
    if carried and kind_of(stem) not in {"通知", "决定", "通报"}:
        return _printed(carried[0]), "text", across(carried[0])
    return stem, "file", None


@dataclass
class _Fields:
    """Values with the spans that they were read from, while they are gathered."""

    values: dict[str, str | None] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def put(self, name: str, value: str | None, span: Span | None) -> None:
        """The first that has a value stands."""
        if value and not self.values.get(name):
            self.values[name] = value
            if span:
                self.spans[name] = span


def read_metadata(front: Front) -> tuple[Metadata, tuple[Doubt, ...]]:
    """Every field that the text gives, with its span; what it does not give is None. What is doubtful about it."""
    head, got = front.head, _Fields()
    events = read_events(_note_lines(front))
    signature = _signature(front)
    issuers, span = read_issuers(head, signature, events)
    if issuers and span:
        got.spans["issuers"] = span
    got.put("title", front.title, front.title_span)
    _number(head, events, got)
    _days(front, signature, events, got)
    _validity(front, events, got)
    region, level, where = region_and_level(issuers, front.title, front.stem, front.source_text)
    if where in got.spans and region:
        got.spans["region"] = got.spans[where]
    if head.addressees:
        got.spans["addressees"] = head.addressees.whole
    value = got.values.get
    meta = Metadata(
        front.title, value("number"), issuers, head.addressees.paragraph.text.rstrip("：: ") if head.addressees else None,
        value("issued"), value("published"), value("effective"), value("revised"), value("expires"),
        _kind(front), region, level, "file" if front.titled_by == "file" else "text", _carried(front),
        read_repeals(front.lines, front.title), got.spans,
    )  # fmt: skip
    return meta, tuple(got.doubts)


def _carried(front: Front) -> tuple[str, ...]:
    return tuple(title for _, _, title in front.parts[1:])


def _kind(front: Front) -> str | None:
    """Of what a notice carries, else of the document itself."""
    own = kind_of(front.title)
    carried = _carried(front)
    if carried and (own in {"通知", "函", None} or front.head.order):
        return kind_of(carried[-1])
    return own


def _note_lines(front: Front) -> list[Line]:
    """The note below the title; of a file that an order opens, that of what it carries."""
    if front.head.notes:
        return list(front.head.notes)
    start = front.parts[-1][0] if len(front.parts) > 1 else 0
    return [line for line in front.lines[start + 1 : start + 6] if is_note_line(line)] if start else []


def _signature(front: Front) -> Signature | None:
    """The notice's, else that of what it carries."""
    for number, (start, end, _) in enumerate(front.parts):
        first = max(start, front.head.below) if number == 0 else start + 1
        found = read_signature(front.lines[:end], first)
        if found and (found.issuers or _closes(front, found, end)):
            return found
    return None


def _closes(front: Front, signature: Signature, end: int) -> bool:
    """A date that nobody signs stands at the end of its instrument."""
    return any(
        line.whole[0] <= signature.day_span[0] < line.whole[1] for line in front.lines[max(0, end - 4) : end]
    )


def _number(head: Head, events: Sequence[Event], got: _Fields) -> None:
    if head.number:
        got.put("number", *head.number)
    if label := head.labels.get("number"):
        got.put("number", *label)
    for event in events:
        if not event.formal and (match := promulgating(event.text)):
            start = event.text_span[0] + match.start()
            got.put("number", match.group(), (start, start + match.end() - match.start()))


def _days(front: Front, signature: Signature | None, events: Sequence[Event], got: _Fields) -> None:
    head = front.head
    if signature:
        got.put("issued", signature.day, signature.day_span)
    if head.dated and (match := DAY_ONLY.match(head.dated.text)):
        got.put("issued", iso(match.group(1)), head.dated.span(*match.span(1)))
    for name in ("issued", "published"):
        if label := head.labels.get(name):
            got.put(name, iso(label[0]), label[1])
    _told(events, got)
    revisions = sorted((e for e in events if is_revision(e)), key=lambda e: e.day)
    if revisions:
        got.put("revised", revisions[-1].day, revisions[-1].span)


def _told(events: Sequence[Event], got: _Fields) -> None:
    """The day of the first promulgation, else of adoption, else of approval."""
    told = [e for e in events if not e.formal]
    for event in told:
        if event.verb in {"公布", "发布", "颁布"} and not is_revision(event):
            got.put("published", event.day, event.span)
    if first := got.values.get("published"):
        got.put("issued", first, got.spans.get("published"))
    for verbs in ({"公布", "发布", "颁布", "印发", "通过"}, {"批准"}):
        for event in told:
            if event.verb in verbs:
                got.put("issued", event.day, event.span)


def _validity(front: Front, events: Sequence[Event], got: _Fields) -> None:
    """What the carried instrument says counts before what the notice says; a decision that amends speaks for itself."""
    said = [read_validity(front.lines[a:b]) for a, b, _ in front.parts]
    if kind_of(front.title) != "决定":
        said.reverse()
    _start(front.head, next((v for v in said if v.starts()), Validity()), events, got)
    ending = next((v for v in said if v.ends()), Validity())
    got.put("expires", ending.last_day(got.values.get("effective")), ending.spans.get("expires"))
    for _, _, title in front.parts:
        span = got.spans.get("title")
        if not ending.ends():
            got.put("expires", period_end(title), span)
    for name in ("effective", "expires"):
        if label := front.head.labels.get(name):
            got.put(name, iso(label[0]), label[1])
    _void(front.head, got)


def _void(head: Head, got: _Fields) -> None:
    last, doubt = last_day_known(head, got.values.get("expires"))
    if last:
        got.values.pop("expires", None)
        got.put("expires", last, head.labels["void"][1])
    got.doubts += [doubt] if doubt else []


def _start(head: Head, said: Validity, events: Sequence[Event], got: _Fields) -> None:
    span = said.spans.get("effective")
    doubt = start_doubt(
        head, bool(said.effective), said.effective or (got.values.get("issued") if said.at_issue else None)
    )
    got.doubts += [doubt] if doubt else []
    if said.at_issue and not said.effective:
        got.put("effective", *page_day(head, "effective"))
    got.put("effective", said.effective, span)
    if said.effective and said.at_issue in {"公布", "发布", "公告", "公开发布"}:
        got.put("published", said.effective, span)
        got.put("issued", said.effective, span)
    if said.at_issue and not said.effective:
        passed = next((e for e in events if e.verb == "通过"), None)
        if said.at_issue == "通过":
            day = passed.day if passed else None
        else:
            adopted_only = (
                passed is not None
                and got.values.get("issued") == passed.day
                and not got.values.get("published")
            )
            day = None if adopted_only else got.values.get("issued") or got.values.get("published")
        got.put("effective", day, span)
    for event in events:
        if event.verb in {"施行", "实施", "生效"} and not said.starts():
            got.put("effective", event.day, event.span)
