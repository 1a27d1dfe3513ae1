"""What a question asks for, read from its words alone: flags, the detail wanted, quoted phrases, numbers.

Nothing here knows a document; which clause is meant is found later (``assistant.evidence``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.question import details, head_words, occurrence_words, vocabulary, words
from assistant.question.acts import act_asked
from assistant.question.claims import claimed
from assistant.question.kinds import kind_of
from assistant.question.limits import LIMIT_WORDS
from assistant.question.numbers import numbers_named, years_named
from assistant.question.priced import priced_in
from assistant.question.roles import role_asked
from assistant.question.said import Asked, says
from assistant.question.told import without_some
from assistant.question.typed_details import TYPED, grant_typed, typed_detail
from index.clauses.numerals import half_width_digits
from index.search.regions import regions_in


@dataclass(frozen=True)
class Term:
    """A piece of the question's content. One with ``alternatives`` is covered by a text that holds one of them;
    one without is covered character by character, as far as its pairs of characters occur."""

    text: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """``text`` as asked; ``flat`` without white space, half-width digits; ``about`` without the names of the documents that it
    is put to."""

    text: str
    about: str = ""
    quoted: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    role: str | None = None
    detail: str | None = None
    head_fields: tuple[str, ...] = ()
    how_many: bool = False
    which: bool = False
    definition: bool = False
    yes_no: bool = False
    benefit: bool = False
    occurs: str | None = None
    stands: str | None = None
    belongs: tuple[str, str] | None = None
    numbers: tuple[tuple[float, float, str], ...] = ()
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    names_document: bool = False

    @cached_property
    def flat(self) -> str:
        return flatten(self.text)

    @cached_property
    def content(self) -> str:
        """The question without the words of asking; runs apart by spaces."""
        return content_of(_LIST_TYPED.sub("", self.about))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return terms_of(self.content)

    @cached_property
    def core_terms(self) -> tuple[Term, ...]:
        """The content without the words that ask for a detail: a limit is said in many ways. Where nothing is left, the names of
        the documents count as well, unless a date is asked for: that is the document's own."""
        asked = details.ASKED_BY.get(self.detail or "")
        about, text = (LIMIT_WORDS.sub("", t) if asked else t for t in (self.about, self.text))
        found = terms_of(content_of(about, asked))
        return found or (terms_of(content_of(text, asked)) if self.detail != "deadline" else ())

    @cached_property
    def act(self) -> re.Pattern[str] | None:
        """How a text says the act whose time or place is asked for first."""
        return act_asked(self.flat)

    @cached_property
    def priced(self) -> tuple[str, ...]:
        """What the amount is asked of, as two pieces of two characters: 「物业费多少钱」 → 业费, 物业. Empty where nothing
        stands in front of the words of asking."""
        return priced_in(flatten(self.about))

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """The words of a search box, which stand apart; empty where there is none but a sentence."""
        return tuple(self.about.split()) if len(self.text.split()) >= TYPED else ()

    @cached_property
    def perhaps(self) -> bool:
        """The detail need not be what is asked for: a grant is only named."""
        return (
            bool(self.typed)
            and grant_typed(self.text)
            and self.detail == "amount"
            and details.detail_of(self.flat) is None
        )

    @cached_property
    def counts(self) -> str:
        """The counter of 「几套」, 「多少家」; "" where none is said."""
        found = details.COUNTED.search(self.flat)
        return found.group(1) if found else ""

    @cached_property
    def around(self) -> str:
        """The characters next to the words of asking, which say what the detail is of: 「最长能贷多少年」 → 贷."""
        found = details.ASKED_BY[self.detail].search(self.flat) if self.detail else None
        if found is None:
            return ""
        before = _BREAK.split(self.flat[: found.start()])[-1]
        after = _BREAK.split(self.flat[found.end() :])[0]
        return _bare(before)[-AROUND:] + _bare(after)[:AROUND]

    def said_by(self, detail: str) -> re.Pattern[str]:
        """What a sentence holds that says this kind of detail as it is asked for: a share is no sum of money."""
        return kind_of(detail, self.flat)[0]

    def says(self, detail: str, text: str) -> bool:
        """The text says such a detail as it is asked for; see ``said``."""
        asked = Asked(self.flat, detail, self.yes_no, self.act is not None)
        return says(asked, flatten(text), self.said_by(detail))

    @property
    def missing(self) -> str:
        """What a document lacks that does not say the detail asked for."""
        return kind_of(self.detail, self.flat)[1] if self.detail else ""


