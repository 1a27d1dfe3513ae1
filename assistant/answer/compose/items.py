"""A sentence that only leads in to a list, 「应当符合下列条件：」, is shown with its items: all of them, or the first and how
many more there are. An item by itself is shown behind its lead-in: what it says of 「不予贷款」 stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from assistant.answer.compose.inline_lists import lead_of_list, list_begun
from assistant.answer.compose.wording import sentence
from assistant.answer.draft import Quote, Said
from assistant.answer.sentences import Sentence, own_sentences, sentences
from index.clauses import Clause, Document

LISTED = 600
"""Characters up to which a lead-in is shown with all its items."""
_LEADS_IN = re.compile(r"(?:下列|以下|如下|下述).{0,48}[：:。]?$|[：:]$")


def with_items(document: Document, one: Sentence) -> Sentence:
    """The sentence with the items under it, as far as ``LISTED`` allows but never without the first; as it is where it
    leads in to nothing. A part of a lead-in is shown as all of it: 「…可以并处罚款；…依法追究刑事责任：」."""
    one = _whole_lead(document, one)
    items = items_of(document, one)
    if going_on := list_begun(document, one):
        ends = [one.end, *(item.end for item in going_on)]
        end = max(end for end in ends if end == one.end or len(document.quote(one.start, end)) <= LISTED)
        return Sentence(one.start, end, document.quote(one.start, end))
    if not items:
        return _going_on(document, _with_what_it_adds_to(document, _with_what_follows(document, one)))
    ends = [document.end_of(item) for item in items]
    short = [end for end in ends if len(document.quote(one.start, end)) <= LISTED]
    end = max(short, default=ends[0])
    return Sentence(one.start, end, document.quote(one.start, end))


_GOES_ON = re.compile(r"(?:若|如果?)(?:再|仍|还)|(?:再|仍)[^，。,]{1,4}[，,]")
"""「如再相同，按照…排名」, which says nothing without the sentence before it and is what that one leaves open."""
_PUNISHES = re.compile(r"罚款|罚金|责令|处分|吊销|没收|取消|退[回还]")
_MORE_SEVERE = re.compile(
    r"(?:情节(?:特别|较为?|比较)?(?:严重|轻微)|(?:造成|发生)[^，。,；;]{2,12}(?:后果|损失)|拒不[^，。,；;]{2,6}|逾期[^，。,；;]{2,8}|构成犯罪)的[，,]"
)
"""「情节严重的，处…罚款」, of what the sentence before it punishes."""


def _going_on(document: Document, one: Sentence) -> Sentence:
    entry = document.clause_at(one.start, one.end)
    behind = [s for s in own_sentences(document, entry) if s.start >= one.end] if entry else []
    severe = bool(_PUNISHES.search(one.text))
    following = [
        *takewhile(lambda s: _GOES_ON.match(s.text) or (severe and _MORE_SEVERE.match(s.text)), behind)
    ]
    if not following:
        return one
    end = following[-1].end
    return Sentence(one.start, end, document.quote(one.start, end))


_ADDS = re.compile(
    r"(?<![归退偿返交发外])(?<!外[，,])还(?:应当?|须|需要?|要)|^[另并]应|的[，,]并(?:由|处|可|应)"
)
"""Not where the sentence itself says to what: 「除申请书外，还需提供…」, 「…，并应当…」."""


def _with_what_it_adds_to(document: Document, one: Sentence) -> Sentence:
    """「…的，还应当提供证明」 with the sentence before it, which says what is demanded of all."""
    entry = document.clause_at(one.start, one.end)
    if entry is None or not _ADDS.search(one.text):
        return one
    owner = document.by_id[entry.parent] if entry.kind == "paragraph" and entry.parent else entry
    before = [s for s in sentences(document, owner, owner.start, one.start) if s.end <= one.start]
    if (
        not before
        or one.end - before[-1].start > LISTED
        or document.clause_at(before[-1].start, before[-1].end) is None
    ):
        return one
    return Sentence(before[-1].start, one.end, document.quote(before[-1].start, one.end))


def _with_what_follows(document: Document, one: Sentence) -> Sentence:
    """「计算公式为：」 with the sentence behind it, in the same entry or in the paragraph after it."""
    entry = document.clause_at(one.start, one.end)
    if entry is None or not re.search(r"[：:]$", one.text):
        return one
    after = document.clauses[document.position[entry.id] + 1 :][:1]
    held = [entry, *(c for c in after if c.kind == "paragraph" and c.parent in {entry.id, entry.parent})]
    behind = (s for c in held for s in sentences(document, c, c.start, c.end) if s.start >= one.end)
    end = next((s.end for s in behind), one.end)
    return Sentence(one.start, end, document.quote(one.start, end))


def said_of(document: Document, clause: Clause, chosen: Sequence[Sentence]) -> list[Said]:
    """Each sentence as it is; items that stand under one lead-in behind it, in one sentence."""
    out: list[Said] = []
    last: Sentence | None = None
    for one in chosen:
        before, lead = last, lead_in(document, one)
        one = _with_label(document, one) if lead else one
        last, quote = lead, one.quote(document, clause)
        if lead is None:
            out.append(Said(sentence(one.text), (quote,)))
        elif before is not None and lead.start == before.start:
            joined = re.sub(r"[。；;]$", "；", out[-1].text) + sentence(one.text)
            out[-1] = Said(joined, (*out[-1].quotes, quote))
        else:
            out.append(Said(lead.text + sentence(one.text), (lead.quote(document, clause), quote)))
    return out


def _with_label(document: Document, one: Sentence) -> Sentence:
    """An item from its label on: 「退休人员：三级医疗机构为1120元」."""
    entry = document.clause_at(one.start, one.end)
    if entry is None or entry.kind != "clause" or one.start != entry.body:
        return one
    if not document.text[entry.start : entry.body].rstrip().endswith(("：", ":")):
        return one
    start = behind_marker(document, entry)
    return Sentence(start, one.end, document.quote(start, one.end))


def behind_marker(document: Document, entry: Clause) -> int:
    """Where its heading begins, or its text where it has none: 「（二）申请材料」 from 申请 on."""
    front = document.text[entry.start : entry.body]
    return (
        entry.start + front.index(entry.heading) if entry.heading and entry.heading in front else entry.body
    )


def outermost(chosen: Sequence[Sentence]) -> list[Sentence]:
    """Without those that stand inside another one: items that came with their lead-in."""
    return [
        one
        for one in chosen
        if not any(o is not one and o.start <= one.start and one.end <= o.end for o in chosen)
    ]


def behind_lead(document: Document, one: Sentence) -> str:
    """The sentence's text behind its lead-in, if it has one."""
    over = lead_in(document, one)
    return over.text + one.text if over else one.text


