"""Which documents a typed locator is in, where it says so: 「《公司法》第十条」, 「劳动合同法第十四条」, 「网约车办法第五条」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.understand import flatten
from assistant.subjects import within
from index.clauses import Document
from index.clauses.kept import kept
from index.clauses.numerals import CHINESE, plain

_NUM = rf"(?:[{CHINESE}]+|\d+)"
_FIRST = re.compile(rf"第[（(]?{_NUM}|附(?:件|表|录|则)|专栏|[（(]{_NUM}[）)]|表{_NUM}")
_ASKS = re.compile(r"^(?:请问|请|帮我|我想|想|查一?下?|看一?下?|引用|给我|把|关于|按照?|根据|依照|依据)+")
_NATION = re.compile(r"^中华人民共和国")
_TRIAL = re.compile(r"[（(][^（()）]{1,12}[）)]$")
LEAST = 3
"""Characters that name a document."""


def addressed(text: str, documents: Sequence[Document]) -> tuple[str, list[Document]]:
    """``text`` without the document's name, and the documents that it names; both unchanged where it names none."""
    flat = flatten(text)
    best, named = "", list[Document]()
    for document in documents:
        for name, _ in _names(document):
            if len(name) >= max(LEAST, len(best)) and name in flat:
                named = [*named, document] if name == best else [document]
                best = name
    if best:
        return re.sub(rf"《?{re.escape(best)}》?(?:[（(]\d{{4}}[^（()）]*[）)])?的?", "", flat), named
    return _abbreviated(flat, documents) or (text, list(documents))


@kept
def _names(document: Document) -> set[tuple[str, str]]:
    """Each name without 「（试行）」 and 「中华人民共和国」, as it is written and as titles are compared."""
    titles = {_TRIAL.sub("", flatten(title)) for title in (*document.titles(), *document.metadata.carried)}
    names = {t for t in titles | {_NATION.sub("", title) for title in titles} if _FIRST.search(t) is None}
    return {(name, plain(name)) for name in names}


def _abbreviated(flat: str, documents: Sequence[Document]) -> tuple[str, list[Document]] | None:
    """「网约车办法第五条」: a name with characters left out, ending as the title does, that only one title may mean."""
    first = _FIRST.search(flat)
    name = _ASKS.sub("", plain(flat[: first.start()])).rstrip("的") if first else ""
    if first is None or len(name) < LEAST:
        return None
    meant = [d for d in documents if any(_short_for(name, title) for _, title in _names(d))]
    return (flat[first.start() :], meant) if len(meant) == 1 else None


def _short_for(name: str, title: str) -> bool:
    """It may leave out the province or city that the title begins with."""
    return name[:2] in title and title[-1:] == name[-1:] and within(name, title)
