"""Markdown: the marks go, the text stays; pipe tables and HTML tables become rows."""

from __future__ import annotations

import html
import re

from index.read.encoding import decode
from index.read.html.page import write_fragment
from index.read.reading import Reading, ReadingWriter, RowCell

_COMMENT = re.compile(r"<!--.*?-->[ \t]*\n?", re.S)
_FRONT = re.compile(r"\A---[ \t]*\n((?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
_STARTS = re.compile(r"^[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+(?=\S)(?!\d+ -$))?")
_HEADING = re.compile(r"^[ \t]*(?:>[ \t]?)*[ \t]*#{1,6}[ \t]+(.*?)[ \t]+#+[ \t]*$")
_PIPES = re.compile(r"(?<!\\)\|")
_DIVIDER = re.compile(r"^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
_TABLE_START, _TABLE_END = re.compile(r"^\s*<table\b", re.I), re.compile(r"</table\s*>", re.I)
_TAG = "a abbr b big br center code del div em font hr i img ins mark p s small span strike strong sub sup u".replace(
    " ", "|"
)
_INLINE = re.compile(
    r"\\(?P<escape>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)"
    r"|!\[[^\]]*\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"
    r"|\[(?P<link>[^\[\]]+)\]\((?:<[^>]*>|[^)\s]*)(?:\s+\"[^\"]*\")?\)"
    r"|<(?P<address>https?://[^>\s]+)>"
    r"|\*\*\*(?=[^\s*])(?P<both>.+?)(?<=[^\s*])\*\*\*"
    r"|\*\*(?=[^\s*])(?P<strong>.+?)(?<=[^\s*])\*\*(?!\*)"
    r"|(?<![_\w])__(?=[^_\s])(?P<under>.+?)(?<=[^_\s])__(?![_\w])"
    r"|(?<![*\d])\*(?=[^\s*])(?P<em>[^*\n]+?)(?<=[^\s*])\*(?![*\d])"
    r"|~~(?=\S)(?P<struck>.+?)(?<=\S)~~"
    rf"|</?(?:{_TAG})\b[^<>]*>",
    re.I,
)
_MARKS = re.compile(r"[\\`*_\[<~&]")
_TEXTS = ("link", "both", "strong", "under", "em", "struck")


def read_markdown(name: str, data: bytes) -> Reading:
    """Numbered lists keep their numbers; comments go; what stands in front matter comes first, the title without its key.

    Paragraphs apart by blank lines are taken as whole; otherwise a line may be a broken one.
    """
    text, remarks = decode(name, data)
    writer = ReadingWriter()
    text = _COMMENT.sub("", text)
    front = _FRONT.match(text)
    if front and ":" in front.group(1):
        _write_front(front.group(1), text[front.end() :], writer)
        text = text[front.end() :]
    lines = text.split("\n")
    _Markdown(lines, writer).write()
    return writer.reading(wrapped=_broken(lines), remarks=remarks)


def _write_front(front: str, body: str, writer: ReadingWriter) -> None:
    for line in front.rstrip("\n").split("\n"):
        key, _, value = line.partition(":")
        value = value.strip().strip("\"'")
        if key.strip().lower() != "title":
            writer.paragraph(line)
        elif value and value not in body[:500]:
            writer.paragraph(value)


def _broken(lines: list[str]) -> bool:
    """Do lines of text follow each other without a blank line, other than in tables and lists?"""
    texts = [
        n for n, line in enumerate(lines[:-1]) if line.strip() and not line.lstrip().startswith(("|", "#"))
    ]
    close = sum(bool(lines[n + 1].strip()) and not lines[n + 1].lstrip().startswith("#") for n in texts)
    return close > 0.2 * len(texts)


class _Markdown:
    """Line by line, tables as a whole."""

    def __init__(self, lines: list[str], writer: ReadingWriter) -> None:
        self._lines, self._writer = lines, writer
        self._tables = 0
        self._fence = ""

    def write(self) -> None:
        at = 0
        while at < len(self._lines):
            at = self._step(at)

    def _step(self, at: int) -> int:
        """Writes what begins at line ``at``; gives the line after it."""
        line = self._lines[at]
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence.group(1).startswith(self._fence):
                self._fence = ""
            else:
                self._writer.paragraph(line)
        elif fence:
            self._fence = fence.group(1)
        elif "|" in line and at + 1 < len(self._lines) and _DIVIDER.match(self._lines[at + 1]):
            return self._pipes(at)
        elif _TABLE_START.match(line):
            return self._markup(at)
        elif not _RULE.match(line):
            self._text(line)
        return at + 1

    def _text(self, line: str) -> None:
        closed = _HEADING.match(line)
        bare = closed.group(1) if closed else line[_STARTS.match(line).end() :]  # type: ignore[union-attr]
        for part in re.split(r"<br\s*/?>", bare, flags=re.I):
            self._writer.paragraph(inline(part).rstrip("\\" if part.endswith("\\") else ""))

    def _pipes(self, at: int) -> int:
        self._tables += 1
        self._row(self._lines[at], head=True)
        at += 2
        while at < len(self._lines) and _PIPES.search(self._lines[at]):
            self._row(self._lines[at])
            at += 1
        return at

    def _row(self, line: str, head: bool = False) -> None:
        stripped = line.strip()
        inner = stripped[stripped.startswith("|") : len(stripped) - bool(re.search(r"(?<!\\)\|$", stripped))]
        cells = [re.sub(r"\s*<br\s*/?>\s*", " ", cell, flags=re.I) for cell in _PIPES.split(inner)]
        texts = [inline(cell).strip().replace("\t", " ") for cell in cells]
        self._writer.row([RowCell(text, n) for n, text in enumerate(texts)], self._tables, head=head)

    def _markup(self, at: int) -> int:
        """A table in HTML, to the line with its end."""
        end = at
        while end < len(self._lines) - 1 and not _TABLE_END.search(self._lines[end]):
            end += 1
        self._tables = write_fragment("\n".join(self._lines[at : end + 1]), self._tables, self._writer)
        return end + 1


def inline(text: str) -> str:
    """Without the marks of emphasis, links, code and escapes."""

    def bare(match: re.Match[str]) -> str:
        if match["escape"]:
            return match["escape"]
        if match["code"]:
            return match["code"].strip() if match["code"].strip() else match["code"]
        if match["address"]:
            return match["address"]
        inner = next((match[kind] for kind in _TEXTS if match[kind]), "")
        return inline(inner) if inner else ""

    if not _MARKS.search(text):
        return text
    out, at = "", 0
    for match in _INLINE.finditer(text):
        out += html.unescape(text[at : match.start()]) + bare(match)
        at = match.end()
    return out + html.unescape(text[at:])
