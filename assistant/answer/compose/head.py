"""Questions about the document itself: number, full title, issuer, date, addressees, period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.period import asks_of_part, in_force, of_named, validity
from assistant.answer.compose.place import titles_of
from assistant.answer.compose.wording import closest, quoted, titled
from assistant.answer.draft import Draft, Quote, Said, quotes_of
from assistant.answer.model import Outcome
from assistant.evidence import Evidence
from assistant.question import words
from assistant.question.head_words import HEAD_FIELDS
from assistant.question.understand import Term, content_of, flatten, terms_of
from assistant.question.whereabouts import ASKS_CLAUSE
from index.clauses import Document

_SAYS = {
    "number": "{title}的文号是{value}。",
    "issuers": "{title}的发文机关是{value}。",
    "issued": "{title}的成文日期是{value}。",
    "addressees": "{title}主送{value}。",
}
_MISSING = {
    "number": "文号", "issuers": "发文机关", "issued": "成文日期", "addressees": "主送机关", "period": "有效期",
}  # fmt: skip


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    other = _OTHER_NUMBER.search(question.flat)
    of_clause = ASKS_CLAUSE.search(question.flat)  # 「在第几条，标题叫啥」
    fields = tuple(
        field
        for field in question.head_fields
        if not (field == "number" and other) and not (field == "title" and of_clause)
    )
    if draft := of_named(evidence) or _passed(evidence):
        return draft
    if not fields or not evidence.documents or question.detail not in {None, "deadline"}:
        return None
    about_document = (
        question.names_document
        or "落款" in question.flat
        or evidence.coverage("".join(evidence.documents[0].titles())) >= 0.5
    )
    if not about_document and (
        evidence.subject or fields[0] in {"title", "period"} or evidence.question.terms
    ):
        return None
    if "period" not in fields and _of_another(evidence):
        return None
    if ("period" in fields and words.BENEFIT.search(_POLICY.sub("", question.flat))) or _only_told(
        question.flat
    ):
        return None
    starts = bool(_ASKS_START.search(question.flat))
    if question.detail == "deadline" and not (
        {"period", "issued"} & {*fields} or (starts and _NAMED_BY & {*fields})
    ):
        return None  # 「方案要在哪天前抄送给厅里」 asks for no addressee
    document = _meant(evidence)
    if "period" in fields and asks_of_part(evidence, document):
        return None
    drafts = [d for field in fields if (d := of_document(evidence, document, field))]
    if starts and "period" not in fields and (quote := validity(document)):
        drafts.append(quoted(evidence, quote))
    if not drafts:
        return None
    said = tuple(s for d in drafts for s in d.said)
    outcome: Outcome = "answered" if any(d.outcome == "answered" for d in drafts) else "unspecified"
    return Draft(outcome, said, closest=closest(evidence, quotes_of(said)))


_ASKS_START = re.compile(
    r"(?:哪一?[天年日]|几[月号]|什么时候|何时|什么日期|什么时间)(?:开始|正式|起)*(?:施行|实施|生效|执行|起效)|(?:施行|实施|生效|执行)的?(?:日期|时间|日(?=[？?]?$))"
)
_NAMED_BY = frozenset({"number", "issuers", "title"})
"""「文号是多少，哪天起施行」: fields that may be asked for beside the day from which the document is in force."""
_ASKS_PASSED = re.compile(
    r"(?:什么时候|何时|哪一?[天年日]|几[月号]|什么时间)[^，。？]{0,6}通过的?[？?]?$|通过的?(?:时间|日期)(?:是|[？?]?$)"
    r"|[月日年号]通过的(?:吧|吗|对吗|对吧|对不对|是吗|是吧)"
)
_PASSED = re.compile(r"(?:19|20)\d\d\s*年\s*\d+\s*月\s*\d+\s*日[^（）()。；;]{2,80}?通过")


def _passed(evidence: Evidence) -> Draft | None:
    """「条例是哪天通过的」: the line under the title that says who passed it, and when."""
    if not _ASKS_PASSED.search(evidence.question.flat) or not evidence.documents:
        return None
    document = _meant(evidence)
    titled = evidence.coverage(titles_of(document)) >= LEAST_PASSED or evidence.of_one_document
    found = _PASSED.search(document.text[:HEAD]) if titled else None
    quote = _place(document, *found.span()) if found else None
    if quote is None:
        return None
    verdict = _verdict(evidence, flatten(quote.text)) if evidence.question.yes_no else ""
    said = Said(f"{verdict}{_title_of(document)}写明“{flatten(quote.text)}”。", (quote,))
    return Draft("answered", (said,), closest=closest(evidence, (quote,)))


LEAST_PASSED = 0.5
"""Share of such a question that the titles of the document must say."""
HEAD = 1000
"""Characters in which a document says who passed it."""
_POLICY = re.compile(r"(?:扶持|支持|优惠|奖补|惠企)(?:计划|政策|办法|措施|方案)")
"""「这个扶持计划管到哪一年」 asks for no benefit."""
LEAST_TITLED = 0.4
"""Share of what a question says beside the words of asking that the head of a document must say."""
SPECIFIC = 6
"""Characters of such words from which they name a document or a matter."""


def _of_another(evidence: Evidence) -> bool:
    """「工信部等七部门推动未来产业创新发展的实施意见，文号是多少」: the question names a document, or a matter, in words that the
    head of none has."""
    if (quoted := _QUOTED_TITLE.search(evidence.question.flat)) and not _headed(evidence, quoted[1]):
        return True
    if _THIS.search(evidence.question.flat):
        return False
    titles = flatten("".join(title for d in evidence.documents for title in d.titles()))
    if evidence.question.quoted and not any(flatten(w) in titles for w in evidence.question.quoted):
        return True  # 「“渝跃行动”的印发文号」
    asked = re.sub(
        "|".join(p.pattern for _, p in HEAD_FIELDS),
        " ",
        _ASKS_START.sub("", _ASKS_FOR.sub("", evidence.question.about)),
    )
    rest = _OF_A_DATE.sub(" ", words.DOCUMENT_WORDS.sub(" ", asked))
    named = [term for term in terms_of(content_of(rest)) if len(term.text) > 2]
    specific = sum(len(term.text) for term in named) >= SPECIFIC
    return specific and not _titled(evidence, named)


def _headed(evidence: Evidence, title: str) -> bool:
    return _titled(evidence, terms_of(content_of(title)))


def _titled(evidence: Evidence, named: Sequence[Term]) -> bool:
    """The head of a document says enough of it."""
    heads = (flatten("".join((*d.titles(), *d.metadata.issuers))).lower() for d in evidence.documents)
    return any(evidence.coverage(head, named) >= LEAST_TITLED for head in heads)


_QUOTED_TITLE = re.compile(
    r"(?:引用|依据|根据|按照)((?![这该本此])[^，。？?]{6,40}?)(?:意见|办法|通知|方案|规划|条例)"
)


_ASKS_FOR = re.compile(r"^(?:请|麻烦)?[您你]?(?:帮我|帮忙)?(?:提供|给出|告知|查一?下|核对一?下|给我)")
_OF_A_DATE = re.compile(r"是?(?:20)?\d\d年|几月|几[号日]|来着")
_THIS = re.compile(rf"[这该本此][份个项件]?[^，。？?]{{0,10}}(?:{words.DOCUMENT_WORDS.pattern})")
_OTHER_NUMBER = re.compile(
    r"(?:废[止掉了]|作废|替代|取代|代替|接替|依据|根据|转发(?!(?:的|该|本|这个?)?(?:文件|通知)的)|引用(?!时|的时候|一下|下))(?![这该本此])[^，。？?]{0,20}(?:文号|几号文|哪个文)|废止了?哪[^。？?]{0,12}文号"
)
"""「同时废止的是哪个文号」."""
_OF_HEAD = re.compile(r"公开|涉密|保密|密级|文号")
_LAST = 6
"""Characters of what stands behind the last comma from which it is a question of its own."""


def _only_told(flat: str) -> bool:
    """「新标准5月底才发文，前几个月的差额会补吗」: what is said of the document leads to another question."""
    *before, last = re.split(r"[，,]", flat.rstrip("？?。"))
    of_head = (*(pattern for _, pattern in HEAD_FIELDS), _OF_HEAD, _ASKS_START)
    asks = any(pattern.search(last) for pattern in of_head)
    return bool(before) and len(last) >= _LAST and not asks and not words.DOCUMENT_WORDS.search(last)


def of_document(evidence: Evidence, document: Document, field: str) -> Draft | None:
    """A field of the head of one document; None where it has no such field and nothing can be said of it."""
    if field == "title":
        return _title(evidence, document)
    if field == "period":
        return _period(evidence, document)
    if field == "openness":
        return _openness(evidence, document)
    return _field(evidence, document, field)


_OPEN = re.compile(r"[（(]\s*此件[^（）()]{2,20}[）)]")


def _openness(evidence: Evidence, document: Document) -> Draft | None:
    """「（此件公开发布）」, which stands under the date."""
    noted = _OPEN.search(document.text)
    quote = _place(document, *noted.span()) if noted else None
    if noted is None or quote is None:
        return None
    said = Said(f"{_title_of(document)}注明“{noted.group().strip('（()）')}”。", (quote,))
    return Draft("answered", (said,), closest=closest(evidence, (quote,)))


def _meant(evidence: Evidence) -> Document:
    """The document whose title the question covers best; the best hit's among equals."""
    return max(evidence.documents, key=lambda d: evidence.coverage("".join(d.titles())))


