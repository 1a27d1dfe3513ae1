"""Who leads, who is responsible: from the agency lines of the clause that the question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.agencies import Named, agencies_named
from assistant.answer.compose.agency_targets import TARGETS, of_best_place, targets_of
from assistant.answer.compose.cells import rows_named
from assistant.answer.compose.charged import in_words
from assistant.answer.compose.for_all import stated_for_all
from assistant.answer.compose.leading import first_leads
from assistant.answer.compose.left_open import left_open
from assistant.answer.compose.lookup import locator_in
from assistant.answer.compose.place import Place, places
from assistant.answer.compose.scope import refuse
from assistant.answer.compose.wording import closest, name_of, unspecified
from assistant.answer.draft import Draft, Quote, Said, quote_heading, quotes_of
from assistant.evidence import Evidence, agencies_of
from index.clauses import Clause, Document, Fact

SAYS = {
    "lead": "{name}的牵头单位是{names}。",
    "responsible": "{name}的责任单位是{names}。",
    "division": "{name}由{names}按职责分工负责。",
    "support": "{name}的配合单位是{names}。",
}
CALLED = {"lead": "牵头单位", "responsible": "责任单位", "support": "配合单位", "any": "责任单位"}
WANTED = {
    "lead": ("lead",), "responsible": ("responsible", "division"), "support": ("support",),
    "any": ("lead", "responsible", "division", "support"),
}  # fmt: skip


def compose(evidence: Evidence) -> Draft | None:
    role = evidence.question.role
    if role is None:
        return None
    targets = targets_of(evidence)
    if not targets and not (targets := of_best_place(evidence)):
        return in_words(evidence)
    if asked := _APPROVES.search(evidence.question.flat):
        return _by_whom_done(evidence, asked)
    said: list[Said] = []
    open_role = False
    for document, clause in targets[:TARGETS]:
        clause = _with_agencies(document, clause)
        facts = agencies_of(document, clause)
        if not facts:
            said.extend(_children(evidence, document, clause, role))
            continue
        wanted = [f for f in facts if f.data["role"] in WANTED[role]]
        both = "牵头负责" in evidence.question.flat  # who is responsible will do
        open_role = open_role or not (both or wanted or (role == "lead" and first_leads(document, facts[0])))
        said.extend(_statements(evidence, document, clause, facts, wanted or facts, role))
    if not said:
        document, clause = targets[0]
        if clause.kind == "table":
            return in_words(evidence) or refuse(evidence)
        named = bool(evidence.subjects or locator_in(evidence.question.flat))
        if draft := in_words(evidence, targets, named):
            return draft
        if not clause.heading:
            whole = Place(document, clause, clause.start, document.end_of(clause), False, 1.0)
            return left_open(evidence, CALLED[role], [whole])
        return unspecified(evidence, name_of(document, clause), CALLED[role], quote_heading(document, clause))
    quotes = quotes_of(said)
    more = len(targets) - TARGETS
    notices = (f"问到的另有{more}项，这里没有列出；可分开再问。",) if more > 0 else ()
    return Draft("unspecified" if open_role else "answered", tuple(said), notices, closest(evidence, quotes))


def _with_agencies(document: Document, clause: Clause) -> Clause:
    """The clause, or the row of the same name in a table of tasks where only that says who does it."""
    if agencies_of(document, clause) or not clause.heading or document.children(clause):
        return clause
    name = clause.bare_heading.rstrip("。")
    rows = (c for c in document.clauses if c.kind == "row" and c.heading.rstrip("。") == name)
    return next((row for row in rows if agencies_of(document, row)), clause)


_APPROVES = re.compile(
    r"(?:谁|哪[个家级]?[^，。？?]{0,8})来?(批准|审批|批复|核准|批)(?!的?是)"
    r"|[去到找向]哪[个家些](?:部门|单位|机构)[^，。？?]{0,10}(备案|登记|注册|年检|报批)"
)


def _by_whom_done(evidence: Evidence, asked: re.Match[str]) -> Draft | None:
    """「先导区由谁批准」, 「去哪个部门备案」: who answers for it need not do that."""
    approved, office = asked.groups()
    draft = in_words(evidence)
    if draft and any((office or approved[0]) in q.text for q in draft.quotes):
        return draft
    near = places(evidence)
    missing = f"到哪里{office}" if office else f"由谁{'审批' if approved == '批' else approved}"
    return left_open(evidence, missing, near) if near else refuse(evidence)


def _statements(
    evidence: Evidence, document: Document, clause: Clause, facts: list[Fact], wanted: list[Fact], role: str
) -> list[Said]:
    name = _said_name(evidence, document, clause, facts)
    said: list[Said] = []
    noted = first_leads(document, facts[0]) if role == "lead" else None
    for fact_role in dict.fromkeys(f.data["role"] for f in wanted):
        group = [f for f in wanted if f.data["role"] == fact_role]
        text = SAYS[fact_role].format(name=name, names=names_of(group))
        quotes: tuple[Quote, ...] = (list_quote(document, group),)
        if role == "lead" and fact_role != "lead":
            if noted and group[0] is not facts[0]:
                continue  # who supports stands in the same list, behind its leader
            if noted:
                text = f"{SAYS['lead'].format(name=name, names=group[0].data['name']).rstrip('。')}：文件写明“{noted.text}”。"
                quotes += (noted,)
            else:
                text = text.rstrip("。") + "，文件没有指定牵头单位。"
        elif role == "support" and fact_role == wanted[-1].data["role"] != "support":
            text = text.rstrip("。") + "，文件没有列出配合单位。"
        said.append(Said(text, quotes))
    if evidence.question.yes_no or _TAKES_PART.search(evidence.question.flat):
        said = _premise(evidence, document, facts, said)
    if role in {"responsible", "any"} and not evidence.question.yes_no:
        said.extend(stated_for_all(document, clause))
    return said


def _said_name(evidence: Evidence, document: Document, clause: Clause, facts: Sequence[Fact]) -> str:
    """「智算芯片（属于人工智能）」 where the agency line stands further up; 「新型储能（涉及飞轮储能）」 where only its
    text says the word."""
    own = name_of(document, clause)
    if not evidence.subjects and not locator_in(evidence.question.flat):
        text = document.quote(clause.start, document.end_of(clause))
        own += next(
            (
                f"（涉及{run}）"
                for run in evidence.question.content.split()
                if len(run) >= 3 and run in text and run not in own
            ),
            "",
        )
    owner = document.by_id.get(facts[0].data["owner"] or "")
    if owner is None or owner.id == clause.id or not owner.heading or owner.heading == own:
        return own
    return f"{own}（属于{owner.heading}）"


def names_of(facts: Sequence[Fact]) -> str:
    names = "、".join(f.data["name"] for f in facts)
    return names + "等" if facts[0].data["etc"] else names


def list_quote(document: Document, facts: Sequence[Fact]) -> Quote:
    """The list as written, with its role in front where that stands before it, or behind it; of a sentence all that it
    charges with."""
    clause = document.by_id[facts[0].clause_id]
    start, end = facts[0].data["list"]
    text = document.text
    task = facts[0].data.get("task_span")
    if task and task[0] >= end:
        return Quote(document, clause, start, task[1])
    if task:
        start = task[0]
    label = max(text.rfind(mark, clause.start, start) for mark in "〔（(；;[【")
    if label >= 0 and start - label <= 12:
        start = label + 1
    while start < end and text[start].isspace():
        start += 1
    tail = next((i for i in range(end, min(end + 24, clause.end)) if text[i] in "）)〕]，；;。"), None)
    if behind := _ROLE_BEHIND.match(text, end):
        end = behind.end()
    elif tail is not None and (task or facts[0].data["role"] == "division"):
        end = tail
    return Quote(document, clause, start, end)


_ROLE_BEHIND = re.compile(r"\s*(?:牵头(?:负责|落实|组织|实施)?|配合|协助)(?=[，；。,;）)〕\]\s])")
"""「省发展改革委牵头，」: the role of a list that stands behind it."""


def _premise(evidence: Evidence, document: Document, facts: list[Fact], said: list[Said]) -> list[Said]:
    """「由市交通运输委牵头吧？」: yes or no in front, and what becomes of the agency that was named."""
    known = {f.data["name"] for d in evidence.searched for f in d.facts if f.kind == "agency"}
    named = agencies_named(evidence.question.text, known)
    if not named or not said:
        return said
    role = evidence.question.role or "any"
    true_names = {f.data["name"] for f in facts if f.data["role"] in WANTED[role]}
    wrong = [n for n in named if n.name not in true_names]
    first = said[0]
    if not wrong and _ONLY.search(evidence.question.flat) and len(true_names) > len(named):
        return [Said(f"不是。{first.text}", first.quotes), *said[1:]]
    if not wrong:
        confirmed = _confirmed(document, facts, named[0].name)
        return [*said, confirmed] if _WHO_TOO.search(evidence.question.flat) else [confirmed]
    here = {f.data["name"] for f in facts}
    if _TAKES_PART.search(evidence.question.flat):
        return [*said, *(_part_of(document, facts, n) for n in wrong)]
    remarks = [
        f"{n.name}在这里是{_role_called(facts, n.name)}" if n.name in here
        else f"这里没有列{n.name}" if n.name
        else f"文件中没有出现{n.mention}"
        for n in wrong
    ]  # fmt: skip
    theirs = {n.name for n in wrong}
    beside = _lists(document, facts, [f for f in facts if f.data["name"] in theirs])
    quotes = (*first.quotes, *(q for q in beside if q not in first.quotes))
    return [Said(f"不是。{first.text.rstrip('。')}，{'，'.join(remarks)}。", quotes), *said[1:]]


_WHO_TOO = re.compile(r"(?:哪[些几个]个?(?:部门|单位)|谁)[^，。？]{0,6}[，,？?]")
"""「由哪些部门负责，市委组织部在里面吗」."""
_TAKES_PART = re.compile(
    r"(?:有没有|是否|是不是|有无|也|要不要|用不用)(?:都|要)?(?:参与|参加|配合)|参不参[加与]|(?:参加|参与)了?[吗么没不]"
)
"""「由谁牵头，卫健委有没有参与」: whether it has any part."""
_ONLY = re.compile(
    r"只有|仅|单独|独家|唯一|就[^，。]{2,12}(?:一[个家]|自己)|只[由归是]|一[个家](?:单位|部门)?(?:牵头|负责|管)?[吗吧么]"
)
"""Whether the agency is the only one."""


def _confirmed(document: Document, facts: list[Fact], name: str | None) -> Said:
    """Yes, with the role that the agency has."""
    role = next(f.data["role"] for f in facts if f.data["name"] == name)
    group = [f for f in facts if f.data["role"] == role]
    owner = document.by_id.get(group[0].data["owner"] or "")
    about = name_of(document, owner) if owner else "这一项"
    return Said(f"是的，{name}是{about}的{_role_called(facts, name)}。", (list_quote(document, group),))


def _part_of(document: Document, facts: list[Fact], named: Named) -> Said:
    """What part it has; that it has none stands on all the lists."""
    if any(f.data["name"] == named.name for f in facts):
        return _confirmed(document, facts, named.name)
    return Said(f"这里没有列{named.name or named.mention}。", tuple(_lists(document, facts, facts)))


def _lists(document: Document, facts: list[Fact], some: list[Fact]) -> list[Quote]:
    """The list of each role that ``some`` of the facts have, in their order."""
    roles = dict.fromkeys(f.data["role"] for f in some)
    return [list_quote(document, [f for f in facts if f.data["role"] == role]) for role in roles]


def _role_called(facts: list[Fact], name: str | None) -> str:
    role = next(f.data["role"] for f in facts if f.data["name"] == name)
    return {
        "lead": "牵头单位",
        "responsible": "责任单位",
        "division": "按职责分工负责的单位",
        "support": "配合单位",
    }[role]


def _asked_of(evidence: Evidence, document: Document, clause: Clause) -> Sequence[Clause]:
    """The clauses below, with the rows of a table among them; of these only those that the question names, unless it asks for all
    of them."""
    if clause.kind == "table":
        rows = document.children(clause)
        asked = evidence.question.flat
        return rows if _ALL_ROWS.search(asked) else rows_named(asked, document, rows)
    below = document.children(clause)
    return [
        one
        for child in below
        for one in (_asked_of(evidence, document, child) if child.kind == "table" else [child])
    ]


_ALL_ROWS = re.compile(r"各|分别|每|[表单](?:里|中|上)|所有|全部|哪些任务")


def _children(evidence: Evidence, document: Document, clause: Clause, role: str) -> list[Said]:
    """A heading without an agency line of its own: what its children say, those with the same list together."""
    groups: dict[str, list[tuple[Clause, list[Fact]]]] = {}
    for child in _asked_of(evidence, document, clause):
        facts = [
            f
            for f in agencies_of(document, child)
            if f.data["role"] in WANTED[role] and f.data["owner"] == child.id
        ]
        for fact_role in dict.fromkeys(f.data["role"] for f in facts):
            same = [f for f in facts if f.data["role"] == fact_role]
            groups.setdefault(f"{fact_role} {names_of(same)}", []).append((child, same))
    out = []
    for members in groups.values():
        facts = members[0][1]
        name = "、".join(child.heading for child, _ in members)
        quotes = tuple(list_quote(document, same) for _, same in members)
        out.append(Said(SAYS[facts[0].data["role"]].format(name=name, names=names_of(facts)), quotes))
    return out
