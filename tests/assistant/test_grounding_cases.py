"""Counts, addressees, days that something counts from, exceptions: what a sentence may not turn."""

from __future__ import annotations

import pytest

from assistant.answer.grounding import faults, source

_LISTED = "第十七条 有下列情形之一的，不得担任保安员：\n"
_LISTED += "（一）曾被强制隔离戒毒的；\n（二）曾因故意犯罪被刑事处罚的；\n（三）曾两次被吊销证件的。"
_FINED = "第五十七条 导游人员未持有导游证的，由旅游主管部门责令改正，对旅行社处2万元以上10万元以下的罚款。"
_REPORTED = "第八条 燃气管理部门编制本行政区域的燃气发展规划，报本级人民政府批准后组织实施，并报上一级人民政府燃气管理部门备案。"
_COUNTED = "第十条 同意进行优先审查的，应当自同意之日起，在以下期限内结案：专利复审案件在七个月内结案。"
_INCLUDED = "第二十一条 单次修理时间超过5日（包括等待修理零部件时间）的，修理者应当提供备用车。"
_WITHOUT = "第二十六条 未经信息主体明示同意，平台公司不得使用前述个人信息用于开展其他业务。"


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        (_LISTED, "不得担任保安员的情形共有两种。"),
        (_FINED, "导游未持有导游证的，由旅游主管部门责令改正，对该导游处2万元以上10万元以下的罚款。"),
        (_REPORTED, "本行政区域的燃气发展规划报上一级人民政府燃气管理部门批准后组织实施。"),
        (_COUNTED, "优先审查的专利复审案件，自当事人提出请求之日起七个月内结案。"),
        (_INCLUDED, "计算单次修理时间时，等待修理零部件的时间不包括在内。"),
        (_WITHOUT, "平台公司未经信息主体明示同意，也可以将采集的个人信息用于开展其他业务。"),
    ],
)
def test_what_turns_the_clause_is_found(clause: str, sentence: str) -> None:
    assert faults(sentence, [source(clause, [], [], [])])


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        (_LISTED, "不得担任保安员的情形共有三种。"),
        (_FINED, "导游没有导游证的，对旅行社处两万元到十万元的罚款。"),
        (_REPORTED, "燃气发展规划报本级政府批准后实施，还要报上一级政府燃气管理部门备案。"),
        (_COUNTED, "专利复审案件自同意优先审查之日起七个月内结案。"),
        ("第六条 责令停业整顿3个月至6个月。", "责令停业整顿三到六个月。"),
        ("第五条 年龄在25周岁以上、不超过60周岁。", "年龄须在25周岁到60周岁之间。"),
        ("第八条 应当于会议召开15日以前通知全体业主。", "召开会议至少要提前15日通知全体业主。"),
        ("第九条 由违法行为发生地的公安机关交通管理部门决定。", "由违法行为发生地的公安机关交管部门决定。"),
    ],
)
def test_the_same_in_other_words_is_kept(clause: str, sentence: str) -> None:
    assert faults(sentence, [source(clause, [], [], [])]) == []
