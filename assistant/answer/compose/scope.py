"""What lies outside: places, years, matters and documents that the library does not hold; and how a refusal is worded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.compose.befallen import unsaid_mishap
from assistant.answer.compose.documents_named import (
    missing_editions,
    missing_levels,
    missing_numbers,
    missing_titles,
)  # fmt: skip
from assistant.answer.compose.places_named import missing_counties, missing_regions, whose
from assistant.answer.compose.times import FIVE_YEARS, missing_times, occurs, says
from assistant.answer.compose.wording import titled, words_cited
from assistant.answer.draft import Draft, Said, quote_hit
from assistant.evidence import Evidence
from assistant.question.matters import matters_named
from assistant.question.orders import only_orders
from assistant.question.pairs import pairs_of
from assistant.question.things import abridged, short_for, with_brackets
from assistant.question.typed import typed_apart
from assistant.question.understand import Question, flatten, terms_of
from assistant.question.vocabulary import OF_ANY_POLICY
from assistant.question.whereabouts import ASKS_OWNER
from index.clauses import Document
from index.clauses.folding import folded, folded_text

CLOSEST = 3
SAID_OTHERWISE = 0.75
"""Share of the question in an answer from which a matter is spoken of in other words."""


def outside(evidence: Evidence) -> Draft | None:
    """A question that names what no document here speaks of is refused by name; orders are none."""
    if only_orders(evidence.question.flat):
        return _only_of_documents(evidence)
    if missing := missing_names(evidence):
        return refuse(evidence, missing)
    return refuse(evidence) if evidence.elsewhere or not evidence.hits else None


def missing_names(evidence: Evidence) -> list[str]:
    """What a question names that the library does not hold, as it is said of it."""
    return (
        missing_titles(evidence)
        + missing_regions(evidence)
        + missing_counties(evidence)
        + missing_times(evidence)
        + missing_numbers(evidence)
        + missing_editions(evidence)
        + missing_levels(evidence)
        + _missing_matters(evidence)
    )


def of_nothing_here(evidence: Evidence) -> bool:
    """「有哪些金融支持措施」: beside words that any policy says, none that occurs in a document."""
    question = evidence.question
    if flatten(question.about) != question.flat:
        return False  # it names a document, or a place
    own = [t for t in question.terms if t.text not in OF_ANY_POLICY and len(t.text) > 1]
    if any(t.text.isascii() for t in own):
        return False  # documents write them as they like: eVTOL
    words = [word for t in own for word in (t.alternatives or pairs_of(t.text))]
    return bool(words) and not any(_is_there(evidence, word) for word in words)


def _is_there(evidence: Evidence, word: str) -> bool:
    if evidence.rarity(word) < 1.0 or occurs(evidence, word):
        return True
    return any(short_for(word, folded_text(d)) for d in evidence.searched)


def unspoken_matters(evidence: Evidence, draft: Draft) -> list[str]:
    """What the question is about that no document which an answer cites names: 「失业金每月领多少」, 「人才公寓能养宠物吗」."""
    question = evidence.question
    table = any(one.row for one in draft.said)
    if draft.outcome != "answered" or table or question.occurs:
        return []
    cited = [*{q.document.id: q.document for q in draft.quotes}.values()]
    missing = _of_other_plans(question.flat, cited) + _unnamed_bodies(question, cited)
    missing += _unplaced(evidence, draft) + unsaid_mishap(evidence, draft)
    named = matters_named(_ORIGIN.sub("", question.flat))
    if named and _said_otherwise(evidence, draft):
        named = []
    missing += [name for name, words in named if not any(_says_it(d, word) for d in cited for word in words)]
    missing += [word for word in _foreign(question) if not any(_says_it(d, word) for d in cited)]
    for name, words in typed_apart(question):
        short = len(words) == 1 and len(words[0]) == 2
        in_full = (
            (short and short_for(words[0], folded_text(d))) or abridged(name, folded_text(d)) for d in cited
        )
        if not (any(_says_it(d, word) for d in cited for word in words) or any(in_full)):
            missing.append(name)
    return missing


def _of_other_plans(flat: str, cited: Sequence[Document]) -> list[str]:
    """「“十四五”时期要推进多少个城市」, of a document that does not speak of that plan."""
    plans = dict.fromkeys(m[1] for m in FIVE_YEARS.finditer(flat))
    return [f"“{n}五”" for n in plans if not any(says(d, f"{n}五") or says(d, f"{n}个五年") for d in cited)]


_BODY = re.compile(
    r"([\u4e00-\u9fff]{2,10}(?:人民医院|附属医院|中医院|第[一二三四五六七八九]医院|大学))(?=是不是|是否|算不算|能不能|可不可以|在不在|属不属|也?[是在算])"
)


def _unnamed_bodies(question: Question, cited: Sequence[Document]) -> list[str]:
    """「省人民医院是不是指定医院」: whether one body is among them, where none is named."""
    asked = _BODY.search(question.flat) if question.yes_no else None
    return [asked[1]] if asked and not any(says(d, asked[1]) for d in cited) else []


def of_those_that_speak(evidence: Evidence, matters: Sequence[str]) -> Evidence | None:
    """With only the hits of documents that speak of the matters; None where all do, or none."""
    known = dict(matters_named(evidence.question.flat))
    speaking = tuple(
        hit
        for hit in evidence.hits
        if all(any(_says_it(hit.document, word) for word in known.get(m, [m])) for m in matters)
    )
    return replace(evidence, hits=speaking) if 0 < len(speaking) < len(evidence.hits) else None


UNPLACED = 0.5
"""Share of a thing's name below which what is cited does not speak of it."""
_THING = re.compile(r"(?:^|[，,。；;？?])([\u4e00-\u9fffA-Za-z0-9]{3,8}?)(?:应该?|到底|究竟|具体|是|都|也)?$")


