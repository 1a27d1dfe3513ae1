"""Which place a document is of, as its titles, its issuers and its text say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.clauses import Document
from index.clauses.kept import kept
from index.clauses.metadata.counties import counties_in
from index.clauses.metadata.places import CITIES, PROVINCE_OF, PROVINCES
from index.search.regions import regions_in


@kept
def named_by(document: Document) -> str:
    """Where the region of a document is said."""
    metadata = document.metadata
    said = "".join([*document.titles(), *metadata.issuers, document.source, metadata.region or ""])
    if metadata.region and metadata.level != "国家":
        return said  # 「长三角…」 of Shanghai holds in Shanghai
    return said + "".join(within for together, within in _TOGETHER.items() if together in said)


_TOGETHER = {
    "京津冀": "北京天津河北",
    "长三角": "上海江苏浙江安徽",
    "粤港澳": "广东香港澳门",
    "成渝": "成都四川重庆",
}
"""Regions that go by one name."""


def holds_for(document: Document, place: str) -> bool:
    """A city's or a province's own document, not that of a county in it."""
    own = place in named_by(document) and document.metadata.level not in {"区县级", "乡镇级"}
    return own or is_of_the_province(document, place)


@kept
def _provinces_named(document: Document) -> frozenset[str]:
    """The provinces that the text of a county's document names in full, where its city does not tell which one is its own:
    「贵州省教育精准扶贫学生资助」 of 长顺县."""
    counties = counties_in("".join(document.titles()))
    told = any(PROVINCE_OF.get(place) for county in counties for place in county.inside)
    if document.metadata.level not in {"区县级", "乡镇级"} or not counties or told:
        return frozenset()
    return frozenset(re.sub("省$|自治区$", "", p) for p in PROVINCES if p in document.text)


def is_its_own(document: Document, region: str) -> bool:
    """The document's own region, or a city in which its province's rules hold."""
    return region in named_by(document) or is_of_the_province(document, region)


def lies_in(document: Document, region: str) -> bool:
    """A county's document in the province, as far as it says so itself."""
    return _provinces_named(document) == {region}


def is_of_the_province(document: Document, city: str) -> bool:
    """It holds in all of the city's province: it is of no county there."""
    province = PROVINCE_OF.get(city)
    return (
        province is not None and province in named_by(document) and document.metadata.level in (None, "省级")
    )


def of_another_city(document: Document, regions: Sequence[str]) -> bool:
    """Its title names a city, and not the one that is asked about: a city's rules hold in no other."""
    named = {*regions_in("".join(document.titles()))} & CITIES
    return bool(named) and len(regions) == 1 and regions[0] in CITIES and regions[0] not in named


def of_elsewhere(document: Document, region: str) -> bool:
    """Its own region, or the place that its titles name, is another one, and not the province."""
    own = (document.metadata.region or "") + "".join(regions_in("".join(document.titles())))
    return bool(own) and region not in own and PROVINCE_OF.get(region, region) not in own


def speaks_for(document: Document, text: str, place: str) -> bool:
    """A county's text that tells of 「本市」, where it lies in the city."""
    if document.metadata.level not in {"区县级", "乡镇级"} or not _OF_THE_WHOLE.search(text):
        return False
    return any(place in county.inside for county in counties_in("".join(document.titles())))


_OF_THE_WHOLE = re.compile(r"[本我全](?:市|省|自治区)(?!场)|在京")
