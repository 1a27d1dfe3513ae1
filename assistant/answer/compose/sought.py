"""What a question seeks that is none of the details, and whether the sentences chosen for it say such a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.compose.items import lead_in, with_items
from assistant.answer.compose.listings import listing
from assistant.answer.compose.of_the_asked import BODY
from assistant.answer.grounding.mentions import mentions
from assistant.answer.sentences import Sentence
from assistant.evidence import Evidence
from assistant.question.details import SAID_BY
from assistant.question.sought import SOUGHT
from assistant.question.understand import content_of, flatten, terms_of
from assistant.question.whereabouts import ASKS_CLAUSE, ASKS_OWNER
from assistant.question.words import EACH_MEANS
from index.clauses import Document
from index.clauses.numerals import to_int

MEMBERS = "具体有哪些"
_YEARS = re.compile(r"(?:19|20)\d\d")
_WHICH_BODY = re.compile(
    r"(?:(?<!议事)(?<!协调)机构|银行|医院|公司|学校|药店)[^，。？]{0,6}(?:有|是)哪几?家|哪(?:几?[家所]"
    r"|个(?!阶段|时期|领域|行业|类型|规模|地)|些)[\u4e00-\u9fff]{0,10}(?:(?<!议事)(?<!协调)机构|公司"
    r"|医院|银行|学校|高校|院校|大学|药店|商场|超市|[器饭门]店|服务中心|开发商"
    r"|(?<=[\u4e00-\u9fff])企业(?=参[加与]|入选|上榜|中标))(?!的?(?:人员|员工))"
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
_FIGURE = re.compile(
    r"\d|[一二两三四五六七八九十百千万亿]+(?:[个家名项条类种成倍人米斤元日天年次]|平方|公里|公斤|小时|分之)|百分之"
)
_ENUMERATES = re.compile(
    r"[、；;：:]|(?<![平同对])等(?=[\u4e00-\u9fff])(?![级于待候同])|[和与及或]|，.*，|[（(][一二1２]"
)
_OF_A_LIST = re.compile(
    r"(目录|(?<![白黑红灰])名单|名单(?=[里中上内](?:都|具体)?(?:有|是|包括)哪)|清单|名录)[”」]?(?:"
    r"(?:能不能|能否|可以|可否|能)(?:提供|发|给|查|看)|(?:里|中|上|内|有|包括|具体|都|头|今年|首批|各"
    r"|分别)*[，,]?(?:今年|里头|里面|都)*(?:有|是|包[括含]|列(?:[了出有])?|收录?|涵盖)?了?(?:哪|什么"
    r"|谁(?!发布|制定|公布|编)|多少|怎)|[？?]?$)"
)
_NAMES = re.compile(r"(?:名单|名录)[？?]?$")
_PLACES_LISTED = re.compile(r"(?:地区|[省市县区])(?:名单|名录)[？?]?$")
_ENUMERATES_THREE = re.compile(r"(?:[、；;][^、；;。]+){2}|[\n][^\n]+\n")
_THINGS = re.compile(
    r"哪(?:些|几[个种类家项样])(?!具体|措施|要求|规定|办法|方式|内容|任务|[^，。]{0,3}节点|时间|政策|支持|做法|途径|方法|工作|责任|义务|权利|原则|条件|情形|情况)"
)
"""「哪些药」 is not answered by one sentence that names no several things; a measure may be one sentence."""
_BY = re.compile(r"由[^，。；]{1,20}(?:负责|承担|出资|支付|代[为办])")
_DONE_BY = re.compile(r"由(?:谁|哪)[^，。？]{0,6}(?:负责|承担|出资|支付)")
_SO_MANY = re.compile(r"(?:指|是|为|有|包括|代表)(?:的)?哪([二两三四五六七八九十])")
_EACH_OF = re.compile(
    r"([二两三四五六七八九十]|\d{1,2})[个所家项座条种类处户名位大][^，。？]{1,10}?(?:(?:分别|各自)?(?:是|叫|有)(?:哪(?:几|些)?|什么名[字称]?)|(?:分别|各自)叫什么|[，,]?(?:文[中件]里?)?(?:分别)?是?(?:怎么|如何)列)"
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
    for asked, said, missing in SOUGHT:
        if asked.search(flat) and not any(said.search(text) for text in (*texts, *leads)):
            return missing
    if _COUNTED.search(flat) and not any(_FIGURE.search(_YEARS.sub("", text)) for text in texts):
        return "具体数值"
    if (figures := _FIGURES_AT.findall(flat)) and not any(f in flatten(t) for f in figures for t in texts):
        return f"“{figures[0]}”的规定"
    if wording := _not_worded(evidence, document, chosen):
        return wording
    typed = evidence.question.typed[-1:]
    names_body = _WHICH_BODY.search(flat) or any(_BODY_TYPED.search(word) for word in typed)
    if names_body and not any(_names_a_body(text, flat) for text in texts):
        return "具体的机构名称"
    if evidence.question.role and not any(_names_an_agency(text) for text in texts):
        return "责任单位"
    if _only_names_a_number(flat, texts):
        return "具体所指"
    return "" if _names_several(evidence, document, chosen) else MEMBERS


_NUMBER_OF_THINGS = re.compile(
    r"[“「]((?:[一二两三四五六七八九十]|\d{1,3})个?[\u4e00-\u9fff]{2,4}|\d{3,6})[”」][^，。？]{0,14}(?:哪|什么|怎么列|内容)"
)


def _only_names_a_number(flat: str, texts: Sequence[str]) -> bool:
    """「“四个一批”具体是哪四个」, where each sentence has it as a word that is known: 「按照“四个一批”要求」."""
    asked = _NUMBER_OF_THINGS.search(flat)
    if asked is None or ASKS_OWNER.search(flat) or ASKS_CLAUSE.search(flat):
        return False
    word = re.escape(asked[1])
    told = re.compile(
        rf"、[^、，,。；;“]{{1,10}}[“「]?{word}|{word}[”」]?[^。；]{{0,12}}(?:[：:（(]|即|包括|指|是)"
    )
    having = [text for text in texts if asked[1] in text]
    return bool(having) and all(re.search(word + _KNOWN, text) and not told.search(text) for text in having)


_KNOWN = r"[”」]?(?:的?(?:要求|原则|机制|模式|工程|布局|制度|体系|政策|思路|标准|战略|格局|行动)|[^。；]{0,4}(?:布局|体系))"


def saying_what_is_sought(
    evidence: Evidence, found: Sequence[Sentence], kept: Sequence[Sentence]
) -> list[Sentence]:
    """Those of ``found`` that say such a thing as is sought, where none that is ``kept`` does."""
    for said in _ways_to_say(evidence.question.flat):
        if not any(said.search(one.text) for one in kept):
            return [one for one in found if said.search(one.text)] or list(kept)
    return list(kept)


_ONE_OF = re.compile(
    r"([\u4e00-\u9fff、]{2,10}?)(?:也|还)?(?:算不算|属不属于|是不是属于|算是?|属于)[^，。？]{2,16}(?:吗|么|[？?]|$)"
)
"""「标底算不算经营信息」: a sentence that has the word tells."""
_NAMED = re.compile(
    r"(机制|行动|工程|制度|活动|大赛|品牌|专项|计划|平台|系统)(?:的?名[称字]|叫什么|叫啥|叫做什么)"
)
_WHICH = re.compile(r"哪(?:些|几?个|家|项|种|类|所|支|条)?([\u4e00-\u9fff]{3,6})")
LEAST_NOUN = 3
LEAST_LISTED = 4
"""Characters in front of 清单 that name what is listed."""


def _ways_to_say(flat: str) -> Iterator[re.Pattern[str]]:
    """How a sentence says what is sought, the surest first: 「机制叫什么」, 「哪个领导小组」."""
    if one_of := _ONE_OF.search(flat):
        yield re.compile(
            "|".join(re.escape(name) for name in re.split("[、和与及的]", one_of[1]) if len(name) > 1)
        )
    if named := _NAMED.search(flat):
        yield re.compile(rf"[“《][^”》]+[”》]{named[1]}")
    for asked, said, _ in SOUGHT:
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
        which = re.search("哪[几些][类种个项份]?$", flat[: listed.start()])  # 「包括哪几类清单」
        thing = listed[1] if which else flat[: listed.start()][-LEAST_LISTED:]  # 「量子测量设备 清单」
        so_called = re.compile(f"、[^。；]*等(?![级于候待])[^，、。；]*{re.escape(thing)}")
        named = which or len(thing) == LEAST_LISTED
        in_words = re.compile(
            f"、[^。；、]{{1,12}}的?[“「][^”」]{{1,4}}{listed[1]}[”」]"
        )  # 「甲、乙的“两张清单”」
        if any((named and so_called.search(said)) or in_words.search(said) for said in map(flatten, shown)):
            return True
        behind = (text[text.find(listed[1]) :].split("。")[0] for text in shown if listed[1] in text)
        return any(_ENUMERATES_THREE.search(text) for text in behind)
    if _only_names_programme(flat, chosen):
        return False
    # 「“四链”指哪四条」, 「4所学校分别是哪几所」, 「四侧和四链分别是什么」
    if counted := _SO_MANY.search(flat) or _EACH_OF.search(flat) or _OF_A_NUMBER.search(flat):
        least = to_int(counted[1].replace("两", "二")) - 1
        if not any(_parts(with_items(document, one).text) > least for one in chosen):
            return False
    if (evidence.question.which and _THINGS.search(flat)) or _NAMES.search(flat):
        return any(
            (len(chosen) > 1 and lead_in(document, one) is not None)
            or _ENUMERATES.search(_without_asked(_TITLE.sub("", one.text), flat))
            or _CHAIN.search(one.text)
            for one in chosen
        )
    return True


OWN = 5
"""Characters in a row that a sentence has from the question: 「重症疾病和慢性」 enumerates nothing that is asked for."""


def _without_asked(text: str, flat: str) -> str:
    """Each such run as 其."""
    at, kept = 0, ""
    while at < len(text):
        end = max((e for e in range(at + OWN, len(text) + 1) if text[at:e] in flat), default=at)
        kept += "其" if end > at else text[at]
        at = max(end, at + 1)
    return kept


def _parts(text: str) -> int:
    """How many a sentence tells apart: 「甲、乙」, 「第一种…。第二种…」."""
    pieces = re.findall("[、；;—–]+", text) or re.findall("[和与及](?=[\u4e00-\u9fff]{2})", text)
    return max(len(pieces) + 1, len(re.findall("第[一二三四五六七八九]种", text)))


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
_FIGURES_AT = re.compile(r"(\d[\d.]*[万亿]?元)(?=.*(?:(?:写|规定)在哪|哪一?条|第几条))")
"""「每户10万元到300万元的限制写在哪条」."""
_CLAUSE_OF = re.compile(r"^([^，。？]{4,24}?)的?(?:条款|规定|条文)[^，。？]{0,3}(?:是|在)(?:第几|哪)")
"""「流片补助的条款是第几条」."""
LEAST_WORDED = 0.4
"""Share of the matter whose wording is asked for that the sentences with their headings must hold."""


def _not_worded(evidence: Evidence, document: Document, chosen: Sequence[Sentence]) -> str:
    """「对规划人口规模上限的表述，原文是哪一句」, where the sentence has nothing of it."""
    flat = evidence.question.flat
    asked = _WORDING_OF.search(flat) or _CLAUSE_OF.search(flat)
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


def _names_a_body(text: str, asked: str) -> bool:
    """One that the question does not name itself: 「未来技术学院」."""
    found = (m for m in _BODY.finditer(flatten(text)) if m.group()[-BODY:] not in asked)
    return any(_OF_A_PLACE.match(m[1]) or not _ANY_BODY.search(m[1]) for m in found)


_OF_A_PLACE = re.compile("[市区县省州](?!级|属)")
