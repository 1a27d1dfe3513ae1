"""The sentences that say a detail as a question asks for it, the nearest to the question first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.compose.act_times import of_the_act
from assistant.answer.compose.amounts import of_what_is_asked
from assistant.answer.compose.items import lead_in
from assistant.answer.compose.meant import nearest_in_meaning
from assistant.answer.compose.place import Place, holds_clauses, titles_of
from assistant.answer.compose.reads import Asked, Read, asked_in, reads
from assistant.answer.compose.tiers import in_tier, of_another_tier
from assistant.answer.compose.worth import row_named, said_around, worth
from assistant.answer.sentences import Sentence, under_headings
from assistant.evidence import Evidence
from assistant.question.alike import opposed
from assistant.question.things import grants_named
from assistant.question.understand import flatten
from assistant.question.within import RARE
from index.clauses import Clause, Document

TOO_FAR = 5.0
"""Distance in the search's score from which a clause that does not hold enough of the question's words is not meant."""
FOR_TIER, FOR_AGE = 0.3, 0.5
"""For the tier that a figure of the question falls into, and where that is somebody's age."""
MEANING = 15.0
ALIKE = 0.01
"""Where the words do not tell: for how far a sentence's worth falls behind the nearest, but for what is too little to matter."""
OF_THE_BEST = -0.01
"""Nearness from which a sentence of the best clause is meant."""
OF_A_SUBJECT = 3
"""Characters of a heading from which it names a subject."""


@dataclass(frozen=True)
class Holder:
    """A sentence that says what is asked for, with how much of the question it and its clause hold."""

    score: float
    place: Place
    sentence: Sentence


def holders(evidence: Evidence, detail: str, found: Sequence[Place]) -> list[Holder]:
    """Best first. Only clauses that hold nearly as much of the question as the best one take part."""
    asked = asked_in(evidence, detail)
    best = max((place.fused for place in found), default=0.0)
    if evidence.question.said_by(detail).pattern not in RARE:
        found = [p for p in found if p.named or p.worded or p.fused >= best - TOO_FAR]
    said = list(reads(evidence, asked, found))
    near = nearest_in_meaning(evidence, [(read.place, read.one) for read in said], found)
    by_place = {(n.place.clause.id, n.sentence.start): n for n in near}
    out = []
    for read in said:
        mine = by_place.get((read.place.clause.id, read.one.start))
        first, leads = read.place is found[0], read.place is said[0].place
        meant = mine is not None and mine.near >= (OF_THE_BEST if first else 0)
        if _holds(evidence, asked, read, meant or (read.falls and (leads or read.exact))):
            behind = (mine or near[-1]).worth - near[0].worth if near else 0.0
            score = worth(evidence, asked, read) + MEANING * min(ALIKE + behind, 0.0)
            out.append(Holder(score, read.place, read.one))
    return sorted(_with_limit(asked, _with_tier(evidence, out)), key=lambda h: -h.score)


def counts_all(evidence: Evidence, holder: Holder) -> Place | None:
    """「人工智能要培育多少家企业」, where the sentence stands elsewhere than the clause so headed, and counts all of them: that
    clause."""
    subject = evidence.subject if evidence.question.detail == "quantity" else None
    if subject is None or subject.share < 1.0 or len(subject.matched) < OF_A_SUBJECT:
        return None
    document, clause, one = subject.document, subject.clause, holder.sentence
    meant = Place(document, clause, clause.start, document.end_of(clause), True, 1.0)
    elsewhere = document is holder.place.document and not meant.start <= one.start < meant.end
    return meant if elsewhere and subject.matched not in flatten(one.text) else None


