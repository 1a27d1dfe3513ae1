"""What is counted: the name that the question gives it, and whether a target's name is of the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.place import titles_of
from assistant.evidence import Evidence
from assistant.question.pairs import pairs_of
from assistant.question.understand import Question, flatten
from assistant.subjects import within
from index.clauses import Document, Fact
from index.clauses.facts.targets import UNITS


def bare(flat: str) -> str:
    """「领军人才（团队）」 without brackets, 「市级的先导区」 without 的."""
    return re.sub(r"[（）()]|(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff])", "", flat)


_COUNTED_NOUN = re.compile(
    rf"(?:多少|几)(?:{UNITS})?(?!个?[到至](?:几|多少))(?![\u4e00-\u9fff]?[啊呀哟呢嘛吧哦哇]+[？?]?$)([\u4e00-\u9fff]{{2,10}})"
)


_COUNTED_BEFORE = re.compile(
    r"((?:(?!打算|计划|准备|孵化|培育)[^\W\da-zA-Z各要会将都能可年到]){2,8}?)(?:[要会将]|计划|打算|准备)*"
    r"(?:建|设|打造|培育|布局|引进|评)(?:成|立|设)?(?:几|多少)[个家座所处][？?]?$"
)


_BESIDE = re.compile(
    r"最[多少高低]|至[多少]|顶多|一共|总共|共计|合计|[到至]?(?:19|20)\d\d年[底末]?"
    r"|[，,](?:全[市省区县国])?的?(?:总|具体)?(?:目标|指标|计划|任务)[是为]?"
)
"""What stands between a thing and how many there are to be: 「先导区最多建几个」, 「应用场景，全市目标是打造几个」."""


def counted_noun(question: Question) -> str:
    """What is counted, as the question says it behind 几个 or, 「科技园要建几个」, in front; "" where it does not. Behind a blank
    another word is typed, 「标志性产品 几个 重庆」."""
    behind = _COUNTED_NOUN.search(question.text if question.typed else question.flat)
    before = "" if question.typed else _BESIDE.sub("", question.flat)
    found = behind or _COUNTED_BEFORE.search(before)
    return found.group(1) if found and not _NO_THING.match(found.group(1)) else ""


_NO_THING = re.compile(r"(?:量化|具体|主要|发展)?(?:目标|指标|数字)")
"""「人才、产品几个量化目标各是多少」 counts no goals."""


SEVERAL = 3
"""Counted things from which a sentence is a list of targets."""


def counts_others(evidence: Evidence, document: Document, start: int, end: int) -> bool:
    """What the sentence counts is not what the question counts: all of another year, or several things and none of them that
    one, 「多少个平台」 of 「50个产品，30个场景，10个先导区」."""
    facts = [f for f in document.facts if f.kind == "target" and start <= f.start < end]
    if facts and all(of_another_year(f, evidence.question.years) for f in facts):
        return True
    noun = counted_noun(evidence.question)
    if not noun or len(facts) < SEVERAL:
        return False
    own = _beyond_title(noun, titles_of(document))
    return not any(_counted_alike(own, f.data["object"]) for f in facts)


def _beyond_title(noun: str, titles: str) -> str:
    """「未来产业科技园」 without the words in front that the title has; all of it where hardly anything else is left."""
    begun = next((n for n in range(len(noun) - 2, 1, -1) if noun[:n] in titles), 0)
    return noun[begun:]


def _counted_alike(noun: str, wanted: str) -> bool:
    """One ends in the other's last word, or half of the noun's pairs are in the thing's name; not what goes on behind it, as
    「未来产业平台」 does."""
    flat = bare(flatten(wanted))
    pairs = pairs_of(noun)
    if _of_another_kind(noun, flat):
        return False
    ends = noun[-2:] in flat or flat[-2:] in noun
    return same_thing(noun, wanted) and (ends or 2 * sum(p in flat for p in pairs) >= len(pairs))


_KIND = re.compile(r"(?:企业|公司|项目|平台|产品|人才|机构|中心|基地|园区|技术|场景)$")


def _of_another_kind(noun: str, wanted: str) -> bool:
    """「独角兽企业」 are no 「高新技术企业」: both say of which kind, and nothing of that is the same."""
    ours, theirs = _KIND.sub("", noun), _KIND.sub("", wanted)
    told = ours != noun and theirs != wanted and len(ours) > 1 and len(theirs) > 1
    return told and not any(pair in wanted for pair in pairs_of(ours))


def of_another_year(fact: Fact, years: Sequence[int]) -> bool:
    """「到2028年底建成多少座」 after 「到2026年底，建成20座」."""
    until = str(fact.data.get("deadline") or "")
    return bool(years) and _YEAR.search(until) is not None and not any(str(year) in until for year in years)


_YEAR = re.compile(r"(?:19|20)\d\d")


def same_thing(noun: str, wanted: str) -> bool:
    """「多少财政资金」 does not ask for 「6个高成长未来产业」: two characters of the noun's end are in the thing's name."""
    flat = bare(flatten(wanted))
    pairs = pairs_of(noun)
    further = _FURTHER_INDUSTRY if flat.endswith("产业") else _FURTHER
    if _of_another_kind(noun, flat) or re.search(re.escape(flat[-2:]) + further, noun):
        return False  # 「未来产业创新平台」 are no 「未来产业」
    return any(p in flat for p in pairs) or within(noun, flat)


_LEVEL = re.compile(r"国家级|省级|市级|区级|县级")


def of_another_level(asked: str, wanted: str) -> bool:
    """「国家级先导区」 are no 「市级先导区」."""
    ours, theirs = {*_LEVEL.findall(asked)}, {*_LEVEL.findall(wanted)}
    return bool(ours and theirs) and not ours & theirs


def goes_on(asked: str, wanted: str) -> bool:
    """「未来产业科技园要建几个」 is not asked of the 未来产业."""
    if _ANOTHER_THING.search(asked) and not _ANOTHER_THING.search(wanted):
        return True
    end = re.escape(bare(flatten(wanted))[-2:])
    further = _FURTHER_INDUSTRY if wanted.endswith("产业") else _FURTHER
    return bool(re.search(end, asked)) and not re.search(f"{end}(?!{further})", asked)


_ANOTHER_THING = re.compile(
    r"产业[^\W\d要会将能建打培有共总是的发布里中上内，]{1,4}[区园院站馆港城](?=要|会|将|有|建|打|搞|共|总|[几多]|$)"
)
"""「未来产业科学城要搞几个」 is of something behind the name of the industries."""
_FURTHER = (
    r"[\u4e00-\u9fff]{0,4}(?:平台|中心|基地|园区|机构|场景|产品|人才|联盟|集群|"
    r"实验室|先导区|标准|专利|基金|研究院|学院|孵化器|加速器|工作站|目录|榜单)"
)
_FURTHER_INDUSTRY = rf"(?:{_FURTHER}|企业|公司|项目|(?:科技|创新|创业|工业)?园|链)"


def fits_counter(asked: str, fact: Fact) -> bool:
    """「有多少人」 is not said by 「6个高成长未来产业」, but by 「领军人才（团队）30个」."""
    people = asked not in _PEOPLE or fact.data["unit"] in _PEOPLE or _ARE_PEOPLE.search(fact.data["object"])
    houses = asked not in _HOUSES or fact.data["unit"] in _HOUSES or _ARE_HOUSES.search(fact.data["object"])
    return bool(people) and bool(houses) and units_fit(asked, fact.data["unit"])


_HOUSES = {"家", "户"}
_ARE_HOUSES = re.compile(r"企业|公司|机构|单位|主体|院|校|所|店|园|基地|中心|平台|银行|户|社|场")
"""What is counted by 家: no 「6个产业」."""
_PEOPLE = {"人", "名", "位"}
_ARE_PEOPLE = re.compile(r"人(?!工)|才|员|师|者|学生|团队|劳动力|职工|专家")


def units_fit(asked: str, unit: str) -> bool:
    loose = {"个", "项", "家", "名", "人", "件", "条", "种", "类", "支", "座", "所"}
    return asked == unit or (asked in loose and unit in loose)
