"""Names and quotations, letter by letter: 《…》, “…”, numbers of documents, and the article that a sentence says it is of."""

from __future__ import annotations

import re

from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import flat
from index.clauses.metadata.places import CITIES, MUNICIPALITIES, PROVINCES
from index.clauses.numerals import to_int

_TITLE = re.compile(r"《([^《》]+)》")
_QUOTED = re.compile(r"“([^“”]+)”")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{0,8}〔\d{4}〕(?:第)?\d+号")
_REGION = re.compile(
    rf"(?:{'|'.join((*CITIES, *MUNICIPALITIES))})市|{'|'.join(p for p in PROVINCES if p[-1] in '省区')}"
)
_BARE = re.compile(
    "|".join(
        sorted(
            {
                *CITIES,
                *MUNICIPALITIES,
                *(
                    re.sub(r"省|(?:壮族|回族|维吾尔)?自治区|特别行政区|生产建设兵团", "", p)
                    for p in PROVINCES
                ),
            }
            - {"朝阳", "来宾", "安康", "大同", "白银", "吉安"}
        )
    )
)
"""Those that are no other word as well."""
_OWN = re.compile(
    r"^(?:根据|按照|依据|依照)?(?:上述|该|本)?(?:《[^《》]*(?:《[^《》]*》[^《》]*)*》|(?!有|对|因)(?:"
    r"(?!违反|符合|适用)[^，。；《》第]){1,24}(?:法|条例|办法|规定|细则|决定|通知|意见|方案|措施))?的?"
    r"(?P<place>第[〇零一二两三四五六七八九十百千\d]+条)(?:第[一二三四五六七八九十]+款)?(?:的?规定"
    r"|明确|要求|指出|提出|：|，)"
)
"""A sentence that begins with the article that it is of."""
_POINT = re.compile(
    r"(?P<major>[一二三四五六七八九十]+)、(?P<minor>（[一二三四五六七八九十]+）)|第（(?P<item>[一二三四五六七八九十\d]+)）[条项款点]"
)
_PLACE = re.compile(r"第(?P<n>[〇零一二两三四五六七八九十百千\d]+)(?P<kind>条|款|项|目|章|节|部分)")


def names(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    everywhere = f"{source.whole}\n{source.names}"
    faults = [f"没有《{title}》" for title in _TITLE.findall(sentence) if not _titled(title, everywhere)]
    faults += [f"没有原话“{words}”" for words in _QUOTED.findall(sentence) if not _quoted(words, everywhere)]
    for match in _NUMBER.finditer(sentence):
        number = match.group()
        if not any(number[i:] in everywhere for i in range(len(number.split("〔")[0]) + 1)):
            faults.append(f"没有文号{number}")
    faults += [
        f"没有“{place}”"
        for place in dict.fromkeys([*_REGION.findall(sentence), *_BARE.findall(sentence)])
        if place.rstrip("市省") not in everywhere
    ]
    faults += [f"不是{m.group()}" for m in _POINT.finditer(sentence) if not _pointed(m, source)]
    if (own := _OWN.match(sentence)) and not _cited_so(own, source):
        return [*faults, f"不是{own.group('place')}"]
    return faults + [f"不是{m.group()}" for m in _PLACE.finditer(sentence) if not _placed(m, source)]


def _titled(title: str, text: str) -> bool:
    return title in text or f"中华人民共和国{title}" in text


def _quoted(words: str, text: str) -> bool:
    bare = words.rstrip("，。；：、！？")
    return bare in text


def _placed(match: re.Match[str], source: Source) -> bool:
    """The clause's own place, or one that it refers to itself."""
    if match.group() in source.text:
        return True
    try:
        wanted = to_int(match.group("n"))
    except ValueError:
        return False
    kind = "[条款项目章节]" if match.group("kind") == "部分" else match.group("kind")
    for place in map(flat, source.locators):
        own = [m for m in _PLACE.finditer(place) if re.fullmatch(kind, m.group("kind"))]
        if any(to_int(m.group("n")) == wanted for m in own):
            return True
        if not own and match.group("kind") in ("部分", "条", "项", "款") and wanted in _labels(place):
            return True
    return any(
        m.group("kind") == match.group("kind") and to_int(m.group("n")) == wanted
        for m in _PLACE.finditer(source.text)
    )


def _cited_so(own: re.Match[str], source: Source) -> bool:
    """It is the clause's article, or one that the clause itself says it goes by."""
    if not any("条" in place for place in source.locators):
        return True
    match = _PLACE.search(own.group("place"))
    if match is None or _placed(match, Source("", "", "", source.locators)):
        return True
    return bool(re.search(rf"(?:根据|按照|依据|依照)[^，。；]*{match.group()}", source.text))


def _pointed(match: re.Match[str], source: Source) -> bool:
    """「五、（二）」, 「第（八）条」."""
    if match.group() in source.text:
        return True
    if match.group("major"):
        return any(flat(place).startswith(match.group()) for place in source.locators)
    return any(to_int(match.group("item")) in _labels(flat(place)) for place in source.locators)


def _labels(place: str) -> set[int]:
    """「二、（一）6.（25）」: 2, 1, 6, 25."""
    return {to_int(n) for n in re.findall(r"[〇零一二三四五六七八九十百]+|\d+", place)}
