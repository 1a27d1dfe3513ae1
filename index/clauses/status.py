"""Whether a document is in force on a day: by the user's word, by what other documents of the library repeal, by its dates.

What nothing says stays unknown. A document that is not yet in force is unknown too, and the reason says from when it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from index.clauses.document import Clause, Document, Exempt
from index.clauses.numerals import plain

Status = Literal["current", "expired", "superseded", "unknown"]
_GONE = ("expired", "superseded")
STATUSES: tuple[Status, ...] = ("current", "expired", "superseded", "unknown")


@dataclass(frozen=True)
class Standing:
    """``reason`` is a sentence in Chinese without its full stop, "" where there is nothing to tell; ``future``: not yet in
    force; ``excepted``: of a clause to which its document's term does not apply."""

    status: Status
    reason: str = ""
    future: bool = False
    excepted: bool = False


@dataclass(frozen=True)
class Term:
    """The days of one instrument in a file, and the words and clauses that it leaves out of them."""

    title: str
    effective: str | None = None
    expires: str | None = None
    exceptions: tuple[Exempt, ...] = ()


@dataclass(frozen=True)
class Dated:
    """What the standing of a document depends on. ``titles``: its own first, then those of what it carries; ``repeals``:
    (title, number) of each document that it puts out of force; ``chosen``: what the user has set; ``terms``: one for each
    instrument where they differ or something is excepted. Dates are ISO."""

    id: str
    titles: tuple[str, ...]
    number: str | None = None
    issued: str | None = None
    revised: str | None = None
    effective: str | None = None
    expires: str | None = None
    repeals: tuple[tuple[str | None, str | None], ...] = ()
    chosen: Status | None = None
    terms: tuple[Term, ...] = ()

    @property
    def version(self) -> str | None:
        """The day of the text as it stands."""
        return self.revised or self.issued or self.effective

    @property
    def called(self) -> str:
        number = f"（{self.number}）" if self.number else ""
        return f"《{self.titles[0]}》{number}"


def dated(document: Document) -> Dated:
    meta = document.metadata
    return Dated(
        document.id, document.titles(), meta.number, meta.issued, meta.revised, meta.effective, meta.expires,
        tuple((m.title, m.number) for m in meta.repeals), terms=terms_of(document),
    )  # fmt: skip


def terms_of(document: Document) -> tuple[Term, ...]:
    """Of each instrument; none where all have the document's days and nothing is excepted."""
    meta, parts = document.metadata, document.parts
    if all((p.effective, p.expires, p.exceptions) == (meta.effective, meta.expires, ()) for p in parts):
        return ()
    return tuple(Term(p.title, p.effective, p.expires, p.exceptions) for p in parts if p.title)


def by_dates(one: Dated, today: date) -> Standing:
    """From the document's own dates alone."""
    now = today.isoformat()
    if one.expires and one.expires < now:
        return Standing("expired", f"有效期至{_day(one.expires)}")
    if one.effective and one.effective > now:
        return Standing("unknown", f"尚未施行，自{_day(one.effective)}起施行", future=True)
    return Standing("current", f"有效期至{_day(one.expires)}") if one.expires else Standing("unknown")


