"""「文件提到区块链吗」: yes with the sentences, or no, from an exact search; 「固态电池在哪几条里提到」: all its places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.reverse import named_in
from assistant.answer.compose.wording import closest, name_of, sentence
from assistant.answer.draft import Draft, Said
from assistant.answer.sentences import sentences
from assistant.desks.cite import by_phrase
from assistant.evidence import Evidence
from assistant.question.understand import Term, terms_of
from index.clauses import Document
from index.clauses.folding import folded_text

SHOWN = 3
PLACES = 8
"""Places of a word that are shown, where they are asked for."""


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    stands = question.stands if question.stands and not named_in(evidence, question.stands) else None
    if stands and not _OF_A_KIND.fullmatch(stands) and (draft := _places(evidence, stands)):
        return draft
    term = question.occurs
    if term is None or question.numbers or question.role or question.detail:
        return None
    if len(terms := _APART.split(term)) > 1:
        return _each(evidence, terms)
    quotes = [q for d in evidence.searched for q in by_phrase(term, d)]
    if not quotes:
        if not (question.names_document or "提" in question.flat or "出现" in question.flat):
            return None
        if _in_part(evidence, term) or _in_other_words(evidence, term):
            return None  # 「益生菌吃的这些」, 「设立基金」
        return Draft(
            "answered", (Said(f"没有。库中文件的原文没有出现“{term}”。"),), closest=closest(evidence, ())
        )
    said = tuple(
        Said(
            f"{'有，' if i == 0 else ''}{q.locator}（{name_of(q.document, q.clause)}）提到：{sentence(q.text)}",
            (q,),
        )
        for i, q in enumerate(quotes[:SHOWN])
    )
    more = (f"“{term}”共出现在{len(quotes)}处，这里列出前{SHOWN}处。",) if len(quotes) > SHOWN else ()
    return Draft("answered", said, more, closest(evidence, tuple(quotes[:SHOWN])))


PART = 3
"""Characters of a word that a document has, from which it is not said to be absent."""


_OF_A_KIND = re.compile(
    r"了?(?:金额|数额|标准|数字|数值|时间|期限|日期|电话|地址|比例|名单|流程|条件|要求|规定|这个|内容)的?"
)
"""「规定哪一条写了金额」 asks for the amount of something, not for the word."""


def _in_part(evidence: Evidence, term: str) -> bool:
    pieces = {term[i : i + PART] for i in range(len(term) - PART + 1)} if len(term) > PART + 1 else set()
    return any(piece in folded_text(d) for d in evidence.searched for piece in pieces)


def _in_other_words(evidence: Evidence, term: str) -> bool:
    """「设立基金」: a sentence of the hits has both words, or those that stand for them; 「电动汽车」 is one word."""
    parts = [Term(p, ()) for p in (term[:2], term[2:])] if len(term) == 4 else []
    words = [next(iter(terms_of(part.text)), part) for part in parts]
    return any(word.alternatives for word in words) and any(
        all(any(said in one.text for said in (word.alternatives or (word.text,))) for word in words)
        for hit in evidence.hits
        for one in sentences(hit.document, hit.clause, hit.start, hit.end)
    )


_APART = re.compile(r"[、，,]|(?<=[\u4e00-\u9fff]{2})[和及与](?=[\u4e00-\u9fff]{2})")


def _each(evidence: Evidence, terms: Sequence[str]) -> Draft | None:
    """「提到智能假肢、外骨骼吗」: of each whether it occurs, with the first place; None where none does."""
    found = {t: next((q for d in evidence.searched for q in by_phrase(t, d)), None) for t in terms if t}
    quotes = [q for q in found.values() if q]
    if not quotes:
        return None
    said = [
        Said(f"“{t}”有，{q.locator}（{name_of(q.document, q.clause)}）提到：{sentence(q.text)}", (q,))
        for t, q in found.items()
        if q
    ]
    absent = "、".join(f"“{t}”" for t, q in found.items() if q is None)
    notices = (f"原文没有出现{absent}。",) if absent else ()
    return Draft("answered", tuple(said), notices, closest(evidence, tuple(quotes)))


def _written(term: str, document: Document) -> list[str]:
    """How the document has the word: 「钠/镁离子电池」 for 钠镁离子电池."""
    loose = re.compile(r"[/／·\-—“”]?".join(map(re.escape, term)))
    return list(dict.fromkeys(loose.findall(folded_text(document))))


def _places(evidence: Evidence, term: str) -> Draft | None:
    """Every sentence that has the word, in document order; None where none has it as it is typed."""
    quotes = [q for d in evidence.searched for q in by_phrase(term, d)]
    if not quotes:
        quotes = [
            q for d in evidence.searched for written in _written(term, d) for q in by_phrase(written, d)
        ]
    if not quotes:
        return None
    said = tuple(
        Said(f"{q.locator}（{name_of(q.document, q.clause)}）：{sentence(q.text)}", (q,))
        for q in quotes[:PLACES]
    )
    first = f"“{term}”出现在{len(quotes)}处"
    notices = (f"{first}，这里列出前{PLACES}处。" if len(quotes) > PLACES else f"{first}，都列在这里。",)
    return Draft("answered", said, notices, closest(evidence, tuple(quotes[:PLACES])))
