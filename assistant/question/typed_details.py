"""The details that words of a search box are the names of: 「公积金贷款 利率 首套」."""

from __future__ import annotations

import re

from index.wording import either

TYPED = 3
"""Words with blanks between them that are typed into a search box."""
_GRANT = re.compile(r"(?:补贴|补助|奖励|奖金|津贴|资助)$")
_TYPED_DETAILS = {
    "amount": re.compile(
        either(
            r"(?:每[\u4e00-\u9fff]{1,3}|最[高低])?(?:补[贴助])?(?:标准|保额|额)",  # 标准
            r"[\u4e00-\u9fff]{0,4}规模",
            r"万?元",
            r"每[\u4e00-\u9fff]{1,2}(?:补[贴助]|奖励)",  # 每套补贴
            r"每(?:平方?米|人|户|月|亩|辆|台|次|吨|公?斤)",  # 每月
            r"金额|额度|费用|价格|比例|利率|费率|税率",
        )
    ),
    "deadline": re.compile(
        r"期限|时限|时段|[\u4e00-\u9fff]{0,4}天数|[\u4e00-\u9fff]{0,4}日期|(?:到账|发放|拨付|开工|生效|截止)(?:日期?|时间)"
    ),
    "age": re.compile(r"(?:最[大小高低])?年龄(?:限制|上限|下限|要求)?"),
    "size": re.compile(r"(?:最[低小高大])?[\u4e00-\u9fff]{0,2}(?:面积|长度|宽度|高度|重量)|平方?米"),
    "quantity": re.compile(r"[\u4e00-\u9fff]{0,6}(?:人数|名额|户数|分值|数量|个数)"),
    "condition": re.compile(r"(?:申[请报])?条件"),
    "procedure": re.compile(r"(?:申[请报])?(?:所?需要?)?(?:提交|准备)?的?(?:材料|流程|手续)"),
    "contact": re.compile(r"(?:联系|咨询)?电话"),
}


_PAPERS_OF = re.compile(
    r"申|办|提取|报|登记|补[贴助]|贷|认定|入[户学园]|落户|迁|证|备案|领取|购房|注销|转移|奖|审批|许可|资格"
)
"""What papers are handed in for."""


def typed_detail(text: str) -> str | None:
    """The detail that one of the words of a search box is the name of; else a sum where a grant is typed last."""
    return _named(text) or ("amount" if grant_typed(text) else None)


def _named(text: str) -> str | None:
    typed = text.split() if len(text.split()) >= TYPED else []
    if not _PAPERS_OF.search(text):
        typed = [word for word in typed if word != "材料"]  # 「第四代半导体 材料 有哪些」
    named = (detail for word in typed for detail, name in _TYPED_DETAILS.items() if name.fullmatch(word))
    return next(named, None)


def grant_typed(text: str) -> bool:
    """「置换更新 燃油车 18万 补贴」 may ask how much."""
    return len(text.split()) >= TYPED and bool(_GRANT.search(text.split()[-1])) and _named(text) is None
