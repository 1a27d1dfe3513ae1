"""A comparison on the page and in the terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from assistant.answer.model import Answer, Statement, Timings
from assistant.answer.tables import blocks
from ui.cli import sources
from ui.render.answer import answer_html
from ui.render.text import answer_markdown, answer_plain

STATEMENTS = (
    Statement(text="数额上甲较高：甲为30万元，乙为20万元。", citations=()),
    Statement(
        text="给予<一次性>补贴30万元|上限。",
        citations=(),
        row=(("文件", "《甲市办法》"), ("补贴", "给予<一次性>补贴30万元|上限。")),
    ),
    Statement(
        text="《乙市办法》未规定补贴。", citations=(), row=(("文件", "《乙市办法》"), ("补贴", "未规定"))
    ),
)


@pytest.fixture
def answer() -> Answer:
    return Answer(
        id="1", question="甲和乙的补贴有何不同？", standalone_question="甲和乙的补贴有何不同？", outcome="answered",
        mode="extractive", answer="\n\n".join(blocks(STATEMENTS)), statements=STATEMENTS, citations=(),
        grounding="full", dropped=0, notices=(), library="1-a", closest=(),
        timings_ms=Timings(retrieve=1, compose=1, total=2),
    )  # fmt: skip


def test_rows_are_one_table_with_the_first_cell_as_head(answer: Answer) -> None:
    html = answer_html(answer, (), (), "k")
    assert html.count("<table>") == 1
    assert html.count('<th scope="row">') == 2
    assert '<th scope="row">《乙市办法》</th><td class="silent" data-head="补贴">未规定</td>' in html
    assert "给予&lt;一次性&gt;补贴" in html
    assert html.index("较高") < html.index("<table>")


def test_a_bar_in_a_cell_divides_nothing(answer: Answer) -> None:
    table = [line for line in answer.answer.split("\n") if line.startswith("|")]
    assert table[2] == "| 《甲市办法》 | 给予<一次性>补贴30万元\\|上限。 |"
    assert len(table) == 4
    assert "| 《乙市办法》 | 未规定 |" in answer_markdown(answer)


def test_pasted_every_line_says_whose_it_is(answer: Answer) -> None:
    assert "《甲市办法》：给予<一次性>补贴30万元|上限。" in answer_plain(answer)
    assert answer_plain(answer).count("《乙市办法》") == 1


@pytest.mark.parametrize("terminal", [True, False])
def test_a_table_in_a_terminal_markdown_in_a_pipe(answer: Answer, terminal: bool) -> None:
    out = io.StringIO()
    console = Console(
        file=out, markup=False, highlight=False, width=60, force_terminal=terminal, color_system=None
    )
    sources.show_statements(answer, console)
    assert ("┃ 文件" in out.getvalue()) == terminal
    assert ("| 文件 | 补贴 |" in out.getvalue()) != terminal
    assert "未规定" in out.getvalue()
