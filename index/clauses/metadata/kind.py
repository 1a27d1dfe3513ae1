"""What a title calls the document: the last noun of the title, reduced to the kinds that officials count."""

from __future__ import annotations

import re

_NOUNS: tuple[tuple[str, str | None], ...] = (
    ("实施细则", "细则"), ("细则", "细则"), ("行动计划", "行动计划"), ("规划建议", "建议"), ("规划纲要", "规划"),
    ("纲要", "规划"),
    ("规划", "规划"), ("计划", "计划"), ("措施", "若干措施"), ("举措", "若干措施"), ("意见", "意见"), ("方案", "方案"),
    ("条例", "条例"), ("规定", "规定"), ("办法", "办法"), ("规则", "规则"), ("决定", "决定"), ("决议", "决议"), ("公告", "公告"),
    ("通告", "通告"), ("通报", "通报"), ("通知", "通知"), ("批复", "批复"), ("复函", "函"), ("函", "函"), ("报告", "报告"),
    ("请示", "请示"), ("要点", "要点"), ("指南", "指南"), ("建议", "建议"), ("标准", "标准"), ("解释", "解释"), ("命令", "令"),
    ("令", "令"), ("法典", "法"), ("宪法", "法"), ("法", "法"),
)  # fmt: skip
_OTHERS = """
章程 目录 政策 规范 准则 制度 清单 说明 安排 预案 守则 指引 指导 大纲 导则 协议 公约
修正案 解读 名单 规程 规约 手册 流程 答复 公报 议程 意见稿 政策包 批准书 事项 口径 须知
倡议书 声明 白皮书 任务 简章 合同 办事指南
"""
_SUFFIX = r"(?:（[^（）]*）|第[一二三四五六七八九十\d]+[批号])*"
_KIND = re.compile(rf"(?:{'|'.join(n for n, _ in _NOUNS)}){_SUFFIX}$")
_END = re.compile(rf"(?:{'|'.join([*(n for n, _ in _NOUNS), *_OTHERS.split()])})》?{_SUFFIX}$")
NOUNS = "|".join([*(n for n, _ in _NOUNS), *_OTHERS.split()])
"""Every noun by which a document may call itself."""


def kind_of(title: str) -> str | None:
    """
    >>> kind_of("示例区关于支持产业发展的若干政策措施（试行）"), kind_of("示例市扩大内需战略规划纲要（2022—2035年）")
    ('若干措施', '规划')
    """
    match = _KIND.search(title.rstrip("》"))
    return next((k for n, k in _NOUNS if match and match.group().startswith(n)), None)


def ends_as_title(text: str) -> bool:
    """A title ends with its kind; one that says 关于, with 的 and its kind: 关于印发…办法 goes on."""
    if not _END.search(text):
        return False
    if re.search(r"关于(?:印发|转发|批转|公布|发布|修改|废止|重新)", text) or re.search(
        r"(?:印发|转发|批转)关于", text
    ):
        return bool(re.search(rf"的?(?:通知|决定|公告|通告|批复|函|意见|令|通报){_SUFFIX}$", text))
    return True
