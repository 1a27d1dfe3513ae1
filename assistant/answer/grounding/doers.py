"""Who does what: the party that a sentence has pay, decide or apply is the one that the clause has do the same.

A doer stands behind 由, or at the beginning of a part of the sentence before what it does. The deed is looked up in the clause
among the deeds that have a doer there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.grounding.agents import parts
from assistant.answer.grounding.mentions import same
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import pairs, segments, sentences

_END = (
    r"(?<!牵头)(?<!配合)(?<!责任)单位|部门|机关|机构|政府(?![性债投采购网信补])|委员会|管委会|办事处|办公[厅室](?:（室）)?|国务院|领导小组|法院|检察院|企业|公司|银行|学校|"
    r"幼儿园|医院|基金(?!份)会?|主体|家庭(?![医成经补])|业主(?!委)|协会|商会|团队|组织(?![实开动领])|职工|个人|本人|近亲属|居民(?!委)|村民(?!委|会)|农民工|学生|"
    r"中心|总局|[局厅](?!部|域)|河长(?!制|会)|经营者|从业者|(?<![\d两每])人(?!员|民|才|均|口|力|次|类|工|身|生|数|行|道|选|事|大|社|月|以)|(?<![或再前后二三两])者|当事人|对象|[原被]告|人员|[双甲乙对买卖各]方|"
    r"(?<=[市委融])办(?!理|法|事|公)|(?<![全内外干局本各大中南北东西上下一头腰])部(?!门|分|署|队|级|长|位|件|落|委|属)|委(?!员|托|派|任|培|屈|婉|办)"
)
_AND = r"(?<!调)和(?!信|社|改|城|自|旅|规|农|国|计|卫)"
_NO_NAME = (
    r"应当|直接|付给|可以|必须|不得|不能|或者是|责令|再|先(?!进|行|期)|并|报(?!告|名|考)|不成|按|以(?![上下])|向|与|对|每|要|须|时|后|(?<!见义勇)为|(?<!所)在|将|把|(?<!接)受(?!托|委托|理(?:机构|部门|单位|窗口)|.{1,4}[人者方])|被(?!告|.{1,6}[人者单])"
    r"|从"
)
_VERB = rf"需|支持|鼓励|引导|推动|促进|提倡|应|可|牵头|会同|负责|根据|依|报|、|{_AND}|或|及|等|共同|组织|制定|提出"
_WORD = rf"(?:(?!{_NO_NAME})[^，。；：由]){{0,22}}?"
_ONE = rf"(?:{_WORD}(?:{_END}))(?:(?:(?!{_VERB}|{_NO_NAME})[^，。；：由的]){{1,8}}?(?:{_END}))*"
_OTHERS = rf"{_NO_NAME}|委托|授权|通知|告知|督促|指导(?!委员|中心)|监督(?!管理|委员|机构)|协助|配合|会同|商(?![务会业])"
_PARTY = (
    rf"(?:[省市县区]、)?(?:(?!{_OTHERS})[^，。；：由、]){{0,16}}?(?:{_END})"
    rf"(?:(?:(?!{_OTHERS}|{_VERB})[^，。；：由、的]){{1,8}}?(?:{_END}))*"
)
_ALL = rf"(?P<who>{_ONE}(?:(?:、|或者?|和|以及|及其?|与|（[^（）]*）){_ONE})*)等?"
_BY = re.compile(
    rf"(?:(?<=[管办受审治清处代]理)|(?<![理事自]))由(?!于|此|其(?!所)|主要){_ALL}(?![的、和及或与（])"
)
_ACTS = (
    r"都|均|也|则|还|先|再|仍|自行|直接|主动|依法|及时|定期|统一|共同|分别|具体|按|根据|依照|于|在|对|向|应|须|需|要|可|必|不|无|有权|负责|承担|牵头|会同|协助|配合|"
    r"支付|垫付|提出|缴纳|给予|审[核批查]|批准|制定|组织|指导|监督|管理|办理|受理|提供|确定|出具|作出|决定|发放|拨付|报|落实|建立|开展|实施|履行|公布|发布|执行|承办|安排|招募|接受|违反|使用|认为|采取|收到|接到|自|进行|从事|记录|购买|委托|发现|未|申请|予以|派员|派人|协同|结合|参与$"
)
_HEAD = re.compile(
    rf"(?:并|且|但|其中|同时|而|此外|另外|只有|仅|经[^，。；]{{0,10}}后|根据[^，。；]{{0,12}}规定)?{_ALL}(?={_ACTS})(?=.{{2}})"
)
_ALONE = re.compile(rf"{_ALL}")
"""「发掘化石的单位，应当…」."""
_GENERIC = re.compile(
    r"对方|双方|其|该|本|各|有关|相关|所在|所属|上述|前述|当地|同级|工作|单位|部门|机关|机构|主管|行政|主体|人员|组织|企业|公司|的|等|及|与|"
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
_ROLE = re.compile(r"牵头|负责|落实|责任|配合")
_HELPS = re.compile(
    r"(?:应当?|须|要|可以?|都|均|也|则|依法|积极|密切|主动|派员|派人|予以|给予|做好|负责|共同|[按在][^，。；]{0,8}职责(?:范围内|分工)?)*"
    r"(?:配合|协助|协同|参与)"
)
_JOINED = re.compile(rf"、|或者?|以及|{_AND}|与|及其?")
_GOES_ON = re.compile(r"(?:并|且|也|还)?(?:应|须|不得|不能|可以|要|需)")
"""A part without a doer that is of the one named before."""
_LEAST = 3


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
_TO_WHOM = re.compile("给(?![予付水])")  # no part of what is done
_STATE = (frozenset("0"), frozenset("1"))  # of the kinds the first two
_LEVEL = re.compile(r"县级以上|国务院|中央|省|市(?!场|民)|(?<![地小园社辖校])区(?!域)|县|乡|镇|村(?!民)")
_LOCAL = frozenset("省市县乡镇村")


def party_pattern() -> str:
    """A single name of a party, for a pattern."""
    return _PARTY


@dataclass(frozen=True)
class Deed:
    """``part``: where it stands; ``own``: the doer is named in its part, not carried over from the one before.
    ``helps``: it 配合 or 参与, which is no deed of its own. ``whole_of_it``: what it does in several parts of the sentence
    together. ``case``: it is said of a case: 「职工提出的，…」, ``case_of``: what the parts before say, where its own says
    little."""

    who: str
    words: frozenset[str]
    part: str
    sentence: str
    case: bool
    case_of: frozenset[str] = frozenset()
    own: bool = True
    whole_of_it: bool = False
    helps: bool = False


@lru_cache(maxsize=2_000)
def deeds(text: str) -> tuple[Deed, ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[Deed]:
    for begin, end in sentences(text):
        yield from _of_sentence(text[begin:end])


def _of_sentence(whole: str) -> Iterator[Deed]:
    last, before, all_of_it = "", "", frozenset[str]()
    for begin, end in segments(whole):
        part, case = whole[begin:end], whole[end - 1] in "的时"
        by = list(_BY.finditer(part))
        for one in by:
            done = part[: one.start()]  # what it is done to stands before 由, or before the comma
            words = pairs(done if len(done) > 3 else before[-40:] + done)
            words |= pairs(_TO_WHOM.split(part[one.end() :])[0])
            yield Deed(one["who"], words, part, whole, case, helps=bool(_HELPS.match(part, one.end())))
        if head := None if by else _HEAD.match(part):
            words = pairs(part[head.end() :])
            beside = head["who"].startswith("会同")  # it does nothing of what the other does
            case_of = frozenset[str]() if beside or len(words) >= _LEAST else pairs(before[-40:])
            helps = bool(_HELPS.match(part, head.end()))
            yield Deed(head["who"], words, part, whole, case, case_of=case_of, helps=helps)
            if not case:
                last, all_of_it = head["who"], words
        elif by and part.endswith("组成") and (alone := _ALONE.fullmatch(part[: by[0].start()])):
            last, all_of_it = alone["who"], frozenset()  # 「委员会由专家组成，承担…」
        elif not by and _GOES_ON.match(whole, end + 1) and (alone := _ALONE.fullmatch(part)):
            last, all_of_it = alone["who"], frozenset()
        elif last and not by:
            all_of_it |= pairs(part)
            own, helps = bool(_GOES_ON.match(part)), bool(_HELPS.match(part))
            yield Deed(last, pairs(part), part, whole, case, own=own, helps=helps)
            yield Deed(last, all_of_it, part, whole, case, whole_of_it=True)
        before += part


def doers(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    known = deeds(source.text)
    with_part = [p.name for p in parts(source.text) if p.named]
    own = [
        one
        for one in deeds(sentence)
        if one.own and not (_ROLE.search(one.part) and any(same(one.who, name) for name in with_part))
    ]
    faults = [
        f"不由“{one.who}”"
        for one in own
        if not _held(one, [k for k in known if k.case == one.case and k.helps == one.helps])
        and not _approves(one, source.text)
    ]
    return faults + [f"“{one.who}”不是配合" for one in own if one.helps and _leads(one, known, source.text)]


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


def _held(one: Deed, known: Sequence[Deed]) -> bool:
    """No other party does it in the clause, or this one too."""
    if not _core(one.who):
        return not _of_others(one, known)
    scored = [(len(one.words & (k.words | k.case_of)), k) for k in known]
    rivals = [(n, k) for n, k in scored if one.whole_of_it or not k.whole_of_it]
    best = max((n for n, _ in rivals), default=0)
    if best < max(_LEAST, 0.5 * len(one.words)):
        return True
    if any(n > best and _are(one.who, k) for n, k in scored):
        return True
    places = [k for n, k in rivals if n >= best - 1]
    if best == len(one.words):  # every word is there: the deed with the fewest others is meant
        fewest = min(len(k.words) for n, k in rivals if n == best)
        places = [k for n, k in rivals if n == best and len(k.words) <= fewest + 1]
    if any(
        _are(one.who, k) or re.search(rf"(?:^|[由经、和或及与]){re.escape(one.who)}", k.part) for k in places
    ):
        return True
    exchanged = best >= 0.65 * len(one.words) and any(k.own and _are(one.who, k) for k in known)
    return not (exchanged or all(k.own or _at_another_level(one.who, k.who) for k in places))


def _of_others(one: Deed, known: Sequence[Deed]) -> bool:
    """「有关部门」 does what the clause has 学校 do."""
    does = [k for k in known if len(one.words & k.words) >= max(_LEAST, len(one.words))]
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
