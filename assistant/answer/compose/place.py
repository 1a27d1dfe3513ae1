"""Which clauses an answer may be taken from: the one that the question names, then the hits that speak of its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.compose.hits_meant import hits_meant
from assistant.answer.compose.items import behind_lead, only_heads
from assistant.answer.compose.lookup import located
from assistant.answer.compose.wording import is_agency_hit
from assistant.answer.draft import Quote
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import NEAR, Evidence
from assistant.question.understand import flatten
from assistant.subjects import Subject
from index.clauses import Clause, Document
from index.search.hit import Hit
from index.wording import either

GONE_ODDS = 2.0
FRONT_ODDS = 3.0
"""What the hits of a document not in force, and those of a front, lose of the search's score."""
COVERED = 0.45
"""Least share of the question's content that a clause must hold to answer it; calibrated on ``evals/datasets``."""
SURE = 4.2
"""The search's own score from which a hit speaks of the question, whatever its words, where it asks for a
detail or is put to some of the documents."""
UNLIKELY = 0.03
"""How far below ``Evidence.sure`` the best hit no longer has a sentence that means what is asked."""
LEVEL = 0.8
"""Distance in the search's score within which the sentences of clauses are compared."""
FAR_AHEAD = 2.0
"""Distance in the search's score from which one clause is meant and not another."""
FAR_BEHIND = 0.7
"""Share of the best hit's coverage below which a clause is not the one named, though the question says its heading's words."""
ALL_WORDS = 0.9
UNWORDED = 2.0
"""What a hit falls behind in the search's score that does not hold enough of the question's words, where another has them all."""
BODY = 0.3
"""Share of a document from which what stands in front of its first label is its text."""
SHORT = 3
"""Characters below which half of a heading does not name it."""
WHOLE = 1500
"""Characters of what a locator names from which a part of it is meant."""
LOOSE = 0.3
LOOSE_DETAIL = 0.22
"""The share that suffices where what is covered is specific (``evidence.MASS``)."""


@dataclass(frozen=True)
class Place:
    """A clause with the span of its hit; ``named`` where the question says its locator or heading; score in (0, 1]; ``first``:
    of the two best hits; ``fused``: the hit's own score; ``worded``: it holds enough of the question's words."""

    document: Document
    clause: Clause
    start: int
    end: int
    named: bool
    score: float
    first: bool = False
    fused: float = 0.0
    worded: bool = True


def places(evidence: Evidence) -> list[Place]:
    """Best first; empty where nothing speaks of what is asked."""
    if q := located(evidence):
        inside = _inside(evidence, q) if q.end - q.start > WHOLE else []
        return [*inside, Place(q.document, q.clause, q.start, q.end, True, 1.0)]
    named = _named_places(evidence)
    hits = hits_meant(evidence, that_speak(evidence))
    words = {h.rank: _speaks(evidence, evidence.hit_context(h), h.document) for h in hits}
    scored = [(max(words[h.rank], COVERED * _means(evidence, h)), h) for h in hits]
    speaking = [(score, hit) for score, hit in scored if score > 0]
    if not speaking and not named:
        speaking = [(COVERED, hit) for hit in _saying_it_otherwise(evidence, hits)]
    in_words = max(words.values(), default=0.0) >= ALL_WORDS
    ranked = sorted(
        speaking,
        key=lambda item: (
            -item[1].score + _behind(evidence, item[1]) + UNWORDED * (in_words and not words[item[1].rank]),
            item[1].rank,
        ),
    )
    best = max((score for score, _ in speaking), default=0.0)
    out = [
        p for p in named
        if not _holds_articles(p) and p.score >= FAR_BEHIND * best
        and not _gives_nothing(evidence, p, ranked) and not _holds_what_is_meant(evidence, p, ranked)
    ]  # fmt: skip
    named = [p for p in named if p not in out]
    seen = {p.clause.id for p in out}
    out.extend(
        Place(h.document, h.clause, h.start, h.end, False, s, h.rank <= 2, h.score, words[h.rank] > 0)
        for s, h in ranked
        if h.clause.id not in seen
    )
    return out + named


def that_speak(evidence: Evidence) -> list[Hit]:
    """Of the nearest hits those that say something by themselves."""
    return [
        h
        for h in evidence.hits[:NEAR]
        if not (is_agency_hit(h) or only_heads(h.document, h.clause) or _says_nothing(evidence, h))
    ]