def _holds(evidence: Evidence, asked: Asked, read: Read, meant: bool) -> bool:
    """It is of the thing and the act that are asked about, and says enough of the question."""
    place, one = read.place, read.one
    said, late = flatten(under_headings(place.document, one.start, one.end)), _if_late(place.document, one)
    if asked.act and not asked.act.search(said + late):
        return False
    lapses = bool(asked.act and asked.act.search(late))
    done = (read.whole if read.by_lead else one).text
    if not (lapses or of_the_act(evidence, place.document, one.start, done)):
        return False
    if opposed(evidence.question.flat, flatten(read.whole.text) if read.carried else read.said):
        return False
    if read.carried and _REFERS_ON.search(one.text) and not evidence.question.says(asked.detail, one.text):
        return False
    if asked.detail == "procedure" and of_no_grant(evidence, place):
        return False
    over = read.over or lead_in(place.document, one)
    saying = (over,) if read.by_lead else (one, over, read.carried)
    if not any(
        of_what_is_asked(evidence, place.document, s.start, s.end, meant, place.first) for s in saying if s
    ):
        return False
    named = place.named and not holds_clauses(place)
    typed = bool(evidence.question.typed) and said_around(evidence, place.document, one) == 1.0
    # 「审核时限」 is that of the 审核; 「肉牛补贴 发放时间」 of a document on nothing else
    row = place.first and row_named(evidence, place.document, one)
    return (
        meant
        or read.share >= asked.least
        or named
        or typed
        or row
        or bool(asked.act and (place.score == 1.0 or (place.first and lapses)))
    )


_LATE = re.compile(r"\s*(逾期[^。；;]{0,40})")


def _if_late(document: Document, one: Sentence) -> str:
    """What comes of it, behind a term: 「自签发之日起6个月内办理。逾期未办理的，视为作废」."""
    late = _LATE.match(document.text, one.end)
    return flatten(late[1]) if late else ""


_GRANT = re.compile(r"补[贴助偿]|奖|资助|津贴|资金|兑[现付]|券")


def of_no_grant(evidence: Evidence, place: Place) -> bool:
    """How to get a grant is asked, and neither the clause, which is headed by something else, nor a title speaks of one:
    「优化学位准入政策。凭购房合同申请入学」."""
    if not grants_named(evidence.question) or not place.clause.heading:
        return False
    said = place.document.quote(place.start, place.end) + titles_of(place.document)
    return not _GRANT.search(said + place.clause.heading)


_REFERS_ON = re.compile(r"(?:具体|详)?见附[件表]|详见")
"""「确定家庭收入和财产限额，具体见附件1」 goes on from a figure of something else."""


def _with_limit(asked: Asked, found: Sequence[Holder]) -> list[Holder]:
    """「奖励标准为500元/千瓦。单个项目年度奖励不超过5000万元」: where the most is asked for and the best names none, what limits
    it further on in the same entry is as good."""
    best = max(found, key=lambda h: h.score, default=None)
    if best is None or asked.limit is None or asked.limit.search(best.sentence.text):
        return list(found)
    document, one = best.place.document, best.sentence
    entry = document.clause_at(one.start, one.end)
    limits = [
        h
        for h in found
        if h.place.document is document
        and h.sentence.start >= one.end
        and document.clause_at(h.sentence.start, h.sentence.end) is entry
        and asked.limit.search(h.sentence.text)
    ]
    nearest = min(limits, key=lambda h: h.sentence.start, default=None)
    return [replace(h, score=best.score) if h is nearest else h for h in found]


def _with_tier(evidence: Evidence, found: Sequence[Holder]) -> list[Holder]:
    """Of the sentences of the best one's clause, or of those beside it, those whose tier the question's own figure falls into
    are ahead, and those of another tier behind."""
    if evidence.question.yes_no or not found:
        return list(found)
    clause = max(found, key=lambda h: h.score).place.clause
    texts = [h.sentence.text if _beside(clause, h.place.clause) else "" for h in found]
    meant = in_tier(evidence.question.about, texts)
    if not any(meant):
        return list(found)
    others = [of_another_tier(evidence.question.about, text) for text in texts]
    return [
        replace(h, score=h.score + (FOR_AGE if "岁" in h.sentence.text else FOR_TIER) * (m - other))
        for h, m, other in zip(found, meant, others, strict=True)
    ]


def _beside(clause: Clause, other: Clause) -> bool:
    return other is clause or (other.parent is not None and other.parent == clause.parent)
