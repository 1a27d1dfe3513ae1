"""Composers: each looks at the evidence and either drafts an answer or passes (None). The first draft counts.

The order runs from what is certain (a look-up, the document's head, an agency line) to sentences chosen by relevance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer.compose import (
    agencies,
    behind_heading,
    belonging,
    cells,
    comparison,
    content,
    definitions,
    details,
    for_all,
    forms,
    head,
    headed,
    items_of_place,
    lists,
    lookup,
    measures,
    occurrence,
    overview,
    rare_words,
    reverse,
    role,
    scope,
    sections,
    targets,
    together,
    verbatim,
    without,
)  # fmt: skip
from assistant.answer.compose.also_asked import with_also_asked
from assistant.answer.compose.another_kind import left_open_for
from assistant.answer.compose.attributed import attributed
from assistant.answer.compose.befallen import of_what_happened
from assistant.answer.compose.further_parts import with_named_parts
from assistant.answer.compose.places_named import (
    answered_of,
    not_assigned,
    only_mentioned,
    where_named,
    without_own,
)  # fmt: skip
from assistant.answer.compose.premise import with_verdict
from assistant.answer.compose.referred import with_referred
from assistant.answer.compose.times import occurs, of_other_times, of_the_time
from assistant.answer.compose.typed_also import with_all_typed
from assistant.answer.compose.whereabouts import with_whereabouts
from assistant.answer.compose.wording import unspecified
from assistant.answer.draft import Draft, without_repeats
from assistant.evidence import Evidence
from index.search.hit import Hit

STANDS_IN = 2.5
"""The search's score from which a province's document answers for a city that has none."""
RULE_STANDS_IN = 1.0
_RULES = re.compile(r"条例|办法|规定|规则|细则")
Composer = Callable[[Evidence], Draft | None]

COMPOSERS: tuple[Composer, ...] = (
    overview.compose,
    scope.outside,
    comparison.compose,
    lookup.compose,
    verbatim.compose,
    head.compose,
    for_all.compose,
    belonging.compose,
    occurrence.compose,
    items_of_place.compose,
    headed.compose,
    without.compose,
    behind_heading.compose,
    forms.compose,
    role.compose,
    reverse.compose,
    agencies.compose,
    definitions.compose,
    sections.compose,
    together.compose,
    cells.compose,
    lists.compose,
    targets.compose,
    measures.compose,
    details.compose,
    content.compose,
    rare_words.compose,
)


_BY_WORDS = (measures.compose, content.compose)
"""Composers that answer with whatever shares most words with the question."""


def _refused(evidence: Evidence, composer: Composer, draft: Draft, places: Sequence[str]) -> Draft | None:
    """A draft of another place than the one named, or of words that no document has."""
    if places and not answered_of(draft, places):
        return scope.refuse(evidence, list(places))
    if composer in _BY_WORDS and draft.outcome == "answered" and scope.of_nothing_here(evidence):
        return scope.refuse(evidence)
    return None


def _stands_in(hit: Hit) -> bool:
    """A province's rules hold in all of its cities; its plans and measures leave more to them."""
    rules = _RULES.search("".join(hit.document.titles()))
    return hit.score >= (RULE_STANDS_IN if rules else STANDS_IN)


def compose(evidence: Evidence) -> Draft:
    """The first draft that a composer makes; a refusal where none does, or where it leaves out the place asked about."""
    evidence, places = where_named(of_what_happened(of_the_time(evidence)))
    for composer in COMPOSERS:
        draft = composer(evidence)
        if draft is None or (places and composer is measures.compose and not answered_of(draft, places)):
            continue  # a measure of the whole document, where clauses name the place
        if refused := _refused(evidence, composer, draft, places):
            return refused
        if unspoken := scope.unspoken_matters(evidence, draft):
            if speaking := scope.of_those_that_speak(evidence, unspoken):
                return compose(speaking)
            return scope.refuse(evidence, [m for m in unspoken if not occurs(evidence, m)])
        return _of_another(evidence, draft) or _completed(evidence, draft)
    return scope.refuse(evidence)


def _of_another(evidence: Evidence, draft: Draft) -> Draft | None:
    """What becomes of a draft of another place, time or member of a kind than the one asked about."""
    if elsewhere := only_mentioned(evidence, draft) or of_other_times(evidence, draft.quotes):
        return scope.refuse(evidence, elsewhere)
    if other := left_open_for(evidence, draft):
        return other
    if county := not_assigned(evidence, draft):
        return unspecified(evidence, "", f"{county}的安排", draft.said[0].quotes[0], "文件有总的规定")
    sure = draft.outcome == "answered" and evidence.hits[:1] and _stands_in(evidence.hits[0])
    cities = without_own(evidence)
    if cities and not sure and not answered_of(draft, cities):
        return scope.refuse(evidence, cities)
    return None


def _completed(evidence: Evidence, draft: Draft) -> Draft:
    """With the verdict, what else is asked, and where it stands."""
    draft = with_verdict(evidence, replace(draft, said=without_repeats(draft.said)))
    draft = with_also_asked(evidence, with_referred(evidence, draft))
    draft = with_all_typed(evidence, with_named_parts(evidence, draft))
    draft = with_whereabouts(evidence, draft)
    return replace(draft, said=attributed(evidence, draft.said))