def _inside(evidence: Evidence, whole: Quote) -> list[Place]:
    """「附件1里慢性丙型肝炎的限额」: of what is named and long, the hits in it that hold enough of the question."""
    hits = [
        h for h in evidence.hits[:NEAR]
        if h.document is whole.document and whole.start < h.start and h.end <= whole.end
    ]  # fmt: skip
    scored = [(_speaks(evidence, evidence.hit_context(h), h.document), h) for h in hits]
    return [
        Place(h.document, h.clause, h.start, h.end, False, s, h.rank <= 2, h.score)
        for s, h in scored
        if s > 0
    ]


def _holds_what_is_meant(evidence: Evidence, place: Place, ranked: Sequence[tuple[float, Hit]]) -> bool:
    """「用地和数据方面的保障」 says a part of 保障措施, and the best hit stands below that; or the best one, far ahead, stands
    elsewhere and says the heading too, 「购房补贴的钱各出多少」 of 「购房补贴资金由市级财政负担60%」."""
    subject = evidence.subject
    if (
        not ranked
        or subject is None
        or not holds_clauses(place)
        or ranked[0][1].document is not place.document
    ):
        return False
    hit = ranked[0][1]
    if place.clause.start < hit.start and hit.end <= place.end:
        return subject.share < 1.0
    elsewhere = hit.end <= place.start or place.end <= hit.start
    next_best = max((other.score for _, other in ranked[1:]), default=0.0)
    said = elsewhere and subject.matched in flatten(hit.document.quote(hit.start, hit.end))
    return said and hit.score >= next_best + FAR_AHEAD


def _gives_nothing(evidence: Evidence, place: Place, ranked: Sequence[tuple[float, Hit]]) -> bool:
    """「做了个人工智能的应用场景，有没有奖励」: what the heading stands over gives nothing, and the best hit, which speaks of the
    question as much, does."""
    if not (_ASKS_A_GRANT.search(evidence.question.flat) and ranked):
        return False
    score, hit = ranked[0]
    here, there = (
        d.quote(start, end)
        for d, start, end in (
            (place.document, place.start, place.end), (hit.document, hit.start, hit.end)
        )
    )  # fmt: skip
    return score >= place.score and not _GIVES.search(here) and bool(_GIVES.search(there))


_ASKS_A_GRANT = re.compile(r"奖励|补[贴助]|资助|奖补|资金|基金|融资|给钱|拿钱|经费")
_GIVES = re.compile(r"给予|奖励|补[贴助]|资助|奖补|资金|基金")


def _behind(evidence: Evidence, hit: Hit) -> float:
    """What a hit falls behind: of a document not in force, or the front of one where a detail is asked for."""
    front = (
        hit.clause.kind == "front"
        and evidence.question.detail is not None
        and len(hit.clause.text) < BODY * len(hit.document.text)  # 「1.…」 that nothing tells from the front
    )
    return GONE_ODDS * (hit.document.id in evidence.gone) + FRONT_ODDS * front


def _says_nothing(evidence: Evidence, hit: Hit) -> bool:
    """Who signs, a title, what a notice says of the document that it forwards, or why it was made, unless that is asked for."""
    said = list(sentences(hit.document, hit.clause, hit.start, hit.end))
    if all(_PURPOSE.search(one.text) for one in said) and not _ASKS_PURPOSE.search(evidence.question.flat):
        return True
    return hit.clause.kind in {"front", "back"} and not without_forwarding(evidence, hit.clause, said)


_PURPOSE = re.compile(r"^(?:第.{1,3}条)?\s*为[^。；]{6,}制定本[^。；]{2,6}。$")
_ASKS_PURPOSE = re.compile(
    r"目的|宗旨|依据|根据|为什么|为何|为了|制定|出台|起草|上位|背景|哪部|哪个法|第一条"
)


