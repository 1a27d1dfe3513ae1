"""「保障措施有哪几条」: the children of a heading, all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.document_parts import (
    TITLES_OF_PARTS,
    document_named,
    tops_of,
    whole_document,
)  # fmt: skip
from assistant.answer.compose.enumerated import LIST_TYPED, enumerated
from assistant.answer.compose.lookup import located, locator_in
from assistant.answer.compose.under_heading import such_things_asked
from assistant.answer.compose.wording import closest, in_quotes, titled
from assistant.answer.draft import Draft, Quote, Said, quote_fact, quote_heading
from assistant.evidence import Evidence
from assistant.question import vocabulary, words
from assistant.question.pairs import pairs_of
from assistant.question.understand import content_of, flatten
from assistant.question.whereabouts import ASKS_CLAUSE
from index.clauses import Clause, Document
from index.clauses.find import label_reads
from index.wording import either

_OVERVIEW = re.compile(
    r"(主要|大致|大概|总体|基本)?(内容|讲|说|结构|框架|包括|分|分为|分成|章节|部分)(了|是|有|为)?(什么|哪|几|怎)|概括|总结|梗概|总览|介绍"
)


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    of_a_phrase = question.quoted and ASKS_CLAUSE.search(question.flat)  # 「“白名单”那句在第几个行动」
    if of_a_phrase or _A_LIMIT.search(question.flat) or _ASKS_A_GRANT.search(question.flat):
        return None
    listed = question.which or LIST_TYPED.search(question.flat)
    if question.detail not in {None, "quantity"} or not (
        listed or question.how_many or _OVERVIEW.search(question.flat)
    ):
        return None
    return _of_heading(evidence, bool(listed)) or _otherwise(evidence)


def _of_heading(evidence: Evidence, listed: bool) -> Draft | None:
    """What stands under a heading that the question says."""
    question = evidence.question
    for document, clause, matched in _candidates(evidence):
        children = [c for c in document.children(clause) if c.kind == "clause"]
        if len(children) < 2 or not all(c.heading for c in children):
            continue
        rest = re.sub(
            "|".join(re.escape(m) for m in (matched, clause.heading) if m) or "$^",
            "",
            flatten(question.about),
        )
        rest = words.DOCUMENT_WORDS.sub("", _without_title(rest, document))
        if (
            _says_more(rest, document, clause)
            or _is_of(evidence, rest, document, clause)
            or (not listed and not _about_nothing(rest))
            or _of_other_things(question.flat, children)
        ):
            continue
        return _draft(evidence, document, clause, children)
    return None


def _otherwise(evidence: Evidence) -> Draft | None:
    """By the beginning or the noun of headings, by a count that runs on, by an enumeration; the whole document."""
    question = evidence.question
    if found := (_by_beginning(evidence) or _by_noun(evidence)):
        return _draft(evidence, *found)
    if (noun := _noun_asked(evidence)) and all(
        c.heading.endswith(noun) for c in tops_of(evidence.documents[0])
    ):
        return whole_document(evidence)
    if question.how_many and (draft := _running_total(evidence)):
        return draft
    if not evidence.subjects and (draft := enumerated(evidence)):
        return draft
    if TITLES_OF_PARTS.search(question.flat) and (whole := whole_document(evidence)):
        return whole
    if named := document_named(evidence):
        return whole_document(evidence, named)
    of_all = _ALL_OF_IT.search(question.flat)
    asked = _without_title(question.flat, evidence.documents[0]) if of_all else question.flat
    if question.names_document and (of_all or not evidence.subjects) and _about_nothing(asked):
        return whole_document(evidence)
    return None


_ALL_OF_IT = re.compile(
    r"(?:文件|方案|计划|意见|通知|办法|政策|措施|全文|正文|规划)(?:一共|总共|主要|都|正文)*(?:讲|说|写|分|包括|有|由|部署|列)[^，。？]{0,3}(?:哪|几|多少)[^，。？]{0,4}(?:方面|部分|板块|块|章)"
)
"""「这个文件一共讲了哪六个大的方面」."""
TITLED = 4
"""Characters that a title has in the same order, from which they name it."""


def _without_title(left: str, document: Document) -> str:
    """The question, or what is left of it, without what the document's titles say."""
    titles = flatten("".join(document.titles()))
    at = 0
    while at < len(left):
        end = next((e for e in range(len(left), at + TITLED - 1, -1) if left[at:e] in titles), at)
        left = left[:at] + left[end:]
        at += end == at
    return left


