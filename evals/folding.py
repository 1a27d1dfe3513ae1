"""How texts are compared: the plan mixes half- and full-width signs and breaks lines in mid-sentence."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_MARKER = re.compile(r"\[\d+\]")
_SAME = str.maketrans("〔〕[]【】“”‘’「」—–－～−", '()()()""""""-----')


def squeeze(text: str) -> str:
    """The text without white space, every other character as it is.

    >>> squeeze("骨干企\\n\\n业")
    '骨干企业'
    """
    return _SPACE.sub("", text)


def fold(text: str) -> str:
    """Squeezed, width, brackets, quotation marks, dashes and letter case made alike.

    >>> fold("（2024—2027年） AI") == fold("(2024-2027年)ai")
    True
    """
    folded = unicodedata.normalize("NFKC", squeeze(text)).translate(_SAME).lower()
    return folded.replace("--", "-")


def unmarked(markdown: str) -> str:
    """An answer's Markdown without its ``[n]`` markers and emphasis."""
    return _MARKER.sub("", markdown).replace("*", "")
