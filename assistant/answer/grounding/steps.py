"""Steps that a clause must speak of where a sentence does: an approval or a lawsuit that it does not know is made up."""

from __future__ import annotations

import re

from assistant.answer.grounding.source import Source

_STEPS = tuple(
    re.compile(words)
    for words in (
        r"批准|审批|核准|同意|许可(?!证)|准予|审[核查定]|认可|批复",
        r"复议",
        r"诉讼|起诉|应诉|法院|诉至",
        r"仲裁",
        r"公证",
        r"(?<!无)押金|保证金|担保|抵押",
        r"吊销|撤销|取消|收回|注销",
        r"拘留|刑事|犯罪",
        r"听证",
        r"拍卖|招标|投标|竞[价买]|挂牌",
        r"公示",
        r"罚款|罚金|处罚|[处罚]\d|处以",
    )
)
"""Each with the words that say the same."""


def steps(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    known = f"{source.whole}{source.names}{source.above}"
    found = ((step, step.search(sentence)) for step in _STEPS)
    return [f"没有“{said.group()}”" for step, said in found if said and not step.search(known)]
