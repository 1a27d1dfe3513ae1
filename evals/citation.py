"""Are the right clauses cited, and is every quotation the source's own text at its own place?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.answer.model import Answer, Citation
from evals.case import Case, Labels
from evals.folding import fold, squeeze

_PARAGRAPH = re.compile(r"第[一二三四五六七八九十百]+款")
_QUOTED = re.compile(r"“([^“”]{6,})”")

Clauses = Sequence[Mapping[str, Any]]


def satisfies(gold: Labels, cited: Labels) -> bool:
    """The cited path is the gold path, or one unnumbered paragraph (第N款) of it.

    >>> satisfies(("二", "（一）", "6"), ("二", "(一)", "6", "第一款"))
    True
    >>> satisfies(("二", "（一）"), ("二", "（一）", "6"))
    False
    """
    want, got = [[fold(label) for label in path] for path in (gold, cited)]
    if got == want:
        return True
    return got[:-1] == want and bool(_PARAGRAPH.fullmatch(got[-1]))


def uncited(case: Case, citations: Iterable[Citation]) -> tuple[Labels, ...]:
    """The paths that are still wanted: all that miss of ``cite_all``; of ``cite_any`` all or none."""
    cited = [citation.path for citation in citations]
    met = {gold: any(satisfies(gold, path) for path in cited) for gold in case.paths}
    missing = tuple(gold for gold in case.cite_all if not met[gold])
    if case.cite_any and not any(met[gold] for gold in case.cite_any):
        missing += case.cite_any
    return missing


def verbatim(citation: Citation, clauses: Clauses) -> bool:
    """White space aside, the quotation stands in the entries that its span touches and fits into the span.

    ``clauses`` are those of ``index show`` of the cited document; the cited entry must be touched.
    """
    quote = squeeze(citation.quote)
    touched = [c for c in clauses if c["start"] < citation.end and c["end"] > citation.start]
    at_home = any(c["id"] == citation.clause_id for c in touched)
    source = "".join(squeeze(c["text"]) for c in touched)
    return bool(quote) and at_home and quote in source and len(quote) <= citation.end - citation.start


def invented(answer: Answer, sources: Iterable[str]) -> tuple[str, ...]:
    """Passages of six and more characters in “…” that are neither in a source text nor in the question."""
    known = [squeeze(text) for text in (answer.question, answer.standalone_question, *sources)]
    said = [passage for s in answer.statements for passage in _QUOTED.findall(squeeze(s.text))]
    return tuple(passage for passage in said if not any(passage in text for text in known))
