"""What a notice carries: the titles it names, and where in the file the instruments of those titles begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from index.clauses.metadata.dates import DAY_ONLY
from index.clauses.metadata.flat import Line
from index.clauses.metadata.head import Head, title_run
from index.clauses.metadata.kind import ends_as_title
from index.clauses.metadata.signature import is_imprint
from index.clauses.numerals import plain

CARRIES = re.compile(r"印发|转发|批转|公布|发布|颁布|下发|修改|修订|制定了|制订了")
_QUOTED = re.compile(r"《([^《》]+(?:《[^《》]+》[^《》]*)*)》")
_UNQUOTED = re.compile(r"(?:印发|转发|批转|公布|发布)([^《》]+?)的(?:通知|公告|决定)$")
_TOLD = re.compile(r"现将([^《》，。；]{6,60}?)(?:（以下简称.{2,20}）)?(?:印发|转发|批转|发给|下发)")
_LONGEST_FRONT, _LONGEST_TITLE, _REACH, _ALIKE = 12, 6, 12, 0.8


def named(head: Head, lines: Sequence[Line]) -> list[str]:
    """Titles that the notice says it carries, in the order in which it names them."""
    texts = [head.title] if CARRIES.search(head.title) else []
    for line in lines[head.below : head.below + _LONGEST_FRONT]:
        if line.paragraph.marker is not None:
            break
        if CARRIES.search(line.text):
            texts.append(line.text)
    found = [name for text in texts for name in _QUOTED.findall(text)]
    found += [m.group(1) for m in (_UNQUOTED.search(head.title),) if m]
    found += [m.group(1) for text in texts for m in _TOLD.finditer(text)]
    return list(dict.fromkeys(plain(name) for name in found))


def begins(lines: Sequence[Line], head: Head) -> list[tuple[int, int]]:
    """(line, lines of its title) of each instrument that the file's notice carries, in order."""
    names = [_key(name) for name in named(head, lines)]
    if not names:
        return []
    out: list[tuple[int, int]] = []
    i = max(head.below, 1)
    while i < len(lines):
        length = _named_title(lines, i, names) or _title_behind_signature(lines, i, names, bool(out))
        if length:
            out.append((i, length))
        i += length or 1
    return out


def _named_title(lines: Sequence[Line], i: int, names: list[str]) -> int:
    """How many lines from ``i`` make one of the titles; that one is then used up."""
    words = ""
    for length, line in enumerate(lines[i : i + _LONGEST_TITLE], start=1):
        if line.paragraph.marker is not None or line.row or len(line.raw) > 150:
            return 0
        if length == 1 and line.text.startswith("附件") and _signed_below(lines, i):
            return 0  # the list of what is attached
        words += _key(line.text)
        for name in names:
            if words == name:
                names.remove(name)
                return length
        if not any(name.startswith(words) for name in names):
            return 0
    return 0


def _signed_below(lines: Sequence[Line], i: int) -> bool:
    return any(DAY_ONLY.match(line.text) for line in lines[i + 1 : i + _REACH] if len(line.raw) <= 40)


def _title_behind_signature(lines: Sequence[Line], i: int, names: list[str], found: bool) -> int:
    """A title that follows the notice's signature and is much like one that it names."""
    if found or not names or not _is_end(lines, i - 1):
        return 0
    run = title_run(lines[i:])
    words = _key("".join(line.text for line in run))
    if not run or not ends_as_title("".join(line.text for line in run)):
        return 0
    near = [name for name in names if name in words or SequenceMatcher(None, name, words).ratio() >= _ALIKE]
    if near:
        names.remove(near[0])
    return len(run) if near else 0


def _is_end(lines: Sequence[Line], i: int) -> bool:
    text = lines[i].text
    return (
        bool(DAY_ONLY.match(text))
        or is_imprint(text)
        or lines[i].label == "附件"
        or text.startswith(("附件", "（联系"))
    )


def _key(title: str) -> str:
    """Two ways of writing one title have one key: no brackets of titles, no 的 and 关于."""
    return re.sub(r"[《》〈〉“”\"＂—，、·的]|关于|^附件\d*：?", "", plain(title))
