"""BM25 over character 1- and 2-grams. Chinese has no spaces: a word tokenizer made for English finds nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import tantivy

from index.clauses.document import Span
from index.clauses.numerals import half_width_digits
from index.search.script import simplified

MOST_TOKENS = 96
"""Of a question, its rarest: a pasted page must not take longer than a sentence."""
_RUN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]+|[a-z0-9.]+")


def tokens(text: str) -> list[str]:
    """Chinese runs as single characters and pairs, Latin words and numbers whole; case, width and script folded.

    >>> tokens("低空 eVTOL")
    ['低', '空', '低空', 'evtol']
    """
    out: list[str] = []
    for run in _RUN.findall(half_width_digits(simplified(text)).lower()):
        if run[0].isascii():
            out.append(run)
        else:
            out.extend(run)
            out.extend(run[i : i + 2] for i in range(len(run) - 1))
    return out


@dataclass(frozen=True)
class StoredPassage:
    """``id`` names the passage and its generation; ``span`` is what is quoted of the document; ``row`` is that of its vector."""

    id: str
    document: str
    clause: str
    span: Span
    row: int


@dataclass(frozen=True)
class Match:
    """``coverage`` in [0, 1] is the share of the question's tokens, weighted by rarity, that the passage holds."""

    passage: StoredPassage
    coverage: float


class Words:
    """One state of the index; later writes do not change it."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema) -> None:
        self._searcher, self._schema = searcher, schema

    @property
    def size(self) -> int:
        """Passages."""
        return int(self._searcher.num_docs)

    def best(self, question: str, k: int, documents: Sequence[str] | None = None) -> list[StoredPassage]:
        """At most ``k`` passages that share a token with the question, best first; within ``documents`` where given."""
        terms = self._terms(question)
        if not terms or not self.size or k < 1:
            return []
        query = _should([self._term(t) for t in terms])
        if documents is not None:
            query = self._within("document", documents, query)
        return [passage for passage, _ in self._run(query, k)]

    def weigh(self, question: str, ids: Sequence[str]) -> dict[str, Match]:
        """The passages of these ids that the index holds, by id."""
        if not ids or not self.size:
            return {}
        terms = self._terms(question)
        rarities = {t: self.rarity(t) for t in terms}
        total = sum(rarities.values()) or 1.0
        weighed = _should([tantivy.Query.const_score_query(self._term(t), rarities[t]) for t in terms])
        found = self._run(self._within("id", ids, weighed), len(ids))
        return {p.id: Match(p, min(s / total, 1.0)) for p, s in found}

    def rows_of(self, documents: Sequence[str] | None) -> list[int]:
        """Rows of the vectors of these documents' passages, or of all, in no order."""
        if not self.size or (documents is not None and not documents):
            return []
        inside = (
            tantivy.Query.all_query()
            if documents is None
            else tantivy.Query.term_set_query(self._schema, "document", list(documents))
        )
        found = self._searcher.search(inside, self.size, count=False).hits
        found_rows = self._searcher.fast_field_values("row", [a for _, a in found])
        return [int(r) for r in found_rows if r is not None]

    def at_rows(self, rows: Sequence[int]) -> list[StoredPassage]:
        """The passages whose vectors stand there, in no order."""
        if not rows:
            return []
        one_of = [tantivy.Query.term_query(self._schema, "row", r, "basic") for r in rows]
        return [p for p, _ in self._run(_should(one_of), len(rows))]

    @lru_cache(maxsize=8192)  # noqa: B019  the view lives as long as its snapshot
    def rarity(self, token: str) -> float:
        """Inverse document frequency in [0, 1]; 1 for a token that occurs nowhere."""
        if not self.size:
            return 1.0
        n = min(self._searcher.doc_freq("text", token), self.size)
        return math.log((self.size + 1) / (n + 1)) / math.log(self.size + 1)

    def _terms(self, question: str) -> list[str]:
        """Each token once; of a long question the rarest that occur at all."""
        found = list(dict.fromkeys(tokens(question)))
        if len(found) > MOST_TOKENS:
            found = sorted((t for t in found if self.rarity(t) < 1.0), key=lambda t: (-self.rarity(t), t))
        return found[:MOST_TOKENS]

    def _term(self, token: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, "text", token, "freq")

    def _within(self, field: str, values: Sequence[str], query: tantivy.Query) -> tantivy.Query:
        """What ``query`` scores, of those alone that have one of the values; without a match of ``query`` they score 0."""
        inside = tantivy.Query.term_set_query(self._schema, field, list(values))
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, tantivy.Query.const_score_query(inside, 0.0)),
                (tantivy.Occur.Should, query),
            ]
        )

    def _run(self, query: tantivy.Query, k: int) -> list[tuple[StoredPassage, float]]:
        found = self._searcher.search(query, k, count=False).hits
        read = [(_passage(self._searcher.doc(address)), float(score)) for score, address in found]
        return sorted(read, key=lambda r: (-r[1], r[0].id))


def _should(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, q) for q in queries])


def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("id", "document"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("place", stored=True, indexed=False)
    builder.add_unsigned_field("row", stored=True, indexed=True, fast=True)
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def stored(passage: StoredPassage, text: str) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("id", passage.id)
    document.add_text("document", passage.document)
    document.add_bytes("place", f"{passage.span[0]} {passage.span[1]} {passage.clause}".encode())
    document.add_unsigned("row", passage.row)
    document.add_text("text", " ".join(tokens(text)))
    return document


def _passage(document: tantivy.Document) -> StoredPassage:
    start, end, clause = bytes(document.get_first("place") or b"").decode().split(" ", 2)
    return StoredPassage(
        str(document.get_first("id")), str(document.get_first("document")), clause, (int(start), int(end)),
        int(document.get_first("row") or 0),
    )  # fmt: skip
