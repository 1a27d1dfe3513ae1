"""Whether a document is in force on a day: by the user's word, by what other documents of the library repeal, by its dates.

What nothing says stays unknown. A document that is not yet in force is unknown too, and the reason says from when it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from index.clauses.numerals import plain

if TYPE_CHECKING:
    from index.clauses.document import Document

Status = Literal["current", "expired", "superseded", "unknown"]
STATUSES: tuple[Status, ...] = ("current", "expired", "superseded", "unknown")


@dataclass(frozen=True)
class Standing:
    """``reason`` is a sentence in Chinese without its full stop, "" where there is nothing to tell; ``future``: not yet in
    force."""

    status: Status
    reason: str = ""
    future: bool = False


@dataclass(frozen=True)
class Dated:
    """What the standing of a document depends on. ``titles``: its own first, then those of what it carries; ``repeals``:
    (title, number) of each document that it puts out of force; ``chosen``: what the user has set. Dates are ISO."""

    id: str
    titles: tuple[str, ...]
    number: str | None = None
    issued: str | None = None
    revised: str | None = None
    effective: str | None = None
    expires: str | None = None
    repeals: tuple[tuple[str | None, str | None], ...] = ()
    chosen: Status | None = None

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
        tuple((m.title, m.number) for m in meta.repeals),
    )  # fmt: skip


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

    def of(self, document: Document) -> Standing:
        """Of a document of the library, or of one that is not in it by its own dates."""
        return self.of_id(document.id) or by_dates(dated(document), self.today)

    def of_id(self, doc_id: str) -> Standing | None:
        one = self._all.get(doc_id)
        if one is None:
            return None
        if one.chosen:
            return Standing(one.chosen, "由使用者设定")
        own = by_dates(one, self.today)
        if own.status == "expired":
            return own
        return self._repealed(one) or self._revised(one) or own

    def of_dates(self, effective: str | None, expires: str | None) -> Standing:
        """Of a document that is not yet in the library."""
        return by_dates(Dated("", ("",), effective=effective, expires=expires), self.today)

    def _repealed(self, one: Dated) -> Standing | None:
        keys = {_key(t) for t in one.titles} | ({_key(one.number)} if one.number else set())
        for key in sorted(keys):
            for other, title, number in self._repealing.get(key, ()):
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
