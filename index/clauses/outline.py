"""Paragraphs → the entries of a document: instruments, their trees, tables, signatures and attachments.

The way: lists that only look like the body have lost their labels before (``contents``); the file is cut into instruments
(``parts``); the labels of each are chosen so that the numbering is unbroken (``numbering``), also those that stand within a
line (``hidden``); the tree is grown (``tree``) and written (``entries``); what stays doubtful is said (``doubts``). Every
paragraph ends up in exactly one entry, so the entries in order give the source back, white space aside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from index.clauses.closing import closes, lift_closing
from index.clauses.contents import is_attachment_line
from index.clauses.document import Clause, Doubt, Part
from index.clauses.doubts import read_doubts, unread_labels
from index.clauses.entries import EntryWriter
from index.clauses.hidden import read_labels
from index.clauses.paragraphs import Paragraph
from index.clauses.parts import split_attachments, split_parts
from index.clauses.tree import Node, grow

SplitBack = Callable[[list[Paragraph]], tuple[list[Paragraph], list[Paragraph]]]


@dataclass
class Outline:
    """All in reading order."""

    parts: list[Part] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_outline(
    document_id: str,
    text: str,
    paragraphs: list[Paragraph],
    named: Sequence[tuple[int, str]],
    split_back: SplitBack,
) -> Outline:
    """``named``: at which paragraph the instruments begin whose titles are known, the first at 0; ``split_back`` parts
    the signature from a body."""
    outline = Outline()
    writer = EntryWriter(document_id, text, 0, {}, outline.clauses)
    for i, (part, title) in enumerate(split_parts(paragraphs, named) if paragraphs else ()):
        outline.parts.append(Part(title, part[0].start, part[-1].end))
        _write(outline, replace(writer, part=i), part, title, split_back)
    return outline


def _write(
    outline: Outline, writer: EntryWriter, part: list[Paragraph], title: str, split_back: SplitBack
) -> None:
    main, attached = split_attachments(part)
    body, back = _with_attachment_list(*split_back(main))
    body, choices = read_labels(writer.text, body)
    root = grow(body, choices)
    lift_closing(root)
    writer.matter(root.own, "front", title)
    closing = _closing(root)
    writer.tree(root)
    writer.matter([*closing, *back], "back", title)
    outline.doubts += [*read_doubts(root), *unread_labels(root, body)]
    if attached:
        attached, imprint = split_back(attached)
        attached, choices = read_labels(writer.text, attached)
        attachments = grow(attached, choices)
        lift_closing(attachments)
        writer.tree(attachments)
        writer.matter(imprint, "back", title)
        outline.doubts += [*read_doubts(attachments), *unread_labels(attachments, attached)]


def _with_attachment_list(
    body: list[Paragraph], back: list[Paragraph]
) -> tuple[list[Paragraph], list[Paragraph]]:
    """The list of attachments above a signature belongs to the back matter."""
    at = len(body)
    while at > 1 and not body[at - 1].candidates and is_attachment_line(body[at - 1].text):
        at -= 1
    return body[:at], body[at:] + back


def _closing(root: Node) -> list[Paragraph]:
    """What closes the document behind its last numbered clause, taken from the tree's end; behind a table only what says
    that it does."""
    closing: list[Paragraph] = []
    while root.items and isinstance(last := root.items[-1], Paragraph):
        if not root.children() and not closes(last.text):
            break
        closing.insert(0, last)
        root.items.pop()
    return closing
