"""A document has the matter but not the detail asked for: what it does say of it, whom it leaves the rest to, what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.compose.amounts import of_another_sum
from assistant.answer.compose.items import lead_in
from assistant.answer.compose.period import validity
from assistant.answer.compose.place import COVERED, Place, titles_of
from assistant.answer.compose.wording import closest, in_quotes, quoted, sentence, titled, unspecified
from assistant.answer.draft import Draft, Said, quote_clause, quote_heading
from assistant.answer.sentences import Sentence, sentences
from assistant.evidence import Evidence
from assistant.question import vocabulary, words
from assistant.question.details import SAID_BY
from assistant.question.said_as import RATIO
from assistant.question.understand import content_of, flatten, terms_of
from index.wording import either

LEAST_QUOTED = 0.3
"""Of the question in a sentence that is quoted as what the document does say of the matter."""
LEAST_SETTLING = 0.2
LOOKED_INTO = 4
"""Of the question in a sentence of the best clause that says who settles it; clauses in which it is looked for."""
IN_TITLE = 0.4
"""Share of a question about a missing detail that the document's title must say."""
CLOSING = re.compile(r"废止|负责解释|起(?:施行|实施|执行)")
"""What closes a document says nothing of its matter."""
_LEFT_TO = re.compile(
    either(
        r"由[^，。；;由]{2,60}?(?:规定|制定|确定|公布|发布|核定|明确|商定)(?!的)",
        (
            r"(?:依照|按照?|依据|参照|执行)[^，。；;]{0,20}(?:《[^》]+》|法律|法规|规定|标准"
            r"|办法)[^，。；;]{0,12}(?:处罚|处理|执行|办理|确定|规定|$)"
        ),
        (
            r"(?:低于|高于|超过|少于|符合)[^，。；;]{2,30}(?:规定|确定|公布)的[^，。；;]{0,10}(?:标准|限额"
            r"|期限|要求)"
        ),
        r"另行(?:规定|制定|公布|发布|通知|确定)",
    )
)
"""A detail that is left to another body or to another rule."""
_NAMED_SO = {
    detail: re.compile(called)
    for detail, called in {
        "amount": r"费|价|金额|数额|额度|比例|税率|补助|补贴|奖励|(?<!技术)标准",
        "procedure": r"办法|程序|流程|细则|形式|手续|材料",
        "deadline": r"期限|时限|时间|日期|年限",
        "penalty": r"罚|处分|处理|责任",
        "size": r"面积|标准|距离|间距|尺寸|高度|宽度|深度|重量",
    }.items()
}
"""How such a detail is called where it is left to others."""


def left_open(evidence: Evidence, missing: str, found: Sequence[Place]) -> Draft:
    """First what the document does say, or who is to settle it; then what it leaves open."""
    place = found[0]
    document, clause = place.document, place.clause
    if place.named and clause.heading and document.children(clause):
        about = clause.bare_heading
        return unspecified(evidence, about, missing, quote_heading(document, clause), f"文件列有“{about}”")
    first = nearest(evidence, place)
    share = share_of(evidence, first) if first else 0.0
    if settled := _left_to(evidence, found, share):
        holder, one = settled
        quote = one.quote(holder.document, holder.clause)
        share_said = evidence.question.detail == "amount" and re.search(RATIO, one.text)
        says_it = share_said and evidence.question.says("amount", one.text)
        if says_it and not of_another_sum(evidence, holder.document, one.start, one.end):
            return quoted(evidence, quote)  # 「不低于供养金20%的标准」
        text = f"文件没有规定{missing}，写明的是：“{_bare(one.text)}”。"
        return Draft("unspecified", (Said(text, (quote,)),), closest=closest(evidence, (quote,)))
    least = max(LEAST_SETTLING, 2 * share)
    others = [*found[1:LOOKED_INTO], *_best_covered(evidence)]
    if share < LEAST_QUOTED and (better := _speaking(evidence, others, least)):
        return left_open(evidence, missing, [better])
    heading = _heading(place)
    if first is None or share < LEAST_QUOTED:
        heard = f"文件{clause.locator.official()}{_said_of(evidence, place)}"
        there = f"文件对{in_quotes(heading)}有规定" if heading else heard
        return unspecified(evidence, heading, missing, quote_clause(document, clause), there)
    about = f"关于{in_quotes(heading)}，文件的规定是" if heading else "文件的规定是"
    over = lead_in(document, first)
    shown = f"“{over.text}”其中“{_bare(first.text)}”" if over else f"“{_bare(first.text)}”"
    quotes = tuple(one.quote(document, clause) for one in (over, first) if one)
    detail = evidence.question.detail
    this = "所问的" if detail and SAID_BY[detail].search(flatten(first.text)) else ""
    said = Said(f"{about}：{shown}，但没有规定{this}{missing}。", quotes)
    return Draft("unspecified", (said,), closest=closest(evidence, quotes))


def _speaking(evidence: Evidence, found: Sequence[Place], least: float) -> Place | None:
    """The first place with a sentence that says far more of the question than any of the best one."""
    return next(
        (place for place in found if (one := nearest(evidence, place)) and share_of(evidence, one) >= least),
        None,
    )


def _best_covered(evidence: Evidence) -> list[Place]:
    """The hit that holds most of the question, whatever the search says."""
    hits = [hit for _, hit in evidence.best[:1]]
    return [Place(h.document, h.clause, h.start, h.end, False, COVERED) for h in hits]


