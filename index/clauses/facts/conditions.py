"""Who is meant and on what condition: 「对年度研发投入超过500万元的企业」 is 企业, if 「年度研发投入超过500万元」.

Offsets count characters of the flat text; every condition is a span, cut at 的, at 且 and at commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.clauses.document import Span
from index.wording import either

_NOUN = either(
    r"企业|机构|个人|单位|主体|项目|平台|基地|中心|园区|集聚区|开发区|先导区|人才|家庭",
    r"团队|公司|纳税人|组织|合作社|农场|大户|商户|工商户|院所|高校|景区|街区|居民|农民",
    r"购房人|劳动者|毕业生|人员|成员|职工|农户|养殖户|门店|酒店|旅行社|协会|商会|商协会",
    r"银行|载体|孵化器|实验室|村集体|参保人|缴存人|缴存职工|博士后|博士|硕士|学生|老年人",
    r"残疾人|儿童|患者|消费者|申请人|业主|车主|家属|军人|教师|青年|妇女|村民|市民|用户",
    r"从业者|创业者",
)
_VERB = either(
    r"实施|开展|参加|招用|招聘|吸纳|购买|购置|新购|投资|建设|建成|采购|引进|引入|获得|取得",
    r"获评|获批|通过|新增|设立|新设|承担|承办|举办|主办|组织|推广|应用|使用|租赁|租用|入驻",
    r"申请|申报|发行|出口|进口|完成|符合|达到|首次|被|经|在|对|用于|研发|投保|为|按规定",
    r"签订|缴纳|连续|当年|牵头|主导|参与|晋升|转型|升级|创建|评为|列入|纳入|认定|开设|开办",
    r"从事|办理|安置|带动|销售|生产",
    r"年(?!龄|轻|度)",
    r"自(?!有|主)",
    r"因|未|已|新认定|退出|转让|出租|改造|更新|报废|赴|到|落户|提供|接收|收购|实现|将|给",
    r"向|由",
    r"以(?!及|上|下)",
    r"利用",
    r"(?:一|\d+)年内",
    r"每年|通过|持有|安装|宣传",
)
_SUBJECT = re.compile(
    rf"^(?P<who>[^，。；的]*?(?:{_NOUN})(?:（[^）]*）)?)(?P<rest>(?:{_VERB})[^，。；]{{2,}})$"
)
_DOES = re.compile(
    r"获|组织|购买|购置|新购|首次|被|经(?!营|济)|在(?!建|校|职|线)|通过|参加|参与|引进|引入|完成|取得|带动|认定|采取"
)
"""「带动31—35户」 is what somebody does, and names nobody."""
_HEAD = re.compile(r"(?:以上|等)?[^，。；]{1,60}$")
_OPENING = re.compile(
    r"^(?:其中|同时|此外|另外|原则上|[）)]|\s)*(?:(?:鼓励|支持|(?:鼓励|支持|引导)(?:有条件的"
    r"|符合条件的)?[^，。；的]{2,14}?(?:探索)?|[^，。；的]{0,20}?(?:财政|政府|部门|银行|机构|受益地"
    r"|资金|要|可以?|应当?|重点|[市县区省]|各地))?对(?!应|口|接|照)于?|凡是|凡|针对|面向|向|为"
    r"|鼓励和支持|鼓励支持|鼓励引导|鼓励|支持|引导|允许)?(?:其中)?"
)
_MANNER = re.compile(
    either(
        (
            r"^(?:.{0,6}参照|自?(?:19|20)\d\d年.*(?:[日月年止起内]|期间)$|以.{2,20}(?:方式|形式)$"
            r"|在.{2,24}(?:上|方面|中)$|(?!对|凡|针对|支持|鼓励|[向给])[^的]*(?:应当?|人民政府|部门|财政"
            r"|机构|组织)(?:可以|应当?|要)?$|.*在安排.*时$|按照?|根据|视|依据|依照|由|除.*外|从.*(?:中"
            r"|列支)|可|在此基础上|在.*基础上|给予|予以|执行期|政策|自.{0,16}起(?:至.*)?$|经(?:审核|审批"
            r"|评审|核实|审查|核定)(?:通过|同意|批准)?后?$|当年$|每年$|市级财政$|区财政$|市财政$|分别$"
            r"|一次性$)"
        ),
        (
            r"^(?:统筹|充分|积极|完善|落实|加大|优化|进一步|推进|推动|开展|实行|加强|强化|打造|探索|出台"
            r"|制定|推出)(?!.*的$)"
        ),
        r"^.{0,20}(?:财政|专项).{0,4}(?:安排|统筹).*资金$",
        r"^[省市区县]?(?:人民)?政府$",
        r"^[^的]{2,20}标准$",
        r"^采取.*方式$",
    )
)
_AND = re.compile(
    r"(?<!并)并且|且(?!末)|(?<![合兼归])并(?!购|网|且|轨|行|列|表|入)|同时(?=[^，。；]{2,})|(?<=[^、])、(?=[^，。；、]{2,14}?(?:超过|达到|达|不低于|不少于|大于|高于|满)\s*\d)|的(?=\d|年|当年|上年)"
)


@dataclass(frozen=True)
class Who:
    """``whole`` is the wording of beneficiary and conditions together; ``head`` the beneficiary without its conditions,
    None where only conditions are named."""

    whole: Span
    head: Span | None
    conditions: tuple[Span, ...]


def names_somebody(words: str) -> bool:
    """Does the wording end in somebody, or some thing, that can be supported?"""
    return bool(re.search(rf"(?:{_NOUN}|[者户区园店村费])(?:（[^）]*）)?$", words))


def read_who(flat: str, start: int, end: int) -> Who | None:
    """From what stands before the words of the support."""
    parts = [p for p in _parts(flat, start, end) if not _MANNER.match(flat[slice(*p)])]
    first = max((i for i, p in enumerate(parts) if _opens(flat, p)), default=0)
    lead = [p for p in parts[:first] if flat[p[1] - 1] == "的"]
    parts = lead + parts[first:]
    parts = [_opened(flat, p) for p in parts]
    parts = [p for p in parts if p[1] - p[0] >= 2]
    if not parts:
        return None
    head: Span | None = None
    conditions: list[Span] = []
    for i, part in enumerate(parts):
        if i + 1 < len(parts) and _attribute_of_last(flat, part, parts[-1]):
            conditions += _all_of(flat, *part)
            continue
        found, required = _cut(flat, part)
        if (
            found == part
            and head is None
            and _DOES.match(flat, *part)
            and not names_somebody(flat[slice(*part)])
        ):
            found, required = None, list(_all_of(flat, *part))
        head = head or found
        conditions += required
    whole = (parts[0][0], parts[-1][1])
    return Who(whole, head, tuple(conditions))


def _attribute_of_last(flat: str, part: Span, last: Span) -> bool:
    """「对组织团队入济，并在本地住宿的旅行社」: what stands before the last part belongs to its attribute."""
    return "的" not in flat[slice(*part)] and _last_de(flat, *last) is not None and flat[last[1] - 1] != "的"


def _parts(flat: str, start: int, end: int) -> Iterator[Span]:
    """Between commas outside brackets, white space and quotation of labels aside."""
    for match in re.finditer(r"(?:[^，；：（]|（[^）]*）|（)+", flat[start:end]):
        words = match.group().strip()
        if words:
            begin = start + match.start() + match.group().index(words[0])
            yield begin, begin + len(words)


def _opens(flat: str, part: Span) -> bool:
    return bool(
        re.match(
            r"(?:其中|同时|此外|另外)?(?:凡|(?:[^，。；的]{0,20}?(?:资金|财政|受益地))?对(?!应|口|接|照)|针对|鼓励|支持)",
            flat[slice(*part)],
        )
    )


def _opened(flat: str, part: Span) -> Span:
    match = _OPENING.match(flat[slice(*part)])
    begin = part[0] + (match.end() if match else 0)
    words = flat[begin : part[1]]
    return begin, begin + len(words.rstrip(" 、，"))


def _cut(flat: str, part: Span) -> tuple[Span | None, list[Span]]:
    """(head, conditions) of one part."""
    start, end = part
    if flat[end - 1] == "的":
        inner = _last_de(flat, start, end - 1)
        if inner is None:
            return _subject(flat, start, end - 1)
        head, rest = _subject(flat, inner + 1, end - 1)
        if head:
            return head, [*_all_of(flat, start, inner), *rest]
        return _subject(flat, start, end - 1)
    inner = _last_de(flat, start, end)
    if inner is None:
        if re.search(
            r"(?:后|时|期间|前提下|情况下|以上的?)$|^(?:在|于|自).*[外内中上里起]$", flat[start:end]
        ):
            return None, list(_all_of(flat, start, end))
        head, rest = _subject(flat, start, end)
        return (head, rest) if head else (_unbracketed(flat, start, end), [])
    if flat[inner + 1 : end] in {"部分", "金额", "费用", "额度"}:
        return _subject(flat, start, inner)
    head, rest = _subject(flat, inner + 1, end)
    if re.match(r"由|按|可|将|给予", flat[inner + 1 : end]):
        return None, list(_all_of(flat, start, inner))
    return head or _unbracketed(flat, inner + 1, end), [*_all_of(flat, start, inner), *(rest if head else ())]


def _subject(flat: str, start: int, end: int) -> tuple[Span | None, list[Span]]:
    """「中小微企业招用毕业生」: who does it, and what; without a subject all is the condition."""
    match = _SUBJECT.match(flat[start:end])
    if not match or match.group("who").count("（") != match.group("who").count("）"):
        return None, list(_all_of(flat, start, end))
    if match.group("who").startswith(("在", "被", "经", "获", "引进", "认定", "列入", "纳入")):
        return None, list(_all_of(flat, start, end))
    stop = start + match.end("who")
    return (start, stop), list(_all_of(flat, stop, end))


def _last_de(flat: str, start: int, end: int) -> int | None:
    """Where the 的 stands that parts the conditions from the head: the last one outside brackets, or, where a list
    of things follows the first, that one."""
    depth = 0
    found = None
    for i in range(start, end):
        char = flat[i]
        depth += (char in "（“《") - (char in "）”》")
        if char == "的" and depth == 0 and start < i < end - 1:
            found = i
    return found


def _unbracketed(flat: str, start: int, end: int) -> Span:
    words = flat[start:end]
    if words.count("（") > 1:
        return start, end
    bare = re.sub(r"（(?:(?:不含|不包括|以下|下同|含)[^）]*|[^）]{7,})）$", "", words)
    return start, start + len(bare)


def _all_of(flat: str, start: int, end: int) -> Iterator[Span]:
    """All of these must hold: cut at 且, 并且, and before a further threshold."""
    begin = start
    for match in _AND.finditer(flat, start, end):
        if not _in_brackets(flat, start, match.start()):
            yield from _trimmed(flat, begin, match.start())
            begin = match.end()
    yield from _trimmed(flat, begin, end)


def _in_brackets(flat: str, start: int, at: int) -> bool:
    return flat.count("（", start, at) > flat.count("）", start, at)


def _trimmed(flat: str, start: int, end: int) -> Iterator[Span]:
    words = flat[start:end].rstrip(" 、，的")
    opening = re.match(r"[ 、，]*(?:并且?|且|同时|以及对?)?(?=[^购网])", words)
    start += opening.end() if opening else 0
    words = flat[start : start + len(words) - (opening.end() if opening else 0)]
    if len(words) >= 2 and not re.fullmatch(r"所?(?:产生|发生|属|述)|[我本全][市区县省州]", words):
        yield start, start + len(words)
