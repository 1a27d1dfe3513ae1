"""Whom a sentence charges with a task, where no agency line says it: 「由市财政局负责解释」, 「经属地公安部门认定」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from assistant.answer.compose.in_charge import of_whole_matter
from assistant.answer.compose.items import lead_in, said_of
from assistant.answer.compose.likely import LIKELIER, as_likely, behind_its_name
from assistant.answer.compose.place import (
    COVERED,
    LOOSE,
    Place,
    places,
    without_forwarding,
)  # fmt: skip
from assistant.answer.compose.wording import closest, lead
from assistant.answer.draft import Draft, quotes_of
from assistant.answer.sentences import Sentence, before_on_its_line, sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Clause, Document
from index.wording import either

NEAREST = 6
"""Places that are looked into."""
CHARGES = 0.3
"""What it is worth that a sentence charges an agency, as a share of the question's content."""
DONE_BY = 0.5
"""For a sentence that says by whom is done what the question asks by whom it is done: 「由谁兼任」."""
DEED = 0.1
"""For the first character of what is done."""
FAR_MORE = 0.25
"""Share of the question from which a sentence elsewhere comes before one of the clause that the question names."""
OF_JUST_THAT = 0.7
"""Share of the question from which it may be asked who is encouraged to do it: 「未来产业基金由谁牵头组建」."""
FARTHER = 0.05
"""What a place loses for each step that its hit's score is behind the best one's."""

_DUTY = re.compile(
    r"经.{2,20}?(?:鉴定|认定|审核|批准|同意|核准|评估)|由.{2,60}?(负责|牵头|组织|实施|承担|落实|解释|兼任|担任|查处|处罚|处理|制定|公布|认定|审核|审批|批准|受理|办理|确定|责令|监管|管理|发放|拨付|出具)|负责|牵头|组织协调|主管|统筹协调|监督管理"
)

_ORGAN = (
    r"[\u4e00-\u9fff]{1,12}(?:部门|委员会|(?<![布格结大全当])局(?!面|势|限)|厅|办公室|委(?!托|派)"
    r"|(?<![西东中南北全内外干局大])部(?![分署队位件])|(?<!创新)(?<!研究)(?<!技术)中心(?!城"
    r"|[^，。]{0,2}任务)|政府(?!网站|采购|投资|债|信息|工作报告|购买|和社会|性|引导|补)|机关|机构|街道"
    r"|(?:管理|办事|监督)处(?!罚|理|置|分)|(?:执法|监督|稽查|交警|消防)[总支大中]?队(?!伍)|(?:监理"
    r"|管理|检[测验]|司法|派出)所|[居村]委会|银行)|(?:^|(?<=[，；]))[\u4e00-\u9fff]{2,16}(?:公司|集团)"
    r"(?=[组汇负承开牵主核计发受审确会应]|根据|按照|具体)"
)
"""What one who asks for a department takes for an answer."""


DUTY_OR_ORGAN = re.compile(f"{_DUTY.pattern}|{_ORGAN}")
_NO_ONE = re.compile(r"(?:行业|其他|有关|相关|各)部门(?:主管|协同|配合)")
_ENCOURAGED = re.compile(
    _NO_ONE.pattern + r"|(?:支持|鼓励|引导|推动)[^，。；;]{0,24}(?:牵头|负责|承担|组织|实施)"
)
"""「支持企业牵头组建…」 charges nobody."""


_ENCOURAGES = re.compile(r"鼓励|支持|引导")
_CHARGED = re.compile(
    either(
        (
            rf"(?:{_ORGAN})(?:[（(][^（()）]*[）)])?(?:按[^，。；]{{1,12}})?(?:统一|具体|主要|分工|共同"
            r"|会同[^，。；]{2,40}|和[^，。；]{2,16})?(?:负责(?![人制任])|主管(?![部机单人])|牵头|承担"
            r"|组织管理|(?:对[^，。；]{2,40})?(?:监督管理|指导|管理)(?![部机单人]))"
        ),
        r"由[^，。；]{2,40}?(?:负责(?![人制任])|牵头|组织|实施|承担|制定|审批|批准|认定|受理|兼任|担任)",
        r"(?:报|向)[^，。；]{2,40}(?:审批|批准|备案|核准|审核|申请|申报|提出)",
        r"是[^，。；]{2,40}主管部门",
    )
)

_ASKS_WHO_IS_CHARGED = re.compile(r"负责|主管|牵头|监管|管理|监督|(?:谁|部门|单位|机构)来?(?:管|抓)")


