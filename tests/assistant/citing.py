"""What holds for every citation that leaves the assistant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answer.model import Answer, Citation

TITLE = "重庆市未来产业培育行动计划（2024—2027年）"
NOTICE = f"重庆市人民政府办公厅关于印发《{TITLE}》的通知"
NUMBER = "渝府办发〔2024〕75号"


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def check_citation(citation: Citation, source: str) -> None:
    """Verbatim at its span, and in the official form under the title of the instrument that it stands in."""
    assert citation.quote
    assert bare(citation.quote) == bare(source[citation.start : citation.end])
    assert citation.document.title in {TITLE, NOTICE}
    assert citation.formatted == f"《{citation.document.title}》（{NUMBER}）{citation.locator}"
    assert (citation.document.number, citation.document.status) == (NUMBER, "current")


def check_citations(citations: Iterable[Citation], source: str) -> None:
    for citation in citations:
        check_citation(citation, source)


def check_answer(answer: Answer, source: str) -> None:
    """Numbers run from 1 in the order of the text; every one is used; the text is the statements with their markers."""
    check_citations((*answer.citations, *answer.closest), source)
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    used = [n for statement in answer.statements for n in statement.citations]
    assert sorted(set(used)) == [c.n for c in answer.citations]
    marked = [s.text + "".join(f"[{n}]" for n in s.citations) for s in answer.statements]
    assert bare(answer.answer) == bare("".join(marked))
    assert answer.timings_ms.total >= answer.timings_ms.retrieve >= 0


def paths(citations: Iterable[Citation]) -> set[str]:
    """Paths with their labels apart by spaces, without the paragraph."""
    return {" ".join(label for label in c.path if not label.endswith("款")) for c in citations}
