"""Which sentences of the hits are likely to answer (answer sentence selection): by a conditional logit over what the search, the
words and the meaning tell of each."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from assistant.answer.compose.items import behind_lead, lead_in, said_of, with_items
from assistant.answer.compose.place import Place, that_speak, without_forwarding
from assistant.answer.compose.wording import lead
from assistant.answer.draft import Said
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.search.hit import Hit


@dataclass(frozen=True)
class Weights:
    """What each feature of a sentence is worth; ``python -m evals.likely`` fits them."""

    score: float
    """Of the hit, by the search."""
    cosine: float
    """Of the hit."""
    context: float
    """Share of the question's content in the sentence with what it stands under."""
    own: float
    """The same in the sentence with its lead-in alone."""
    says: float
    """1 where it says the detail that is asked for."""
    meaning: float
    """The sentence's own nearness to the question."""


WEIGHTS = Weights(score=0.29, cosine=24.7, context=5.1, own=0.15, says=3.4, meaning=40.2)


COMPARED = 4
"""Sentences whose meaning is compared: it takes time."""
BEYOND_REACH = 4.0
"""Log odds that no meaning makes up for: nearness differs by less than a tenth."""


@dataclass(frozen=True)
class Likely:
    """A sentence of a hit; ``odds`` are those against the likeliest, in (0, 1]."""

    hit: Hit
    sentence: Sentence
    odds: float


def likely(evidence: Evidence) -> list[Likely]:
    """The likeliest first; of the few whose meaning is compared, those that the other features put first. Empty where the encoder
    cannot compare."""
    if evidence.near is None:
        return []
    known = [(hit, one, features(evidence, hit, one)) for hit, one in said_by_hits(evidence)]
    known = sorted(known, key=lambda item: -worth(item[2]))[:COMPARED]
    known = [item for item in known if worth(item[2]) >= worth(known[0][2]) - BEYOND_REACH]
    near = evidence.near([behind_lead(hit.document, one) for hit, one, _ in known])
    worths = [worth(own) + WEIGHTS.meaning * how for (_, _, own), how in zip(known, near, strict=False)]
    best = max(worths, default=0.0)
    found = [Likely(hit, one, math.exp(w - best)) for (hit, one, _), w in zip(known, worths, strict=False)]
    return sorted(found, key=lambda n: -n.odds)


def said_by_hits(evidence: Evidence) -> list[tuple[Hit, Sentence]]:
    found = []
    for hit in that_speak(evidence):
        said = list(sentences(hit.document, hit.clause, hit.start, hit.end))
        found += [(hit, one) for one in without_forwarding(evidence, hit.clause, said)]
    return found


def features(evidence: Evidence, hit: Hit, one: Sentence) -> tuple[float, ...]:
    """All of a sentence's but its meaning, in the order of ``Weights``."""
    terms = evidence.question.core_terms
    detail = evidence.question.detail
    return (
        hit.score,
        hit.cosine,
        evidence.coverage(evidence.context(hit.document, hit.clause, one.text), terms),
        evidence.coverage(flatten(behind_lead(hit.document, one)).lower(), terms),
        float(bool(detail and evidence.question.says(detail, one.text))),
    )


def worth(own: Sequence[float]) -> float:
    total: float = sum(w * x for w, x in zip(astuple(WEIGHTS), own, strict=False))
    return total


AS_LIKELY = 0.5
"""Odds against the sentences that are shown from which another one is shown too: where these are wrong, one in three
is right."""
OF_A_LIST = 0.35
"""The same where all of several things are asked for."""
LIKELIER = 2.0
"""The same where the question says the heading that they stand under, or they name who is charged."""
MOST = 2
"""The likeliest sentences, of which those not shown are added."""


def as_likely(
    evidence: Evidence, place: Place, chosen: Sequence[Sentence], least: float = AS_LIKELY
) -> list[Likely]:
    """Those of the likeliest that are not chosen and about as likely as the best that is, of the same document."""
    document, least = place.document, LIKELIER if place.named else least
    found = likely(evidence)
    leads = [over for one in chosen if (over := lead_in(document, one))]
    shown = [n for n in found if n.hit.document is document and _within(n.sentence, [*leads, *chosen])]
    best = max((n.odds for n in shown), default=0.0)
    others = [n for n in found[:MOST] if n.hit.document is document and n not in shown]
    return [n for n in others if n.odds >= least * best and not _of_other_years(evidence, n)]


def _of_other_years(evidence: Evidence, one: Likely) -> bool:
    """Its clause names years, and none that is asked about."""
    years = {str(year) for year in evidence.question.years}
    named = set(_YEAR.findall(flatten(one.hit.document.quote(one.hit.start, one.hit.end))))
    return bool(years and named) and not named & years


_YEAR = re.compile(r"(20\d\d)年")


def _within(one: Sentence, shown: Sequence[Sentence]) -> bool:
    return any(s.start <= one.start < s.end or one.text in s.text for s in shown)


def behind_its_name(evidence: Evidence, place: Place, one: Likely) -> list[Said]:
    """The sentence, with its clause named in front where that is another one than ``place``."""
    document, clause = one.hit.document, one.hit.clause
    said = said_of(document, clause, [with_items(document, one.sentence)])
    if clause.id != place.clause.id:
        said[0] = said[0].behind(lead(evidence, clause))
    return said