_NO_THING = re.compile(r"[它这那其我你他把被的]|纳入|列入|涉及|文件|计划|方案|公司|企业")


def _unplaced(evidence: Evidence, draft: Draft) -> list[str]:
    """「硅光芯片归哪个方向研究」, of clauses that share nothing with it but 芯片."""
    asked = ASKS_OWNER.search(evidence.question.flat)
    thing = _THING.search(evidence.question.flat[: asked.start()]) if asked else None
    if thing is None or _NO_THING.search(thing[1]) or occurs(evidence, thing[1]):
        return []
    said = words_cited(evidence, draft)
    share = evidence.coverage(said, terms_of(thing[1].lower()))
    return [thing[1]] if share < UNPLACED else []


_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,}(?![A-Za-z])(?=[认证标准体系级类])")
"""What is called by letters: 「CE认证」 is no 「CR认证」."""


_LATIN_UNIT = re.compile(r"多少个?([A-Z][A-Za-z]{2,7})(?![A-Za-z])")
"""「多少EFLOPS」."""
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}")


def _foreign(question: Question) -> list[str]:
    """Also what is typed in letters: 「算力 规模 EFLOPS」."""
    typed = [word for word in question.typed if _LATIN_WORD.fullmatch(word)]
    units = _LATIN_UNIT.findall(question.flat)
    return list(dict.fromkeys([*_LATIN.findall(question.flat), *units, *typed]))


def _said_otherwise(evidence: Evidence, draft: Draft) -> bool:
    said = words_cited(evidence, draft)
    return evidence.coverage(said) >= SAID_OTHERWISE


def _says_it(document: Document, word: str) -> bool:
    return says(document, word) or word in document.source or with_brackets(word, folded_text(document))


_ORIGIN = re.compile(r"[\u4e00-\u9fff]{2,3}[省市]?(?:户口|户籍|籍)")


def _missing_matters(evidence: Evidence) -> list[str]:
    """What a question asks about where no word for any of it occurs: 「把档案存在人才那儿，医保交多少」 asks about 医保."""
    missing, known = _matters(evidence)
    return [] if known else missing


def _matters(evidence: Evidence) -> tuple[list[str], list[str]]:
    """(matters for which no word occurs, the others) of a question that names no document; whether a text says it may be the
    question itself."""
    question = evidence.question
    if question.occurs or question.titles or question.quoted or question.definition:
        return [], []
    named = matters_named(_ORIGIN.sub("", question.flat))
    known = [name for name, words in named if any(_speaks_of(evidence, word) for word in words)]
    return [name for name, _ in named if name not in known], known


def _speaks_of(evidence: Evidence, word: str) -> bool:
    """It occurs, and not only in the name of an agency: 「人力社保局」."""
    not_of_agency = re.compile(rf"{re.escape(folded(word))}(?![局厅委署])")
    return occurs(evidence, word) and any(
        not_of_agency.search(folded_text(d)) or word in d.source for d in evidence.searched
    )


def refuse(evidence: Evidence, missing: list[str] | None = None) -> Draft:
    """One sentence, no citation; the nearest clauses stand beside it, labelled as not an answer."""
    if not missing and not evidence.question.terms:
        return _only_of_documents(evidence)
    missing = missing or _matters(evidence)[0]
    of = [whose(evidence, region) for region in evidence.regions]
    where = f"库中{'、'.join(of)}的文件" if of else "库中的文件"
    subject = _lacking(evidence, missing) if missing else f"{where}没有涉及这个问题"
    text = f"{subject}；{holdings(evidence.searched)}"
    closest = tuple(quote_hit(hit) for hit in evidence.hits[:CLOSEST])
    return Draft("refused", (Said(text),), closest=closest)


def _only_of_documents(evidence: Evidence) -> Draft:
    """Where nothing is asked that a document could speak of."""
    return Draft("refused", (Said(f"我只就收录的文件作答；{holdings(evidence.searched)}"),))


def _lacking(evidence: Evidence, missing: list[str]) -> str:
    """Of a place that a document mentions it is only said that none is of that place."""
    mentioned = [m for m in missing if m in evidence.question.regions and occurs(evidence, m)]
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
        top = [flatten(c.heading) for c in document.clauses if len(c.path) == 1 and c.heading][:6]
        covers = f"，内容包括{'、'.join(top)}" if top else ""
        return f"现收录{titled(document.carried_title)}{covers}。"
    names = "、".join(titled(d.carried_title) for d in documents[:3])
    return f"现收录{names}等{len(documents)}份文件。" if len(documents) > 3 else f"现收录{names}。"
