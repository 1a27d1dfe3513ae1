"""Sentences read for a detail: which say it, themselves, by a lead-in or as one of two cases, and how much of the question."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.compose import cells
from assistant.answer.compose.inline_lists import lead_of_cases
from assistant.answer.compose.items import lead_in, with_items
from assistant.answer.compose.periods import of_its_period
from assistant.answer.compose.place import Place
from assistant.answer.compose.referred import points_elsewhere
from assistant.answer.compose.tiers import lower_bound
from assistant.answer.compose.wording import FRAGMENT
from assistant.answer.sentences import Sentence, question_above, sentences
from assistant.evidence import Evidence
from assistant.question.alike import denies_alike, missed, spelled_out
from assistant.question.limits import limit_asked, unit_asked
from assistant.question.understand import Term, flatten
from index.clauses import Document

LEAST_IN_SENTENCE = 0.2
LEAST_FOR_QUANTITY = 0.6
"""Share of the question that the sentence itself must hold, beside what its clause holds; a bare number fits anything."""
NEAR_BEST = 0.7
"""Share of the best place's score from which another one is read."""
ADDS = 0.05
"""Share of the question that a case names beyond the case before it."""
NAMED = 0.8
"""Share of a heading from which the question names its clause."""


@dataclass(frozen=True)
class Asked:
    """What is the same for every sentence: ``least`` is the share of ``terms`` that one must hold."""

    detail: str
    terms: tuple[Term, ...]
    least: float
    limit: re.Pattern[str] | None
    act: re.Pattern[str] | None
    unit: re.Pattern[str] | None


@dataclass(frozen=True)
class Read:
    """A sentence that says the detail, itself or by its lead-in: ``whole`` with its items, ``over`` the lead-in where it counts,
    ``carried`` the case before a semicolon that it goes on from, ``said`` all of it in one line, ``share`` how much of the
    question that holds, ``falls`` into a tier of its, which in one of the
    best two clauses the question names ``exact``ly."""

    place: Place
    one: Sentence
    whole: Sentence
    over: Sentence | None
    carried: Sentence | None
    by_lead: bool
    said: str
    share: float
    falls: bool
    exact: bool


def asked_in(evidence: Evidence, detail: str) -> Asked:
    flat = evidence.question.flat
    bare = detail == "quantity" and not evidence.question.counts
    least = LEAST_FOR_QUANTITY if bare else LEAST_IN_SENTENCE
    unit = unit_asked(flat) if detail == "deadline" else None
    act = None if detail == "amount" else evidence.question.act  # 「每人多少，向哪里申请」
    return Asked(detail, evidence.question.core_terms, least, limit_asked(flat), act, unit)


def reads(evidence: Evidence, asked: Asked, found: Sequence[Place]) -> Iterator[Read]:
    best = max((p.score for p in found if not p.clause.children), default=found[0].score)
    for place in found:
        if place.score < NEAR_BEST * best and not place.first and not _names_tier(evidence, asked, place):
            continue
        preferred = place.first and place.worded and place.score > found[0].score
        if found[0].named and not preferred and not _speaks_of_subject(evidence, place):
            continue
        of_place = [*sentences(place.document, place.clause, place.start, place.end)]
        for one, before in zip(of_place, [None, *of_place], strict=False):
            before = _of_other_days(evidence, place.document, of_place, one) or before
            if read := _read(evidence, asked, place, one, before):
                yield read


def _of_other_days(
    evidence: Evidence, document: Document, of_place: Sequence[Sentence], one: Sentence
) -> Sentence | None:
    """「3月1日至3月31日缴纳，给予20%补贴。」 on the day asked about: the first sentence of the line that is of other days,
    「2月1日至2月28日期间缴纳商品房契税的，给予30%补贴。」, which says what both are of."""
    flat = evidence.question.flat
    if of_its_period(flat, flatten(one.text)) <= 0:
        return None
    on_the_line = (
        s for s in of_place if s.start < one.start and "\n" not in document.text[s.start : one.start]
    )
    return next((s for s in on_the_line if of_its_period(flat, flatten(s.text)) < 0), None)


_NOTHING = Sentence(0, 0, "")


