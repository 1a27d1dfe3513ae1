"""「金融工作局的咨询电话是多少」: a telephone of another body is no answer."""

from __future__ import annotations

import re

from assistant.answer.compose.place import titles_of
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document

_OF_BODY = re.compile(
    r"([\u4e00-\u9fff]{2,14}?(?:局|委员会|委|中心|办公室|办|厅|所|站|街道|处|公司|学校|医院|大队|支队))"
    r"的?(?:咨询|联系|服务|办公|热线|投诉|举报|监督|业务)*(?:电话|地址|邮箱|联系方式|热线|网址)"
)
NAME = 5
"""Last characters of a body's name, by which a text may call it."""


def of_the_body(evidence: Evidence, document: Document, start: int, end: int) -> bool:
    """The clause of the span, or a title of its document, names the body whose contact is asked for."""
    asked = _OF_BODY.search(evidence.question.flat)
    if evidence.question.detail != "contact" or asked is None:
        return True
    entry = document.clause_at(start, end) or document.clause_at(start, start + 1)
    over = (*document.ancestors(entry), entry)[:1] if entry else ()
    text = "".join(document.quote(c.start, document.end_of(c)) for c in over) or document.quote(start, end)
    return asked[1][-NAME:] in flatten(text) + titles_of(document)
