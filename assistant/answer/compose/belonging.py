"""「空天信息属于高潜力产业吗」: yes or no from the place in the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.wording import closest, in_quotes, sentence
from assistant.answer.draft import Draft, Said, quote_heading
from assistant.desks.cite import by_phrase
from assistant.evidence import Evidence
from assistant.question import words
from assistant.subjects import find_subjects
from index.clauses import Clause, Document

SHORTEST = 3
"""Characters with which a heading begins that are its name."""
NAMED = 0.6
"""Share of a heading that each side must say where only 是 stands between them."""


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if question.belongs is None or question.role or question.how_many:
        return None
    if not question.yes_no and (not words.BELONGING.search(question.flat) or _HOW.search(question.flat)):
        return None
    what = find_subjects(question.belongs[0], evidence.documents)
    in_words = bool(words.BELONGING.search(question.flat))
    if what and not in_words and what[0].share < NAMED:
        return None  # 「单位是不是都必须买」
    if not what:
        return _by_words(evidence, question.belongs[0]) if not question.yes_no else None
    document, clause = what[0].document, what[0].clause
    owners = [c for c in document.ancestors(clause) if c.heading]
    if not owners:
        return None
    if not question.yes_no:
        owner = _one_of(document, question.belongs[1], owners) or owners[-1]
        said = Said(
            f"{clause.heading}属于{owner.heading}。",
            (quote_heading(document, owner), quote_heading(document, clause)),
        )
        return Draft("answered", (said,), closest=closest(evidence, said.quotes))
    where = [s for s in find_subjects(question.belongs[1], [document]) if s.clause.id != clause.id]
    if where and not in_words and where[0].share < NAMED:
        return None
    asked = where[0].clause if where else _called(document, question.belongs[1])
    if asked is None:
        return None
    if asked in owners:
        said = Said(
            f"是的，{clause.heading}属于{asked.heading}。",
            (quote_heading(document, asked), quote_heading(document, clause)),
        )
    else:
        level = [o for o in owners if len(o.path) == len(asked.path)]
        owner = level[0] if level else owners[-1]
        said = Said(
            f"不是。{clause.heading}属于{owner.heading}，不属于{asked.heading}。",
            (quote_heading(document, owner), quote_heading(document, clause)),
        )
    return Draft("answered", (said,), closest=closest(evidence, said.quotes))


_CLASS = re.compile(r"(?:[那这]?一?[类种块]|里面?|当?中)的?$")


def _one_of(document: Document, where: str, owners: Sequence[Clause]) -> Clause | None:
    """「高成长还是高潜力」: the one of these that it stands under."""
    names = re.sub("[嘛哦哟呢呀啊]$", "", where).split("还是")
    asked = [_called(document, name) for name in names] if len(names) > 1 else []
    return next((owner for owner in owners if owner in asked), None)


def _called(document: Document, where: str) -> Clause | None:
    """「高潜力那一类」: the heading that begins so."""
    name = _CLASS.sub("", where)
    found = (c for c in document.clauses if c.heading and c.bare_heading.startswith(name))
    return next(found, None) if len(name) >= SHORTEST else None


_HOW = re.compile(r"(?:如何|怎么|怎样)")
"""「行政区域是如何划分的」 asks for no place in the tree."""


def _by_words(evidence: Evidence, what: str) -> Draft | None:
    """「AR/VR 属于哪个方向」: the clause whose text says the words."""
    for word in re.split(r"[、和与及]", re.sub(r"[“”]", "", what)):
        quotes = (
            [q for d in evidence.searched for q in by_phrase(word, d) if q.clause.heading]
            if len(word) >= 2
            else []
        )
        if len(quotes) == 1 or (quotes and len({q.clause.id for q in quotes}) == 1):
            quote = quotes[0]
            owners = [c.heading for c in quote.document.ancestors(quote.clause) if c.heading]
            inside = f"，属于{owners[-1]}" if owners else ""
            said = Said(
                f"{word}写在{quote.locator}{in_quotes(quote.clause.heading)}{inside}：{sentence(quote.text)}",
                (quote,),
            )
            return Draft("answered", (said,), closest=closest(evidence, (quote,)))
    return None
