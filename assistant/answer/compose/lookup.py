"""A question in the form of a locator or of a phrase in quotation marks is looked up, not searched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.citations import formatted
from assistant.answer.compose.scope import holdings
from assistant.answer.compose.wording import closest, in_quotes, introduced, sentence
from assistant.answer.draft import Draft, Quote, Said, merged
from assistant.desks.cite import by_locator, by_phrase, near_misses
from assistant.desks.naming import addressed
from assistant.evidence import Evidence
from assistant.question.understand import Question, content_of
from index.clauses import Document, parse_locator
from index.clauses.numerals import CHINESE
from index.wording import either

_NUM = rf"(?:[{CHINESE}]+|\d+)"
_NAMED = (
    rf"附(?:件|表|录)(?:(?:\d+(?:-\d+)?|[{CHINESE}]+)(?![\d{CHINESE}])|(?=表|第{_NUM}))|专栏{_NUM}"
    rf"|(?<![代发列图报填])表{_NUM}(?=第|的|[？?。]|$)"
)
_LOCATOR = re.compile(
    rf"(?:[\u4e00-\u9fff]{{2,8}}(?=第{_NUM}(?:条|项|点)))?(?:{_NAMED}|第[（(]?{_NUM}[）)]?(?:部分|编|章"
    rf"|节|条|款|项|目|点|行|个方向)(?:之[{CHINESE}])?|[{CHINESE}]+、?(?=[（(]{_NUM}[）)])"
    rf"|[（(]{_NUM}[）)]|(?<=[）)])\d+[.．]?|(?<![\d.])\d+\.\d+(?:\.\d+)*(?![\d.%万亿元个]))+"
)
_ASKS_TEXT = re.compile(
    either(
        r"原文|全文|内容|规定|是什么",
        r"怎么(写|说|表述)",
        r"写(的|了)什么",
        r"说(的|了)什么",
        r"讲(的|了)什么",
        r"查一?下?",
        r"引用?",
        r"条文|出处|在哪|哪一条|哪条|第几条|哪里|看看|给我|念|具体|是|的|了|什么|一下|请|关于",
        r"这句|句话|出自|来自|文件|计划|里|中|哪个|部分|条款|表述|位置|复制|摘录|调出|起草",
        r"稿子?",
        r"材料|报告|讲话|领导|完整",
        r"句子?",
        r"准确|找|帮|我|想|要|把|来|贴|出",
    )
)
SHOWN = 3
SENTENCE = 10
"""Characters of what is in quotation marks from which it is looked up and not explained."""
LEFT = 3
"""Characters that may be left of a question that only asks for a text."""
LEAST_NAMED = 5
"""Characters of a piece that no document says from which it is what is looked for."""
PART_OF = re.compile(r"[，。？?！!：:；;、\s]")


def locator_in(text: str) -> str | None:
    """The longest locator that the question holds, or None."""
    bare = re.sub(r"<[^<>]{1,200}>|[A-Za-z]+[（(]\d+[）)]", " ", text)
    bare = _joined(bare)
    found = [m.group() for m in _LOCATOR.finditer(bare) if parse_locator(m.group())]
    return max(found, key=len, default=None)


def _defines(question: Question, phrase: str) -> bool:
    """「什么是“无废城市”」: what a word means, not where a sentence stands."""
    return question.definition and len(phrase) < SENTENCE


def _joined(text: str) -> str:
    """「工作举措的第五项」 without 的."""
    return re.sub(rf"的(?=第{_NUM}(?:条|项|点))", "", text)


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    phrases = [p for p in question.quoted if len(p) >= 4 or re.fullmatch(r"\d{3,}", p)]
    rest = question.flat
    for phrase in phrases:
        rest = rest.replace(phrase, "")
    where = bool(_WHERE.search(rest))
    if (
        phrases
        and not question.role
        and question.detail != "contact"
        and not question.yes_no
        and not _defines(question, phrases[0])
        and not _asks_of_it(evidence, phrases[0])
        and (where or (_only_asks_text(rest) and (_said_so(evidence, phrases) or not _THAT_ONE.search(rest))))
    ):
        return merged([_phrase(evidence, phrase) for phrase in phrases[:SHOWN]])
    asked = question.role or question.detail or question.definition
    if _WRITTEN_WHERE.search(rest) and not phrases and not asked and (draft := _unquoted(evidence)):
        return draft
    text, documents = addressed(question.flat, evidence.searched)
    text = _joined(text)
    locator = locator_in(text)
    if locator and _only_asks_text(text.replace(locator, "")):
        return _locator(evidence, locator, documents)
    return _text_of_subject(evidence) if _TEXT.search(question.flat) and not question.quoted else None


_THAT_ONE = re.compile("那(?:一?句|条|段)")


def _said_so(evidence: Evidence, phrases: Sequence[str]) -> bool:
    """「“缓建没整改好不给验收”那一句」 may only be what the sentence is about."""
    return any(by_phrase(phrase, d) for phrase in phrases for d in evidence.searched)


def _text_of_subject(evidence: Evidence) -> Draft | None:
    """「低空保障的原文」: the clause under that heading, as a whole."""
    subject = evidence.subject
    if not subject or subject.share < 0.5:
        return None
    if not _only_asks_text(evidence.question.flat.replace(subject.matched, "")):
        return None
    document, clause = subject.document, subject.clause
    return _draft(evidence, [Quote(document, clause, clause.start, document.end_of(clause))])


_OF_IT = re.compile(
    r"[”」』\"]的([\u4e00-\u9fff]{3,12}?)(?:是怎么规定的?)?[，,]?(?:写|规定|出现)?在(?:文件|原?文)?(?:里|中|的)?(?:第几|哪)"
)


def _asks_of_it(evidence: Evidence, phrase: str) -> bool:
    """「“平安通”的月服务费标准在哪一条」, where no document says that beside the phrase."""
    asked = _OF_IT.search(evidence.question.flat)
    return asked is not None and not any(
        asked[1][-4:] in one.text for d in evidence.searched for one in by_phrase(phrase, d)
    )


_TEXT = re.compile(r"原文|怎么(写|说|规定|表述)|条文|全文|原话")
_ITS_TEXT = r"(?:(?:这份|该|原)?(?:文件|方案|办法|通知|意见|措施|计划|政策|细则|文)(?:里|中|的)*)?"
_WHERE = re.compile(
    rf"(写|出|提到|规定|出现|说)?在{_ITS_TEXT}(哪|什么)(一|个)?(条(?![路街河])|里|儿|部分|标题|地方|位置|章|款|段|$)|哪一?条(?![路街河])|第几条|出处|出自|来自哪"
)
_WRITTEN_WHERE = re.compile(
    rf"(写|出|提到|规定|出现|说)在{_ITS_TEXT}(哪|什么)(一|个)?(条(?![路街河])|里|儿|部分|标题|地方|位置|章|款|段|$)|在{_ITS_TEXT}(哪|什么)(一|个)?(条(?![路街河])|部分|标题|章|款|段)|哪一?条(?![路街河])|第几条|出处|出自|来自哪"
)
"""Without a phrase in quotation marks 「在哪个地方进行」 asks where something is done, not where it is written."""


def _unquoted(evidence: Evidence) -> Draft | None:
    """「沙盒监管写在哪一条」: the longest piece of the question that a document says in the same words; none where what
    stands next to the words of asking is in none, 「先导区的评审打分标准在哪一条」."""
    asked = _WRITTEN_WHERE.sub(" ", evidence.question.text)
    runs = [run for run in content_of(asked).split() if len(run) >= 3]
    titles = "".join(title for d in evidence.searched for title in d.titles())
    known = [r for r in runs if r not in titles and any(by_phrase(r, d) for d in evidence.searched)]
    if not known or (runs[-1] not in known and len(runs[-1]) >= LEAST_NAMED):
        return None
    return _phrase(evidence, max(known, key=len))


def _only_asks_text(rest: str) -> bool:
    rest = re.sub(r"《[^》]*》|[^〔（(\s]{2,8}[〔\[]\d{4}[〕\]]\d+号", "", rest)
    return len(PART_OF.sub("", _ASKS_TEXT.sub("", rest)).strip('“”"「」『』（）()')) <= LEFT


def located(evidence: Evidence) -> Quote | None:
    """The clause that the question names by its locator, in the document that it names."""
    text, documents = addressed(evidence.question.flat, evidence.searched)
    locator = locator_in(text)
    return next(iter(by_locator(locator, documents)), None) if locator else None


def _locator(evidence: Evidence, locator: str, documents: Sequence[Document]) -> Draft:
    quotes = by_locator(locator, documents)[:SHOWN]
    if not quotes:
        near = near_misses(locator, documents)
        names = "、".join(f"{q.clause.locator}{q.clause.heading}" for q in near[:3])
        text = f"文件中没有“{locator}”这一条" + (
            f"，最接近的有{names}。" if names else f"；{holdings(evidence.searched)}"
        )
        return Draft("refused", (Said(text),), closest=tuple(near[:3]))
    return _draft(evidence, quotes)


def _draft(evidence: Evidence, quotes: list[Quote]) -> Draft:
    said = tuple(Said(introduced(_source(q)) + sentence(_without_label(q)), (q,)) for q in quotes)
    return Draft("answered", said, closest=closest(evidence, tuple(quotes)))


def _without_label(quote: Quote) -> str:
    """The text behind the label with which it begins, which stands in front already: no 「四、四、保障措施」."""
    label = quote.clause.path[-1] if quote.clause.path and quote.start == quote.clause.start else ""
    said = re.sub(rf"^{re.escape(label)}[、.．]?\s*", "", quote.text) if label else ""
    return said or quote.text


def _source(quote: Quote) -> str:
    """《…》（…）三、（五）, as in the citation below."""
    return formatted(quote.document, quote.clause, str(quote.locator))


def _headed(quote: Quote) -> str:
    """「“新型算力”」, where the clause has a heading that the quotation does not say itself."""
    heading = quote.clause.bare_heading if quote.clause.heading else ""
    return in_quotes(heading) if heading and heading not in quote.text else ""


def _phrase(evidence: Evidence, phrase: str) -> Draft:
    quotes = [q for d in evidence.searched for q in by_phrase(phrase, d)]
    if not quotes:
        text = f"库中的文件没有“{phrase}”这一表述；{holdings(evidence.searched)}"
        return Draft("refused", (Said(text),), closest=closest(evidence, ()))
    said = tuple(
        Said(introduced(f"“{phrase}”出自{_source(q)}{_headed(q)}") + sentence(q.text), (q,))
        for q in quotes[:SHOWN]
    )
    more = (f"同一表述共有{len(quotes)}处，这里列出前{SHOWN}处。",) if len(quotes) > SHOWN else ()
    return Draft("answered", said, more, closest(evidence, tuple(quotes[:SHOWN])))
