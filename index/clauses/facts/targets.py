"""Quantities that a document sets itself: 「到2027年，引育领军人才30个」, 「年均增长10%以上」, 「数量翻一番」.

What a measure gives, what a condition asks for, dates, ages and numbers of articles are no targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from index.clauses.document import Span
from index.clauses.facts.clause_text import ClauseText
from index.clauses.facts.quantities import QUANTITY, UNITS, comparator, is_quantity, value_of
from index.clauses.facts.target_cells import in_rows
from index.wording import either

if TYPE_CHECKING:
    from index.clauses.document import Fact

__all__ = ["QUANTITY", "UNITS", "targets"]

_SEGMENT = re.compile(r"(?:[^，。；：！？\n]|：(?=\d))+")
_VERBS = (
    r"引育|突破|形成|打造|建成(?!区)|建设|培育|孵化培育|孵化|达到|实现|新增|力争|完成|发展|组建|布局|引进|培养|超过|改造|新建|创建|举办|推出|争创"
    r"|累计|核准|开展|安排|投放|设立|新引进|提供"
)
_LEADS = re.compile(
    r"^(?:\d{1,3}[.．、]\s*|（[一二三四五六七八九十\d]+）)?(?:(?:到|至|截至)?20\d\d年(?:底|末|底前|前)?|力争|确保|争取|计划|重点|年内|加快|推动|推进|支持|优先|探索|进一步|一季度|上半年|四季度|全年|全市|全省|全国)*"
    rf"(?:{_VERBS})*"
)
_DEADLINE = re.compile(
    r"(?P<year>(?:到|至|截至|截止到?)\s*(?:20)\d\d\s*年(?:\d{1,2}月)?(?:底|末|前|年底)?"
    r"|(?:20)\d\d\s*年(?:\d{1,2}月)?(?:底|末)?(?:之?前)|(?:20)\d\d\s*年(?:底|末|内)|“十[三四五六]五”"
    r"(?:期间|末|时期|期末)|(?:未来)?[一二两三四五六七八九十\d]{1,2}年(?:之)?内"
    r"|力争用[一二三四五六七八九十\d]{1,2}年(?:左右)?(?:时间)?|(?:今|本|明)年(?:底|末|内)|年底前"
    r"|(?<!\d)(?:20)\d\d年(?=[，、]|力?争|全|计划|新|完成|实现|建成|建设|确保|预计|打造|改造|培育|达到"
    r"|累计|总|引进|开展|推出|举办|年底))"
)
_OF_A_YEAR = re.compile(r"上半年|下半年|全年(?!龄)|[一二三四]季度")
"""Another time between a deadline and the figure, which is then not of that deadline."""
_SUPPORT = re.compile(
    r"给予|予以|奖励|补贴|补助|资助|贴息|减征|免征|减按|减免|罚款|处以|违法所得|滞纳金|赔偿|利率|贷款额度|首付|税率|税额|征收|起征|缴存|收费|收取|资质|兑现|奖补|返还|享受|抵扣|抵押|担保费|价格|价款|押金|保证金|工资|报酬"
)
"""Words of a measure, of a charge or of a penalty: their figures are terms, not targets."""
_GOAL = re.compile(
    either(
        r"力争|确保|争取|实现|达到|突破",
        r"建成(?!区)",
        r"打造|形成|培育|新增|完成|引进|引育|组建|增长|提高到|提升到|提升至|提高至|提升|增加到",
        r"保持在|稳定在|控制在",
        r"翻一?番",
        r"新建|改造|创建|建设|年均|孵化|布局|发展|下降|减少|降低|压缩|举办|推出|培养|推动|推进",
        r"加快|每年|发布|投放|开工|核准|争创|新引进|预计|不断扩大|目标",
    )
)
"""Words that set a goal, in the segment or before it in its sentence."""
_TERM = re.compile(
    r"标准为|标准按|限额|额度|费用|支付比例|缴费|情形|所列|不得|计算|公式|折算|计租|[×＝=*]|\t.*\t|指标由|规定的|符合|之和|修改为|简称|总体布局|战略布局|所称|是指|连续\d+年|比重为|未达到?|是什么|注：|评分|得分|\d分[）)]"
)
_CONDITION = re.compile(
    r"^(?:对|对于|凡|经|符合|年满|满|年龄|未满|连续|具有|具备|取得|申请人|单个|单项|投资额|注册资[本金]|成立|持有|拥有|纳入|符合下列)|(?:的|者)$|的(?:企业|项目|单位|个人|人员|家庭|机构|团队|可|应|由|不)"
)
_OUGHT = re.compile(r"应当|必须|方可|可以(?!再)|不予|视为|按以下|按下列")
"""The language of duties and permissions: its figures are rules."""
_DUTY = re.compile(
    r"应当?自|之日起|工作日内|日内|个月内|小时内|天内|分钟|次日|期限|有效期|任期|为期|每届|试用|年限|工龄|周岁|岁|人数不|到会|表决|半数|之[一二三四五六七八九十]"
)


def targets(reading: ClauseText) -> Iterator[Fact]:
    """Facts with ``value``, ``value_max``, ``unit``, ``comparator`` (one of = ≥ ≤ > < ≈ range), ``object`` (what is
    counted), ``growth`` (the quantity is a change), ``deadline`` and its span where one is named."""
    if reading.clause.kind in {"front", "back"} or not _FIGURES.search(reading.text):
        return
    if reading.clause.kind == "row" and reading.clause.cells:
        yield from in_rows(reading.document, reading.clause)
        return
    flat = reading.flat
    if not (_GOAL.search(flat) or _DEADLINE.search(flat)):
        return
    for start, end in _clauses_with_items(flat):
        if not _may_be_target(flat, start, end):
            continue
        matches = list(QUANTITY.finditer(flat, start, end))
        for match in matches:
            data = value_of(match)
            if data is None or not is_quantity(flat, start, match) or _attribute(flat, end, match, matches):
                continue
            data["comparator"] = comparator(flat, start, end, match, data)
            data["object"] = _object(flat, (start, end), match, matches)
            data["growth"] = bool(_GROWTH.search(flat[start : match.start()]) or match.group("doubled"))
            data.update(_deadline(reading, start, end))
            yield reading.fact("target", start, end, **data)


_GROWTH = re.compile(
    r"(?:增长|增速|增幅|下降|降低|减少|提高|提升|增加|高于|上涨)(?!到|至)[^，。；\d]{0,8}$|翻[一两]?番"
)


def _attribute(flat: str, end: int, match: re.Match[str], matches: list[re.Match[str]]) -> bool:
    """「10亿元以上工业企业3家」: the first figure says which enterprises, the last how many."""
    if len(matches) < 2:
        return False
    behind = flat[match.end() : end]
    return bool(re.match(r"(?:及?以上|以下|以内)的?[\u4e00-\u9fff]{2,}", behind)) and not re.match(
        r".{0,4}[和、]", behind
    )


_FIGURES = re.compile(r"[\d０-９一二三四五六七八九十百千万两翻]")


def _may_be_target(flat: str, start: int, end: int) -> bool:
    """Something is aimed at, and it is no condition, no term of a measure and no time limit of procedure."""
    segment = flat[start:end].strip()
    if _CONDITION.search(segment) or _DUTY.search(segment) or _TERM.search(segment):
        return False
    sentence, begin = _sentence(flat, start, end)
    aimed = _GOAL.search(flat, begin, end) or _DEADLINE.search(flat, begin, end)
    if not aimed or _OUGHT.search(flat, begin, end):
        return False
    return not _SUPPORT.search(sentence) or bool(
        _DEADLINE.search(flat, begin, start) and not _SUPPORT.search(segment)
    )


def _sentence(flat: str, start: int, end: int) -> tuple[str, int]:
    """The sentence around, and where it begins."""
    begin = max(flat.rfind(mark, 0, start) for mark in "。；\n") + 1
    closing = [at for mark in "。；\n" if (at := flat.find(mark, end)) >= 0]
    return flat[begin : min(closing, default=len(flat))], begin


def _clauses_with_items(text: str) -> Iterator[Span]:
    """Segments between commas; an enumeration of several quantities is cut at 、 as well."""
    figures = [match.start() for match in QUANTITY.finditer(text)]
    for match in _SEGMENT.finditer(text) if figures else ():
        quantities = sum(match.start() <= at < match.end() for at in figures)
        if not quantities:
            continue
        if quantities < 2 or "、" not in match.group():
            yield match.span()
            continue
        at = match.start()
        for part in match.group().split("、"):
            if part.strip():
                yield at, at + len(part)
            at += len(part) + 1


def _object(flat: str, span: Span, at: re.Match[str], matches: list[re.Match[str]]) -> str:
    """What is counted: behind the number, up to the next one; else before it, without verbs and comparing words; else
    what the segment before is about."""
    following = [m.start() for m in matches if m.start() >= at.end()]
    behind = flat[at.end() : following[0] if following else span[1]]
    behind = re.sub(
        r"^(?:左右|及?以上|以下|以内|上下|（含）)*(?:/年|/[\u4e00-\u9fff]{1,2}(?=[\u4e00-\u9fff]))?",
        "",
        behind.strip(),
    )
    behind = re.sub(r"[、和及与，\s]+$|^的", "", behind)
    if len(behind) >= 2 and not re.match(r"的|提高|提升|增加|并|参与|加快|落实|开工|[（(和及与]", behind):
        return behind
    first = _first_of_run(flat, at, matches)
    found = _bare_object(flat[span[0] : first])
    if len(found) >= 2:
        return found
    before = re.split(r"[。；，：\n]", flat[max(0, span[0] - 60) : max(0, span[0] - 1)])[-1]
    return _bare_object(QUANTITY.split(before)[0]) if before else found


def _first_of_run(flat: str, at: re.Match[str], matches: list[re.Match[str]]) -> int:
    """「分别达到65%和55%」: both count what stands before the first."""
    start = at.start()
    for match in reversed([m for m in matches if m.end() <= at.start()]):
        if re.fullmatch(r"\s*[、和及]\s*", flat[match.end() : start]):
            start = match.start()
    return start


def _bare_object(words: str) -> str:
    """「规模以上工业增加值年均增长」 counts 规模以上工业增加值: figures' own words at the end left out."""
    words = _LEADS.sub("", words.strip())
    found = re.sub(
        r"(?:力争|累计|合计|总计|总量|分别|年均|每年|全年|平均|同比|比上年|较上年|不低于|不少于|不超过|达到|超过|突破|提高到?|提升到?至?|增长|增加|增至|新增|保持在?|控制在|稳定在|约|近|至少|均|将|达|到|至|为|在|逾|接近|超|分别|上半年|完成|实现|比例由?|共)+$",
        "", words,
    )  # fmt: skip
    return found.strip()


def _deadline(reading: ClauseText, start: int, end: int) -> dict[str, Any]:
    """「到2027年」 of the same paragraph, the last one up to the number; a new year in between takes its place."""
    paragraph = reading.text.rfind("\n", 0, start) + 1
    found = [m for m in _DEADLINE.finditer(reading.flat, paragraph, end) if m.start() <= end]
    same = [m for m in found if m.start() >= start] or [m for m in found if m.start() < start]
    if not same:
        return {"deadline": None}
    last = same[-1]
    if _OF_A_YEAR.search(reading.flat, last.end(), max(end, last.end())) and last.start() < start:
        return {"deadline": None}
    return {
        "deadline": re.sub(r"\s", "", reading.text[slice(*last.span())]),
        "deadline_span": reading.span(*last.span()),
    }
