"""What an answer's sentence points to, where the sentence does not say enough without it: 「按照第十条第二款执行」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer.compose.wording import sentence
from assistant.answer.draft import Draft, Quote, Said
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document, Reference
from index.clauses.numerals import plain

_DEFERS = re.compile(r"(?:依照|按照|按|参照|适用|符合|依据|根据|执行|详?见|除)(?:本[\u4e00-\u9fff]{1,4})?$")
_FOLLOWED_BY = re.compile(r"^(?:所列|所称|规定的)")
CITATIONS = 3
LONG = 300
"""Characters up to which what is pointed to is quoted whole."""
MORE = 0.2
"""How much more of the question it must hold where the sentence does not plainly defer to it."""


def with_referred(evidence: Evidence, draft: Draft) -> Draft:
    """The draft with what its sentences point to in their own document, while there is room for citations."""
    if draft.outcome != "answered":
        return draft
    quotes = [quote for said in draft.said for quote in said.quotes]
    added: list[Said] = []
    for quote in quotes:
        for reference, meant in _needed(evidence, quote):
            if len(quotes) + len(added) >= CITATIONS or _shown(meant, [*quotes, *_quotes(added)]):
                continue
            words = re.sub(r"\s", "", reference.text)
            text = f"文中的“{words}”：{sentence(meant.text)}{_rows_left(meant)}"
            added.append(Said(text, (meant,)))
        for before in _built_upon(quote):
            if len(quotes) + len(added) < CITATIONS and not _shown(before, [*quotes, *_quotes(added)]):
                added.append(Said(sentence(before.text), (before,)))
    return replace(draft, said=(*draft.said, *added)) if added else draft


def _needed(evidence: Evidence, quote: Quote) -> Iterator[tuple[Reference, Quote]]:
    document = quote.document
    for reference in (*document.references, *_titled(document, quote)):
        if reference.span and quote.start <= reference.start and reference.end <= quote.end:
            meant = _quote(document, reference)
            if meant and (_defers(document, quote, reference) or _says_more(evidence, quote, meant)):
                yield reference, meant


_TITLE = re.compile(r"《([^《》]{2,60})》")


def _titled(document: Document, quote: Quote) -> Iterator[Reference]:
    """「见本规定《实施三包的商品目录》」: an attachment or a table of the document itself, by its heading."""
    for match in _TITLE.finditer(document.text, quote.start, quote.end):
        for clause in document.clauses:
            attached = clause.kind == "table" or (clause.kind == "clause" and clause.path[0].startswith("附"))
            if attached and plain(clause.heading) == plain(match.group(1)):
                span = (clause.start, document.end_of(clause))
                yield Reference(
                    match.group(), *match.span(), quote.clause.id, None, str(clause.locator), clause.id, span
                )
                break


_UPON = re.compile(r"在(?:前述|上述|以上|前款)[^，。；]{0,12}基础上")
_SUM = re.compile(r"\d[\d.,]*[百千万亿]*元|\d[\d.]*[%％]")


def _built_upon(quote: Quote) -> Iterator[Quote]:
    """「在前述补贴基础上再给予2万元」: the sums that stand in front of it in its clause."""
    upon = _UPON.search(quote.text)
    if upon is None or not _SUM.search(quote.text):
        return
    at = quote.start + upon.start()
    for one in sentences(quote.document, quote.clause, quote.clause.start, quote.start):
        if one.end <= at and _SUM.search(one.text):
            yield one.quote(quote.document, quote.clause)


def _rows_left(meant: Quote) -> str:
    """Of an attachment that is too long to be shown, where its table stands."""
    tables = [c for c in meant.document.subtree(meant.clause) if c.kind == "table" and c.start >= meant.end]
    return f"（内容见{tables[0].locator}，共{len(tables[0].children)}行）" if tables else ""


def _quote(document: Document, reference: Reference) -> Quote | None:
    """What is meant as a quotation; None where it is too long to stand in an answer."""
    assert reference.target is not None
    assert reference.span is not None
    start, end = reference.span
    if len(document.quote(start, end)) > LONG:
        clause = document.by_id[reference.target]
        end = min(end, clause.end)
    if len(document.quote(start, end)) > LONG:
        return None
    return Quote(document, document.by_id[reference.target], start, end)


def _defers(document: Document, quote: Quote, reference: Reference) -> bool:
    """The sentence leaves what is asked to the other clause, or begins with it."""
    before = re.sub(r"\s", "", document.text[quote.start : reference.start])
    after = re.sub(r"\s", "", document.text[reference.end : quote.end])
    return bool(_DEFERS.search(before)) or (len(before) <= 6 and bool(_FOLLOWED_BY.match(after)))


def _says_more(evidence: Evidence, quote: Quote, meant: Quote) -> bool:
    said, more = (evidence.coverage(flatten(q.text).lower()) for q in (quote, meant))
    return more >= said + MORE


def _shown(meant: Quote, quotes: list[Quote]) -> bool:
    return any(
        q.document.id == meant.document.id and q.start < meant.end and meant.start < q.end for q in quotes
    )


def _quotes(said: list[Said]) -> list[Quote]:
    return [quote for one in said for quote in one.quotes]


def points_elsewhere(one: Sentence) -> bool:
    """All that it says stands in a list or table that it names."""
    flat = flatten(one.text)
    if re.search(r"(?:文本|[样式格]式|模板|范本|表样?)(?:详?见|参照|按照?)附", flat):
        return False
    return bool(_ELSEWHERE.search(flat)) and not re.search(r"\d+[个名人项家]", flat)


_ELSEWHERE = re.compile(
    r"(?:详?见|按照?|依照|参照)(?:本[\u4e00-\u9fff]{2,6})?(?:《[^《》]+(?:目录|表|标准)》|附[件表录]\d{0,2})"
    r"(?:的?规定)?(?:执行|办理|确定|计算)?[。；;]?$"
)
