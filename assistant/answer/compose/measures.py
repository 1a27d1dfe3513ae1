"""Support measures asked for in the chat: one measure by its words, or the list for who describes himself."""

from __future__ import annotations

import math
import re

from assistant.answer.compose.act_times import of_the_act
from assistant.answer.compose.amounts import of_what_is_asked
from assistant.answer.compose.details import APPLYING, in_the_document, term_of_titled
from assistant.answer.compose.holders import holders
from assistant.answer.compose.items import said_of
from assistant.answer.compose.measure_list import DIRECTION, OF_KIND, measure_list
from assistant.answer.compose.periods import of_its_period
from assistant.answer.compose.place import FAR_AHEAD, places
from assistant.answer.compose.places_named import names_county
from assistant.answer.compose.sought import asks_for_list
from assistant.answer.compose.tiers import in_tier
from assistant.answer.compose.wording import closest, sentence, unwrapped
from assistant.answer.draft import Draft, Said, quote_fact, quotes_of, without_repeats
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question import details, words
from assistant.question.alike import of_few, opposed
from assistant.question.measures_asked import (
    ANY_GRANT,
    GETS,
    HOW_TO_GET,
    LEFT_OUT,
    SUPPORT_AT_ALL,
    WHAT_IS_HELPED,
)
from assistant.question.understand import content_of, flatten, terms_of
from assistant.question.vocabulary import OF_ANY_POLICY
from index.clauses import Document, Fact
from index.search.hit import Hit

COVERED = 0.6
ANOTHER = 0.3
"""What a measure falls behind that is for another of two: 「境内展会」 where 「境外展会」 is asked about."""
ALL_OF_IT = 0.9
"""Share of the question in a sentence that says all of it."""


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if asks_for_list(question.flat):
        return None
    if not question.benefit or any(p.search(question.flat) for p in (LEFT_OUT, HOW_TO_GET, WHAT_IS_HELPED)):
        return None
    described = (
        bool(words.SELF.search(question.flat))
        and question.detail is None
        and not question.yes_no
        and bool(words.WHICH_BENEFIT.search(question.flat))
    )
    if (described or SUPPORT_AT_ALL.search(question.flat)) and (draft := measure_list(evidence)):
        return None if _passes_over_the_best(evidence, draft) else draft
    ranked = _ranked(evidence)
    sure = ranked and ranked[0][0] >= COVERED and not _another_rule(evidence, *ranked[0][1:])
    if sure and _of_another_county(evidence, *ranked[0][1:]):
        return None
    if sure and not _said_by_a_better_hit(evidence, *ranked[0][1:]):
        return _one(evidence, ranked)
    if (
        question.detail is None
        and not question.yes_no
        and words.WHICH_BENEFIT.search(question.flat)
        and (
            words.SELF.search(question.flat)
            or re.search(r"企业|公司|团队|高校|科研|机构|创业|园区|基地|平台", question.flat)
        )
    ):
        draft = measure_list(evidence)
        return None if draft and _passes_over_the_best(evidence, draft) else draft
    return None


AHEAD = 1.0
"""How far ahead of the next hit one is that a list of measures may not pass over."""
MORE = 0.1
"""How much more of the question such a hit says than any measure of the list."""


def _passes_over_the_best(evidence: Evidence, draft: Draft) -> bool:
    """「居民医保一直没断交，明年有什么好处」: the best hit is far ahead and says more of the question than all that is listed; or
    nothing but a heading of a clause that is none of the best is listed."""
    best, *others = evidence.hits
    listed = draft.quotes
    near = {c.id for h in evidence.hits[:2] for c in (h.clause, *h.document.ancestors(h.clause))}
    if all(s.text.startswith(DIRECTION) for s in draft.said) and not any(q.clause.id in near for q in listed):
        return True
    ahead = not others or best.score >= others[0].score + AHEAD
    if not ahead or any(best.holds(q.document, q.start) for q in listed if q.document is best.document):
        return False
    own = [term for term in evidence.question.terms if term.text not in OF_ANY_POLICY]
    held = max(evidence.coverage(flatten(q.text).lower(), own) for q in listed)
    giving = any(
        _GIVES.search(one.text) for one in sentences(best.document, best.clause, best.start, best.end)
    )
    return giving and evidence.coverage(evidence.hit_context(best), own) >= held + MORE


