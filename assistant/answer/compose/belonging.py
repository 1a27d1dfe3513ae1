"""「空天信息属于高潜力产业吗」: yes or no from the place in the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.hits_meant import words_as_written
from assistant.answer.compose.items import said_of
from assistant.answer.compose.wording import closest, in_quotes, sentence
from assistant.answer.draft import Draft, Said, quote_heading
from assistant.answer.sentences import sentences
from assistant.desks.cite import by_phrase
from assistant.evidence import Evidence
from assistant.question.occurrence_words import BELONGING
from assistant.question.understand import flatten
from assistant.subjects import Subject, find_subjects
from index.clauses import Clause, Document

SHORTEST = 3
"""Characters with which a heading begins that are its name."""
NAMED = 0.6
"""Share of a heading that each side must say where only 是 stands between them."""


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if question.belongs is None or question.role or question.how_many or question.detail:
        return None
    in_words = bool(BELONGING.search(question.flat)) or _one_of_two(evidence, question.belongs[1])
    if not question.yes_no and (not in_words or _HOW.search(question.flat)):
        return None
    what = find_subjects(question.belongs[0], evidence.documents)
    if what and not in_words and what[0].share < NAMED:
        return None  # 「单位是不是都必须买」
    said = None if question.yes_no else _by_words(evidence, *question.belongs, what)
    if said is None and what:
        said = _by_heading(evidence, question.belongs[1], what[0], in_words)
    if said is None:
        return None
    more = _saying_as_written(evidence, what[0]) if what else []
    return Draft("answered", (said, *more), closest=closest(evidence, said.quotes))


def _saying_as_written(evidence: Evidence, what: Subject) -> list[Said]:
    """「做CAR-T的，有没有列为重点」: beside the heading, the sentence under it that has the word."""
    document, clause = what.document, what.clause
    words = [w for w in words_as_written(evidence) if w not in flatten(clause.heading).lower()]
    held = sentences(document, clause, clause.start, document.end_of(clause))
    saying = [one for one in held if any(w in flatten(one.text).lower() for w in words)]
    return said_of(document, clause, saying[:1])


def _by_heading(evidence: Evidence, where: str, what: Subject, in_words: bool) -> Said | None:
    """What the heading stands under; whether that is what the question says."""
    document, clause = what.document, what.clause
    owners = [c for c in document.ancestors(clause) if c.heading]
    if not owners:
        return None
    if not evidence.question.yes_no:
        owner = _one_of(document, where, owners) or owners[-1]
        return _owned(document, f"{clause.heading}属于{owner.heading}。", owner, clause)
    named = [s for s in find_subjects(where, [document]) if s.clause.id != clause.id]
    if named and not in_words and named[0].share < NAMED:
        return None
    asked = named[0].clause if named else _called(document, where)
    if asked is None:
        return None
    if asked in owners:
        return _owned(document, f"是的，{clause.heading}属于{asked.heading}。", asked, clause)
    owner = next((o for o in owners if len(o.path) == len(asked.path)), owners[-1])
    denied = f"不是。{clause.heading}属于{owner.heading}，不属于{asked.heading}。"
    return _owned(document, denied, owner, clause)


def _owned(document: Document, text: str, owner: Clause, clause: Clause) -> Said:
    return Said(text, (quote_heading(document, owner), quote_heading(document, clause)))


_CLASS = re.compile(r"(?:(?:[那这]?一?[类种块]|里面?|当?中)的?)+$")


def _one_of(document: Document, where: str, owners: Sequence[Clause]) -> Clause | None:
    """「高成长还是高潜力」: the one of these that it stands under."""
    names = re.sub("[嘛哦哟呢呀啊]$", "", where).split("还是")
    asked = [_called(document, name) for name in names] if len(names) > 1 else []
    return next((owner for owner in owners if owner in asked), None)


def _one_of_two(evidence: Evidence, where: str) -> bool:
    """「是高成长还是高潜力」: headings, between which a bare 是 asks for the place in the tree."""
    names = where.split("还是")
    return len(names) > 1 and any(all(_called(d, name) for name in names) for d in evidence.documents)


def _called(document: Document, where: str) -> Clause | None:
    """「高潜力那一类」: the heading that begins so."""
    name = _CLASS.sub("", where)
    found = (c for c in document.clauses if c.heading and c.bare_heading.startswith(name))
    return next(found, None) if len(name) >= SHORTEST else None


_HOW = re.compile(r"(?:如何|怎么|怎样)")
"""「行政区域是如何划分的」 asks for no place in the tree."""


def _by_words(evidence: Evidence, what: str, where: str, named: Sequence[Subject]) -> Said | None:
    """「AR/VR 属于哪个方向」: the clause whose text says the words, where no heading does in full."""
    if named and named[0].share == 1:
        return None
    for word in re.split(r"[、和与及]", re.sub(r"[“”]", "", what)):
        quotes = (
            [q for d in evidence.searched for q in by_phrase(word, d) if q.clause.heading]
            if len(word) >= 2
            else []
        )
        if quotes and len({q.clause.id for q in quotes}) == 1:
            quote = quotes[0]
            owners = [c for c in quote.document.ancestors(quote.clause) if c.heading]
            owner = _one_of(quote.document, where, owners) or next(iter(owners[-1:]), None)
            inside = f"，属于{owner.heading}" if owner else ""
            place = f"{quote.locator}{in_quotes(quote.clause.heading)}"
            return Said(f"{word}写在{place}{inside}：{sentence(quote.text)}", (quote,))
    return None
