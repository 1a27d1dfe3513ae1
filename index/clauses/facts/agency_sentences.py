"""Agencies that a sentence charges with something: 「由市科技局会同市财政局负责解释」, 「市人社局负责…」,
「县级以上人民政府科技主管部门主管…」.

Only where whole names stand right before the verb; who merely 应当 do something is under an obligation, not in charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.clauses.document import Span
from index.clauses.facts.agency_lists import Named
from index.clauses.facts.names import CLOSE, OPEN, is_agency, is_open, shared_end, split_names
from index.wording import either

_VERBS = either(
    r"(?P<lead>牵头(?!单位|部门|人|机构|处室|领导))",
    (
        r"(?P<responsible>(?:具体|统一|共同|分别|主要|统筹|全面|直接)?(?:负责(?!人|任|的态度|同志)"
        r"|主管(?!单位|部门|机关|人员|机构|领导|副|的(?:部门|副))))"
    ),
    r"(?P<division>按照?(?:各自)?(?:的)?职责(?:分工|范围|权限)?)",
    r"(?P<joint>会同)",
    r"(?P<support>(?:积极|密切)?(?:配合|协助)(?!费))",
)
_VERB = re.compile(_VERBS)
_ANY = re.compile(r"(?:各|有关|相关|其他)[\u4e00-\u9fff]{0,8}(?:部门|单位|方面|机构)")
"""Whoever it is shall 配合: that is said of everybody and of nobody."""
_MODAL = re.compile(
    r"(?:应当|应|要|须|依法|具体|统一|主要|共同|分别|可以?|均|也|则|在各自(?:的)?职责范围内|，|,|\s)*$"
)
_IS = re.compile(
    r"(?P<names>[^，,。；：\n]{2,40}?)(?:是|为|作为)(?:本[市省区县条例办法法规定]*|全[市省区县]"
    r"|我[市省区县]|[^，。；]{0,30}?的)?[^，,。；的]{0,20}?(?P<kind>主管|行政主管|牵头|责任|实施|监管"
    r"|管理)(?P<end>部门|单位|机关|机构)(?=[，,。；])"
)
_IS_END = re.compile(r"(?:主管|牵头|责任|实施|监管|管理)(?:部门|单位|机关|机构)[，,。；]")
_LEADS = re.compile(
    r"^[\s\u3000]*(?:第[一二三四五六七八九十百零\d]+条(?:之[一二三四五六七八九十])?[\s\u3000]*"
    r"|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[.．、]\s*)?(?:其中|原则上"
    r"|具体工作|具体|本[\u4e00-\u9fff]{2,6}|以上政策|上述政策|各项工作)?(?:.{0,24}(?=由))?(?:由|请)?"
)


def charged(text: str) -> Iterator[Named]:
    """In the order of the text; the span of what each is charged with runs to the end of its sentence part."""
    for start, end in _sentences(text):
        taken = start
        for verb in _VERB.finditer(text, start, end):
            subject = _subject(text, max(start, taken), verb.start())
            if subject is None:
                continue
            front = _in_front(text, start, subject[0]) if _ends(text, verb.end(), end) else None
            found = list(_read(text, subject, verb, end, front))
            yield from (n for n in found if n.role != "support" or not _ANY.match(text, n.start))
            taken = max([verb.end(), *(n.list[1] for n in found)])
        for match in _IS.finditer(text, start, end) if _IS_END.search(text, start, end) else ():
            begin = _opening(text, *match.span("names"))
            if role := {"牵头": "lead"}.get(match.group("kind"), "responsible"):
                yield from _each(text, (begin, match.end("names")), role, (match.end("names"), match.end()))


def _sentences(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^。；;！？\n]+", text):
        yield match.span()


def _opening(text: str, start: int, end: int) -> int:
    found = _LEADS.match(text[start:end])
    return start + (found.end() if found else 0)


def _subject(text: str, start: int, end: int) -> Span | None:
    """The names right before the verb: from the last comma, or the last 由, on; None where they are no names. Of a line
    「教育部门：负责…」 what stands before the colon."""
    stop = start + len(_MODAL.sub("", text[start:end]))
    if text[stop - 1 : stop] in (":", "：") and not re.search("[，,：:]", text[start : stop - 1]):
        stop -= 1
    begin = _part(text, start, stop)
    by = text.rfind("由", begin, stop)
    if by >= 0 and not text.startswith("由贸", by):
        begin = by + 1
    begin = _opening(text, begin, stop)
    return (begin, stop) if begin < stop and _names(text, begin, stop) else None


def _part(text: str, start: int, stop: int) -> int:
    """Where the part of the sentence that ends at ``stop`` begins: behind a comma, or inside an open bracket."""
    depth = 0
    for i in range(stop - 1, start - 1, -1):
        char = text[i]
        if char in CLOSE:
            depth += 1
        elif char in OPEN:
            if not depth:
                return i + 1
            depth -= 1
        elif not depth and char in "，,：:":
            return i + 1
    return start


def _names(text: str, start: int, end: int) -> list[Span]:
    """The names of a list all of whose items are agencies without doubt, else none."""
    items = [(start + a, start + b) for a, b in split_names(text[start:end])]
    vague = re.compile(r"(?:其他)?(?:有关|相关)(?:部门|单位|方面|部门和单位)")
    items = [item for item in items if not vague.fullmatch(text[slice(*item)])]
    whole = items and all(is_agency(text[slice(*item)]) for item in items)
    return items if whole or shared_end(text[start:end]) else []


def _ends(text: str, start: int, end: int) -> bool:
    """Nothing is said behind the verb in its part of the sentence."""
    return not text[start:end].strip() or text[start] in "，,"


def _in_front(text: str, start: int, subject: int) -> Span | None:
    """「学历证书的核查由教育部门负责」: what stands before 由; None where that is only 具体工作, or nothing."""
    if text[subject - 1 : subject] != "由":
        return None
    begin = _opening(text, _part(text, start, subject - 1), subject - 1)
    return (begin, subject - 1) if subject - 1 - begin >= LEAST_TASK else None


LEAST_TASK = 4
"""Characters in front of 由 that tell one task from another."""


def _read(text: str, subject: Span, verb: re.Match[str], end: int, front: Span | None) -> Iterator[Named]:
    """``front``: what is charged where it stands before the names."""
    role = verb.lastgroup or "responsible"
    task = front or (verb.end(), end)
    if role == "joint":
        joined = _joined(text, verb.end(), end)
        if joined is None:
            return
        names, task = joined
        yield from _each(text, subject, "responsible", task)
        yield from _each(text, names, "support", task)
        return
    if role == "division" and not re.match(r"[^。；]{0,14}(?:负责|落实|做好|实施)", text[verb.end() : end]):
        return
    if role == "lead" and text.startswith("会同", verb.end()):
        joined = _joined(text, verb.end() + 2, end)
        if joined is not None:
            yield from _each(text, joined[0], "support", joined[1])
            task = joined[1]
    yield from _each(text, subject, role, task)


def _joined(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """Behind 会同: (names, task). The names end where the longest list of whole names ends."""
    tail = re.match(r"[^，,。；]{2,120}", text[start:end])
    if not tail:
        return None
    for stop in range(start + len(tail.group()), start + 2, -1):
        if _names(text, start, stop) or re.fullmatch(
            r"(?:各|其他)?(?:有关|相关)(?:职能)?(?:部门|单位|方面|部门和单位)", text[start:stop]
        ):
            return (start, stop), (stop, end)
    return None


def _each(text: str, names: Span, role: str, task: Span) -> Iterator[Named]:
    etc = is_open(text[names[0] : min(len(text), names[1] + 6)])
    shared = shared_end(text[slice(*names)]) or ""
    for begin, stop in _names(text, *names):
        yield Named(begin, stop, role, names, etc, task=task if task[1] > task[0] else None, shared=shared)
