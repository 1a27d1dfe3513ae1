"""What lies outside: regions, years and documents that the library does not hold; and how a refusal is worded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.draft import Draft, Said, quote_hit
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.clauses import Document
from index.clauses.folding import folded, folded_text
from index.clauses.kept import kept
from index.clauses.numerals import plain
from index.search.hit import Hit

CLOSEST = 3
_INSTITUTION = r"[^，。；、]{1,14}(?:所|局|委|中心|公司|大学|医院|学院|研究院|厅|银行)"


def outside(evidence: Evidence) -> Draft | None:
    """A question that names what no document here speaks of is refused by name."""
    if not evidence.hits:
        return refuse(evidence)
    missing = _missing_titles(evidence) + _missing_regions(evidence) + _missing_years(evidence)
    if missing:
        return refuse(evidence, missing)
    return refuse(evidence) if evidence.elsewhere else None


def where_named(evidence: Evidence) -> tuple[Evidence, tuple[str, ...]]:
    """A place that has no document here may still be named in one, 「试点城市为北京、天津、…」: the hits that name it, and the
    places for which the hits were so chosen."""
    hits, chosen = evidence.hits, []
    for region in _missing_regions(evidence) if hits else []:
        naming = tuple(h for h in hits if names_place(h.document.quote(h.start, h.end), region))
        if naming:
            hits = naming
            chosen.append(region)
    if not chosen:
        return evidence, ()
    about = evidence.question.about
    for place in chosen:  # that a text names the place does not make it speak of the matter
        about = about.replace(place, " ")
    return replace(evidence, hits=hits, question=replace(evidence.question, about=about)), tuple(chosen)


def answered_of(draft: Draft, places: Sequence[str]) -> bool:
    """The answer's own quotations name all the places."""
    quoted = "".join(q.text for s in draft.said for q in s.quotes)
    return draft.outcome == "answered" and all(names_place(quoted, place) for place in places)


def names_place(text: str, region: str) -> bool:
    """The place itself, and not an institution that is called after it."""
    return bool(
        re.search(rf"{region}(?:[市省](?!{_INSTITUTION})|(?=[、，,。；;）)：:的和与及等\s\d]|$))", text)
    )


def of_year(evidence: Evidence) -> Evidence:
    """Without the hits from a document whose title is of other years than the question, unless they say the year themselves."""
    question = evidence.question
    if question.yes_no or question.head_fields or not question.years or _ISSUED.search(question.flat):
        return evidence
    hits = tuple(h for h in evidence.hits if _may_be_of(h, question.years))
    return replace(evidence, hits=hits) if len(hits) < len(evidence.hits) else evidence


_ISSUED = re.compile(r"(?:19|20)\d\d年?[^，。？]{0,6}(?:印发|发布|出台|公布|修[订正]|版|号)")


def _may_be_of(hit: Hit, years: Sequence[int]) -> bool:
    title = hit.document.part_title(hit.clause)
    said = _span(title) or {int(y) for y in re.findall(r"(?<![\d〔\[])((?:19|20)\d\d)年", title)}
    if not said or said & set(years):
        return True
    return any(str(year) in hit.document.quote(hit.start, hit.end) for year in years)


def _span(title: str) -> set[int]:
    """Of 「（2024—2027年）」 in a title."""
    match = re.search(r"((?:19|20)\d\d)年?[—\-－~至]+((?:19|20)\d\d)", title)
    return set(range(int(match.group(1)), int(match.group(2)) + 1)) if match else set()


def _missing_titles(evidence: Evidence) -> list[str]:
    if not evidence.question.titles:
        return []
    known = [name for d in evidence.searched for name in _names(d)]
    return [
        f"《{title}》" for title in evidence.question.titles
        if not any(plain(title) in k for k in known) and not _occurs(evidence, title)
    ]  # fmt: skip


@kept
def _names(document: Document) -> list[str]:
    return [plain(t) for t in (*document.titles(), document.source)]


def _missing_regions(evidence: Evidence) -> list[str]:
    return [region for region in evidence.question.regions if not _region_known(evidence, region)]


def _region_known(evidence: Evidence, region: str) -> bool:
    """A document's own region, or one that the documents name in the same words: 「北京」 in 北京理工大学 is not Beijing."""
    if any(region in "".join([*d.titles(), *d.metadata.issuers, d.source]) for d in evidence.searched):
        return True
    if evidence.of_one_document and not evidence.regions:
        return any(_says(d, region) for d in evidence.searched)  # of the document chosen a place is no choice
    if all(names_place(hit.document.quote(hit.start, hit.end), region) for hit in evidence.hits):
        return True
    flat = evidence.question.flat
    at = flat.find(region)
    after = flat[at : at + len(region) + 2]
    return any(_says(d, after) for d in evidence.searched)


def _says(document: Document, flat: str) -> bool:
    """The text holds it, white space aside. Looked for in the folded text first, which is kept."""
    return folded(flat) in folded_text(document) and flat in flatten(document.text)


def _missing_years(evidence: Evidence) -> list[str]:
    """Years neither written in a document nor inside the period of its title; a premise about a year is checked elsewhere."""
    question = evidence.question
    if question.yes_no or question.head_fields or not question.years:
        return []
    covered: set[int] = set()
    for document in evidence.searched:
        for title in document.titles():
            covered |= _span(title)
    return [f"{y}年" for y in question.years if y not in covered and not _occurs(evidence, str(y))]


def _occurs(evidence: Evidence, term: str) -> bool:
    flat = flatten(term)
    return any(_says(d, flat) or term in d.source for d in evidence.searched)


def refuse(evidence: Evidence, missing: list[str] | None = None) -> Draft:
    """One sentence, no citation; the nearest clauses stand beside it, labelled as not an answer."""
    if not missing and not evidence.question.terms:
        return Draft("refused", (Said(f"我只就收录的文件作答；{holdings(evidence.searched)}"),))
    where = f"库中{'、'.join(evidence.regions)}的文件" if evidence.regions else "库中的文件"
    subject = _lacking(evidence, missing) if missing else f"{where}没有涉及这个问题"
    text = f"{subject}；{holdings(evidence.searched)}"
    closest = tuple(quote_hit(hit) for hit in evidence.hits[:CLOSEST])
    return Draft("refused", (Said(text),), closest=closest)


def _lacking(evidence: Evidence, missing: list[str]) -> str:
    """Of a place that a document mentions it is only said that none is of that place."""
    mentioned = [m for m in missing if m in evidence.question.regions and _occurs(evidence, m)]
    unknown = [m for m in missing if m not in mentioned]
    said = [f"没有涉及{'、'.join(unknown)}"] * bool(unknown)
    of_place = f"库中没有{'、'.join(mentioned)}的文件"
    return "；".join([of_place] * bool(mentioned) + [f"库中的文件{one}" for one in said])


def holdings(documents: list[Document]) -> str:
    """What the library does cover, in half a sentence."""
    if not documents:
        return "库里还没有文件，请先添加。"
    if len(documents) == 1:
        document = documents[0]
        top = [c.heading for c in document.clauses if len(c.path) == 1 and c.heading][:6]
        covers = f"，内容包括{'、'.join(top)}" if top else ""
        return f"现收录《{document.parts[-1].title or document.title}》{covers}。"
    names = "、".join(f"《{d.parts[-1].title or d.title}》" for d in documents[:3])
    return f"现收录{names}等{len(documents)}份文件。" if len(documents) > 3 else f"现收录{names}。"