def _names_tier(evidence: Evidence, asked: Asked, place: Place) -> bool:
    """「4人至5人的，不超过110平方米」 where a family of five is asked about: words need not tell."""
    return place.worded is False and any(
        evidence.question.says(asked.detail, one.text)
        and lower_bound(evidence.question.about, one.text) is not None
        for one in sentences(place.document, place.clause, place.start, place.end)
    )


def _read(
    evidence: Evidence, asked: Asked, place: Place, one: Sentence, before: Sentence | None
) -> Read | None:
    above = lead_in(place.document, one)
    says = _says(evidence, place.document, one, asked.detail)
    by_lead = not says and above is not None and evidence.question.says(asked.detail, above.text)
    if not (says or by_lead):
        return None
    bound = lower_bound(evidence.question.about, one.text)
    falls = bound is not None
    standards = above is not None and asked.detail == "amount" and _STANDARDS.search(above.text)
    over = (
        above if asked.limit or falls or by_lead or standards or lead_of_cases(place.document, one) else None
    )
    goes_on = before is not None and not over and _goes_on(evidence, asked, place, one, before, falls)
    adds = before is not None and not over and not goes_on and _adds(evidence, asked, place, before, one)
    continues = (
        before is not None
        and not over
        and not (goes_on or adds)
        and (_continues(place, before, one) or _punishes(evidence, asked, place, before, one))
    )
    carried = before if goes_on or adds or continues else None
    whole = with_items(place.document, one)
    heading = (
        _own_heading(place.document, one, bool(standards))
        or question_above(place.document, one.start)
        or _name_of_item(place, one)
    )
    said = spelled_out(flatten(heading + (over or carried or _NOTHING).text + whole.text))
    share = evidence.coverage(said.lower(), asked.terms)
    if (adds or continues) and before:
        one = Sentence(before.start, one.end, place.document.quote(before.start, one.end))
    return Read(
        place, one, whole, over, carried, by_lead, said, share, falls, bound == math.inf and place.first
    )


_STANDARDS = re.compile(
    r"^.{6,}(?:标准|比例|金额|额度|费率|规定)[^，。：:]{0,6}(?:支付|确定|执行|计算|缴纳|收取|发放|划入|为|如下)[：:]$"
)
"""「起付标准按照以下标准确定：」: what the items do not say again."""


def _goes_on(
    evidence: Evidence, asked: Asked, place: Place, one: Sentence, before: Sentence, falls: bool
) -> bool:
    """Of two cases on either side of a semicolon this is the one asked about, by its tier, its limit or what it denies; what
    both are of stands in the first."""
    of_its_day = of_its_period(evidence.question.flat, flatten(one.text)) > 0
    if not before.text.endswith(("；", ";")):
        return of_its_day and of_its_period(evidence.question.flat, flatten(before.text)) < 0
    limit = asked.limit if place.first else None
    limited = limit and limit.search(one.text) and not limit.search(before.text)
    of_its_kind = bool(missed(evidence.question.flat, before.text)) and not missed(
        evidence.question.flat, one.text
    )
    of_its_year = any(f"{y}年" in one.text and f"{y}年" not in before.text for y in evidence.question.years)
    return (
        falls
        or bool(limited)
        or of_its_year
        or of_its_day
        or of_its_kind
        or _is_a_case_with(evidence, one, before)
    )


def _adds(evidence: Evidence, asked: Asked, place: Place, before: Sentence, one: Sentence) -> bool:
    """On one line with the case before it, it names of the question what that does not: 「不低于300万元；纺织业不低于150万元」.
    Both are shown."""
    if not (_on_one_line(place, before, one) and before.text.endswith(("；", ";"))) or not _says(
        evidence, place.document, before, asked.detail
    ):
        return False
    known, said = flatten(before.text).lower(), flatten(one.text).lower()
    own = evidence.coverage(known + said, asked.terms) - evidence.coverage(known, asked.terms)
    return own >= ADDS and len(one.text) <= len(before.text)


def _on_one_line(place: Place, before: Sentence, one: Sentence) -> bool:
    return "\n" not in place.document.text[before.start : one.start]


