"""A question that has the text before it, 「因故不能开放的，应当提前几日向社会公示」: the sentence that it is taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.compose.items import left_out, said_of, with_items
from assistant.answer.compose.money import of_the_kind
from assistant.answer.compose.wording import closest, lead
from assistant.answer.draft import Draft
from assistant.answer.grounding.mentions import mentions
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import NEAR, Evidence
from assistant.question.claims import CLAIMS, claim_of
from assistant.question.limits import limit_asked
from assistant.question.understand import flatten
from index.search.hit import Hit

RUN = 4
"""Characters that question and sentence must have in a row for these to count."""
TAKEN = 0.8
"""Share of the question that such runs make up."""
SHORTEST = 8
"""Characters, besides the words of asking, of a question that can be taken from a text."""
_ASKS_BY_WHOM = re.compile(r"[由归](?:谁|哪[个些家]?|什么)(?:部门|单位|机构)?")
_BY_WHOM = re.compile(r"(?<![自理])由[^，。；]{2,30}")
_ASKING = re.compile(
    r"[由归]?(?:哪个|哪些|哪家|什么)(?:部门|单位|机构|机关)来?|[由归]?谁来?|多少(?:比例|钱)?|几|什么时候|多[久长大]|[，,]?(?:对吗|是吧|没错吧|对不对|是吗|对吧)"
)


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    asks = (
        question.detail
        or question.role
        or CLAIMS.search(question.flat)
        or _ASKS_BY_WHOM.search(question.flat)
    )
    if not asks:
        return None
    found = [
        (share, hit, one) for share, hit, one in _taken(evidence) if share >= TAKEN and _says(evidence, one)
    ]
    if not found:
        return None
    _, hit, one = max(found, key=lambda item: item[0] - evidence.handicap(item[1].document))
    said = said_of(hit.document, hit.clause, [with_items(hit.document, one)])
    said[0] = said[0].behind(lead(evidence, hit.clause, said[0].text))
    return Draft("answered", tuple(said), left_out(said[0].quotes), closest(evidence, said[0].quotes))


def _says(evidence: Evidence, one: Sentence) -> bool:
    """The detail that is asked for, the figure that is claimed, or some agency."""
    question = evidence.question
    if CLAIMS.search(question.flat):
        return all(re.search(r"\d", text) for text in (claim_of(question.flat), one.text))
    if _ASKS_BY_WHOM.search(question.flat):
        return bool(_BY_WHOM.search(one.text))
    if question.detail == "amount" and not of_the_kind(evidence, one.text):
        return False
    if question.detail:
        limit = limit_asked(question.flat) if question.detail == "amount" else None
        return question.says(question.detail, one.text) and (limit is None or bool(limit.search(one.text)))
    return bool(mentions(one.text, generic=True) or _BY_WHOM.search(one.text))


def _taken(evidence: Evidence) -> Iterator[tuple[float, Hit, Sentence]]:
    """Each sentence of the nearest hits with the share of the question that it has in runs."""
    asked = [
        piece for piece in _ASKING.split(_TITLED.sub("", flatten(evidence.question.about))) if len(piece) > 1
    ]
    if len("".join(asked)) < SHORTEST:
        return
    for hit in evidence.hits[:NEAR]:
        for one in sentences(hit.document, hit.clause, hit.start, hit.end):
            yield share_in_runs(asked, flatten(one.text)), hit, one


_TITLED = re.compile(r"^(?:《[^》]*》)?(?:里|中|规定|[，,：:])*|[？?。]$")


def share_in_runs(asked: Sequence[str], said: str) -> float:
    """Share of the characters of the pieces ``asked`` that stand in ``said`` with ``RUN`` in a row, or as a whole piece.

    >>> share_in_runs(("公示时间不得少于", "日"), "施划方案公示时间不得少于十五日")
    1.0
    """
    got = sum(_covered(piece, said) for piece in asked)
    return got / len("".join(asked))


def _covered(piece: str, said: str) -> int:
    if piece in said:
        return len(piece)
    covered = [False] * len(piece)
    for start in range(len(piece) - RUN + 1):
        if piece[start : start + RUN] in said:
            covered[start : start + RUN] = [True] * RUN
    return sum(covered)
