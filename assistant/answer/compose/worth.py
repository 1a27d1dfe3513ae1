"""How much a sentence that says the detail is worth: its share of the question, and what else tells it from others that do."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answer.compose.items import lead_in
from assistant.answer.compose.periods import of_its_nth_year, of_its_period
from assistant.answer.compose.places_named import from_elsewhere, names_county
from assistant.answer.compose.reads import Asked, Read
from assistant.answer.sentences import Sentence, under_headings
from assistant.evidence import Evidence
from assistant.question.alike import denies_alike, of_few, parted
from assistant.question.details import ASKED_BY
from assistant.question.understand import flatten
from index.clauses import Document

LISTS = ("procedure", "condition")
"""Details that are asked for as a list."""
Feature = Callable[[Evidence, Asked, Read], float]


def worth(evidence: Evidence, asked: Asked, read: Read) -> float:
    told = sum(weight * feature(evidence, asked, read) for weight, feature in _FEATURES)
    return read.share + told + read.place.score - evidence.handicap(read.place.document)


def _names_the_limit(_: Evidence, asked: Asked, read: Read) -> float:
    """The question asks for one."""
    return bool(asked.limit and asked.limit.search(read.one.text))


def _leads_in(_: Evidence, asked: Asked, read: Read) -> float:
    """It leads in to a list, and one is asked for."""
    return asked.detail in LISTS and read.whole.end > read.one.end


def _in_its_unit(_: Evidence, asked: Asked, read: Read) -> float:
    """The unit that is asked in: 「能骑几年」."""
    return bool(asked.unit and asked.unit.search(flatten(read.one.text)))


def _of_its_time(evidence: Evidence, _: Asked, read: Read) -> float:
    """The period that a day of the question lies in, the nth year that it names."""
    asked, said = evidence.question.flat, flatten(read.one.text)
    return of_its_period(asked, said) + of_its_nth_year(asked, said)


def _beside_the_asking(evidence: Evidence, _: Asked, read: Read) -> float:
    return said_around(evidence, read.place.document, read.one)


def _denies_alike(evidence: Evidence, _: Asked, read: Read) -> float:
    return denies_alike(evidence.question.flat, flatten(read.one.text))


def _by_its_year(evidence: Evidence, _: Asked, read: Read) -> float:
    """A year of the question by which something is to be reached."""
    question, said = evidence.question, flatten(read.one.text)
    return bool(_BY_A_YEAR.search(question.flat)) and any(f"{year}年" in said for year in question.years)


def _of_its_county(evidence: Evidence, _: Asked, read: Read) -> float:
    """A county of the question, where the document is not that county's own."""
    return names_county(evidence, read.place.document, read.one.text)


def _of_outsiders(evidence: Evidence, _: Asked, read: Read) -> float:
    """It is of whoever comes from outside, and the question's asker does."""
    return bool(_OF_OUTSIDERS.search(read.one.text)) and from_elsewhere(evidence, read.place.document)


def _says_where(evidence: Evidence, _: Asked, read: Read) -> float:
    """To whom, or through what, one turns, where that is asked: an office that merely does something is no such place."""
    return bool(_ASKS_WHERE.search(evidence.question.flat) and _TURNS_TO.search(flatten(read.one.text)))


def _of_its_row(evidence: Evidence, _: Asked, read: Read) -> float:
    """The row of a table whose first words the question says."""
    return row_named(evidence, read.place.document, read.one)


def _headed_so(_: Evidence, asked: Asked, read: Read) -> float:
    """Its clause is headed by the detail itself: 「办理时限」, 「奖励标准」."""
    entry = read.place.document.clause_at(read.one.start, read.one.end)
    if entry is None or not entry.heading or read.one.start < entry.body:
        return False
    return bool(ASKED_BY[asked.detail].search(flatten(entry.heading)))


def _repeats_a_figure(evidence: Evidence, _: Asked, read: Read) -> float:
    """A figure of the question: 「法定45天，压到几天」."""
    figures = re.compile(r"(?<![\d.])(\d{2,})(?![\d.年])")
    return bool({*figures.findall(evidence.question.flat)} & {*figures.findall(read.said)})


def _says_what_a_word_means(_: Evidence, asked: Asked, read: Read) -> float:
    return asked.detail != "condition" and bool(_MEANS.search(read.one.text))


def _for_few(evidence: Evidence, _: Asked, read: Read) -> float:
    """It is for few, and the question of nobody in particular."""
    return of_few(evidence.question.flat, read.said)


