"""What an agency's name looks like, and how a list of names is cut: at 、，；, and at 和/及/与 between whole names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.wording import either

_BODY = either(
    r"委员会|管委会|党工委|工委|政府|政协",
    r"人大(?:常委会)?",
    r"(?:市|省|区|县|州|自治区|旗|党|政法|军|团)委",
    r"委",
    r"(?<![布格结当时届定大全开出终僵])局",
    r"(?<![大客歌])厅",
    r"公署|署",
    r"(?<![主承经协申举督交查创包开代转审兴合联自采待补惩严])办",
    r"办公室",
    r"(?<![全内外干局本各大中南北东西上下一头腰])部",
    r"人民团体",
)
_BRANCH = either(
    r"(?:联合|总|协|学|商|理事|基金|研究|红十字|银保监|证监|保监|银监|贸促|文|妇|侨|工)会",
    r"工会|妇联|科协|残联|文联|侨联|工商联|社科联",
    r"团[市省区县]委",
    r"供销[合作联总]*社",
    r"法院|检察院|检委|海关|税务机关|公安机关|机关|分行|支行|银行|监管组|分公司|支队|总队",
    r"大队|派出所",
    r"[市省区县州镇乡村街]道?办事处",
    r"办事处|专班|领导小组|工作组|联席会议|指挥部",
    r"部门(?:和单位)?",
    r"中心|监理所",
    r"管理[处所站]",
    r"监督[处所站]",
    r"检测所|工作站|服务站|研究院|科学院|博物院|文化馆|图书馆",
    r"集团(?:有限)?(?:公司)?",
    r"公司|大学|学院|经办机构|管理机构|监督管理机构|监管机构|社保局|街道|开发区",
    r"[高新经]{1,2}[新开]?区",
    r"高新区|经开区|新区|示范区|功能区|园区|度假区|风景区|试验区|合作区|自贸区|片区",
)
_PLACE = r"(?:各|有关|相关|全[市省区县])?[\u4e00-\u9fff]{0,8}[市省县区州旗镇乡](?:级)?"
_STRICT = re.compile(rf"(?:{_BODY}|{_BRANCH})$")
_LOOSE = re.compile(
    r"[局委部厅办院署会行处室所站队府司区县市州省乡镇旗组关团校心盟社构位门网业学道街班馆台园库联协]$"
)
_BRACKETS = re.compile(r"[（(〔〈＜<\[【][^）)〕〉＞>\]】]*[）)〕〉＞>\]】]")
_WORDS = re.compile(
    either(
        r"的|了|是",
        r"(?<!民|亲)在(?!地)",
        r"将(?!军)",
        r"把|被",
        r"对(?!外|口|台|接)",
        r"并",
        r"应(?!急)",
        r"须|予以|给予|会同|积极|共同|做好|加强|密切|按照|根据|依据|依法|通过|申请|提交|提供",
        r"负责|牵头|配合|落实|不得|可以|认为",
        r"认定(?!.{0,4}(?:委|局|中心|办|小组))",
        r"经(?!济|信|开|贸|发|合|费|办|营|促)",
        r"由(?!.*自由)",
        r"向(?!.*方向)",
        r"其(?!他)",
        r"该|此",
        r"如(?!皋|东|意)",
        r"或|下设",
        r"(?<![高平])等",
        r"收到|开展|出具",
        r"组织(?!部|委|人事|办|工作|推进|领导)",
        r"符合|使用|实行",
        r"实施(?!.{0,8}(?:小组|办|专班|中心|领导))",
        r"用好|建立",
        r"成立(?!.{0,12}(?:办|小组)$)",
        r"代表(?!大会|.{0,4}处)",
        r"组建",
        r"可(?!再生|持续|克达)",
        r"要(?!素)",
        r"委托|加快|坚持|鼓励|允许|要求|推动|促使",
        r"支持(?!.{0,6}(?:中心|办|小组))",
        r"确保|督促|结合|围绕|按职责|以下",
        r"以上(?!地方|人民|各级|政府|机关|.{0,10}(?:部门|政府|机构|机关)$)",
        r"[。；：:！？!?“”\"]\s*$",
        r"\d{4}年",
        r"\d[\d.万亿千百]*元",
        r"[%％]",
    )
)
_VAGUE = re.compile(
    r"(?:(?:其他|其它)?(?:有关|相关|等|涉及)(?:职能|业务|行业|主管)*(?:方面|部门|单位|机构|企业"
    r"|部门和单位|单位和部门)*|(?:其他|多)?(?:部门|单位|机构|企业)|主管部门|行政(?:主管)?部门|职能部门"
    r"|牵头(?:单位|部门)|责任(?:单位|部门)|配合(?:单位|部门)|地方|政府|机关|中心|本级|上级|下级|同级"
    r"|集团|公司|领导小组|办公室|管理部门|监管部门|管理机构|工作组|专班|委员会|街道|开发区|新区|园区"
    r"|公安|金融机构)"
)
_SHORT = re.compile(r"(?:各)?[省市县区镇乡州旗地](?:级)?")
OPEN, CLOSE = "（(〔〈＜<[【", "）)〕〉＞>]】"
_ETC = r"等(?=(?:其他|各)?(?:市|省|区|县|州)?(?:直|级)?(?:各)?"
_ETC += r"(?:其他|相关|有关|部门|单位|机构|职能|成员|方面|多|各"
_ETC += r"|[\d二三四五六七八九十]+个?|和|及|与|、|，|,|负责|按|根据|要|应|会同|共同|分别|$))"
_TRIM = re.compile(
    rf"(?:{_ETC}.*|[（(〈〔](?:以下|下同|不含|含|包括|联系|电话|排名|按职责)[^）)〉〕]*[）)〉〕]?)$", re.S
)
_COLLECTIVE = re.compile(
    r"(?:各|有关|相关|市直|省直|区直|县直|市属|省属|县级以上|地方|中央|全市|全省|沿江|承办|试点|所在)[\u4e00-\u9fff（()）〔〕、]*"
    r"[市省县区州旗镇乡府门位构区局委会校院关处企业业司团体地行]"
)


def bare(name: str) -> str:
    """Without white space and bracketed parts."""
    return _BRACKETS.sub("", re.sub(r"\s", "", name))


def is_agency(name: str) -> bool:
    """Strictly: a whole name that ends as agencies' names do, with no word of a sentence in it."""
    flat = bare(name)
    if not 2 <= len(flat) <= 30 or _VAGUE.fullmatch(flat) or _WORDS.search(flat):
        return False
    return bool(
        _STRICT.search(flat)
        or re.fullmatch(r"(?:各|有关|相关)(?!.*部门)[\u4e00-\u9fff、]{0,6}[市省县区州旗镇乡]", flat)
    )


