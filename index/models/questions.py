"""Questions that a passage answers, made from its own words by a table of rules.

Laws and policies say what they say in a few forms (X应当具备下列条件, 违反…的，由…处…罚款, 所称X是指…); each form
answers questions of one kind. What remains is asked about by a phrase of it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

_LABEL = re.compile(
    r"^(第[一二三四五六七八九十百千零〇\d]+条(之[一二三四五六七八九十])?|[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*(【.*?】)?"
)
_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_X, _Y = r"(?P<x>[^，。；：,;:]{2,36})", r"(?P<y>[^，。；：,;:]{2,36})"
_RULES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), forms)
    for pattern, forms in (
        (
            r"所称的?(?P<x>[^，。；：,;:]{2,20})[，,]?(?:是|系)?指",
            ("什么是{x}？", "{x}是什么意思？", "{x}指的是什么？", "{x}包括哪些？", "哪些属于{x}？"),
        ),
        (
            rf"{_X}[，,]?应当(?:同时)?(?:具备|符合|满足)(?:下列|以下)(?:基本)?条件",
            ("{x}应当具备哪些条件？", "{x}需要满足什么条件？", "什么条件才能{x}？", "{x}有什么要求？"),
        ),
        (
            rf"{_X}[，,]?(?:应当|须|需)(?:向.{{2,20}})?(?:提交|提供|报送)(?:下列|以下|如下)?.{{0,8}}(?:材料|文件|资料|证明)",
            ("{x}需要提交什么材料？", "{x}要带哪些资料？", "{x}应当提交哪些文件？"),
        ),
        (
            rf"{_X}有下列(?:情形|行为)之一的，(?P<y>[^：。；]{{4,40}})[：:。]",
            ("{x}在哪些情形下{y}？", "{x}有什么行为会{y}？", "{x}有哪些情形会怎样处理？"),
        ),
        (
            rf"有下列(?:情形|行为)之一的，{_Y}[：:。，]",
            ("哪些情形{y}？", "什么情况下{y}？", "哪些行为会{y}？"),
        ),
        (
            rf"{_X}(?:履行|承担|行使)(?:下列|以下)(?:主要)?(?:职责|义务|职权)",
            ("{x}有哪些职责？", "{x}要做什么？", "{x}承担哪些义务？"),
        ),
        (
            rf"违反本[^，]{{1,6}}(?:第[^，]{{1,12}}条[^，]{{0,8}})?(?:规定|的规定)?，{_X}的，",
            (
                "{x}会受到什么处罚？",
                "{x}怎么处罚？",
                "{x}要罚多少钱？",
                "{x}有什么后果？",
                "如果{x}，会怎样？",
            ),
        ),
        (
            rf"^{_X}的，(?:由|依法|依照|责令|处)[^。]*(?:罚款|处分|处罚|吊销|警告|刑)",
            ("{x}会受到什么处罚？", "{x}要承担什么责任？", "{x}的，如何处理？"),
        ),
        (
            rf"{_X}(?:主管部门|部门|委员会|人民政府|机关)?负责{_Y}(?:工作|。|，)",
            ("{y}由谁负责？", "哪个部门负责{y}？", "谁管{y}？", "{x}负责什么？"),
        ),
        (
            rf"自(?P<x>[^，。；：,;:]{{2,20}})之日起[^，。]{{1,8}}(?:日|月|年)内[，,]?{_Y}",
            ("{x}后多久内{y}？", "{y}的期限是多长？", "{y}有没有时间限制？"),
        ),
        (
            rf"{_X}的(?:有效期|期限|保存期限|任期|试用期)(?:为|不得|不少于|至少)",
            ("{x}的期限是多久？", "{x}有效期几年？", "{x}保存多长时间？"),
        ),
        (rf"{_X}不得{_Y}", ("{x}可以{y}吗？", "{x}能不能{y}？", "{x}不得做什么？", "{x}禁止哪些行为？")),
        (rf"禁止{_Y}", ("可以{y}吗？", "{y}是否允许？", "对{y}有什么规定？")),
        (rf"{_X}(?:可以|有权){_Y}", ("{x}可以做什么？", "{x}是否有权{y}？", "{x}有哪些权利？")),
        (
            rf"(?:对|对于){_X}[，,]?(?:的，)?(?:最高)?(?:一次性)?(?:分别)?(?:按|给予|予以|补助|奖励|补贴)",
            ("{x}有什么奖励？", "{x}补贴多少？", "{x}能拿到多少钱？", "{x}可以享受什么政策？", "{x}怎么补？"),
        ),
        (
            rf"(?:鼓励|支持|引导|推动){_Y}",
            ("对{y}有什么支持？", "如何支持{y}？", "{y}有哪些扶持政策？", "{y}方面有哪些措施？"),
        ),
        (
            rf"(?:加快|加强|推进|完善|提升|优化|建立|建设|实施|开展|深化|健全){_Y}",
            (
                "怎么{v}{y}？",
                "如何{v}{y}？",
                "{y}方面有哪些措施？",
                "{y}有什么安排？",
                "{v}{y}要做哪些工作？",
            ),
        ),
        (rf"{_X}(?:实行|采用|采取|适用){_Y}", ("{x}实行什么制度？", "{x}采取什么方式？", "{x}适用什么？")),
        (
            rf"{_X}应当{_Y}",
            ("{x}应当怎么做？", "{x}有什么要求？", "对{x}有哪些规定？", "{x}是否应当{y}？", "{x}要{y}吗？"),
        ),
        (rf"{_X}由{_Y}", ("{x}由谁决定？", "{x}由哪个部门办理？", "谁来{y}？")),
    )
)
_SELF = re.compile(r"本(条例|法|办法|规定|细则|解释|意见)|参照|施行|下列|本条|前款")
SHORTEST = 8
_VERB = re.compile(r"(加快|加强|推进|完善|提升|优化|建立|建设|实施|开展|深化|健全)")
_SPOKEN = (
    ("应当", ("要", "需要", "应该")),
    ("具备", ("有", "满足")),
    ("处罚", ("罚", "处理", "惩罚")),
    ("提交", ("交", "提供")),
    ("材料", ("资料", "文件")),
    ("申请人", ("申请的人", "我")),
    ("如何", ("怎么", "怎样")),
    ("用人单位", ("公司", "单位", "老板")),
    ("劳动者", ("员工", "职工", "打工的人")),
    ("人民政府", ("政府",)),
    ("行政机关", ("政府部门",)),
    ("补贴", ("补助", "补贴金")),
    ("子女", ("孩子",)),
    ("住房", ("房子", "房屋")),
    ("企业", ("公司", "企业")),
    ("未成年人", ("小孩", "孩子")),
    ("奖励", ("奖金", "奖")),
    ("期限", ("时间", "时限")),
    ("机动车", ("汽车", "车")),
    ("哪些", ("什么", "哪几类")),
)


def bare(text: str) -> str:
    """Without the number in front and white space."""
    return re.sub(r"\s+", "", _LABEL.sub("", text.strip()))


def asked(text: str, random_: random.Random) -> Iterator[str]:
    """At most one question a rule, in any order; every name for a thing may give way to a plainer one."""
    sentences = _SENTENCE.findall(re.sub(r"[ \t\u3000]+", "", _LABEL.sub("", text.strip())))
    seen: set[str] = set()
    for pattern, forms in random_.sample(_RULES, len(_RULES)):
        found = next((m for s in sentences if (m := pattern.search(s))), None)
        if not found:
            continue
        words = {k: _trimmed(v) for k, v in found.groupdict().items()}
        words["v"] = m[0] if (m := _VERB.search(found[0])) else ""
        question = random_.choice(forms).format(**words)
        if len(question) >= SHORTEST and _says_something(words, forms) and question not in seen:
            seen.add(question)
            yield spoken(question, random_)


def _says_something(words: dict[str, str], forms: tuple[str, ...]) -> bool:
    """What is asked about is more than 「企业」, and no reference to the text itself."""
    used = [word for name, word in words.items() if name != "v" and f"{{{name}}}" in "".join(forms)]
    named = max(map(len, used), default=0)
    return min(map(len, used), default=0) > 1 and named > 4 and not any(_SELF.search(word) for word in used)


def phrase(text: str, random_: random.Random) -> str | None:
    """8 to 30 characters of the passage between two marks, as people type them into a search box."""
    parts = [p for p in re.split(r"[，。；：,;:\n]", bare(text)) if 7 <= len(p) <= 30 and not _SELF.search(p)]
    if not parts:
        return None
    form = random_.choice(("{}", "{}", "关于{}的规定", "{}怎么规定？", "{}有什么要求？", "{}是怎么规定的？"))
    return spoken(form.format(random_.choice(parts)), random_)


def spoken(question: str, random_: random.Random) -> str:
    for word, others in _SPOKEN:
        if word in question and random_.random() < 0.3:
            question = question.replace(word, random_.choice(others), 1)
    return question if random_.random() < 0.7 else question.rstrip("？")


def _trimmed(words: str | None) -> str:
    text = re.sub(
        r"^(其中|并|且|但|对|对于|或者|以及|的|本条例|本法|本办法|本规定)", "", _LABEL.sub("", words or "")
    )
    return re.sub(r"(的|，|、|应当|且|并)$", "", text)