_LIST_TYPED = re.compile(r"(?<=\S )(?:名单|清单|名录|一览)$")
"""Behind what is typed into a search box: that several are asked for."""
AROUND = 3
"""Characters on either side of the words of asking."""
_SAYS_NOTHING = re.compile(rf"{words.DOCUMENT_WORDS.pattern}|为止|截[止至]|最[高多长大低少短迟晚早]")
_BREAK = re.compile(r"[，,。；;？?！]")


def _bare(text: str) -> str:
    """Without the words of asking and the characters that say nothing."""
    return "".join(
        c
        for c in _SAYS_NOTHING.sub("", content_of(text))
        if c.isalnum() and c not in vocabulary.STOP_CHARACTERS
    )


def flatten(text: str) -> str:
    """Without white space, digits of half width, commas and semicolons between words of full width."""
    return _flattened(text) if len(text) <= SENTENCE else _flattened.__wrapped__(text)


SENTENCE = 1000
"""Characters up to which a text is likely asked for again, and worth keeping."""


@lru_cache(maxsize=8192)
def _flattened(text: str) -> str:
    return _HALF.sub(lambda m: _FULL[m.group()], re.sub(r"\s+", "", half_width_digits(text)))


_HALF = re.compile(r"(?<!\d)[,;]|[,;](?!\d)")
_FULL = {",": "，", ";": "；"}


_SPOKEN_FIGURE = re.compile(
    r"(?<![第〇零一二两三四五六七八九十百千])[一二两三四五六七八九十百千]{2,}[多来余]?(?:[万亿]?(?:元|块钱?)|[万亿]|(?=亩|吨|公斤|平|米|公里|户|家|人|名|岁|年|月|天|头|台|辆|套))"
)
"""「两百五十亩」: like a figure in digits, no subject."""


_NO_SUBJECT = re.compile(
    r"<[^<>]{1,200}>|[到至]?(?:19|20)\d\d(?:年(?:底|末|前|度)?|(?=[到至—~\-](?:19|20)\d\d))"
)
"""Markup and years."""


def content_of(text: str, also: re.Pattern[str] | None = None) -> str:
    bare = _NO_SUBJECT.sub(" ", half_width_digits(text))
    rest = vocabulary.FUNCTION_WORDS.sub(" ", _SPOKEN_FIGURE.sub(" ", bare))
    for pattern in (vocabulary.ROLE_WORDS, also):
        if pattern:
            rest = pattern.sub(" ", rest)
    rest = re.sub(r"[^\w（）()%％/.·\-]+", " ", rest)
    return re.sub(r"\s+", " ", rest).strip()


_APART = re.compile(r"[\s（）()]+|(?<=[a-z]{2})(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[a-z]{2})")
"""Words, and 「做vr眼镜」 where Latin letters begin and end."""


@lru_cache(256)
def terms_of(content: str) -> tuple[Term, ...]:
    """Synonyms first, then the runs that are left, in the question's order."""
    rest = content.lower()
    found = []
    for word, alternatives in sorted(vocabulary.SYNONYMS.items(), key=lambda item: -len(item[0])):
        if word in rest:
            found.append(Term(word, alternatives))
            rest = rest.replace(word, " ")
    runs = [run for run in _APART.split(rest) if run]
    return tuple(found + [Term(run, ()) for run in dict.fromkeys(runs)])


