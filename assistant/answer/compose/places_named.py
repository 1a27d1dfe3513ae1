"""The places that a question names: of which there are documents, which a document only mentions, which lie outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.compose.place_of_document import (
    holds_for,
    is_its_own,
    lies_in,
    named_by,
    of_another_city,
    of_elsewhere,
    speaks_for,
)  # fmt: skip
from assistant.answer.compose.times import occurs, says
from assistant.answer.draft import Draft
from assistant.evidence import Evidence
from index.clauses import Document
from index.clauses.metadata.counties import County, counties_in
from index.clauses.metadata.places import PROVINCE_OF

LEVEL = 0.8
"""Distance in the search's score within which clauses are as near as the best one."""
_INSTITUTION = r"[^，。；、]{1,14}(?:所|局|委|中心|公司|大学|医院|学院|研究院|厅|银行)"


def where_named(evidence: Evidence) -> tuple[Evidence, tuple[str, ...]]:
    """A place that has no document here may still be named in one, 「试点城市为北京、天津、…」: the hits that name it, and the
    places for which the hits were so chosen."""
    hits, chosen = evidence.hits, []
    unknown = [*missing_regions(evidence), *(c.name for c in _unknown_counties(evidence))] if hits else []
    for region in unknown:
        naming = tuple(h for h in hits if names_place(h.document.quote(h.start, h.end), region))
        if naming:
            hits = naming
            chosen.append(region)
    if not chosen:
        return evidence, ()
    about = evidence.question.about
    for place in chosen:  # that a text names the place does not make it speak of the matter
        about = about.replace(place, " ")
    return replace(evidence, hits=hits, question=replace(evidence.question, about=about)), tuple(chosen)


def without_own(evidence: Evidence) -> list[str]:
    """The cities asked about that have no document here, whose province's stand in."""
    held = {region: whose(evidence, region) for region in evidence.regions}
    named = evidence.question.regions  # 「我家住南京，江苏全省…」
    provinces = set(PROVINCE_OF.values()) - {*named}
    flat = evidence.question.flat
    return [
        region
        for region, of in held.items()
        if of != region
        and of in provinces
        and not _is_an_origin(flat, region)
        and not re.search(rf"在{region}市?(?:办了|买了|吃了|消费|充了|开了)", flat)
    ]


def answered_of(draft: Draft, places: Sequence[str]) -> bool:
    """The answer's own quotations name all the places, or speak for them."""
    quoted = "".join(q.text for q in draft.quotes)
    return draft.outcome == "answered" and all(
        names_place(quoted, place)
        or any(
            speaks_for(q.document, q.document.quote(q.clause.start, q.document.end_of(q.clause)), place)
            for q in draft.quotes
        )
        for place in places
    )


_ASSIGNED = re.compile(
    r"[被入]选|评[上为]|名单|选[成上为]|获批|列入|纳入|安排|主攻|分配|承担|任务|定位|布局|名额|指标|下达|重点[发搞做抓]|主要[搞做发]|发展[什哪]|分[了到得]|(?:多少|几)[个家项名](?!工作日|月|小时)"
)


def not_assigned(evidence: Evidence, draft: Draft) -> str:
    """A county that a question asks of as a part of a document's place, 「涪陵区主攻哪些产业」, where the document does not name
    it; else ""."""
    if draft.outcome != "answered" or not _ASSIGNED.search(evidence.question.flat):
        return ""
    documents = {q.document.id: q.document for q in draft.quotes}.values()
    named = [c for c in counties_in(evidence.question.flat) if not _has_a_branch_in(evidence, c)]
    absent = (
        c.name for c in named if not any(c.short in d.text or c.short in named_by(d) for d in documents)
    )
    return next(absent, "")


def names_place(text: str, region: str) -> bool:
    """The place itself, and not an institution that is called after it."""
    if region.endswith(("县", "区", "市", "旗")):
        return region in text
    return bool(re.search(rf"{region}(?:[市省](?!{_INSTITUTION})|{_BEHIND_A_PLACE})", text))


_BEHIND_A_PLACE = (
    r"(?=[、，,。；;）)：:的和与及等\s\d]|$"
    r"|打造|建设|建成|搭建|设立|承办|加快|作为|建立|开展|实施|成为|地区|都市|都会|片区)"
)


def names_county(evidence: Evidence, document: Document, text: str) -> bool:
    """A county of the question, where the document is not that county's own."""
    counties = counties_in(evidence.question.flat)
    return any(c.short in text and c.short not in named_by(document) for c in counties)