def _under_a_denial(evidence: Evidence, _: Asked, read: Read) -> float:
    """It stands under 「不予」, and the question does not deny."""
    over, lists = lead_in(read.place.document, read.one), read.whole.end > read.one.end
    leads = over or (read.one if lists and _LEADS.search(read.one.text) else None)
    return bool(leads and _DENIES.search(leads.text) and not _DENIES.search(evidence.question.flat))


def _excludes(evidence: Evidence, asked: Asked, read: Read) -> float:
    """Conditions are asked for, and it says who does not meet them."""
    flat = evidence.question.flat
    of_nothing_wrong = not _WRONG.search(flat) and not _DENIES.search(flat)
    return asked.detail == "condition" and of_nothing_wrong and bool(_EXCLUDES.search(read.one.text))


def _without_a_figure(_: Evidence, asked: Asked, read: Read) -> float:
    """「全额补贴」 beside a sum."""
    return asked.detail == "amount" and not _FIGURE.search(read.one.text)


def _of_papers(_: Evidence, asked: Asked, read: Read) -> float:
    """The papers to hand in, where conditions are asked for."""
    return asked.detail == "condition" and bool(_PAPERS.search(read.one.text))


def _of_a_term_not_kept(evidence: Evidence, asked: Asked, read: Read) -> float:
    """「5个工作日内未作审查的」: what comes of it, not how long it takes."""
    undone = asked.detail == "deadline" and bool(_UNDONE.search(read.one.text))
    return undone and not _NOT.search(evidence.question.flat)


def _punishes(evidence: Evidence, _: Asked, read: Read) -> float:
    """It punishes, and the question speaks of nothing wrong."""
    return bool(_PUNISHES.search(read.one.text)) and not _WRONG.search(evidence.question.flat)


def _of_others_of_a_kind(evidence: Evidence, _: Asked, read: Read) -> float:
    """It names only other things of a kind: 「大型」 where 「小型」 is asked about."""
    return parted(evidence.question.flat, read.said + _label_of(read.place.document, read.one))


_FEATURES: tuple[tuple[float, Feature], ...] = (
    (0.2, _names_the_limit),
    (0.2, _leads_in),
    (0.1, _in_its_unit),
    (0.3, _of_its_time),
    (0.3, _beside_the_asking),
    (0.2, _denies_alike),
    (0.3, _by_its_year),
    (0.5, _of_its_county),
    (0.3, _of_outsiders),
    (0.3, _says_where),
    (0.5, _of_its_row),
    (0.2, _headed_so),
    (0.3, _repeats_a_figure),
    (-0.3, _says_what_a_word_means),
    (-0.15, _for_few),
    (-0.3, _under_a_denial),
    (-0.3, _excludes),
    (-0.2, _without_a_figure),
    (-0.2, _of_papers),
    (-0.3, _of_a_term_not_kept),
    (-0.3, _punishes),
    (-0.2, _of_others_of_a_kind),
)
"""Each with what it is worth against a share of the whole question, 1."""

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
_NOT = re.compile("[未没不]")
_LEADS = re.compile(r"[：:]$|下列|以下|如下")
_PUNISHES = re.compile(
    r"罚款|列入[^，。；]{0,10}(?:名单|记录)|禁止参加|追究[^，。；]{0,8}责任|取消[^，。；]{0,8}资格"
)
_DENIES = re.compile(r"不予|不得|不能|不再|取消|不可|不给|不让|拒绝|不行")
_WRONG = re.compile(r"罚|违|处[分理置]|后果|失信|不良|禁|骗|假|取消|追|列入|黑名单|逾期|作废|没收|退|弃")
_MEANS = re.compile(r"”(?:，)?是指|所称[^，。；]{2,30}是指")


def row_named(evidence: Evidence, document: Document, one: Sentence) -> bool:
    """The question says one of the first cells of the row that the sentence stands in."""
    entry = document.clause_at(one.start, one.end)
    if entry is None or entry.kind != "row":
        return False
    names = [flatten(document.text[cell.start : cell.end]) for cell in entry.cells[:3]]
    return any(len(name) > 1 and not name.isdigit() and name in evidence.question.flat for name in names)


def said_around(evidence: Evidence, document: Document, one: Sentence) -> float:
    """Share of the characters next to the words of asking that the sentence has, or a heading that it stands under."""
    around = evidence.question.around
    text = under_headings(document, one.start, one.end) if around else ""
    return sum(c in text for c in around) / len(around) if around else 0.0


def _label_of(document: Document, one: Sentence) -> str:
    """What the item is called in which the sentence stands: 「B类护理」."""
    entry = document.clause_at(one.start, one.end)
    return flatten(entry.heading) if entry else ""