def understand(text: str, about: str | None = None) -> Question:
    """Every flag on its own; which of them leads the answer is the composer's choice."""
    flat = flatten(text)
    bare = re.sub(r"[“「『\"][^”」』\"]{2,}[”」』\"]|《[^》]*》", "", flat)
    bare = without_some(bare)
    belongs = _belonging(bare, flat)
    return Question(
        text=text,
        about=text if about is None else about,
        quoted=tuple(re.findall(r"[“「『\"]([^”」』\"]{2,})[”」』\"]", text)),
        titles=tuple(re.findall(r"《([^》]+)》", text)),
        role=role_asked(bare),
        detail=_detail(bare, text),
        head_fields=tuple(name for name, pattern in head_words.HEAD_FIELDS if pattern.search(bare)),
        how_many=bool(words.HOW_MANY.search(bare)),
        which=bool(words.WHICH_LIST.search(bare)),
        definition=bool(words.DEFINITION.search(bare)),
        yes_no=any(words.YES_NO.search(said) for said in (bare, re.split("[？?]", bare)[0])),
        benefit=bool(words.BENEFIT.search(bare)),
        occurs=_occurs(text),
        stands=next(
            (m["term"] for pattern in occurrence_words.OCCURS_WHERE if (m := pattern.search(flat))), None
        ),
        belongs=(belongs.group("what"), belongs.group("where")) if belongs else None,
        numbers=tuple(numbers_named(bare)),
        regions=tuple(regions_in(flat)),
        years=years_named(flat),
        names_document=bool(words.DOCUMENT_WORDS.search(flat)),
    )


def _detail(bare: str, text: str) -> str | None:
    if _FORMULA.search(bare) or _SET_BY.search(bare):
        return None
    named = details.asked_for(bare) or claimed(bare) or details.detail_of(bare) or typed_detail(text)
    return named or details.figure_asked(bare)


_SET_BY = re.compile(
    r"(?:标准|价格|费用?|比例|额度|限额|计划|方案|指标|多少钱(?:一[平套张个])?)[^，。？]{0,4}(?:由"
    r"|是)?(?:谁|哪[个级些]?(?:部门|政府|单位|机关)?)来?(?:制定|公布|确定|核定|定|批准|规定)|(?:经费"
    r"|资金|基金|奖金)[^，。？]{0,4}(?:是|由)?哪一?级(?:财政|政府|单位)"
)
"""「补贴标准是谁制定的」 asks for no sum."""
_FORMULA = re.compile(r"公式(?:是|怎|如何|有|为|$|[，,？?])")
"""「原文公式是什么」 asks for the sentence that has it, whatever it reckons."""
_WHETHER_SO = re.compile(r"了?[，,](?:是不是|对不对|对吧|对吗|是吧|是吗|没错吧)$")
_ONE_OF = re.compile(r"之一|属于|归[在入为]|算(?:是|作)")


def _belonging(bare: str, flat: str) -> re.Match[str] | None:
    """「A属于B吗」; else of the pieces between commas the first that says so, 「听说A是那三个“B”之一，没错吧」."""
    if found := occurrence_words.BELONGS.search(_WHETHER_SO.sub("吗", re.split("[？?]", bare)[0])):
        return found
    plain = re.sub(r"[“”「」『』\"]", "", flat)
    pieces = [piece for piece in re.split("[？?，,]", plain) if _ONE_OF.search(piece)]
    return next((found for piece in pieces if (found := occurrence_words.BELONGS.search(piece))), None)


_FIVE_YEARS = re.compile(r"十[一二三四五六七]五")


def _occurs(text: str) -> str | None:
    flat = without_some(flatten(text))
    if not words.YES_NO.search(flat) or occurrence_words.MAY_HOLD.search(flat):
        return None
    match = occurrence_words.OCCURS.search(flat)
    quoted = re.findall(r"[“「『\"]([^”」』\"]{2,20})[”」』\"]", flat)
    quoted = [word for word in quoted if not _FIVE_YEARS.fullmatch(word)]
    if quoted and re.search(r"(?:提到|提及|出现|写|涉及|说到|讲到|包含)(?!的)|有没有[“「『\"]", flat):
        return str(quoted[0])
    if match is None or len(match["term"]) < 2:  # 「被提到过吗」
        match = occurrence_words.OCCURS_PASSIVE.search(flat)
    if not match:
        return None
    term = match.group("term").strip('“”「」"的').removesuffix("了")
    asks_more = words.WHICH_LIST.search(term) or occurrence_words.ONLY_A_VERB.fullmatch(term)
    return term if 1 < len(term) <= 20 and not asks_more and not _ANY_HELP.fullmatch(term) else None


_ANY_HELP = re.compile(
    r".*(?:我们|咱们|我这|这种|这类|这样).*|(?:保障|支持|帮助|规定|要求|政策|措施|奖励|补贴|内容|安排|这个|此事|这一点)的?"
)
"""「对我们这种人有没有提到保障」 asks for the matter, not for the word."""