def missing_regions(evidence: Evidence) -> list[str]:
    named = evidence.question.regions
    unknown = [region for region in named if not _region_known(evidence, region)]
    at_home = len(unknown) < len(named) or any(
        _county_known(evidence, c) for c in counties_in(evidence.question.flat)
    )
    unknown = [r for r in unknown if not _is_asked_for(evidence.question.flat, r)]
    return [r for r in unknown if not (at_home and _is_aside(evidence, r))]


def _is_aside(evidence: Evidence, region: str) -> bool:
    """Beside a place that has documents: where somebody comes from, goes to or has paid."""
    flat = evidence.question.flat
    return _is_gone_to(flat, region) or _is_an_origin(flat, region) or _is_paid_in(evidence, region)


def _is_asked_for(flat: str, region: str) -> bool:
    """「五大基地，宁夏算一个吧」: whether the place is one of several is what is asked."""
    return bool(
        re.search(rf"{region}[^，。？]{{0,3}}(?:算一个|在不在|是不是其中|是其中|在里面|在内|有没有份)", flat)
    )


def _is_paid_in(evidence: Evidence, region: str) -> bool:
    """「我公积金交在兰州」, where the nearest clauses speak of those from elsewhere."""
    told = re.search(
        rf"(?:交|缴|存|参保|户[口籍]|工作|单位|公司)[^，。？]{{0,4}}[在是]{region}市?(?=[，,。]|的)|在{region}市?(?:交|缴|存|参保)",
        evidence.question.flat,
    )
    level = [h for h in evidence.hits if h.score >= evidence.hits[0].score - LEVEL]
    near = "".join(h.document.quote(h.start, h.end) for h in level)
    own = PROVINCE_OF.get(region, region) in "".join(named_by(h.document) for h in level)
    return bool(
        told and re.search("异地|外地|市外|省外|户籍地|跨[省市]", near) and (own or "省内" not in near)
    )


def _is_gone_to(flat: str, region: str) -> bool:
    """「我是湄潭的，去成都开了家店」: where somebody of a place that has documents does something."""
    return bool(
        re.search(
            rf"(?:注册|登记|坐落)地?在{region}|[到去]{region}市?(?:开|设|办|参|投|建|落)|(?:住在?|搬[到去]|嫁[到去]|迁[到去往]|调[到去]|考[到去]){region}|(?:承接|对接|支援|援|帮扶|协作|联动|衔接|融入|毗邻|面向|连接){region}|在{region}[^，。]{{0,6}}(?:买|住|上班|打工|工作|旅游|出差|玩|急诊|就[医诊]|看病|上学|读书|生病)",
            flat,
        )
    )


def missing_counties(evidence: Evidence) -> list[str]:
    """Counties and districts that no document names and for which none holds."""
    flat = evidence.question.flat
    others = [
        c
        for c in _unknown_counties(evidence)
        if c.short not in evidence.question.regions and not _has_a_branch_in(evidence, c)
    ]
    own = [
        c for c in counties_in(flat)
        if re.search(f"{c.name}{_OF_ITS_OWN}", flat) and not any(c.short in named_by(d) for d in evidence.searched)
    ]  # fmt: skip
    return [c.name for c in others if not _named_nearby(evidence, c)] + [
        c.name for c in own if c not in others
    ]


def _has_a_branch_in(evidence: Evidence, county: County) -> bool:
    """「我公司在镇海注册，鄞州那边还有两家分店」, beside a county that has documents."""
    branch = rf"{county.short}[区县市]?(?:那边|那里|那头)?(?:还|也|另外?)?(?:开|设|有)了?[^，。？]{{0,6}}(?:店|厂|公司|仓|网点)"
    flat = evidence.question.flat
    if not re.search(branch, flat):
        return False
    own = {c.short for d in evidence.searched for c in counties_in("".join(d.titles()))} - {county.short}
    return any(short in flat for short in own)


_OF_ITS_OWN = r"[县区市]?(?:自己|本级|单独|自行)?(?:出台?|制定|印发|发布|公布|颁布)了?的"
"""「万州区自己出的方案」 is none of its city's."""


def _unknown_counties(evidence: Evidence) -> list[County]:
    return [c for c in counties_in(evidence.question.flat) if not _county_known(evidence, c)]


def _named_nearby(evidence: Evidence, county: County) -> bool:
    """What the answer may be taken from names it."""
    return any(county.short in hit.document.quote(hit.start, hit.end) for hit in evidence.hits)


