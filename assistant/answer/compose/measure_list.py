"""The match desk's list of support measures, in sentences, for who describes himself in the chat."""

from __future__ import annotations

import re

from assistant.answer.compose.wording import closest, placed, sentence, unwrapped
from assistant.answer.draft import Draft, Said, quote_heading, quotes_of
from assistant.desks.match import RELATED, Matched, match_measures
from assistant.evidence import Evidence
from assistant.question.understand import flatten

SHOWN = 6
DIRECTION = "文件把这一领域列在"
GENERAL = 3
"""Conditional measures shown where nothing but a direction is known to fit."""


def measure_list(evidence: Evidence) -> Draft | None:
    """The match desk's answer in sentences: the direction's clause, then the measures, grants first."""
    matched = match_measures(evidence.question.about, list(evidence.documents), evidence.rarity)
    for asked, kind in OF_KIND:
        if asked.search(evidence.question.flat):
            matched = [m for m in matched if m.verdict == "direction" or kind.search(m.text)]
    if of := _HAVING_BECOME.search(evidence.question.flat):
        matched = [m for m in matched if of[1][-LEAST_NAME:] in flatten(m.text)]
    order = {"direction": 0, "applicable": 1, "conditional": 2}
    known = [m for m in matched if m.verdict in order and m.verdict != "conditional"]
    related = [m for m in matched if m.verdict == "conditional" and m.score >= RELATED]
    general = [
        m for m in matched if m.verdict == "conditional" and m.score < RELATED and m.strength == "grant"
    ]
    if not (known or related):
        return None
    chosen = sorted(known + related, key=lambda m: order[m.verdict])[:SHOWN]
    if all(m.verdict == "direction" for m in chosen):
        chosen += general[:GENERAL]
    said = tuple(_said(m) for m in chosen)
    left = len([m for m in matched if m.verdict in order]) - len(chosen)
    notices = (f"文件另有{left}条措施须满足其他条件，见“适用政策”。",) if left > 0 else ()
    return Draft("answered", said, notices, closest(evidence, quotes_of(said)))


_HAVING_BECOME = re.compile(
    r"(?:进入?|入选|评上|列入|纳入|获评|当选|认定为|成为|建成|获批)了?[“「]?([\u4e00-\u9fffA-Za-z]{2,10}?)[”」]?(?=[后，]|之后|以后|有|能|可|的)"
)
"""「评上独角兽企业有什么奖励」: measures that speak of it."""
LEAST_NAME = 3
"""Characters of such a name by which a measure has it."""
OF_KIND = (
    (re.compile("税"), re.compile("税")),
    (
        re.compile(r"补贴|补助|奖补|奖励|资助|资金|(?<!价)钱"),
        re.compile(r"[补资]助|补贴|奖补|奖励|给予奖|贴息|资金|经费|基金|[万亿]元"),
    ),
)
"""A kind of support that is asked for, and what such a measure speaks of."""


def _said(matched: Matched) -> Said:
    if matched.verdict == "direction":
        place = placed(matched.clause)
        return Said(f"{DIRECTION}{place}。", (quote_heading(matched.document, matched.clause),))
    condition = "须符合所列条件：" if matched.verdict == "conditional" else ""
    return Said(condition + sentence(unwrapped(matched.text)), (matched.quote,))