def lead_in(document: Document, one: Sentence) -> Sentence | None:
    """The sentence that leads in to the item in which ``one`` stands; None where it stands in none, or is that sentence."""
    if over := lead_of_list(document, one):
        return over
    entry = document.clause_at(one.start, one.end)
    if entry is None or entry.kind != "clause" or entry.parent is None:
        return None
    owner = document.by_id[entry.parent]
    siblings = document.children(owner)
    before = [c for c in siblings[: siblings.index(entry)] if c.kind == "paragraph"]
    said_by = before[-1] if before else owner
    lead = _lead_of(document, said_by)
    return lead if lead is not None and lead.end <= one.start else None


def _lead_of(document: Document, entry: Clause) -> Sentence | None:
    """What the entry's own text ends with, if it ends with a colon: back to the last full stop."""
    found = list(sentences(document, entry, entry.start, entry.end))
    if not found or not re.search(r"[：:]$", found[-1].text):
        return None
    whole = [*takewhile(lambda earlier: re.search(r"[；;]$", earlier.text), reversed(found[:-1]))]
    start = whole[-1].start if whole else found[-1].start
    return Sentence(start, found[-1].end, document.quote(start, found[-1].end))


def _whole_lead(document: Document, one: Sentence) -> Sentence:
    entry = document.clause_at(one.start, one.end)
    if entry is None or not (document.children(entry) or entry.kind == "paragraph"):
        return one
    lead = _lead_of(document, entry)
    inside = lead is not None and lead.start <= one.start and one.end <= lead.end
    return lead if lead is not None and inside else one


def left_out(quotes: Sequence[Quote]) -> tuple[str, ...]:
    """What a reader must know of the lists that ``quotes`` break off."""
    return tuple(dict.fromkeys(filter(None, (_left_out(quote) for quote in quotes))))


def _left_out(quote: Quote) -> str:
    document = quote.document
    for one in _lead_ins(document, quote):
        items = items_of(document, one)
        shown = sum(item.start < quote.end for item in items)
        if 0 < shown < len(items) and quote.end > one.end:
            return f"{quote.clause.locator}列有{len(items)}项，这里列出前{shown}项。"
    return ""


def _lead_ins(document: Document, quote: Quote) -> Iterator[Sentence]:
    for entry in document.subtree(quote.clause):
        if entry.start <= quote.start < entry.end:
            yield Sentence(quote.start, entry.end, document.quote(quote.start, entry.end))


def only_heads(document: Document, entry: Clause) -> bool:
    """A table row of one cell stands above others and says nothing by itself: 「三、科技金融创新方面（共5项）」."""
    texts = {document.text[c.start : c.end].strip() for c in entry.cells} - {""}
    return entry.kind == "row" and len(texts) == 1


def items_of(document: Document, one: Sentence) -> list[Clause]:
    """The numbered clauses that the sentence leads in to: those under its entry, or behind it where it is a later paragraph,
    up to the next paragraph. Empty where the entry says more after the sentence."""
    entry = document.clause_at(one.start, one.end)
    if entry is not None and entry.parent and only_heads(document, entry):
        rows = document.children(document.by_id[entry.parent])
        behind = rows[rows.index(entry) + 1 :]
        return [*takewhile(lambda row: not only_heads(document, row), behind)]
    if entry is None or not _LEADS_IN.search(one.text) or document.text[one.end : entry.end].strip():
        return []
    owner = document.by_id[entry.parent] if entry.kind == "paragraph" and entry.parent else entry
    siblings = document.children(owner)
    behind = siblings if owner is entry else siblings[siblings.index(entry) + 1 :]
    items = []
    for child in behind:
        if child.kind != "clause":
            break
        items.append(child)
    return items
