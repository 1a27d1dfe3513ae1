"""Several questions put at once: one behind the other, or one detail asked of several things, 「硕士和博士的补贴各是多少」."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.question.told import SAID_THERE
from assistant.question.understand import flatten

_EACH = re.compile(
    r"(?:各自|分别|各)(?=(?:能|可以?|达?到|要|得|每[年月]|[交缴]?满|需要?|(?:孵化|培育|引育|建设?|打造"
    r"|新增|完成|招)(?:出|成)?|给|补|奖|罚|发|拿|领|贷|提|上浮|补助|补贴|奖励|资助|不低于|不超过"
    r"|不少于|不得|至少|最[高多低少])*(?:是|为|有|在)?(?:[交缴年]?满)?(?:多|几|什么时候|何时))"
)
_DIFFER = re.compile(r"(?:之间)?有(?:什么|啥|何)(?:区别|不同|差别)([，,])(?=[^，,？?]*(?:各|分别))")
"""「包修期跟三包有效期有啥区别，各自最低几年」."""
_JOINT = re.compile(r"以及|[、和与跟及]")
_BREAK = re.compile(r"[，,。；;？?的]")
_BY_THEN = re.compile(r"(?:到|截至|在)?(?:19|20)\d\d年(?:[底末]?前|[底末后]|以[前后]|之[前后])")
_YEARS = re.compile(r"(.*?)((?:19|20)\d\d年)[和与、及]((?:19|20)\d\d年)(.*?)(?:分别|各自?)(.+)")
"""「2027年和2030年的目标分别是什么」."""
_TWO_OF_TWO = re.compile(
    r"(.*?[，,]?)([^，,的和与跟及]{2,8})[和与跟及]([^，,的和与跟及]{2,8})的([^，,的和与跟及]{2,10})[和与跟及]([^，,的和与跟及]{2,10}?)(?:分别|各自?)(.+)"
)
"""「个人和小微企业的最高额度跟贷款期限分别是多少」."""
_LEVEL = r"(?:国家|省部?|自治区|[市县区])级"
LONGEST, NAME = 10, 6
"""Characters of a name: at most, and as most have."""
UNLIKE = 3
"""How much longer than twice another one a name may be."""
MOST = 3


def apart(text: str) -> dict[str, str]:
    """The name of each of the things → the question for it; empty where one detail is not asked of several things.

    >>> apart("南京硕士和博士的租房补贴各是多少")
    {'硕士': '南京硕士的租房补贴是多少', '博士': '南京博士的租房补贴是多少'}
    >>> apart("博士去企业和去事业单位，购房补贴分别多少")
    {'去企业': '博士去企业，购房补贴多少', '去事业单位': '博士去事业单位，购房补贴多少'}
    """
    flat = _DIFFER.sub(r"\1", flatten(text))
    if years := _YEARS.fullmatch(flat):
        return {year: f"{years[1]}{year}{years[4]}{years[5]}" for year in (years[2], years[3])}
    if two := _TWO_OF_TWO.fullmatch(flat):
        return {name: f"{two[1]}{name}的{two[4]}和{two[5]}{two[6]}" for name in (two[2], two[3])}
    each = _EACH.search(flat)
    if each is None:
        return {}
    said, asked = flat[: each.start()], flat[each.end() :]
    joints = list(_JOINT.finditer(said))
    if not 1 <= len(joints) < MOST:
        return {}
    if counted := _counted(said, asked, joints):
        return counted
    last = said[joints[-1].end() :]
    end = joints[-1].end() + _length(last, said[: joints[-1].start()])
    names = [said[a.end() : b.start()] for a, b in pairwise(joints)]
    names.append(said[joints[-1].end() : end])
    if not names[-1]:
        return {}
    start = _start(said[: joints[0].start()], names[-1])
    names.insert(0, said[start : joints[0].start()])
    lengths = [len(name) for name in names]
    if min(lengths) < 2 or max(lengths) > min(LONGEST, 2 * min(lengths) + UNLIKE):
        return {}  # 「单位和个人缴存比例下限和上限分别是多少」
    return {name: f"{said[:start]}{name}{said[end:]}{asked}" for name in names}


_HOW_MANY = re.compile(r"(?:是|有|为|达)?(?:多少|几)[个家户名人项套所条件座辆台]")
LONGEST_COUNTED = 16


def _counted(said: str, asked: str, joints: list[re.Match[str]]) -> dict[str, str]:
    """「停工的工程和停产的企业各有多少个」: what is counted has its 的 inside."""
    if len(joints) != 1 or not _HOW_MANY.match(asked):
        return {}
    joint = joints[0]
    start = max((m.end() for m in _CLAUSE_BREAK.finditer(said, 0, joint.start())), default=0)
    names = said[start : joint.start()], said[joint.end() :]
    if not all("的" in name and len(name) <= LONGEST_COUNTED for name in names):
        return {}
    return {name: f"{said[:start]}{name}{asked}" for name in names}


_CLAUSE_BREAK = re.compile("[，,。；;？?]")


def _length(last: str, before: str) -> int:
    """Of the last name: its level, or up to the next break or the word that the name before it ends with,
    「三孩家庭和二孩家庭…」."""
    if re.search(f"{_LEVEL}$", before) and (level := re.match(_LEVEL, last)):
        return level.end()
    broken = _BREAK.search(last)
    stop = broken.start() if broken else len(last)
    for size in (2, 1):
        alike = last.find(before[-size:], 0, stop)
        if alike > 0 and (size == 2 or stop > NAME):
            return alike + size
    return stop


def _start(before: str, last: str) -> int:
    """Where the first name begins: at its level, 「国家级、省级…」, at the word that the last one begins with too, else so that
    both are equally long."""
    if level := re.search(f"{_LEVEL}$", before):
        return level.start()
    breaks = (m.end() for b in (_BREAK, _BY_THEN) for m in b.finditer(before))
    broken = max((end for end in breaks if end < len(before)), default=0)
    alike = before.rfind(last[0], broken)
    while alike > broken and before[alike].isdigit() and before[alike - 1].isdigit():
        alike -= 1  # 「2023年底前和2024年以后」
    return alike if 0 <= alike <= len(before) - 2 else max(broken, len(before) - len(last))


_ASKS = re.compile(
    r"谁|什么|哪|多[少大久长高]|几|怎|如何|吗|是否|(.)[不没]\1|有没有|啥|何时|呢|[对错是]吧|可以[^，。？]{1,6}不[？?]?$"
)
_CONTINUES = re.compile(
    r"^(分别|都是|各是|各自|具体|其中|是哪|都有|对吗|对不对|是吗|怎么写|写了没|(?:那|又|还)?(?:算"
    r"|属于?|归[属在入]?|[放列排]在)[^，,？?]{0,10}(?:第几|哪)|(?:请问?)?(?:依据|根据|出处|引用?|对应"
    r"|见|是|在|出自)*(?:的?是)?(?:第几|哪一?)个?[条款项章]|(?:请|麻烦)?(?:完整|逐条|全部)?列(?:出来?"
    r"|全|一下)|[给要引]?(?:我|出)?[^，。？]{0,4}原[文句话](?!是?怎么|有没有)[^，。？]{0,6}$|(?:请"
    r"|帮我|麻烦)?[查看核][一对]?下?[^，。？]{0,8}(?:怎么|如何)(?:写|说|表述|规定)的?[。？?]?$)"
)
MOST_PARTS = 3


def parts(text: str) -> tuple[str, ...]:
    """Several questions put at once: cut at question marks and semicolons, each as typed; and at a comma behind which something
    else is asked of the same thing, which is then said again. One question stays whole.

    >>> parts("标准什么时候之前要建立，哪个部门牵头")
    ('标准什么时候之前要建立', '标准要建立，哪个部门牵头')
    """
    if joined := re.search(rf"^[^？?；;]+?{_AND_ASKS}", text):
        first, second = joined.group().rstrip("，,、"), text[joined.end() :]
        if _ASKS.search(first) and not _WHO_DID.search(first) and not _HOW_SAID.search(first):
            return first, f"{_ASKING.sub('', flatten(first))}，{second}"
    if two := _TWO_WHO.match(text) or _AND_ROLE.match(text):
        return two[1], two[2]
    pieces: list[str] = []
    for piece in (p.strip() for p in re.split(rf"(?<=[？?；;])|{_AND_THIS}", text)):
        if pieces and (_CONTINUES.match(piece) or SAID_THERE.fullmatch(piece) or len(flatten(piece)) < 4):
            pieces[-1] += piece
        elif piece:
            pieces.append(piece)
    if len(pieces) < 2 or not all(_ASKS.search(p) for p in pieces):
        return (text,)
    return tuple(pieces[:MOST_PARTS])


_WHO = r"(?:谁|哪[个家些]?(?:部门|单位|机构|委|局)|哪家(?=[审管办批]))"
_TWO_WHO = re.compile(
    rf"([^，,？?；;]*(?:[，,][^，,？?；;]+)?(?<!给)(?<!跟){_WHO}[^，,？?；;]*)[，,]([^，,？?；;]{{2,}}[由归是]{_WHO}[^，,？?；;]*[？?]?)$"
)
"""「大病保险是谁来办，政策方面又归谁指导」: of two things each by whom."""
_AND_ROLE = re.compile(
    rf"([^，,？?；;]*{_WHO}[^，,？?；;]*)[，,]([^，,？?；;]{{2,12}}在?(?:这?里面?|其中|当中|里头)[^，,？?；;]{{0,6}}(?:什么|啥|哪)[^，,？?；;]*[？?]?)$"
)
"""「低空经济谁牵头，教委在里面是什么角色」."""
_HOW_SAID = re.compile(r"(?:是?怎么|如何)(?:规?定|写|说|要求)的?$")
"""「数量是怎么定的，几个」 is one question."""
_WHO_DID = re.compile(r"(?:是|由)(?:谁|哪[个家些]?(?:部门|单位|机关)|什么(?:部门|单位|机关))$")
"""「是哪个单位、什么时候印发的」: what was done is said once, behind both."""
_AND_THIS = r"(?<=[，,])(?=那?[^，,？?；;吗么]{1,8}呢[？?]?$)"
"""「最长能贷几年，二手房呢」: the same of another thing."""
_AND_ASKS = (
    r"(?<=[，,、])(?=(?:这[条项件])?(?:由|归|都?有|分别由|[该要去]?找|向|最[早晚迟多高少低长短大小](?:[能要可到给]|可以)?)?(?:谁|哪个|哪家|什么|哪些|啥|多少|多久|几|怎么|如何)"
    r"[^，,？?；;]{0,10}[？?]?$)"
)
"""「什么时候之前建立，哪个部门牵头」."""
_ASKING = re.compile(
    r"(?:由|归|是)?(?:谁|哪[个些]?(?:部门|单位))来?(?:牵头|负责|主管|管)?"
    r"|(?:什么时候|何时|多少|几|哪一?|多[大久长高]|怎么|如何|什么)[些个项家名人年天]?(?:之?前)?"
)
