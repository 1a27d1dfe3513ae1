"""The way from a reader's text to a ``Document``: paragraphs, instruments, tree, metadata, facts, references."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from index.clauses.contents import without_lists
from index.clauses.document import Clause, Document
from index.clauses.facts import read_facts
from index.clauses.metadata import read_front, read_metadata, split_back, with_days
from index.clauses.outline import read_outline
from index.clauses.paragraphs import read_paragraphs
from index.clauses.references import read_references
from index.clauses.table_rows import with_tables
from index.read.page_numbers import without_page_numbers
from index.read.reading import Reading

UNNUMBERED = "全文没有编号，只能整段检索和引用；原文如有编号，请检查文件是否完整"


def document_id(source: str, title: str) -> str:
    """Ten hexadecimal digits from file name and title, so that a new version of a file keeps its id."""
    return "d" + hashlib.sha256(f"{source}\n{title}".encode()).hexdigest()[:10]


def parse(
    reading: Reading | str,
    source: str,
    digest: str = "",
    doc_id: str | None = None,
    collection: str = "default",
) -> Document:
    """``reading`` is what a reader gave (a string counts as plain text), ``source`` the file's name. Every character that
    is not white space stands in exactly one clause. A text without any numbering becomes front matter; an empty one has
    no clauses.
    """
    reading = Reading.of_lines(reading) if isinstance(reading, str) else reading
    reading = with_tables(without_page_numbers(reading))
    text = reading.text
    paragraphs = without_lists(read_paragraphs(reading))
    front = read_front(paragraphs, text, source)
    doc_id = doc_id or document_id(source, front.title)
    named = [(first, title) for first, _, title in front.parts]
    outline = read_outline(doc_id, text, paragraphs, named, split_back)
    metadata, doubts = read_metadata(front)
    metadata, parts = with_days(outline.parts, front, metadata, outline.clauses)
    document = Document(
        doc_id, source, digest, text, metadata, parts, tuple(outline.clauses),
        collection=collection, doubts=(*doubts, *outline.doubts), blocks=reading.blocks, wrapped=reading.wrapped,
        remarks=_remarks(reading, outline.clauses),
    )  # fmt: skip
    return replace(document, facts=tuple(read_facts(document)), references=tuple(read_references(document)))


def _remarks(reading: Reading, clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The reader's, and whether anything is numbered at all: judged anew where a stored reading is parsed again."""
    own = () if any(clause.path for clause in clauses) else (UNNUMBERED,)
    return (*(remark for remark in reading.remarks if remark != UNNUMBERED), *own)
