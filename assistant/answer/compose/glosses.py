"""Full forms and explanations that a document gives in brackets or notes, read when it was added."""

from __future__ import annotations

import re

from assistant.answer.compose.items import said_of, with_items
from assistant.answer.compose.wording import closest, sentence, unwrapped
from assistant.answer.draft import Draft, Said, quote_fact, quotes_of
from assistant.answer.sentences import sentence_holding
from assistant.evidence import Evidence
from assistant.question.term_asked import term_in
from assistant.question.understand import flatten
from index.clauses import Document, Fact
from index.clauses.kept import kept


def abbreviations(evidence: Evidence) -> Draft | None:
    """「GNSS、IMU这两个缩写」: each of several, where all are explained."""
    asked = list(dict.fromkeys(re.findall(r"[a-z][a-z\-]+", evidence.question.flat.lower())))
    known = {term: (d, fact) for d in evidence.searched for fact, term, *_ in _glosses(d) if term in asked}
    if len(asked) < 2 or len(known) < len(asked):
        return None
    said = tuple(said_of_gloss(*known[term]) for term in asked)
    return Draft("answered", said, closest=closest(evidence, quotes_of(said)))


def glossed(evidence: Evidence, asked: str) -> list[tuple[Document, Fact]]:
    """Full forms and definitions whose term, or meaning, is named in what is asked and that leave nothing else asked."""
    flat = asked.lower()
    term = term_in(flat)
    found = []
    for document in evidence.searched:
        for fact, *names in _glosses(document):
            said = next((x for x in names if len(x) >= 2 and x in flat), "")
            if said and _nothing_else(flat, said) and not _part_of_longer(term, said) and not _circular(fact):
                found.append((len(said), document, fact))
    found.sort(key=lambda item: -item[0])
    return [(d, f) for _, d, f in found]


@kept
def _glosses(document: Document) -> list[tuple[Fact, str, str, str]]:
    """Each with its term, the term without 「材料」 behind it, and its meaning."""
    out = []
    for fact in document.facts:
        if fact.kind == "gloss":
            term, meaning = (flatten(fact.data[k]).lower() for k in ("term", "meaning"))
            out.append((fact, term, term.rstrip("材料"), meaning))
    return out


def _nothing_else(flat: str, said: str) -> bool:
    left = re.sub(
        r"文件|文中|计划|里|中|字母|四个|三个|几个|后面|前面|英文|中文|缩写|全称|简称|统称|解释|展开|材料|技术|哪些|地方|哪个|指|代表|是|的|什么|啥|意思|请问|一下|这个|词|叫",
        "",
        flat.replace(said, ""),
    )
    return len(re.sub(r"\W", "", left)) <= 3


def _part_of_longer(term: str, said: str) -> bool:
    """「保安服务」 is not what 「服务」 is explained as, nor 「农业标准化」 what 「农业」 is."""
    before, _, after = _AROUND.sub("", term).partition(said)
    return said in term and bool(
        re.search(r"[\u4e00-\u9fff]{2}$", before) or re.match(r"(?!材料|技术)[\u4e00-\u9fff]{2}", after)
    )


_AROUND = re.compile(r"文件?中|计划中|这个词|[一二两三四五六几]个字母|[前后]面")


def _circular(fact: Fact) -> bool:
    """「本条例所称商业特许经营（以下简称特许经营）」 explains nothing."""
    return len(fact.data["meaning"]) < 30 and fact.data["term"] in fact.data["meaning"]


def said_of_gloss(document: Document, fact: Fact) -> Said:
    if fact.data["meaning"].rstrip().endswith(("：", ":")) and (
        one := sentence_holding(document, fact.start, fact.end)
    ):
        return said_of(document, document.by_id[fact.clause_id], [with_items(document, one)])[0]
    listed = document.text[: fact.start].rstrip().endswith("、")
    if listed and (
        one := sentence_holding(document, fact.start, fact.end)
    ):  # 「吴中区、…和高新区（以下简称市区）」
        return said_of(document, document.by_id[fact.clause_id], [one])[0]
    if len(fact.data["meaning"]) > 60:
        return Said(sentence(unwrapped(fact.text)), (quote_fact(document, fact),))
    return Said(f"{fact.data['term']}即{fact.data['meaning']}。", (quote_fact(document, fact),))
