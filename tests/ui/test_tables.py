"""Tables on the page and on the terminal, from a file that was added to the last line that a user sees."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.bootstrap import open_assistant
from assistant.service import Assistant
from assistant.settings import Settings
from ui.cli.sources import show_answer
from ui.render import answer_html, answer_plain, cite_html, evidence_html, gather, tree_html
from ui.render.tables import quote_lines

TEXT = """示例收费办法
一、收费标准按附件1执行。
二、本办法由市价格局负责解释。
附件1
检索收费标准
序号\t收费项目\t金额\t备注
个人\t单位
1\t实用新型检索费\t2400元\t3000元\t按件
2\t外观设计检索费\t2000元\t2600元\t按件
附件2
缴费方式
序号\t方式\t时限
1\t窗口缴费\t5日
2\t网上缴费\t3日
附件3
缴费地点
名称\t地址
<b>甲</b>\t"><script>x</script>
乙\t丙
"""


@pytest.fixture(scope="module")
def desk(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("tables")
    shutil.copytree(home, folder / "home")
    (folder / "示例收费办法.txt").write_text(TEXT, "utf-8")
    opened = open_assistant(Settings(home=folder / "home"))
    opened.add_paths([folder / "示例收费办法.txt"])
    yield opened
    opened.close()


def test_an_answer_names_the_heads_in_the_sentence_and_in_its_source(
    desk: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = desk.ask("实用新型检索费的金额是多少？", documents=["示例收费办法"])
    assert all("金额·个人：2400元" in said.text for said in answer.statements)
    assert "\t" not in answer.answer
    cited = answer.citations[0]
    assert cited.quote == "1\t实用新型检索费\t2400元\t3000元\t按件"
    show_answer(answer)
    row = "序号：1｜收费项目：实用新型检索费｜金额·个人：2400元｜金额·单位：3000元｜备注：按件"
    assert row in capsys.readouterr().out
    assert row in answer_plain(answer)
    html = answer_html(answer, gather(answer.citations, desk.clause), (), "a1")
    assert '<th scope="col">收费项目</th>' in html
    assert "<mark>实用新型检索费</mark>" in html


def test_heads_from_outside_the_quotation_are_shown_as_heads(desk: Assistant) -> None:
    (found,) = gather(desk.cite("附件2表1第2行", ["示例收费办法"]).matches, desk.clause)
    html = evidence_html(found)
    assert '<thead class="outside" title="表头"><tr><th scope="col">序号</th>' in html
    assert "<td><mark>网上缴费</mark></td><td><mark>3日</mark></td>" in html
    assert quote_lines(found.citation) == ["序号：2｜方式：网上缴费｜时限：3日"]


def test_a_table_is_cited_with_its_head_line(desk: Assistant) -> None:
    matches = desk.cite("附件2表1", ["示例收费办法"]).matches
    assert quote_lines(matches[0]) == ["序号｜方式｜时限", "1｜窗口缴费｜5日", "2｜网上缴费｜3日"]
    html = cite_html("附件2表1", gather(matches, desk.clause), ())
    assert '<thead><tr><th scope="col">序号</th>' in html
    assert html.count("<tr>") == 3


def test_words_that_are_looked_up_are_marked_in_their_cell(desk: Assistant) -> None:
    matches = desk.cite("窗口", ["示例收费办法"]).matches
    assert "<td><mark>窗口</mark>缴费</td>" in cite_html("窗口", gather(matches, desk.clause), ())


def test_the_tree_shows_a_table_once_with_an_address_for_each_row(desk: Assistant) -> None:
    outline = desk.outline("示例收费办法")
    html = tree_html(outline)
    assert html.count("<table>") == 3
    rows = [entry for entry in outline.entries if entry.kind == "row"]
    assert all(html.count(f'data-tk-entry="{row.id}"') == 1 for row in rows)
    assert html.count("<td>按件") == 2
    here = tree_html(outline, rows[0].id)
    assert f'<tr data-tk-entry="{rows[0].id}" class="here">' in here


def test_what_stands_in_a_cell_cannot_steer_the_page(desk: Assistant) -> None:
    (found,) = gather(desk.cite("附件3表1第1行", ["示例收费办法"]).matches, desk.clause)
    html = tree_html(desk.outline("示例收费办法")) + evidence_html(found)
    assert "<script>" not in html
    assert html.count("&lt;b&gt;甲&lt;/b&gt;") >= 2
