"""Which clause a question is about, by the words of its heading: 「空天信息产业」 → 二、（一）1. 空天信息."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import vocabulary
from assistant.question.understand import flatten
from index.clauses import Clause, Document
from index.clauses.kept import kept

_LEAD = re.compile(
    r"^(组织)?(实施|强化|推进|推动|加强|建立健全|建立|完善|加快|健全|深化|优化|构建|促进|支持|鼓励|落实|做好|开展|提升|加大|扩大|培育)"
)
_TAIL = re.compile(r"(专项行动|行动|工程|工作|机制|体系|产业|技术|措施|政策|领域|方向)$")
_PARTS = re.compile(r"[、及与和]")
_GENERIC = frozenset(
    (
        "重点",
        "总体",
        "产业",
        "技术",
        "措施",
        "机制",
        "工作",
        "统筹",
        "材料",
        "体系",
        "科学",
        "发展",
        "审核",
        "审批",
        "受理",
        "申请",
        "公示",
        "认定",
        "复核",
        "拨付",
        "验收",
        "评审",
        "登记",
        "办理",
        "标准",
        "条件",
        "对象",
        "程序",
        "时间",
    )
)


@dataclass(frozen=True)
class Subject:
    """``matched`` is the piece of the question; ``share`` how much of the heading it makes up, in (0, 1]."""

    document: Document
    clause: Clause
    matched: str
    share: float

    @property
    def name(self) -> str:
        return self.clause.heading


def _variants(flat: str) -> tuple[str, ...]:
    """Ways to say a heading, longest first; at least two characters each."""
    forms = {flat}
    for form in (flat, *_PARTS.split(flat)):
        core = _LEAD.sub("", form)
        core = core if len(core) >= 3 else form  # 「支持应用」 is not meant by every 应用
        forms |= {form, core, _TAIL.sub("", core), _TAIL.sub("", form)}
    meant = (f for f in forms if len(f) >= 2 and f not in _GENERIC)
    return tuple(sorted(meant, key=lambda f: (-len(f), f)))


@kept
def _headed(document: Document) -> list[tuple[Clause, str, tuple[str, ...]]]:
    """The numbered clauses that have a heading, with the heading in lower case and the ways to say it; a heading that asks,
    「需要哪些材料？」, names nothing."""
    flat = [
        (c, flatten(c.bare_heading).lower())
        for c in document.clauses
        if c.kind == "clause" and c.heading and not c.heading.endswith(("？", "?"))
    ]
    return [(clause, heading, _variants(heading)) for clause, heading in flat]


def find_subjects(text: str, documents: Sequence[Document]) -> list[Subject]:
    """Best first: the longest piece of the question that names a heading, then the larger share of the heading.

    A piece inside a longer one that names something else is left out (「氢能」 in 「氢能核能及新型储能」).
    """
    flat = flatten(text).lower()
    for alias, name in vocabulary.ALIASES.items():
        if name not in flat and re.search(rf"(?<![a-z]){alias}(?![a-z])", flat):
            flat = flat.replace(alias, name)
    found: list[Subject] = []
    for document in documents:
        for clause, heading, forms in _headed(document):
            for form in forms:
                if form in flat:
                    found.append(Subject(document, clause, form, len(form) / len(heading)))
                    break
    found.sort(key=lambda s: (-len(s.matched), -s.share, len(s.clause.path)))
    kept: list[Subject] = []
    for subject in found:
        if not any(subject.matched != k.matched and subject.matched in k.matched for k in kept):
            kept.append(subject)
    return kept or abridged(flat, documents)


def abridged(flat: str, documents: Sequence[Document]) -> list[Subject]:
    """Headings said with words left out, 「高潜力产业」 for 高潜力未来产业, best first."""
    out = []
    for document in documents:
        for clause, heading, _ in _headed(document):
            if not 5 <= len(heading) <= 16:
                continue
            matched = longest_within(flat, heading)
            if len(matched) >= 4 and len(matched) >= 0.6 * len(heading):
                out.append(Subject(document, clause, matched, len(matched) / len(heading)))
    return sorted(out, key=lambda s: (-len(s.matched), -s.share))


def within(piece: str, whole: str) -> bool:
    """``piece`` is ``whole`` with characters left out."""
    rest = iter(whole)
    return all(char in rest for char in piece)


def longest_within(flat: str, heading: str) -> str:
    """The longest piece of ``flat`` that is ``heading`` with characters left out, beginning and ending alike."""
    best = ""
    for start in (i for i, char in enumerate(flat) if char == heading[0]):
        for end in range(len(flat), start + len(best), -1):
            piece = flat[start:end]
            if piece[-1] == heading[-1] and len(piece) < len(heading) and within(piece, heading):
                best = piece
                break
    return best