_GIVES = re.compile(r"支持|鼓励|给予|补[贴助]|奖|优惠|提高|减免|贴息")


def _another_rule(evidence: Evidence, document: Document, fact: Fact) -> bool:
    """Whether somebody may have something is said by the nearest rule, not by the measure that shares most words."""
    if not evidence.question.yes_no or evidence.question.detail or not evidence.hits:
        return False
    if ANY_GRANT.search(evidence.question.flat):
        return False
    best = evidence.hits[0]
    return best.document is document and not best.holds(document, fact.start)


def _of_another_county(evidence: Evidence, document: Document, fact: Fact) -> bool:
    """The best hit names the county that is asked about, and the measure does not."""
    best = evidence.hits[0] if evidence.hits else None
    named = best and names_county(evidence, best.document, best.document.quote(best.start, best.end))
    return bool(named) and not names_county(evidence, document, fact.text)


def _said_by_a_better_hit(evidence: Evidence, document: Document, fact: Fact) -> bool:
    """The best hit, far ahead, says all of the question in one sentence, and the measure is of another clause."""
    if not evidence.hits:
        return False
    best = evidence.hits[0]
    if evidence.question.detail and not evidence.question.perhaps:
        return _told_by_far(evidence, document, fact)
    if best.holds(document, fact.start):
        return _says_all_typed(evidence, best) and not _all_typed(evidence, fact.text)
    behind = _scores(evidence, document, fact)
    held = sentences(best.document, best.clause, best.start, best.end)
    most = max((evidence.coverage(flatten(one.text).lower()) for one in held), default=0.0)
    return most >= ALL_OF_IT and best.score >= max(behind, default=0.0) + FAR_AHEAD


def _scores(evidence: Evidence, document: Document, fact: Fact) -> list[float]:
    """Of the hits in which the measure stands."""
    return [h.score for h in evidence.hits if h.holds(document, fact.start)]


def _told_by_far(evidence: Evidence, document: Document, fact: Fact) -> bool:
    """The best hit says such a detail as is asked for, and the clause of the measure is far behind it, or no hit at all."""
    best, detail = evidence.hits[0], evidence.question.detail or ""
    behind = _scores(evidence, document, fact)
    held = sentences(best.document, best.clause, best.start, best.end)
    tells = any(evidence.question.says(detail, one.text) for one in held)
    return tells and best.score >= max(behind, default=-math.inf) + FAR_AHEAD


def _says_all_typed(evidence: Evidence, hit: Hit) -> bool:
    """A sentence has every word that is typed apart."""
    held = sentences(hit.document, hit.clause, hit.start, hit.end)
    return any(_all_typed(evidence, one.text) for one in held)


def _all_typed(evidence: Evidence, text: str) -> bool:
    typed = evidence.question.typed
    return bool(typed) and all(word in flatten(text) for word in typed)


_ASKING = re.compile(
    r"申请|申报|享受|获得|能?得到|拿到?|给|支持|补贴|补助|资助|奖励|奖补|扶持|优惠|政策|措施|依法依规|给予|资金|力度|标准|比例|额度|金额|万元|钱"
)


def _ranked(evidence: Evidence) -> list[tuple[float, Document, Fact]]:
    """Grants first, by how much of the question's subject their wording covers, best first."""
    asked = details.ASKED_BY.get(evidence.question.detail or "")
    content = _ASKING.sub(" ", content_of(evidence.question.about, asked))
    terms = terms_of(content)
    if not terms:
        return []
    out = []
    for document in evidence.documents:
        for fact in document.facts:
            if fact.kind == "measure":
                score = evidence.coverage(re.sub(r"[（）()]", "", flatten(fact.text)).lower(), terms)
                granted = 0.1 if fact.data["strength"] == "grant" else 0.0
                said = flatten(fact.text)
                granted -= ANOTHER * (
                    opposed(evidence.question.flat, said) or of_few(evidence.question.flat, said)
                )
                granted += ANOTHER * names_county(evidence, document, fact.text)
                granted -= ANOTHER * any(
                    asked.search(evidence.question.flat) and not kind.search(said) for asked, kind in OF_KIND
                )
                out.append((score + granted - evidence.handicap(document), document, fact))
    return sorted(out, key=lambda item: -item[0])


