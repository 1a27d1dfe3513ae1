"""Does a profile meet a measure's conditions? True, False, or None where the profile does not say.

All conditions of a measure must hold; inside one, alternatives (「甲、乙或丙」) suffice each on its own. A threshold is
met by a figure of the profile that is about the same thing, never by words alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.evidence import cover
from assistant.question.understand import content_of, flatten, terms_of
from index.clauses import Document, Fact
from index.clauses.facts.quantities import QUANTITY, comparator, value_of

Rarity = Callable[[str], float]
MET = 0.75
SAME_THING = 0.5
_ALTERNATIVES = re.compile(r"[、]|(?<=[^\s])(?:和|及(?!以上|以下|时)|或|以及)(?=[^\s])")
_DENIES = re.compile(r"(没有|无(?![人线机锡论])|未(?!来)|不是|不属于|还没)(?P<what>[^，。；、]{2,15})")
_COMMON = re.compile(r"未来产业|领域|有条件的?|重点|有关|相关|市级|依法依规")
_FIELD = re.compile(r"未来产业|领域|重点")
_ANYBODY = re.compile(
    r"(?:各类|市场|经营|申报|申请)?(?:企业|公司|单位|主体|机构|个人|者|项目|产品|企业和个人|部分|业务)(?:等)?"
)
_GENERAL = re.compile(_COMMON.pattern + r"|企业|公司|的|等")
_COMPANY = re.compile(r"企业|公司|厂|集团|商户|店")
_SCALE = {"万": 10_000, "亿": 100_000_000, "千": 1_000, "百": 100}


@dataclass(frozen=True)
class Checked:
    """``met`` None: the profile does not say."""

    text: str
    met: bool | None


@dataclass(frozen=True)
class Profile:
    """A description; ``inside``: it works in a field that the document lists, so that its general words include it."""

    text: str
    inside: bool
    rarity: Rarity


def check(profile: Profile, document: Document, fact: Fact) -> tuple[Checked, ...]:
    """The measure's conditions, then its beneficiary where that says more than 企业; one that names no conditions is
    checked by its beneficiary's alternatives."""
    who: str | None = fact.data["who"]
    required = [document.quote(*span) for span in fact.data["conditions"]]
    if not required and not fact.data["beneficiary"]:
        return ()
    if not required and fact.data["strength"] == "encourage" and who and _ANYBODY.fullmatch(who):
        return (Checked(who, None),)  # what it is encouraged to do is the condition
    if not required:
        return _alternatives(profile, fact.data["beneficiary"])
    if who and not _ANYBODY.fullmatch(who):
        required.append(re.sub(r"\s", "", who))
    return tuple(Checked(text, _any_met(profile, text)) for text in required)


def verdict(conditions: tuple[Checked, ...]) -> str:
    """All met: applicable; one denied rules it out; else it depends."""
    if conditions and all(c.met for c in conditions):
        return "applicable"
    return "not_applicable" if any(c.met is False for c in conditions) else "conditional"


def _alternatives(profile: Profile, beneficiary: str) -> tuple[Checked, ...]:
    """One that is met suffices, the others are not asked for; all denied rule it out."""
    found = [Checked(part, _met(profile, part)) for part in _parts(beneficiary)]
    met = tuple(c for c in found if c.met)
    undecided = tuple(c for c in found if c.met is None)
    return met or undecided or tuple(found)


def _any_met(profile: Profile, condition: str) -> bool | None:
    verdicts = [_met(profile, part) for part in _parts(condition)]
    if any(verdicts):
        return True
    return False if all(v is False for v in verdicts) else None


def _parts(wording: str) -> list[str]:
    """「国际、国家、行业标准的企业」 is one condition, since its parts say nothing alone; so is what holds a figure."""
    whole = re.sub(r"\s", "", wording)
    parts = [p.strip("的等 ") for p in _ALTERNATIVES.split(whole)]
    parts = [p for p in parts if len(p) >= 2] or [wording]
    return [whole] if any(len(p) < 4 for p in parts) or QUANTITY.search(whole) else parts


def _met(profile: Profile, condition: str) -> bool | None:
    for denied in _DENIES.finditer(flatten(profile.text)):
        if covered(profile, condition, denied.group("what")) >= 0.6:
            return False
    other = _other_of_its_kind(profile, condition)
    if other is not None:
        return other
    if re.search(
        r"有条件|符合(?:\S{0,6})条件|符合规定", condition
    ):  # which conditions, the document does not say here
        return None
    if not _GENERAL.sub("", condition):
        return _general(profile, condition)
    if QUANTITY.search(condition):
        return _reaches(profile, condition)
    return True if covered(profile, condition) >= MET else None


_KINDS = (
    re.compile(r"首套|第?[二三四]套"),
    re.compile(r"[一二三多]孩"),
    re.compile(r"[一二三四五特甲乙丙]级(?!市)"),
)


def _other_of_its_kind(profile: Profile, condition: str) -> bool | None:
    """Who says 首套 does not buy a second one; None where the condition names nothing of these kinds."""
    for kind in _KINDS:
        asked, said = set(kind.findall(condition)), set(kind.findall(flatten(profile.text)))
        if asked and said and not asked & said:
            return False
    return None


def _general(profile: Profile, condition: str) -> bool | None:
    """「企业」 is met by who says to be one, 「未来产业企业」 by who works in a field of the document."""
    if _FIELD.search(condition):
        return True if profile.inside else None
    return True if _COMPANY.search(profile.text) else None


def _reaches(profile: Profile, condition: str) -> bool | None:
    """「年度研发投入超过500万元」 against 「年研发投入800万元」."""
    match = QUANTITY.search(condition)
    data = value_of(match) if match else None
    if match is None or data is None:
        return None
    if covered(profile, condition) < SAME_THING:
        return None
    how = comparator(condition, 0, len(condition), match, data)
    limit = _plain(data["value"], data["unit"])
    for said in QUANTITY.finditer(flatten(profile.text)):
        value = value_of(said)
        own = _plain(value["value"], value["unit"]) if value else None
        if own and own[1] == limit[1]:
            return _holds(own[0], limit[0], _plain(data["value_max"], data["unit"])[0], how)
    return None


def _plain(value: float, unit: str) -> tuple[float, str]:
    """万元 and 亿元 in 元, 万人 in 人."""
    for char, scale in _SCALE.items():
        if unit.startswith(char) and len(unit) > 1:
            return _plain(value * scale, unit[1:])
    return value, unit


def _holds(own: float, limit: float, most: float, how: str) -> bool:
    if how == "range":
        return limit <= own <= most
    return {"≥": own >= limit, ">": own > limit, "≤": own <= limit, "<": own < limit}.get(how, own >= limit)


def _one_of(condition: str) -> str:
    """「国际、国家、行业标准」 asks for one of them: only what the alternatives share is kept."""
    parts = condition.split("、")
    middle = [p for p in parts[1:-1] if len(p) <= 4]
    if len(parts) < 3 or len(middle) != len(parts) - 2:
        return condition
    size = len(middle[0])
    return parts[0][:-size] + parts[-1][size:]


def covered(profile: Profile, condition: str, text: str | None = None) -> float:
    """Share of the condition's content, figures aside, that the profile, or ``text``, says."""
    said = re.sub(r"[（）()]", "", flatten(profile.text if text is None else text)).lower()
    bare = _COMMON.sub(" ", _one_of(re.sub(r"[（）()]", "", QUANTITY.sub(" ", condition))))
    total = got = 0.0
    for term in terms_of(content_of(bare)):
        weight, part = cover(term, said, profile.rarity)
        total += weight
        got += part
    return got / total if total else 0.0
