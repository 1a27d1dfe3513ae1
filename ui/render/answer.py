"""One turn of the conversation as HTML: the question, the answer in its outcome's dress, its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.answer.model import Answer, Statement
from assistant.answer.tables import heads
from ui.render.evidence import Evidence, evidence_html, notices_html, status_html
from ui.render.marks import safe
from ui.render.tables import quote_lines
from ui.render.text import answer_plain, rests_on_old
from ui.render.words import CLOSEST, OUTCOMES, failure_words, titled


def answer_html(
    answer: Answer,
    cited: Sequence[Evidence],
    closest: Sequence[Evidence],
    key: str,
) -> str:
    """A finished turn; ``key`` is unique on the page and links the chips to the evidence shipped with it."""
    said = f'<div class="tk-say">{_statements(answer, cited, key)}</div>'
    first = f"{_notices(answer)}{said}" if rests_on_old(answer) else f"{said}{_notices(answer)}"
    body = f"{first}{_closest(answer, closest, key)}{_foot(answer, cited)}{_shipped(cited, closest, key)}"
    return _turn(
        answer.question,
        f'{_standalone(answer)}<div class="tk-answer {answer.outcome}" aria-label="回答">{body}</div>',
        f'data-state="done" data-outcome="{answer.outcome}" data-key="{safe(key)}" '
        f'data-announce="{_announcement(answer)}"',
    )


def pending_html(question: str, status: str, said: str = "") -> str:
    """A turn under way: what is being done, and what has been said so far."""
    so_far = f'<div class="tk-say"><p>{safe(said)}</p></div>' if said else ""
    busy = f'<p class="tk-busy"><span class="tk-dot"></span>{safe(status)}</p>'
    return _turn(question, f'<div class="tk-answer pending">{so_far}{busy}</div>', 'data-state="busy"')


def failure_html(error: Exception, question: str = "", key: str = "") -> str:
    """A turn, or without a question a desk's result, that failed: what happened and what to do."""
    message, hint = failure_words(error)
    advice = f'<p class="tk-hint">{safe(hint)}</p>' if hint else ""
    note = f'<div class="tk-failure" role="alert"><p>{safe(message)}</p>{advice}</div>'
    if not question:
        return f'<div data-state="error">{note}</div>'
    return _turn(question, note, f'data-state="error" data-key="{safe(key)}" data-announce="没有得到回答"')


def chip_html(evidence: Evidence, key: str) -> str:
    """A citation's number as a button; it carries the quotation for the small card."""
    citation = evidence.citation
    return (
        f'<button type="button" class="tk-chip" data-tk-ev="{safe(key)}-{citation.n}" '
        f'data-quote="{safe(chr(10).join(quote_lines(citation))[:160])}" '
        f'aria-label="依据{citation.n}，{safe(citation.locator)}{safe(citation.heading)}">'
        f'<span class="vh">[</span>{citation.n}<span class="vh">]</span></button>'
    )


def shipped_html(evidence: Evidence, name: str, *, closest: bool = False) -> str:
    """Evidence that waits in the page, unseen, until its button is pressed."""
    return f'<div data-tk-held="{safe(name)}" hidden>{evidence_html(evidence, closest=closest)}</div>'


def _turn(question: str, content: str, attributes: str) -> str:
    asked = f'<p class="tk-question"><span class="vh">问：</span>{safe(question)}</p>'
    return f'<article class="tk-turn" {attributes}>{asked}{content}</article>'


def _standalone(answer: Answer) -> str:
    if answer.standalone_question.strip() in ("", answer.question.strip()):
        return ""
    return f'<p class="tk-understood">按此理解：{safe(answer.standalone_question)}</p>'