def _one(evidence: Evidence, ranked: list[tuple[float, Document, Fact]]) -> Draft | None:
    """The measures that the question names; unspecified where it asks for what they do not say."""
    best = ranked[0][0]
    chosen = [(d, f) for score, d, f in ranked if score >= max(COVERED, best - 0.12)][:3]
    chosen += _given_beside(evidence, ranked, chosen)
    detail = evidence.question.detail
    if (detail or not evidence.question.yes_no) and _another_tier(evidence, *chosen[0]):
        return None
    if detail and not any(_holds(evidence, d, f, detail) for d, f in chosen):
        if holders(evidence, detail, places(evidence)) or in_the_document(evidence, detail):
            return None
        said_of_something = any(evidence.question.says(detail, fact.text) for _, fact in chosen)
        if evidence.question.perhaps or said_of_something:
            return None
        if detail == "deadline" and term_of_titled(evidence):
            return None
        document, fact = chosen[0]
        what = f"文件规定“{sentence(unwrapped(fact.text)).rstrip('。')}”"
        open_point = Said(f"{what}，但没有规定{evidence.question.missing}。", (quote_fact(document, fact),))
        return Draft("unspecified", (open_point,), closest=closest(evidence, open_point.quotes))
    said = without_repeats([one for d, f in chosen for one in _in_full(d, f)])
    return Draft("answered", said, closest=closest(evidence, quotes_of(said)))


def _given_beside(
    evidence: Evidence, ranked: list[tuple[float, Document, Fact]], chosen: list[tuple[Document, Fact]]
) -> list[tuple[Document, Fact]]:
    """What the same clause grants, where it is asked what one gets and those chosen only encourage."""
    if not GETS.search(evidence.question.flat) or any(f.data["strength"] == "grant" for _, f in chosen):
        return []
    clause = chosen[0][1].clause_id
    grants = (
        (d, f)
        for score, d, f in ranked
        if score >= BESIDE and f.clause_id == clause and f.data["strength"] == "grant"
    )
    return [one for one in [next(grants, None)] if one]


BESIDE = 0.4
"""Share of the question that such a grant must say."""


def _another_tier(evidence: Evidence, document: Document, fact: Fact) -> bool:
    """The question's own figure falls into a tier that the clause gives in another sentence."""
    clause = document.by_id[fact.clause_id]
    found = list(sentences(document, clause, clause.start, clause.end))
    fitting = in_tier(evidence.question.about, [one.text for one in found])
    flat = evidence.question.flat
    meant = [
        one
        for one, fits in zip(found, fitting, strict=True)
        if fits or of_its_period(flat, flatten(one.text)) == 1
    ]
    return bool(meant) and not any(one.start < fact.end and fact.start < one.end for one in meant)


def _in_full(document: Document, fact: Fact) -> list[Said]:
    """A measure's words; where its sentence goes on behind them (the next tier, a limit), the sentence."""
    own = [Said(sentence(unwrapped(fact.text)), (quote_fact(document, fact),))]
    if document.text[fact.end : fact.end + 1] not in _GOES_ON:
        return own
    clause = document.by_id[fact.clause_id]
    return said_of(document, clause, list(sentences(document, clause, fact.start, fact.end))) or own


_GOES_ON = tuple("，,、")


def _holds(evidence: Evidence, document: Document, fact: Fact, detail: str) -> bool:
    """Does the measure's wording say the kind of detail asked for, and of the thing asked about?"""
    if detail == "procedure" and not APPLYING.search(fact.text):
        return False  # a platform that is to be built is none on which one applies
    act = evidence.question.act
    if act and not act.search(fact.text):
        return False
    if not of_the_act(evidence, document, fact.start, fact.text):
        return False
    return evidence.question.says(detail, fact.text) and of_what_is_asked(
        evidence, document, fact.start, fact.end
    )
