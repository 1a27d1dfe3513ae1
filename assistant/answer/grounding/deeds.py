"""Who does what in a text, read as deeds of parties.

A doer stands behind 由, or at the beginning of a part of the sentence before what it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.grounding.text import pairs, segments, sentences
from index.wording import either

_END = either(
    r"(?<!牵头)(?<!配合)(?<!责任)单位",
    r"部门|机关|机构",
    r"政府(?![性债投采购网信补])",
    r"委员会|管委会|办事处",
    r"办公[厅室](?:（室）)?",
    r"国务院|领导小组|法院|检察院|企业|公司|银行|学校|幼儿园|医院",
    r"基金(?!份)会?",
    r"主体",
    r"家庭(?![医成经补])",
    r"业主(?!委)",
    r"协会|商会|团队",
    r"组织(?![实开动领])",
    r"职工|个人|本人|近亲属",
    r"居民(?!委)",
    r"村民(?!委|会)",
    r"农民工|学生|中心|总局",
    r"[局厅](?!部|域)",
    r"河长(?!制|会)",
    r"经营者|从业者",
    r"(?:代表|职工)大会",
    r"(?<=[用业住农商])户(?![籍口外])",
    r"(?:托修|承修|委托|受托|出租|承租|发包|承包|供热|用热|供|需|出让|受让|采购|供应)方",
    r"(?<![\d两每])人(?!员|民|才|均|口|力|次|类|工|身|生|数|行|道|选|事|大|社|月|以)",
    r"(?<![或再前后二三两])者",
    r"当事人|对象",
    r"[原被]告",
    r"人员",
    r"[双甲乙对买卖各]方",
    r"(?<=[市委融])办(?!理|法|事|公)",
    r"(?<![全内外干局本各大中南北东西上下一头腰])部(?!门|分|署|队|级|长|位|件|落|委|属)",
    r"委(?!员|托|派|任|培|屈|婉|办)",
)
AND = r"(?<!调)和(?!信|社|改|城|自|旅|规|农|国|计|卫)"
_NO_NAME = either(
    r"应当|直接|付给|可以|必须|不得|不能|或者是|责令|再",
    r"先(?!进|行|期)",
    r"并",
    r"报(?!告|名|考|废)",
    r"不成|按",
    r"以(?![上下])",
    r"向|与",
    r"对(?!外)",
    r"每|要|须|时|后",
    r"(?<!见义勇)为",
    r"(?<!所)在",
    r"将|把",
    r"(?<!接)受(?!托|委托|理(?:机构|部门|单位|窗口)|.{1,4}[人者方])",
    r"被(?!告|.{1,6}[人者单])",
    r"从",
)
_VERB = (
    r"经(?![济营办信开贸费理销纪])|凭|持(?!有人|股)|颁发|核发|发给|支付|收取|征收|批准|"
    rf"需|支持|鼓励|引导|推动|促进|提倡|应|可|牵头|会同|负责|根据|依|报|、|{AND}|或|及|等|共同|组织|制定|提出"
)
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
_ACTS = either(
    r"经(?![济营办信开贸费理销纪])",
    r"都|均|也|则|还|先|再|仍|自行|直接|主动|依法|及时|定期|统一|共同|分别|具体|按|根据",
    r"依照|于|在|对|向",
    r"应(?!休未休)",
    r"须|需|要|可|必|不|无|有权|负责|承担|牵头|会同|协助|配合|支付|垫付|提出|缴纳|给予",
    r"审[核批查]",
    r"批准|制定|组织|指导|监督|管理|办理|受理|提供|确定|出具|作出|决定|发放|拨付|报|落实",
    r"建立|开展|实施|履行|公布|发布|执行|承办|安排|招募|接受|违反|使用|认为|采取|收到|接到",
    r"自|进行|从事|记录|购买|委托|发现|未|申请|予以|派员|派人|协同|结合",
    r"参与$",
)
_HEAD = re.compile(
    r"(?!经(?![济营办信开贸费理销纪]).{2,16}$|组织(?!机构|者|部|[^，。；]{1,12}的)|指导|督促"
    r"|[不未拒])(?:并|且|但|其中|同时|而|此外|另外|只有|仅|经[^，。；]{0,10}后"
    rf"|根据[^，。；]{{0,12}}规定)?{_ALL}(?={_ACTS})(?=.{{2}})"
)
_ALONE = re.compile(rf"{_ALL}")
"""「发掘化石的单位，应当…」."""
_HELPS = re.compile(
    r"(?:应当?|须|要|可以?|都|均|也|则|依法|积极|密切|主动|派员|派人|予以|给予|做好|负责|共同|[按在][^，。；]{0,8}职责(?:范围内|分工)?)*"
    r"(?:配合|协助|协同|参与)"
)
_GOES_ON = re.compile(r"(?:并|且|也|还)?(?:应|须|不|可以|要|需|未|违反|拒)")
"""A part without a doer that is of the one named before."""
_SAID_AGAIN = re.compile(r"[前后二两]者(?!续)|双方|两个?部门")
"""Whom of those named before is not told."""
LEAST = 3
_TO_WHOM = re.compile("给(?![予付水])")  # no part of what is done


PARTY_ENDS = re.compile(_END)


def party_pattern() -> str:
    """A single name of a party, for a pattern."""
    return _PARTY


@dataclass(frozen=True)
class Deed:
    """``part``: where it stands; ``own``: the doer is named in its part, not carried over from the one before.
    ``helps``: it 配合 or 参与, which is no deed of its own. ``whole_of_it``: what it does in several parts of the sentence
    together. ``case``: it is said of a case: 「职工提出的，…」, ``case_of``: what the parts before say, where its own says
    little. ``verb``: what stands behind a doer that 由 names."""

    who: str
    words: frozenset[str]
    part: str
    sentence: str
    case: bool
    case_of: frozenset[str] = frozenset()
    own: bool = True
    whole_of_it: bool = False
    helps: bool = False
    verb: frozenset[str] = frozenset()


@lru_cache(maxsize=2_000)
def deeds(text: str) -> tuple[Deed, ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[Deed]:
    for begin, end in sentences(text):
        yield from _of_sentence(text[begin:end])


def _its_own(part: str, one: re.Match[str], by: list[re.Match[str]]) -> tuple[str, str]:
    """「环卫由甲开具、绿化由乙开具」: what stands before and behind 由 is the member's."""
    done, behind = part[: one.start()], part[one.end() :]
    before = [other.end() for other in by if other.end() <= one.start()]
    after = [other.start() for other in by if other.start() >= one.end()]
    if before and "、" in (since := part[before[-1] : one.start()]):
        done = since.split("、", 1)[1]
    if after and "、" in (until := part[one.end() : after[0]]):
        behind = until.split("、", 1)[0]
    return done, behind


