"""The things that a question for a detail names, 「退伍军人安置费多少」 → 退伍军人安置: a text that says none of
them, nor a word that stands for one, does not speak of what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question import details, vocabulary, words
from assistant.question.pairs import pairs_of
from assistant.question.said_as import NUMBER
from assistant.question.understand import Question, content_of, flatten

_COMMON = re.compile(
    "补贴|补助|资助|奖励|奖补|奖金|支持|扶持|优惠|政策|措施|资金|费用|标准|金额|额度|价格|材料|手续|条件|时间|期限|比例|公司|企业|单位|部门|机构|个人"
    "|开始|实施|施行|生效|失效|有效|到期|过期|废止|终止|执行|发布|印发|申请|申报|办理|提交|满足|符合|达到|结果|日期|钱"
)
"""What any document may give, want or do: no thing that tells one matter from another."""
_COUNTED = re.compile(
    rf"第?(?:{NUMBER}|几)(?:[个项家名人件套台次年月天日号元块点条位座份岁]|周岁|工作日)|20\d\d"
)


@dataclass(frozen=True)
class Thing:
    """A run of the question's words; ``pairs`` are its pairs of characters, ``counterparts`` what documents call it."""

    text: str
    pairs: tuple[str, ...]
    counterparts: tuple[str, ...]

    def said_in(self, text: str) -> bool:
        """Any of its pairs will do, since a question joins words as they come, unless it is a word whose counterparts are known;
        what has only one may be short for more."""
        named = self.text in vocabulary.SYNONYMS
        if any(word in text for word in ((self.text,) if named else self.pairs) + self.counterparts):
            return True
        return (len(self.pairs) == 1 and short_for(self.pairs[0], text)) or abridged(self.text, text)


def short_for(pair: str, text: str) -> bool:
    """「木船」 for 木质渔船, 「建墓」 for 建设墓穴: both characters close together in their order.

    >>> short_for("木船", "每艘木质渔船"), short_for("木船", "木材、渔船")
    (True, False)
    """
    return bool(re.search(rf"{re.escape(pair[0])}\w{{1,2}}{re.escape(pair[-1])}", text))


def with_brackets(word: str, text: str) -> bool:
    """「首台套」 in 首台（套）, 「镇街」 in 镇（街道）; also the word as it is."""
    return bool(re.search("[（(]?".join(map(re.escape, word)), text))


def abridged(name: str, text: str) -> bool:
    """「质保金」 for 质量保证金, 「个贷率」 for 个人住房贷款率: all of three or four characters in their order, close together.

    >>> abridged("质保金", "作为质量保证金"), abridged("质保金", "质量好，保证资金")
    (True, False)
    """
    if not 3 <= len(name) <= 4 or name.isascii():
        return False
    return bool(re.search(r"\w{0,3}".join(map(re.escape, name)), text))


def things_of(question: Question) -> tuple[Thing, ...]:
    """In the question's order. Empty where it asks for no detail, or names nothing but what is common to all documents."""
    if question.detail is None:
        return ()
    bare = details.ASKED_BY[question.detail].sub(" ", flatten(question.about))
    bare = words.DOCUMENT_WORDS.sub(" ", content_of(_COUNTED.sub(" ", bare)))
    runs = re.findall(r"[\u4e00-\u9fff]+|[a-z][a-z0-9]+", _COMMON.sub(" ", bare.lower()))
    return tuple(Thing(run, _pairs(run), _counterparts(run)) for run in runs if _names(run))


def _pairs(run: str) -> tuple[str, ...]:
    """「房子」 is said as 住房, 房屋, 房产; a run of letters is one name."""
    if run.isascii() or len(run) == 1:
        return (run,)
    if len(run) == 2 and run[1] == "子":
        return (run[0],)
    return tuple(pairs_of(run))


def _names(run: str) -> bool:
    """Two characters together that bear weight, or a known word: 「交上去」 names nothing."""
    if run in vocabulary.SYNONYMS:
        return True
    return run.isascii() or any(not vocabulary.STOP_CHARACTERS & set(pair) for pair in pairs_of(run))


def _counterparts(run: str) -> tuple[str, ...]:
    meant = (a for word, others in vocabulary.SYNONYMS.items() if word in run for a in others)
    return tuple(dict.fromkeys(a.lower() for a in meant if len(a) > 1 and not _COMMON.fullmatch(a)))


_GRANT_NAMED = re.compile(r"(?<![每一])([\u4e00-\u9fff]{2})(补贴|补助|津贴|奖励|资助)")
"""「每度电奖励」 names none."""
_ANY_GRANT = re.compile(
    r"[那这几成里的了有给能拿得到领享受请报可以要会次性一每月年个户元万多少什么哪些政府财企业公司单市区县省国家级专项资金现关应比例标准分和与及或个人]|单位|套房|处理|退还|退回|追回|领完|骗取|拿完"
)


def grants_named(question: Question) -> list[tuple[str, str]]:
    """(what it is for, what it is called) of each grant that the question names: 「建设补贴」 → 建设, 补贴."""
    return grants_said("，".join(question.typed) or flatten(question.about))


def grants_said(flat: str) -> list[tuple[str, str]]:
    """The same of any text without white space."""
    return [(m[1], m[2]) for m in _GRANT_NAMED.finditer(flat) if not _ANY_GRANT.search(m[1])]
