"""「要交哪些材料」, 「流程分几步」 asked of all that a document is about: the section headed so, or the steps under it."""

from __future__ import annotations

import re

from assistant.answer.compose.place import titles_of
from assistant.answer.compose.wording import closest, in_quotes, introduced, sentence
from assistant.answer.draft import Draft, Quote, Said, quote_heading
from assistant.evidence import Evidence
from assistant.question import vocabulary
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Clause, Document

_STEPS = r"(?:流程|程序|步骤)$"
_KINDS = tuple(
    (re.compile(asked), re.compile(headed))
    for asked, headed in (
        (
            r"(?:哪些|什么|哪几[样种份])(?:申请|申报|证明|书面|相关)?(?:材料|资料|证件|证明)|(?:材料|资料)(?:有哪些|是什么|清单)",
            r"(?:材料|资料)(?:清单|目录)?$",
        ),
        (r"流程|程序|步骤|[几多少哪]+(?:步|个?环节)", _STEPS),
        (r"(?:什么|哪些)(?:具体)?(?:条件|资格|门槛)|条件(?:是什么|有哪些)", r"条件$"),
    )
)
"""How a section is asked for, and how its heading ends."""
_ELSE = re.compile(r"哪个?(?:窗口|地方|单位|部门)|地址|哪里|哪儿|送到|交到|寄到|电话|什么时候|多久|几天")
"""Something else is asked of what is handed in."""
_PROCEEDING = re.compile(
    r"受理|窗口|申请人?|申报|申领|办理|提交|准备|交上?|带上?|收|需要?|整个|一共|总共|完整|全部|同时|满足|符合|具备|才能|分为?|[几多少]*步|流程|程序|步骤|环节|条件|材料|资料|哪些|什么"
)
"""Words that any such question uses, whatever it is about."""
LONGEST = 1000
"""Characters up to which a section is shown as a whole."""
OF_DOCUMENT = 0.7
"""Share of what else the question says that the document's titles and the heading must hold."""


def compose(evidence: Evidence) -> Draft | None:
    asked = next((headed for kind, headed in _KINDS if kind.search(evidence.question.flat)), None)
    if asked is None or not evidence.documents or _ELSE.search(evidence.question.flat):
        return None
    document = evidence.documents[0]
    headed = [c for c in document.clauses if c.heading and asked.search(flatten(c.heading))]
    if len(headed) != 1 or not _of_document(evidence, document, headed[0]):
        return None
    section = _named_part(evidence, document, headed[0])
    in_steps = asked.pattern == _STEPS
    said = (_steps(document, section) if in_steps else None) or whole(document, section, LONGEST)
    return Draft("answered", (said,), closest=closest(evidence, said.quotes)) if said else None


def _named_part(evidence: Evidence, document: Document, section: Clause) -> Clause:
    """The part of the section whose heading the question says; the section where it says none."""
    flat = evidence.question.flat
    named = [c for c in document.children(section) if c.heading and flatten(c.heading) in flat]
    return max(named, key=lambda c: len(c.heading), default=section)


def _of_document(evidence: Evidence, document: Document, clause: Clause) -> bool:
    rest = _PROCEEDING.sub(" ", content_of(evidence.question.about))
    if not [c for c in rest if c.isalnum() and c not in vocabulary.STOP_CHARACTERS]:
        return evidence.of_one_document or evidence.allowed is not None
    known = titles_of(document) + flatten(clause.heading).lower()
    return evidence.coverage(known, terms_of(rest)) >= OF_DOCUMENT


def _steps(document: Document, clause: Clause) -> Said | None:
    """The headings under it, where every entry has one."""
    under = [c for c in document.children(clause) if c.kind == "clause"]
    if len(under) < 2 or not all(c.heading for c in under):
        return None
    names = "、".join(flatten(c.heading) for c in under)
    quotes = tuple(quote_heading(document, c) for c in (clause, *under))
    text = f"{clause.locator}{in_quotes(clause.bare_heading)}共{len(under)}步：{names}。"
    return Said(text, quotes)


def whole(document: Document, clause: Clause, longest: int) -> Said | None:
    """The section behind its label and heading; None where it is longer, or says nothing."""
    end = document.end_of(clause)
    body = document.quote(clause.body, end).strip() if end - clause.start <= longest else ""
    text = introduced(f"{clause.locator}{in_quotes(clause.bare_heading)}") + sentence(body)
    return Said(text, (Quote(document, clause, clause.start, end),)) if body else None
