"""The last check before an answer leaves: quotations letter by letter; for a model's sentences also numbers and names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer.draft import Draft, Quote, Said
from assistant.answer.rows import arranged
from assistant.question.understand import flatten
from index.clauses.numerals import half_width_digits


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


_NUMBER = re.compile(
    r"\d+(?:\.\d+)?(?:[—–\-~～至]\d+(?:\.\d+)?)?(?:万亿|亿|万)?[元%％个项家名人年月日天条次倍]?"
)
_NAMES = re.compile(r"《([^》]+)》|“([^”]+)”")
_AGENCY = re.compile(r"(?:市|省|区|县|国家)[\u4e00-\u9fff]{2,8}(?:委员会|委|局|厅|办公室|办)")


def supported(sentence: str, quotes: tuple[Quote, ...], question: str) -> bool:
    """A model's sentence may only hold numbers, names and agencies that stand in the clauses it cites, or that the
    question named and the sentence denies."""
    if not quotes:
        return False
    text = flatten(half_width_digits(" ".join(_in_its_place(q) for q in quotes)))
    asked = flatten(half_width_digits(question))
    said = flatten(half_width_digits(sentence))
    numbers = [n for n in _NUMBER.findall(said) if n not in text and not (n in asked and _denies(said))]
    names = [
        a or b
        for a, b in _NAMES.findall(said)
        if (a or b) not in text and not ((a or b) in asked and _denies(said))
    ]
    agencies = [a for a in _AGENCY.findall(said) if a not in text and not (a in asked and _denies(said))]
    return not (numbers or names or agencies) and _overlap(said, text) >= 0.5


def _in_its_place(quote: Quote) -> str:
    """The quotation with the headings and column heads that it stands under: the prompt shows them as well."""
    return " ".join(
        [*(c.heading for c in quote.document.ancestors(quote.clause)), quote.clause.heading, arranged(quote)]
    )


def _denies(said: str) -> bool:
    return bool(re.search(r"没有|未|不是|并非|不", said))


def _overlap(said: str, text: str) -> float:
    """Share of the sentence's pairs of Chinese characters that the clauses hold."""
    pairs = [
        said[i : i + 2] for i in range(len(said) - 1) if re.fullmatch(r"[\u4e00-\u9fff]{2}", said[i : i + 2])
    ]
    return sum(p in text for p in pairs) / len(pairs) if pairs else 1.0
