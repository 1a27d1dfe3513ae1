"""What an amount is asked of: 「物业费多少钱」."""

from __future__ import annotations

import re

from assistant.question import details
from assistant.question.paying import PAYING
from assistant.question.said_as import NUMBER
from index.wording import either

_TIER = re.compile(
    rf"(?:了|有|满|达到?|超过|不到)?{NUMBER}(?:多|余)?[万亿]?(?:亩|平方?米?|公里|吨|元|户|岁|年|个?月|天|头|只|台|辆)(?:以[上下内])?$"
)
"""「种了四百亩，奖多少」: how much there is of the thing."""
_WON = re.compile(r"(?:[拿得评][到上了]+|获得?|荣获)了?([\u4e00-\u9fff]{2,12}奖)的[\u4e00-\u9fff]{2,4}$")
_SUM_NAMED = re.compile(r"产值|营收|增加值|税收|利润")
_LOAN_FOR_A_HOME = re.compile(r"(?<=贷款)[买购]房$|(?<=公积金)[买购]房$")
"""「用公积金贷款买房额度能提高多少」."""
_FUND_PAYS = re.compile(
    r"(?:医保|统筹|财政|专项)(?:基金|资金|账户)?(?:各自?|分别)?(?:一个?月|[每一]年|每月|最[多高]|[能会可]以?)*[给报付支]{0,3}$"
)
_WHO_PAYS = re.compile(
    either(
        r"的?(?:准确|确切|实际)的?$",
        r"(?:自己|个人)?(?:要|得|需要?|必须)先$",
        r"(?:今年|明年|目前|现在|每年)拿?出?$",
        r"(?:加起来|合起来|总共|一共|合计|总计)$",
        # 哪些
        (
            r"(?:由|归)?(?:谁|哪[个些]?方?)来?(?:承担|出|付|负担|掏)?[、，,和]?(?:各自?|分别)?(?:承担|出"
            r"|付)?$"
        ),
    )
)
"""「评估费由谁承担、各承担多少」."""
_CHANGES = re.compile(r"(?<=[率费价额准例])(?:下?降低?|[上下][调浮]|上?涨|提高|调整)了?$")
"""「费率降到百分之几」."""
_ASKED = re.compile(r"([\u4e00-\u9fff])不\1[，,]?$|什么|哪|怎|多少|要求$|条件$|超过$|达到$|吗$")


_WHEN = re.compile(r"(?:那天|当天|的?时候|当时|那会儿)$")


def priced_in(flat: str) -> tuple[str, ...]:
    """As two pieces of two characters, 「物业费多少钱」 → 业费, 物业; empty where nothing stands in front of the words of
    asking. White space removed."""
    found = details.ASKED_BY["amount"].search(flat)
    if found and (sum_ := _SUM_NAMED.match(found.group())):
        return tuple(dict.fromkeys((sum_[0][-2:], sum_[0][:2])))  # 「服务业增加值要达到多少亿元」
    before = PAYING.sub("", flat[: found.start()]) if found else ""
    before = _WHEN.sub("", _LOAN_FOR_A_HOME.sub("", before))
    if _FUND_PAYS.search(before):
        return ()  # 「统筹基金一个月最多给报多少」
    before = _CHANGES.sub("", _WHO_PAYS.sub("", before))
    before = re.sub("的?总$", "", PAYING.sub("", _TIER.sub("", before)))
    if _ASKED.search(before[-6:]):
        return ()  # 「播出有什么要求，奖多少」
    if won := _WON.search(before):
        before = won[1]  # 「拿了广厦奖的楼盘」
    tail = before[-3:] if re.fullmatch(r"[\u4e00-\u9fff]{2,3}", before[-3:]) else ""
    return tuple(dict.fromkeys((tail[-2:], tail[:2]))) if tail else ()
