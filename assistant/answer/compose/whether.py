"""Whether one may or must: what asks so, which sentences rule it, and which of the clauses near to a question does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.left_open import nearest, share_of
from assistant.answer.compose.meant import Near, nearest_in_meaning, of_places
from assistant.answer.compose.place import Place
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question.details import ASKED_BY, asked_for, asks_whether_given
from assistant.question.paying import WHAT_THEN
from index.wording import either

BEFORE_A_RULE, BEFORE_A_DEFINITION = 0.005, 0.02
"""How far a rule may be behind what is none, and what only defines its words, where it is asked what one may."""
TELLS_THE_CLAUSE = 0.55
"""Share of the question in the best clause from which its words tell that, if not the sentence."""
SAYS_WHETHER = 0.6
"""Of the question in a sentence that has the word for the detail itself."""
NEARLY = 0.7
"""Share of the best place's score from which another one may be the rule."""


FORBIDDEN, NEAREST_RULES = 0.35, 3
"""Share of the question in a sentence that forbids; clauses in which it is looked for."""


MAY = re.compile(
    either(
        r"可不可以|能不能",
        r"是否(?:也|还)?(?:可以|能|会|要)",
        r"能否|可否|允许|准许",
        r"(?:可以|能|得|要|必须|需要?|用|会).{0,20}(?:[吗吧]|(?<![什怎这那多])么)",
        r"是不是[^，。]{0,16}(?:可以|能|要|得|必须|应|作废|有效)",
        r"要不要|用不用|需不需要|该不该",
        r"([让准许给管收要用会退免])不\1(?!少)",
        r"[能可][^，。？?]{1,8}不[？?]?$",
        r"属不属|算不算",
        r"合[法规][吗么？?]",
        r"违[法规][吗么？?]",
        r"还?有(?:没有)?资格",
        r"够不够格|行不行",
        r"行[吗么]",
        r"可以不[？?，]",
    )
)
RULES = re.compile(
    either(
        r"不得|禁止|严禁|不予|不能|可以|允许",
        r"参照[^，。]{0,20}执行",
        r"方可|继续有效|失效|作废",
        r"准予(?!以)",
        r"应当|必须|须|只能|无需|免予|不再|不计入|不属",
        r"不[视算]为?",
        r"叠加|免申即享|除外",
        r"[不未](?:予|再)?(?:享受|适用|纳入|重复)",
        r"不(?:补缴|变更|收取|缴纳|征收|退还|限于?|另行|需要?|受)",
        r"免[收缴征除]",
    )
)
DEFINES = re.compile(
    r"所称[^。]{1,60}(?:是指|指的是|包括)|适用(?:于)?本|制定本|^本(?:办法|条例|规定|细则|法)所称"
)


def rule(evidence: Evidence, found: Sequence[Place]) -> Place:
    """The best place; but whether one may or must is said by a rule, not by the article that defines the words of it."""
    question = evidence.question
    if question.definition or found[0].named or not (question.yes_no and MAY.search(question.flat)):
        return found[0]
    if _regulates(found[0]):
        return found[0]
    near = [p for p in found if p.score >= NEARLY * found[0].score and _regulates(p)]
    return max(near, key=lambda p: p.score, default=found[0])


def _regulates(place: Place) -> bool:
    text = [one.text for one in sentences(place.document, place.clause, place.start, place.end)]
    return any(RULES.search(t) and not DEFINES.search(t) for t in text)


def says_whether(evidence: Evidence, found: Sequence[Place]) -> bool:
    """「能拿家里地址办执照吗」: whether one may is asked, the detail is only named, and a sentence means just that."""
    question = evidence.question
    if question.detail == "penalty" and WHAT_THEN.search(question.flat):
        return True  # what is to be done with something need be no penalty
    if not question.yes_no or asked_for(question.flat) or asks_whether_given(question.flat):
        return False
    if question.detail == "amount" and MAY.search(question.flat):
        return True  # 「会给我发奖金吗」
    named = ASKED_BY[question.detail or ""].search(question.flat)
    first = nearest(evidence, found[0])
    if named and first and named.group() in first.text and share_of(evidence, first) >= SAYS_WHETHER:
        return True  # 「是否设有上限」, 「不设上限」
    near = by_meaning(evidence, found) if MAY.search(question.flat) else []
    return bool(near) and near[0].near >= 0


def rules_on_money(evidence: Evidence, found: Sequence[Place]) -> bool:
    """「能算进投资额吗」 asks for a rule and not for a sum, and so does 「公务员能不能领奖金」 where one stands near."""
    question = evidence.question
    named = ASKED_BY["amount"].search(question.flat)
    only_named = bool(named) and not asked_for(question.flat)
    if not only_named or not question.yes_no:
        return False
    return bool(_RECKONS.search(question.flat)) or (
        bool(MAY.search(question.flat)) and _forbids(evidence, found)
    )


def _forbids(evidence: Evidence, found: Sequence[Place]) -> bool:
    """One of the best clauses forbids or leaves out what holds much of the question."""
    return any(
        _LEAVES_OUT.search(one.text) and share_of(evidence, one) >= FORBIDDEN
        for place in found[:NEAREST_RULES]
        for one in sentences(place.document, place.clause, place.start, place.end)
    )


_LEAVES_OUT = re.compile(r"不得|不予|不能|不再?享受|不属|除外|不计入")


_RECKONS = re.compile(r"算[进在入]|计[入算]|抵扣?|扣除|冲抵|挪用|用于|叠加")


def by_meaning(evidence: Evidence, found: Sequence[Place]) -> list[Near]:
    """The nearest sentences in meaning, the one that answers first: where it is asked what one may or must, a rule rather than
    what defines the words of it; none where there is only that."""
    looked_into = found[:1] if found[0].score >= TELLS_THE_CLAUSE else found
    near = nearest_in_meaning(evidence, of_places(looked_into), found)
    if not near or not (evidence.question.yes_no and MAY.search(evidence.question.flat)):
        return near
    defines = DEFINES.search(near[0].sentence.text)
    alike = [
        n for n in near if n.worth >= near[0].worth - (BEFORE_A_DEFINITION if defines else BEFORE_A_RULE)
    ]
    rules = [n for n in alike if RULES.search(n.sentence.text) and not DEFINES.search(n.sentence.text)]
    if rules:
        return rules[:1] + [n for n in near if n is not rules[0]]
    return [] if defines else near
