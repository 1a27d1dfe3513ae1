"""The days that the table of a government's web page states, against those that the document's own text says.

A day that the text names outranks the page's. 「自印发之日起」 names none: there the page's 实施日期 outranks the signature's
date. A 失效日期 before the end of the text's term is believed, since it is known later; one after it is not. Each time the
two differ it is told as a doubt.
"""

from __future__ import annotations

from datetime import date

from index.clauses.document import Doubt, Span
from index.clauses.metadata.dates import day_before, iso
from index.clauses.metadata.head import Head

Days = dict[str, str | None]


def page_day(head: Head, name: str) -> tuple[str | None, Span]:
    """``name`` as in the labels: effective, expires, void."""
    value, span = head.labels.get(name, ("", (0, 0)))
    return iso(value), span


def start_doubt(head: Head, named: bool, signed: str | None) -> Doubt | None:
    """``signed``: the day that the text says, by name (``named``) or as that of its signature."""
    day, span = page_day(head, "effective")
    if not day or not signed or day == signed:
        return None
    if named:
        return Doubt(f"正文载明自{_chinese(signed)}起施行，网页载实施日期{_chinese(day)}，以正文为准", *span)
    said = (
        f"正文自印发或公布之日起施行，落款日期{_chinese(signed)}，网页载实施日期{_chinese(day)}，按网页所载"
    )
    return Doubt(said, *span)


def last_day_known(head: Head, said: str | None) -> tuple[str | None, Doubt | None]:
    """(the last day in force as the page knows it, None where the text's ``said`` stands; what is doubtful). A page may print
    the last day or the one after it; one further off is that of an early end, and the day before it is the last."""
    day, span = page_day(head, "void")
    if not day:
        return None, None
    if not said:
        return day_before(day), None
    apart = (date.fromisoformat(day) - date.fromisoformat(said)).days
    if apart in {0, 1}:
        return None, None
    words = f"正文有效期至{_chinese(said)}，网页载失效日期{_chinese(day)}"
    if apart < 0:
        return day_before(day), Doubt(f"{words}，按提前失效处理", *span)
    return None, Doubt(f"{words}，以正文为准；如已延长请核实", *span)


def _chinese(day: str) -> str:
    parts = date.fromisoformat(day)
    return f"{parts.year}年{parts.month}月{parts.day}日"
