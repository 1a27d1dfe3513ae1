"""The region a document names as its own, and the level of government that issued it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.clauses.metadata.places import CITIES, MUNICIPALITIES, PROVINCES

_CITY = "|".join(sorted((*CITIES, *MUNICIPALITIES), key=len, reverse=True))
_PROVINCE = "|".join(PROVINCES)
_SHORT = "|".join(p[:-1] for p in PROVINCES if p.endswith("省"))
_NOT_PLACES = (
    r"城市|市区|城区|社区|园区|辖区|郊区|片区|地区|小区|校区|景区|库区|林区|牧区|灾区|特区|学区|矿区|山区|港区|我市|本市|全市|我区|本区|全区|各区|"
    r"我县|本县|全县|各县|各市|县区|区县|县市|市县|试验区|示范区|开发区|高新区|保税区|功能区|风景区|集聚区|新区|行政区|自治区|实验区|合作区|度假区|先行区|"
    r"街区|老区|旗舰|中心城区|保护区|产业区|经济区|工业区|湾区|自贸区"
)
_COUNTY = rf"(?!(?:{_NOT_PLACES}))[\u4e00-\u9fff]{{1,6}}?(?:自治县|自治旗|林区|特区|区|县|旗|市)(?!域|划|块|级|直|属|场|政|民|委|容|长|内|外|区)"
_TOWN = r"(?:[\u4e00-\u9fff]{1,5}?(?:街道|镇|乡)(?=人民政府|办事处|党|委|$))"
_PREFECTURE = r"[\u4e00-\u9fff]{2,10}?(?:自治州|地区|盟)"
_REGION = re.compile(
    rf"^(?:中共|中国共产党|国家税务总局|中国人民银行|国家金融监督管理总局)?"
    rf"(?P<province>(?:{_PROVINCE}))?(?P<city>(?:{_CITY})市|{_PREFECTURE}(?=人民|州|行政|[^省]))?(?P<county>{_COUNTY})?(?P<town>{_TOWN})?"
)
_PARTY = re.compile(rf"^(?:中共)?(?P<province>{_SHORT})省委")
_INTERPRETED = re.compile(r"由([\u4e00-\u9fff]{2,20}?)人民政府[^。]{0,20}(?:解释|负责)")
_NATIONAL = re.compile(
    r"^(?:中共中央|国务院|全国|最高人民|中央|国家(?!税务总局.{2,}税务局|税务局.{0,6}市)|中华人民共和国|中国(?!人民银行.{2,}行|共产党.{2,}省)|财政部|教育部|公安部|海关总署|审计署"
    r"|[\u4e00-\u9fff]{2,14}部$|[\u4e00-\u9fff]{2,14}总局$|[\u4e00-\u9fff]{2,14}部办公厅$|住房城乡建设部|工业和信息化部)"
)


def region_in(text: str) -> str | None:
    """The region that ``text`` begins with, as written there.

    >>> region_in("广州市天河区教育局"), region_in("国家发展改革委"), region_in("天津市市场监督管理委员会")
    ('广州市天河区', None, '天津市')
    """
    if _is_national(text):
        return None
    match = _REGION.match(text)
    parts = [match.group(g) or "" for g in ("province", "city", "county", "town")] if match else []
    return "".join(parts) or None


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
    if last.removesuffix("市") in CITIES or last.endswith(("自治州", "地区", "盟")):
        return "市级"
    return "区县级"


def region_and_level(
    issuers: Iterable[str], title: str, stem: str, body: str
) -> tuple[str | None, str | None, str | None]:
    """(region, level, where it was read: issuers, title, file or text)."""
    issuers = tuple(issuers)
    if issuers and all(_is_national(i) for i in issuers):
        return None, "国家", "issuers"
    if not issuers and (_is_national(title)):
        return None, "国家", "title"
    sources = [*((i, "issuers") for i in issuers if not _is_national(i)), (title, "title"), (stem, "file")]
    for text, where in sources:
        if region := region_in(text):
            return region, level_of(region), where
    if match := _INTERPRETED.search(body):
        if region := region_in(match.group(1) + "人民政府"):
            return region, level_of(region), "text"
    return None, None, None
