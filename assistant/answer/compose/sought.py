"""What a question seeks that is none of the details, and whether the sentences chosen for it say such a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.compose.items import lead_in, with_items
from assistant.answer.compose.listings import listing
from assistant.answer.grounding.mentions import mentions
from assistant.answer.sentences import Sentence
from assistant.evidence import Evidence
from assistant.question.details import SAID_BY
from assistant.question.understand import content_of, flatten, terms_of
from assistant.question.words import EACH_MEANS
from index.clauses import Document
from index.clauses.numerals import to_int

# How it is asked for, how a sentence says it, what is missing in words where none does.
_SOUGHT = tuple(
    (re.compile(asked), re.compile(said), missing)
    for asked, said, missing in (
        (
            r"(?:费用?|钱|经费|资金)[^，。？]{0,8}(?:谁|哪[个方里]|自己|我|个人|单位|银行)[^，。？]{0,4}(?:承担|出|付|负担|掏)"
            r"|(?:谁|哪[个方])来?(?:承担|出|掏|付)[^，。？]{0,4}(?:费|钱)|各自?(?:出|承担|负担|分担|掏)(?:多少|几)",
            r"承担|负担|支付|列支|自理|自付|免收|不收|免费|出资|缴纳|交纳|保障|补[助贴]|由.{2,24}(?:出|付)|付费|收费|安排",
            "费用由谁承担",
        ),
        (
            r"由(?:谁|哪[些几][个家方]?(?:单位|部门|成员|人员?|机构|企业)?)(?:共同)?(?:组成|构成)|成员(?:单位)?(?:都|分别)?(?:有|是|包括)(?:哪|谁)",
            r"组成|构成|成员|(?:[局委厅办部院校]|公司|中心|部门|单位|政府|代表|人员|专家|主任|领导)、[^、，。]{2,}",
            "由哪些单位组成",
        ),
        (
            r"(?:要|用|需|得)[^，。？]{0,6}(?:退|吐|还)(?:回|钱|出来|掉)?[吗么不？?]|退不退|能退[吗么不]|退费",
            r"退|追[回缴]|收回|返还|扣回|归还|赔",
            "是否退还",
        ),
        (r"谁[^，。？]{0,4}(?:同意|批准|签字|盖章|点头)", r"同意|批准|签字|盖章", "由谁同意"),
        (r"赔(?:不赔|吗|钱|偿|多少|呀|啊|[？?]|$)", r"赔|补偿|责任|修复|退还|承担|负担|核销|弥补", "赔偿"),
        (
            r"(?:发|给)现金还是|打到?银?行?卡|现金还是",
            r"现金|银行|卡|账户|转账|社会化发放|一卡通",
            "发放的方式",
        ),
        (
            r"(?:有没有|有无|是否有|有)(?:什么|啥|任何|相应的?|专门的?)?[^，。？]{0,6}(?:补贴|补助|奖励|资助|奖补|津贴|好处)(?:吗|么|没有?|呢)?[？?]?$",
            r"补[贴助偿]|奖|资助|津贴|贴息|优惠|减[免征收半]|免[征收费租除]|全免|扣除|出资|经费|报销|返还|[\d百千万亿]元",
            "补贴或奖励",
        ),
        (
            r"(?:评分|打分|得分|分数|权重)[^，。？]{0,4}(?:标准|线|多少|几|细则|怎|是|如何|各)|占多少分",
            r"\d分|评分|得分|分值|打分|权重",
            "评分的标准",
        ),
        (
            r"(?:收费|要钱|交钱|花钱|免费)(?:吗|么|不|还是|没|[？?]|$)|收不收[^，。]{0,4}(?:费|钱)|要不要(?:交|花|给)?钱|免不免",
            r"收费|费用|免费|收取|免收|元|价|免[予除]|减免|优惠|工本费",
            "是否收费",
        ),
        (
            r"摘牌|退出(?!公告)|除名|淘汰|取消[^，。？]{0,4}资格",
            r"摘牌|退出|撤销|取消|除名|淘汰|动态(?:管理|调整)|收回",
            "退出或撤销的情形",
        ),
        (
            r"(?:什么|哪个|啥)(?:职务|职位|官职|岗位职务)|职务(?:是|为)?(?:什么|啥)",
            r"[局处科镇区县市省院校会部]长|主任|书记|经理|董事|总裁|秘书|委员",
            "职务",
        ),
        (
            r"(?:具体|哪[些几]种?|什么)的?情形(?=[，,？?]|$)|情形(?:有哪些|是什么|包括)",
            r"情形|情况|下列|以下|之一|的，",
            "具体情形",
        ),
        (
            r"[\u4e00-\u9fff]{2}标准[，,]?[^，。？]{0,4}(?:如何|怎么|怎样|是?怎么)(?:界定|规定|定|划)",
            r"标准|指标|以[上下]|[低少高多]于|达到?\d|超过",
            "具体标准",
        ),
        (r"(?:多少|几)次", r"\d次|[一二两三四五六七八九十]次|次数|逐[次年]|全覆盖", "具体次数"),
        (r"第几名|第一名|排名|排第[几一]", r"名次|排名|第[一二三]名|居[^，。；]{0,6}第", "名次"),
        (r"(?:什么|哪[些种])职称|职称(?:要求|条件)", r"职称|[初中高]级|正高|副高", "职称要求"),
        (
            r"(?:考|要|持|有|拿|取得)(?:什么|哪[些个种])(?:证(?!明|件)|执照)",
            r"执照|证书|资格证|职业资格|上岗证|许可证|持证",
            "所需的证书",
        ),
        (
            r"(?:怎么?|如何|怎样)分(?:配|解|到|给)",
            r"分配|分解|按[^，。；]{1,20}分|各[\d一二三四五六七八九十]|平均",
            "如何分配",
        ),
        (r"(?:请|休)[^，。？]{0,4}假|带薪假", r"假", "休假"),
        (
            r"(?:App|APP|平台|系统|小程序|网站|公众号|机制|行动|工程|制度|活动|大赛|赛事|品牌|专项|称号)[^，。？]{0,4}(?:叫什么|叫啥|名称|什么名)",
            r"“[^”]+”|《[^》]+》|[\u4e00-\u9fff]{2,}(?:网|通)(?=[^\u4e00-\u9fff]|申|办|提|填|报|查)|(?:中心|平台|基地)、[^，。；、]{2,}(?:中心|平台|基地)",
            "具体的名称",
        ),
        (
            r"不服|申诉|复议|起诉|打官司",
            r"不服|申诉|复核申请|(?:申请|提出|要求)[^，。；]{0,6}复核|复议|诉讼|异议|申辩|仲裁",
            "对决定不服怎么办",
        ),
    )
)
_YEARS = re.compile(r"(?:19|20)\d\d")
_WHICH_BODY = re.compile(
    r"(?:(?<!议事)(?<!协调)机构|银行|医院|公司|学校|药店)[^，。？]{0,6}(?:有|是)哪几?家|"
    r"哪(?:几?家|个|所|些)[\u4e00-\u9fff]{0,10}(?:(?<!议事)(?<!协调)机构|公司|医院|银行|学校|药店|商场|超市|[器饭门]店|开发商|(?<=[\u4e00-\u9fff])企业(?=参[加与]|入选|上榜|中标))(?!的?(?:人员|员工))"
)
_BODY_TYPED = re.compile(r"(?:公司|银行)$")
_BODY = re.compile(
    r"([\u4e00-\u9fff]{2,12}?)(?:公司|银行|医院|大学|学院|学校|研究院|实验室|集团|协会|药店|商场|超市|[分旗专]店|管理所|事务所|办公室|领导小组|专班)"
)
_ANY_BODY = re.compile(
    r"第三方|专业|资质|定点|评估|审计|金融|担保|经办|合作|相关|有关|经销|零售|大型|承办|承贷|各|该|其|商业|公立|民营|医疗|保险|物业|企业|委托|指定"
)
_COUNTED = re.compile(
    r"(?:(?<!哪)几|多少)[个家项名座][？?]?$|(?:是|为|有|达到?|要到?|定)(?:多少|几何)|多大$|多高$"
)
_FIGURE = re.compile(r"\d|[一二两三四五六七八九十百千万亿]+(?:[个家名项条类种成倍人]|分之)|百分之")
_ENUMERATES = re.compile(
    r"[、；;：:]|(?<![平同对])等(?=[\u4e00-\u9fff])(?![级于待候同])|[和与及或]|，.*，|[（(][一二1２]"
)
_OF_A_LIST = re.compile(
    r"(目录|(?<![白黑红灰])名单|名单(?=[里中上内](?:都|具体)?(?:有|是|包括)哪)|清单|名录)[”」]?(?:(?:能不能|能否|可以|可否|能)(?:提供|发|给|查|看)|(?:里|中|上|内|有|包括|具体|都|头|今年|首批)*[，,]?(?:今年|里头|里面|都)*(?:有|是|包[括含]|列(?:[了出有])?|收录?|涵盖)?了?(?:哪|什么|谁|多少)|[？?]?$)"
)
_NAMES = re.compile(r"(?:名单|名录)[？?]?$")
_PLACES_LISTED = re.compile(r"(?:地区|[省市县区])(?:名单|名录)[？?]?$")
_ENUMERATES_THREE = re.compile(r"(?:[、；;][^、；;。]+){2}|[\n][^\n]+\n")
_THINGS = re.compile(
    r"哪(?:些|几[个种类家项样])(?!具体|措施|要求|规定|办法|方式|内容|任务|[^，。]{0,3}节点|时间|政策|支持|做法|途径|方法|工作|责任|义务|权利|原则|条件|情形|情况)"
)
"""「哪些药」 is not answered by one sentence that names no several things; a measure may be one sentence."""
_BY = re.compile(r"由[^，。；]{1,20}(?:负责|承担|出资|支付)")
_DONE_BY = re.compile(r"由(?:谁|哪)[^，。？]{0,6}(?:负责|承担|出资|支付)")
_SO_MANY = re.compile(r"(?:指|是|为|有|包括|代表)(?:的)?哪([二两三四五六七八九十])")
_EACH_OF = re.compile(
    r"([二两三四五六七八九十]|\d{1,2})[个所家项座条种类处户名位][^，。？]{1,10}?(?:(?:分别|各自)?(?:是|叫|有)哪(?:几|些)?|[，,]?(?:文[中件]里?)?(?:分别)?是?(?:怎么|如何)列)"
)
_TITLE = re.compile(r"《[^《》]*》")
_OF_A_NUMBER = re.compile(rf"[“「]?([二三四五六七八九])[\u4e00-\u9fff]{{1,2}}[”」]?{EACH_MEANS}")
_OF_A_PROGRAMME = re.compile(
    r"([\u4e00-\u9fff]{2}(?:计划|行动|工程|活动|制度|机制))[”」]?(?:里面?|中|都|具体|到底)*(?:包[含括]|有|规定|含|给)了?哪些(?:具体|主要)?的?([\u4e00-\u9fff]{2,6})"
)
"""「渝跃行动都包含哪些人才待遇」."""


def asks_for_list(flat: str) -> bool:
    """「目录里有哪些展会」."""
    return bool(_OF_A_LIST.search(flat))


def lacking(evidence: Evidence, document: Document, chosen: Sequence[Sentence]) -> str:
    """What none of the sentences says, in words; empty where nothing is lacking."""
    flat = evidence.question.flat
    texts = [one.text for one in chosen]
    leads = [over.text for one in chosen if (over := lead_in(document, one))]
    for asked, said, missing in _SOUGHT:
        if asked.search(flat) and not any(said.search(text) for text in (*texts, *leads)):
            return missing
    if _COUNTED.search(flat) and not any(_FIGURE.search(_YEARS.sub("", text)) for text in texts):
        return "具体数值"
    if wording := _not_worded(evidence, document, chosen):
        return wording
    typed = evidence.question.typed[-1:]
    names_body = _WHICH_BODY.search(flat) or any(_BODY_TYPED.search(word) for word in typed)
    if names_body and not any(_names_a_body(text) for text in texts):
        return "具体的机构名称"
    if evidence.question.role and not any(_names_an_agency(text) for text in texts):
        return "责任单位"
    return "" if _names_several(evidence, document, chosen) else "具体有哪些"


def saying_what_is_sought(
    evidence: Evidence, found: Sequence[Sentence], kept: Sequence[Sentence]
) -> list[Sentence]:
    """Those of ``found`` that say such a thing as is sought, where none that is ``kept`` does."""
    for said in _ways_to_say(evidence.question.flat):
        if not any(said.search(one.text) for one in kept):
            return [one for one in found if said.search(one.text)] or list(kept)
    return list(kept)


_NAMED = re.compile(
    r"(机制|行动|工程|制度|活动|大赛|品牌|专项|计划|平台|系统)(?:的?名[称字]|叫什么|叫啥|叫做什么)"
)
_WHICH = re.compile(r"哪(?:些|几?个|家|项|种|类|所|支|条)?([\u4e00-\u9fff]{3,6})")
LEAST_NOUN = 3
LEAST_LISTED = 4
"""Characters in front of 清单 that name what is listed."""


def _ways_to_say(flat: str) -> Iterator[re.Pattern[str]]:
    """How a sentence says what is sought, the surest first: 「机制叫什么」, 「哪个领导小组」."""
    if named := _NAMED.search(flat):
        yield re.compile(rf"[“《][^”》]+[”》]{named[1]}")
    for asked, said, _ in _SOUGHT:
        if asked.search(flat):
            yield said
    yield from listing(flat)
    if _DONE_BY.search(flat):
        yield _BY
    if which := _WHICH.search(flat):
        for length in range(len(which[1]), LEAST_NOUN - 1, -1):
            yield re.compile(which[1][:length])


def _names_several(evidence: Evidence, document: Document, chosen: Sequence[Sentence]) -> bool:
    """Several things, where such are asked for."""
    flat = evidence.question.flat
    if listed := _OF_A_LIST.search(flat):
        shown = [with_items(document, one).text for one in chosen]
        if _PLACES_LISTED.search(flat):  # 「试点地区 名单」: their names are the list
            return any(SAID_BY["places"].search(text) for text in shown)
        thing = flat[: listed.start()][-LEAST_LISTED:]  # 「量子测量设备 清单」
        so_called = re.compile(f"、[^。；]*等(?![级于候待])[^，、。；]*{re.escape(thing)}")
        if len(thing) == LEAST_LISTED and any(so_called.search(flatten(text)) for text in shown):
            return True
        behind = (text[text.find(listed[1]) :].split("。")[0] for text in shown if listed[1] in text)
        return any(_ENUMERATES_THREE.search(text) for text in behind)
    if _only_names_programme(flat, chosen):
        return False
    # 「“四链”指哪四条」, 「4所学校分别是哪几所」, 「四侧和四链分别是什么」
    if counted := _SO_MANY.search(flat) or _EACH_OF.search(flat) or _OF_A_NUMBER.search(flat):
        least = to_int(counted[1].replace("两", "二")) - 1
        if not any(len(re.findall("[、；;—–]+", with_items(document, one).text)) >= least for one in chosen):
            return False
    if (evidence.question.which and _THINGS.search(flat)) or _NAMES.search(flat):
        return any(
            lead_in(document, one) is not None
            or _ENUMERATES.search(_TITLE.sub("", one.text))
            or _CHAIN.search(one.text)
            for one in chosen
        )
    return True


_CHAIN = re.compile(r"(?:[\u4e00-\u9fff]{2,8}[—–-]+){2,}[\u4e00-\u9fff]{2,8}")
"""「鉴别—评估—防御—治理」 lists its steps."""


def _names_an_agency(text: str) -> bool:
    """Also 「主管部门」, but none that only stands beside what is done, 「加强与国家有关部委的对接」."""
    named = (one.name for one in mentions(text, generic=True))
    return bool(_BY.search(text)) or any(not _SOME_AGENCY.match(name) for name in named)


_SOME_AGENCY = re.compile(r"(?:国家)?(?:有关|相关|其他|各级?|行业)")


_WORDING_OF = re.compile(
    r"(?:对|关于)([^，。？对]{4,20}?)的?(?:表述|提法|说法|规定|条款|原文|原话)[^，。？]{0,3}(?:[，,？?]|是|怎|$)"
)
LEAST_WORDED = 0.4
"""Share of the matter whose wording is asked for that the sentences with their headings must hold."""


def _not_worded(evidence: Evidence, document: Document, chosen: Sequence[Sentence]) -> str:
    """「对规划人口规模上限的表述，原文是哪一句」, where the sentence has nothing of it."""
    asked = _WORDING_OF.search(evidence.question.flat)
    terms = terms_of(content_of(asked[1])) if asked else ()
    entries = [(one, document.clause_at(one.start, one.end)) for one in chosen] if terms else []
    said = flatten("".join(f"{entry.heading if entry else ''}{one.text}" for one, entry in entries)).lower()
    little = entries and evidence.coverage(said, terms) < LEAST_WORDED
    return f"“{asked[1]}”" if asked and little else ""


def _only_names_programme(flat: str, chosen: Sequence[Sentence]) -> bool:
    """The sentences name the programme beside other things and say nothing of the kind that it is to hold."""
    asked = _OF_A_PROGRAMME.search(flat)
    if asked is None or asked[2][-2:] in "".join(one.text for one in chosen):
        return False
    return any(re.search(rf"{asked[1]}[”」]?[和与及、]", one.text) for one in chosen)


def _names_a_body(text: str) -> bool:
    return any(not _ANY_BODY.search(name) for name in _BODY.findall(flatten(text)))
