"""「到2027年引育多少领军人才」, 「建成100个先导区，对吗」: quantities that the document names."""

from __future__ import annotations

import re
from typing import Any

from assistant.answer.compose.counted import (
    bare,
    counted_noun,
    fits_counter,
    goes_on,
    of_another_level,
    of_another_year,
    same_thing,
    units_fit,
)
from assistant.answer.compose.likely import likely
from assistant.answer.compose.place import titles_of
from assistant.answer.compose.wording import closest, unwrapped
from assistant.answer.draft import Draft, Quote, Said, quote_fact, quotes_of
from assistant.evidence import Evidence
from assistant.question.pairs import pairs_of
from assistant.question.understand import Question, content_of, flatten
from assistant.subjects import longest_within, within
from index.clauses import Document, Fact
from index.clauses.facts.targets import QUANTITY, UNITS


def compose(evidence: Evidence) -> Draft | None:
    question = evidence.question
    premise = bool(question.numbers and question.yes_no)
    if "number" in question.head_fields or (
        question.detail not in {None, "quantity", "deadline"} and not premise
    ):
        return None
    if any(other.search(question.flat) for other in (_DIVIDED, _EACH, _MEASURED_BY)):
        return None
    if question.detail == "deadline" and not premise:
        return _until_when(evidence)
    all_of_them = _ALL.search(question.flat)
    if (
        _GENERAL.search(question.flat)
        and (all_of_them or not _named(evidence))
        and (draft := _general(evidence))
    ):
        return draft
    if not (question.how_many or premise):
        return None
    found = _named(evidence)
    if not found or (premise and _said_far_likelier(evidence, found[0])):
        return None
    if premise:
        of_unit = [
            (d, f) for d, f in found if any(_comparable(n[2], f.data["unit"]) for n in question.numbers)
        ]
        of_year = [(d, f) for d, f in of_unit if not of_another_year(f, question.years)]
        found = [(d, _as_asked(evidence, d, f)) for d, f in of_year or of_unit]
        if not found:
            return None
    said = tuple(_premise(evidence, d, f) if premise else _said(d, f) for d, f in found)
    return Draft("answered", said, closest=closest(evidence, quotes_of(said)))


FAR_LESS = 0.05
"""Odds against the likeliest sentence below which the one with the figure is of something else."""


def _said_far_likelier(evidence: Evidence, found: tuple[Document, Fact]) -> bool:
    """「新增民办三级幼儿园320所，对不对」 is not denied by 「新增幼儿园近400所」 where another sentence tells of the former."""
    document, fact = found
    likeliest = likely(evidence)
    mine = (
        n.odds
        for n in likeliest
        if n.hit.document is document and n.sentence.start <= fact.start < n.sentence.end
    )
    return bool(likeliest) and max(mine, default=0.0) < FAR_LESS


_EACH = re.compile(
    r"(?:和|与|及|、)[^，。？]{1,14}(?:(?:各|分别)(?:是|有|为)?|的?(?:目标|指标|任务)[是为])(?:多少|几|怎么|什么)"
)
"""「上半年和全年各多少」, 「面积和产量的目标是多少」: the sentence says both, of which one quantity is a part."""
_DIVIDED = re.compile(
    r"(?:怎么?|如何|怎样)分(?:配|解|到|给)|每年[^，。？]{0,4}(?:几|多少)|年度分解|分年度|每个?(?:区县?|县|市|街道|镇)(?:分|各|有|最多|至少|可以?|能|要|得|建|报)*(?:几|多少)"
)
"""「30个团队怎么分到各区县的」."""
_MEASURED_BY = re.compile(
    r"(?:按|依据|根据|用|凭|看)(?:照|的是)?(?:哪些|什么|哪几[个项])(?:量化)?(?:指标|标准)"
)
"""「榜单是按哪些指标打分的」: by what something is judged."""


def _until_when(evidence: Evidence) -> Draft | None:
    """「三十个典型应用场景什么时候完成」: the target whose number the question says, with the time that holds for it."""
    low = {number[0] for number in evidence.question.numbers}
    found = [
        (d, f) for d, f in _named(evidence) if f.data.get("deadline_span") and f.data["value"] in low
    ] if low and not evidence.question.yes_no else []  # fmt: skip
    said = tuple(_said(d, f) for d, f in found)
    quotes = quotes_of(said)
    return Draft("answered", said, closest=closest(evidence, quotes)) if said else None


_GENERAL = re.compile(
    r"(?:数字|量化|定量|具体)(?:的|性)?指标|量化|(发展|主要|总体|具体|工作|预期)目标(有|是|包括|为|都)|目标(是什么|有哪些|有什么|都有)|哪些(量化|具体|主要|发展)?(指标|目标)|定量"
)


