"""What a question on support asks: which measures there are, or something else about them."""

from __future__ import annotations

import re

from index.wording import either

SUPPORT_AT_ALL = re.compile(
    r"(?:企业|公司|团队|机构)[^，。？]{0,4}有没有(?:什么|哪些|相关)?(?:资金|财政|政策|金融)?(?:支持|扶持)"
)
"""「氢能企业有没有资金支持」: which there are."""
LEFT_OUT = re.compile(
    r"公式|在不在|是不是在|是否在|不(?:能|得|可以?|再|予|会)?(?:享受|适用|符合|纳入|支持|补|给|奖)"
)
"""Asks whom or what a measure leaves out, or how it is reckoned."""
WHAT_IS_HELPED = re.compile(
    either(
        r"哪些(?:基本)?(?:公共)?(?:服务|便利|权益|权利|待遇)(?=[？?]|$)",
        (
            r"(?:支持|鼓励|扶持|资助)了?(?:哪|什么样)(?:的|些|几|类|种|个|家|样)*的?(?:高校|院校|学校|企业"
            r"|项目|机构|单位|人|产业|平台|团队|园区|行业|领域|活动)"
        ),
        r"(?:支持|扶持)了?哪几[家个所]",
        r"对象(?:范围)?(?:都|主要|具体)?(?:包括|包含|是|有|为)?(?:哪|什么人|谁)",
    )
)
"""「支持哪些高校建实验室」."""
HOW_TO_GET = re.compile(
    r"[要用]不[要用]|需不需要|叠加|同时[领享申拿]|(?:还|再)能再?[领享申]|能再[领享申]|一起[领享申]|兼得|重复|不[能得许可]花|花在|[用花]到哪|不[能得许可]用"
)
"""Asks how a measure is had, or beside which, and not what it gives."""
ANY_GRANT = re.compile(
    r"(?:有没有|有无|是否有)(?:什么|啥|相应的?|相关)?(?:奖励|补贴|补助|资助|奖补)"
    r"|(?:政府|市里|区里|国家)[会给]?(?:不会)?(?:支持|扶持|补贴|奖励|补助)"
)
"""「牵头编了标准，政府有没有奖励」: whether there is any."""
GETS = re.compile(
    r"(?:得到|拿到?|享受|获得|给|有)[^，。？]{0,4}(?:什么|哪些|啥)[^，。？]{0,4}(?:支持|好处|优惠|奖励|政策)"
)
