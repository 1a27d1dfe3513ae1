"""Locators: print the labels of a path as officials write them, and read back what people type.

Printing and parsing are inverse within a document (``index.clauses.find``): 「二、（一）6.（25）」, 「第十五条第（二）项」.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.clauses.numerals import CHINESE, CIRCLED, half_width_digits, to_chinese, to_int

_ARTICLE = re.compile(r"^第.+条(之.+)?$")
_PARAGRAPH = re.compile(r"^第(.+)款$")
_ATTACHMENT = re.compile(r"^(附|专栏)")
_LETTER = re.compile(r"^[a-zA-Z]$")
_JOINS = re.compile(r"^[表第]")


@dataclass(frozen=True, order=True)
class Locator:
    """The labels from the root to a clause, e.g. ``("二", "（一）", "6", "（25）")``; empty for front and back matter."""

    path: tuple[str, ...]
    back: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        if not self.path:
            return "文末" if self.back else "文首"
        return _statute(self.path) if any(_ARTICLE.match(p) for p in self.path) else _plan(self.path)

    def official(self) -> str:
        """The form used inside a sentence of an official document: 第三部分第（五）项."""
        if (
            not self.path
            or re.match(r"^[第附专表]", self.path[0])
            or any(_ARTICLE.match(p) for p in self.path)
        ):
            return str(self)
        path = [p for p in self.path if not _PARAGRAPH.match(p)]
        if not _is_chinese(path[0]):
            return str(self)
        out = f"第{path[0]}部分"
        if len(path) > 1 and not re.match(r"^[表专附]", path[1]):
            out += f"第{path[1]}项"
            path = path[1:]
        return out + _plan(tuple(path[1:]))


def _is_chinese(label: str) -> bool:
    return bool(label) and all(c in CHINESE for c in label)


def _plan(path: tuple[str, ...]) -> str:
    out = ""
    decimals = [p for p in path if re.fullmatch(r"\d+(\.\d+)+", p)]
    for label in path:
        if _PARAGRAPH.match(label):  # prints the owner's locator
            continue
        if re.fullmatch(r"[\d.]+", label) and decimals:
            out += label if label == decimals[-1] else ""
        elif _is_chinese(label):
            out += f"{label}、"
        elif label.isdecimal() or _LETTER.match(label):
            out += f"{label}."
        else:
            out = out.rstrip() if _JOINS.match(label) and not out.endswith("附 ") else out
            out += f"{label} " if _ATTACHMENT.match(label) else label
    return out.rstrip() or "".join(path)


def _statute(path: tuple[str, ...]) -> str:
    """From the article on: its number runs through the whole instrument."""
    first = max(i for i, label in enumerate(path) if _ARTICLE.match(label))
    attachment = path[0] if path[0].startswith("附") and first > 0 else ""
    out = attachment + path[first]
    for n, label in enumerate(path[first + 1 :]):
        if _PARAGRAPH.match(label):
            out += label
        elif label.isdecimal() or _LETTER.match(label):
            out += f"第{label}目" if n else f"第{label}项"
        elif _is_chinese(label) or label.startswith("（"):
            out += f"第{label}项"
        else:
            out += label
    return out


@dataclass(frozen=True)
class Step:
    """One step of a typed locator. ``form`` is 「一」, 「1」, 「1）」 or 「①」, ``unit`` e.g. 条, ``name`` a
    heading's words."""

    value: int | None = None
    form: str = ""
    bracket: bool = False
    unit: str = ""
    name: str = ""


_NUM = rf"[{CHINESE}]+|\d+|[{CIRCLED}]"
_UNITS = "部分|个方面|方面|编|章|节|条|款|项|目|点|行|个方向|方向|个行动|项行动|项任务|项举措|条举措|条措施|项措施|个"
_TOKEN = re.compile(
    rf"第[（(]?(?P<n1>{_NUM})[）)]?(?P<unit>{_UNITS})(?P<sub>之[{CHINESE}])?"
    rf"|(?P<dec>\d+(?:\.\d+)+)"
    rf"|[（(](?P<n2>{_NUM})[）)](?:[项条款点])?"
    rf"|[（(](?P<letter2>[a-zA-Z])[）)]|(?P<letter>[a-zA-Z])[）)]|第(?P<letter3>[a-zA-Z])[项目]|(?P<letter4>[a-zA-Z])[.．、]|(?P<roman>[Ⅰ-Ⅻ])[.．、]?"
    rf"|(?P<n6>\d+)[）)]|(?P<n3>\d+)[.．、]?|(?P<n4>[{CIRCLED}])"
    rf"|(?P<n5>[{CHINESE}]+)(?P<mark>、|(?=[（(]))"
    rf"|(?P<named>附则|(?:附件|附表|附录|专栏)(?:\d+(?:-\d+)?(?![.．])|[{CHINESE}]+(?!、)|[A-Z](?![）)]))?|附(?=\s|$)"
    rf"|表\s?(?:[A-Z]|\d+|[{CHINESE}]+)(?:[-—.]\d+)*|文首|文末)"
)
_NOISE = re.compile(r"[\s之的中里，,·>›]+|(?:之下)")


def parse_locator(text: str) -> tuple[Step, ...] | None:
    """What people type → steps; None where it is no locator. A name may stand before or between numbers.

    >>> [s.value for s in parse_locator("第三部分第（五）项")], parse_locator("三（五）")[1].bracket
    ([3, 5], True)
    >>> parse_locator("保障措施第二条")[0].name, parse_locator("产业基金") is None
    ('保障措施', True)
    """
    text = half_width_digits(text).strip().rstrip("。？?！!")
    if re.fullmatch(rf"[{CHINESE}]+[、.]?", text):
        return (Step(to_int(text.rstrip("、.")), "一"),)
    steps: list[Step] = []
    pos, numbered = 0, False
    while pos < len(text):
        if noise := _NOISE.match(text, pos):
            pos = noise.end()
            continue
        match = _TOKEN.match(text, pos)
        if match:
            steps.append(_step(match))
            numbered = True
            pos = match.end()
            continue
        name = re.compile(rf"[^\d（(第{CIRCLED}]+?(?=[第（(\d{CIRCLED}]|$)").match(text, pos)
        if not name:
            return None
        steps.append(Step(name=name.group().strip("，, 、")))
        pos = name.end()
    return tuple(steps) if numbered and len([s for s in steps if s.name and not s.unit]) <= 1 else None


def _step(match: re.Match[str]) -> Step:
    groups = match.groupdict()
    if groups["named"] or groups["roman"]:
        return Step(name=re.sub(r"\s", "", groups["named"] or groups["roman"]), unit="named")
    if groups["letter"] or groups["letter2"]:
        name = f"{groups['letter']}）" if groups["letter"] else f"（{groups['letter2']}）"
        return Step(name=name, unit="named")
    if letter := groups["letter3"] or groups["letter4"]:
        return Step(name=letter, unit="named")
    if groups["dec"]:
        return Step(name=groups["dec"], unit="decimal")
    number = next(groups[k] for k in ("n1", "n2", "n3", "n4", "n5", "n6") if groups[k])
    form = "①" if number in CIRCLED else "1）" if groups["n6"] else "1" if number.isdigit() else "一"
    bracket = bool(groups["n2"]) or match.group().startswith(("第（", "第("))
    unit = (groups["unit"] or "") + (groups["sub"] or "")
    return Step(to_int(number), form, bracket, unit)


def paragraph_label(n: int) -> str:
    """The label of the n-th unnumbered paragraph: 1 → 第一款."""
    return f"第{to_chinese(n)}款"
