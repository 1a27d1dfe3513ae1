"""The sentences that say a detail as a question asks for it, the nearest to the question first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.compose.act_times import of_the_act
from assistant.answer.compose.amounts import of_what_is_asked
from assistant.answer.compose.items import lead_in
from assistant.answer.compose.meant import nearest_in_meaning
from assistant.answer.compose.periods import of_its_period
from assistant.answer.compose.place import Place, holds_clauses, titles_of
from assistant.answer.compose.places_named import from_elsewhere, names_county
from assistant.answer.compose.reads import Asked, Read, asked_in, reads
from assistant.answer.compose.tiers import in_tier, of_another_tier
from assistant.answer.sentences import Sentence, under_headings
from assistant.evidence import Evidence
from assistant.question.alike import denies_alike, of_few, opposed, parted
from assistant.question.details import ASKED_BY
from assistant.question.things import grants_named
from assistant.question.understand import flatten
from assistant.question.within import RARE
from index.clauses import Clause, Document

TOO_FAR = 5.0
"""Distance in the search's score from which a clause that does not hold enough of the question's words is not meant."""
FOR_LIMIT = 0.2
"""What a sentence that names a limit is ahead of one that does not, where the question asks for one."""
FOR_UNIT = 0.1
"""For the unit that is asked in: 「能骑几年」."""
FOR_PERIOD = 0.3
"""For the period that a day of the question lies in."""
FOR_TIER, FOR_AGE = 0.3, 0.5
"""For the tier that a figure of the question falls into, and where that is somebody's age."""
FOR_AROUND = 0.3
"""What a sentence is ahead of another one that says all that stands next to the words of asking."""
FOR_YEAR = 0.3
"""For a year of the question by which something is to be reached."""
FOR_COUNTY = 0.5
"""For a county of the question, where the document is not that county's own."""
FOR_ELSEWHERE = 0.3
"""For whoever comes from outside, where the question's asker does."""
FOR_WHERE = 0.3
"""For saying to whom, or through what, one turns, where that is asked: an office that merely does something is no such place."""
FOR_ROW = 0.5
"""For the row of a table whose first words the question says."""
DENIED = 0.2
PENAL = 0.3
"""What a sentence falls behind that punishes, where the question speaks of nothing wrong."""
NO_FIGURE = 0.2
"""What 「全额补贴」 falls behind a sum."""
PAPERS = 0.2
"""What the papers to hand in fall behind, where conditions are asked for."""
HEADED = 0.2
"""What a sentence is ahead whose clause is headed by the detail that is asked for."""
OWN = 0.3
"""What a sentence is ahead that repeats a figure of the question: 「法定45天，压到几天」."""
OF_FEW = 0.15
"""What a sentence falls behind that is for few, where the question is of nobody in particular."""
PARTED = 0.2
"""What a sentence falls behind that names only other things of a kind: 「大型」 where 「小型」 is asked about."""
DEFINED = 0.3
"""What a sentence falls behind that says what a word means."""
MEANING = 15.0
ALIKE = 0.01
"""Where the words do not tell: for how far a sentence's worth falls behind the nearest, but for what is too little to matter."""
OF_THE_BEST = -0.01
"""Nearness from which a sentence of the best clause is meant."""
OF_A_SUBJECT = 3
"""Characters of a heading from which it names a subject."""
LISTS = ("procedure", "condition")
"""Details that are asked for as a list."""


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
            score = _worth(evidence, asked, read) + MEANING * min(ALIKE + behind, 0.0)
            out.append(Holder(score, read.place, read.one))
    return sorted(_with_tier(evidence, out), key=lambda h: -h.score)


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
    typed = bool(evidence.question.typed) and _said_around(evidence, place.document, one) == 1.0
    # 「审核时限」 is that of the 审核; 「肉牛补贴 发放时间」 of a document on nothing else
    row = place.first and _row_named(evidence, place.document, one)
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


