"""Is an amount that a sentence says one of the thing asked about?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.compose.money import of_the_kind
from assistant.answer.compose.place import Place, titles_of
from assistant.answer.sentences import before_on_its_line, under_headings
from assistant.evidence import Evidence
from assistant.question import vocabulary
from assistant.question.alike import spelled_out
from assistant.question.paying import FEES
from assistant.question.things import abridged, grants_named, grants_said, short_for
from assistant.question.understand import flatten
from index.clauses import Document
from index.clauses.folding import folded, folded_text

LEFT_OUT = re.compile(
    r"(?:不含|不包[括含]|不计)[^，。；,;）)]{1,20}(?:[）)]|外)?|(?<![免解扣清排])除[^，。；,;）)]{1,30}外"
)


def of_what_is_asked(
    evidence: Evidence, document: Document, start: int, end: int, meant: bool = False, first: bool = False
) -> bool:
    """An amount is of the thing asked for where its sentence, or a heading that it stands under, says the thing, of the ``first``
    clause also a title; where it is ``meant`` in other words, a payment must still be said by its name."""
    if evidence.question.detail != "amount":
        return True
    of_it = of_the_kind(evidence, document.quote(start, end)) and _says_the_thing(
        evidence, document, start, end, meant, first
    )
    return of_it and not _of_no_grant_here(evidence, document)  # which reads all of the document


def of_another_sum(evidence: Evidence, document: Document, start: int, end: int) -> bool:
    """A figure that, whatever words are shared, is none of what is asked: of another year, for each of other things, or one that
    only takes the thing as its base."""
    said = _said(document, start, end)
    return (
        _is_of_another_year(evidence, said)
        or _is_only_a_base(evidence, said)
        or _is_per_another(evidence, said)
        or _is_only_within(evidence, said)
        or _is_of_another_payer(evidence, said)
    )


def _said(document: Document, start: int, end: int) -> str:
    """With its headings, without what it leaves out; 千瓦时 as 度电."""
    said = LEFT_OUT.sub("", flatten(under_headings(document, start, end, leads=True)).lower())
    return spelled_out(said).replace("千瓦时", "度电")


def _before(document: Document, start: int) -> str:
    return flatten(before_on_its_line(document, start)).lower()


_BOUNDS = "限额|起付线|起付标准|封顶线"
_BOUND = re.compile(rf"({_BOUNDS})[^，。？]{{0,6}}(?:是|为)?多少")
_BOUND_SAID = re.compile(
    rf"(?:{_BOUNDS})(?:[^。；;\d]{{0,40}}[：:]"  # 「起付标准，按照以下标准确定：」
    r"|[^，。；;]{0,14}?(?:为|是|：|:|不?超过|[|｜\t])?[^，。；;\d]{0,6}\d)"
)


def _is_only_within(evidence: Evidence, said: str) -> bool:
    """「在病种限额内按75%支付」 does not say how much the limit is."""
    if not _BOUND.search(evidence.question.flat):
        return False
    inside = re.sub(
        rf"[^，。；;]{{0,20}}(?:在|超过)[^，。；;]{{0,24}}(?:{_BOUNDS})[^，。；;]{{0,8}}", "", said
    )
    return not _BOUND_SAID.search(inside)


_PAYER = re.compile(
    r"(个人|职工|员工|单位|企业|(?:中央|国家|省|市|区|县)?财政)(?:要|得|各|再|该|应)?(?:承担|负担|分担|[出交缴掏])(?:百分之)?(?:多少|几)"
    r"|(村集体|工会|村委会|居委会)[^，。？]{0,12}给?[^，。？]{0,12}补[贴助]"
)


def _is_of_another_payer(evidence: Evidence, said: str) -> bool:
    """「市财政负担50%，区财政负担50%」 does not say how much 省财政 bears."""
    payers = {m[1] or m[2] for m in _PAYER.finditer(evidence.question.flat)}
    return bool(payers) and not any(payer in said for payer in payers)


_PAY = ("工资", "收入", "报酬")
_EACH = re.compile(
    r"(?:每(?=[餐床亩吨台辆头度场班株平])|(?=亩均))([餐床亩吨台辆头度场班株平])"
    r"|一(公斤|斤|度|平|吨|亩|瓦|床)(?:电|米)?(?:[^，。？\d]{0,4}(?:多少|几)|[^，。？\d]{0,3}钱)"
)


_FROM_YEAR = re.compile(
    r"^(?:[\d一二三四五六七八九十]+[.、．]|（[^（）]{1,3}）)?到?(20\d\d)年(?!\d|[底末至到—\-]|[^，。；]{0,8}[后前起])"
)


_SINCE_YEAR = re.compile(r"(?:从|自)?(20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?起")


def _is_of_another_year(evidence: Evidence, said: str) -> bool:
    """「2025年提高至730元」 where the standard of 2027 is asked for."""
    begins = _FROM_YEAR.match(said)
    years = evidence.question.years
    asks = any(
        re.search(rf"{year}年?度?的?(?![^，。？]*[买购评毕入办])", evidence.question.flat) for year in years
    )
    if asks and (since := _SINCE_YEAR.match(said)) and all(year < int(since[1]) for year in years):
        return True
    named = any(str(year) in said for year in years)  # 「2021年预收2022年度的个人缴费」
    return begins is not None and asks and not named and int(begins[1]) not in years


def _is_per_another(evidence: Evidence, said: str) -> bool:
    """「每餐补贴」 is not said of what is granted for each 平方米."""
    units = re.sub("㎡|m[2²]|平方米", "平", said)
    return any((m[1] or m[2]) not in units for m in _EACH.finditer(evidence.question.flat))


def _is_only_a_base(evidence: Evidence, said: str) -> bool:
    """「失业保险金按照最低工资标准的85%确定」 does not say how much the 最低工资 is."""
    pieces = evidence.question.priced
    if len(pieces) < 2 or re.search(r"比例|百分|几成|几折", evidence.question.flat):
        return False
    name = pieces[0] if pieces[0] in _PAY else pieces[1][0] + pieces[0]
    base = re.search(
        rf"([^，。；]{{2,}})(?:按照?|[为以]|不[低高]于|不超过|参照)[^，。；]*?{name}(?:标准|基数)?的\d[\d.]*[%％倍]",
        said,
    )
    return base is not None and pieces[0] not in base[1]


def _says_the_thing(
    evidence: Evidence, document: Document, start: int, end: int, meant: bool, first: bool
) -> bool:
    pieces = evidence.question.priced
    if not _says_what_stands_behind(evidence, document, start, end):
        return False
    said = _said(document, start, end)
    if of_another_sum(evidence, document, start, end) or of_another_grant(evidence, document, start, end):
        return False
    if of_another_than_known(evidence, document, start, end):
        return False
    if not pieces or (meant and _only_done(evidence.question.flat)):
        return True
    if not _of_the_grant(evidence, document, said):
        return False
    if first:
        said += titles_of(document)
    if pieces[0].endswith("率"):  # a chapter on rates says other shares too
        said = flatten(document.quote(start, end)).lower()
    if any(_names(word, document) and word.lower() in said for word in evidence.question.typed):
        return True
    if abridged(pieces[-1][0] + pieces[0], said):  # 「质保金」
        return True
    return _called_so(pieces, said)


def _called_so(pieces: Sequence[str], said: str) -> bool:
    """A payment by its whole name: 「失业金」 is no 「失业青年」 补贴, nor 「护理费」 the 零用钱 of somebody in 护理."""
    last = pieces[0][-1]
    if last in "金费" and len(pieces) > 1:
        whole = re.search(f"{pieces[-1]}[^，。；]{{0,4}}{last}", said)
        other = last == "费" and short_for(pieces[0], said)
        return bool(whole or other) or any(piece in said for piece in (pieces[0], *_meant(pieces)))
    return any(piece in said for piece in (*pieces, *_meant(pieces))) or short_for(pieces[0], said)


_BEHIND = re.compile(
    r"(?:给|补|奖|出|报|退|返)[贴助励]?多少([\u4e00-\u9fff]{2,3}?)(?:的?钱|费用?|款|补[贴助]|奖)[？?]?$"
)
"""「给补多少装修钱」 names what is paid for behind."""


def _says_what_stands_behind(evidence: Evidence, document: Document, start: int, end: int) -> bool:
    behind = _BEHIND.search(evidence.question.flat)
    if behind is None:
        return True
    said = flatten(under_headings(document, start, end)) + titles_of(document)
    alike = [a for word, others in vocabulary.SYNONYMS.items() if behind[1] in word for a in others]
    return any(word in said for word in (behind[1], *alike))


def _of_the_grant(evidence: Evidence, document: Document, said: str) -> bool:
    """「建设补贴」 is no 运营补贴: where the document knows the grant by the question's name, or the sentence names another, the
    sentence, a heading or the title says what it is called after."""
    whole = said + titles_of(document)
    others = grants_said(said)
    text = folded_text(document)
    for of, grant in grants_named(evidence.question):
        by_name = folded(of + grant) in text
        if (others or by_name) and not any(word in whole for word in vocabulary.words_for(of)):
            return False
        if others and by_name and of + grant not in whole:
            return False  # 「就餐人次…运营补贴」 for 就餐补贴
    return True


def of_another_than_known(evidence: Evidence, document: Document, start: int, end: int) -> bool:
    """The document knows the grant by the question's name, and neither the sentence, its line before it, a heading nor the
    title says what it is called after: 「交通费补贴」, where others get 100元 a day."""
    whole = _said(document, start, end) + _before(document, start) + titles_of(document)
    text = folded_text(document)
    return any(
        folded(of + grant) in text and not any(word in whole for word in vocabulary.words_for(of))
        for of, grant in grants_named(evidence.question)
    )


def of_another_grant(evidence: Evidence, document: Document, start: int, end: int) -> bool:
    """「岗位津贴」 for 高龄津贴, which the document does not know; 「购房补贴」 for 人才购房补贴, which it knows in full."""
    said = _said(document, start, end)
    text = folded_text(document)
    whole = folded(said + titles_of(document) + _before(document, start))
    others = grants_said(said)
    for of, grant in grants_named(evidence.question):
        alike = [other for other, called in others if called == grant]
        if alike and not any(word in whole for word in vocabulary.words_for(of)):
            return True
    names = _known_in_full(evidence, text)
    return not all(name in whole or (name[:2] in whole and name[2:] in whole) for name in names)


_GRANT = re.compile(r"补贴|补助|津贴|奖励|资助|消费券")
_GIVEN = re.compile(r"^(?:发放|领取?|申请|申报|给予|享受|获得|拿到?|办理?|给|的|一次性)+")
LONG_NAME = 6
"""Characters of the name of a grant that a document knows in full."""


def _known_in_full(evidence: Evidence, text: str) -> list[str]:
    """「人才购房补贴」 where the document has just that: no 购房补贴 of others is meant."""
    pieces = evidence.question.typed or (evidence.question.about,)
    names = []
    for flat in (run for piece in pieces for run in re.findall(r"[\u4e00-\u9fff]+", folded(piece))):
        for found in _GRANT.finditer(flat):
            starts = range(found.start() - 1, -1, -1)
            longest = max((s for s in starts if flat[s : found.end()] not in text), default=-1) + 1
            names.append(_GIVEN.sub("", flat[longest : found.end()]))
    return [name for name in names if len(name) >= LONG_NAME]


def _of_no_grant_here(evidence: Evidence, document: Document) -> bool:
    """A grant is asked about of whose purpose the document says nothing."""
    text = folded_text(document)
    for of, _ in grants_named(evidence.question):
        if not any(word in text or short_for(word[:2], text) for word in vocabulary.words_for(of)):
            return True
    return False


def of_this_place(evidence: Evidence, place: Place) -> bool:
    """The clause speaks of the tax, fee or fund that an amount is asked of: else it leaves nothing open of it."""
    pieces = evidence.question.priced
    if evidence.question.detail != "amount":
        return True
    if not _says_what_stands_behind(evidence, place.document, place.start, place.end):
        return False
    if not pieces:
        return True
    if not (pieces[0][-1] in FEES or re.search(f"{pieces[0]}[{FEES}]", evidence.question.flat)):
        return True
    said = _said(place.document, place.start, place.end)
    said += titles_of(place.document)
    return any(piece in said for piece in (*pieces, *_meant(pieces))) or abridged(
        pieces[-1][0] + pieces[0], said
    )


NAME, SELDOM = 4, 3
"""Characters of a word typed into a search box that names a thing; how often a shorter one stands in the document that does."""


def _names(word: str, document: Document) -> bool:
    return len(word) >= NAME or (
        len(word) == NAME - 1 and folded_text(document).count(folded(word)) <= SELDOM
    )


_PAYMENT = re.compile(r"资本|产值|营收|增加值|利润|[费税价租薪资罚险]|[老抚业]金|利率|标准|额度|金额")


def _only_done(flat: str) -> bool:
    """「买房给多少」 is asked of what is done, and so is what is granted for it; of a rent nothing else is an answer."""
    return bool(_GRANTED.search(flat)) or not _PAYMENT.search(flat)


_GRANTED = re.compile(
    r"(?:给?补|奖)(?:多少|几)|给不给补|(?<![金费税价率])给多少|补[贴助]?[^，。]{0,2}[，,]?按?(?:多少|几)"
)


def _meant(pieces: Sequence[str]) -> list[str]:
    """What documents call the thing that ends so."""
    return [a for word, others in vocabulary.SYNONYMS.items() if word[-2:] in pieces for a in others]
