"""Agencies by name: where a text names one, and when two names are one agency's."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from index.clauses.facts.same_agency import agency_name, is_same_agency
from index.wording import either

AGENCY_END = re.compile(
    either(
        r"委员会|管委会|人民政府",
        (
            r"(?<![市县区省])政府(?!救助|购买|采购|投资|性|债|网站|补贴|信息|服务|工作|绩效|资金|奖励|评优"
            r"|和社会|与社会)"
        ),
        r"[市县区省]政府",
        r"国务院",
        r"(?:工作)?领导小组(?:办公室)?",
        r"办公室",
        r"(?<![主分])部门",
        r"(?<!时)机关",
        r"(?:管理|办事|监督|行政)处(?!罚|理|置|分)",
        r"(?:执法|监督|稽查|监察|巡查|交警|治安|消防|救援)[总支大中]?队(?!伍)",
        r"(?:派出|司法|监督)所(?!在|有|得)",
        r"[居村]委会",
        r"(?:服务|监督)站",
        r"(?:经办|管理|监管|执法)机构",
        r"中心|残联|妇联|工会|总局|集团|法院|检察院|大学",
        r"海关(?!总署|特殊|监管|申报|手续|总税)",
        r"(?<=[市委融])办(?!理|法|事|公)",
        r"(?<![布格结全大])局(?!部)",
        r"厅(?!部)",
        r"(?<![签部])署(?!名|期)",
        r"委(?!员(?!会)|托|派|任|培|屈|婉|办)",
        r"(?<![全内外干局本各大中南北东西上下一头腰])部(?!门|分|署|队|级|长|位|件|落|委|属)",
        r"(?<=发)科",
        r"(?<=业)科(?!技|学|研)",
    )
)
_STOP = re.compile(
    either(
        r"[，。；：、！？“”《》（）〔〕\n\d]",
        r"会同",
        r"转?交(?!通|易|管|警)",
        r"报送|报经|报请|报告|报|提请|提交|通知|委托|送交|移送|按照|根据|依据|以及|或者|包括",
        r"分别|协同|征求|征得|成立|建立|落实|授权|牵头|负责|配合|培育|鼓励|支持|引导|推动|接到",
        r"收到|之日|享受",
        r"受(?!理(?:部门|机构|机关))",
        r"不",
        r"申请(?!人)",
        r"依法|通过|符合|以上",
        r"(?<![自])由",
        r"按(?!揭)",
        r"(?<![可足难予得])以(?![上下内外前后来太])",
        r"向",
        r"经(?!济|信|开|贸|办)",
        r"对(?!外|口)",
        r"与",
        r"和(?!信|社|改|城|自|旅|规|农|国|计|卫)",
        r"及(?!其|时)",
        r"或|的|将|请|送给",
        r"给(?!付|水|排)",
        r"在|为|是",
        r"有(?!关|限|色)",
        r"(?<!联)合",
        r"应当?",
        r"须|要|可|把|等",
        r"(?<![报达])到",
        r"报到(?=[省市区县国各所])",
        r"(?<=[送交报])至",
        r"[列纳并转录计]入",
        r"于|被|从|都|均|则|也|并|该",
        r"本(?!市|省|区|县|级)",
        r"所在地",
    )
)
_GENERIC = re.compile(
    either(
        (
            r"(?:各?(?:有关|相关|其他|行政|主管|批准|审批|受理|登记|发证|作出决定的|牵头|责任|配合|负责"
            r"|职能|行业主管|文件|多个?|上述|各|两个?|几个?)*(?:部门|机构|机关|政府|单位|办公室|中心|集团"
            r"|大学|委员会|领导小组))"
        ),
        r"工作.*",
        r".*[企事]业",
        r".*(?:技术|研发|研究|工程|创新|实验|配送|体验|商业|数据)中心",
    )
)
_ROLE_NOUN = re.compile(
    r".*(?:责任|牵头|有关|相关|负责|配合)部门|[各省市县区级本国家地方其同所在]*(?:行政主管|主管|行政)?部门"
)
_KINDS = (
    "行政主管部门", "行政部门", "主管部门", "经办机构", "管理机构", "委员会", "总局", "部门",
    "机构", "机关", "中心", "局", "委", "厅",
)  # fmt: skip
"""The longest first. A department is one, whether or not it is called 行政 or 主管."""
_UNSAID = re.compile(
    r"（[^（）]{1,6}）|^(?:各级)?地方(?:各级)?(?=.{3})|(?<=.)(?:人民)?政府(?=.{3})|^(?:人民)?政府(?=.{3})"
)
"""What names of agencies are said with and without."""
_ABOVE = re.compile(r"国务院|国家|(?:县|市|省)级以上(?:地方)?|(?:各|全)?[省市县区](?:级|(?=.{2}))|县级以上")
_INNER = re.compile(r"（[^（）]{1,4}）(?=[\u4e00-\u9fff])")
_LEVEL = frozenset("省市县区乡镇")
_FILLING = frozenset("督理主管人民和与展革员会行政业息化力资源保障房城乡设")
"""What a short name may leave out."""


@dataclass(frozen=True)
class Mention:
    name: str
    start: int
    end: int


@lru_cache(maxsize=2_000)
def mentions(text: str, generic: bool = False) -> tuple[Mention, ...]:
    """Names of agencies, from the last word that is no part of a name; ``generic``: with 行业主管部门 and the like."""
    found = {m.start: m for m, names_one in _candidates(text) if names_one or generic}
    return tuple(found[k] for k in sorted(found))


@lru_cache(maxsize=2_000)
def _candidates(text: str) -> tuple[tuple[Mention, bool], ...]:
    """Each with whether it names one of its kind."""
    found = []
    inner = {at for m in _INNER.finditer(text) for at in range(*m.span())}
    stops = [0, *(m.end() for m in _STOP.finditer(text) if m.start() not in inner)]
    for end in AGENCY_END.finditer(text):
        begin = max(end.end() - 24, stops[bisect_right(stops, end.start()) - 1])
        name = text[begin : end.end()]
        if len(name) >= 2 and not _ROLE_NOUN.fullmatch(name):
            found.append((Mention(name, begin, end.end()), not _GENERIC.fullmatch(name)))
    return tuple(found)


@lru_cache(maxsize=20_000)
def same(a: str, b: str) -> bool:
    a, b = (_UNSAID.sub("", name) or name for name in (a, b))
    if not a or not b:
        return False
    one, other = agency_name(a), agency_name(b)
    return (
        a == b
        or is_same_agency(one, other)
        or (len(one.core) >= 3 and len(a) >= 3 and other.core.endswith(one.core))  # 管委会
        or (len(a) >= 4 and b.endswith(a))
        or (len(b) >= 4 and a.endswith(b))
        or _short_for(a, b)
        or _short_for(b, a)
    )


@lru_cache(maxsize=20_000)
def _short_for(short: str, name: str) -> bool:
    """市场监管总局 for 市场监督管理总局: what is left out is filling, and nothing is put in. 医保经办机构 for 医疗保险经办机构:
    the word for what kind of body it is stays whole."""
    begins = [at for at, char in enumerate(name) if char == short[0]]
    return len(short) >= 4 and (any(_left_out(short, name[at:]) for at in begins) or _shortened(short, name))


def _shortened(short: str, name: str) -> bool:
    """药监部门 for 国务院药品监督管理部门, 省级疾控机构 for 省级疾病预防控制机构: a body of that kind, and of the word before it
    some characters, the first among them; of the level above it all or nothing."""
    (word, kind), (full, other) = _cut(short), _cut(name)
    level = _ABOVE.match(full)
    if level and not _ABOVE.match(word):
        full = full[level.end() :]
    if kind != other or not 2 <= len(word) < len(full) or word[0] != full[0]:
        return False
    rest = iter(full)
    return all(char in rest for char in word) and not _LEVEL.intersection(full) - set(word)


def _cut(name: str) -> tuple[str, str]:
    """「药品监督管理」, 「部门」."""
    kind = next((k for k in _KINDS if name.endswith(k)), "")
    return name.removesuffix(kind), "部门" if kind.endswith("部门") else kind


def shared(name: str) -> tuple[str, ...]:
    """「药监和卫健部门」: two names with one end."""
    kind = _cut(name)[1]
    parts = [one for one in re.split(r"[和与及、]", name.removesuffix(kind)) if one]
    return tuple(part + kind for part in parts) if kind and all(len(p) > 1 for p in parts) else (name,)


def written_out_as_in(text: str, sentence: str) -> str:
    """The sentence with the names in full that it has in short, where the text has one such name."""
    known = {m.name for m in mentions(text)}
    for one in reversed(mentions(sentence)):
        full = [[name for name in known if _short_for(short, name)] for short in shared(one.name)]
        if one.name not in text and all(len(names) == 1 for names in full):
            names = "、".join(name for (name,) in full)
            sentence = f"{sentence[: one.start]}{names}{sentence[one.end :]}"
    return sentence


def _left_out(short: str, name: str) -> bool:
    at = 0
    for char in name:
        if at < len(short) and char == short[at]:
            at += 1
        elif char not in _FILLING:
            return False
    return at == len(short)


@lru_cache(maxsize=500)
def written_out(name: str) -> re.Pattern[str]:
    """Where a text has the name, or the longer one that it is short for."""
    filling = f"[{''.join(sorted(_FILLING))}]*"
    return re.compile(filling.join(map(re.escape, name)))
