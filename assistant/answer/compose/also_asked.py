"""The other details that one question asks for, from the rule that answers the first: 「架空期最长多久，有困难能再延多长」."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.compose.charged import DUTY_OR_ORGAN
from assistant.answer.compose.items import lead_in, said_of, with_items
from assistant.answer.compose.told_already import told_already
from assistant.answer.compose.wording import lead
from assistant.answer.draft import Draft, Said, inside, quotes_of
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question import details
from assistant.question.kinds import kind_of
from assistant.question.said_as import NUMBER
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Clause, Document

MOST = 4
"""Sentences of an answer to which more are added."""
LONGEST = 1000
"""Characters of a clause that is one rule with its parts."""
LEAST = 0.15
"""Share of a piece's words that a sentence must hold where it is not the rule's only one that says the detail."""
SHORT = 260
"""Characters up to which a rule is shown whole where a question behind another one cannot be told apart from it."""
NEW, NEW_DETAIL = 0.34, 0.67
"""Share of characters of a question behind the first that its rule need not have, and where it asks for a detail."""
_SAYS_NOTHING_NEW = (
    r"[^\u4e00-\u9fff]|会?怎么?样|怎么办|如何|有没有|例外|什么时候|多[久长少]|多长时间|几[天年个]"
    r"|[的了呢吗么去要会能有不没哪些由谁出还再]"
)
_PIECES = re.compile(r"[，,、；;？?]")
_ASKS = re.compile(
    r"谁|哪|什么|多[少大久长高]|几|怎|如何|何时|什么时候|有没有例外|能不能|能否|可不可以|可否|[吗么]$"
)


def with_also_asked(evidence: Evidence, draft: Draft) -> Draft:
    """The draft with a sentence of the same rule for each piece of the question that asks for a detail it does not say yet."""
    pieces = [p for p in _PIECES.split(evidence.question.flat) if _ASKS.search(p)]
    rule = rule_of(draft)
    if len(pieces) < 2 or rule is None or draft.outcome != "answered" or rule[1].kind in {"front", "back"}:
        return draft
    said = list(draft.said)
    for piece in pieces:
        if len(said) < MOST and (found := _in_rule_or_above(evidence, piece, rule, said)):
            holder, one = found
            said += said_of(rule[0], holder, [with_items(rule[0], one)])
    if len(said) == len(draft.said) == 1 and any(_said_by(evidence, p)[0] is None for p in pieces):
        said = _whole_of_short(rule, draft.said) or said
    return replace(draft, said=tuple(said)) if len(said) > len(draft.said) else draft


def _whole_of_short(rule: tuple[Document, Clause], said: Sequence[Said]) -> list[Said]:
    """A short rule of which the answer shows one sentence, whole: a piece of the question asks what is no detail, 「联系人应当是
    什么人，须提交哪些材料」."""
    document, clause = rule
    whole = [*sentences(document, clause, clause.start, document.end_of(clause))]
    rest = [one for one in whole if not _shown(rule, one, said) and not lead_in(document, one)]
    if not rest or sum(len(one.text) for one in whole) > SHORT or len(rest) >= MOST:
        return []
    more = said_of(document, clause, rest)
    return sorted([*said, *more], key=lambda s: s.quotes[0].start)


def _in_rule_or_above(
    evidence: Evidence, piece: str, rule: tuple[Document, Clause], said: Sequence[Said]
) -> tuple[Clause, Sentence] | None:
    """The sentence for the piece in the rule, else in the clause above of which it is one part."""
    document, clause = rule
    above = document.by_id[clause.parent] if clause.parent else None
    for holder in (clause, above):
        if holder is None or document.end_of(holder) - holder.start > LONGEST:
            continue
        if one := _sentence_for(evidence, piece, (document, holder), said):
            return holder, one
    return None


def joined(evidences: Sequence[Evidence], drafts: Sequence[Draft]) -> list[Draft]:
    """Of questions put one behind the other, those that find nothing of their own are answered from the rule that answers
    the first one answered: 「…要去领？不去领会怎样？」."""
    base = next((i for i, d in enumerate(drafts) if d.outcome == "answered"), None)
    rule = rule_of(drafts[base]) if base is not None else None
    if base is None or rule is None:
        return list(drafts)
    told = [
        i
        for i in range(len(drafts))
        if i != base and told_already(evidences[i], evidences[base], drafts[base])
    ]
    if told:
        kept = [i for i in range(len(drafts)) if i not in told]
        return joined([evidences[i] for i in kept], [drafts[i] for i in kept])
    out = list(drafts)
    if other := _rule_of_all(evidences, drafts, base, rule):
        rule, out[base] = other
    for i, (evidence, draft) in enumerate(zip(evidences, drafts, strict=True)):
        if i != base and (_goes_on_with(evidence, rule) or not _has_its_own(draft, out[base], rule[0])):
            more = _rest_of(evidence, rule, out[base].said)
            out[i] = Draft("answered", tuple(more)) if more else draft
    return _without_what_is_left_open(evidences, out)


def _without_what_is_left_open(evidences: Sequence[Evidence], drafts: list[Draft]) -> list[Draft]:
    """Without the answers to no detail that quote nothing but what is shown where another question stays open."""
    both = list(zip(evidences, drafts, strict=True))
    left_open = {
        q.text
        for evidence, draft in both
        if draft.outcome == "unspecified" and evidence.question.detail
        for said in draft.said
        for q in said.quotes
    }
    rest = [
        draft
        for evidence, draft in both
        if draft.outcome != "answered" or evidence.question.detail or not _says_only(draft, left_open)
    ]
    return rest if any(draft.outcome == "unspecified" for draft in rest) else drafts


GOES_ON = 0.8
"""Share of a further question without a subject of its own that the clause which answers the first must hold."""


def _goes_on_with(evidence: Evidence, rule: tuple[Document, Clause]) -> bool:
    """「6G归在哪个产业下？重点攻关的技术有哪些？」: of what the first is about, under whose own heading that is said."""
    document, clause = rule
    if evidence.subject or evidence.question.role or not clause.heading or document.children(clause):
        return False
    said = flatten(document.quote(clause.start, clause.end)).lower()
    return evidence.coverage(said) >= GOES_ON


def _says_only(draft: Draft, known: set[str]) -> bool:
    """It quotes nothing but what another one quotes that leaves its question open."""
    quotes = [q.text for q in draft.quotes]
    return bool(quotes) and all(text in known for text in quotes)


def _rule_of_all(
    evidences: Sequence[Evidence], drafts: Sequence[Draft], base: int, rule: tuple[Document, Clause]
) -> tuple[tuple[Document, Clause], Draft] | None:
    """The rule that answers a later question, where it says what the first asks as well and the first one's rule does not say
    what the later asks: 「登记一次管多久？到期前多少天去续？」."""
    if _VERDICT.match(drafts[base].said[0].text):
        return None  # what was taken for granted is told there
    for i, draft in enumerate(drafts):
        other = rule_of(draft) if i != base and draft.outcome == "answered" else None
        if other is None or other[0] is not rule[0] or other[1] is rule[1]:
            continue
        first = _sentence_for(evidences[base], evidences[base].question.flat, other, ())
        if first is None or _sentence_for(evidences[i], evidences[i].question.flat, rule, ()):
            continue
        if _says_less(evidences[base], flatten(first.text), drafts[base]):
            continue
        said = said_of(*other, [with_items(other[0], first)])
        said[0] = said[0].behind(lead(evidences[base], other[1]))
        return other, Draft("answered", tuple(said))
    return None


def _says_less(evidence: Evidence, text: str, draft: Draft) -> bool:
    """Of the question than what answers it already."""
    known = max(evidence.coverage(flatten(q.text).lower()) for q in draft.said[0].quotes)
    return evidence.coverage(text.lower()) < known - LEAST


_VERDICT = re.compile(r"(?:是的|不是|没错)[，。]")


def _has_its_own(draft: Draft, base: Draft, document: Document) -> bool:
    quotes = draft.quotes
    known = {q.text for q in base.quotes}
    return (
        draft.outcome == "answered"
        and any(q.document is document for q in quotes)
        and any(q.text not in known for q in quotes)
    )


def _rest_of(evidence: Evidence, rule: tuple[Document, Clause], said: Sequence[Said]) -> list[Said]:
    """The sentence of the rule that says what is asked; else what else a short rule says."""
    document, clause = rule
    if not _is_of(evidence, document, clause):
        return []
    if one := _sentence_for(evidence, evidence.question.flat, rule, said, again=True):
        return said_of(document, clause, [with_items(document, one)])
    whole = [*sentences(document, clause, clause.start, document.end_of(clause))]
    if sum(len(one.text) for one in whole) > SHORT or evidence.question.titles or evidence.question.regions:
        return []
    rest = [one for one in whole if not _shown(rule, one, said) and not lead_in(document, one)]
    return said_of(document, clause, rest)


_BOUNDS = re.compile(r"上下限|[上下]限|封顶|最[高低多少]")


def _is_of(evidence: Evidence, document: Document, clause: Clause) -> bool:
    """The question behind the first says nothing but what the rule says, 「不去领会怎样」: not 「今天天气怎么样」."""
    said = re.sub(_SAYS_NOTHING_NEW, "", _BOUNDS.sub("", evidence.question.flat))
    text = flatten(document.quote(clause.start, document.end_of(clause)) + "".join(document.titles()))
    told = evidence.question.detail or _said_by(evidence, evidence.question.flat)[0]
    most = NEW_DETAIL if told else NEW
    return sum(c not in text for c in said) <= most * len(said)


def rule_of(draft: Draft) -> tuple[Document, Clause] | None:
    """The article, or the numbered clause, of the first quotation."""
    quote = next(iter(draft.quotes), None)
    if quote is None:
        return None
    below = [
        q for s in draft.said[:1] for q in s.quotes
        if q.document is quote.document and quote.clause in q.document.ancestors(q.clause)
    ]  # fmt: skip
    quote = below[-1] if below else quote  # of 「6G属于沉浸技术」 the clause on 6G
    document, clause = quote.document, quote.clause
    while clause.parent and (clause.kind == "paragraph" or not clause.heading) and clause.kind != "row":
        over = document.by_id[clause.parent]
        if over.heading and over.kind == "clause" and clause.kind == "clause":
            break
        clause = over
    return document, clause


def _sentence_for(
    evidence: Evidence, piece: str, rule: tuple[Document, Clause], said: Sequence[Said], again: bool = False
) -> Sentence | None:
    """What the piece asks for in the rule's words; None where nothing of the kind is said, or it is shown already and not asked
    for ``again``."""
    document, clause = rule
    says, asked = _said_by(evidence, piece)
    if says is None:
        return None
    terms = terms_of(content_of(piece, asked))
    saying = [
        (bool(_NUMBER.search(one.text)), evidence.coverage(flatten(one.text).lower(), terms), one)
        for one in sentences(document, clause, clause.start, document.end_of(clause))
        if says.search(one.text)
    ]
    unshown = [item for item in saying if not _shown(rule, item[2], said)]
    figures, score, best = max(unshown, key=lambda item: item[:2], default=(False, 0.0, None))
    known = max((item[:2] for item in saying if item not in unshown and not again), default=(False, 0.0))
    if (figures, score) > known and score >= LEAST:
        return best
    return best if len(unshown) == 1 and known[1] < LEAST else None


_NUMBER = re.compile(r"\d|[一二三四五六七八九十百]+(?:[年月日天倍成折]|个|分之)")
_EXCEPTION = re.compile(r"例外|除外|特殊情况")
_CONSEQUENCE = re.compile(r"(?:会|要|将)?(?:怎么?样|如何|怎么办|什么后果)[？?]?$")
_SAYS_AN_EXCEPTION = re.compile(r"可以不|不予|除外|但是?[，,]?|除[^，。]+外|特殊(?:情况|原因)|不受")
_SAYS_A_CONSEQUENCE = re.compile(r"视为|逾期|取消|终止|不予|不再|责令|处以|追回|收回|按[^，。]+处理")
_LONGER_ASKED = re.compile(r"延[长期]|宽限|展期|顺延|再延|往后拖|拖多久")
_LONGER = re.compile(r"延[长期]|宽限|展期|顺延|再延")
_REPEALED = re.compile("废止|替代|取代")
_EARLIER_ASKED = re.compile(r"提前(?:多[久少长]|几)")
_EARLIER = re.compile(rf"提前|前{NUMBER}个?(?:月|日|天|工作日)|{NUMBER}个?(?:月|日|天|工作日)(?:之|以)?前")
_BY_WORDS = (
    (_EARLIER_ASKED, _EARLIER),
    (_REPEALED, _REPEALED),
    (_LONGER_ASKED, _LONGER),
    (_EXCEPTION, _SAYS_AN_EXCEPTION),
    (_CONSEQUENCE, _SAYS_A_CONSEQUENCE),
)
_BY_WHOM = re.compile(rf"由[^，。；]{{2,}}|{DUTY_OR_ORGAN.pattern}")


def _said_by(evidence: Evidence, piece: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """How a sentence says what the piece asks for, and the words of asking; (None, None) where it asks for no detail."""
    for asked, says in _BY_WORDS:
        if asked.search(piece):
            return says, asked
    detail = details.detail_of(piece)
    if detail is None and _WHO.search(piece):
        return _BY_WHOM, _WHO
    if detail := detail or (evidence.question.detail if _HOW_MUCH.search(piece) else None):
        return kind_of(detail, piece)[0], details.ASKED_BY[detail]
    return None, None


_WHO = re.compile(r"谁|(?:哪|什么|啥|何)[些个家几]{0,2}(?:单位|部门|机构|局|委)")
_HOW_MUCH = re.compile(r"多[少大久长高]|几")


def _shown(rule: tuple[Document, Clause], one: Sentence, said: Sequence[Said]) -> bool:
    quote = one.quote(*rule)
    return any(inside(quote, q) for q in quotes_of(said))
