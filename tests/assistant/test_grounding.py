"""What a model's sentence may make of a clause: a table of clauses, and of sentences that hold or do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.answer.grounding import Source, bound, faults, source
from assistant.answer.grounding.values import values
from index.clauses import parse
from index.read import read

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"

SAVINGS = "合同期满须在3个月前提出续租申请；确实无法腾退的，过渡期内发放补贴的50%，过渡期满停止发放补贴。"
HOUSES = (
    "首套房贷款首付比例不低于20%，非首套房贷款首付比例不低于30%。"
    "申请人自获得补贴之日起2年内不允许上市交易，2年后上市交易的正常缴纳税费。"
)
FINES = "违法经营额1万元以上的，并处违法经营额5倍以上10倍以下的罚款；违法经营额不足1万元的，可以处5万元以下的罚款。"
LOANS = "夫妻双方缴存者，甲区最高贷款额度由60万元提高至70万元；乙县最高贷款额度由50万元提高至55万元。"
FRANCHISE = "特许经营期限应当不少于3年。但是，被特许人同意的除外。专项小组由管委会分管领导牵头组建。"
TOWNS = "市民政局负责受理工作，补贴资金的发放工作；市财政局负责补贴资金的筹集工作。配合部门：市住建局、市人社局、市教育局。"
MUSEUM = "未建账、建档的藏品，不得交换或者出借。选择北京、天津、上海、重庆等城市试点。"


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        (SAVINGS, "合同到期3个月前要提出续租申请。"),
        (HOUSES, "首套房首付至少两成，非首套房不低于三成。"),
        (HOUSES, "自获得补贴之日起2年内，住房不能上市交易。"),
        (FINES, "违法经营额在1万元以上的，罚款为违法经营额的5倍至10倍。"),
        (FINES, "违法经营额不到1万元的，可以罚5万元以下。"),
        (LOANS, "甲区夫妻双方缴存的，最高贷款额度由60万元提高到70万元，乙县提高到55万元。"),
        (FRANCHISE, "特许经营期限至少3年，但被特许人同意的除外。"),
        (TOWNS, "市民政局负责受理工作和补贴资金的发放工作。"),
        (TOWNS, "配合部门有市住建局、市人社局、市教育局三家。"),
        (TOWNS, "配合部门包括市住建局、市人社局等。"),
        (TOWNS, "市住建局也是配合部门之一。"),
        (HOUSES, "首套房贷款首付比例不低于2成。"),
        (MUSEUM, "没有建账、建档的藏品不能交换，也不能出借。"),
        (MUSEUM, "试点城市包括北京、天津等。"),
    ],
)
def test_what_the_clause_bears_is_kept(clause: str, sentence: str) -> None:
    assert faults(sentence, [source(clause)]) == []


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        # the comparator is part of the figure
        (SAVINGS, "合同期满须在3个月后提出续租申请。"),
        (SAVINGS, "合同期满须在3个月内提出续租申请。"),
        (HOUSES, "首套房贷款首付比例不超过20%。"),
        (HOUSES, "申请人自获得补贴之日起2年后不允许上市交易。"),
        (FINES, "违法经营额1万元以下的，并处违法经营额5倍以上10倍以下的罚款。"),
        # so is what it counts
        (HOUSES, "首套房贷款首付比例不低于30%，非首套房贷款首付比例不低于20%。"),
        (LOANS, "甲区最高贷款额度由70万元提高至60万元。"),
        (LOANS, "夫妻双方缴存者，乙县最高贷款额度提高至70万元。"),
        # one word turned in what is worded alike
        (SAVINGS, "过渡期满继续发放补贴。"),
        (FRANCHISE, "特许经营期限应当不少于3年，但是特许人同意的除外。"),
        (FRANCHISE, "专项小组由管委会主要领导牵头组建。"),
        (MUSEUM, "未建账、建档的藏品，可以交换或者出借。"),
        (MUSEUM, "建账、建档的藏品，不得交换或者出借。"),
        # who does it
        (TOWNS, "市财政局负责补贴资金的发放工作。"),
        # told as if it were all
        (TOWNS, "配合部门有市住建局、市人社局。"),
        (TOWNS, "配合部门只有市教育局。"),
        (TOWNS, "由市住建局、市人社局配合。"),
        (MUSEUM, "试点城市为北京、天津、上海。"),
    ],
)
def test_what_it_does_not_bear_is_found(clause: str, sentence: str) -> None:
    assert faults(sentence, [source(clause)])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("市政府十分重视", []),
        ("不超过总数的三分之二", []),
        ("酒后驾驶记12分，超速记二十分", [(12, "分"), (20, "分")]),
        ("3成至四成", [(30, "%"), (40, "%")]),
        ("由3名成员组成", [(3, "个")]),
    ],
)
def test_what_is_no_figure_is_not_read_as_one(text: str, figures: list[tuple[int, str]]) -> None:
    assert [(v.key[0], v.unit) for v in values(text)] == figures


def test_a_sentence_without_end_is_not_looked_at() -> None:
    assert faults("、".join(["市财政局"] * 2000), [source(TOWNS)]) == ["一句超过 500 字"]


def test_a_short_list_is_bound_to_the_clause_that_lists_no_more() -> None:
    other = source("第二期的配合部门：市住建局、市人社局。")
    assert bound("配合部门有市住建局、市人社局。", (0,), [source(TOWNS), other]) == (1,)


def test_a_clause_that_has_no_part_in_a_sentence_is_not_cited_for_it() -> None:
    clauses = [source(TOWNS), source(MUSEUM), source("市财政局负责补贴资金的筹集工作。")]
    said = "市财政局负责补贴资金的筹集工作。"
    assert bound(said, (0, 1), clauses) == (0,)
    assert bound(said, (0, 2), clauses) == (0, 2), "both say it"
    both = "市财政局负责补贴资金的筹集工作，未建账、建档的藏品不得交换或者出借。"
    assert bound(both, (0, 1), clauses) == (0, 1)


@pytest.mark.parametrize(
    ("sentence", "question", "held"),
    [
        ("文件没有规定补贴资金的具体金额。", "补贴多少？", True),
        ("文件没有规定500万元的补贴资金。", "补贴资金是500万元吗？", True),
        ("文件没有规定补贴资金的上限即每家企业500万元。", "补贴多少？", False),
        ("文件没有规定，补贴资金由市公安局发放。", "谁发放？", False),
    ],
)
def test_what_is_said_to_be_missing_may_hold_no_claim(sentence: str, question: str, held: bool) -> None:
    assert (faults(sentence, [source(TOWNS)], question) == []) is held


def sentences() -> Iterator[tuple[str, str, Source]]:
    """(title of the document, a sentence of a clause without its label, the clause) of the documents at hand."""
    for path in sorted(DOCUMENTS.glob("*.[tm][xd]*")):
        if path.name == "README.md":
            continue
        document = parse(read(path.name, path.read_bytes()), path.name)
        for clause in document.clauses[:60]:
            if not clause.path or not 20 < len(clause.text) < 900:
                continue
            basis = source(clause.text, [clause.heading], document.titles())
            body = re.sub(r"\s+", "", document.quote(clause.body, clause.end))
            for part in re.split(r"[。；]", body):
                text = re.sub(r"^(?:\d+[.．、](?!\d)|[（(]\d+[）)])", "", part)
                if 12 < len(text) < 120 and "：" not in text and re.search("[\u4e00-\u9fff]{6}", text):
                    yield document.title, text, basis


SAID = list(sentences())


@pytest.mark.parametrize(
    ("how", "worded"),
    [
        ("as it stands", lambda title, text: text),
        ("by name", lambda title, text: f"根据《{title}》，{text}"),
        ("in plain words", lambda title, text: text.replace("应当", "要").replace("不得", "不能")),
        ("firmly", lambda title, text: text.replace("应当", "须").replace("不得", "不准")),
        ("without a comma", lambda title, text: text.replace("，", "", 1)),
        ("shorter names", lambda title, text: text.replace("人民政府", "政府").replace("主管部门", "部门")),
    ],
)
def test_what_a_clause_says_is_kept_however_it_is_said(how: str, worded: Callable[[str, str], str]) -> None:
    assert len(SAID) > 250
    lost = [said for title, text, basis in SAID if faults(said := f"{worded(title, text)}。", [basis])]
    assert len(lost) <= 0.02 * len(SAID), lost