def _bare(text: str) -> str:
    """Without the stop at its end."""
    return re.sub(r"[。；;]$", "", text)


def _heading(place: Place) -> str:
    """Of the clause, or that it stands under; "" where only a chapter's, which says too little."""
    document, clause = place.document, place.clause
    over = reversed((*document.ancestors(clause), clause))
    return next(
        (
            c.bare_heading
            for c in over
            if re.search(r"[^\W\d]", c.heading) and not _CHAPTER.search(c.path[-1] if c.path else "")
        ),
        "",
    )


def _said_of(evidence: Evidence, place: Place) -> str:
    """The question's own words that the clause holds."""
    said = flatten(place.document.quote(place.start, place.end))
    pieces = (piece for thing in evidence.things for piece in _pieces(thing.text, said))
    longest = max(pieces, key=len, default="")
    return f"说到“{longest}”" if longest else "与此相近"


_CHAPTER = re.compile(r"^第.+[编章节]$")


def _pieces(run: str, said: str) -> Iterator[str]:
    """What ``said`` holds of a run of words, from two characters on."""
    for start in range(len(run) - 1):
        end = max((e for e in range(start + 2, len(run) + 1) if run[start:e] in said), default=0)
        if end:
            yield run[start:end]


def left_open_by(evidence: Evidence, place: Place, one: Sentence, heard: str, missing: str) -> Draft:
    """What the sentence does say, and that the document does not say what is ``missing``."""
    provides = f"{heard}“{sentence(one.text).rstrip('。')}”"
    return unspecified(evidence, "", missing, one.quote(place.document, place.clause), provides)


def nearest(evidence: Evidence, place: Place) -> Sentence | None:
    """The sentence of a clause that holds most of the question."""
    heading = flatten(place.clause.heading)
    found = [
        one
        for one in sentences(place.document, place.clause, place.start, place.end)
        if not CLOSING.search(one.text) and _bare(flatten(one.text)) != heading
    ]
    found = [one for one in found if not _PREAMBLE.search(one.text)] or found
    return max(found, key=lambda one: share_of(evidence, one), default=None)


_PREAMBLE = re.compile(
    r"^(?:（.{1,3}）|\d+[.．、])?(?:坚持)?以[^，。；]{2,40}为指导|^(?:深入|全面|认真)(?:学习)?贯彻"
)
"""What a plan opens with says nothing of the matter."""


def share_of(evidence: Evidence, one: Sentence) -> float:
    return evidence.coverage(flatten(one.text).lower(), evidence.question.core_terms)


def _left_to(evidence: Evidence, found: Sequence[Place], share: float) -> tuple[Place, Sentence] | None:
    """The sentence that leaves the matter to another body or rule: of the best clause, or of one that speaks of it as much."""
    of_kind = _NAMED_SO.get(evidence.question.detail or "", re.compile(""))
    scored = [
        (share_of(evidence, one), place, one)
        for place in found[:LOOKED_INTO]
        for one in sentences(place.document, place.clause, place.start, place.end)
        if _LEFT_TO.search(flatten(one.text)) and not CLOSING.search(one.text) and of_kind.search(one.text)
    ]
    least = {True: LEAST_SETTLING, False: max(LEAST_QUOTED, share)}
    meant = [item for item in scored if item[0] >= least[item[1] is found[0]]]
    best = max(meant, key=lambda item: item[0], default=None)
    return best[1:] if best else None


def of_document(evidence: Evidence, detail: str) -> Draft | None:
    """「行动计划的联系电话」: a detail of the document as a whole, which it does not hold."""
    document = evidence.documents[0]
    about_document = asks_of_document(evidence)
    if not about_document and evidence.coverage(titles_of(document), evidence.question.core_terms) < IN_TITLE:
        return None
    if (
        (about_document or _IN_FORCE.search(evidence.question.flat))
        and detail == "deadline"
        and (quote := validity(document))
    ):
        return quoted(evidence, quote)
    said = Said(f"{titled(document.carried_title)}没有写明{evidence.question.missing}。")
    return Draft("unspecified", (said,), closest=closest(evidence, ()))


def asks_of_document(evidence: Evidence) -> bool:
    """「这个办法什么时候开始实施」: of the document and of nothing in it."""
    left = _IN_FORCE.sub(
        "", words.DOCUMENT_WORDS.sub("", "".join(t.text for t in evidence.question.core_terms))
    )
    alone = len(evidence.allowed or evidence.snapshot.document_ids) == 1
    titles = titles_of(evidence.documents[0])
    of_title = (
        _FROM_WHEN.search(evidence.question.flat)
        and evidence.coverage(titles, terms_of(content_of(left))) == 1.0
    )
    nothing_else = of_title or not [c for c in left if c.isalnum() and c not in vocabulary.STOP_CHARACTERS]
    return (evidence.question.names_document or alone) and nothing_else


_FROM_WHEN = re.compile(
    r"(?:哪一?[天年日]|几[月号]|什么时候|何时)(?:开始|正式|起)*(?:施行|实施|生效|执行)|(?:施行|生效)(?:日期|时间|日)"
)
_IN_FORCE = re.compile(r"施行|生效|实施|有效|执行|废止|开始|日期|时间")
