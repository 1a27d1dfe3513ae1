"""The Chinese words for the contract's values: one table each, used by every face."""

from __future__ import annotations

from datetime import date

from index.errors import NotFoundError, TiaokuanError

DISCLAIMER = "AI生成，逐句核对；引用以正式文件为准"

OUTCOMES = {"answered": "有依据", "unspecified": "文件未规定", "refused": "未涉及"}
STATUSES = {
    "current": "现行有效",
    "expired": "已失效",
    "superseded": "已被替代",
    "unknown": "效力待核",
}
VERDICTS = {
    "applicable": ("适用", "所列条件都已满足"),
    "conditional": ("有条件适用", "尚有条件待确认"),
    "direction": ("方向性支持", "文件只给出方向，没有写明申请条件"),
    "not_applicable": ("不适用", "有条件不符"),
}
FORMATS = {"official": "公文", "gbt7714": "GB/T 7714", "markdown": "Markdown", "text": "纯文本"}
FACTS = {"agency": "分工", "target": "目标", "measure": "措施"}
ROLES = {"lead": "牵头", "responsible": "责任", "division": "分工", "implement": "落实"}
MET = {True: ("✓", "满足"), None: ("?", "待确认"), False: ("✗", "不符")}
NO_AMOUNT = "文件未规定金额"
CLOSEST = "相近条款（不是答案）"


def day(iso: str | None) -> str:
    """``2024-09-27`` as 2024年9月27日; anything else comes back as it is."""
    try:
        when = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{when.year}年{when.month}月{when.day}日"


def titled(title: str) -> str:
    """The title in 《》, once."""
    return title if title.startswith("《") else f"《{title}》"


def failure_words(error: Exception) -> tuple[str, str]:
    """What happened and what to do, for any exception; only our own errors speak for themselves."""
    if isinstance(error, NotFoundError) and error.nearest:
        near = "、".join(error.nearest)
        return error.message, "；".join(filter(None, (error.hint, f"相近的有：{near}")))
    if isinstance(error, TiaokuanError):
        return error.message, error.hint
    return "出了意外，这次没有结果", "请稍后再试；若仍如此，请把发生的时间告诉管理员，服务日志里有记录"
