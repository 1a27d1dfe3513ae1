"""The way from a reader's text to a ``Document``: paragraphs, parts, tree, metadata, facts."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from index.clauses.document import Document, Part
from index.clauses.facts import read_facts
from index.clauses.metadata import read_front, read_metadata, split_back
from index.clauses.outline import EntryWriter, grow, unnumber_contents
from index.clauses.paragraphs import Paragraph, read_paragraphs
from index.clauses.references import read_references
from index.read.reading import Reading


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
    text = reading.text
    paragraphs = read_paragraphs(reading)
    front = read_front(paragraphs, text, source)
    doc_id = doc_id or document_id(source, front.title)
    writer = EntryWriter(doc_id, text, 0, {})
    parts: list[Part] = []
    for i, (first, last, title) in enumerate(front.parts if paragraphs else ()):
        body, back = split_back(paragraphs[first:last])
        parts.append(Part(title, paragraphs[first].start, paragraphs[last - 1].end))
        _write_part(replace(writer, part=i), body, back, title)
    meta = read_metadata(front)
    document = Document(
        doc_id, source, digest, text, meta, tuple(parts), tuple(writer.out), collection=collection,
        blocks=reading.blocks, wrapped=reading.wrapped, remarks=reading.remarks,
    )  # fmt: skip
    return replace(document, facts=tuple(read_facts(document)), references=tuple(read_references(document)))


def _write_part(writer: EntryWriter, body: list[Paragraph], back: list[Paragraph], title: str) -> None:
    front, root = grow(unnumber_contents(body))
    writer.front(front, "front", title)
    writer.tree(root)
    writer.front(back, "back", title)