_ALL = re.compile(r"(?:各项|所有|全部)[^，。？]{0,6}(?:目标|指标)|列出[^，。？]{0,24}(?:目标|指标)")
"""「列出各项量化目标」: not only of what is named beside."""


def _general(evidence: Evidence) -> Draft | None:
    """「主要目标有哪些」: the sentence that names most quantities with a deadline, as a whole."""
    best: tuple[int, Document, Fact] | None = None
    for document in evidence.documents[:2]:
        facts = [f for f in document.facts if f.kind == "target" and f.data.get("deadline")]
        for fact in facts:
            same = sum(f.data.get("deadline_span") == fact.data.get("deadline_span") for f in facts)
            if best is None or same > best[0]:
                best = (same, document, fact)
    if best is None or best[0] < 2:
        return None
    _, document, fact = best
    clause = document.by_id[fact.clause_id]
    start, end = next(p for p in clause.paragraphs if p[0] <= fact.start < p[1])
    quote = Quote(document, clause, start, end)
    return Draft("answered", (Said(quote.text, (quote,)),), closest=closest(evidence, (quote,)))


_PART_OF_YEAR = re.compile(r"[上下]半年|全年|[一二三四]季度")


def _of_another_part(asked: str, said: str) -> bool:
    """「上半年完成1600亿元」 where 全年 is asked about."""
    named, told = set(_PART_OF_YEAR.findall(asked)), set(_PART_OF_YEAR.findall(said))
    return bool(named and told) and not named & told


LEAST = 0.6
SHOWN = 3
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_IN_DOCUMENT = re.compile(
    r"^[^，。、]{0,14}?(?:计划|规划|方案|办法|条例|措施|意见|通知|文件|政策)(?:里面?|当?中)的?"
)
"""What the question says of the document is no name of what is counted in it."""


def _named(evidence: Evidence) -> list[tuple[Document, Fact]]:
    """The quantities whose object the question says, best first; several only where it names several."""
    question = evidence.question
    asked = bare(_IN_DOCUMENT.sub("", flatten(QUANTITY.sub(" ", question.text))))
    unit = re.search(rf"(?:多少|几)({UNITS})", question.flat)
    noun = counted_noun(question)
    scored: list[tuple[float, int, Document, Fact]] = []
    for document in evidence.documents:
        typed = _typed_things(evidence, document)
        for fact in document.facts:
            counted = unit.group(1) if unit else question.counts
            if fact.kind != "target" or (counted and not fits_counter(counted, fact)):
                continue
            names = {fact.data["object"], _IN_BRACKETS.sub("", fact.data["object"])}  # 领军人才（团队）
            score = max((_share(asked, name) for name in names if name), default=0.0)
            if noun and not same_thing(noun, fact.data["object"]):
                continue
            if goes_on(asked, fact.data["object"]) or of_another_level(asked, fact.data["object"]):
                continue
            if _of_another_part(question.flat, fact.text) or "分别" in fact.text:
                continue  # of which things stands in front of it
            if of_another_year(fact, question.years) and not (question.yes_no and question.numbers):
                continue
            if typed and not any(pair in fact.data["object"] for word in typed for pair in pairs_of(word)):
                continue
            if score >= LEAST and _of_that_measure(asked, fact.data["object"]):
                scored.append((score + 0.05 * bool(fact.data.get("deadline")), len(scored), document, fact))
    scored.sort(key=lambda item: (-item[0], item[1]))
    several = SHOWN if question.typed or re.search(r"各|分别|和|与|、|及", asked) else 1
    found = [(d, f) for score, _, d, f in scored[:several] if score >= scored[0][0] - 0.25]
    return [
        (d, f)
        for d, f in found
        if f is found[0][1] or not question.typed or _typed_too(question, f, found[0][1])
    ]


def _typed_too(question: Question, fact: Fact, first: Fact) -> bool:
    """「高新技术企业 专精特新 多少家」: a word is typed for it that is none of the first one's."""
    return any(
        any(pair in fact.data["object"] for pair in pairs_of(word))
        and not any(pair in first.data["object"] for pair in pairs_of(word))
        for word in question.typed
    )


_KIND_TYPED = re.compile(
    r"(?:数量|规模|目标|指标|个数|年度|全市|总数|任务|20\d\d年?|[\d一二三四五六七八九十]+)+"
)