def may_be_agency(name: str) -> bool:
    """Loosely, for an item of a list that says whose it is: 「国网南京供电公司」, 「江北新区」, 「贵州中烟」."""
    flat = bare(name)
    if not 2 <= len(flat) <= 30 or _VAGUE.fullmatch(flat) or _WORDS.search(flat):
        return False
    return bool(_LOOSE.search(flat) or _STRICT.search(flat) or _COLLECTIVE.fullmatch(flat))


def is_open(text: str) -> bool:
    """The list says 等, or 有关部门 besides the names, so that it is not complete."""
    return bool(
        re.search(r"等(?=$|[，,。；（(〕）)\]])|" + _ETC, text)
        or re.search(r"(?:有关|相关)(?:部门|单位|方面)", text)
    )


_SHARED = re.compile(r"等(?:有关|相关)?(?P<end>(?:行政)?(?:主管)?部门)\s*$")


def shared_end(text: str) -> str | None:
    """「市发展改革、财政、科技等部门」: the end that all items of the list lack; None where they are whole names."""
    match = _SHARED.search(text)
    if not match:
        return None
    items = [text[a:b] for a, b in split_names(text)]
    plain = all(
        re.fullmatch(r"[\u4e00-\u9fff（）]{2,16}", one) and not _WORDS.search(bare(one)) for one in items
    )
    return match.group("end") if plain and items and not any(map(is_agency, items)) else None


def split_names(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the items of a list, in order; brackets stay with their name, 「市、区民政部门」 is one."""
    pieces = list(_pieces(text))
    at = 0
    while at < len(pieces):
        begin, stop = pieces[at]
        while at + 1 < len(pieces) and _shares_end(text[begin:stop], text[slice(*pieces[at + 1])]):
            at += 1
            stop = pieces[at][1]
        at += 1
        trimmed = _TRIM.sub("", text[begin:stop]).rstrip()
        name = trimmed.lstrip()
        if len(name) >= 2:
            yield begin + len(trimmed) - len(name), begin + len(trimmed)


def _shares_end(left: str, right: str) -> bool:
    """「市」 before 「区民政部门」, 「各市」 before 「县人民政府」: one name with a shared end."""
    head = re.split(r"[、]", bare(left))[-1]
    if not _SHORT.fullmatch(head):
        return False
    if not head.startswith("各") and "各" not in left and len(head) == 1:
        return bool(re.match(r"[省市县区镇乡州旗]", right.strip()))
    return bool(re.match(r"[市县区镇乡州旗](?:级)?(?:人民政府|政府|管委会|$|[（(〔])", right.strip()))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    depth, begin, i = 0, 0, 0
    while i < len(text):
        char = text[i]
        depth = depth + 1 if char in OPEN else max(depth - 1, 0) if char in CLOSE else depth
        width = _joint(text, begin, i) if depth == 0 else 0
        if width:
            yield begin, i
            begin = i + width
            i = begin
        else:
            i += 1
    yield begin, len(text)


def _joint(text: str, begin: int, i: int) -> int:
    """How many characters at ``i`` part two names, 0 where none do."""
    if text[i] in "、，,；;/\n\t":
        return 1
    if text[i] not in "和及与以并会":
        return 0
    match = re.compile(r"会同|以及|[和及与]").match(text, i)
    left = text[begin:i].strip()
    if not match or not (left.endswith("等") or ends_whole(left)):
        return 0
    right = re.split(r"[、，,；;]", text[match.end() :])[0]
    return match.end() - i if len(right.strip()) >= 2 and not _VAGUE.fullmatch(right.strip()) else 0


def ends_whole(name: str) -> bool:
    """May a new name begin behind it? 「市文化」 in 「市文化和旅游局」 is no whole name."""
    flat = bare(name)
    return is_agency(flat) or bool(
        re.fullmatch(r".{0,8}[区县]|各.{0,6}市", flat) and not flat.endswith("自治县区")
    )