def _county_known(evidence: Evidence, county: County) -> bool:
    """It has a document, lies where one holds, or is where the asker comes from."""
    if any(county.short in named_by(d) for d in evidence.searched) or _is_an_origin(
        evidence.question.flat, county.short
    ):
        return True
    if any(hit.document.metadata.level == "国家" for hit in evidence.hits[:1]):
        return True
    return any(holds_for(d, place) for d in evidence.searched for place in county.inside)


def _region_known(evidence: Evidence, region: str) -> bool:
    """A document's own region, or one that the documents name in the same words: 「北京」 in 北京理工大学 is not Beijing."""
    if any(is_its_own(d, region) or lies_in(d, region) for d in evidence.searched):
        return True
    if _is_an_origin(evidence.question.flat, region) and (evidence.allowed or occurs(evidence, region)):
        return True
    if any(speaks_for(h.document, h.document.quote(h.start, h.end), region) for h in evidence.hits[:1]):
        return True
    if region in _JOINED and any("港澳" in h.document.quote(h.start, h.end) for h in evidence.hits[:NEAREST]):
        return True
    if evidence.of_one_document and not evidence.regions:
        return any(says(d, region) for d in evidence.searched)  # of the document chosen a place is no choice
    if evidence.hits and all(
        names_place(hit.document.quote(hit.start, hit.end), region) for hit in evidence.hits
    ):
        return True
    flat = evidence.question.flat
    at = flat.find(region)
    after = flat[at : at + len(region) + 2]
    return any(says(d, after) for d in evidence.searched)


_JOINED = ("香港", "澳门")
"""What 「港澳青年」 is of."""
NEAREST = 3
"""Hits of which one may speak of both."""


def only_mentioned(evidence: Evidence, draft: Draft) -> list[str]:
    """Places that no document is of and a text merely mentions, where none of the clauses that answer names them:
    「北京城市副中心的绿地占比」 of a document on another place."""
    if draft.outcome != "answered" or evidence.of_one_document or len(evidence.question.regions) > 1:
        return []
    if draft.quotes and all(of_another_city(q.document, evidence.question.regions) for q in draft.quotes):
        return list(evidence.question.regions)
    cited = "".join(q.document.quote(q.clause.start, q.document.end_of(q.clause)) for q in draft.quotes)
    flat = evidence.question.flat
    return [
        region
        for region in evidence.question.regions
        if region not in cited
        and not (region in _JOINED and "港澳" in cited)
        and any(of_elsewhere(q.document, region) for q in draft.quotes)
        and not any(is_its_own(d, region) for d in evidence.searched)
        and not any(
            lies_in(q.document, region) or speaks_for(q.document, cited, region) for q in draft.quotes
        )
        and not _is_an_origin(flat, region)
        and not _is_gone_to(flat, region)
    ]


def _is_an_origin(flat: str, region: str) -> bool:
    """Whence somebody or something comes, not the place whose documents are asked for: 「老板是香港来的」."""
    behind = (
        r"[市省县区]?(?:过来|来|城里|乡下|农村|籍|户口|户籍|居民|同胞|青年|人(?![才口均力事社])"
        r"|的?(?:同学|同事|朋友|老乡|亲戚|股东|合伙人|高校|大学|毕业|企业|公司|旅行社|机构|团队|单位|客商|老板|厂|店|游客)|的?一家|本地的?)"
    )
    done = r"[^，。？]{0,2}(?:看[的了]?病|就[医诊]|治[病疗]|住院)|[读念上](?:的?书|的?大学|学)|打工|上班"
    of = rf"(?:^|[，,。])[我俺咱](?:们|家)?(?:是|来自)?{region}的?(?=[，,。])"
    there = rf"[到去在]{region}[市省]?(?:{done})"
    came = re.compile(
        rf"{of}|{there}|{region}{behind}|从{region}|(?:户[口籍]|老家|籍贯)[是在]?{region}(?=.*(?:[能可算吗么没]|不[？?]?$))"
    )
    return bool(came.search(flat)) and region not in came.sub("", flat)  # 「在深圳打工，深圳积分入户…」


def from_elsewhere(evidence: Evidence, document: Document) -> bool:
    """「我是武汉户口」, where the document is of another place."""
    flat = evidence.question.flat
    names = {*evidence.question.regions, *(c.short for c in counties_in(flat))}
    return any(_is_an_origin(flat, name) and name not in named_by(document) for name in names)


def whose(evidence: Evidence, region: str) -> str:
    """The region, or the city or province whose documents stand in for it."""
    places = [region, *(place for county in counties_in(region) for place in county.inside)]
    for place in places:
        if any(place in named_by(document) for document in evidence.searched):
            return place
    return PROVINCE_OF.get(places[-1], region)