def _typed_things(evidence: Evidence, document: Document) -> list[str]:
    """What is typed, but for the title's words and the names of a figure: 「未来产业 高价值专利 数量指标」 → 高价值专利."""
    titles = titles_of(document)
    return [w for w in evidence.question.typed if w.lower() not in titles and not _KIND_TYPED.fullmatch(w)]


_MEASURE = re.compile(r".{0,2}(?:率|比例|占比|比重|产值|产量|规模|总量|数量|面积|能力)$")


def _of_that_measure(asked: str, wanted: str) -> bool:
    """「生活垃圾回收利用率」 is not the 利用率 of something else."""
    flat = flatten(wanted)
    measure = _MEASURE.search(flat)
    of = flat[: measure.start()] if measure else ""
    return len(of) < 2 or any(pair in asked for pair in pairs_of(of))


def _comparable(asked: str, unit: str) -> bool:
    """「150亩…给补吗」 is not denied by 「6000万元」."""
    return not asked or units_fit(asked, unit) or (asked[-1] == unit[-1] == "元")


def _share(asked: str, wanted: str) -> float:
    """How much of the counted thing's name the question says: its last words count most."""
    flat = bare(flatten(wanted))
    pairs = pairs_of(flat)
    share = sum(p in asked for p in pairs) / len(pairs) if pairs else 0.0
    tail = next((n for n in range(min(len(flat), 8), 2, -1) if flat[-n:] in asked), 0)
    abridged = longest_within(asked, flat) if len(flat) >= 5 else ""
    if len(abridged) >= 4 and len(abridged) >= 0.6 * len(flat):
        share = max(share, 0.6 + 0.05 * len(abridged))
    said = [run[-n:] for run in content_of(asked).split() for n in range(min(len(run), 8), 3, -1)]
    if any(piece[-1] == flat[-1:] and within(piece, flat) for piece in said):
        share = max(share, 0.65)
    return max(share, 0.6 + 0.05 * tail if tail >= 3 else 0.0)


def _quotes(document: Document, fact: Fact) -> tuple[Quote, ...]:
    """The number, and where the deadline stands elsewhere that place too."""
    first = quote_fact(document, fact)
    span: Any = fact.data.get("deadline_span")
    return (first, Quote(document, document.by_id[fact.clause_id], *span)) if span else (first,)


def _said(document: Document, fact: Fact) -> Said:
    deadline = fact.data.get("deadline")
    text = unwrapped(fact.text).removeprefix("其中")
    has_verb = re.search(rf"^(重点|力争)?[\u4e00-\u9fff]{{1,4}}?({_VERB})|^({_VERB})", text)
    subject = "" if has_verb else "目标是"
    return Said(
        f"{deadline}，{subject}{text}。" if deadline else f"文件的提法是“{text}”。", _quotes(document, fact)
    )


_VERB = "引育|突破|形成|打造|建成|建设|培育|孵化|达到|实现|新增|完成|发展"


def _premise(evidence: Evidence, document: Document, fact: Fact) -> Said:
    data = fact.data
    quotes = _quotes(document, fact)
    fitting = [(low, high) for low, high, unit in evidence.question.numbers if _said_for(evidence, fact, low)]
    same = any(low == data["value"] and high == data["value_max"] for low, high in fitting)
    text = unwrapped(fact.text)
    deadline = f"{data['deadline']}" if data.get("deadline") else ""
    when = f"（{deadline}）" if deadline else ""
    years = [y for y in evidence.question.years if deadline and str(y) not in deadline]
    if same and not years:
        return Said(f"是的，文件的提法是“{text}”{when}。", quotes)
    return Said(f"不是。文件的提法是“{text}”{when}。", quotes)


def _as_asked(evidence: Evidence, document: Document, fact: Fact) -> Fact:
    """Of several figures for one thing, 「上半年135亿元，全年270亿元」, the one that the question says."""
    alike = [
        f
        for f in document.clause_facts(fact.clause_id)
        if f.kind == "target"
        and (f.data["object"], f.data["unit"]) == (fact.data["object"], fact.data["unit"])
    ]
    asked = {(low, high) for low, high, _ in evidence.question.numbers}
    return next((f for f in alike if (f.data["value"], f.data["value_max"]) in asked), fact)


def _said_for(evidence: Evidence, fact: Fact, low: float) -> bool:
    """Does the question say this number of this thing? With one number it does; with several the nearest thing behind counts."""
    numbers = evidence.question.numbers
    if len(numbers) == 1:
        return True
    shown = str(int(low)) if low == int(low) else str(low)
    at = evidence.question.flat.find(shown)
    after = evidence.question.flat[at : at + 14]
    return at >= 0 and _share(after, fact.data["object"]) >= LEAST