def _title_of(document: Document) -> str:
    return titled(document.parts[document.main_part()].title or document.title)


def _place(document: Document, start: int, end: int) -> Quote | None:
    clause = document.clause_at(start, end)
    return Quote(document, clause, start, end) if clause else None


def _field(evidence: Evidence, document: Document, field: str) -> Draft | None:
    value = getattr(document.metadata, field)
    span = document.metadata.spans.get(field)
    quote = _place(document, *span) if span else None
    if not value or quote is None:
        text = f"{_title_of(document)}的原文没有写明{_MISSING[field]}。"
        return Draft("unspecified", (Said(text),), closest=closest(evidence, ()))
    shown = "、".join(value) if isinstance(value, tuple) else _date(value) if field == "issued" else value
    title = titled(document.title) if "转发" in document.title else _title_of(document)
    text = _SAYS[field].format(title=title, value=shown)
    said = Said(_premise(evidence, field, shown) + text, (quote,))
    return Draft("answered", (said,), closest=closest(evidence, (quote,)))


def _premise(evidence: Evidence, field: str, value: str) -> str:
    """「是2023年发的吧」: yes or no in front."""
    question = evidence.question
    if not question.yes_no or field != "issued" or not question.years:
        return ""
    return _verdict(evidence, value)


def _verdict(evidence: Evidence, value: str) -> str:
    asked = re.findall(r"\d+(?:年|月|日)", evidence.question.flat)
    return "是的，" if all(part in value for part in asked) else "不是。"


