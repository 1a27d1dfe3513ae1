"""「一共分几章」: the headings of the first level of a document."""

from __future__ import annotations

import re

from assistant.answer.compose.place import titles_of
from assistant.answer.compose.wording import closest, titled
from assistant.answer.draft import Draft, Said, quote_heading
from assistant.evidence import Evidence
from assistant.question import words
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Clause, Document

_ITS_PARTS = re.compile(
    r"(?:(?:一共|总共|全文|主要|大致|正文)?(?:分|有|共|讲|说|写|设|包括)[成为有了]{0,2}|一共|总共)(?:哪|几|多少)[几一二三四五六七八九十]?个?大?(?:部分|板块|块(?![钱地])|章节?)[啊呀呢]?(?=[，,？?]|$)"
)
"""「促就业的意见一共分哪几大块」."""
OF_TITLE = 0.6
"""Share of what else such a question says that the titles of a document must say."""

TITLES_OF_PARTS = re.compile(
    r"(?:[几两三四五六七八九十\d]+个?(?:大的?)?(?:部分|方面|板块)|全文|文件|一级)[^，。？]{0,3}(?:大?标题|题目|名称)"
)
"""「六个部分的大标题」."""


def document_named(evidence: Evidence) -> Document | None:
    """The document that is named by its title where nothing but its parts is asked for."""
    asked = _ITS_PARTS.search(evidence.question.flat)
    if asked is None:
        return None
    left = evidence.question.about.replace(" ", "")
    terms = terms_of(content_of(words.DOCUMENT_WORDS.sub(" ", left.replace(asked.group(), " "))))
    if not terms:
        alone = evidence.of_one_document or evidence.allowed is not None
        return evidence.documents[0] if alone or evidence.question.names_document else None
    document = max(evidence.documents, key=lambda d: evidence.coverage(titles_of(d), terms))
    return document if evidence.coverage(titles_of(document), terms) >= OF_TITLE else None


def tops_of(document: Document) -> list[Clause]:
    return [c for c in document.clauses if len(c.path) == 1 and c.kind == "clause" and c.heading]


def whole_document(evidence: Evidence, of: Document | None = None) -> Draft | None:
    """The first level of a document, of the first one if none is given."""
    document = of or evidence.documents[0]
    tops = tops_of(document)
    if len(tops) < 2:
        return None
    quotes = tuple(quote_heading(document, c) for c in tops)
    title = document.part_title(tops[0]) or document.title
    kind = "章" if all(c.path[-1].endswith("章") for c in tops) else "部分"
    names = "、".join(flatten(c.bare_heading) for c in tops)
    said = Said(f"{titled(title)}分为{len(tops)}{kind}：{names}。", quotes)
    return Draft("answered", (said,), closest=closest(evidence, quotes))
