"""The region a document names as its own, and the level of government that issued it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from index.clauses.metadata.places import CITIES, MUNICIPALITIES, PROVINCES
from index.wording import either

_CITY = "|".join(sorted((*CITIES, *MUNICIPALITIES), key=len, reverse=True))
_PROVINCE = "|".join(PROVINCES)
_SHORT = "|".join(p[:-1] for p in PROVINCES if p.endswith("省"))
_NOT_PLACES = re.compile(
    either(
        (
            r"^(?:城市|市区|城区|社区|园区|辖区|郊区|片区|地区|小区|校区|景区|库区|牧区|灾区|学区|港区"
            r"|街区|老区|湾区|矿区|山区|[各我本全].?[区县市]|区县|县市)$"
        ),
        (
            r"(?:中心城区|主城区|市城区|试验区|开发区|高新区|保税区|功能区|集聚区|行政区|实验区|合作区"
            r"|度假区|先行区|保护区|产业区|经济区|工业区|自贸区|住宅区|居住区|居民区|商业区|商务区|生活区"
            r"|办公区|服务区|公共区|中心区)$"
        ),
        r"加快|促进|推进|支持|进一步|推动|鼓励|实施|发展|建设|管理|优化|关于|人民|住房|农村",
        r"城乡|加强|规范",
    )
)
_LETTER = r"(?:(?![省市局厅委会府部院所的])[\u4e00-\u9fff])"
_COUNTY = (
    rf"(?:{_LETTER}{{1,10}}?(?:自治县|自治旗)|{_LETTER}{{1,4}}?(?:特区|林区|区|县(?!区(?![域划块级直]))|旗)(?![域划块级直])"
    rf"|(?P<county_city>{_LETTER}{{1,5}}市)(?![场政民委容长内外区级直属]))"
)
_TOWN = r"(?:[\u4e00-\u9fff]{1,5}?(?:街道|镇|乡)(?=人民政府|办事处|党委|党工委|$))"
_PREFECTURE = rf"{_LETTER}{{2,10}}?(?:自治州|(?:地区|盟)(?=人民|行政|行署|{_LETTER}+[市县旗]))"
_REGION = re.compile(
    rf"^(?:中共|中国共产党|国家税务总局|中国人民银行|国家金融监督管理总局)?"
    rf"(?P<province>(?:{_PROVINCE}))?(?P<city>(?:{_CITY})(?:市|经济特区)|{_PREFECTURE})?(?P<county>{_COUNTY})?(?P<town>{_TOWN})?"
)
_PARTY = re.compile(rf"^(?:中共)?(?P<province>{_SHORT})省委")
_INTERPRETED = re.compile(r"由([\u4e00-\u9fff]{2,20}?)人民政府[^。]{0,20}(?:解释|负责)")
_NATIONAL = re.compile(
    r"^(?:中共中央|国务院|政务院|全国|最高人民|中央|国家(?!税务总局.{2,}税务局|税务局.{0,6}市)"
    r"|中华人民共和国|中国(?!人民银行.{2,}行|共产党.{2,}省)|财政部|教育部|公安部|海关总署|审计署"
    r"|(?![^，]*[省市县区委])[\u4e00-\u9fff]{2,14}部$|[\u4e00-\u9fff]{2,14}总局$"
    r"|[\u4e00-\u9fff]{2,14}部办公厅$|住房城乡建设部|工业和信息化部)"
)


def region_in(text: str) -> str | None:
    """The region that ``text`` begins with, as written there.

    >>> region_in("广州市天河区教育局"), region_in("国家发展改革委"), region_in("天津市市场监督管理委员会")
    ('广州市天河区', None, '天津市')
    """
    if _is_national(text):
        return None
    if match := _PARTY.match(text):
        return match.group("province") + "省"
    match = _REGION.match(text)
    assert match is not None
    province, city, county, town = (match.group(g) or "" for g in ("province", "city", "county", "town"))
    if _NOT_PLACES.search(county) or (city and match.group("county_city")):
        county = town = ""
    return province + city + county + town or None


def _is_national(text: str) -> bool:
    return bool(_NATIONAL.match(text)) and not re.match(_PROVINCE, text)


def level_of(region: str | None) -> str | None:
    """
    >>> [level_of(r) for r in ("重庆市", "重庆市渝中区", "苏州市", "双辽市", "河南省", None)]
    ['省级', '区县级', '市级', '区县级', '省级', None]
    """
    if not region:
        return None
    if re.search(r"(?:镇|乡|街道)$", region):
        return "乡镇级"
    if region in PROVINCES or region.removesuffix("市") in MUNICIPALITIES:
        return "省级"
    last = re.sub(rf"^(?:{_PROVINCE})", "", region)
    if re.search(r"新区$|示范区$", last) and "市" not in last:
        return None
    if re.sub(r"(?:市|经济特区)$", "", last) in CITIES or last.endswith(("自治州", "地区", "盟")):
        return "市级"
    return "区县级"


_OWN = re.compile(r"[我本全]市|市(?:政府|财政局|级财政|直(?:属|各)?)")
_OWN_PROVINCE = re.compile(r"[我本全]省|[我本全]区|^省|[^\u4e00-\u9fff]省[\u4e00-\u9fff]{2,6}[厅局委]")
_CITY_WRITTEN_OUT = re.compile(rf"({_CITY})市(?!场)")
_PROVINCE_WRITTEN_OUT = re.compile(rf"({_PROVINCE})(?!外)")
_INSTITUTION = re.compile(r"^[\u4e00-\u9fff]{2,14}?(?:大学|学院|学校|医院|公司|集团|银行|协会)")
"""Whose own rules are of no region."""
_OF_SOME_CITY = re.compile("市|省|.*(?:办公室|领导小组|指挥部|联席会议|专班)$")
"""「市社保基金管理局」, 「领导小组办公室」, which do not say of which."""
CLOSING = 1500
"""Characters in which a document says who interprets it."""
OPENING = 500
"""Characters in which a document says what it is based on and for whom it is."""
SPEAKS_OF = 2
"""Times that a text must name a city or province to be of it."""


ALONE = 4
"""Times from which it need not stand in the opening, where no other is named."""


def region_spoken_of(text: str) -> str | None:
    """The one city, else the one province, that a text without issuer speaks of: in its opening, or as 我市 further down, and
    hardly of another.

    >>> region_spoken_of("为开展武汉市医保工作，根据《武汉市医保办法》，提出意见。"), region_spoken_of("学习上海市、北京市的做法")
    ('武汉市', None)
    """
    cities = [f"{m[1]}市" for m in _CITY_WRITTEN_OUT.finditer(text)]
    provinces = [m[1] for m in _PROVINCE_WRITTEN_OUT.finditer(text)]
    return _spoken_of(text, cities, _OWN) or _spoken_of(text, provinces, _OWN_PROVINCE)


def _spoken_of(text: str, names: list[str], own: re.Pattern[str]) -> str | None:
    for name, times in Counter(names).most_common(1):
        early = name in text[:OPENING]
        alone = times == len(names) >= ALONE
        if times >= max(SPEAKS_OF, 2 / 3 * len(names)) and (early or alone or own.search(text)):
            return name
    return None


def region_and_level(
    issuers: Iterable[str], title: str, stem: str, text: str
) -> tuple[str | None, str | None, str | None]:
    """(region, level, where it was read: issuers, title, file or text)."""
    issuers = tuple(issuers)
    if any(_is_national(i) for i in issuers):
        return None, "国家", "issuers"
    if not issuers and (_is_national(title)):
        return None, "国家", "title"
    sources = [
        *((i, "issuers") for i in issuers if not _is_national(i)),
        (title.lstrip("《"), "title"),
        (stem, "file"),
    ]
    if match := _INTERPRETED.search(text[-CLOSING:]):
        sources.append((match.group(1) + "人民政府", "text"))
    found = [(region, where) for text, where in sources if (region := region_in(text))]
    if not found:
        unnamed = all(_OF_SOME_CITY.match(issuer) for issuer in issuers)
        own = region_spoken_of(text) if unnamed and not _INSTITUTION.match(title) else None
        return own, level_of(own), "text" if own else None
    fullest = max((f for f in found if f[0].endswith(found[0][0])), key=lambda f: len(f[0]))
    return fullest[0], level_of(fullest[0]), fullest[1]