def _date(iso: str) -> str:
    year, month, day = (int(x) for x in iso.split("-"))
    return f"{year}年{month}月{day}日"


def _title(evidence: Evidence, document: Document) -> Draft:
    part = document.parts[document.main_part()]
    clause = next(c for c in document.clauses if c.part == document.main_part())
    end = clause.paragraphs[0][1]
    quote = Quote(document, clause, clause.start, end)
    said = [Said(f"文件全称是{titled(part.title or document.title)}。", (quote,))]
    if len(document.parts) > 1:
        span = document.metadata.spans.get("title")
        notice = _place(document, *span) if span else None
        if notice:
            said.append(Said(f"它随{document.title}印发。", (notice,)))
    return Draft("answered", tuple(said), closest=closest(evidence, quotes_of(said)))


def _period(evidence: Evidence, document: Document) -> Draft | None:
    meta = document.metadata
    part = document.main_part()
    clause = next(c for c in document.clauses if c.part == part)
    quote = Quote(document, clause, clause.start, clause.paragraphs[0][1])
    if meta.expires and meta.expires[:4] in quote.text:
        text = f"标题写明的期限是{_years(quote.text)}。"
        return Draft("answered", (Said(text, (quote,)),), closest=closest(evidence, (quote,)))
    return in_force(evidence, document)


def _years(title: str) -> str:
    match = re.search(r"(?:19|20)\d\d\s*年?\s*[—–\-－~至]+\s*(?:19|20)\d\d\s*年", title)
    return match.group() if match else title