def without_forwarding(evidence: Evidence, clause: Clause, said: Sequence[Sentence]) -> list[Sentence]:
    """Without 「…已经国务院同意，现印发给你们，请认真贯彻执行。」 and whom it is sent to, unless that is asked for."""
    if clause.kind not in {"front", "back"} or _ASKS_WHO_AGREED.search(evidence.question.flat):
        return list(said)
    detail = evidence.question.detail

    def holds_it(one: Sentence) -> bool:
        """「现印发给你们，请于3月12日前报送」."""
        return detail == "deadline" and evidence.question.says(detail, one.text)

    return [one for one in said if holds_it(one) or not _FORWARDS.search(one.text)]


_FORWARDS = re.compile(
    either(
        r"现(?:将|予以?)?[^。]{0,40}(?:印发|转发|发布)(?:给你们)?[，,]?(?:请|$|[。])",
        r"请(?:认真|遵照|结合)[^。]{0,20}(?:贯彻|执行|落实)",
        r"现(?:就|将)?[^。]{0,40}(?:通知|公告|通告|意见|事项)[^。]{0,4}如下[：:]?$",
        r"^特此(?:通知|公告|通告|批复|函复|报告)",
        r"^各[^。]+[：:]$",
    )
)
_ASKS_WHO_AGREED = re.compile(r"同意|批准|印发|转发|审议|通过")


def _holds_articles(place: Place) -> bool:
    """A chapter is named by a word that its articles share: what is asked stands in one of them."""
    below = place.document.subtree(place.clause)[1:]
    return any(_ARTICLE.match(c.path[-1]) for c in below if c.path)


_ARTICLE = re.compile(r"第.+条")


def holds_clauses(place: Place) -> bool:
    """Numbered ones; its further paragraphs are the clause's own."""
    return any(child.kind != "paragraph" for child in place.document.children(place.clause))


def _means(evidence: Evidence, hit: Hit) -> bool:
    """It speaks of the question by its meaning, which leaves no doubt."""
    narrow = evidence.question.detail is not None or evidence.allowed is not None
    return hit.cosine >= evidence.sure or (narrow and hit.score >= SURE)


def _saying_it_otherwise(evidence: Evidence, hits: Sequence[Hit]) -> list[Hit]:
    """Of the best hits those with a sentence that means what is asked, beyond doubt, though neither its words nor the whole hit
    tell."""
    if evidence.near is None or not hits or hits[0].cosine < evidence.sure - UNLIKELY:
        return []
    said = [
        (hit, text)
        for hit in hits
        if hit.score >= hits[0].score - LEVEL
        for one in sentences(hit.document, hit.clause, hit.start, hit.end)
        if (text := behind_lead(hit.document, one))
    ]
    terms = evidence.question.core_terms
    said.sort(key=lambda item: -evidence.coverage(flatten(item[1]).lower(), terms))
    near = evidence.near([text for _, text in said])
    meant = {hit.rank for (hit, _), how in zip(said, near, strict=False) if how >= 0}
    return [hit for hit in hits if hit.rank in meant]


def _named_places(evidence: Evidence) -> list[Place]:
    """The clause whose heading the question says, and others under the same words."""
    first = evidence.subject
    if first is None or first.share < 0.5 or (first.share == 0.5 and len(first.matched) < SHORT):
        return []  # 「要素保障」 is no 「保障措施」
    alike = [
        s
        for s in evidence.subjects
        if s.matched == first.matched and s.share >= 0.5 and s.document is first.document
    ]
    return [place for subject in alike if (place := _of_subject(evidence, subject))]


def _of_subject(evidence: Evidence, subject: Subject) -> Place | None:
    document, clause = subject.document, subject.clause
    end = document.end_of(clause)
    score = _speaks(evidence, evidence.context(document, clause, document.quote(clause.start, end)), document)
    # A heading said in full is never out of scope; 「用AI生成的图片」 is no 人工智能产业
    said_in_full = subject.share == 1.0 and subject.matched.lower() in evidence.question.flat.lower()
    if not score and not said_in_full:
        return None
    return Place(document, clause, clause.start, end, True, max(score, 0.5))


def _speaks(evidence: Evidence, context: str, document: Document) -> float:
    titles = titles_of(document)
    loose = LOOSE_DETAIL if evidence.question.detail else LOOSE
    return evidence.speaks_of(context, titles, evidence.question.core_terms, COVERED, loose)


def titles_of(document: Document) -> str:
    """Every title of the document, for comparing."""
    return flatten("".join(document.titles())).lower()
