"""Title, number, issuer and dates, read from the document's own text, each with the span it was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from index.clauses.document import Metadata, Span
from index.clauses.numerals import CHINESE, half_width_digits, to_int
from index.clauses.outline import plain
from index.clauses.paragraphs import DATE_LINE, Paragraph

_NUMBER = re.compile(
    r"^(?:[\u4e00-\u9fff]{1,15}\s*[〔\[(（„]\s*\d{4}\s*[〕\])）‟]\s*第?\s*\d+\s*号|第\s*\d+\s*号)$"
)
_NOTE = re.compile(r"^[（(]?\s*(此件|本件|信息公开|公开(方式|属性))")
_ADDRESSEES = re.compile(r"^[^。]{2,200}[：:]$")
_CARRIED = re.compile(r"《([^《》]+(?:《[^《》]+》[^《》]*)*)》")
_D = rf"([\d{CHINESE}○]+)年([\d{CHINESE}]+)月([\d{CHINESE}]+)日"
_EFFECTIVE = re.compile(rf"自{_D}起?(?:正式)?(?:施行|实施|执行|生效)")
_EFFECTIVE_AT_ISSUE = re.compile(r"自(?:印发|发布|公布|发文|下发)之日起(?:施行|实施|执行|生效)?")
_EXPIRES = re.compile(rf"有效期(?:限)?(?:截止到|截止|截至|至|到)(?:{_D})")
_VALID_YEARS = re.compile(rf"有效期(?:限)?为?([\d{CHINESE}]+)年")
_PERIOD = re.compile(r"[（(]?(\d{4})年?[—–\-－~至]+(\d{4})年?[）)]?")


@dataclass
class Head:
    """What the front and back matter of a file's first instrument yields."""

    title: str = ""
    number: str | None = None
    addressees: str | None = None
    carried: list[str] = field(default_factory=list)
    issued: str | None = None
    issuers: tuple[str, ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)


def split_back(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """(body, signature): the lines at the end that are a date, a signature above it or a note on publication."""
    cut, seen_date = len(paragraphs), False
    for i in range(len(paragraphs) - 1, 0, -1):
        text = paragraphs[i].text
        if paragraphs[i].marker is not None:
            break
        if DATE_LINE.match(text):
            cut, seen_date = i, True
        elif _NOTE.match(text) or (seen_date and len(text) <= 40 and not re.search(r"[。：；]", text)):
            cut = i
        else:
            break
    return paragraphs[:cut], paragraphs[cut:]


def read_head(paragraphs: list[Paragraph]) -> Head:
    """Title over one or several lines, number, addressees; the titles of what a notice carries."""
    head = Head()
    front = _until_first_number(paragraphs)
    title: list[Paragraph] = []
    for paragraph in front[:8]:
        text = paragraph.text
        if _NUMBER.match(half_width_digits(text)):
            head.number = re.sub(r"\s", "", text)
            head.spans["number"] = (paragraph.start, paragraph.end)
        elif _ADDRESSEES.match(text) and (title or re.search(r"人民政府|部门|单位|机构|直属", text)):
            head.addressees = text.rstrip("：:")
            head.spans["addressees"] = (paragraph.start, paragraph.end)
            break
        elif re.search(r"[。；]", text) or DATE_LINE.match(text) or len(text) > 120:
            break
        elif head.number is None and not re.match(r"^[（(]", text) and _continues_title(title, text):
            title.append(paragraph)
    if title:
        head.title = plain("".join(p.text for p in title))
        head.spans["title"] = (title[0].start, title[-1].end)
    head.carried = _carried(head.title, front)
    return head


_TITLE_END = re.compile(
    r"(通知|意见|办法|规定|决定|公告|细则|方案|条例|措施|计划|规划|纲要|批复|通报|要点|指南|政策|标准|规则|章程|目录|法)(（[^）]*）|\([^)]*\))?$"
)


def _continues_title(title: list[Paragraph], text: str) -> bool:
    """A title ends with its kind; what follows belongs to it only where it goes on with 的."""
    return not title or not _TITLE_END.search(title[-1].text) or text.startswith("的")


def _until_first_number(paragraphs: list[Paragraph]) -> list[Paragraph]:
    for i, paragraph in enumerate(paragraphs):
        if paragraph.marker is not None:
            return paragraphs[:i]
    return paragraphs


def _carried(title: str, front: list[Paragraph]) -> list[str]:
    """Titles in 《》 of the notice's title and of 「现将《…》印发」."""
    texts = [title] + [p.text for p in front if re.search(r"印发|转发|公布|发布", p.text)]
    names = [name for text in texts for name in _CARRIED.findall(text)]
    match = re.search(r"(?:印发|转发|公布|发布)([^《》]+?)的(?:通知|公告|决定)$", title)
    return list(dict.fromkeys([plain(n) for n in names] + ([match.group(1)] if match else [])))


def read_signature(head: Head, back: list[Paragraph]) -> None:
    """Date and issuers of the signature into ``head``; the issuer falls back to the title's beginning."""
    issuers = []
    for paragraph in back:
        if DATE_LINE.match(paragraph.text):
            head.issued = _iso(*re.findall(rf"[\d{CHINESE}○]+", half_width_digits(paragraph.text))[:3])
            head.spans["issued"] = (paragraph.start, paragraph.end)
        elif not _NOTE.match(paragraph.text):
            issuers.append(paragraph)
    if issuers and head.issued:
        head.issuers = tuple(re.sub(r"\s", "", p.text) for p in issuers)
        head.spans["issuers"] = (issuers[0].start, issuers[-1].end)
    elif match := re.match(r"^(.{3,40}?(?:政府|办公厅|办公室|委员会|局|厅|部|院|委))关于", head.title):
        head.issuers = (match.group(1),)
        head.spans["issuers"] = head.spans["title"]


def metadata(head: Head, titles: list[str], text: str, source: str) -> Metadata:
    """``titles``: of all instruments in the file. A file without a title goes by its name without suffix."""
    effective, expires = _validity(head, text)
    if not expires:
        expires = next((e for e in (_period_end(t) for t in titles) if e), None)
    return Metadata(
        head.title or source.rsplit(".", 1)[0], head.number, head.issuers, head.addressees,
        head.issued, None, effective, None, expires, spans=head.spans,
    )  # fmt: skip


def _validity(head: Head, text: str) -> tuple[str | None, str | None]:
    flat = re.sub(r"\s", "", half_width_digits(text))
    effective = expires = None
    if match := _EFFECTIVE.search(flat):
        effective = _iso(*match.groups())
    elif _EFFECTIVE_AT_ISSUE.search(flat):
        effective = head.issued
    if match := _EXPIRES.search(flat):
        expires = _iso(*match.groups())
    elif (match := _VALID_YEARS.search(flat)) and effective:
        start = date.fromisoformat(effective)
        years = to_int(match.group(1))
        expires = (_add_years(start, years) - timedelta(days=1)).isoformat()
    return effective, expires


def _add_years(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _period_end(title: str) -> str | None:
    """「2024—2027年」 in a title makes the document current to the end of 2027."""
    match = _PERIOD.search(title)
    return f"{match.group(2)}-12-31" if match else None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(to_int(year.replace("○", "〇")), to_int(month), to_int(day)).isoformat()
    except ValueError:
        return None
