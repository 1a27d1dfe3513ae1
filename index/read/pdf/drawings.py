"""A page's drawn lines, and how much of it is picture."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.read.layout.shapes import Rule
from index.read.pdf.upright import Upright

_THIN = 3.0
_SHORT = 6.0
_MOST_PATHS = 20_000
_DEPTH = 4
Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Drawings:
    """``pictures``: share of the page that its largest picture covers, 0 to 1; ``anything``: something is drawn at all."""

    rules: tuple[Rule, ...]
    pictures: float
    anything: bool


def read_drawings(page: Any, box: Box, turn: Upright) -> Drawings:
    import pypdfium2.raw as pdfium

    rules: list[Rule] = []
    largest, anything, paths = 0.0, False, 0
    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    for item in page.get_objects(
        filter=[pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH
    ):
        anything = True
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            largest = max(largest, _shown(_matrix(item), box) / area)
        elif paths < _MOST_PATHS:
            paths += 1
            rules.extend(_rules(item, turn))
    return Drawings(tuple(rules), min(1.0, largest), anything)


def _shown(matrix: Matrix, box: Box) -> float:
    """Area of a picture, which is the unit square in its own coordinates, as far as the page shows it."""
    corners = [_apply(matrix, x, y) for x in (0, 1) for y in (0, 1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    across, up = min(max(xs), box[2]) - max(min(xs), box[0]), min(max(ys), box[3]) - max(min(ys), box[1])
    return max(0.0, across) * max(0.0, up)


def _rules(item: Any, turn: Upright) -> Iterator[Rule]:
    """Lines, thin boxes, and the edges of boxes that are drawn with a stroke."""
    matrix = _matrix(item)
    stroked = _stroked(item)
    for points in _subpaths(item.raw):
        upright = [turn.point(*_apply(matrix, x, y)) for x, y in points]
        xs, ys = [p[0] for p in upright], [p[1] for p in upright]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if y1 - y0 <= _THIN and x1 - x0 >= _SHORT:
            yield Rule(True, (y0 + y1) / 2, x0, x1)
        elif x1 - x0 <= _THIN and y1 - y0 >= _SHORT:
            yield Rule(False, (x0 + x1) / 2, y0, y1)
        elif stroked:
            yield from _edges(upright)


def _edges(points: list[tuple[float, float]]) -> Iterator[Rule]:
    for (xa, ya), (xb, yb) in itertools.pairwise(points):
        if abs(ya - yb) <= 0.5 and abs(xa - xb) >= _SHORT:
            yield Rule(True, (ya + yb) / 2, min(xa, xb), max(xa, xb))
        elif abs(xa - xb) <= 0.5 and abs(ya - yb) >= _SHORT:
            yield Rule(False, (xa + xb) / 2, min(ya, yb), max(ya, yb))


def _subpaths(raw: Any) -> Iterator[list[tuple[float, float]]]:
    """The corner points of each, closed ones with the first again at the end; those with curves are left out."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for i in range(pdfium.FPDFPath_CountSegments(raw)):
        segment = pdfium.FPDFPath_GetPathSegment(raw, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _stroked(item: Any) -> bool:
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    return bool(stroke.value)


def _matrix(item: Any) -> Matrix:
    """From the path's own coordinates to the page's, through the forms that hold it."""
    matrix: Matrix = item.get_matrix().get()
    holder = item.container
    while holder is not None:
        matrix = _multiply(matrix, holder.get_matrix().get())
        holder = holder.container
    return matrix


def _multiply(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