_ASKS_A_GRANT = re.compile(
    r"(?:哪些|什么|啥|哪方面的?)(?:政策|资金|财政|金融)?(?:支持|扶持|补贴|奖励|优惠|好处|资助)(?!方向|领域|产业|项目)"
    r"|哪些?(?:基金|资金)[^，。？]{0,4}(?:支持|扶持|帮)"
)
"""「做脑机接口的公司能拿到哪些支持」 asks for measures, not for what the heading holds."""
_A_LIMIT = re.compile(r"(?:最[多少]|至少|顶多|[能可]以?)选?(?:择|报|有|要|申请|享受)?几[个种项类]")
"""「最多能选几种」 asks for no list."""
_ITEMS = re.compile(r"多少(个|项|条)|(?<!哪)几(个|项|条)")
_WHOLE = re.compile(r"整个|一共|总共|全文|通篇|合计|共(有|列|计)")


def _running_total(evidence: Evidence) -> Draft | None:
    """「整个计划一共多少个方向」: the last number of a count that runs on through several headings."""
    flat = evidence.question.flat
    if evidence.subjects or not _ITEMS.search(flat) or not _WHOLE.search(flat) or not _about_nothing(flat):
        return None
    document = evidence.documents[0]
    run: list[Clause] = []
    for clause in document.clauses:
        reads = label_reads(clause.path[-1]) if clause.kind == "clause" else None
        if reads and reads[1:] == ("1", True, "") and reads[0] == len(run) + 1:
            run.append(clause)
    if len({c.parent for c in run}) < 2:
        return None
    quotes = tuple(quote_heading(document, c) for c in (run[0], run[-1]))
    first, last = (f"{c.path[-1]}{in_quotes(c.bare_heading)}" for c in (run[0], run[-1]))
    title = document.carried_title
    said = Said(f"{titled(title)}连续编号的共{len(run)}项，从{first}到{last}。", quotes)
    return Draft("answered", (said,), closest=closest(evidence, quotes))


_BEGINS = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{3,8}?)的?(?:那?一?[类种块])?(?:都|分别)?(?:有|包括|是|指)"
    r"(?:的是)?哪[几些一二三四五六七八九十]|(?:^|[，,])(?P<of>[\u4e00-\u9fff]{3,8}?)的"
    r"(?:[两三四五六七八九\d]个)?(?:产业|方向|领域|行动|任务|措施|赛道)(?:都|分别|请|帮我)?(?:有哪"
    r"|是哪|列|叫)"
)


def _by_beginning(evidence: Evidence) -> tuple[Document, Clause, list[Clause]] | None:
    """「高成长的是哪六个」, 「高潜力的三个产业列一下」: the heading that begins so."""
    asked = _BEGINS.search(evidence.question.flat)
    if asked is None:
        return None
    for document in evidence.documents[:2]:
        for clause in document.clauses:
            children = [c for c in document.children(clause) if c.kind == "clause"]
            begins = clause.heading and clause.bare_heading.startswith(asked["what"] or asked["of"])
            if begins and len(children) >= 2 and all(c.heading for c in children):
                return document, clause, children
    return None


_NOUN = re.compile(
    r"[几两三四五六七八九十\d]+(?:大|个|项|条)[“「]?(?P<a>行动|工程|任务|措施|机制|计划|中心|平台|体系|基地)|(?:哪些|哪几个|哪几项|什么|多少个|多少项)(?:重点|专项)?(?P<b>行动|工程|任务|措施|机制)"
)


def _noun_asked(evidence: Evidence) -> str:
    match = _NOUN.search(evidence.question.flat)
    return (match["a"] or match["b"]) if match else ""


