"""Is money of the kind asked about: given, charged or fined, of each or of all together?"""

from __future__ import annotations

import re

from assistant.evidence import Evidence
from assistant.question.paying import PRICE_ASKED
from assistant.question.understand import flatten

_GRANTS = r"补贴|补助|资助|奖励|奖补|奖金"
_CHARGES = r"收费|价格|价款|[售单定租限]价|收取|缴纳|交纳|费用|租金|缴费|保证金"
_PRICE = PRICE_ASKED.pattern.removeprefix("^")
_FUND = r"总?规模[^，。；]{0,6}[亿万]元|安排[^，。；]{0,16}[亿万]元|[亿万]元[^，。；]{0,6}资金"
"""What there is for all together."""
_NONE, _ANY = r"(?!)", r""
# What is asked, what a sentence must say of money then, and what it must not.
_KINDS = tuple(
    (re.compile(asked), re.compile(must), re.compile(never))
    for asked, must, never in (
        (r"^(?!.*(?:罚|赔|后果))", _ANY, r"罚款(?!金额|数额|总额)|处[^，。；]{0,8}元以[上下]"),
        (rf"^{_PRICE}", _ANY, r"^(?!.*\d元).*全额(?:资助|补|奖|承担)"),
        (rf"^{_PRICE}", _ANY, rf"^(?!.*(?:{_CHARGES})).*(?:{_GRANTS})"),
        (
            rf"^(?=.*(?:多少钱|几块|票价|门票|价格)){_PRICE}",
            r"价|费(?!券)|租金|(?<!税)收|[缴交]|元/|免|门票[^，。；]{0,8}\d|(?:每|一)[^，。；]{1,6}\d[\d.]*元|[｜|\t]",
            _NONE,
        ),
        (
            r"收(?:取|费)?多少|[要得需](?:交|缴)多少|多少费用|费用(?:是|要)?多少|多少钱出让|什么价",
            r"[费价缴交免租]|(?<!税)收|元/|出让金|回购|本金",
            _NONE,
        ),
        (
            r"^(?!.*[补奖贴减免返退]).*(?:税|费)[^，。]{0,8}(?:收|交|缴)",
            _ANY,
            r"(?:元|[%％])的?[^，。；]{0,8}(?:补贴|补助|奖励|奖补)",
        ),
        (
            r"^(?!.*(?:贷|息|提取|公积金|额度)).*(?:补贴|补助|奖励|资助|津贴|奖金)",
            _ANY,
            r"^(?!.*(?:补|奖|资助|津贴|减|返|给|支持)).*(?:贷款|授信|融资)",
        ),
        (
            r"(?:能|可以?|最[高多])贷(?:到|款)?(?:多少|几)|贷款?[^，。]{0,4}(?:额度|最[高多])[^，。]{0,4}(?:多少|几)",
            r"贷|额度|授信|借款",
            _NONE,
        ),
        (
            r"(?:给|拿|有|得)多少[^，。？]{0,3}(?:扶持|支持|资金)(?!.*规模)",
            r"[奖补贴减免返拨]|资助|给[予付]|支持|扶持|安排|发放",
            _NONE,
        ),
        (r"贷款?[^，。]{0,10}(?:利率|利息|费率)", r"贷|授信|借款", _NONE),
        (
            r"(?:总|资金|专项|补[贴助]|奖励)预算(?:是|有|为|安排)?(?:多少|几)",
            r"预算|总额|总规模|安排|筹集",
            _NONE,
        ),
        (r"退[回还]?(?:多少|几)(?!天|个?月|年)", r"退|返还|追回|扣", _NONE),
        (r"收费(?:标准)?[？?]?$", r"费|价|收取|[缴交]纳", _NONE),
        (
            r"缴费(?:标准|比例|费率|基数|金额)|[缴交](?:多少|几)(?!年|个?月|次)",
            r"缴|[缴交]纳|交费|费率|划[转扣]|自付|免[收费交]|不收",
            _NONE,
        ),
        (r"赔(?:多少|几|付多少)", r"赔|保险?金额|保额|补偿|损失", _NONE),
        (
            r"每(?:户|人|台|家|套|亩|辆|个|张)|单[个家项]",
            _ANY,
            rf"^(?!.*每(?:户|人|名|位|台|家|套|亩|辆|张|件|个(?!雪?季|月|年))).*(?:{_FUND})",
        ),
        (
            r"(?:奖励?|补[贴助]?|资助)(?:多少|几)[\u4e00-\u9fff]{0,2}[？?]?$",
            r"[奖补贴减免返拨]|资助|给[予付]|领取?|享受|发放|让利|支持|标准|上[浮限]|按[^，。；]{0,16}\d[\d.]*[百千万亿]*元|按[^，。；]{2,24}(?:投资|费用|[额款价]|支出|收入|利息)[^，。；]{0,6}\d[\d.]*[%％]|(?<!亿)元[；;。]?$",
            _NONE,
        ),
    )
)
_BY_NAME = re.compile(r"首付|定金|押金|滞纳金|违约金|罚息|提取(?=[^，。]{0,6}(?:多少|几))")
"""Payments that are said by their name."""
_PER_ONE = re.compile(r"一(头|亩|床|公里|吨|辆|斤|度)[^，。？]{0,8}(?:补|奖|给|多少)")
"""「一头补多少」: a sum is of each."""
_SUM = re.compile(r"\d[\d.]*[百千万亿]*元")


def of_the_kind(evidence: Evidence, text: str) -> bool:
    """One kind is no answer for another."""
    flat, bare = evidence.question.flat, flatten(text).replace("千瓦时", "度")
    if (named := _BY_NAME.search(flat)) and named.group() not in bare:
        return False
    if (per := _PER_ONE.search(flat)) and per[1] not in bare and _SUM.search(bare):
        return False
    kinds = (kind for kind in _KINDS if kind[0].search(flat))
    return all(must.search(bare) and not never.search(bare) for _, must, never in kinds)