def in_words(
    evidence: Evidence, targets: Sequence[tuple[Document, Clause]] = (), named: bool = False
) -> Draft | None:
    """The sentence of the clauses asked about that says whom it charges: of those that the question names, else of the
    nearest, else of ``targets``."""
    leaves = [Place(d, c, c.start, d.end_of(c), True, 1.0) for d, c in targets if not c.children]
    near = places(evidence)[:NEAREST]
    said = takewhile(lambda place: place.named, near)
    if whole := of_whole_matter(evidence):
        return whole
    known = _of_named(evidence, [*(leaves if named else ()), *said])
    nearest = _of_nearest(evidence, near)
    if known and nearest and nearest[0] > known[0] + FAR_MORE:
        known = nearest
    best = known or nearest or (None if named else _of_named(evidence, leaves))
    return _said(evidence, *best[1:]) if best else None


Rated = tuple[float, Place, Sentence]
"""How much of the question a sentence says, and where it stands."""


def _of_named(evidence: Evidence, named: Sequence[Place]) -> Rated | None:
    """Of several clauses under the same words the one whose sentence says most of the question."""
    rated = [
        (score, place, one)
        for place in named
        for score, one in _rated(evidence, place)
        if score >= COVERED or not place.clause.children
    ]
    return max(rated, key=lambda item: item[0], default=None)


def _of_nearest(evidence: Evidence, near: Sequence[Place]) -> Rated | None:
    """The sentence that says most of the question, where one that charges an agency comes before one that only names it."""
    found = [
        (score, place, one)
        for place in near
        for score, one in _rated(evidence, place)
        if score >= (LOOSE if place is near[0] else COVERED)
    ]
    if not found:
        return None
    if not _ASKS_WHO_IS_CHARGED.search(evidence.question.flat):
        first = [item for item in found if item[1] is found[0][1]]
        return max(first, key=lambda item: item[0])
    nearest = max(place.fused for place in near)
    return max(found, key=lambda item: _worth(item[0], item[1], item[2], nearest))


def _worth(score: float, place: Place, one: Sentence, nearest: float) -> float:
    return score + CHARGES * bool(_CHARGED.search(_whole(place, one))) - FARTHER * (nearest - place.fused)


_BY_WHOM = re.compile(r"由(?:谁|哪[个些]?(?:部门|单位|机构))来?([\u4e00-\u9fff]{1,2})(?![\u4e00-\u9fff])")
_DOES = re.compile(r"(?:谁|哪[个些]?(?:部门|单位|机构|局|委))来?去?([^来去在负有是的吗呢吧\W])")
_NOTHING = re.compile(r"(?!)")


def _rated(evidence: Evidence, place: Place) -> Iterator[tuple[float, Sentence]]:
    says = _DUTY if evidence.question.role != "any" else DUTY_OR_ORGAN
    terms = evidence.question.core_terms
    asked = _BY_WHOM.search(evidence.question.flat)
    does = re.compile(rf"由[^，。；]{{2,40}}{asked[1]}") if asked else _NOTHING
    deed = _DOES.search(evidence.question.flat)
    encouraged = _NOTHING if _ENCOURAGES.search(evidence.question.flat) else _ENCOURAGED
    held = [*sentences(place.document, place.clause, place.start, place.end)]
    for alone in without_forwarding(evidence, place.clause, held):
        one = _with_its_subject(place.document, alone)
        said = flatten(alone.text)
        share = evidence.coverage(said.lower(), terms)
        whole = _whole(place, one)
        if says.search((_NO_ONE if share >= OF_JUST_THAT else encouraged).sub("", whole)):
            done = DONE_BY * bool(does.search(said)) + DEED * bool(deed and deed[1] in said)
            yield share + done, one


CARRIED = 120
"""Characters in front of a part of a sentence that may hold whom it charges."""


def _with_its_subject(document: Document, one: Sentence) -> Sentence:
    """「市审批办负责设立受理点；开发联办系统」: the second part with the first, which says by whom it is done."""
    before = before_on_its_line(document, one.start)
    if not before.rstrip().endswith(("；", ";")) or DUTY_OR_ORGAN.search(one.text) or len(before) > CARRIED:
        return one
    first = re.match(r"\s*", before)
    start = one.start - len(before) + (first.end() if first else 0)
    whole = Sentence(start, one.end, document.quote(start, one.end))
    return whole if DUTY_OR_ORGAN.search(before) else one


def _whole(place: Place, one: Sentence) -> str:
    """An item is charged on whom its lead-in names."""
    over = lead_in(place.document, one)
    return over.text + one.text if over else one.text


def _said(evidence: Evidence, place: Place, one: Sentence) -> Draft:
    said = said_of(place.document, place.clause, [one])
    said[0] = said[0].behind(lead(evidence, place.clause))
    said += [
        part
        for n in as_likely(evidence, place, [one], LIKELIER)
        if DUTY_OR_ORGAN.search(n.sentence.text)
        for part in behind_its_name(evidence, place, n)
    ]
    return Draft("answered", tuple(said), closest=closest(evidence, quotes_of(said)))
