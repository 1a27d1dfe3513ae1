"""Answers and clauses as safe HTML, Markdown and plain text; every face shows what these functions return."""

from ui.render.answer import answer_html, failure_html, pending_html
from ui.render.cite import cite_html
from ui.render.evidence import Evidence, evidence_html, gather
from ui.render.match import match_html
from ui.render.text import answer_markdown, answer_plain, library_line
from ui.render.tree import tree_html
from ui.render.words import DISCLAIMER, failure_words

__all__ = [
    "DISCLAIMER",
    "Evidence",
    "answer_html",
    "answer_markdown",
    "answer_plain",
    "cite_html",
    "evidence_html",
    "failure_html",
    "failure_words",
    "gather",
    "library_line",
    "match_html",
    "pending_html",
    "tree_html",
]
