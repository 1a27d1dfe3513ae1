"""How much of what a sentence says is said by the clause: pairs of characters, framing words and denials of content apart."""

from __future__ import annotations

import re

from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import characters, pairs, segments, sentences
from assistant.answer.grounding.values import values
from index.wording import either

_FRAME = re.compile(
    either(
        r"文件|条款|规定|明确|提出|指出|要求|根据|按照|依照|依据|其中|包括|分别|具体|主要|相关",
        r"有关|政策|措施|方面|方向|目标|内容|工作|单位|部门|牵头|责任|负责|配合|之一|以及|可以",
        r"应当|必须|需要|不得|不能|禁止|严禁|鼓励|支持|最高|最多|最长|至少|以上|以下|因此|所以",
        r"此外|同时|另外|属于|对于|关于|这项|该项|上述|办理|进行|标准|条件",
    )
)
ABSENT = re.compile(
    r"(?:没有|未|并未)(?:作出|明确|具体|提及|提到|涉及)*(?:规定|写明|提及|提到|涉及|载明|列出|明确|说明)"
)
LEAST, LEAST_NEW = 0.5, 0.34
_SLACK, _CHARACTERS, _OF_CASE, _NEARLY = 0.25, 0.65, 0.5, 0.8
_OWN = 5
"""Pairs of characters besides the titles'."""


def overlap(sentence: str, source: Source) -> float:
    """Share of the sentence's pairs that the clause, its headings or its document's name hold."""
    said = pairs(_bare(sentence))
    return len(said & pairs(_all(source))) / len(said) if said else 0.0


def content(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words: too little of it is in the clause, or one part of it is not there at all."""
    share = overlap(sentence, source)
    least = LEAST if len(pairs(_bare(sentence))) > 6 else LEAST_NEW
    if share < least and not (share >= least - _SLACK and _spelt(sentence, source.whole)):
        return [f"只有 {share:.0%} 的内容有出处"]
    if _only_titled(_bare(sentence), source) and not _spelt(sentence, source.text, _NEARLY):
        return ["只有文件和标题的名称有出处"]
    held = pairs(_all(source))
    for begin, end in segments(sentence):
        said = pairs(_bare(sentence[begin:end]))
        new = len(said) >= 5 and len(said & held) / len(said) < LEAST_NEW
        if new and not (
            len(said & held) / len(said) >= LEAST_NEW - _SLACK
            and _spelt(
                sentence[begin:end], source.whole, _OF_CASE if sentence[end - 1] in "的时" else _CHARACTERS
            )
        ):
            return [f"“{sentence[begin:end]}”没有出处"]
    return []


def _spelt(words: str, text: str, least: float = _CHARACTERS) -> bool:
    """Its characters stand in one sentence of the clause: 「凭优待证免费乘车」 for 「持优待凭证乘坐公共汽车，免费」."""
    said = characters(_bare(words))
    return any(len(said & characters(text[begin:end])) >= least * len(said) for begin, end in sentences(text))


def _only_titled(said: str, source: Source) -> bool:
    """What the sentence has besides the words of titles and headings is not in the clause: it is of another clause."""
    titles = pairs(f"{source.above}\n{source.names}")
    own = pairs(said) - titles
    return len(own) >= _OWN and len(own & pairs(source.text)) < LEAST_NEW * len(own)


def _bare(sentence: str) -> str:
    """Without figures, dates and framing words, which are looked at apart."""
    for one in values(sentence):
        sentence = sentence[: one.start] + "。" * (one.end - one.start) + sentence[one.end :]
    return _FRAME.sub("。", sentence)


def absent(sentence: str, source: Source) -> list[str]:
    """「没有规定金额」: wrong where the clause does name what is said to be missing, and does not say so itself."""
    faults = []
    for match in ABSENT.finditer(sentence):
        missing = pairs(_FRAME.sub("。", re.split(r"[，。；]", sentence[match.end() :])[0]))
        if missing and missing <= pairs(source.text) and match.group() not in source.text:
            faults.append("条款有所规定")
    return faults


def _all(source: Source) -> str:
    return f"{source.whole}\n{source.names}"
