"""The years, five-year plans, batches and rounds that a question names, and what is of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer.draft import Quote
from assistant.answer.sentences import under_headings
from assistant.evidence import Evidence
from assistant.question.understand import Question, flatten
from index.clauses import Document
from index.clauses.folding import folded, folded_text
from index.clauses.kept import kept
from index.search.hit import Hit

_YEAR = re.compile(r"(?<![\d〔\[])((?:19|20)\d\d)年")
_SPAN = re.compile(r"((?:19|20)\d\d)年?[—\-－~至]+((?:19|20)\d\d)")
_TOLD = re.compile(
    r"((?:19|20)\d\d)年?[^，。？]{0,8}?(?:出生|生的|毕业|[签买建盖修][的了订]|购买?[的了]|转(?:成|制|为)|改制|(?:注册|成立|入职|建成)[的了，,])"
)
"""When something happened that the question tells of."""
_EARNED = re.compile(
    r"((?:19|20)\d\d)年?[^，。？]{0,8}?(?:拿到|获[得评批]|取得|评上|被?认定|授权|入选|通过|投产)"
)
"""When something was earned that the year after pays for: the notice of 2025 for patents of 2024."""
_SINCE = re.compile(r"((?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[（(][^（()）]{1,8}[）)])?[以之]?后")
FAR = 2.0
"""Distance in the search's score from which another document does not speak of the same."""
_ISSUED = re.compile(r"(?:19|20)\d\d年?[^，。？]{0,6}(?:印发|发布|出台|公布|修[订正]|版|号)")
"""A year of the document itself."""
_NUMBERED = re.compile(r"第([一二三四五六七八九十百\d]+)(次|批|届|期|轮|版)")
FIVE_YEARS = re.compile(r"(十[一二三四五六七八])(?:个)?五(?!日|天|个|项|条|家|年以)")


def of_the_time(evidence: Evidence) -> Evidence:
    """Without the hits from a document whose title is of another time than the question, unless they name that themselves."""
    question = evidence.question
    of_head = {*question.head_fields} - {"period"}
    if question.yes_no or of_head or _ISSUED.search(question.flat):
        return evidence
    hits = tuple(h for h in evidence.hits if not _of_another(h, question.flat, _paid_in(question)))
    if hits and hits[0] is not evidence.hits[0] and hits[0].score < evidence.hits[0].score - FAR:
        hits = ()  # what is asked about is held, but of another time
    return replace(evidence, hits=hits) if len(hits) < len(evidence.hits) else evidence


def _paid_in(question: Question) -> tuple[int, ...]:
    """The years asked about, with the one after those in which something was earned."""
    earned = {int(year) + 1 for year in _EARNED.findall(question.flat)}
    return (*question.years, *(year for year in sorted(earned) if year not in question.years))


def of_other_times(evidence: Evidence, quotes: Sequence[Quote]) -> list[str]:
    """The years asked about, where every quotation is from a document titled by others and names none of these."""
    question = evidence.question
    whether = question.yes_no and not _STILL.search(question.flat)
    whose = not {*question.head_fields} - {"period"} and question.detail == "deadline" and not whether
    titled = any(str(y) in "".join(q.document.titles()) for y in question.years for q in quotes)
    if (
        whose
        and not titled
        and _days_of_others(question, [flatten(under_headings(q.document, q.start, q.end)) for q in quotes])
    ):
        return [f"{year}年" for year in question.years]
    if not question.years or whether or question.head_fields or _ISSUED.search(question.flat):
        return []
    years = _paid_in(question)
    texts = [flatten(under_headings(q.document, q.start, q.end)) for q in quotes]
    of_others = (
        all(_says_of_others(text, years) for text in texts)
        or (bool(_TARGET.search(question.flat)) and _targets_of_others("".join(texts), years))
        or all(_of_another_plan(flatten(q.text + q.clause.heading), years) for q in quotes)
        or all(_of_years(flatten(q.document.part_title(q.clause)), flatten(q.text), years) for q in quotes)
    )
    return [f"{year}年" for year in question.years] if quotes and of_others else []