class Standings:
    """The standing of every document of a library on a day; looking one up costs nothing."""

    def __init__(self, documents: Iterable[Dated], today: date) -> None:
        self.today = today
        self._all = {one.id: one for one in documents}
        self._repealing: dict[str, list[tuple[Dated, str | None, str | None]]] = {}
        self._same: dict[str, list[Dated]] = {}
        for one in self._all.values():
            self._same.setdefault(_key(one.titles[0]), []).append(one)
            if _in_force_by(one, today):
                for title, number in one.repeals:
                    for key in {_key(title or ""), _key(number or "")} - {""}:
                        self._repealing.setdefault(key, []).append((one, title, number))

    def of(self, document: Document, clause: Clause | None = None) -> Standing:
        """Of a document of the library, or of one that is not in it by its own dates; of one of its clauses."""
        one = self._all.get(document.id)
        if one is None:
            return by_dates(dated(document), self.today)
        return self._of_term(one, document.part_title(clause), clause.id) if clause else self._of(one)

    def of_id(self, doc_id: str, title: str = "", clause_id: str = "") -> Standing | None:
        """Of a document of the library; with ``title``, of the instrument of that title in it; with ``clause_id`` too, of a
        clause, which that instrument may leave out of its term."""
        one = self._all.get(doc_id)
        if one is None:
            return None
        return self._of_term(one, title, clause_id) if title else self._of(one)

    def _of(self, one: Dated) -> Standing:
        """Of the whole document; a part of it that stands otherwise is told."""
        if one.chosen:
            return Standing(one.chosen, "由使用者设定")
        own = by_dates(one, self.today)
        if own.status == "expired":
            return _with_exceptions(own, one.terms)
        standing = self._repealed(one) or self._revised(one) or _with_exceptions(own, one.terms)
        carried = {t.title: self._of_term(one, t.title) for t in one.terms[1:] if t.title != one.titles[0]}
        gone = [f"《{title}》{s.reason}" for title, s in carried.items() if s.status in _GONE]
        if not gone or standing.status in _GONE:
            return standing
        status: Status = "superseded" if len(gone) == len(carried) > 1 else standing.status
        return Standing(
            status, "，".join(filter(None, [standing.reason, f"其中{'、'.join(gone)}"])), standing.future
        )

    def _of_term(self, one: Dated, title: str, clause_id: str = "") -> Standing:
        term = next((t for t in reversed(one.terms) if t.title == title), None)
        if one.chosen or term is None:
            return self._of(one)
        excepted = next((e for e in term.exceptions if _is_in(clause_id, e.clauses)), None)
        days = replace(one, effective=term.effective, expires=term.expires)
        if excepted:
            days = replace(one, effective=excepted.effective, expires=excepted.expires)
        own = by_dates(days, self.today)
        if excepted and not (excepted.effective or excepted.expires):
            own = Standing("unknown", f"就{excepted.text}的期限另有规定，请核对原文", excepted=True)
        elif not excepted:
            own = _with_exceptions(own, (term,))
        if own.status == "expired":
            return own
        return self._repealed(one, title) or self._revised(one) or own

    def of_dates(self, effective: str | None, expires: str | None) -> Standing:
        """Of a document that is not yet in the library."""
        return by_dates(Dated("", ("",), effective=effective, expires=expires), self.today)

    def _repealed(self, one: Dated, part: str = "") -> Standing | None:
        """Of a file with several instruments one may be repealed by its own title, and the others stay."""
        carried = {_key(t.title) for t in one.terms[1:]} - {_key(one.titles[0])}
        apart = carried if len(carried) > 1 else set()
        keys = {_key(t) for t in one.titles} | ({_key(one.number)} if one.number else set())
        for key in sorted(keys):
            for other, title, number in self._repealing.get(key, ()):
                named = _key(title or "") if _key(title or "") in apart else ""
                if named and named != _key(part):
                    continue
                if _meant(one, title, number) and _newer(other, one):
                    return Standing("superseded", f"已由{other.called}废止")
        return None

    def _revised(self, one: Dated) -> Standing | None:
        """The library has the text of the same document as it was revised later."""
        for other in self._same[_key(one.titles[0])]:
            same = other.issued == one.issued is not None and other.number == one.number
            later = other.revised is not None and other.revised > (one.revised or one.issued or "")
            if same and later and other.revised and _in_force_by(other, self.today):
                return Standing("superseded", f"{other.called}已于{_day(other.revised)}修订")
        return None


def _with_exceptions(standing: Standing, terms: Iterable[Term]) -> Standing:
    """「除第二十三条外」 is told with the term, so that nobody takes the term for those clauses'."""
    said = dict.fromkeys(f"{e.text}另有规定" for term in terms for e in term.exceptions)
    return replace(standing, reason="，".join(filter(None, [standing.reason, *said]))) if said else standing


def _is_in(clause_id: str, owners: Iterable[str]) -> bool:
    return any(clause_id == owner or clause_id.startswith(f"{owner}.") for owner in owners)


def _in_force_by(one: Dated, today: date) -> bool:
    """A document that takes effect later repeals nothing yet; one without dates is taken at its word."""
    return (one.effective or one.issued or "") <= today.isoformat()


def _meant(one: Dated, title: str | None, number: str | None) -> bool:
    """A number decides where both have one, the title otherwise."""
    if number and one.number:
        return _key(number) == _key(one.number)
    return bool(title) and _key(title or "") in {_key(t) for t in one.titles}


def _newer(other: Dated, one: Dated) -> bool:
    """A document repeals an older one; of the same title only one that is certainly older."""
    if other.id == one.id:
        return False
    if other.version and one.version:
        return other.version > one.version
    return not {_key(t) for t in other.titles} & {_key(t) for t in one.titles}


def _key(name: str) -> str:
    """Titles and numbers alike whatever brackets and spaces they are written with."""
    return re.sub(r"[《》〈〉（）〔〕【】“”\s]", "", plain(name))


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.year}年{day.month}月{day.day}日"