_GIVES_ITS_STANDARD = re.compile(
    r"(?:具体|最高|其中)?(?:补[贴助]|奖[励补]|资助|津贴|补偿|支持|贷款|收费|缴费|发放)?(?:标准|额度|金额|比例|期限)(?:具体)?(?:为|是|按照?)"
)
"""How a sentence begins that names nothing of its own, 「补贴标准为每人每次就餐费用的四分之一」."""
_REFERS_BACK = re.compile(r"(?:完成|开展|办结|落实)(?:上述|此项|该项|前述)(?:工作|任务|事项)")
"""「2020年起，每年1月底前完成上述工作」."""
_IF_NOT_MENDED = re.compile(
    r"(?:拒不|逾期(?:仍?[不未]|没有)|仍?不改正|情节(?:较为?|特别)?严重)[^，。；]{0,10}的[，,]"
)
"""「…设置地锁的，责令改正；拒不改正的，处五百元罚款」."""
LONG = 200


def _continues(place: Place, before: Sentence, one: Sentence) -> bool:
    """It says how much there is of what the sentence in front of it, on the same line, grants, or when that is to be done."""
    return (
        _on_one_line(place, before, one)
        and len(before.text) <= LONG
        and bool(_GIVES_ITS_STANDARD.match(one.text) or _REFERS_BACK.search(one.text))
    )


def _punishes(evidence: Evidence, asked: Asked, place: Place, before: Sentence, one: Sentence) -> bool:
    """What comes of not mending what the part in front of it, which says no such detail itself, names."""
    goes_on = before.text.endswith(("；", ";")) and bool(_IF_NOT_MENDED.match(one.text))
    return (
        goes_on
        and _on_one_line(place, before, one)
        and not _says(evidence, place.document, before, asked.detail)
    )


_ONLY_DAYS = re.compile(r"[\d年月日时点分至到起止前后上下午—–\-~～:：、，,（）()\s]+[。；;]?")


def _own_heading(document: Document, one: Sentence, labelled: bool) -> str:
    """What a sentence stands under that says no more than a figure, 「办理时限：1.5个工作日」, or that is one of several, 「退休
    人员：一级为280元」; else ""."""
    bare = labelled or len(one.text) < FRAGMENT or _ONLY_DAYS.fullmatch(one.text)
    entry = document.clause_at(one.start, one.end) if bare else None
    return "".join(c.heading for c in (*document.ancestors(entry), entry)) if entry else ""


def _name_of_item(place: Place, one: Sentence) -> str:
    """Of the clauses below the place the heading that the sentence stands under: 「换电站建设补贴」 beside 「充电站建设补贴」."""
    entry = place.document.clause_at(one.start, one.end)
    below = entry is not None and entry is not place.clause and one.start >= entry.body
    return entry.heading if entry and below else ""


def _is_a_case_with(evidence: Evidence, one: Sentence, before: Sentence) -> bool:
    """Of two cases on either side of a semicolon, one with something and one without, this is the one asked about."""
    asked = evidence.question.flat
    return denies_alike(asked, flatten(before.text)) < 0 or denies_alike(asked, flatten(one.text)) > 0


def _says(evidence: Evidence, document: Document, one: Sentence, detail: str) -> bool:
    """The sentence holds such a detail, or the table row does under its heads; the head of a table is none."""
    entry = document.clause_at(one.start, one.end)
    if entry is not None and entry.kind == "table" and entry.children:
        return False
    if _FORM.search(one.text):
        return False
    if detail in {"amount", "deadline", "quantity", "condition"} and points_elsewhere(one):
        return True  # what the sentence points to is shown with it
    return evidence.question.says(detail, one.text) or (
        entry is not None and cells.says(document, entry, detail)
    )


_FORM = re.compile(r"(?:[\u4e00-\u9fff（）()]{2,12}[：:]\s*){3,}")
"""「经手人：审批人：联系电话：」, which is to be filled in."""


def _speaks_of_subject(evidence: Evidence, place: Place) -> bool:
    """Where the question names a clause by its heading, an amount that another clause gives for something else is no answer."""
    subject = evidence.subject
    if subject is None or subject.share < NAMED:
        return True
    return subject.matched in evidence.context(
        place.document, place.clause, place.document.quote(place.start, place.end)
    )
