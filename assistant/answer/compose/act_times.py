"""Whether a time that a sentence says is that of the act whose time is asked for: not 「2025年底前建成服务站，实现一站式申报」
where until when one may apply is asked."""

from __future__ import annotations

import re

from assistant.answer.sentences import Sentence, sentences, under_headings
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Clause, Document

_APPLIES = re.compile(r"(报名|申报|申请|受理|征集|提交|登记|办理|服务|活动|举办|培训)")
_HEADED = r"(?:起止|截止|具体)?(?:时间|日期|期限)(?:安排|要求)?[：:]?$"


def under_its_heading(evidence: Evidence) -> tuple[Document, Clause, Sentence] | None:
    """「报名时间」 heads the one clause of the document that says until when one may: 「2025年12月24日至2026年9月30日」."""
    deeds = "|".join(_APPLIES.findall(evidence.question.flat))
    if not deeds or evidence.question.detail != "deadline" or evidence.question.yes_no or not evidence.hits:
        return None
    act = evidence.question.act
    if act and not any(act.search(deed) for deed in deeds.split("|")):
        return None  # 「申请读一年级，要在几号前满六岁」
    document = evidence.hits[0].document
    headed = [c for c in document.clauses if re.search(f"(?:{deeds}){_HEADED}", flatten(c.heading))]
    said = [
        (clause, one)
        for clause in headed
        for one in sentences(document, clause, clause.body, document.end_of(clause))
        if evidence.question.says("deadline", one.text)
    ]
    if len({clause.id for clause, _ in said}) != 1:
        return None
    return document, *max(said, key=lambda item: evidence.coverage(flatten(item[1].text).lower()))


_PIECES = re.compile(r"[，,。；;]")
_ONLY_TIME = re.compile(
    r"^[^，]{0,24}(?:[前内后起止]|期间|[年月日天])$|日(?:起|后)[^，]{0,10}[内前]$|的$|^(?:截止|期限|时间|最[迟晚]|逾期|每年|期|每)"
)
"""A piece that is a time, goes on with one, or is a case of which the next says what follows."""

_IF_NOT = re.compile(r"未|逾期|超期|过期|否则|不")
"""「须在2个自然日内使用，未使用的自动失效」: what comes of a term that is not kept."""


def of_the_act(evidence: Evidence, document: Document, start: int, text: str) -> bool:
    """The act stands in one piece of the sentence with its time, next to a piece that is only a time, or in a heading; true where
    no act is asked for."""
    act = evidence.question.act
    if act is None or evidence.question.detail != "deadline":
        return True
    if act.search(flatten(under_headings(document, start, start))):
        return True
    pieces = [piece for piece in _PIECES.split(flatten(text)) if piece]
    for at, piece in enumerate(pieces):
        if evidence.question.says("deadline", piece):
            beside = pieces[max(at - 1, 0) : at + 2] if _ONLY_TIME.search(piece) else [piece]
            lapsing = [one for one in pieces[at + 1 : at + 2] if _IF_NOT.match(one)]
            if any(act.search(one) for one in (*beside, *lapsing)):
                return True
    return False
