"""「有几种供给模式」: the items behind a lead-in are counted where no sentence says how many there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.counted import counted_noun
from assistant.answer.compose.items import items_of, left_out, said_of, with_items
from assistant.answer.compose.left_open import nearest
from assistant.answer.compose.place import Place
from assistant.answer.compose.wording import closest
from assistant.answer.draft import Draft, Quote, Said, quote_heading, quotes_of
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence

LOOKED_INTO = 2
"""Places whose lists are counted."""
SAYS = 0.6
"""Share of the question that such a place must hold."""


_ITEMS = re.compile(r"(?:[几多]少?|哪几)[个项条](?![\u4e00-\u9fff]{2})")
"""「列了几项」 counts the items of a list."""


def _list_itself(evidence: Evidence, place: Place) -> Draft | None:
    """「应具备的条件，条例列了几项」: the list whose lead-in says most of the question."""
    document, near = place.document, nearest(evidence, place)
    items = items_of(document, near) if near and _ITEMS.search(evidence.question.flat) else ()
    if near is None or len(items) < 2 or place.score < SAYS:
        return None
    said = said_of(document, place.clause, [with_items(document, near)])
    count = f"{place.clause.locator.official()}列有{len(items)}项："
    said[0] = said[0].behind(count)
    quotes = quotes_of(said)
    return Draft("answered", tuple(said), left_out(quotes), closest(evidence, quotes))


def counted_items(evidence: Evidence, found: Sequence[Place]) -> Draft | None:
    """The names of the items, where each has a heading and they are called as the question calls them."""
    if listed := _list_itself(evidence, found[0]):
        return listed
    noun = counted_noun(evidence.question)[-2:]
    for place in found[:LOOKED_INTO] if noun else ():
        if place.score < SAYS:
            continue
        document = place.document
        for one in sentences(document, place.clause, place.start, place.end):
            items = items_of(document, one)
            named = [item for item in items if item.heading]
            so_called = sum(noun in item.heading for item in items)
            if (
                len(items) < 2
                or len(named) < len(items)
                or (noun not in one.text and 2 * so_called < len(items))
            ):
                continue
            names = "、".join(item.bare_heading for item in items)
            quotes = (
                Quote(document, place.clause, one.start, one.end),
                *(quote_heading(document, item) for item in items),
            )
            said = Said(f"{place.clause.locator.official()}列有{len(items)}项：{names}。", quotes)
            return Draft("answered", (said,), closest=closest(evidence, quotes))
    return None
