"""Where a sentence grants something, and where one grant ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.clauses.document import Span
from index.clauses.facts.amounts import MONEY, RATE, has_amount
from index.wording import either

_GIVES = (
    r"给予|予以|奖励|奖补|补贴|补助|资助|贴息|减免|免征|免收|免除|减征|减按|减半征收|减半收取"
    r"|返还|抵扣|兑现|享受|发放|提供|优惠"
)
GIVES = re.compile(_GIVES)
_WEAK = {"享受", "发放", "提供", "优惠", "兑现", "返还"}
NOT_SUPPORT = re.compile(
    either(
        r"能够[^，。；]{0,30}提供",
        r"是指|人民法院|举报|罚款",
        r"应将.{0,10}退回",
        r"处罚|没收|违法所得|滞纳金|违约金|行政处分",
        (
            r"(?:给予|予以)[^，。；]{0,12}(?:处分|警告|批评|通报|追究|取缔|公告|公示|公布|注销|撤销|退回"
            r"|收回|追回|免检|爱护|纠正|制止|登记|备案|说明|答复|确认|保密|处理|查处|约谈|开除|受理|批准"
            r"|许可|标示|明确|考虑|关注|重视|配合|协助|公开|归还|赔偿|拆除|清理|调整|修订|废止)"
        ),
    )
)
_NAMED = re.compile(
    r"(?:奖励|奖补|补贴|补助|资助|贴息|返还|优惠|减免)(?=资金|标准|政策|对象|范围|办法|申请|申报|方式|条件|额度|总?金额|比例|措施|机制|制度|名额|项目|期限|总额|发放|力度|资格|水平|目录|额|由|为|不|的|超过|等(?:领域|方面|政策))"
)
"""As a noun: 「奖励资金由…支出」 grants nothing."""
_HOW = re.compile(
    r"(?:，)?(?:市级财政|区级财政|[市区县省]财政|由[^，。；]{0,20}?(?:财政|银行|部门|政府|管委会))?"
    r"(?:，)?(?:可|再|另|额外|将|在.{2,8}基础上|依法|依规|依法依规|按规定|按照规定|按有关规定|按程序"
    r"|优先|适当|一次性|分别|同等条件下|最高|每年|当年|单店|单户|单个项目|每[\u4e00-\u9fff]{1,4}?"
    r"(?:每[年月天日])?|全额|按照?|参照(?:（[^）]*）|[^，。；])*?|按照?(?:（[^）]*）|[^，。；])*?"
    r"|以[^，。；上下内]{1,20}?(?:方式|形式)|实施|进行|实行|分档|分类|分级|直接|继续|均|都|连续|不超过"
    r"|不低于)*$"
)
ENCOURAGE = re.compile(
    r"(?:，)?(?:积极)?(?P<verb>鼓励引导|鼓励支持|(?:鼓励|支持|引导)[和与](?:支持|鼓励|引导)|支持|鼓励)"
    r"(?P<who>(?![和与]|利用|通过|以)(?:有条件的)?[^，。；]{2,60}?)(?P<how>(?:(?:"
    r"(?<=[区县市地省乡村校])|(?<=企业))组织(?=开展|举办|实施|申报)|联合(?=举办|开展|组建)|自主(?=研发"
    r"|创新|开展|制定|申报|培育)|积极|主动|大力|多渠道|多形式|广泛|结合(?=实际)|通过|举办|建设(?!用地"
    r"|单位|者|工程|项目)|牵头|组建|主导|参与|共同|设立|开展|创建|剥离|做大|争创|向|加快|在|申报|实施"
    r"|引进|购买|应用|研发)[^。；]*)"
)
_DENIED = re.compile(
    r"(?:不(?!超过|低于|高于|少于|分)(?:再|得|予|可|能)?|未(?!来|就业)|已(?!落|认|建|获|取)|停止|重复|骗取|冒用|追回|追缴|取消|暂停|终止|符合)[^，。；的]{0,4}$|停发的?$"
)
_NOUNS = {"奖励", "奖补", "补贴", "补助", "资助", "贴息", "优惠"}
_LIGHT = re.compile(
    r"(?:给予|予以|实施|实行|进行|发放|提供|兑现|安排|享受|落实|分级|分类|分档|一次性|按规定|适当)[^，。；的]{0,14}的?$"
)
"""A noun of support grants something behind one of these, or with an amount."""
_MAY = re.compile(r"(?:可以?|能|按规定|依法|均|都|继续|同等|，|一律|优先)$")
_OF_SOMETHING = {"给予", "予以", "提供", "享受", "发放"}
_SOMETHING = re.compile(
    r"补|奖|贴息|资助|支持|优惠|倾斜|减|免|优先|扶持|资金|贷款|住房|公寓|场地|救助|激励|经费|待遇|津贴|落户|担保|融资|金融|券|用地|额度|房票|保障"
)
_SUPPORTS = re.compile(
    r"[^，。；]{0,4}(?:坚实|坚强|有力|强大|重要|根本|可靠|良好)[^，。；]{0,8}(?:支撑|保障|保证|支持|环境)"
)
"""「提供有力支撑」 gives nothing to anybody."""
_FOR = re.compile(r"对(?!应|口|接|照|外|标|本)|对于|针对|凡")
_TO = re.compile(
    r"(?:向|为)(?P<who>[^，。；]{2,30}?)(?=(?:提供(?!(?:坚实|有力|强大|重要|根本)?(?:支撑|保障|保证))|发放|减免))"
)
_RECIPIENT = re.compile(
    r"(?:给予|予以|补贴|补助|奖励|发放给|兑现)(?P<who>[\u4e00-\u9fff（）、]{2,20}?)(?=(?:一次性|最高"
    r"|不超过|每|总额|\d|[一二三四五六七八九十]+万|100))|(?:给予|予以)(?P<simple>[\u4e00-\u9fff]{0,8}?"
    r"(?:企业|者|购房人|农户|单位|机构|旅行社))(?=补贴|补助|奖励|资助)"
)
_FEE = re.compile(r"(?!对)[^，。；的]{1,16}(?:费|税|款|金|额|价|息|成本|租金|贡献度?)")
_WHO = re.compile(
    r"(?:企业|单位|机构|社|者|人|方|商|户|项目|区|县|市|园|校|院|所|团队|家庭|职工|个人|基地|中心|平台|店|协会|商会|（[^）]*）)$"
)
_CUT = re.compile(
    rf"，(?=(?:对(?!应|口|接|照)[^。；]{{2,160}}?(?:{_GIVES}))|(?:支持|鼓励)(?!政策|方式)[^，。；]{{2,}})"
)
_LABEL = re.compile(
    r"\s*(?:第[一二三四五六七八九十百零\d]+条(?:之[一二三四五六七八九十])?\s*"
    r"|[一二三四五六七八九十]{1,3}、\s*|（[一二三四五六七八九十\d]{1,3}）\s*|\d{1,3}\s*[.．、](?!\d"
    r"(?!\d{3}年))\s*|[①-⑳]\s*|第[一二三四五六七八九十]+[，、]|[一二三四五六七八九十]是"
    r"|（[^（）]{2,80}(?:负责|指导|牵头|配合|落实)）)?\s*"
)
_CAP = re.compile(
    r"最高|不超过|不高于|上限|封顶|累计|合计|不得超过|同一|按.{0,6}比例|可叠加|就高|分别由|其余|剩余"
)


def statements(flat: str, start: int, end: int) -> Iterator[Span]:
    """Cut before 「，对…给予」, 「，支持…」, and before a second grant with a beneficiary and an amount of its own."""
    cuts = [start, *(m.end() for m in _CUT.finditer(flat, start, end)), end]
    merged = [cuts[0]]
    for cut in cuts[1:-1]:
        if _needs_own(flat, merged[-1], cut):
            merged.append(cut)
    merged.append(end)
    for begin, stop in pairwise(merged):
        for a, b in _second_grants(flat, begin, stop):
            yield from _stripped(flat, a, b)


def _needs_own(flat: str, start: int, cut: int) -> bool:
    """A part without a grant or an encouragement of its own belongs to what follows, if that begins with 对."""
    said = GIVES.search(flat, start, cut) or re.search(r"支持|鼓励|加大|用好|落实|保障", flat[start:cut])
    return bool(said) or not flat.startswith(("对",), cut)


def _second_grants(flat: str, start: int, end: int) -> Iterator[Span]:
    begin, granted = start, False
    for match in re.finditer(r"(?:[^，（]|（[^）]*）|（)+", flat[start:end]):
        a, b = start + match.start(), start + match.end()
        gives = GIVES.search(flat, a, b)
        amount = bool(MONEY.search(flat, a, b) or RATE.search(flat, a, b))
        own = (
            gives is not None
            and amount
            and _subject_size(flat, a, gives.start()) >= 3
            and not _NAMED.match(flat, gives.start())
            and not _CAP.search(flat, a, gives.end())
        )
        if granted and own and not re.match(r"\s*(?:再|另|每|并|可|分别)(?!艘|台|辆|亩)", flat[a:b]):
            yield begin, a - 1
            begin = a
        granted = granted or (gives is not None and amount)
    yield begin, end


def _subject_size(flat: str, start: int, end: int) -> int:
    return len(MONEY.sub("", RATE.sub("", flat[start:end])).strip())


def _stripped(flat: str, start: int, end: int) -> Iterator[Span]:
    body = flat[start:end].rstrip().removesuffix("，")
    label = _LABEL.match(body)
    begin = label.end() if label else 0
    if body[begin:].strip():
        yield start + begin, start + len(body)


def grant_in(flat: str, start: int, end: int) -> tuple[Span, Span, Span | None] | None:
    """(what stands before the grant, the grant with its adverbs, who it names as its recipient) or None."""
    addressed = _FOR.search(flat, start, end)
    for gives in GIVES.finditer(flat, start, end):
        amount = has_amount(flat, start, end)
        if not _supports(flat, start, end, gives, amount):
            continue
        weak = gives.group() in _WEAK - {"兑现", "返还", "优惠"}
        towards = _towards(flat, start, gives)
        if not (towards or (addressed and addressed.start() < gives.start()) or (amount and not weak)):
            continue
        how = _how(flat, start, gives.start())
        before = towards or (start, how)
        return before, (how, end), _recipient(flat, gives.start(), end)
    return None


def _supports(flat: str, start: int, end: int, gives: re.Match[str], amount: bool) -> bool:
    """Is it the verb of a support, not a noun, not denied, not a service or a courtesy?"""
    if _NAMED.match(flat, gives.start()) or _in_brackets(flat, start, gives.start()):
        return False
    if _DENIED.search(flat[max(start, gives.start() - 10) : gives.start()]) or _left_out(flat, start, gives):
        return False
    word = gives.group()
    if word == "享受" and not _MAY.search(flat[start : gives.start()]):
        return False
    if word in _NOUNS and not amount:
        return bool(_LIGHT.search(flat[start : gives.start()]))
    if _SUPPORTS.match(flat, gives.end()) or re.match(r"提供(?:担保|贷款|服务)的", flat[gives.start() :]):
        return False
    if word in _OF_SOMETHING:
        rest = re.split(r"[。；]" if word != "提供" else r"[，。；]", flat[gives.end() : end])[0]
        return bool(_SOMETHING.search(rest) or (word != "提供" and (MONEY.search(rest) or RATE.search(rest))))
    return True


def _left_out(flat: str, start: int, gives: re.Match[str]) -> bool:
    """「除上级奖励外」, 「新发放的贷款」."""
    before = flat[start : gives.start()]
    left_out = re.search(r"除[^，。；]{0,12}$", before) and re.match(r"[^，。；]{0,6}外", flat[gives.end() :])
    refused = re.search(r"不(?:再|予)[^，。；]{0,30}$", before)
    return bool(left_out or refused) or (gives.group() == "发放" and before.endswith(("新", "所")))


def _towards(flat: str, start: int, gives: re.Match[str]) -> Span | None:
    found = [match.span("who") for match in _TO.finditer(flat, start, gives.end())]
    return found[-1] if found and found[-1][1] == gives.start() else None


def _how(flat: str, start: int, at: int) -> int:
    """Where the adverbs of the grant begin."""
    part = max(flat.rfind("，", start, at), start - 1) + 1
    by = re.search(
        r"(?<!其)(?:按照?|最高|再给|一次性|分别)|每[\u4e00-\u9fff]{1,4}(?:每[年月])?$|(?:实施|实行|进行|提供|发放|兑现|安排)[^，。；的]{0,16}$|每(?:同比|超过|新增|增加|增长|达到|完成|满|投入|实现|引进).*$",
        flat[part:at],
    )
    match = _HOW.search(flat[part:at])
    found = part + match.start() if match else at
    if _FEE.fullmatch(flat, part, found):
        found = part
    return min(found, part + by.start()) if by and not _in_brackets(flat, part, part + by.start()) else found


def _recipient(flat: str, start: int, end: int) -> Span | None:
    match = _RECIPIENT.match(flat, start, end)
    if match and match.group("simple"):
        return match.span("simple")
    return match.span("who") if match and _WHO.search(match.group("who")) else None


def _in_brackets(flat: str, start: int, at: int) -> bool:
    return flat.count("（", start, at) > flat.count("）", start, at)
