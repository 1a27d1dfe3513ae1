"""Which term a question asks the meaning of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.told import without_some
from assistant.question.words import EACH_MEANS
from index.search.regions import regions_in
from index.wording import either

_TYPED = re.compile(r"(?:具体)?(?:含义|意思|定义|是什么|解释)")
"""Behind a term that is typed into a search box."""
_ASKED = re.compile(
    either(
        r"给(?P<c>[^，。？?]{2,12}?)下的?定义",
        (
            r"(什么是|何为|何谓|什么叫|哪些人(?:可以|能|才)?(?:算作?|作为|属于)|(?:什么"
            r"|怎)样的?[^，。？]{0,6}?才?算是?)(?P<a>[^？?。，]{1,30})"
        ),
        (
            r"(?P<b>[^？?。，]{1,30}?)(?:分别|各自)?(?:是?(?:怎么|如何|怎样)(?:定义|界定)的?|是什么意思"
            r"|什么意思|指的?是?什么|指的?是?哪(?:些人?|[种类])|指啥|是指|的?含义|的?定义|的?名词解释|的?"
            r"(中文)?全称|的?中文|(?:分别)?代表(?:的是)?(?:什么|哪些|啥)|是个?(?:什么|啥)(?:缩写|的缩写"
            r"|的简称|东[西东]|玩意儿?|概念|技术|性质的[\u4e00-\u9fff]{1,4})?|的缩写|怎么理解|如何定义"
            r"|叫什么)"
        ),
    )
)
WHOM = re.compile(
    r"[”」](?:都|分别|具体)?(?:包括|包含|指的?是?|是|有)(?:哪[几些]?[类种]?|什么)(?:人群?|群体|对象|家庭|老人|企业|费用|内容|东西)?[？?]?$"
)
"""「“特殊困难老年人”包括哪几类人」."""
HOW_JUDGED = re.compile(
    either(
        r"[”」](?:具体|到底|究竟)?(?:怎么|如何|怎样)(?:认定|界定|定义)",
        r"[”」](?:具体|到底|究竟)?(?:是?指|算的?是|按)(?:的是)?(?:哪|什么|啥)",
        r"(?:哪[些几]|什么)[^，。？“「]{0,5}?(?:才?算(?:是|作)?|属于|叫做?)[“「]",
        r"[”」][^，。？]{0,3}[，,]?[^？，。]{2,30}(?:算不算|包不包括|在不在|包括|算)(?:在(?:里面|内)|进去)",
        r"[”」](?:里面?|中)?(?:包不包括|包括|含不含|包含)[^，。？几哪什]{2,20}[吗？?]",
    )
)
"""「“新市民”怎么认定」, 「哪些机器算“可能危及人身财产安全的农业机械”」, 「文中的“区县”，两江新区算不算在里面」."""
BOUND = re.compile(
    r"(以[上下内])[”」]?[^。？]{0,16}(?:刚好|正好|恰好|本数|那天算|当天算)|(?:刚好|正好|恰好)[^。？]{0,24}(以[上下内])"
)
"""「“45周岁以下”，刚好满45岁的人算不算」: whether the figure itself is meant."""
OF_A_CODE = re.compile(
    rf"(?<![\d一二三四五六七八九十]个)(?<![\d〔\[（(])(\d{{3,6}})(?![\d年号])[^？]{{0,20}}(?:{EACH_MEANS}|\d+(?:和|、|与)\d+[^？，。]{{0,4}}(?:是|指)(?:哪|什么)|(?:具体|到底)?指(?:的是)?(?:什么|哪|啥))"
)
"""「“416”里的4、1、6各指什么」."""
_NOISE = re.compile(
    r"^(文件|计划|里|中|里面|提到|所说|说|的|这个|请问|解释一下|，|,)+|(到底|具体|究竟|这个词|缩写|一词|的|里|中)+$"
)
LETTERS = re.compile(
    r"(?<![A-Za-z])([A-Z](?:[、，和及][A-Z])+)(?:这几个字母)?(?:分别|各自?|都)?(?:是指|指|代表|表示)(?:的?是)?(?:什么|啥|哪)"
)
"""「表中L、R、A各指什么」."""
CUE = re.compile(r"是(什么|啥)[？?]?$|英文|中文|缩写|全称|简称|统称|展开|解释")
MEANING = re.compile(
    either(
        r"什么意思",
        r"哪些人(?:可以|能|才)?(?:算|作为|属于)",
        r"样的?[^，。？]{0,6}算",
        r"定义|含义|什么是|何为|何谓|什么叫",
        r"指的?是?(?:什么|哪[种类])",
        r"代表(?:的是)?(?:什么|哪些|啥)",
        r"全称|怎么理解|指啥|缩写|界定",
        r"是个?(?:什么|啥)(?:东[西东]|玩意|概念|性质的)",
    )
)
_IN_BRACKETS = re.compile(r"[（(][^（()）]{1,10}[）)]$")
"""「积分落户（北京）」."""
_WITHIN = re.compile(r"^[^，。？]{2,10}(?:那|这|一)?[条段节章](?:里面?|中)的")
DIFFERENCE = re.compile(r"区别|不同|差别|不一样|差在哪")
PAIR = re.compile(
    r"(?:^|[，,的中里])([\u4e00-\u9fff]{2,10}?)[和与跟同]([\u4e00-\u9fff]{2,10}?)(?:[这那]?[两2][种个类者][^，。？]{0,8})?(?:之间)?(?:有|的)"
)
"""「租房补贴和实物配租这两种方式有什么区别」."""
_OUT_OF = re.compile(
    r"^.{2,16}?(?:里面?|中|上|内)(?:所|里)?(?:说|讲|称|提到?|写)?到?的(?=.{2})|^[\u4e00-\u9fff]{2,8}(?:说|称|讲)的(?=.{2})"
)
"""「电网规划中所说的技术改造项目」."""


def quoted_term(words: Sequence[str], flat: str) -> str:
    """What stands in quotation marks: of several the one whose meaning is asked, 「“两降低、一减免”，其中“一减免”是什么意思」."""
    asked = (word for word in words if re.search(rf"[“「]{re.escape(word)}[”」](?:是|指|的|代表)", flat))
    return next(asked, next(iter(words), ""))


def typed_term(words: Sequence[str]) -> str:
    """「IMU 惯性 含义 北斗」: of the words in front of the one that asks what it means, the letters, else the nearest; empty
    where none asks so."""
    at = next((n for n, word in enumerate(words) if n and _TYPED.fullmatch(word)), 0)
    return next((word for word in words[:at] if word.isascii()), words[at - 1] if at else "")


def term_in(flat: str) -> str:
    """Empty where no term is asked about."""
    bare = re.sub(r"[“”「」『』\"]", "", flat)
    terms = (m.group("a") or m.group("b") or m.group("c") or "" for m in _ASKED.finditer(bare))
    bare_terms = (_NOISE.sub("", _OUT_OF.sub("", term)).strip("，,") for term in terms)
    named = (_IN_BRACKETS.sub("", term) for term in bare_terms)
    return next((term for term in named if term and not regions_in(term[-3:])), "")


def asked_without_place(flat: str) -> str:
    """Without where the term stands, 「电网规划中所说的…」, and words that only lead in."""
    return _OUT_OF.sub("", _WITHIN.sub("", without_some(flat)))
