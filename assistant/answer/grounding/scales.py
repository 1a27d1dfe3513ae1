"""Words that exclude each other: the ends of a scale, or the members of a set."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEHIND, _BEFORE = 4, 8
_JOINED = re.compile("[、和及或与]$")
_WORDS = re.compile(r"[\u4e00-\u9fff]{4}")
_NO = "(?<![不得能准应])"
_SCALES = tuple(
    tuple(re.compile(end.replace(",", "|")) for end in scale.split("|"))
    for scale in (
        "以上|以下", "前|后|内|外", "上|下", "(?<!最)高(?!于)|(?<!最)低(?!于)", "多(?!于)|(?<![至最])少(?!于)",
        f"{_NO}超[过出],{_NO}[高多大]于,不[得能准应]?[低少小]于,至少,最低|{_NO}[低少小]于,不足,不[得能准应]?超[过出],不[得能准应]?[高多大]于,最高",
        "长|短", "大|小", "早|晚", "先(?=到)|后(?=到)", "新|旧", "增|减", "升|降", "增加|减少", "提高|降低", "扩大|缩小",
        "最先|最后", "首|末", "全部,全额|部分", "延长|缩短", "提前|推迟,延后,顺延", "放宽|收紧,从严", "加快|放缓",
        "停止,暂停,终止,停发|继续,恢复", "废止,失效|有效", "取消|保留", "免费|收费,付费", "无偿|有偿", "(?<!不)[只仅]|不[只仅]",
        "公开|保密", "自愿,自主|必须,强制",
        "收入|支出", "进口|出口", "买|卖", "同意,批准,通过|反对,否决,拒绝", "享受|放弃", "纳入|移出,退出",
        "免征,免收,全免|征收,收取|减收,减半,减征",
        "(?<![一较特大重])一般(?![由为在应是都均])|较大|(?<!特别)重大|特别重大|重要",
        "[按每]年|[按每]季度?|[按每]月|[按每]周|[按每][日天]",
        "一|二,两|三|四|五|六|七|八|九|十", "百|千|万|亿",
        "当[月年日天]|[次翌下隔][月年日]|上[月年]", "上旬|中旬|下旬", "事前|事中|事后", "正|副", "甲|乙", "中方|外方", "男|女",
        "分管|主要|主管|直接|协管|常务", "同级|上级|下级|本级",
        "国务院,中央,国家级?|省级?|地级,市级?|县级?|(?<![辖地社园小片库校])区级?|镇级?|乡级?|街道",
        "负责,牵头,主管|参与,配合,协助", "年(?=[平均薪租])|月(?=[平均薪租])|日(?=[平均薪租])",
        "集中|分散", "开始,启动|结束,终止", "城镇|农村,乡村", "境内|境外", "国内|国外", "线上|线下", "公办|民办", "户籍地|居住地",
    )
)  # fmt: skip
"""Each a scale or a set of things that exclude each other: its ends, and the words for each."""

_WAYS = tuple(
    s for s in _SCALES if not any(end.search("以上、超过、省级、负责、次月、二、一般") for end in s)
)
"""Those of how something is done, apart from bounds, levels, parts, times and degrees."""


def opposed(sentence: str, text: str) -> Iterator[str]:
    """「有偿移交给…」 where the clause has the same words behind 无偿, and nowhere behind 有偿."""
    for scale in _WAYS:
        for n, side in enumerate(scale):
            for match in side.finditer(sentence):
                behind = sentence[match.end() : match.end() + _BEHIND]
                if len(match.group()) < 2 or not _WORDS.fullmatch(behind):
                    continue
                found = [_end_before(scale, text[: m.start()]) for m in re.finditer(re.escape(behind), text)]
                if any(one is not None for one in found) and n not in found:
                    yield f"“{match.group()}{behind}”与条款不同"


def _end_before(scale: tuple[re.Pattern[str], ...], text: str) -> int | None:
    """The end of the scale that stands last, alone and not as one of several."""
    last = text[-_BEFORE:]
    for n, side in enumerate(scale):
        for match in side.finditer(last):
            if match.end() == len(last) and not _JOINED.search(last[: match.start()]):
                return n
    return None


def ends(text: str, at: int, words: str) -> tuple[frozenset[int], ...]:
    """For each scale, the numbers of the ends that the words name, in whole or with those beside them."""
    first = max(0, at - 3)
    around, begin, end = text[first : at + len(words) + 3], at - first, at - first + len(words)
    if not words:  # something was put in there: the word that it belongs to
        begin, end = begin - 1, end + 1
    return tuple(
        frozenset(
            n
            for n, side in enumerate(scale)
            for m in side.finditer(around)
            if m.start() < end and begin < m.end()
        )
        for scale in _SCALES
    )