def _worth(evidence: Evidence, asked: Asked, read: Read) -> float:
    question, place, one = evidence.question, read.place, read.one
    more = FOR_LIMIT if asked.limit and asked.limit.search(one.text) else 0.0
    more += FOR_LIMIT if asked.detail in LISTS and read.whole.end > one.end else 0.0
    more += FOR_UNIT if asked.unit and asked.unit.search(flatten(one.text)) else 0.0
    more += FOR_PERIOD * of_its_period(question.flat, flatten(one.text))
    more += FOR_AROUND * _said_around(evidence, place.document, one)
    more += DENIED * denies_alike(question.flat, flatten(one.text))
    more += (
        FOR_YEAR
        * bool(_BY_A_YEAR.search(question.flat))
        * any(f"{year}年" in flatten(one.text) for year in question.years)
    )
    more += FOR_COUNTY * names_county(evidence, place.document, one.text)
    more += FOR_ELSEWHERE * bool(_OF_OUTSIDERS.search(one.text) and from_elsewhere(evidence, place.document))
    more += FOR_WHERE * bool(_ASKS_WHERE.search(question.flat) and _TURNS_TO.search(flatten(one.text)))
    more += FOR_ROW * _row_named(evidence, place.document, one)
    more += HEADED * _headed_so(place.document, one, asked.detail)
    more -= DEFINED * bool(asked.detail != "condition" and _MEANS.search(one.text))
    more -= OF_FEW * of_few(question.flat, read.said)
    over = lead_in(place.document, one)
    leads = over or (one if read.whole.end > one.end and _LEADS.search(one.text) else None)
    more -= PENAL * bool(leads and _DENIES.search(leads.text) and not _DENIES.search(question.flat))
    more -= PENAL * bool(
        asked.detail == "condition"
        and _EXCLUDES.search(one.text)
        and not _WRONG.search(question.flat)
        and not _DENIES.search(question.flat)
    )
    more -= NO_FIGURE * bool(asked.detail == "amount" and not _FIGURE.search(one.text))
    more -= PAPERS * bool(asked.detail == "condition" and _PAPERS.search(one.text))
    more -= PENAL * bool(
        asked.detail == "deadline" and _UNDONE.search(one.text) and not _NOT.search(question.flat)
    )
    more -= PENAL * bool(_PUNISHES.search(one.text) and not _WRONG.search(question.flat))
    more += OWN * _repeats_figure(evidence, read.said)
    more -= PARTED * parted(question.flat, read.said + _label_of(place.document, one))
    return read.share + more + place.score - evidence.handicap(place.document)


_BY_A_YEAR = re.compile(
    r"到(?:19|20)\d\d年|(?:19|20)\d\d年(?:以后|起|开始|之后)|目标|规模|产值|建成|达到|新增|占比|覆盖率"
)
_OF_OUTSIDERS = re.compile(r"以外的?(?:户[籍口]|人[员口才])|外地|异地|[市省]外|非本[市地省]|外来")
_PAPERS = re.compile(r"(?:提供|提交|出示|携带)[^，。；]{0,14}(?:材料|证明|证件)|材料清单")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千]+(?:元|万|成|折|倍)|百分之")
_EXCLUDES = re.compile(r"不适用|不得|不予|不能|不可")
_ASKS_WHERE = re.compile(
    r"[去到在]哪|哪[里儿]|(?:哪[个些]?|什么)(?:部门|单位|窗口|机构|地方|途径|渠道|网站|平台)|[向找跟](?:谁|哪)"
)
_TURNS_TO = re.compile(
    r"(?:[到向]|通过|前往|[可请应]在)[^，。；]{2,40}(?:办理|领取|申[请领报]|提[交出]|报名|登记|备案)|(?:申请|申报|办理)(?:渠道|地点)[：:]"
)
_UNDONE = re.compile(r"未(?:作|做|能|予)?(?:审|办|答复|处理|完成|决定)")
"""「5个工作日内未作审查的」: what comes of a term that is not kept, not how long it takes."""
_NOT = re.compile("[未没不]")
_LEADS = re.compile(r"[：:]$|下列|以下|如下")
_PUNISHES = re.compile(
    r"罚款|列入[^，。；]{0,10}(?:名单|记录)|禁止参加|追究[^，。；]{0,8}责任|取消[^，。；]{0,8}资格"
)
_DENIES = re.compile(r"不予|不得|不能|不再|取消|不可|不给|不让|拒绝|不行")
_WRONG = re.compile(r"罚|违|处[分理置]|后果|失信|不良|禁|骗|假|取消|追|列入|黑名单|逾期|作废|没收|退|弃")
_MEANS = re.compile(r"”(?:，)?是指|所称[^，。；]{2,30}是指")


def _row_named(evidence: Evidence, document: Document, one: Sentence) -> bool:
    entry = document.clause_at(one.start, one.end)
    if entry is None or entry.kind != "row":
        return False
    names = [flatten(document.text[cell.start : cell.end]) for cell in entry.cells[:3]]
    return any(len(name) > 1 and not name.isdigit() and name in evidence.question.flat for name in names)


def _label_of(document: Document, one: Sentence) -> str:
    """What the item is called in which the sentence stands: 「B类护理」."""
    entry = document.clause_at(one.start, one.end)
    return flatten(entry.heading) if entry else ""


def _headed_so(document: Document, one: Sentence, detail: str) -> bool:
    """The clause of the sentence is headed by the detail itself: 「办理时限」, 「奖励标准」."""
    entry = document.clause_at(one.start, one.end)
    if entry is None or not entry.heading or one.start < entry.body:
        return False
    return bool(ASKED_BY[detail].search(flatten(entry.heading)))


def _repeats_figure(evidence: Evidence, said: str) -> bool:
    figures = set(re.findall(r"(?<![\d.])(\d{2,})(?![\d.年])", evidence.question.flat))
    return bool(figures & set(re.findall(r"(?<![\d.])(\d{2,})(?![\d.年])", said)))


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


def _said_around(evidence: Evidence, document: Document, one: Sentence) -> float:
    """Share of the characters next to the words of asking that the sentence has, or a heading that it stands under."""
    around = evidence.question.around
    text = under_headings(document, one.start, one.end) if around else ""
    return sum(c in text for c in around) / len(around) if around else 0.0
