"""The drafter's desk: a locator, a phrase or a heading → verbatim places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, islice

from assistant.answer.draft import Quote
from assistant.desks.naming import addressed
from assistant.subjects import find_subjects
from index.clauses import Clause, Document, find_all, parse_locator
from index.clauses.find import first_paragraph_end, nearest
from index.clauses.folding import places_of

LIMIT = 20
_ARTICLE = re.compile(r"^第.+条")


def look_up(query: str, documents: Sequence[Document]) -> list[Quote]:
    """Every place that ``query`` means: as a locator, else as words that stand in the text, else as a heading. At most LIMIT."""
    bare = query.strip().strip('“”"「」『』')
    quoted = bare != query.strip()
    if not quoted and parse_locator(addressed(bare, documents)[0]):
        found = by_locator(bare, documents)
        if found:
            return found[:LIMIT]
    if len(bare) < 2:
        return []
    headed = [] if quoted else by_heading(bare, documents)
    seen = {q.clause.id for q in headed}
    phrases = (q for d in documents for q in by_phrase(bare, d) if q.clause.id not in seen)
    return list(islice(chain(headed, phrases), LIMIT))


def by_locator(text: str, documents: Sequence[Document]) -> list[Quote]:
    """Clauses with all that stands under them; only the best reading of each document, and of the one that is named."""
    text, documents = addressed(text, documents)
    out = []
    for document in documents:
        found = find_all(document, text)
        best = [f for f in found if f.gaps + len(f.clause.path) == found[0].gaps + len(found[0].clause.path)]
        for f in best:
            whole = f.span == (f.clause.start, f.clause.end)
            paragraph = f.locator.path != f.clause.path  # 第五条第一款: with its items, without the next one
            under = first_paragraph_end(document, f.clause) if paragraph else document.end_of(f.clause)
            end = under if whole else f.span[1]
            out.append(Quote(document, f.clause, f.span[0], end))
    articles = [q for q in out if "条" in text and q.clause.path[-1:] and _ARTICLE.match(q.clause.path[-1])]
    return articles or out  # where a document has articles, 「第五条」 is not another one's （五）


def by_heading(text: str, documents: Sequence[Document]) -> list[Quote]:
    """Clauses whose heading is said in full by ``text`` and nothing else."""
    flat = re.sub(r"\s", "", text)
    return [
        Quote(s.document, s.clause, s.clause.start, s.document.end_of(s.clause))
        for s in find_subjects(text, documents) if len(s.matched) == len(flat)
    ]  # fmt: skip


def by_phrase(phrase: str, document: Document) -> list[Quote]:
    """Each sentence that holds the words, white space and the width of punctuation aside."""
    out: list[Quote] = []
    for begin, end in places_of(phrase, document):
        clause = document.clause_at(begin, end)
        if clause is not None:
            quote = _sentence_around(document, clause, begin, end)
            if not out or (out[-1].start, out[-1].end) != (quote.start, quote.end):
                out.append(quote)
    return out


def _sentence_around(document: Document, clause: Clause, begin: int, end: int) -> Quote:
    """From the last full stop before the words to the next one after them, inside the paragraph."""
    start, stop = next((p for p in clause.paragraphs if p[0] <= begin < p[1]), (clause.start, clause.end))
    stop = max(stop, end)
    before = [m.end() for m in re.finditer(r"[。！？]", document.text[start:begin])]
    first = start + before[-1] if before else start
    after = re.search(r"[。！？][”」）)]?", document.text[end - 1 : stop])
    last = end - 1 + after.end() if after else stop
    while first < last and document.text[first].isspace():
        first += 1
    return Quote(document, clause, first, last)


def near_misses(query: str, documents: Sequence[Document], limit: int = 5) -> list[Quote]:
    """For a locator that does not exist: those beside it."""
    text, documents = addressed(query.strip(), documents)
    out = [Quote(d, c, c.start, c.end) for d in documents for c in nearest(d, text)]
    return out[:limit]