def _statements(answer: Answer, cited: Sequence[Evidence], key: str) -> str:
    if not answer.statements:
        return f"<p>{safe(answer.answer)}</p>"
    by_number = {evidence.citation.n: evidence for evidence in cited}
    groups = groupby(answer.statements, heads)
    return "".join(
        _table(names, list(group), by_number, key) if names
        else "".join(_statement(said, by_number, key) for said in group)
        for names, group in groups
    )  # fmt: skip


def _table(names: Sequence[str], rows: Sequence[Statement], cited: dict[int, Evidence], key: str) -> str:
    """Rows of a comparison; what one is about heads its line, and on a narrow page stands above its cell."""
    head = "".join(f'<th scope="col">{safe(name)}</th>' for name in names)
    body = "".join(_row(said, cited, key) for said in rows)
    return f'<div class="tk-table tk-compared"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(said: Statement, cited: dict[int, Evidence], key: str) -> str:
    (_, first), *others = said.row
    cells = [f'<th scope="row">{safe(first)}</th>']
    for number, (name, cell) in enumerate(others, 1):
        last = chips_html(said, cited, key) if number == len(others) else ""
        silent = "" if said.citations else ' class="silent"'
        cells.append(f'<td{silent} data-head="{safe(name)}">{safe(cell)}{last}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _statement(said: Statement, cited: dict[int, Evidence], key: str) -> str:
    return f"<p>{safe(said.text)}{chips_html(said, cited, key)}</p>"


def chips_html(said: Statement, cited: dict[int, Evidence], key: str) -> str:
    """The numbers of the citations that a sentence stands on, as buttons."""
    return "".join(chip_html(cited[n], key) for n in said.citations if n in cited)


def _notices(answer: Answer) -> str:
    return notices_html(answer.notices)


def _closest(answer: Answer, closest: Sequence[Evidence], key: str) -> str:
    """In sight where the documents leave the question open, folded away otherwise."""
    if not closest:
        return ""
    items = "".join(
        f'<li><button type="button" class="tk-near" data-tk-ev="{safe(key)}-c{number}">'
        f"<b>{safe(evidence.citation.locator)}</b>{safe(_name(evidence))}</button></li>"
        for number, evidence in enumerate(closest, 1)
    )
    unfolded = " open" if answer.outcome == "unspecified" else ""
    return f'<details class="tk-closest"{unfolded}><summary>{CLOSEST}</summary><ul>{items}</ul></details>'


def _name(evidence: Evidence) -> str:
    return evidence.citation.heading or evidence.citation.quote[:18] + "…"


def _foot(answer: Answer, cited: Sequence[Evidence]) -> str:
    documents = {e.citation.document.id: e.citation.document for e in cited}
    used = "".join(
        f'<span class="tk-used">{safe(titled(document.title))}{status_html(document.status)}</span>'
        for document in documents.values()
    )
    model = '<span class="tk-used">模型润色，已逐句核对</span>' if answer.mode == "llm" else ""
    if answer.dropped:
        model += f'<span class="tk-used">略去 {answer.dropped} 句核对未通过的话</span>'
    copy = (
        f'<button type="button" class="tk-text-button" data-tk-copy data-only="{safe(answer_plain(answer))}">'
        "复制（含出处）</button>"
    )
    return (
        f'<p class="tk-foot"><span class="tk-outcome">{OUTCOMES[answer.outcome]}</span>'
        f'{used}{model}<span class="tk-used">资料库 {safe(answer.library)}</span>{copy if cited else ""}</p>'
    )


def _shipped(cited: Sequence[Evidence], closest: Sequence[Evidence], key: str) -> str:
    held = [shipped_html(evidence, f"{key}-{evidence.citation.n}") for evidence in cited]
    held += [
        shipped_html(evidence, f"{key}-c{number}", closest=True) for number, evidence in enumerate(closest, 1)
    ]
    return "".join(held)


def _announcement(answer: Answer) -> str:
    if answer.outcome == "answered":
        return f"已生成，{len(answer.citations)} 条依据"
    return f"已生成，{OUTCOMES[answer.outcome]}"
