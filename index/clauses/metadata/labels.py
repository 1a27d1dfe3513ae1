"""The table of a document's particulars at the top of a government's web page: 发文字号：…, 成文日期：…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.clauses.document import Span
from index.clauses.metadata.flat import Line

_FIELDS = {
    "number": ("发文字号", "文号", "文件编号", "发文文号"),
    "issuers": ("发文机关", "发文机构", "发文单位", "发布机构", "发布机关", "发布单位", "制定机关", "公布机关", "印发机关"),
    "issued": ("成文日期", "发文日期", "印发日期", "签发日期", "成文时间"),
    "published": ("发布日期", "公布日期", "公开日期", "发布时间", "公开时间"),
    "effective": ("施行日期", "生效日期", "实施日期", "生效时间"),
    "expires": ("有效期至",),
    "void": ("失效日期", "废止日期", "失效时间", "废止时间"),
    "title": ("标题", "文件名称", "名称", "题名"),
    "": (
        "索引号", "信息索取号", "索取号", "信息索引号", "责任部门", "责任单位", "信息提供日期",
        "统一编号", "登记号", "主题分类", "主题词", "体裁分类", "组配分类", "服务对象分类", "分类", "体裁", "主题",
        "信息名称", "信息索引", "信息分类", "信息类别", "生成日期",
        "信息来源", "来源", "效力状态", "有效性", "时效性", "时效", "是否有效", "公开方式", "公开范围",
        "公开类别", "关键词", "内容概述", "浏览次数", "浏览量", "字体", "字号", "打印", "分享", "作者", "编辑",
        "责任编辑", "栏目",
    ),
}  # fmt: skip
_FIELD_OF = {name: field for field, names in _FIELDS.items() for name in names}
_NAMES = "|".join(sorted(_FIELD_OF, key=len, reverse=True))
_WITH_COLON = re.compile(rf"〔?({_NAMES})(?:〕?：|〕)")
_IN_ROW = re.compile(rf"({_NAMES})：?")


def is_label_line(line: Line) -> bool:
    """「发文字号：…」, or a table row that begins with such a name."""
    return bool((_IN_ROW if line.row else _WITH_COLON).match(line.text))


def read_labels(lines: Sequence[Line]) -> dict[str, tuple[str, Span]]:
    """Field → (what stands behind its label, where), the first of each; empty ones left out."""
    out: dict[str, tuple[str, Span]] = {}
    for line in lines:
        if not is_label_line(line):
            continue
        found = list((_IN_ROW if line.row else _WITH_COLON).finditer(line.text))
        for match, following in zip(found, [*found[1:], None], strict=True):
            start, end = match.end(), following.start() if following else len(line.text)
            field, value = _FIELD_OF[match.group(1)], line.text[start:end]
            if field and field not in out and re.search(r"[\u4e00-\u9fff\d]", value) and value != "无":
                out[field] = (value, line.span(start, end))
    return out
