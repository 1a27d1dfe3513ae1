"""Whole sentences by relevance: what a direction covers, and everything no other composer knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.faq import pair_meant
from assistant.answer.compose.hits_meant import words_as_written
from assistant.answer.compose.items import lead_in, left_out, outermost, said_of, with_items
from assistant.answer.compose.left_open import left_open_by, nearest, share_of
from assistant.answer.compose.listings import as_many, where_listed
from assistant.answer.compose.marked import marked
from assistant.answer.compose.meant import Near
from assistant.answer.compose.place import Place, places, without_forwarding
from assistant.answer.compose.places_named import names_county, names_place
from assistant.answer.compose.premise import SO
from assistant.answer.compose.sought import lacking, saying_what_is_sought
from assistant.answer.compose.tiers import in_tier
from assistant.answer.compose.whether import MAY, by_meaning, rule, says_whether
from assistant.answer.compose.word_for_word import in_full
from assistant.answer.compose.wording import closest, lead
from assistant.answer.draft import Draft, Said
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question import vocabulary
from assistant.question.alike import parted
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Document

RULE = 800
"""Characters of a clause that is one rule."""
SHORT = 260
"""Characters up to which a clause is shown whole."""
SHOWN = 4
SHORT_SHOWN = 6
"""Sentences of a short clause that are shown at most."""
LEVEL = 0.8
"""Distance in score within which two clauses are as good as level; from 1,241 questions with gold passages."""
BOTH = "有两条规定与问题同样相近，都列在这里，请核对所问的是哪一条。"
NEXT = 4
"""Clauses in which a word that is typed is looked for."""
ALIKE = 0.01
"""Distance in worth within which sentences are about as near to the question."""
NEAREST = 2
"""Sentences of a clause that are shown where only their meaning tells."""
DOUBTFUL = -0.015
"""Nearness below which no sentence speaks of what is asked."""
SAYS_SOMETHING = 3
"""Characters that an answer must have beyond the question."""


def compose(evidence: Evidence) -> Draft | None:
    found = places(evidence)
    question = evidence.question
    if listed := as_many(evidence):
        return listed
    if not found or (question.detail and not (question.perhaps or says_whether(evidence, found))):
        return None
    near = by_meaning(evidence, found)
    if near and _doubtful(found, near):
        return None
    place = near[0].place if near else rule(evidence, found)
    if word_for_word := in_full(evidence, place, found):
        place, chosen, near = *word_for_word, []
    else:
        chosen = _with_what_it_forbids(evidence, place, _choose(evidence, place, near))
    if not evidence.question.yes_no and _repeats_the_question(evidence, place.document, chosen):
        return left_open_by(evidence, place, chosen[0], "文件列有", "具体内容")
    if not place.named and (elsewhere := where_listed(evidence, place.document, chosen)):
        place, chosen, near = *elsewhere, []
    missing = lacking(evidence, place.document, chosen)
    if missing and (other := _where_typed(evidence, found)):
        place, chosen, near, missing = *other, [], ""
    if missing:
        return left_open_by(evidence, place, chosen[0], "文件的规定是：", missing)
    said = said_of(place.document, place.clause, chosen)
    said.sort(key=lambda s: not (evidence.question.yes_no and _FREQUENCY.search(s.text)))
    opening = _premise(evidence, said[0].text) or lead(evidence, place.clause)
    said[0] = Said(opening + said[0].text, said[0].quotes)
    total = len(list(sentences(place.document, place.clause, place.start, place.end)))
    more = (
        (f"这一条共有{total}句，这里列出最相关的{len(chosen)}句。",) if total > len(chosen) == SHOWN else ()
    )
    if beside := _beside(evidence, place, near) if near else _runner_up(evidence, found, place, chosen):
        said += beside
        more = (*more, BOTH)
    quotes = tuple(q for s in said for q in s.quotes)
    return Draft("answered", tuple(said), (*more, *left_out(quotes)), closest(evidence, quotes))


def _where_typed(evidence: Evidence, found: Sequence[Place]) -> tuple[Place, list[Sentence]] | None:
    """「创业担保贷款 经办银行」: the sentence of another clause that has the word typed last and says what it asks for."""
    word = evidence.question.typed[-1] if evidence.question.typed else ""
    for place in found[1:NEXT] if word else ():
        for one in sentences(place.document, place.clause, place.start, place.end):
            if word in one.text and not lacking(evidence, place.document, [one]):
                return place, [one]
    return None


def _runner_up(
    evidence: Evidence, found: Sequence[Place], best: Place, chosen: Sequence[Sentence]
) -> list[Said]:
    """The nearest sentence of the next clause, where the two are as good as level and it holds as much of the question: then
    the first is the one meant in two of five cases, the second in one of four."""
    others = (p for p in found if not p.named and p.clause.locator != best.clause.locator)
    other = next(others, None)
    several = _SEVERAL_OWNERS.search(evidence.question.flat) and other and other.score >= best.score
    level = other is not None and (several or other.fused >= best.fused - LEVEL)
    if best.named or other is None or not level or other.document.id in evidence.gone:
        return []
    one = nearest(evidence, other)
    held = max(share_of(evidence, mine) for mine in chosen)
    if one is None or share_of(evidence, one) < held or any(one.text in mine.text for mine in chosen):
        return []
    return _behind_its_name(evidence, other, one)


_SEVERAL_OWNERS = re.compile(r"哪(?:几个|些)[^，。？?]{0,4}(?:方向|产业|领域|赛道|板块|任务|行动)")
"""「能对上哪几个细分方向」: every clause that says as much of it is meant."""


def _doubtful(found: Sequence[Place], near: Sequence[Near]) -> bool:
    """Neither words nor meaning say that what is asked is spoken of."""
    return not any(place.worded for place in found) and max(n.near for n in near) < DOUBTFUL


def _beside(evidence: Evidence, place: Place, near: Sequence[Near]) -> list[Said]:
    """The nearest sentence of another clause, where it is about as near."""
    other = next((n for n in near if n.place.clause.locator != place.clause.locator), None)
    if other is None or other.worth < near[0].worth - ALIKE or other.place.document.id in evidence.gone:
        return []
    return _behind_its_name(evidence, other.place, other.sentence)


def _behind_its_name(evidence: Evidence, place: Place, one: Sentence) -> list[Said]:
    said = said_of(place.document, place.clause, [with_items(place.document, one)])
    said[0] = Said(lead(evidence, place.clause) + said[0].text, said[0].quotes)
    return said


def _repeats_the_question(evidence: Evidence, document: Document, chosen: Sequence[Sentence]) -> bool:
    """「军民深度融合方面6项」 says nothing that 「军民深度融合的6项是什么」 does not know already; an item says what its lead-in
    says."""
    asked = evidence.question.flat
    leads = [over.text for one in chosen if (over := lead_in(document, one))]
    said = flatten("".join((*leads, *(one.text for one in chosen))))
    new = {c for c in said if c.isalpha() and c not in asked} - vocabulary.STOP_CHARACTERS
    figures = {f for f in _FIGURES.findall(said) if f not in asked} if _ASKS_A_FIGURE.search(asked) else ()
    return len(new) < SAYS_SOMETHING and not figures


_FIGURES = re.compile(r"\d[\d.]*")
_ASKS_A_FIGURE = re.compile(r"多少|几|多[大高长久]|(?:目标|指标|率|值)[？?]?$")


def _choose(evidence: Evidence, place: Place, near: Sequence[Near]) -> list[Sentence]:
    """A short clause whole; of a long one the sentences that cover the question best, or are the nearest in meaning where the
    words do not tell; in document order."""
    document, clause = place.document, place.clause
    found = _without_captions(list(sentences(document, clause, place.start, place.end)))
    found = without_forwarding(evidence, clause, found) or found
    written = words_as_written(evidence)
    found = [one for one in found if any(w in flatten(one.text).lower() for w in written)] or found
    if not found:
        return [Sentence(clause.start, clause.end, document.quote(clause.start, clause.end))]
    if pair := pair_meant(evidence, document, found):
        return [pair]
    if one := marked(evidence, document, found):
        return [with_items(document, one)]
    terms = terms_of(content_of(_rest(evidence, place)))
    scored = [(evidence.coverage(flatten(one.text).lower(), terms), one) for one in found]
    best = max(score for score, _ in scored)
    asks_more = bool(terms) and best >= 0.5
    if sum(len(one.text) for one in found) <= SHORT and not (asks_more and len(found) > 2):
        return _without_leads(document, found)[:SHORT_SHOWN]
    if not asks_more and place.named:
        return outermost([with_items(document, one) for one in found[:SHOWN]])
    kept = [one for score, one in scored if score >= max(best * 0.75, 0.01)] or found
    fits = in_tier(evidence.question.about, [one.text for one in found])
    if any(fits):
        kept = [one for one, its in zip(found, fits, strict=True) if its]
    kept = [one for one in kept if not parted(evidence.question.flat, one.text)] or kept
    kept = [one for one in found if _names_the_region(evidence, document, one)] or kept
    if _GOAL.search(evidence.question.flat):
        kept = [o for o in found if any(f"{year}年" in o.text for year in evidence.question.years)] or kept
    if near:
        alike = [n.sentence for n in near if n.place is place and n.worth >= near[0].worth - ALIKE]
        kept = sorted(alike[:NEAREST], key=lambda one: one.start)
    kept = kept if any(fits) else saying_what_is_sought(evidence, found, kept)
    return outermost([with_items(document, one) for one in _without_leads(document, kept)[:SHOWN]])


def _names_the_region(evidence: Evidence, document: Document, one: Sentence) -> bool:
    """「荆州打造…」 in the plan of a province, where it is asked about that city."""
    regions = [r for r in evidence.question.regions if r not in "".join(document.titles())]
    return any(names_place(one.text, region) for region in regions) or names_county(
        evidence, document, one.text
    )


_GOAL = re.compile(r"目标|任务|定位|愿景")
_FORBIDS = re.compile(
    r"不得|禁止|严禁|不予|不再?享受|不计入|不在[^，。；]{0,8}范围|不属于|不纳入|方可|方能|后才能|继续有效"
)


def _with_what_it_forbids(evidence: Evidence, place: Place, chosen: list[Sentence]) -> list[Sentence]:
    """Whether one may do something is not answered without what the same clause forbids, or demands first."""
    flat = evidence.question.flat
    if not (evidence.question.yes_no and MAY.search(flat)) or place.end - place.start > RULE:
        return chosen
    found = [
        one
        for one in sentences(place.document, place.clause, place.start, place.end)
        if _FORBIDS.search(one.text) and lead_in(place.document, one) is None
    ]
    best = max(found, key=lambda one: share_of(evidence, one), default=None)
    shown = [share_of(evidence, one) for one in chosen if _FORBIDS.search(one.text)]
    known = any(best.start < one.end and one.start < best.end for one in chosen) if best else True
    if best is None or known or share_of(evidence, best) <= max(shown, default=-1.0):
        return chosen
    return sorted([*chosen, best], key=lambda one: one.start)


_CAPTION = re.compile(r"[\u4e00-\u9fffA-Z\d]{2,8}。")
_RULES = re.compile(r"不|禁|严|免|应|可|须|必|奖|补|罚|由|给|限|按")


def _without_captions(found: Sequence[Sentence]) -> list[Sentence]:
    """Without 「茶园提质。」 in front of the rules of a clause, which says what they are of."""
    captions = [one for one in found[:1] if _CAPTION.fullmatch(one.text) and not _RULES.search(one.text)]
    return [one for one in found if one not in captions] or list(found)


def _without_leads(document: Document, kept: Sequence[Sentence]) -> list[Sentence]:
    items = [one for one in kept if lead_in(document, one)]
    return [one for one in kept if not _leads_to(document, one, items)]


def _leads_to(document: Document, one: Sentence, items: list[Sentence]) -> bool:
    """It is the lead-in of items that are shown, and comes with them."""
    return any(
        lead is not None and lead.start == one.start and one.end <= lead.end
        for lead in (lead_in(document, item) for item in items)
    )


def _rest(evidence: Evidence, place: Place) -> str:
    """The question without the heading that it names."""
    rest = evidence.question.flat
    if place.named:
        for name in (flatten(place.clause.heading), evidence.subject.matched if evidence.subject else ""):
            rest = rest.replace(name, "") if name else rest
    return rest


_FREQUENCY = re.compile(r"每(?:日|天|周|月|个月|季度|半年|年)")


_ONCE = re.compile(
    r"(?:一个?)?(日|天|周|月|季度|半年|年)(?:发布|公布|更新|评估|开展|进行|举办)?一次|按(日|周|月|季度|年)"
)


def _frequencies(flat: str) -> set[str]:
    """「一年一次」, 「按季度」 and 「每季度」 in one form."""
    once = {f"每{a or b}" for a, b in _ONCE.findall(flat)}
    return {f.replace("每个", "每") for f in _FREQUENCY.findall(flat)} | once


def _premise(evidence: Evidence, text: str) -> str:
    """「每月发布一次吗」 where the text says 每季度: no in front; yes where it says the same."""
    if not evidence.question.yes_no:
        return ""
    asked, said = _frequencies(evidence.question.flat), _frequencies(flatten(text))
    if not asked or not said:
        return ""
    return SO[bool(asked & said)]
