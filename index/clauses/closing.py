"""What closes a document stands behind its last numbered line and is not that line's: 「本措施自…起施行」, 「各地区要…」,
the tables behind the last article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from index.clauses.paragraphs import Paragraph
from index.clauses.tables import Table
from index.clauses.tree import Node, later
from index.wording import either

_SELF = r"本(若干)?(意见|方案|措施|通知|规划|纲要|计划|行动|政策|决定|建议|文件|办法|细则|举措)"
_CLOSES = re.compile(
    either(
        r"^(本|上述|以上|此前|原)[^，。；、]{1,18}(自|从).{2,40}(施行|实施|执行|生效|起)",
        r"^(本|上述|以上)[^，。；、]{1,18}(有效期|由.{2,30}解释|如无不妥)",
        r"^(上述|以上)[^，。；、]{0,6}(政策|措施|规定|意见|条款|举措)[^，。；、]{0,6}(适用|执行期限)",
        r"^(特此(通知|公告|批复|函复|报告)|以上请示|请.{0,10}(遵照|贯彻)执行)",
        r"^《[^》]+》.{0,12}根据本(决定|规定)",
        r"^根据本(决定|规定)，",
        r"^(让我们|全[省市县区党国]).{0,24}更加紧密",
        r"^各地(区|方)?、?各(有关)?部门要(充分认识|高度重视)",
    )
)
_CALLS = re.compile(
    rf"{_SELF}|^(各|全[省市县区党]|让我们|相关).*(充分认识|更加紧密|加强组织领导|贯彻落实|抓好.{{0,12}}落实|落实落细|持续落实)"
)
"""Of a paragraph behind the last section's list: it speaks of the document, or to all who carry it out."""
_IN_FORCE = re.compile(r"自.{2,40}起?(施行|实施|执行|生效)。$")


def lift_closing(root: Node) -> None:
    """What speaks of the whole document behind its last numbered line is the document's, not the last item's."""
    last = root
    while last.items and isinstance(last.items[-1], Node):
        last = last.items[-1]
    if last.form == "条" and last.items and isinstance(last.items[0], Table) and _comes_into_force(last):
        root.items.extend(last.items)
        last.items = []
        return
    inside_article = any(n.form in {"条", "附件"} for n in _line(last))
    behind = later(last)
    start = next((i for i, p in enumerate(behind) if closes(p.text) or _calls(last, p)), None)
    if last is root or inside_article or start is None:
        return
    if start == 0 and not last.items and last.is_heading() and _headings_have_text(last):
        return
    where: list[Any] = last.items if last.items else last.own
    del where[len(where) - len(behind) + start :]
    root.items.extend(behind[start:])


def _comes_into_force(article: Node) -> bool:
    """All that the article says is from when the document holds: the tables behind it are the document's."""
    return len(article.own) == 1 and bool(_IN_FORCE.search(article.own[0].text))


def closes(text: str) -> bool:
    """Does a paragraph speak of the whole document, as its last ones do?"""
    return bool(_CLOSES.match(text))


def _calls(last: Node, paragraph: Paragraph) -> bool:
    """Behind the list of the last of several sections, none of which before has a paragraph there."""
    sections = last.parent.children()[:-1] if last.parent and last.parent.marker is None else []
    alone = bool(sections) and not any(s.children() and isinstance(s.items[-1], Paragraph) for s in sections)
    return alone and bool(last.children()) and bool(_CALLS.search(paragraph.text))


def _headings_have_text(last: Node) -> bool:
    """Something stands under the headings before it, so it stands under this one as well."""
    before = last.parent.children()[:-1] if last.parent else []
    return not before or any(node.items or len(node.own) > 1 for node in before)


def _line(node: Node | None) -> Iterator[Node]:
    """The node and all above it."""
    while node is not None:
        yield node
        node = node.parent
