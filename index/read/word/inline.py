"""What a paragraph holds: its text as a reader sees it, and what is anchored in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.read.word.formula import formula
from index.read.word.numerals import circled
from index.read.word.styles import Styles
from index.read.word.symbols import PRIVATE, symbol
from index.read.word.xml import MC, W, alternative, child, is_on, is_placeholder, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"


@dataclass(frozen=True)
class NoteMark:
    """A reference to a foot-note or end-note; ``own_mark`` says that its mark is typed into the text."""

    kind: str
    note: str | None
    own_mark: bool


@dataclass
class Inline:
    """``text`` has a line break where a line ends before the paragraph does. ``boxes`` are the contents of text boxes."""

    text: str = ""
    notes: list[NoteMark] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: int = 0
    objects: int = 0

    def joined(self, later: Inline) -> Inline:
        """With what follows once the paragraph mark between them is gone."""
        return Inline(
            self.text + later.text, self.notes + later.notes, self.boxes + later.boxes,
            self.pictures + later.pictures, self.objects + later.objects,
        )  # fmt: skip


@dataclass
class _Field:
    """An open field: its code, until what it shows begins."""

    code: list[str] = field(default_factory=list)
    shown: bool = False


def read_inline(paragraph: Element, styles: Styles) -> Inline:
    """Tracked changes count as accepted; hidden text and the codes of fields are left out. A field whose code does not end
    in the paragraph ends with it, so that a damaged one hides no more."""
    style = value(child(paragraph, "pPr", "pStyle")) if styles.some_hide else None
    return _Walk(styles, style).read(paragraph)


class _Walk:
    def __init__(self, styles: Styles, style: str | None) -> None:
        self._styles = styles
        self._hidden_style = styles.some_hide and styles.hides(style)
        self._out = Inline()
        self._texts: list[str] = []
        self._fields: list[_Field] = []
        self._silent = False

    def read(self, paragraph: Element) -> Inline:
        self._children(paragraph)
        self._out.text = "".join(self._texts)
        return self._out

    def _children(self, parent: Element) -> None:
        for element in parent:
            reader = _READERS.get(element.tag)
            if reader is not None:
                reader(self, element)

    def _put(self, text: str) -> None:
        if text and not self._silent and all(f.shown for f in self._fields):
            self._texts.append(text)

    def _run(self, run: Element) -> None:
        before = self._silent
        self._silent = before or self._hides(run)
        self._children(run)
        self._silent = before

    def _hides(self, run: Element) -> bool:
        properties = child(run, "rPr")
        hidden = is_on(properties, "vanish")
        if hidden is None and self._styles.some_hide:
            style = value(child(properties, "rStyle"))
            return self._styles.hides(style) if style else self._hidden_style
        return bool(hidden)

    def _text(self, element: Element) -> None:
        text = element.text or ""
        if PRIVATE.search(text):
            fonts = child(element.getparent(), "rPr", "rFonts")
            font = value(fonts, "ascii") or value(fonts, "hAnsi") or ""
            text = PRIVATE.sub(lambda m: symbol(font, ord(m.group())) or m.group(), text)
        self._put(text)

    def _symbol(self, element: Element) -> None:
        code = value(element, "char") or ""
        if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code):
            self._put(symbol(value(element, "font") or "", int(code, 16)))

    def _branch(self, element: Element) -> None:
        branch = alternative(element)
        if branch is not None:
            self._children(branch)

    def _control(self, element: Element) -> None:
        content = child(element, "sdtContent")
        if content is not None and not is_placeholder(element):
            self._children(content)

    def _ruby(self, element: Element) -> None:
        base = child(element, "rubyBase")
        if base is not None:
            self._children(base)

    def _formula(self, element: Element) -> None:
        self._put(formula(element))

    def _field_mark(self, element: Element) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].shown = True
        elif self._fields and kind == "end":
            ended = self._fields.pop()
            if not ended.shown:
                self._put(_drawn("".join(ended.code)))

    def _field_code(self, element: Element) -> None:
        if self._fields:
            self._fields[-1].code.append(element.text or "")

    def _note(self, element: Element) -> None:
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        own = (value(element, "customMarkFollows") or "0") not in {"0", "false", "off"}
        if not self._silent:
            self._out.notes.append(NoteMark(kind, value(element, "id"), own))

    def _drawing(self, element: Element) -> None:
        """Text boxes, also in groups and shapes; word art, whose text is a property; pictures."""
        if self._silent:
            return
        for inner in element:
            if inner.tag == W + "txbxContent":
                self._out.boxes.append(inner)
            elif inner.tag == MC + "AlternateContent":
                branch = alternative(inner)
                if branch is not None:
                    self._drawing(branch)
            elif inner.tag in {PICTURE, V + "imagedata"}:
                self._out.pictures += 1
            elif inner.tag == V + "textpath":
                self._put(inner.get("string") or "")
            else:
                self._drawing(inner)

    def _object(self, _element: Element) -> None:
        self._out.objects += not self._silent


_CIRCLE = re.compile(r"\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*[○〇◯]\s*[,，;；]\s*(.*?)\s*\)\s*", re.I)


def _drawn(code: str) -> str:
    """What a field without a result shows: EQ \\o(○,12) draws a number into a circle."""
    match = _CIRCLE.fullmatch(code)
    if not match:
        return ""
    inner = match.group(1)
    return circled(int(inner)) if re.fullmatch(r"[0-9]{1,2}", inner) else inner


_READERS: dict[str, Callable[[_Walk, Element], None]] = {
    W + "r": _Walk._run,
    W + "t": _Walk._text,
    W + "tab": lambda walk, _: walk._put("\t"),
    W + "ptab": lambda walk, _: walk._put("\t"),
    W + "br": lambda walk, _: walk._put("\n"),
    W + "cr": lambda walk, _: walk._put("\n"),
    W + "noBreakHyphen": lambda walk, _: walk._put("-"),
    W + "sym": _Walk._symbol,
    W + "sdt": _Walk._control,
    W + "ruby": _Walk._ruby,
    W + "fldChar": _Walk._field_mark,
    W + "instrText": _Walk._field_code,
    W + "footnoteReference": _Walk._note,
    W + "endnoteReference": _Walk._note,
    W + "drawing": _Walk._drawing,
    W + "pict": _Walk._drawing,
    W + "object": _Walk._object,
    MC + "AlternateContent": _Walk._branch,
    M + "oMath": _Walk._formula,
    M + "oMathPara": _Walk._formula,
    **dict.fromkeys(
        (W + n for n in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir")),
        _Walk._children,
    ),
}