_DAY_OF = re.compile(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日(?:[\d：:]*)(?:止|前|截|起|至|到|（|$|[，。；])")


def _days_of_others(question: Question, texts: Sequence[str]) -> bool:
    """「2016年12月31日前申报」 where it is asked when 2019's has to be handed in."""
    named = {int(year) for year in _YEAR.findall(question.flat)}
    asked = ({*question.years} & named) - {
        int(y) for pattern in (_TOLD, _EARNED) for y in pattern.findall(question.flat)
    }
    days = {int(year) for text in texts for year in _DAY_OF.findall(text)}
    held = any(str(year) in text for year in asked for text in texts)
    return bool(asked and days) and not held and not asked & days


_STILL = re.compile(r"(?:还是|仍|依然|继续|照旧)[^，。？]{1,20}(?:吗|么|吧)")
"""「2023年的标准还是1000万奖1万吗」: whether what held still holds in that year."""


def _of_another_plan(text: str, years: tuple[int, ...]) -> bool:
    """「“十四五”时期…达到3.5万家」 where 2030 is asked for."""
    plans = ["一二三四五六七八".index(n[1]) + 1 for n in FIVE_YEARS.findall(text)]
    of_plans = {year for plan in plans for year in range(2001 + 5 * plan, 2006 + 5 * plan)}
    named = any(_names_year(text, year) or str(year) in _in_words(text) for year in years)
    return bool(plans) and not of_plans & set(years) and not named


_TARGET = re.compile(r"目标|规模|产值|达到|建成|培育|引进|新增|占比|覆盖率")
_UNTIL = re.compile(r"(?:到|至|截至)?((?:19|20)\d\d)年(?:[底末]|目标|[，,：:]|全[省市县区国]|力争|实现|前)")
"""The year by which something is to be reached."""
_OF_A_BUDGET = re.compile(r"((?:19|20)\d\d)年(?:度)?[^，。；\d]{0,12}(?:安排|规模|总额|预算)")
_OF_A_YEAR = re.compile(
    r"((?:19|20)\d\d)年(?:度)?[^，。；\d]{0,14}(?:为|达到?|标准|发生|完成|实现|新增)[^，。；\d]{0,8}\d"
)


def _says_of_others(text: str, years: tuple[int, ...]) -> bool:
    """A figure of another year: 「2023年城市标准为每人11232元」."""
    of = {int(year) for year in _OF_A_YEAR.findall(text)}
    return bool(of) and not of & set(years) and not any(_names_year(text, year) for year in years)


def _targets_of_others(text: str, years: tuple[int, ...]) -> bool:
    """「到2027年，规模突破2000亿元」 where that of 2026 is asked for."""
    until = {int(year) for pattern in (_UNTIL, _OF_A_BUDGET) for year in pattern.findall(text)}
    spans = [(int(a), int(b)) for a, b in _SPAN.findall(text)]
    held = any(a <= year <= b for year in years for a, b in spans)
    return bool(until) and not held and not any(str(year) in text for year in years)


def _of_years(title: str, text: str, years: tuple[int, ...]) -> bool:
    of_title = _years(title)
    return bool(of_title) and not of_title & set(years) and not any(_names_year(text, y) for y in years)


def _names_year(text: str, year: int) -> bool:
    """As a year, and not in a day that something ends on."""
    return bool(re.search(rf"{year}(?!年?\d{{1,2}}月\d)", text))


def _of_another(hit: Hit, asked: str, years: tuple[int, ...]) -> bool:
    title, text = (
        flatten(hit.document.part_title(hit.clause)),
        flatten(hit.document.quote(hit.start, hit.end)),
    )
    if years and _of_years(title, text, years):
        return True
    return any(
        titled and not titled & meant and not any(said in text for said in named)
        for meant, titled, named in _kinds(asked, title)
    )


def _kinds(asked: str, title: str) -> Iterator[tuple[set[str], set[str], list[str]]]:
    """(numbers that the question says, that the title says, how the question says them) of each kind of number."""
    for counter in dict.fromkeys(m[2] for m in _NUMBERED.finditer(asked)):
        of_kind = [m for m in _NUMBERED.finditer(asked) if m[2] == counter]
        titled = {m[1] for m in _NUMBERED.finditer(title) if m[2] == counter}
        yield {m[1] for m in of_kind}, titled, [m[0] for m in of_kind]
    if plans := list(FIVE_YEARS.finditer(asked)):
        yield {m[1] for m in plans}, {m[1] for m in FIVE_YEARS.finditer(title)}, [m[0] for m in plans]


_ASKS_WHAT = re.compile(r"(?:是|有)(?:什么|多少|哪些)|多少|哪(?:些|几)")
"""「2030年的目标是什么，有没有定」 asks for more than whether."""


def missing_times(evidence: Evidence) -> list[str]:
    """Years neither written in a document nor inside the period of its title, batches and rounds that none names; a premise
    about a year is checked elsewhere."""
    question = evidence.question
    only_whether = question.yes_no and not _ASKS_WHAT.search(question.flat)
    numbered = [m[0] for m in _NUMBERED.finditer(question.flat) if m[1] not in {"一", "1"}]
    unknown = [] if question.yes_no else [said for said in numbered if not occurs(evidence, said)]
    unknown += [f"{year}年的版本" for year in _editions(question.flat) if _of_other_editions(evidence, year)]
    if question.head_fields:
        return unknown
    if only_whether:
        return []
    if issued := _ISSUED_IN.search(question.flat):
        unknown += [f"{issued[1]}年的文件"] * _issued_in_others(evidence, issued[1])
    if first := _FIRST_OF_A_YEAR.search(question.flat):
        unknown += [f"{first[1]}年一号文件"] * _of_other_editions(evidence, first[1])
    plans = dict.fromkeys(m[1] for m in FIVE_YEARS.finditer(question.flat))
    unknown += [
        f"“{n}五”" for n in plans if not (occurs(evidence, f"{n}五") or occurs(evidence, f"{n}个五年"))
    ]
    if not question.years:
        return unknown
    covered = set().union(*(_years(title) for d in evidence.searched for title in d.titles()))
    for document in evidence.documents:
        covered |= _in_force(document)
    for hit in evidence.hits[:1]:  # 「2019年4月30日后获得的」
        for since in _SINCE.findall(flatten(hit.document.quote(hit.start, hit.end))):
            covered |= set(range(int(since), max(question.years) + 1))
    told = {int(year) for pattern in (_TOLD, _EARNED) for year in pattern.findall(question.flat)}
    asked = [y for y in question.years if y not in covered | told]
    written = {year for document in evidence.searched for year in _written(document)}
    return [f"{y}年" for y in asked if not (occurs(evidence, str(y)) or str(y) in written)] + unknown


_EDITION = re.compile(
    r"((?:19|20)\d\d)年?(?:的|那|这)?一?(?:原|旧|老|初)?版(?![本权面块图式])"
    r"|((?:19|20)\d\d)年?(?:的|那个?|这个?)?(?:(?:最初|首次|第一次)?(?:通过|制定|公布|发布|颁布)的?)?(?:那个?|这个?)?(?:原|旧|老)?版本"
)


def _editions(flat: str) -> list[str]:
    """「2001年那一版条例」."""
    return [a or b for a, b in _EDITION.findall(flat)]


NEAREST = 2


def _of_other_editions(evidence: Evidence, year: str) -> bool:
    """Every document near the question tells when its text was issued or last changed, and none in that year."""
    told = [_text_of(document) for document in evidence.documents[:NEAREST]]
    return all(told) and year not in told


def _text_of(document: Document) -> str:
    """The year in which the text was last changed, or issued; "" unknown."""
    known = document.metadata
    return (known.revised or known.issued or known.effective or "")[:4]


_ISSUED_IN = re.compile(r"(20\d\d)年(?:新近?|又|刚)(?:出台?|发布|印发|推出)了?的?")
_FIRST_OF_A_YEAR = re.compile(r"(20\d\d)年?的?(?:中央)?(?:一|1)号文")


def _issued_in_others(evidence: Evidence, year: str) -> bool:
    """「2024年新出的措施」, where every document tells when it was issued, and none in that year."""
    dates = [d.metadata.issued or d.metadata.effective or "" for d in evidence.searched]
    titles = "".join(title for d in evidence.searched for title in d.titles())
    return all(dates) and year not in titles and not any(date.startswith(year) for date in dates)


def _in_force(document: Document) -> set[int]:
    """The years in which a document holds that says when it ends."""
    last = document.metadata.expires
    if last is None:
        return set()
    first = document.metadata.effective or document.metadata.issued or min(_written(document), default=last)
    return set(range(int(first[:4]), int(last[:4]) + 1))


@kept
def _written(document: Document) -> list[str]:
    """The years that the text names, 「二〇三〇年」 as 2030."""
    flat = flatten(document.text)
    return [*_YEAR.findall(flat), *_in_words(flat)]


def _in_words(flat: str) -> list[str]:
    return [said.translate(_DIGITS) for said in _IN_WORDS.findall(flat)]


_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_IN_WORDS = re.compile(r"([一二][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2})年")


def _years(title: str) -> set[int]:
    """Of a title; every one of 「（2024—2027年）」."""
    if match := _SPAN.search(title):
        return set(range(int(match[1]), int(match[2]) + 1))
    return {int(year) for year in _YEAR.findall(title)}


def occurs(evidence: Evidence, term: str) -> bool:
    flat = flatten(term)
    return any(says(d, flat) or term in d.source for d in evidence.searched)


def says(document: Document, flat: str) -> bool:
    """The text holds it, white space aside. Looked for in the folded text first, which is kept."""
    return folded(flat) in folded_text(document) and flat in flatten(document.text)
