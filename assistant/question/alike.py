"""Things of one kind, of which a follow-up names another: 五星级 → 四星级, 博士 → 硕士, 首套 → 二套, 退役军人 → 大学生."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.clauses.numerals import CHINESE, to_int
from index.wording import either

_N = r"[一二两三四五六七八九十\d]"
# One row a kind of things that policies grade their terms by.
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("stars", r"[一二三四五]星级|[1-5]A(?![a-z0-9])级?|A{1,5}级"),
        ("level", r"国际级|国家级|省级|市级|区级|县级|镇级"),
        ("rank", r"副?[正高]高级?|[初中高顶]级|[特一二三四五六甲乙丙丁]级"),
        ("degree_of_need", r"(?<![\dA-Z～~—–-])[1-6]级(?![及以别A-Z])"),
        ("worker", r"[初中高]级工(?!程)|(?<!高级)技师|高级技师"),
        ("prize", r"[特一二三]等奖?"),
        ("letter", r"[A-F]类"),
        ("class", r"(?:第?[一二三四五六七八九]|\d|[A-F])类"),
        ("children", r"[一二两三四多]孩|独生子女"),
        ("homes", r"首套房?|首次(?=[^，。；]{0,10}贷款)|第?[一二两三四]套房?|第?[二两三四]次(?=[^，。；]{0,4}贷款)"),
        ("degree", r"博士后|博士(?:研究生)?|硕士(?:研究生)?|研究生|本科生?|大专生?|专科生?|中专生?|高中生?|技校生?"),
        ("sum", r"\d[\d.]*[万亿]元?(?:[以至到\-—－]+(?:\d[\d.]*[万亿]元?|上|下))?"),
        ("firms", rf"{_N}+家"),
        ("years", rf"{_N}+年(?:以[上下])?"),
        ("ages", rf"{_N}+(?:周?岁)(?:以[上下])?"),
        ("inspection", r"(?:一般|重点)检查(?:事项)?"),
        ("quarter", r"[上下]半年|第?[一二三四]季度|(?:1[0-2]|[1-9])月份?"),
        ("size", r"大型|中型|小型|微型|中小微?|小微|规上|规下|限上|限下"),
        ("founder", r"民办|公办|公立|私立|教育部门办|国有|民营|外资|集体"),
        ("home", r"新房|新建商品住?房|二手房|存量房|商铺|车位|写字楼|预售商品房|现房"),
        ("residence", r"(?:本地|外地|城区|农村|本市|外市|本省|外省|城镇|乡镇|非?本市)(?:户籍|户口)?(?:人员|居民|员工)?"),
        ("town", r"[\u4e00-\u9fff]{2}(?:镇|街道|乡)"),
        ("use", r"(?:[\u4e00-\u9fff]{2})用途"),
        ("couple", r"单身|夫妻|双职工|单职工|单方|双方|一个人|两个人"),
        (
            "people",
            either(
        r"(?:成年)?流浪乞讨人员",
        r"低保边缘(?:家庭|人员)?",
        r"低保(?:对象|家庭|户)?",
        r"特困(?:人员|供养人员)?",
        r"孤儿|残疾人|退役军人|退伍军人|大学生|高校毕业生|大学毕业生|毕业生|中小学教师|教师",
        r"老师|医生|护士|医护人员|环卫工人",
        r"农民工?",
        r"进城务工人员|灵活就业人员|失业人员|就业困难人员|职工|居民|学生|老人|老年人|未成年人",
        r"儿童|个体工商户|个体户|导游|港澳台青年|港澳居民|外国人",
        r"留学(?:生|人员)",
    ),
        ),
        ("insurance", r"(?:职工|居民)(?=(?:基本|社会|补充)*(?:医疗保|医保|养老))"),
        ("title", r"创新型中小企业|科技型中小企业|高新技术企业|专精特新|小巨人|单项冠军|瞪羚|独角兽|雏鹰"),
        ("hospital", r"[一二三]级(?=(?:公立|综合|专科|中医|定点)*(?:医院|医疗机构))"),
        (
            "disability",
            r"[一二三四]级(?=(?:智力|精神|肢体|视力|听力|言语|多重|[、和])*残疾)|(?<=残疾)[一二三四]级",
        ),
        ("care", r"门诊|住院"),
        ("branch", r"(?:养老|医疗|失业|工伤|生育)(?=保险|保障|金|津贴)|医保"),
        ("means", r"收入|[财资]产"),
        ("school", r"幼儿园|小学|小一(?!点)|初中|初一|高中(?!生|级)|高一(?=新生|年级|招)"),
        ("party", r"个人|单位|企业|家庭|机构"),
        ("housing", r"经济适用(?:住)?房|限价(?:商品)?(?:住)?房|公共租赁(?:住)?房|公租房|廉租(?:住)?房|共有产权(?:住)?房"),
        ("tenure", r"(?<!购)买(?![卖断])|购[买置房]|租[赁用房住金]|承租|(?<=[自在去来我要想打])租"),
        ("abroad", r"境内(?!外)|(?<!内)境外|国内(?!外)|(?<!内)国外"),
        ("taxi", r"巡游|网约"),
        ("voltage", r"[高低中]压"),
        (
            "issue",
            r"首次(?=申|办|领|登)|(?:第一|头一|初)[次回](?=申|办|领|登)|(?:丢|遗失|损坏|毁|污损)[^，。；]{0,3}补|补(?=领|办|发|证|一[张本])|换(?=领|发|证)",
        ),
        ("act_on_paper", r"申领|签注|补[领发]|换领|注销|续期|年检|年审|挂失"),
        ("sex", r"男(?=[性职方女])|女(?=[性职方])|男|女"),
    )
)  # fmt: skip


def exchanged(flat: str, new: str) -> str:
    """``flat`` with the thing in it that is of the kind of ``new`` replaced by it; empty where there is none.

    >>> exchanged("新评上五星级酒店奖多少", "四星级"), exchanged("博士买房补贴多少", "硕士研究生")
    ('新评上四星级酒店奖多少', '硕士研究生买房补贴多少')
    >>> exchanged("三孩家庭贷款额度上浮多少", "二孩家庭"), exchanged("谁牵头", "二孩")
    ('二孩家庭贷款额度上浮多少', '')
    """
    for _, kind in KINDS:
        named, held = kind.search(new), kind.search(flat)
        if named is None or held is None or named.group() == held.group():
            continue
        behind, before = new[named.end() :], new[: named.start()]
        # 「低收入家庭…人均收入几倍，人均资产呢」
        held = next((m for m in kind.finditer(flat) if before and flat[: m.start()].endswith(before)), held)
        end = held.end() + (len(behind) if behind and flat.startswith(behind, held.end()) else 0)
        start = held.start() - (len(before) if before and flat[: held.start()].endswith(before) else 0)
        return flat[:start] + before + _written_as(held.group(), named.group()) + behind + flat[end:]
    return ""


_EITHER = (
    "tenure",
    "taxi",
    "voltage",
    "sex",
    "abroad",
    "means",
    "insurance",
    "housing",
    "issue",
    "act_on_paper",
    "branch",
    "care",
)
"""Kinds of which one member is never meant by another."""
_GRADED = (
    "stars",
    "prize",
    "class",
    "homes",
    "size",
    "founder",
    "home",
    "couple",
    "degree",
    "disability",
    "degree_of_need",
)
"""Kinds of which a rule for one member may say another beside it."""


def opposed(asked: str, said: str) -> bool:
    """``said`` names another member of a kind than the one asked about, and not that one: 低压 for 高压, 租用 for 购买.

    >>> opposed("高压用户几天接通", "低压用户不超过5个工作日"), opposed("女职工几岁退休", "男职工60岁，女职工55岁")
    (True, False)
    """
    return any(_parted(name, asked, said) for name in _EITHER)


def parted(asked: str, said: str) -> int:
    """In how many graded kinds ``said`` names others only."""
    return sum(_parted(name, asked, said) for name in _GRADED)


_SPECIAL = ("degree", "children", "title", "worker")
"""Kinds of which a rule for a member is for few only."""


def of_few(asked: str, said: str) -> bool:
    """``said`` is of members of a kind of which the question names none: 「博士、硕士在本市购房」 where a home is bought."""
    return any(_members(name, said) and not _members(name, asked) for name in _SPECIAL)


_CLOSED = (
    "inspection",
    "founder",
    "stars",
    "worker",
    "prize",
    "homes",
    "hospital",
    "title",
    "letter",
    "degree",
    "level",
    "size",
    "school",
    "branch",
    "housing",
)
"""Kinds of which a rule for some members says nothing of the others."""
_OF_SEVERAL = frozenset({"letter", "level", "size"})
"""Of these only where it names several: 「国家级、省级的分别奖励」."""
_RANGE = re.compile(
    r"(?:博士|硕士|研究生|本科|大专|专科|中专|高中)[^，。；]{0,4}以上|\d\s*[—–\-~～至到]+\s*\d|[特一二三四五](?:至|到|—|、)[一二三四五]|[级套星奖A][^，。；]{0,2}[及以][上下]|各[级类]"
)


def missed(asked: str, said: str) -> str:
    """The member of a closed kind that the question is about, where ``said`` names others only and no range of them; else "".

    >>> missed("新评2A级景区奖多少", "3A、4A、5A级景区奖10万元"), missed("新评4A级景区奖多少", "3A、4A、5A级景区奖10万元")
    ('2A级', '')
    """
    for name in _CLOSED:
        ours, theirs = _numbered(_members(name, asked)), _numbered(_members(name, said))
        enough = len(theirs) > (name in _OF_SEVERAL)
        if len(ours) == 1 and enough and not ours.keys() & theirs.keys() and not _RANGE.search(said):
            return next(iter(ours.values()))
    return ""


_SAME = {
    "小一": "小学",
    "初一": "初中",
    "高一": "高中",
    "教育部门办": "公办",
    "大专": "专科",
    "大专生": "专科生",
    "私立": "民办",
    "公立": "公办",
    "医保": "医疗",
}


def _numbered(members: set[str]) -> dict[str, str]:
    """Each as it is written, by its number: 「4A级」 and 「AAAA级」, 「二套」 and 「第二套房」 are one."""
    out = {}
    for member in members:
        letters = re.match(r"A+", member)
        plain = f"{len(letters.group())}A" if letters else re.sub(r"[级第房型生]|研究生$", "", member)
        out["".join(str(to_int(c)) if c in CHINESE else c for c in plain).replace("首", "1")] = member
    return out


def _parted(name: str, asked: str, said: str) -> bool:
    ours, theirs = _members(name, asked), _members(name, said)
    return bool(ours and theirs) and not ours & theirs


_LISTED = ("stars", "title", "letter", "prize", "hospital")
"""Kinds of which a clause lists the members, each with what it gets."""


def names_another(asked: str, said: str, beside: str) -> bool:
    """The question names a member that stands ``beside`` in the same clause, and ``said`` does not name it.

    >>> names_another("5A级物流企业奖多少", "超过5000万元的项目补30%", "5A级物流企业给予支持")
    True
    """
    return any(
        (mine := _members(name, asked)) and not mine & _members(name, said) and mine & _members(name, beside)
        for name in _LISTED
    )


def _members(name: str, text: str) -> set[str]:
    """「买」 and 「购置」 are one, and so are 「财产」 and 「资产」."""
    plain = _IN_ONE_WORD.get(name, str)
    return {plain(_SAME.get(m.group(), m.group())) for m in _BY_NAME[name].finditer(text)}


_HOUSING = {
    "经济": "经济适用住房",
    "限价": "限价商品住房",
    "公租": "公共租赁住房",
    "廉租": "廉租住房",
    "共有": "共有产权住房",
}
_IN_ONE_WORD: dict[str, Callable[[str], str]] = {
    "abroad": lambda said: "外" if "外" in said else "内",
    "issue": lambda said: "首" if said[0] in "首第头初" else "换" if said[0] == "换" else "补",
    "branch": lambda said: said.replace("医保", "医疗"),
    "means": lambda said: said.replace("资产", "财产"),
    "tenure": lambda said: "租" if "租" in said else "购",
    "housing": lambda said: _HOUSING[said.replace("公共租赁", "公租")[:2]],
}
"""By kind, how its members are written in many ways."""


_BY_NAME = dict(KINDS)


_DENIED = re.compile(
    r"(?:没(?:有|去|办|做)?|未|不(?:符合|属于|具备|满足|配备|设|安装)|无(?![偿需论障人线]))([\u4e00-\u9fff]{2})"
)


def denies_alike(asked: str, said: str) -> int:
    """1 where both deny the same, 「没有违法所得的，罚多少」; -1 where the sentence denies what the question does not, 「不符合
    受理条件的」 after 「受理后几天」; else 0."""
    ours, theirs = set(_DENIED.findall(asked)), set(_DENIED.findall(said))
    if ours & theirs:
        return 1
    return -1 if any(word in asked for word in theirs) else 0


def _written_as(held: str, named: str) -> str:
    """「两家」 as 「2家」 where the question says 「1家」."""
    digits, words = re.match(r"\d+", held), re.match(rf"[{CHINESE}]+", named)
    return f"{to_int(words.group())}{named[words.end() :]}" if digits and words else named


_OF_ONE_KIND = re.compile(
    r"((?:(?:[一二三四五六\d]|国家|国际|省|市|区|县)[、，])+)(?=(?:[一二三四五六\d]|国家|省|市|区|县)(星级?|[Aa]级|[等级]奖?|类))"
)


def spelled_out(flat: str) -> str:
    """「三、四、五星级」 as 「三星级、四星级、五星级」, 「国家、省级」 as 「国家级、省级」, for comparing."""
    return _OF_ONE_KIND.sub(lambda found: re.sub("[、，]", found[2] + "、", found[1]), flat)