def _by(part: str, one: re.Match[str], by: list[re.Match[str]], before: str, whole: str, case: bool) -> Deed:
    """Of one that 由 names: what it is done to stands before 由, or before the comma."""
    done, behind = _its_own(part, one, by)
    words = pairs(done if len(done) > 3 else before[-40:] + done)
    verb = pairs(_TO_WHOM.split(behind)[0])
    helps = bool(_HELPS.match(part, one.end()))
    return Deed(one["who"], words | verb, f"{done}{one.group()}{behind}", whole, case, helps=helps, verb=verb)


def _of_sentence(whole: str) -> Iterator[Deed]:
    last, then, before, all_of_it, so_far = "", "", "", frozenset[str](), frozenset[str]()
    for begin, end in segments(whole):
        part, case = whole[begin:end], whole[end - 1] in "的时"
        by = list(_BY.finditer(part))
        if _SAID_AGAIN.match(part):
            last, all_of_it = "", frozenset()
        named = [_by(part, one, by, before, whole, case) for one in by]
        yield from named
        if head := None if by else _HEAD.match(part):
            words = pairs(part[head.end() :])
            beside = head["who"].startswith("会同")  # it does nothing of what the other does
            case_of = frozenset[str]() if beside or len(words) >= LEAST else pairs(before[-40:])
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
        if by and not last:
            then, so_far = named[-1].who, named[-1].words
        elif then and not last and not by:  # 「由甲检查，收集证据后移送乙」
            so_far |= pairs(part)
            yield Deed(then, pairs(part), part, whole, case, own=False)
            yield Deed(then, so_far, part, whole, case, own=False, whole_of_it=True)
        before += part
