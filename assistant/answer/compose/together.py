"""「两项补贴能一起拿吗」: the rule on having several benefits at once, or the same one again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.compose.items import said_of, with_items
from assistant.answer.compose.left_open import share_of
from assistant.answer.compose.place import Place, places
from assistant.answer.compose.whether import MAY
from assistant.answer.compose.wording import closest, lead
from assistant.answer.draft import Draft
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.things import grants_named, grants_said
from assistant.question.understand import flatten
from index.clauses import Document
from index.clauses.folding import folded_text
from index.wording import either

LOOKED_INTO = 6
"""Clauses of which one may hold the rule."""
OF_CLAUSE = 0.5
"""What the share of the question in a rule's clause weighs beside that in the rule itself."""
MORE = 0.15
"""What a rule is ahead that is of having the same again, where that is asked, or that repeats a sum of the question."""
LEAST, LEAST_OF_ALL = 0.33, 0.2
"""Worth of a rule that is the one asked for, and of one that holds for all benefits of a document."""
_GET = r"(?:享受?|领取?|拿|申请|申报|报|要|用|贷|补|给|发|算)"
_ASKED = re.compile(
    either(
        r"既[^，。？]{1,12}又[^，。？]{1,14}(?:[，,]|总共|一共|都|加起来)",
        r"累加|叠加|兼得|双份",
        rf"重复{_GET}",
        r"合[计并][上享领]",
        r"加(?:在一)?起来?(?=[^，。]{0,6}[吗么不])",
        rf"[一][起块并道](?:都|全)?{_GET}",
        rf"同时再?{_GET}",
        r"两[份样个头项边种][^，。？]{0,6}(?:都|全|一起)",
        rf"都(?:能|可以?)?全?{_GET}[到得]?[吗么不]",
        rf"再{_GET}一?[份次回笔遍]",
        (
            r"(?:已经?|[过又再了]|同时|参加).{0,24}还(?:能|可以?|给|让)(?:不能|不可以|不给)?(?:同时|再"
            rf"|另外|全额?|都)?{_GET}"
        ),
        rf"(?:第[二三四]次|又).{{0,10}}还?(?:能|可以?){_GET}",
    )
)
"""How people ask whether they may have several things at once, or one again."""
_RULES = re.compile(
    either(
        r"叠加|兼得|兼享",
        r"重复(?:享受|申报|申请|领取|奖励|补[贴助]|支持|计算|发放|使用|资助)",
        r"(?:不得|不能|不可|可以?)同时",
        r"同时(?:享受|领取|申[领请报])",
        r"(?:就|从|择)(?:高|优)",
        r"按?较高",
        r"[取按就]最?高(?:一项|档|标准|者|级别|奖项|等级|额度|金额)",
        r"差额|补差|分别享受",
        r"(?:不再|不予?|不得再次|可再次?|不得重复)(?:享受|给予|补[贴助]|奖励|申[领请报]|贷款|资助|支持)",
        r"[只仅](?:能)?(?:享受|奖励|补[贴助]|申[领请报]|资助|给予)[^，。；]{0,8}[一1]次",
        r"累加|合并计算|不计入同",
        r"不在[^，。；]{0,8}范围",
    )
)
_AGAIN_ASKED = re.compile(r"再[\u4e00-\u9fff]{1,2}一?[份次回笔遍]|重复|[二三四两]次")
_AGAIN = re.compile(r"再次|重复|[一两1]次|兼得")
_FIGURES = re.compile(r"\d[\d.]*[百千万亿]+")
_OF_ALL = re.compile(
    r"同一(?:单位|企业|主体|项目|事项|个?人|家庭|对象|申请人|套)"
    r"|多[项个种](?:政策|条款|条件|照顾|优惠|补贴|奖励)|本(?:政策|措施|办法|意见|细则|实施细则|规定|通知)|第[一二三四五六七八九十]+[条项款](?:、|与|和|至)第"
)
"""What a rule for all benefits of a document speaks of."""


_DETAILS = frozenset({None, "amount", "quantity"})


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    asks = question.yes_no or MAY.search(question.flat) or "还是" in question.flat
    if not asks or question.role or question.detail not in _DETAILS or not _ASKED.search(question.flat):
        return None
    found = places(evidence)
    if not found:
        return None
    rated = [(_worth(evidence, place, one), place, one) for place, one in _rules(evidence, found)]
    worth, place, rule = max(rated, key=lambda item: item[0], default=(0.0, None, None))
    if place is None or rule is None:
        return None
    if _by_far(evidence, place):
        return None
    if worth < (LEAST_OF_ALL if _OF_ALL.search(rule.text) else LEAST):
        return None
    said = said_of(place.document, place.clause, [with_items(place.document, rule)])
    said[0] = said[0].behind(lead(evidence, place.clause))
    return Draft("answered", tuple(said), closest=closest(evidence, said[0].quotes))


BY_FAR = 6.0
"""Distance in the search's score from which the best hit is the rule that is asked for, and none on having several."""


def _by_far(evidence: Evidence, place: Place) -> bool:
    best, *others = evidence.hits
    elsewhere = not best.holds(place.document, place.start)
    return elsewhere and best.score >= max((h.score for h in others), default=0.0) + BY_FAR


def _rules(evidence: Evidence, found: list[Place]) -> Iterator[tuple[Place, Sentence]]:
    """In the nearest clauses, then in the rest of the best one's document, where such rules stand at the end."""
    near = found[:LOOKED_INTO]
    document = near[0].document
    known = {place.clause.id for place in near}
    rest = (
        Place(document, c, c.start, c.end, False, 0.0)
        for c in document.clauses
        if c.id not in known and _RULES.search(document.quote(c.start, c.end))
    )
    for place in (*near, *rest):
        for one in sentences(place.document, place.clause, place.start, place.end):
            if _RULES.search(one.text) and not _of_other_grants(evidence, place.document, one):
                yield place, one


def _of_other_grants(evidence: Evidence, document: Document, one: Sentence) -> bool:
    """It names grants, and none of those that the question names and the document has by that name."""
    text = folded_text(document)
    asked = {of + grant for of, grant in grants_named(evidence.question) if of + grant in text}
    said = {of + grant for of, grant in grants_said(flatten(one.text))}
    return bool(asked and said) and not asked & said and not _OF_ALL.search(one.text)


def _worth(evidence: Evidence, place: Place, one: Sentence) -> float:
    context = evidence.context(place.document, place.clause, one.text)
    again = bool(_AGAIN_ASKED.search(evidence.question.flat) and _AGAIN.search(one.text))
    figures = _FIGURES.findall(evidence.question.flat)
    named = any(figure in flatten(one.text) for figure in figures)
    share = share_of(evidence, one) + OF_CLAUSE * max(place.score, evidence.coverage(context))
    return share + MORE * (again + named)
