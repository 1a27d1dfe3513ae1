"""What recognition leaves to do in the picture of a page: drawn lines, and the width of signs."""

from __future__ import annotations

import re
from typing import Any

from index.read.layout.shapes import Rule

_SHORTEST = 20.0
"""In points: strokes of characters are shorter."""
_FULL = dict(zip("(),;:?!", "（），；：？！", strict=True))
_HAN = r"[\u3400-\u9fff，。；：、！？（）《》“”]"


def drawn_lines(picture: Any, scale: float) -> list[Rule]:
    """Long straight lines, level or upright, in points; ``scale`` is pixels a point."""
    import cv2
    import numpy as np

    dark = (np.asarray(picture.convert("L")) < 160).astype("uint8")
    length = max(10, int(_SHORTEST * scale))
    rules: list[Rule] = []
    for flat in (True, False):
        kernel = np.ones((1, length) if flat else (length, 1), "uint8")
        # lines of a scan waver by a pixel: thickened first, so that they are not broken up
        thick = cv2.dilate(dark, np.ones((2, 1) if flat else (1, 2), "uint8"))
        contours, _ = cv2.findContours(
            cv2.morphologyEx(thick, cv2.MORPH_OPEN, kernel), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
        )
        for x, y, width, height in map(cv2.boundingRect, contours):
            along, across = (width, height) if flat else (height, width)
            if across <= 5 * scale and along >= length:
                at = (y + height / 2 if flat else x + width / 2) / scale
                start = (x if flat else y) / scale
                rules.append(Rule(flat, at, start, start + along / scale))
    return rules


def full_width(text: str) -> str:
    """Recognition cannot tell the width of a sign: beside a Chinese character it is a full one. A ring at the end of a
    sentence is no letter."""
    for half, full in _FULL.items():
        text = re.sub(rf"(?<={_HAN})\s*{re.escape(half)}|{re.escape(half)}\s*(?={_HAN})", full, text)
    text = re.sub(r"（([^（）()]*)\)", r"（\1）", re.sub(r"\(([^（）()]*)）", r"（\1）", text))
    return re.sub(rf"(?<={_HAN})[oO]$", "。", text)
