"""The signature (落款): who issued a document and on which day, and the notes on publication around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.clauses.document import Span
from index.clauses.metadata.dates import DAY, DAY_ONLY, iso
from index.clauses.metadata.flat import Line, across, flat
from index.clauses.paragraphs import DATE_LINE, Paragraph

_PUBLIC = re.compile(
    r"^[（(]?\s*(此件|本件|(本文|此文|文件)有删减|信息公开|公开(方式|属性|选项|类别)|(主动|依申请|不予)公开|抄\s*送[:：]|主\s*送[:：]|主题词[:：])"
)
_IMPRINT = re.compile(rf"^.{{0,40}}{DAY}印发$")
BODY = re.compile(
    r"(?:政府|办公厅|办公室|委员会|常委会|管委会|党委|市委|省委|区委|县委|工委|厅|局|委|部|院|署|会|中心|银行|分行|行|社|总队|支队|"
    r"党组|中央|国务院|联|公司|集团|大学|学院|学校|所|处|办|公署|领导小组|指挥部|联席会议)$"
)
"""How the names of bodies end."""
_SEAL = re.compile(r"（(?:代章|盖章|印章|公章|印|章|代|代拟)）")
_PERSON = re.compile(
    r"^(?:代)?(?:市长|省长|区长|县长|主席|部长|局长|主任|总理|院长|行长|署长|会长|州长|镇长)[\u4e00-\u9fff·]{2,6}$"
)
_WITH_DATE = re.compile(rf"^(?P<body>[\u4e00-\u9fff]{{3,40}}?)(?P<day>{DAY})$")
_REACH = 8


@dataclass(frozen=True)
class Signature:
    """``day`` is ISO or None; the issuers' span is None where only a date stands there."""

    issuers: tuple[str, ...]
    issuers_span: Span | None
    day: str | None
    day_span: Span


def split_back(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """(body, signature): the lines at the end that are a date, a signature above it or a note on publication."""
    cut, seen_date = len(paragraphs), False
    for i in range(len(paragraphs) - 1, 0, -1):
        text = paragraphs[i].text
        if paragraphs[i].marker is not None or paragraphs[i].block.kind != "paragraph":
            break
        if DATE_LINE.match(text):
            cut, seen_date = i, True
        elif is_imprint(text) or (seen_date and len(text) <= 60 and not re.search(r"[。：；，]", text)):
            cut = i
        else:
            break
    return paragraphs[:cut], paragraphs[cut:]


def is_imprint(text: str) -> bool:
    """「（此件公开发布）」, 「公开方式：主动公开」, 「…秘书处2021年12月6日印发」."""
    return bool(_PUBLIC.match(text) or _IMPRINT.match(flat(text)))


def read_signature(lines: Sequence[Line], start: int) -> Signature | None:
    """The first date on a line of its own with bodies above it, from line ``start``; else the last one without."""
    alone = None
    for i in range(start, len(lines)):
        line = lines[i]
        if len(line.raw) > 80 or line.row or line.label:
            continue
        if match := _WITH_DATE.match(line.text):
            if BODY.search(match.group("body")):
                names = split_bodies((match.group("body"),))
                return Signature(
                    names,
                    line.span(*match.span("body")),
                    iso(match.group("day")),
                    line.span(*match.span("day")),
                )
        elif match := DAY_ONLY.match(line.text):
            day, span = iso(match.group(1)), line.span(*match.span(1))
            if above := _bodies_above(lines, i, start):
                names = tuple(n for a in above for n in split_bodies(bodies_in(a)))
                return Signature(names, across(above), day, span)
            alone = Signature((), None, day, span)
    return alone or _printed(lines, start)


_PRINTED = re.compile(rf"^({DAY})印发$")


def _printed(lines: Sequence[Line], start: int) -> Signature | None:
    """「县委办公室」 above 「2014年3月29日印发」, where nobody else signs. On one line it only says who had it printed."""
    for i in range(len(lines) - 1, start - 1, -1):
        match = _PRINTED.match(lines[i].text)
        above = _bodies_above(lines, i, start) if match else []
        if match and above:
            names = tuple(n for a in above for n in split_bodies(bodies_in(a)))
            return Signature(names, across(above), iso(match[1]), lines[i].span(*match.span(1)))
    return None


def _bodies_above(lines: Sequence[Line], i: int, start: int) -> list[Line]:
    out: list[Line] = []
    above = (
        piece for line in reversed(lines[max(start, i - _REACH) : i]) for piece in reversed(line.printed())
    )
    for line in above:
        if _PERSON.match(line.text) and not out:
            continue
        if not is_bodies(line):
            break
        out.insert(0, line)
    return out


def is_bodies(line: Line) -> bool:
    """A line of names of bodies and nothing else."""
    text = _SEAL.sub("", line.text)
    if line.label or line.row or len(text) > 120 or re.search(r"[。；：，《》！？\d]", text):
        return False
    return bool(BODY.search(text)) and not re.search(r"^附|关于|的", text)


def bodies_in(line: Line, suffix: str = "") -> tuple[str, ...]:
    """Names that stand apart; a name with its letters spread out is one. ``suffix`` at the line's end is left out."""
    words = tuple(_SEAL.sub("", w) for w in line.words if w != suffix)
    apart = all(BODY.search(w) and len(w) > 2 for w in words)
    return words if apart else tuple(filter(None, (_SEAL.sub("", line.text).removesuffix(suffix),)))


_REGION = r"(?:[\u4e00-\u9fff]{2,7}?(?:省|市|自治区|自治州|区|县))"
_CENTRAL = (
    "国务院|中共|中国|国家|中央|全国|最高人民|财政部|教育部|公安部|民政部|科技部|商务部|人力资源社会保障部|"
    "税务总局|海关总署"
)


def split_bodies(names: Iterable[str]) -> tuple[str, ...]:
    """Names written one behind the other: 广州市教育局广州市财政局 → two. The second begins with the first one's region, or
    is one of the central bodies."""
    out: list[str] = []
    for name in names:
        region = re.match(_REGION, name)
        starts = "|".join(filter(None, [re.escape(region.group()) if region else "", _CENTRAL]))
        cut = rf"、|(?<=[厅局委部院署会心行社办室府央组])(?=(?:{starts}))"
        out.extend(part for part in re.split(cut, name) if part)
    return tuple(out)
