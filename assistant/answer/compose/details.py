"""Questions for a detail (an amount, a date, a procedure…): the sentences that hold it, or that the document leaves it open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.compose import cells
from assistant.answer.compose.consequences import consequences
from assistant.answer.compose.items import LISTED, left_out, said_of, with_items
from assistant.answer.compose.left_open import CLOSING, left_open, nearest
from assistant.answer.compose.period import named_term, validity
from assistant.answer.compose.place import COVERED, Place, core_terms, places, titles_of
from assistant.answer.compose.wording import closest, lead, quoted, sentence
from assistant.answer.draft import Draft, Quote, Said, without_repeats
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import ALL_IN_TITLE, NEAR, Evidence
from assistant.question import vocabulary, words
from assistant.question.details import RARE
from assistant.question.understand import flatten
from index.clauses import Document

LEAST_IN_SENTENCE = 0.2
LEAST_FOR_QUANTITY = 0.6
"""Share of the question that the sentence itself must hold, beside what its clause holds; a bare number fits anything."""
NEAR_BEST = 0.7
FOR_LIMIT = 0.2
"""What a sentence that names a limit is ahead of one that does not, where the question asks for one."""
FOR_AROUND = 0.3
"""What a sentence is ahead of another one that says all that stands next to the words of asking."""
NAMED = 0.8
SHOWN = 2
LISTS = ("procedure", "condition")
"""Details that are asked for as a list."""
ONLY_ONE = ("deadline", "quantity", "contact", "place", "size", "age", "places")
"""Details that the one sentence of a clause that says them answers, whatever else it says."""
OF_THE_WHOLE = ("procedure", "contact")
"""Details that hold for all of a document."""
_ACTS = re.compile(r"提交|提供|报送|申请|申报|受理|办理|电话|邮箱|网址")
BESIDE = 0.08
"""How far a second sentence may fall behind the first."""
IN_TITLE = 0.4
"""Share of a question about a missing detail that the document's title must say."""


def compose(evidence: Evidence) -> Draft | None:
    detail = evidence.question.detail
    if detail is None:
        return None
    found = places(evidence)
    if not found:
        return _document_level(evidence, detail)
    holding = holders(evidence, detail, found)
    if detail == "penalty" and (follows := consequences(found[0])):
        return _answered(evidence, [Holder(1.0, held, one) for held, one in follows])
    if holding:
        return _answered(evidence, holding)
    if detail == "deadline" and (draft := term_of_titled(evidence)):
        return draft
    if elsewhere := in_the_document(evidence, detail):
        return _answered(evidence, elsewhere)
    near = nearest(evidence, found[0])
    if (
        near
        and evidence.question.said_by(detail).search(near.text)
        and of_what_is_asked(evidence, found[0].document, near.start, near.end)
    ):
        return _answered(evidence, [Holder(1.0, found[0], near)])
    if only := _only_one(evidence, detail, found[0]):
        return _answered(evidence, [Holder(1.0, found[0], only)])
    if not _of_this_place(evidence, found[0]):
        return None
    return left_open(evidence, evidence.question.missing, found)


@dataclass(frozen=True)
class Holder:
    """A sentence that says the kind of detail asked for, with how much of the question it and its clause hold."""

    score: float
    place: Place
    sentence: Sentence


def holders(evidence: Evidence, detail: str, found: Sequence[Place]) -> list[Holder]:
    """Best first. Only clauses that hold nearly as much of the question as the best one take part."""
    said_by = evidence.question.said_by(detail)
    terms = core_terms(evidence)
    best = max((p.score for p in found if not p.clause.children), default=found[0].score)
    bare = detail == "quantity" and not evidence.question.counts
    least = LEAST_FOR_QUANTITY if bare else LEAST_IN_SENTENCE
    extreme = _EXTREME.search(evidence.question.flat)
    out = []
    for place in found:
        if (place.score < NEAR_BEST * best and not place.first) or not _speaks_of_subject(evidence, place):
            continue
        for one in sentences(place.document, place.clause, place.start, place.end):
            whole = with_items(place.document, one)
            share = evidence.coverage(flatten(whole.text).lower(), terms)
            of_it = of_what_is_asked(evidence, place.document, one.start, one.end)
            if (
                of_it
                and _says(place.document, one, detail, said_by)
                and (share >= least or (place.named and not place.clause.children))
            ):
                limits = FOR_LIMIT if extreme and _LIMITED.search(one.text) else 0.0
                limits += FOR_LIMIT if detail in LISTS and whole.end > one.end else 0.0
                near = FOR_AROUND * _said_around(evidence, place.document, one)
                score = share + limits + near + place.score - evidence.handicap(place.document)
                out.append(Holder(score, place, one))
    return sorted(out, key=lambda h: -h.score)


