"""A follow-up completed from the turns before it, by rules: 「那责任单位呢」 after a question on 低空经济."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.question.alike import exchanged
from assistant.question.understand import Question, content_of, flatten, understand
from assistant.subjects import Subject
from index.clauses.numerals import to_int
from index.search.regions import regions_in

FindSubjects = Callable[[str], Sequence[Subject]]
_PRONOUN = re.compile(
    r"它们|它|这个(产业|方向|行动|领域|政策|措施|部分|任务)?|该(产业|方向|行动|领域|项目|任务|政策|措施)|这(项|条|些|类|一)(产业|方向|行动|措施|政策|工作)?|上述|上面(说的|那个|提到的)?|刚才(说的|那个|提到的)?|其(?=[牵责支主重目发包])"
)
_ASIDE = re.compile(r"^(有没有|有什么|具体|都有)")
_FOLLOWS = re.compile(r"^(那么?|还有|以及|另外|此外|同样|顺便)(?!个|些)|呢[？?。]?$")
_THEN = re.compile(r"^(那么?|还有|以及|另外|此外|同样|顺便问?)(?!个|些)[，,]?|呢?[？?。！!]*$")
SHORT = 14


def follow(before: str, turn: str, subjects: FindSubjects) -> str:
    """``turn`` completed from the stand-alone question ``before``; unchanged where it stands alone or changes the topic."""
    return completions(before, turn, subjects)[0]


def completions(before: str, turn: str, subjects: FindSubjects) -> tuple[str, ...]:
    """What ``turn`` may mean after the stand-alone question ``before``, the likeliest first; the turn alone where it stands
    by itself or changes the topic."""
    earlier = _main(subjects(before))
    own = _main(subjects(turn))
    topic = earlier.matched if earlier else _topic(before)
    if not topic or turn_on_document(turn):
        return (turn,)
    if named := _by_number_or_agency(before, turn, earlier):
        return (named,)
    pronoun = _PRONOUN.search(turn)
    if pronoun and own is None:
        spoken_of = _as_written(before, topic) if earlier else about(before)
        return (turn[: pronoun.start()] + spoken_of + turn[pronoun.end() :],)
    asks = understand(turn)
    says_what = _says_what(asks)
    follows = bool(_FOLLOWS.search(flatten(turn)))
    bare = _THEN.sub("", flatten(turn))
    if follows and not says_what and len(bare) <= SHORT and not re.search(r"[吗么]", bare):
        return _changed(before, topic, bare, bool(earlier or own))
    if (own is not None and not _DETAIL.fullmatch(bare)) or asks.head_fields or asks.quoted:
        return (turn,)
    return _asked_next(before, turn, earlier, asks)


def _asked_next(before: str, turn: str, earlier: Subject | None, asks: Question) -> tuple[str, ...]:
    """A detail asked of the same thing: 「要交哪些材料」. What concerns the whole procedure, or names something itself, may be
    said elsewhere in the document."""
    flat = flatten(turn)
    bare = _THEN.sub("", flat)
    follows, says_what, names_nothing = bool(_FOLLOWS.search(flat)), _says_what(asks), _is_bare(turn)
    lacks = bool(_LACKS.match(bare)) or ((says_what or bool(_ASIDE.match(flat))) and names_nothing)
    if not follows and not (len(flat) <= SHORT and lacks):
        return (turn,)
    if not says_what and not _LACKS.match(bare) and earlier is None:
        return (turn,)
    topic = about(before)
    if earlier and earlier.matched not in flatten(topic).lower():
        topic = _as_written(before, earlier.matched)
    link = "" if _JOINS.match(bare) else "由" if re.match(r"哪(?:个|些)?(?:部门|单位)", bare) else "的"
    whole = f"{topic}{link}{bare}{_ending(asks.role, bare)}？"
    alone = f"{bare}{_ending(asks.role, bare)}？"
    if names_itself(turn) and follows:
        return alone, whole
    return (whole, alone) if asks.detail in _OF_ALL or not names_nothing else (whole,)


def names_itself(turn: str) -> bool:
    """It says what it is about and not only what is asked of it."""
    return not _is_bare(turn) and not _LACKS.match(_THEN.sub("", flatten(turn)))


_DETAIL = re.compile(
    r"(?:申请|申报|办理|受理|领取)?的?(?:条件|材料|流程|程序|时间|电话|方式|标准|期限|地点|要求|对象|范围)(?:是什么|有哪些)?"
)
_OF_ALL = frozenset({"contact", "place", "procedure", "deadline"})
"""Details that a document gives once for all that it grants."""
_LACKS = re.compile(
    r"(?:[领拿买交卖提办得]了|最[多高低少长晚早]|还?[能要需可会得]|由|归|从|到|在哪|多久|几[天年个]|怎么|如何|谁|什么时候|有没有|是不是)"
)
"""How a sentence begins that says nothing of what it is about."""
_ON_DOCUMENT = re.compile(
    r"(?:^|[，,那])(?:这个|这份|这项|该|本|此)(?:政策|文件|规定|办法|意见|通知|细则|方案|措施|公告|条例|法)(?=的?(?:是?[谁哪什何几多有管到从由适])|还)"
    r"|^(?:政策|文件)(?=到什么时候|到哪|管|有效)"
)


def turn_on_document(turn: str) -> re.Match[str] | None:
    """「这个政策管几年」: what stands for the document that the last answer was from."""
    return _ON_DOCUMENT.search(flatten(turn))


def new_in(turn: str) -> str:
    """What a turn of the form 「那…呢」 names; empty for any other."""
    flat = flatten(turn)
    asks = understand(turn)
    bare = _THEN.sub("", flat)
    return bare.rstrip("的") if _FOLLOWS.search(flat) and not _says_what(asks) and len(bare) <= SHORT else ""


_ASKED = re.compile(
    r"多少|多久|多长|多大|多高|几[个年天次种类家人成份岁项]|几多|百分之几|谁|哪|什么|啥|怎么|怎样|如何|吗|能不能|可不可以|有没有|是不是|何时"
)
_TRAILING = re.compile(
    r"(?:[的，,是为有能可要需给补奖发领贷提缴付归由找在到从加办交拿批]|可以|需要|应当|最[长高低多少晚早大]|至少|至多|一?[共总]|一次性?|一[天年月平]"
    r"|一个月|每[天年月人户次平]米?|每平方?米?|每个月|报销|上浮|下浮|受理后|包括|包含|连续)+$"
)


def about(before: str) -> str:
    """What the earlier question is about, as it says it: what stands in front of the words of asking."""
    flat = flatten(before)
    asked = _ASKED.search(flat)
    front = (
        re.sub(r"有没有|有(?=奖|补|资助|优惠|支持)|能(?=补|领|享)", "", flat[: asked.start()])
        if asked
        else ""
    )
    front = _TRAILING.sub("", front)
    return front if len(front) >= 2 else _as_written(before, _topic(before))


def _by_number_or_agency(before: str, turn: str, earlier: Subject | None) -> str:
    """「第二个由谁」 of a list asked for before, 「那市公安局呢」 after another agency, 「市公安局也参加吗」; else empty."""
    flat = flatten(turn)
    if earlier and (nth := _NTH.match(flat)) and (child := _child(earlier, nth.group(1))):
        return child + flat[nth.end() :]
    agency = _agency(turn)
    if agency and (other := _agency(before)) and _FOLLOWS.search(flat):
        return flatten(before).replace(other, agency)
    if agency and earlier and _ALSO.search(flat):
        return f"{_as_written(before, earlier.matched)}由{agency}负责吗？"
    return ""


def _says_what(asks: Question) -> bool:
    """The turn itself says what it wants to know."""
    flags = (
        asks.role,
        asks.detail,
        asks.how_many,
        asks.which,
        asks.definition,
        asks.head_fields,
        asks.benefit,
    )
    return any(flags)


_NTH = re.compile(r"^(?:那么?)?第([一二三四五六七八九十\d]+)(?:个|项|条|类)")
_AGENCY = re.compile(
    r"(?![民公合举申]办)(?:[市省区县]|重庆)?[\u4e00-\u9fff]{1,8}?(?:委员会|管理局|委|局|厅|办|部)"
)


def _child(subject: Subject, number: str) -> str:
    """「第二个」 of the list asked for before."""
    children = [c for c in subject.document.children(subject.clause) if c.kind == "clause" and c.heading]
    n = to_int(number)
    return children[n - 1].heading if 0 < n <= len(children) else ""


def _agency(text: str) -> str:
    bare = re.sub(r"^(那么?|还有|以及|请问|由|另外)", "", flatten(text))
    match = _AGENCY.match(bare)
    return match.group() if match else ""


_ALSO = re.compile(r"也|在里面|在不在|参加|参与|是不是|包括|算")
_JOINS = re.compile(
    r"[领拿买交卖提办得]了|从|多久|几|还|由|归|是|谁|有|怎|如何|什么时候|能|可以|会|在|到|要|需|最|给|对"
)


def _main(found: Sequence[Subject]) -> Subject | None:
    return next((s for s in found if s.share >= 0.4), None)


def _is_bare(turn: str) -> bool:
    """Nothing in it names what it is about."""
    left = re.sub(
        r"[市省区县]?[\u4e00-\u9fff]{1,8}?(?:委员会|委|局|厅|办公室)",
        "",
        re.sub(r"[\s\W]", "", content_of(turn)),
    )
    left = re.sub(
        r"申请|条件|时间|期限|截止|金额|标准|流程|材料|电话|目标|支持|补贴|奖励|措施|政策|企业|单位|个|多少|元|万",
        "",
        left,
    )
    return len(left) < 3


def _topic(before: str) -> str:
    """The longest piece of content of the earlier question."""
    longest = max(content_of(before).split(), key=len, default="")
    return longest.strip("有是的由在对")


def _as_written(before: str, topic: str) -> str:
    at = flatten(before).lower().find(topic.lower())
    return flatten(before)[at : at + len(topic)] if at >= 0 else topic


_YEAR = re.compile(r"(?:19|20)\d\d年?")


def _changed(before: str, topic: str, new: str, heading: bool) -> tuple[str, ...]:
    """The earlier question with one thing in it changed: the place, the year, the heading, the like thing (五星级 → 四星级), else
    what it is about, which 「…的」 may also narrow."""
    flat = flatten(before)
    if place := next(iter(regions_in(new)), None):
        old = next(iter(regions_in(flat)), None)
        return (flat.replace(old, place, 1) if old else f"{place}{flat}",)
    if _YEAR.fullmatch(new) and (year := _YEAR.search(flat)):
        return (flat[: year.start()] + new + flat[year.end() :],)
    bare = new.rstrip("的")
    swapped = _swap(before, topic, bare)
    where, core = _placed(about(before))
    narrowed = flat.replace(where + core, f"{where}{bare}的{core}", 1)
    narrows = new.endswith("的") and not _DOING.match(core)
    kept = _MATTER.search(core)
    others = [
        _by_ending(flat, new),
        narrowed if narrows else "",
        flat.replace(where + core, where + bare + kept.group(), 1)
        if kept and not _MATTER.search(bare)
        else "",
        flat.replace(where + core, where + bare, 1) if core else "",
    ]
    found = [exchanged(flat, bare), *([swapped, *others] if heading else [*others, swapped])]
    return tuple(dict.fromkeys(f for f in found if f and f != flat)) or (swapped,)


_MATTER = re.compile(
    r"(?:租金|补[贴助]|奖[励金]|标准|额度|费用?|材料|条件|期限|年限|比例|贷款|首付|待遇|津贴|评估|名额|指标)$"
)
"""What is asked of a thing; it stays where another thing is named."""
_DOING = re.compile(
    r"购买|[购买卖建装租提缴交办]|申请|申报|新评|获得?|取得|招用|引进|注册|设立|落户|参加|从事|首次|只有"
)
"""What begins so is done: another deed takes its place and does not narrow it."""


def _placed(topic: str) -> tuple[str, str]:
    """The region and the year in front of what is asked about, and the rest."""
    names = "|".join([*map(re.escape, regions_in(topic)), r"[\u4e00-\u9fff]{2,3}[省市县区](?!级)"])
    lead = re.match(rf"(?:(?:{names})[省市县区]?|{_YEAR.pattern})+的?", topic)
    return (topic[: lead.end()], topic[lead.end() :]) if lead else ("", topic)


def _by_ending(flat: str, new: str) -> str:
    """「小型酒店」 for 「大型酒店」: the piece of the question that ends as ``new`` does and is as long."""
    for n in range(len(new) - 1, 0, -1):
        at = flat.find(new[-n:])
        start = at - (len(new) - n)
        if at >= 0 and start >= 0 and (n > 1 or new[-1] in _CLASSES):
            return flat[:start] + new + flat[at + n :]
    return ""


_CLASSES = "级类种档等岁年月人家类型"  # a single character that two like things end in


def _swap(before: str, old: str, new: str) -> str:
    flat = flatten(before)
    at = flat.lower().find(old.lower())
    return flat[:at] + new + flat[at + len(old) :] if at >= 0 else new


def _ending(role: str | None, bare: str) -> str:
    """「责任单位」 alone becomes a question."""
    asks = re.search(r"什么|哪|谁|多[少久长]|几|怎|如何|吗|何", bare)
    return "" if asks else "有哪些" if role in {"responsible", "support"} else "是什么"
