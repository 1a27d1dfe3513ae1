"""What a term means: full forms and definitions that the document gives itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose import scope
from assistant.answer.compose.glosses import abbreviations, glossed, said_of_gloss
from assistant.answer.compose.items import said_of, with_items
from assistant.answer.compose.wording import closest, quoted, sentence, unspecified
from assistant.answer.draft import Draft, Quote, quotes_of, without_repeats
from assistant.answer.sentences import sentence_holding, sentences
from assistant.evidence import Evidence
from assistant.question.term_asked import (
    BOUND,
    CUE,
    DIFFERENCE,
    HOW_JUDGED,
    LETTERS,
    MEANING,
    OF_A_CODE,
    PAIR,
    WHOM,
    asked_without_place,
    quoted_term,
    term_in,
    typed_term,
)
from assistant.question.understand import flatten
from index.wording import either


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    if draft := _of_signs(evidence):
        return draft
    if (bound := BOUND.search(question.flat)) and (draft := _in_words(evidence, bound[1] or bound[2])):
        return draft
    typed = typed_term(question.typed)
    judged = bool(HOW_JUDGED.search(question.flat))
    whom = bool(question.quoted) and bool(WHOM.search(question.flat))
    if not (question.definition or typed or whom or CUE.search(question.flat) or judged):
        return None
    asked = typed or asked_without_place(question.flat)
    if several := abbreviations(evidence):
        return several
    of_another = question.role or question.how_many or question.detail not in (None, "places")
    if not of_another and (found := glossed(evidence, asked)):
        said = tuple(said_of_gloss(d, f) for d, f in found[:2])
        return Draft("answered", said, closest=closest(evidence, quotes_of(said)))
    term = quoted_term(question.quoted, question.flat) or typed or term_in(question.flat)
    if not term:
        return None
    if not whom and not judged and not MEANING.search(question.flat):
        return None
    if draft := _in_words(evidence, term) or _of_each(evidence, term):
        return draft
    return _only_named(evidence, term) or (
        scope.refuse(evidence, [f"“{term}”"]) if term in question.quoted else None
    )


def _of_signs(evidence: Evidence) -> Draft | None:
    """Of a code, of letters, or of several terms in quotation marks and their difference."""
    question = evidence.question
    if code := OF_A_CODE.search(question.flat):
        return _in_words(evidence, code[1]) or _only_named(evidence, code[1])
    if letters := LETTERS.search(question.flat):
        return _of_letters(evidence, re.findall("[A-Z]", letters[1]))
    several = len(question.quoted) > 1 and (question.definition or DIFFERENCE.search(question.flat))
    return _of_terms(evidence, question.quoted) if several else None


def difference_of_terms(evidence: Evidence) -> Draft | None:
    """「租房补贴和实物配租有什么区别」, where the document says of both what they mean."""
    pair = PAIR.search(evidence.question.flat)
    if pair is None or not DIFFERENCE.search(evidence.question.flat):
        return None
    return _of_terms(evidence, pair.groups(), _SAYS_WHAT[:SURELY])


def _of_letters(evidence: Evidence, letters: Sequence[str]) -> Draft | None:
    """The sentence that says what every one of them stands for."""
    for hit in evidence.hits:
        for one in sentences(hit.document, hit.clause, hit.start, hit.end):
            if all(
                re.search(rf"(?<![A-Za-z]){letter}(?:为|是|表示|指|代表|[：:=＝])", flatten(one.text))
                for letter in letters
            ):
                return quoted(evidence, one.quote(hit.document, hit.clause))
    return None


def _only_named(evidence: Evidence, term: str) -> Draft | None:
    """The sentence that has the term, which does not say what it means."""
    words = re.compile(r"[\s“”\"]*".join(map(re.escape, term)))  # 「416科技创新布局」 as “416”科技创新布局
    for document in evidence.searched:
        for match in words.finditer(document.text):
            clause = document.clause_at(*match.span())
            if clause and (one := sentence_holding(document, *match.span())):
                provides = f"文件提到“{term}”：{sentence(one.text).rstrip('。')}"
                return unspecified(evidence, term, f"“{term}”的含义", one.quote(document, clause), provides)
    return None


def _of_each(evidence: Evidence, term: str) -> Draft | None:
    """「什么是商品价格和服务价格」: two terms, where the documents say of both what they are."""
    pair = re.fullmatch(r"([^和与、及]{2,})[和与、及]([^和与、及]{2,})", term)
    return _of_terms(evidence, pair.groups()) if pair else None


def _of_terms(evidence: Evidence, terms: Sequence[str], ways: Sequence[str] | None = None) -> Draft | None:
    drafts = [_in_words(evidence, one, ways) for one in terms]
    if not all(drafts):
        return None
    said = without_repeats([s for d in drafts if d for s in d.said])
    return Draft("answered", tuple(said), closest=closest(evidence, quotes_of(said)))


_SAYS_WHAT = (
    r"所称(?:的)?[“「]?{term}[”」]?[，,、：:]?(?:是指|系指|指|包括|包含|为|是)",
    r"[“「]?{term}[房者户]?[”」）)]?(?:方式|模式|制度|形式|活动|行为)?(?:[（(][^（()）]{{1,20}}[）)])?(?:[和与及或][^，。；]{{2,24}})?[，,]?(?:是指|系指|指的是|指(?![导定标数引挥南示])|包括以下|包括下列|分为)",
    r"[“「]{term}[”」]即(?![可将时日使刻便])",
    r"[“「]{term}[”」][，,]?(?:均|都)?不?(?:包[括含]|含)(?:本|该)",
    r"(?<![\u4e00-\u9fff])[“「]?{term}[”」]?[，,](?=通过|以|用|针对)",
    r"[“「]?{term}[”」]?\s*[=＝]",
    r"(?<![\u4e00-\u9fff])[“「]?{term}[”」]?[：:](?=[^\n]{{6}})",
    r"[“「]?{term}[”」]?[（(](?:是)?指",
    r"(?<![\u4e00-\u9fff])[“「]?{term}[”」]?[（(](?:含|包[含括])[^（()）]{{4,}}",
    r"(?:称为|称作|叫做|即?为|属于?)[“「]?{term}[”」]?(?=[。；;])",
    r"[“「]{term}[”」](?:工程|行动|机制|政策|服务|模式|计划|制度|改革)?[（(](?!含|不含|以下简称)[^（()）]{{6,}}[）)]",
    r"(?:[^，。；;、：“”\n]{{1,16}}、){{2,}}[^，。；;、：“”\n]{{1,16}}(?:(?:的|等)[“「]|[“「](?=[一二两三四五六七八九十双])){term}[”」]",
    either(
        (
            r"(?:[^，。；;、：“”\n]{{1,30}}、){{2,}}[^，。；;、：“”\n]{{1,30}}(?:等(?:[“「]?{term}"
            r"|[^，。；;、：“”\n]{{0,4}}[（(](?:以下|下文)?[统合总简]称为?[“「]?{term}))"
        ),
        r"[（(](?:以下|下文)?[统合总]称为?[“「]?{term}",
        r"[^，。；;]{{8,}}[（(](?:以下|下文)(?:简?称|称为)[“「]?{term}[”」]",
    ),
    r"(?:下列|以下)(?:情形|行为)?(?:属于|之一的?属于)?[“「]?{term}[^，。；;：\n]{{0,6}}[：:]",
    r"[^。；;：\n]{{8,}}[，,](?:切实|全面|基本|真正)?(?:实现|做到|即)[“「]{term}[”」]",
    r"[“「]?{term}[”」]?(?:的(?:主要|基本)?内容|[^，。；;：或和与\n]{{0,4}}[，,])?(?:包括|是(?![否不由在为])|为(?=[^，。；;]{{8}}))",
)
"""How a sentence says what a term is, the surest first."""
SURELY = 2
"""The ways that say nothing else."""
_IN_STANDARD = re.compile(r"\d+(?:\.\d+)+$")


def _straight(pattern: str) -> str:
    """Quotation marks may also be straight ones."""
    return pattern.replace("[“「]", '[“「"]').replace("[”」]", '[”」"]')


def _in_words(evidence: Evidence, term: str, ways: Sequence[str] | None = None) -> Draft | None:
    """In the documents of the hits: the clause that the term heads in a standard, or a sentence that says what it is."""
    for document in evidence.documents:
        for clause in document.clauses:
            if (
                flatten(clause.heading) == term
                and _IN_STANDARD.match(clause.path[-1])
                and clause.body < clause.end
            ):
                return quoted(evidence, Quote(document, clause, clause.body, clause.end))
    spaced = r"\s*".join(map(re.escape, term))
    patterns = [re.compile(_straight(pattern.format(term=spaced))) for pattern in ways or _SAYS_WHAT]
    found = (
        (document, one)
        for pattern in patterns
        for document in evidence.documents
        for match in pattern.finditer(document.text)
        if (one := sentence_holding(document, *match.span()))
    )
    for document, one in found:
        if entry := document.clause_at(one.start, one.start + 1):
            said = said_of(document, entry, [with_items(document, one)])
            return Draft("answered", tuple(said), closest=closest(evidence, said[0].quotes))
    return None
