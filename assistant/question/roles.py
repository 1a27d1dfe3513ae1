"""Whose role in a matter a question asks for: who leads, answers for, or supports it."""

from __future__ import annotations

import re

from assistant.question import details, role_words
from index.wording import either

_NO_DUTY = re.compile(
    either(
        r"(?:支持|鼓励|引导)(?:的是)?谁",
        r"(?:管到|适用于?)哪",
        r"项目[^，。？]{0,3}哪[家个所](?:公司|企业|单位|机构)来?承担",  # 项目由哪家单位承担
        r"谁[跟和与]谁",
        r"(?:提交|报送|递交|[交报送])给?给?(?:谁|哪)",  # 交哪
        r"由(?:谁|哪[些几])[^，。？]{0,6}(?:组成|构成)",  # 由谁组成
        r"(?:费用?|钱|经费)[^，。？]{0,8}谁[^，。？]{0,4}(?:承担|出|付|负担|掏|垫|买单)",  # 费谁出
        r"(?:奖金?|补贴|钱|权)[^，。？]{0,2}[归给]谁",  # 钱归谁
        r"(?:收益|收入|利润|钱)[^，。？]{0,4}谁来?分",  # 收益由谁来分
    )
)


_LED_BY_US = re.compile(
    r"(?:[我俺咱]们?(?:公司|企业|厂里?|单位)?(?!记得|听说|以为|觉得|印象|看)|我司|本公司|本企业)[^，。？谁哪]{0,8}(?:牵头|挑头|带头|主导|负责|参与)(?!单位|部门)(?=[^，。？]{0,2}[\u4e00-\u9fff])"
)
"""「我们公司去年牵头弄了个标准」."""


_NOT_LED = re.compile(r"(?:不是|没有?|并非|非|不算)(?:我们)?(?:牵头|挑头|主导)的?(?:单位)?")
"""「只是参与起草，不是牵头的」 tells of oneself."""
_OFFICE_TO_CALL = re.compile(r"[处科股]室[^？]{0,6}(?:电话|联系方式)")
"""「找哪个科室，电话多少」 asks how to reach it."""


def role_asked(bare: str) -> str | None:
    """The role asked for; ``any`` where several are."""
    asked = details.asked_for(bare)
    if _OFFICE_TO_CALL.search(bare):
        return None
    if _NO_DUTY.search(bare):
        return None  # 「小组由哪些单位组成」, 「费用由谁承担」
    if asked == "person" or (asked in details.OF_A_TASK and not role_words.WHO.search(bare)):
        return None  # 「牵头单位什么时候前制定细则」
    bare = _NOT_LED.sub("", _LED_BY_US.sub("", bare))
    found = [name for name, pattern in role_words.ROLE_ASKED if pattern.search(bare)]
    named = [name for name in found if name != "any"]
    if len(named) == 1 and not ("any" in found and role_words.ANY_DUTY.search(bare)):
        return named[0]
    return "any" if found else None
