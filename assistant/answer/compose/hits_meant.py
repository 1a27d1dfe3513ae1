"""The hits that a question means by a word that it says as it stands, by all the places it names, or by what the asker has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.evidence import Evidence
from assistant.question.understand import flatten
from assistant.question.vocabulary import SYNONYMS
from index.search.hit import Hit


def hits_meant(evidence: Evidence, hits: list[Hit]) -> list[Hit]:
    """Those that hold each such word, where any do; the order stays."""
    return of_the_asker(evidence, _naming_all_places(evidence, _holding_words_as_written(evidence, hits)))


def _holding_words_as_written(evidence: Evidence, hits: list[Hit]) -> list[Hit]:
    """「“两个允许”的完整表述是什么」: the hits that hold such words, where any do."""
    return _saying(evidence, hits, words_as_written(evidence), any)


def _naming_all_places(evidence: Evidence, hits: list[Hit]) -> list[Hit]:
    """「黄石、鄂州、孝感的定位」: of a document on more than these, the hits that name them all, where any do."""
    titles = "".join(t for d in evidence.documents for t in d.titles())
    named = [r for r in evidence.question.regions if r not in titles]
    return _saying(evidence, hits, named, all) if len(named) > 1 else hits


def _saying(
    evidence: Evidence, hits: list[Hit], words: Sequence[str], enough: Callable[[Iterable[bool]], bool]
) -> list[Hit]:
    """Those whose context says the words, any of them or all; ``hits`` where none does, or there are no words."""

    def says(hit: Hit) -> bool:
        context = evidence.hit_context(hit)
        return enough(word in context for word in words)

    return [h for h in hits if words and says(h)] or hits


_OWN = re.compile(
    r"(?:我们?|咱们?|我司|我厂|公司|我单位)(?:这边|这里|家|公司|园区|企业|学校|医院|单位)?(?:是"
    r"(?:一?家)?)?(?:有|做|搞|研发|生产|制造|经营|从事|开发|是(?:一?家)?(?=[\u4e00-\u9fff]{1,4}"
    r"(?:[园新]区|基地|高校|院校|平台|协会)))了?(?:[一二两三几]?[批款台架家个种套些项])?"
    r"([\u4e00-\u9fffA-Za-z]{2,6}?)(?=的|研发|生产|[，,]|想|能|可|要|$)"
)


def of_the_asker(evidence: Evidence, hits: list[Hit]) -> list[Hit]:
    """「我们有一批无人机，想做示范」: the hits that speak of what the asker is or has, where any do."""
    own = [flatten(m[1]).lower() for m in _OWN.finditer(evidence.question.flat)]
    words = [word.lower() for of in own for word in (of, *SYNONYMS.get(of, ()))]
    return _saying(evidence, hits, words, any)


def words_as_written(evidence: Evidence) -> list[str]:
    """What the question puts into quotation marks, and its Latin words, 「CAR-T」, that stand for no other; for comparing."""
    quoted = [word for word in evidence.question.quoted if len(word) > 1 and not _PLAN_PERIOD.fullmatch(word)]
    latin = [w for w in _LATIN.findall(evidence.question.flat) if w.lower() not in _STANDS_FOR_OTHERS]
    return [flatten(word).lower() for word in (*quoted, *latin)]


_PLAN_PERIOD = re.compile("十[一二三四五六七八九]五(?:时期|规划)?")
_STANDS_FOR_OTHERS = {*SYNONYMS, "ai"}
_LATIN = re.compile(r"(?<![A-Za-z\d])\d?[A-Za-z][A-Za-z\d]*(?:-[A-Za-z\d]+)*(?<!\b[A-Za-z])")