def _by_noun(evidence: Evidence) -> tuple[Document, Clause, list[Clause]] | None:
    """「六大行动」: the heading whose items are all called so."""
    noun = _noun_asked(evidence)
    for document in evidence.documents[:2]:
        for clause in document.clauses:
            children = [c for c in document.children(clause) if c.kind == "clause"]
            if noun and len(children) >= 2 and all(c.heading.rstrip("。").endswith(noun) for c in children):
                return document, clause, children
    return None


def _candidates(evidence: Evidence) -> list[tuple[Document, Clause, str]]:
    if found := located(evidence):
        return [(found.document, found.clause, locator_in(evidence.question.flat) or "")]
    return [(s.document, s.clause, s.matched) for s in evidence.subjects[:3]]


_GENERIC = re.compile(
    either(
        r"小?标题",
        r"逐[个一条]",
        r"列?[写列]出来?",
        r"设|产业|方向|措施|行动|任务|举措|领域|项目|条|项|个|类|发展|重点|未来|保障|工作|部分",
        r"章节|内容|主要|支持|优先|概括|几句话|能不能|用|都是些|啥|讲|说|包括|列|细|底下|下|总",
        r"涉及|文件|计划|分别|具体|叫|名称|罗列|明确|部署|提出|确定|安排|规定|政策|细分|分支",
        r"赛道|里面|下面|下设|涵盖|几大|大|正文|全文|标题|结构",
        r"[二两三四五六七八九十]",
        r"\d",
    )
)


def _left(rest: str) -> str:
    return "".join(
        c
        for c in re.sub(r"\s", "", _GENERIC.sub("", content_of(rest)))
        if c not in vocabulary.STOP_CHARACTERS
    )


def _about_nothing(flat: str) -> bool:
    return len(_left(flat)) < 2


def _says_more(rest: str, document: Document, clause: Clause) -> bool:
    """The question asks about something inside the heading, not for its items: a word of it stands in the text there."""
    inside = flatten(document.text[clause.start : document.end_of(clause)])
    left = re.split(r"\s+", _GENERIC.sub(" ", content_of(rest)))
    return any(pair in inside for run in left for pair in pairs_of(run))


def _of_other_things(flat: str, children: Sequence[Clause]) -> bool:
    """「沉浸技术里提到哪些应用场景」: things of a name that is not how headings are called, nor part of one of these."""
    such = such_things_asked(flat)
    return bool(such and _left(such)) and not any(such in c.heading for c in children)


OF_ANOTHER = 3
"""Pairs of characters that another clause has of what is asked beside the heading, from which it is asked of that clause."""


def _is_of(evidence: Evidence, rest: str, document: Document, clause: Clause) -> bool:
    """「做量子的种子期团队，靠哪些基金」: the best hit, which stands elsewhere, speaks of what is asked beside the heading."""
    hit = next(iter(evidence.hits), None)
    if hit is None or (hit.document is document and clause.start <= hit.start < document.end_of(clause)):
        return False
    said = flatten(hit.document.quote(hit.start, hit.end))
    left = _GENERIC.sub(" ", content_of(rest)).split()
    return len({pair for run in left for pair in pairs_of(run) if pair in said}) >= OF_ANOTHER


def _draft(evidence: Evidence, document: Document, clause: Clause, children: list[Clause]) -> Draft:
    said = listed(document, clause, children)
    return Draft("answered", (said,), closest=closest(evidence, said.quotes))


def listed(document: Document, clause: Clause, children: Sequence[Clause]) -> Said:
    """What stands under a heading, all of it."""
    names = "、".join(c.bare_heading for c in children)
    counted = _counted_so(document, clause, children)
    quotes = (*([counted] if counted else []), *(quote_heading(document, c) for c in children))
    return Said(f"{in_quotes(clause.bare_heading)}列有{len(children)}项：{names}。", quotes)


def _counted_so(document: Document, clause: Clause, children: Sequence[Clause]) -> Quote | None:
    """The sentence that names them all and counts them under this name, 「甲、乙等6个高成长未来产业」."""
    for fact in document.facts:
        said = flatten(fact.text)
        counted = fact.kind == "target" and flatten(clause.bare_heading) in flatten(fact.data["object"])
        if counted and all(flatten(c.bare_heading) in said for c in children):
            return quote_fact(document, fact)
    return None
