"""From when to when a document is in force: 「…办法有效期几年」, 「…通知管多久」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.wording import quoted, sentence, titled, unspecified
from assistant.answer.draft import Draft, Quote
from assistant.answer.sentences import own_sentences, sentences
from assistant.evidence import Evidence
from assistant.question.head_words import PERIOD
from assistant.question.understand import Term, content_of, flatten, terms_of
from assistant.question.words import DOCUMENT_WORDS
from index.clauses import Clause, Document

IN_TITLE = 0.6
"""Share of each piece of the question that the title must say: 「三包有效期」 is not the document's."""
NAMED = 5
"""Characters of a title that name a document."""
_IN_FORCE = re.compile(
    r"(?:^|[，,。；;、》）)])(?:本[^，。；,;]{1,12})?有效期(?!内)|起(?:正式)?(?:施行|实施|执行)|(?:执行|施行|试行)(?:至|到|期)"
)
_TERM = re.compile(
    r"有效期|试行期|(?:执行|施行|试行|实施|有效)期?限?(?:至|到|为|\d|[一二三四五六七八九十])|期限|暂定[\d一二三四五六七八九十]+年"
)
_ITSELF = re.compile(r"本[\u4e00-\u9fff《》“”]{1,10}(?:自|从|有效|试行|施行|执行|实施)|^自.{2,20}起")


def of_named(evidence: Evidence) -> Draft | None:
    """The period of the document that the question names by its title, if that is all it asks."""
    if "period" not in evidence.question.head_fields:
        return None
    terms = _rest(evidence)
    covered = [(d, _covered(evidence, d, terms)) for d in evidence.documents] if terms else []
    document, share = max(covered, key=lambda item: item[1], default=(None, 0.0))
    if document is None or share < IN_TITLE or sum(len(t.text) for t in terms) < NAMED:
        return None
    if _of_a_paper(evidence, document):
        return None
    return in_force(evidence, document)


def asks_of_part(evidence: Evidence, document: Document) -> bool:
    """The question says something that the titles do not: 「家用视听商品的三包有效期」."""
    if _of_a_paper(evidence, document):
        return True
    terms = () if evidence.question.names_document else _rest(evidence)
    return bool(terms) and _covered(evidence, document, terms) < IN_TITLE


_PAPER = re.compile(
    r"(证书?|凭证|执照|许可|资[格质]|合同|协议|报告|承诺书?|名单|号牌|结[果论]|认定|鉴定|备案|批复|标[识志]|[卡券票码])[”’」》]?的?(?:有效|使用期)"
)


def _of_a_paper(evidence: Evidence, document: Document) -> bool:
    """「人才证书的有效期」 is not that of the document, unless its title names the paper."""
    paper = _PAPER.search(evidence.question.flat)
    return paper is not None and paper[1] not in "".join(document.titles())


def in_force(evidence: Evidence, document: Document) -> Draft | None:
    """The sentence that names the term; else the day from which it is in force, and that no term is named. None where the
    document says neither."""
    said = validity(document, part_named(evidence, document))
    if said is None:
        return None
    if not named_term(said.text):
        if _term_of_a_thing(evidence):
            return None
        title = document.part_title(said.clause)
        provides = f"{titled(title)}写明“{sentence(said.text).rstrip('。')}”"
        return unspecified(evidence, title, "有效期", said, provides)
    return quoted(evidence, said)


_LASTS = re.compile(
    r"(?:有效期|期限|时限|周期|保存|保护期|任期)[^，。；]{0,12}?[\d一二两三四五六七八九十百]+个?(?:年|月|日|天|工作日)"
    r"|[\d一二两三四五六七八九十百]+个?(?:年|月|日|天|工作日)(?:内|以内|之内)"
)
COVERED = 0.6


def _term_of_a_thing(evidence: Evidence) -> bool:
    """「许可证的有效期是多久」: a clause of the first hits says how long something lasts, and speaks of what is asked."""
    for hit in evidence.hits[:3]:
        text = flatten(hit.document.quote(hit.start, hit.end))
        if _LASTS.search(text) and not _ITSELF.search(text) and evidence.hit_coverage(hit) >= COVERED:
            return True
    return False


def named_term(text: str) -> bool:
    """The sentence says until when, or how long."""
    return bool(_TERM.search(text))


CLEARLY = 0.2
"""Share of the question by which one part's title is ahead of the others'."""


def part_named(evidence: Evidence, document: Document) -> int | None:
    """The one of several instruments in a document that the question names by its title; None where it names none, or there is
    only one."""
    shares = sorted(
        ((evidence.coverage(flatten(p.title or "").lower()), n) for n, p in enumerate(document.parts)),
        reverse=True,
    )
    return shares[0][1] if len(shares) > 1 and shares[0][0] >= shares[1][0] + CLEARLY else None


def validity(document: Document, part: int | None = None) -> Quote | None:
    """The sentence that says from when to when the document is in force: where the dates were read from, else one that
    speaks of the document itself, the last one first; of the ``part`` alone where one is given and says so."""
    read_from = _read_from(document)
    if part is not None and (read_from is None or read_from.clause.part != part):
        own = _says_in_force(document, [c for c in document.clauses if c.part == part])
        if own:
            return own
    return read_from or _says_in_force(document, document.clauses)


def _says_in_force(document: Document, clauses: Sequence[Clause]) -> Quote | None:
    best: tuple[tuple[bool, bool, bool], Quote] | None = None
    spans = [s for s in (document.metadata.spans.get("expires"),) if s]
    for clause in reversed(clauses):
        for one in (
            sentences(document, clause, clause.start, clause.end)
            if not clause.children
            else own_sentences(document, clause)
        ):
            if not _IN_FORCE.search(one.text):
                continue
            read = any(one.start <= a and b <= one.end for a, b in spans)
            rank = (read, bool(_ITSELF.search(flatten(one.text))), bool(_TERM.search(one.text)))
            if best is None or rank > best[0]:
                best = rank, one.quote(document, clause)
    return best[1] if best else None


def _read_from(document: Document) -> Quote | None:
    """The sentence that the last day was read from, where it names a term."""
    span = document.metadata.spans.get("expires")
    clause = document.clause_at(*span) if span else None
    if span is None or clause is None:
        return None
    found = (one for one in own_sentences(document, clause) if one.start <= span[0] and span[1] <= one.end)
    return next((one.quote(document, clause) for one in found if _TERM.search(one.text)), None)


def _rest(evidence: Evidence) -> tuple[Term, ...]:
    """What the question says beside asking for a period."""
    left = terms_of(content_of(PERIOD.sub(" ", evidence.question.flat)))
    return tuple(t for t in left if len(t.text) > 1)


def _covered(evidence: Evidence, document: Document, terms: tuple[Term, ...]) -> float:
    """How much of the least covered piece the document's titles say."""
    titles = flatten("".join(document.titles())).lower()
    return min(evidence.coverage(titles, (t,)) if not _kind(t) else 1.0 for t in terms)


def _kind(term: Term) -> bool:
    """「办法」, 「通知」, 「扶持计划」: what a document is called."""
    return not DOCUMENT_WORDS.sub("", _OF_SUPPORT.sub("", term.text))


_OF_SUPPORT = re.compile(r"扶持|支持|优惠|奖补|惠企")
