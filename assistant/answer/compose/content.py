"""Whole sentences by relevance: what a direction covers, and everything no other composer knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.asked_list import asked_list
from assistant.answer.compose.chosen import SHOWN, chosen_of, with_what_it_forbids
from assistant.answer.compose.items import lead_in, left_out, said_of
from assistant.answer.compose.left_open import left_open, left_open_by
from assistant.answer.compose.likely import AS_LIKELY, OF_A_LIST, as_likely, behind_its_name
from assistant.answer.compose.listings import as_many, where_listed
from assistant.answer.compose.meant import Near
from assistant.answer.compose.place import Place, places
from assistant.answer.compose.premise import SO
from assistant.answer.compose.said_elsewhere import where_sought, where_typed
from assistant.answer.compose.sought import lacking
from assistant.answer.compose.under_heading import all_under, names_none
from assistant.answer.compose.whether import by_meaning, rule, says_whether
from assistant.answer.compose.word_for_word import in_full
from assistant.answer.compose.wording import closest, lead
from assistant.answer.draft import Draft, quotes_of
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question import vocabulary
from assistant.question.understand import flatten
from assistant.question.whereabouts import ASKS_CLAUSE, ONLY_WHERE
from index.clauses import Document

BESIDE = "与问题相近的规定不止一条，都列在这里，请核对所问的是哪一条。"
DOUBTFUL = -0.015
"""Nearness below which no sentence speaks of what is asked."""
SAYS_SOMETHING = 3
"""Characters that an answer must have beyond the question."""


def compose(evidence: Evidence) -> Draft | None:
    found = places(evidence)
    question = evidence.question
    if counted := as_many(evidence):
        return counted
    if not found or (question.detail and not (question.perhaps or says_whether(evidence, found))):
        return None
    near: Sequence[Near] = by_meaning(evidence, found)
    if near and _doubtful(found, near):
        return None
    place, near = _meant(evidence, found, near)
    if such := names_none(evidence, place):
        return left_open(evidence, f"其中的{such}", [place])
    if word_for_word := in_full(evidence, place, found):
        place, chosen, near = *word_for_word, []
    else:
        chosen = _chosen(evidence, place, near)
    if not question.yes_no and _repeats_the_question(evidence, place.document, chosen):
        return left_open_by(evidence, place, chosen[0], "文件列有", "具体内容")
    if not place.named and (elsewhere := where_listed(evidence, place.document, chosen)):
        place, chosen, near = *elsewhere, []
    # 「写在第几项」 asks for no figure
    ordinal = "第几" in question.flat and ASKS_CLAUSE.search(question.flat)
    only_where = ordinal or ONLY_WHERE.search(question.flat)
    if not only_where and (missing := lacking(evidence, place.document, chosen)):
        other = where_typed(evidence, found) or where_sought(evidence, found, chosen, missing)
        if other is None:
            return left_open_by(evidence, place, chosen[0], "文件的规定是：", missing)
        place, chosen, near = *other, []
    return _answered(evidence, place, chosen)


def _chosen(evidence: Evidence, place: Place, near: Sequence[Near]) -> list[Sentence]:
    chosen = with_what_it_forbids(evidence, place, chosen_of(evidence, place, near))
    listed = asked_list(evidence, place.document, chosen[0]) if chosen else None
    return [listed] if listed else chosen


def _meant(evidence: Evidence, found: Sequence[Place], near: Sequence[Near]) -> tuple[Place, Sequence[Near]]:
    """The clause to answer from, with the sentences that are near in meaning."""
    place = near[0].place if near else rule(evidence, found)
    of_year = _of_the_year(evidence, found, place)
    return (place, near) if of_year is place else (of_year, [n for n in near if n.place is of_year])


NEXT = 4
"""Clauses of which one may name the year."""


def _of_the_year(evidence: Evidence, found: Sequence[Place], best: Place) -> Place:
    """「对2035年的目标是怎么写的」: the clause that names the year, where the best does not."""
    own = f"{best.document.metadata.issued}{''.join(best.document.titles())}"
    years = [f"{year}年" for year in evidence.question.years if str(year) not in own]
    if not years or not _GOAL.search(evidence.question.flat) or evidence.question.yes_no:
        return best
    naming = [
        p
        for p in found[:NEXT]
        if p.worded and any(y in flatten(p.document.quote(p.start, p.end)) for y in years)
    ]
    return best if best in naming or not naming else naming[0]


_GOAL = re.compile(r"目标|任务|指标|规模")


def _answered(evidence: Evidence, place: Place, chosen: list[Sentence]) -> Draft:
    """The sentences, every one under the heading that the question names, or with those that are about as likely to answer."""
    said = said_of(place.document, place.clause, chosen)
    said.sort(key=lambda s: not (evidence.question.yes_no and _FREQUENCY.search(s.text)))
    opening = _premise(evidence, said[0].text) or lead(evidence, place.clause)
    said[0] = said[0].behind(opening)
    total = len(list(sentences(place.document, place.clause, place.start, place.end)))
    more: tuple[str, ...] = (
        (f"这一条共有{total}句，这里列出最相关的{len(chosen)}句。",) if total > len(chosen) == SHOWN else ()
    )
    such, left = all_under(evidence, place.document, chosen)
    if such:
        said, more = such, left
    elif beside := as_likely(
        evidence, place, chosen, OF_A_LIST if _WHICH.search(evidence.question.flat) else AS_LIKELY
    ):
        said += [part for n in beside for part in behind_its_name(evidence, place, n)]
        if any(n.hit.clause.id != place.clause.id for n in beside):
            more = (*more, BESIDE)
    quotes = quotes_of(said)
    return Draft("answered", tuple(said), (*more, *left_out(quotes)), closest(evidence, quotes))


_WHICH = re.compile("哪[些几]")


def _doubtful(found: Sequence[Place], near: Sequence[Near]) -> bool:
    """Neither words nor meaning say that what is asked is spoken of."""
    return not any(place.worded for place in found) and max(n.near for n in near) < DOUBTFUL


def _repeats_the_question(evidence: Evidence, document: Document, chosen: Sequence[Sentence]) -> bool:
    """「军民深度融合方面6项」 says nothing that 「军民深度融合的6项是什么」 does not know already; an item says what its lead-in
    says."""
    asked = evidence.question.flat
    leads = [over.text for one in chosen if (over := lead_in(document, one))]
    said = flatten("".join((*leads, *(one.text for one in chosen))))
    new = {c for c in said if c.isalpha() and c not in asked} - vocabulary.STOP_CHARACTERS
    if _WHICH_LEVEL.search(asked) and new & set("国省市区县乡"):
        return False
    figures = {f for f in _FIGURES.findall(said) if f not in asked} if _ASKS_A_FIGURE.search(asked) else ()
    return len(new) < SAYS_SOMETHING and not figures


_WHICH_LEVEL = re.compile(r"哪一?级(?:财政|政府|单位|部门)")
_FIGURES = re.compile(r"\d[\d.]*")
_ASKS_A_FIGURE = re.compile(r"多少|几|多[大高长久]|(?:目标|指标|率|值)[？?]?$")


_FREQUENCY = re.compile(r"每(?:日|天|周|月|个月|季度|半年|年)")


_ONCE = re.compile(
    r"(?:一个?)?(日|天|周|月|季度|半年|年)(?:发布|公布|更新|评估|开展|进行|举办)?一次|按(日|周|月|季度|年)"
)


def _frequencies(flat: str) -> set[str]:
    """「一年一次」, 「按季度」 and 「每季度」 in one form."""
    once = {f"每{a or b}" for a, b in _ONCE.findall(flat)}
    return {f.replace("每个", "每") for f in _FREQUENCY.findall(flat)} | once


_SUM = re.compile(r"(\d[\d.]*)[百千万亿]*(?:元|块|%)")
_WHETHER = re.compile(r"(?:是不是|是否|要不要|能不能|能否|可不可以|用不用|有没有|需不需要)([^，。？]+)")


def _premise(evidence: Evidence, text: str) -> str:
    """「每月发布一次吗」 where the text says 每季度: no in front; yes where it says the same."""
    flat = evidence.question.flat
    whether = _WHETHER.search(flat)
    if not evidence.question.yes_no or (whether and not _frequencies(whether[1])):
        return ""  # 「每年签注是不是要收费」
    asked, said = _frequencies(flat), _frequencies(flatten(text))
    if not asked or not said or not set(_SUM.findall(flat)) <= set(_SUM.findall(flatten(text))):
        return ""  # 「每年签注都要交20块钱」 is not only of how often
    return SO[bool(asked & said)]