def _said_around(evidence: Evidence, document: Document, one: Sentence) -> float:
    """Share of the characters next to the words of asking that the sentence has, or a heading that it stands under."""
    around = evidence.question.around
    text = under_headings(document, one.start, one.end) if around else ""
    return sum(c in text for c in around) / len(around) if around else 0.0


_EXTREME = re.compile(r"最(?:高|多|长|大|低|少|短|迟|晚)|上限|下限")
_LIMITED = re.compile(
    r"最(?:高|多|长|大|低|少|短)|不(?:超过|高于|得超过|低于|少于)|上限|下限|以[内上下]|之内"
)
_ELSEWHERE = re.compile(
    r"(?:详?见|按照?|依照|参照)(?:本[\u4e00-\u9fff]{2,6})?(?:《[^《》]+(?:目录|表|标准)》|附[件表录]\d{0,2})"
    r"(?:的?规定)?(?:执行|办理|确定|计算)?[。；;]?$"
)


def _says(document: Document, one: Sentence, detail: str, said_by: re.Pattern[str]) -> bool:
    """The sentence holds such a detail, or the table row does under its heads; the head of a table is none."""
    entry = document.clause_at(one.start, one.end)
    if entry is not None and entry.kind == "table" and entry.children:
        return False
    if detail in {"amount", "deadline", "quantity", "condition"} and _ELSEWHERE.search(flatten(one.text)):
        return True  # what the sentence points to is shown with it
    return bool(said_by.search(one.text)) or (entry is not None and cells.says(document, entry, detail))


def _speaks_of_subject(evidence: Evidence, place: Place) -> bool:
    """Where the question names a clause by its heading, an amount that another clause gives for something else is no answer."""
    subject = evidence.subject
    if subject is None or subject.share < NAMED:
        return True
    return subject.matched in evidence.context(
        place.document, place.clause, place.document.quote(place.start, place.end)
    )


def _answered(evidence: Evidence, holding: Sequence[Holder]) -> Draft:
    near = [h for h in holding if h.score >= holding[0].score - BESIDE]
    chosen = list({h.sentence.text: h for h in reversed(near)}.values())[::-1][:SHOWN]
    said = []
    for holder in chosen:
        document, clause = holder.place.document, holder.place.clause
        listed = _whole_list(evidence, document, holder.sentence)
        said += [listed] if listed else said_of(document, clause, [with_items(document, holder.sentence)])
    first = chosen[0].place
    said = list(without_repeats(said))
    said[0] = Said(lead(evidence, first.clause) + said[0].text, said[0].quotes)
    quotes = tuple(q for s in said for q in s.quotes)
    return Draft("answered", tuple(said), left_out(quotes), closest(evidence, quotes))


def in_the_document(evidence: Evidence, detail: str) -> list[Holder]:
    """A question put to one document has that document's matter: how, where and when to apply is the same for all of it."""
    applying = detail == "deadline" and bool(_ACTS.search(evidence.question.flat))
    if evidence.of_one_document and evidence.question.said_by(detail).pattern in RARE:
        return _rare(evidence, detail)
    if not evidence.of_one_document or not (detail in OF_THE_WHOLE or applying):
        return []
    said_by = evidence.question.said_by(detail)
    for hit in evidence.hits[:NEAR]:
        place = Place(hit.document, hit.clause, hit.start, hit.end, False, COVERED)
        for one in sentences(place.document, place.clause, place.start, place.end):
            if said_by.search(one.text) and _ACTS.search(one.text):
                return [Holder(1.0, place, one)]
    return []


def _rare(evidence: Evidence, detail: str) -> list[Holder]:
    """Hours or schooling: where one document says such a thing in one article alone, that is what is asked."""
    document, said_by = evidence.searched[0], evidence.question.said_by(detail)
    held = [
        (clause, one)
        for clause in document.clauses
        if not document.children(clause)
        for one in sentences(document, clause, clause.start, clause.end)
        if said_by.search(one.text)
    ]
    if len({clause.id for clause, _ in held}) != 1:
        return []
    return [Holder(1.0, Place(document, c, c.start, c.end, False, COVERED), one) for c, one in held]


