"""Who does what: the party that a sentence has pay, decide or apply is the one that the clause has do the same. The deed is
looked up in the clause among the deeds that have a doer there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.grounding.agents import parts
from assistant.answer.grounding.deeds import AND, LEAST, Deed, deeds
from assistant.answer.grounding.mentions import same
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import does_so, pairs

_GENERIC = re.compile(
    r"对方|双方|[两二三几]个?(?=部门|单位|者|家)|前者|后者|任何人|其|该|本|各|任何|有关|相关|所在|所属|上述|前述|当地|同级|工作|单位|部门|机关|机构|主管|行政|主体|人员|组织|企业|公司|的|等|及|与|"
    r"县级以上|地方|以上|国家|和|、|或者?|[省市县区级]"
)
_ALSO = (
    ("企业", "公司", "用人单位", "雇主", "商家", "经营者"),
    ("职工", "员工", "劳动者", "工人", "雇工", "个人", "本人"),
    ("家长", "父母", "监护人"),
    ("患者", "病人", "参保人"),
    ("居民", "群众", "市民", "公民", "村民"),
    ("学生", "幼儿", "儿童", "孩子"),
    ("申请人", "申请者", "当事人"),
    ("买卖双方", "交易双方", "双方当事人", "当事人"),
)
"""Words for the same people."""
_RECEIVES = re.compile(r"^(?:在|于|可以?)?(?:[收接]到|受理|[接]?受[^，。；]{2,20}委托)")
"""Who receives something is whom another one gives it."""
_WHERE = re.compile(r"(所在|住所|居住|户籍|发生|登记|经营|注册|生产|参保)地")
"""Of which of several places a body is."""
_ROLE = re.compile(r"牵头|负责|落实|责任|配合")
_JOINED = re.compile(rf"、|或者?|以及|{AND}|与|及其?")
_KINDS = (
    re.compile(r"政府$"),
    re.compile(r"(?:部门|机关|国务院|[局厅委]|委员会|办公室|法院|检察院)$"),
    re.compile(
        r"(?:单位|企业|公司|主体|机构|组织|团队|银行|学校|幼儿园|医院|[协商]会|基金会|办事处|经营者|承运人)$"
    ),
    re.compile(r"(?:职工|个人|本人|人员|人|(?<!经营)者|居民|村民|学生|家庭|业主|亲属|农民工|对象)$"),
    re.compile(r"基金$"),
)
"""Government, its departments, bodies, people and funds: 所在单位 is no fund."""
_STATE = (frozenset("0"), frozenset("1"))  # of the kinds the first two
_LEVEL = re.compile(r"县级以上|国务院|中央|省|市(?!场|民)|(?<![地小园社辖校])区(?!域)|县|乡|镇|村(?!民)")
_LOCAL = frozenset("省市县乡镇村")


def doers(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    said = [one for one in deeds(sentence) if one.own and not _RECEIVES.search(one.part.split(one.who)[-1])]
    own = [one for one in said if not (_ROLE.search(one.part) and _has_part(one.who, source.text))]
    known = deeds(source.text) if own else ()
    faults = [
        f"不由“{one.who}”"
        for one in own
        if not _held(one, [k for k in known if k.case == one.case and k.helps == one.helps], source.text)
        and not (_approves(one, source.text) or does_so(one.who, one.part.split(one.who)[-1], source.text))
    ]
    return faults + [f"“{one.who}”不是配合" for one in own if one.helps and _leads(one, known, source.text)]


def _has_part(who: str, text: str) -> bool:
    """A list of the clause names it as one that leads, is responsible or helps."""
    return any(p.named and same(who, p.name) for p in parts(text))


def _approves(one: Deed, text: str) -> bool:
    """「由某部门认定」 for 「经某部门认定后」, 「由村委会调解」 for 「在村委会的调解下」."""
    who = re.escape(one.who)
    found = [
        *re.finditer(rf"经[^，。；]{{0,8}}?{who}(?:依法|组织)?(?P<what>..)", text),
        *re.finditer(
            rf"由其[^，。；]{{0,16}}?{re.escape(one.who.rsplit('的')[-1])}(?:负责)?(?P<what>..)", text
        ),
        *re.finditer(rf"在[^，。；]{{0,12}}?{who}[^，。；]{{0,10}}?的(?P<what>..)下", text),
    ]
    return any(match["what"] in one.part for match in found)


def _leads(one: Deed, known: Sequence[Deed], text: str) -> bool:
    """It does in the clause what it does, and helps nobody; who is asked to join or has others with it may be said to help."""
    theirs = [k for k in known if _are(one.who, k)] if _core(one.who) else []
    asked = re.search(
        rf"(?:会同|商|通知|邀请|吸收|委托|联合|配合|协助|、|和|与)[^，。；]{{0,12}}{re.escape(one.who)}", text
    )
    return bool(theirs) and not asked and not any(k.helps for k in theirs)


def _held(one: Deed, known: Sequence[Deed], text: str) -> bool:
    """No other party does it in the clause, or this one too."""
    if not _core(one.who):
        return not _of_others(one, known)
    does = [k for k in known if k.own and k.verb and len(one.verb) >= LEAST and one.verb <= k.verb]
    if does and not any(_are(one.who, k) or _mostly(one.who, k.part) for k in does):
        return False  # 「由甲给予书面警告」, word for word of 乙
    scored = [(len(one.words & (k.words | k.case_of)), k) for k in known]
    rivals = [(n, k) for n, k in scored if one.whole_of_it or not k.whole_of_it]
    if any(one.who[-2:] + verb in text for verb in one.verb):
        # 「本人使用」: who does no such thing is no rival
        rivals = [(n, k) for n, k in rivals if one.verb & k.words]
    best = max((n for n, _ in rivals), default=0)
    wanted = one.verb if len(one.verb) >= 2 * LEAST else one.words
    if best < max(LEAST, 0.5 * len(wanted)):
        return True
    most = max(n for n, k in scored if n)
    if any(n > best and _are(one.who, k) for n, k in scored if n == most):
        return True
    wholly = [k for n, k in scored if n == most >= 0.9 * len(one.words)]
    if (
        wholly
        and any(k.own and _are(one.who, k) for k in known)
        and not any(_are(one.who, k) for k in wholly)
    ):
        return False  # 「原单位为职工办理启封」, word for word of 新单位
    places = [k for n, k in rivals if n >= best - 1]
    if best == len(one.words):  # every word is there: the deed with the fewest others is meant
        fewest = min(len(k.words) for n, k in rivals if n == best)
        places = [k for n, k in rivals if n == best and len(k.words) <= fewest + 1]
    if any(
        _are(one.who, k) or re.search(rf"(?:^|[由经、和或及与]){re.escape(one.who)}", k.part) for k in places
    ):
        return True
    done = any(len(one.verb) >= LEAST and len(one.verb & k.words) >= 0.8 * len(one.verb) for k in places)
    whole = best >= 0.65 * len(one.words) or done
    exchanged = whole and any(k.own and _are(one.who, k) for k in known)
    return not (exchanged or all(k.own or _at_another_level(one.who, k.who) for k in places))


def _mostly(who: str, part: str) -> bool:
    """Most of its words are of the one that does it there: 「三级医疗机构或疾控机构」."""
    return 2 * len(pairs(who) & pairs(part)) >= len(pairs(who))


def _of_others(one: Deed, known: Sequence[Deed]) -> bool:
    """「有关部门」 does what the clause has 学校 do."""
    does = [k for k in known if len(one.words & k.words) >= max(LEAST, len(one.words))]
    theirs = [_kinds(k.who) if k.own else frozenset[str]() for k in does]
    return _kinds(one.who) in _STATE and any(theirs) and all(n and n not in _STATE for n in theirs)


def _at_another_level(who: str, other: str) -> bool:
    """「县级人民政府」 for 「省级人民政府」."""
    return not _may_be(_levels(who), _levels(other)) and _GENERIC.sub("", who) == _GENERIC.sub("", other)


def generic(who: str) -> bool:
    """「有关部门」: no word of whose it is."""
    return not _GENERIC.sub("", who)


def _core(who: str) -> str:
    """What tells it from others; that of 「复核通过的单位」 is no name."""
    name = _GENERIC.sub("", who.rsplit("的", 1)[-1])
    return name and _GENERIC.sub("", who)


def _are(who: str, deed: Deed) -> bool:
    """One of those named is one of the deed's, and none is put in another's place: 「被告、第三人」 for 「原告、第三人」."""
    said, theirs = (
        [name for name in _JOINED.split(names) if _GENERIC.sub("", name)] for names in (who, deed.who)
    )
    if any(_apart(one, other) for one in said for other in theirs if one not in theirs and other not in said):
        return False
    return any(_is(one, other, deed) for one in (who, *said) for other in (deed.who, *theirs))


def _is(who: str, other: str, deed: Deed) -> bool:
    if who == other or same(who, other):
        return True
    kinds = _kinds(who), _kinds(other)
    if (here := _WHERE.search(who)) and (there := _WHERE.search(other)) and here[1] != there[1]:
        return False
    if not _may_be(_levels(who), _levels(other)) or _apart(who, other):
        return False
    if (who[0] == "被") != (other[0] == "被"):
        return False
    a, b = _GENERIC.sub("", who), _GENERIC.sub("", other)
    if not a or not b:
        return _may_be(*kinds) and who not in deed.sentence
    if a == b and not _may_be(*kinds):
        return "机构" in who + other
    if a == b or any(who in group and other in group for group in _ALSO):
        return True
    if not _may_be(*kinds):
        return False
    if any(_abbreviates(*two) for two in ((a, b), (b, a))):
        return True
    shared = len(pairs(a) & pairs(b))
    return a in b or b in a or 0 < shared >= 0.5 * min(len(pairs(a)), len(pairs(b)))


def _abbreviates(short: str, name: str) -> bool:
    """「人社」 for 人力资源社会保障."""
    rest = iter(re.sub(r"人民政府", "", name))
    return 2 <= len(short) <= 4 and all(char in rest for char in short)


def _apart(who: str, other: str) -> bool:
    """「托运人」 and 「承运人」: one character tells them apart."""
    return len(who) == len(other) and sum(a != b for a, b in zip(who, other, strict=True)) == 1


def _kinds(who: str) -> frozenset[str]:
    return frozenset(str(n) for n, kind in enumerate(_KINDS) if kind.search(who))


def _levels(who: str) -> frozenset[str]:
    """Empty where it may be any."""
    found = frozenset({"区": "县", "中央": "国务院"}.get(one, one) for one in _LEVEL.findall(who))
    if "县级以上" in found:
        return _LOCAL if "地方" in who else frozenset()
    return found | (_LOCAL if re.search("地方|所在地", who) else frozenset())


def _may_be(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)
