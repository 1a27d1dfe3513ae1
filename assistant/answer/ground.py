"""The last check before an answer leaves: quotations letter by letter. A model's sentences are checked in ``grounding``."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.draft import Draft, Quote, Said
from assistant.question.understand import flatten


@dataclass(frozen=True)
class Grounded:
    """What passed, and how many sentences did not."""

    said: tuple[Said, ...]
    dropped: int


def verbatim(quote: Quote) -> bool:
    """The quotation is the source's text at its span, white space aside, and lies in the document."""
    document = quote.document
    if not 0 <= quote.start < quote.end <= len(document.text):
        return False
    shown = quote.text
    return bool(shown) and flatten(shown) == flatten(document.text[quote.start : quote.end])


def ground(draft: Draft) -> Grounded:
    """Drop sentences with a quotation that is not verbatim, or with words in 「“…”」 that no quotation of theirs holds."""
    kept = [s for s in draft.said if all(verbatim(q) for q in s.quotes)]
    return Grounded(tuple(kept), len(draft.said) - len(kept))