def _whole_list(evidence: Evidence, document: Document, one: Sentence) -> Said | None:
    """「要交哪些材料」 where the sentence is one item of a list that is headed so: the list."""
    entry = document.clause_at(one.start, one.end)
    detail = evidence.question.detail
    if detail not in LISTS or entry is None or entry.kind != "clause" or entry.heading or not entry.parent:
        return None
    owner = document.by_id[entry.parent]
    end = document.end_of(owner)
    headed = owner.heading or owner.text
    if not evidence.question.said_by(detail).search(headed) or end - owner.start > LISTED:
        return None
    quote = Quote(document, owner, owner.start, end)
    return Said(sentence(quote.text), (quote,))


def _only_one(evidence: Evidence, detail: str, place: Place) -> Sentence | None:
    """「以上工作要在2019年2月底前完成」: the one sentence of the best clause that says such a detail, whatever it repeats of
    the subject."""
    if detail not in ONLY_ONE or place.document.children(place.clause):
        return None
    said_by = evidence.question.said_by(detail)
    found = [
        one for one in sentences(place.document, place.clause, place.start, place.end)
        if said_by.search(one.text) and not CLOSING.search(one.text)
        and of_what_is_asked(evidence, place.document, one.start, one.end)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def term_of_titled(evidence: Evidence) -> Draft | None:
    """「购房补贴政策到哪天截止」: a question that says nothing but what the title says asks for the document's own term."""
    document = evidence.documents[0]
    if evidence.coverage(titles_of(document), core_terms(evidence)) < ALL_IN_TITLE:
        return None
    quote = validity(document)
    if quote is None or not named_term(quote.text):
        return None
    return quoted(evidence, quote)


_FINE = re.compile(r"罚款|处[^，。；]{0,8}元以[上下]")
_LEFT_OUT = re.compile(r"(?:不含|不包[括含]|不计|除)[^，。；,;）)]{1,20}(?:[）)]|外)?")


def of_what_is_asked(evidence: Evidence, document: Document, start: int, end: int) -> bool:
    """An amount is of the thing asked for where its sentence, or a heading that it stands under, says the thing."""
    pieces = evidence.question.priced
    if evidence.question.detail != "amount":
        return True
    if _FINE.search(document.quote(start, end)) and not re.search("罚|赔|后果", evidence.question.flat):
        return False  # a fine is no price
    if not pieces:
        return True
    said = _LEFT_OUT.sub("", flatten(under_headings(document, start, end)).lower())
    return any(piece in said for piece in (*pieces, *_meant(pieces)))


def _of_this_place(evidence: Evidence, place: Place) -> bool:
    """The clause speaks of the tax, fee or fund that an amount is asked of: else it leaves nothing open of it."""
    pieces = evidence.question.priced
    if evidence.question.detail != "amount" or not (pieces and _CHARGE.search(pieces[0])):
        return True
    said = flatten(under_headings(place.document, place.start, place.end)).lower()
    return any(piece in said + titles_of(place.document) for piece in (*pieces, *_meant(pieces)))


_CHARGE = re.compile(r"[费税金款租]$")


def _meant(pieces: Sequence[str]) -> list[str]:
    """What documents call the thing that ends so."""
    return [a for word, others in vocabulary.SYNONYMS.items() if word[-2:] in pieces for a in others]


def under_headings(document: Document, start: int, end: int) -> str:
    """The span's text and the headings that it stands under."""
    entry = document.clause_at(start, end) or document.clause_at(start, start + 1)
    headings = [c.heading for c in (*document.ancestors(entry), entry)] if entry else []
    return " ".join([document.quote(start, end), *headings])


def _document_level(evidence: Evidence, detail: str) -> Draft | None:
    """「行动计划的联系电话」: a detail of the document as a whole, which it does not hold."""
    document = evidence.documents[0]
    terms = core_terms(evidence)
    left = _IN_FORCE.sub("", words.DOCUMENT_WORDS.sub("", "".join(t.text for t in terms)))
    nothing_else = not [c for c in left if c.isalnum() and c not in vocabulary.STOP_CHARACTERS]
    alone = len(evidence.allowed or evidence.snapshot.document_ids) == 1
    about_document = (evidence.question.names_document or alone) and nothing_else
    if not about_document and evidence.coverage(titles_of(document), terms) < IN_TITLE:
        return None
    if (
        (about_document or _IN_FORCE.search(evidence.question.flat))
        and detail == "deadline"
        and (quote := validity(document))
    ):
        return quoted(evidence, quote)
    said = Said(f"《{document.parts[-1].title or document.title}》没有写明{evidence.question.missing}。")
    return Draft("unspecified", (said,), closest=closest(evidence, ()))


_IN_FORCE = re.compile(r"施行|生效|实施|有效|执行|废止|开始")
