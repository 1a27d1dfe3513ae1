"""Support measures read from sentences against those written by hand in ``tests/data/measures.jsonl``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.clauses import Document, Fact, parse

CASES = Path(__file__).parent.parent / "data" / "measures.jsonl"
FIELDS = ("kind", "who", "conditions", "rate", "cap", "base", "sum", "per", "duration", "tiers")
_WORDS = re.compile(
    r"^(?:累计|合计|总额|最高|不超过|不高于|可达|补助|奖励|给予|为|达|最长|连续|按|每|其|[/（(]|的)+|[\s]|的$"
)


@dataclass
class Scores:
    """``right[field]`` of ``total`` measures; ``read`` were read at all, ``extra`` are not in the list."""

    total: int = 0
    read: int = 0
    extra: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    wrong: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        return self.right[name] / self.total

    def __str__(self) -> str:
        lines = [f"read {self.read}/{self.total}, extra {self.extra}"]
        lines += [f"{name:10} {self.right[name]:3} {self.share(name):6.1%}" for name in FIELDS]
        return "\n".join(lines)


def scores() -> Scores:
    out = Scores()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        document = parse(f"关于若干措施的通知\n\n一、{case['text']}\n", "case.txt")
        facts = [f for f in document.facts if f.kind == "measure" and f.data["strength"] == "grant"]
        _score(case, document, facts, out)
    return out


def _score(case: dict[str, Any], document: Document, facts: list[Fact], out: Scores) -> None:
    out.total += len(case["measures"])
    out.extra += max(0, len(facts) - len(case["measures"]))
    left = list(facts)
    for wanted in case["measures"]:
        ranked = [(_right(wanted, document, fact), fact) for fact in left]
        best, fact = max(ranked, key=lambda item: len(item[0]), default=(set(), None))
        if fact is None:
            out.wrong.append(f"not read: {case['text']}")
            continue
        left.remove(fact)
        out.read += 1
        for name in FIELDS:
            out.right[name] += name in best
            if name not in best:
                out.wrong.append(
                    f"{name}: {wanted[name]!r} read as {_said(name, document, fact)!r} in {fact.text}"
                )


def _right(wanted: dict[str, Any], document: Document, fact: Fact) -> set[str]:
    return {name for name in FIELDS if _plain(wanted[name]) == _plain(_said(name, document, fact))}


def _said(name: str, document: Document, fact: Fact) -> Any:
    data = fact.data
    if name == "kind":
        return data["support"]
    if name == "who":
        return data["who"] if "who" in data else data["beneficiary"]
    if name == "conditions":
        return [document.quote(*span) for span in data.get("conditions", ())]
    if name == "tiers":
        return [[document.quote(*c), document.quote(*a)] for c, a in data.get("tiers", ())]
    return (data["amount"] or {}).get(name)


def _plain(value: Any) -> Any:
    """White space, marks in front of figures and the difference between nothing and empty put aside."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    text = re.sub(r"[（(](?:不含|不包括)[^）)]*[）)]$", "", value or "")
    return _WORDS.sub("", text)


if __name__ == "__main__":
    import sys

    found = scores()
    sys.stdout.write("\n".join(found.wrong) + f"\n{found}\n")
