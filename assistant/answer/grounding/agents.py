"""Agencies that a sentence names: each must occur in the clause, in the same part (leads, is responsible, co-operates), and
do there what the sentence says that it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answer.grounding.mentions import AGENCY_END, Mention, mentions, same, shared, written_out
from assistant.answer.grounding.near import misplaced
from assistant.answer.grounding.source import Source
from assistant.answer.grounding.text import does_so, pairs, sentence_around, span_around
from index.clauses.facts.agency_lists import LABEL_ROLES, listed
from index.clauses.facts.agency_sentences import charged
from index.clauses.facts.names import is_agency, may_be_agency

_NOUN = re.compile(
    r"(?P<role>牵头|责任|配合|主管|落实|承办|协办)(?:责任)?(?:单位|部门)(?!和|之)(?:有[\d两二三四五六七八九]+[家个](?:[：，]|，?分别(?:是|为))|包括|分别[是为]|还?有|[是为]|：)"
)
_IS = re.compile(
    r"(?:^|[，。；、和由])(?P<name>[^，。；、：]{2,24}?)(?:都|均)?[是为](?P<of>[^，。；是为]{0,40}?)(?P<role>牵头|责任|配合|主管|第一责任)(?:单位|部门|人)"
)
_CHARGED_TO_HELP = re.compile(r"负责(?=配合|协助|协同|参与)")
_ISSUES = re.compile(r"印发|发布|制定|出台|公布|下发|联合")
_ROLE = {
    "lead": "lead",
    "responsible": "responsible",
    "division": "responsible",
    "implement": "responsible",
    "support": "support",
    "joint": "support",
}


@dataclass(frozen=True)
class Part:
    """``named``: the role was said by a noun (牵头单位, 责任单位), which is stricter than the verb 负责."""

    name: str
    role: str
    named: bool


@lru_cache(maxsize=2_000)
def parts(text: str) -> tuple[Part, ...]:
    """Who has which part, read as the facts of documents are; 负责协助 is 协助."""
    text = _CHARGED_TO_HELP.sub("", text)
    text = _NOUN.sub(lambda m: f"{m.group('role')}单位：", text)
    found = [
        Part(n_name(text, n), _ROLE.get(n.role, n.role), _by_noun(text, n.list[0])) for n in listed(text)
    ]
    spans = [n.list for n in listed(text)]
    for n in charged(text):
        if not any(a < n.end and n.start < b for a, b in spans):
            found.append(Part(n_name(text, n), _ROLE.get(n.role, n.role), False))
    for match in _IS.finditer(text):
        role = (
            "head"
            if match.group("role") == "主管"
            else "responsible"
            if match.group("role") == "第一责任"
            else _ROLE[LABEL_ROLES[match.group("role")]]
        )
        if may_be_agency(match.group("name")):
            found.append(Part(match.group("name"), role, True))
    return tuple(dict.fromkeys(found))


def n_name(text: str, named: object) -> str:
    return re.sub(r"^(?:由|还有|包括)", "", text[named.start : named.end])  # type: ignore[attr-defined]


def _by_noun(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at] == "："


def agencies(sentence: str, source: Source) -> list[str]:
    """What is wrong, in words."""
    known = mentions(source.text, generic=True)
    with_part = [p.name for p in parts(sentence)]
    faults = []
    for one in mentions(sentence):
        names = {one.name} if _occurs(one.name, source, known) else set(shared(one.name))
        if not all(_occurs(name, source, known) for name in names):
            faults.append(f"没有“{one.name}”")
        elif known and not _ISSUES.search(sentence) and not all(_in_text(n, source, known) for n in names):
            faults.append(f"只有文件名称有“{one.name}”")
        elif not any(same(one.name, name) for name in with_part) and _strays(
            sentence, one, source.text, known
        ):
            faults.append(f"“{one.name}”不在所说之处")
    return faults


def roles(sentence: str, source: Source) -> list[str]:
    said = parts(sentence)
    known = parts(source.text) if said else ()
    faults = [
        f"“{one.name}”不{verb.group('verb')}所说之事"
        for one, verb in _acting(sentence)
        if not _acts(one, verb, source.text)
    ]
    faults += [f"不由“{who}”牵头" for who in _led(sentence, source.whole)]
    for one in said:
        theirs = {(p.role, p.named) for p in known if same(one.name, p.name)}
        if theirs and not any(_fits(one, role, {p.role for p in known}) for role, _ in theirs):
            faults.append(f"“{one.name}”的角色不同")
    return faults


_WHAT_BODY = re.compile(r"(?:行政|主管|管理|监督|监管|执法|经办)*(?:部门|机关|机构)$")
_BESIDE = 6
"""Characters on each side: whoever stands between the same words stands at their place."""
_LEADS = re.compile(r"(?:^|[，；。由])(?P<who>[^，。；：、由]{2,16}?)牵头(?!单位|部门)")
_VERB = re.compile(r"(?P<verb>负责|牵头|会同|主管|承担)(?P<task>[^，。；：]{4,})")


def _acting(sentence: str) -> Iterator[tuple[Mention, re.Match[str]]]:
    """「市财政局负责…」: the agency right before such a verb."""
    for verb in _VERB.finditer(sentence):
        before = [
            m
            for m in mentions(sentence)
            if 0 <= verb.start() - m.end <= 3 and "，" not in sentence[m.end : verb.start()]
        ]
        if before:
            yield before[-1], verb


def _acts(one: Mention, verb: re.Match[str], text: str) -> bool:
    """Where the clause has the verb before the same task, the agency stands before it there, and before none that is less so."""
    wanted = pairs(verb.group("task"))
    own = rival = 0
    exact = any(m.name == one.name for m in mentions(text))  # then it is short for no other
    for other in _VERB.finditer(text):
        if other.group("verb") == verb.group("verb"):
            doer = text[span_around(text, other.start())[0] : other.start()]
            shared = len(wanted & pairs(text[other.end("verb") : sentence_around(text, other.end())[1]]))
            named = written_out(one.name).search(doer) or any(same(one.name, m.name) for m in mentions(doer))
            if one.name in doer if exact else named:
                own = max(own, shared)
            else:
                rival = max(rival, shared)
    wholly = rival == len(wanted)
    return rival < max(2, 0.5 * len(wanted)) or own > max(0, rival - (2 if wholly else 3))


def _led(sentence: str, text: str) -> Iterator[str]:
    """Who leads without being an agency by name (某区, 领导): the clause says it of the same."""
    led = [m.start() for m in re.finditer("牵头", text)]
    around = [pairs(text[sentence_around(text, at)[0] : at] + text[at : at + 40]) for at in led]
    for leads in _LEADS.finditer(sentence):
        who = pairs(leads.group("who"))
        if who and around and not any(who & words for words in around) and not mentions(leads.group("who")):
            yield leads.group("who")


def _fits(said: Part, role: str, every: set[str]) -> bool:
    """Who leads is responsible too; 责任单位 is another list where the clause has one."""
    if said.role == role:
        return True
    if said.role == "head":
        return role == "responsible" and "head" not in every
    if role == "head" and said.role == "responsible":
        return True
    return said.role == "responsible" and role == "lead" and not (said.named and "responsible" in every)


def _occurs(name: str, source: Source, known: tuple[Mention, ...]) -> bool:
    if name in source.names or name in source.above or any(same(name, m.name) for m in known):
        return True
    if any(not _begins_another(name, m.start(), known) for m in re.finditer(re.escape(name), source.text)):
        return True
    if len(name) >= 4 and written_out(name).search(source.whole):
        return True
    if name[0] == "原" and f"{_WHAT_BODY.sub('', name)}的" in source.text:
        return True  # 「原发证部门」 for 「原发证的…部门」
    if not (is_agency(name) or name == "国务院"):
        return _core_occurs(name, source)
    return any(_own_level(name, name[cut:], source) for cut in range(1, len(name) - 2))


def _in_text(name: str, source: Source, known: tuple[Mention, ...]) -> bool:
    """Who only issued the document does not do what the clause has others do."""
    return _occurs(name, replace(source, names="", above=""), known)


def _core_occurs(name: str, source: Source) -> bool:
    """The word that says of what the body is in charge, of a name that no list has: 「水行政主管部门」."""
    core = _WHAT_BODY.sub("", name)
    return core == name or not core or core[-2:] in source.whole or core[-2:] in source.names


def _begins_another(name: str, at: int, known: tuple[Mention, ...]) -> bool:
    """「国务院」 in 「国务院专利行政部门」."""
    return any(m.start <= at and at + len(name) < m.end for m in known)


def _own_level(name: str, short: str, source: Source) -> bool:
    """「市医保经办机构」 for 医保经办机构, but not 省科技厅 for 市科技厅."""
    at = source.whole.find(short)
    lost = name[: len(name) - len(short)]
    if at < 0 or len(short) < 3 or not AGENCY_END.search(short):
        return False
    own = source.whole[at - 1] if at else ""
    if not _PLACE.fullmatch(lost):
        return False
    return lost[-1] not in "省市区县州国" or own not in "省市区县州国"


_PLACE = re.compile(
    r"(?:各级?|本|全|我|该|上述|当地|所在地|户籍|[\u4e00-\u9fff]{2,3}(?=[省市区县州]))*[省市区县州镇乡国家级本各]*"
)


def _strays(sentence: str, one: Mention, text: str, known: tuple[Mention, ...]) -> bool:
    """Another agency of the clause does what the sentence says of this one."""
    if sentence[max(0, one.start - _BESIDE) : one.end + _BESIDE] in text:
        return False
    if does_so(one.name, sentence[one.end :], text):
        return False
    if (of := _WHOSE.match(sentence, one.end)) and of.group() in text:
        return False
    own = [m for m in known if same(one.name, m.name)]
    named = [m.name for m in mentions(sentence)]
    rivals = [m for m in known if not any(same(name, m.name) for name in named) and not _nested(m, own)]
    rivals = [m for m in rivals if m.name not in one.name and one.name not in m.name]
    if not own or not rivals:
        return False
    beside = [_listed(sentence, m) for m in mentions(sentence) if m != one]
    claim = _listed(sentence, one)
    return misplaced(
        sentence,
        claim,
        [m for m in beside if (m.start, m.end) != (claim.start, claim.end)],
        text,
        [_listed(text, m) for m in own],
        [_listed(text, m) for m in rivals],
        margin=3,
    )


_WHOSE = re.compile(r"(?:确定|指定|授权|设立|批准|所属|下属)的.{2}")
"""「政府指定的机构」: it is the latter that does what is said."""
_AND = re.compile(r"[、和及与或]|或者|以及")


def _listed(text: str, one: Mention) -> Mention:
    """The whole enumeration that a name stands in: its members share what is said of them."""
    start, end, around = one.start, one.end, mentions(text, generic=True)
    for other in reversed([m for m in around if m.end <= one.start]):
        if not _AND.fullmatch(text, other.end, start):
            break
        start = other.start
    for other in [m for m in around if m.start >= one.end]:
        if not _AND.fullmatch(text, end, other.start):
            break
        end = other.end
    return Mention(one.name, start, end)


def _nested(mention: Mention, own: list[Mention]) -> bool:
    return any(m.start <= mention.start and mention.end <= m.end for m in own)
