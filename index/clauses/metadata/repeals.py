"""Documents that this one puts out of force: 「《…》（渝府发〔2015〕3号）同时废止」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.clauses.document import Mention, Span
from index.clauses.metadata.flat import Line
from index.clauses.metadata.number import LETTER, ORDER

_HINT = re.compile(r"废止|停止执行|停止施行|失效")
_TITLE = re.compile(rf"《(?!{LETTER}》)((?:[^《》]|《[^《》]*》)+)》")
_NUMBER = re.compile(rf"[（《](?:以下简称[^（）]*|[^（）《]*?)?({LETTER}|{ORDER})[^（）《]*[）》]")
_BRACKET = rf"(?:（(?:[^（）]|（[^（）]*）)*）|《{LETTER}》)?"
_OUT_OF_FORCE = re.compile(
    rf"^{_BRACKET}等?(?:[一二三四五六七八九十\d]+[件部份个项])?(?:及[^《》，。；]{{0,16}}|[\u4e00-\u9fff]{{0,6}}文件)?，?"
    r"(?:从即日起|自.{0,14}起)?，?(?:同时|都|即行|相应|随之|自行|一并|予以|亦|也|均|即|全部|自动|同步|不再执行，|现予)*"
    r"(?:废止|失效|停止执行|停止施行)(?!前|后|的|之前|之后)"
)
_BY_WHOM = r"(?:原|[^《》。；]{0,110}?(?:公布|发布|印发|通过|批准|修订|修正|颁布|制定|下发|转发)的)?"
_LINK = re.compile(
    rf"^{_BRACKET}(?!第.{{1,3}}次|修订|修正|修改|的|中)(?:、|，|；|和|及|以及|与|或|或者|并)*{_BY_WHOM}$"
)
_AHEAD = re.compile(r"(?:决定|现予以?|现将)?(?:废止|宣布失效)(?:以下|下列|[^《》。]{0,20}：)?(?=《)")
_LIST_HEAD = re.compile(
    r"(?:废止|失效|停止执行)[^。]{0,30}：$|^(?:决定|现)?[^。]{0,60}(?:废止|失效)的[^。]{0,20}(?:目录|文件|法规|规章)[^。]{0,10}$"
)


def read_repeals(lines: Sequence[Line], title: str) -> tuple[Mention, ...]:
    """In the order of the text; a document that is named twice counts once."""
    out: dict[tuple[str | None, str | None], Mention] = {}
    listing = False
    for line in lines:
        if listing and _starts_with_title(line):
            found = list(_mentions(line.text, 0))[:1]
        else:
            listing = bool("废止" in title and _LIST_HEAD.search(line.text))
            found = list(_in_sentences(line.text)) if _HINT.search(line.raw) else []
        for name, number, (a, b) in found:
            out.setdefault((name, number), Mention(name, number, *line.span(a, b)))
    return tuple(out.values())


def _starts_with_title(line: Line) -> bool:
    return bool(re.match(r"^.{0,8}《", line.text))


_Named = tuple[str, str | None, Span]


def _in_sentences(text: str) -> Iterator[_Named]:
    for sentence in re.finditer(r"[^。]+", text):
        words, at = sentence.group(), sentence.start()
        if not _HINT.search(words):
            continue
        if match := _AHEAD.search(words):
            yield from _chain_ahead(words, match.end(), at)
        else:
            yield from _chain_before(words, at)


def _chain_before(words: str, at: int) -> list[_Named]:
    """The titles in one run before the verb."""
    titles = list(_TITLE.finditer(words))
    out: list[_Named] = []
    reached = -1
    for i in range(len(titles) - 1, -1, -1):
        rest = words[titles[i].end() :]
        following = titles[i + 1].start() if i + 1 < len(titles) else len(words)
        if _OUT_OF_FORCE.match(rest):
            reached = i
        elif reached != i + 1 or not _LINK.match(words[titles[i].end() : following]):
            continue
        reached = i
        out.insert(0, _named(words, titles, i, at))
    return out


def _chain_ahead(words: str, start: int, at: int) -> Iterator[_Named]:
    """「废止《…》《…》」."""
    titles = [t for t in _TITLE.finditer(words) if t.start() >= start]
    for i, title in enumerate(titles):
        if i and not _LINK.match(words[titles[i - 1].end() : title.start()]):
            return
        if re.match(r"第[一二三四五六七八九十百\d]+条|中", words[title.end() :]):
            return
        yield _named(words, titles, i, at)


def _mentions(text: str, at: int) -> Iterator[_Named]:
    titles = list(_TITLE.finditer(text))
    for i in range(len(titles)):
        yield _named(text, titles, i, at)


def _named(words: str, titles: list[re.Match[str]], i: int, at: int) -> _Named:
    title = titles[i]
    end = title.end()
    number = None
    if match := _NUMBER.match(words, end):
        number, end = match.group(1).removeprefix("原"), match.end()
    else:
        first = i
        while first and re.fullmatch(
            "和|及|以及|与|、", words[titles[first - 1].end() : titles[first].start()]
        ):
            first -= 1
        if match := re.search(rf"({ORDER})(?:公布|发布|颁布)的原?$", words[: titles[first].start()]):
            number = re.sub(r"^(?:第[^第条]{1,6}条)?[日月年]?原?", "", match.group(1))
    return title.group(1), number, (at + title.start(), at + end)
