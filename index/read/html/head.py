"""What a page says about its article: the title, and the data shown above it (索引号, 发布机构, 文号, 成文日期 …)."""

from __future__ import annotations

import re
from typing import Any

from index.read.html.furniture import drop
from index.read.html.lines import Line, pieces, shown
from index.wording import either

Element = Any

_LABELS = either(
    r"索引号|信息索引|发文字号|发文文号|公文字号|文件编号|文号|发布机构|发布机关|发文机关",
    r"发文机构|发文单位|制发机关|制定机关|公开机构|发布单位|责任部门|成文日期|发文日期",
    r"生成日期|制发日期|发布日期|公布日期|公开日期|发布时间|生效日期|实施日期|施行日期",
    r"失效日期|失效时间|废止日期|有效期|有效性|时效性|效力状态|文件状态|是否有效|状态",
    r"主题分类|信息分类|公文种类|体裁分类|文种|体裁|分类|组配分类|主题词|关键词|名称|标题",
    r"文件名称|信息名称|公开方式|公开形式|公开范围|公开时限|统一登记号|统一编号|内容概述",
    r"语种|来源|主题",
)
_LABEL = re.compile(
    "(?:^|(?<=[\\s\\t】\\]]))[【\\[]?("
    + "|".join("[\\s\u3000\xa0]*".join(label) for label in sorted(_LABELS.split("|"), key=len, reverse=True))
    + ")[】\\]]?\\s*[：:]\\s*|(?<=\x1f)[【\\[]?("
    + "|".join("[\\s\u3000\xa0]*".join(label) for label in sorted(_LABELS.split("|"), key=len, reverse=True))
    + ")[】\\]]?\\s*[：:]?\\s*(?=\x1f)"
)
_NEEDED = {
    "索引号",
    "发文字号",
    "文号",
    "发布机构",
    "发文机关",
    "发文机构",
    "制发机关",
    "统一登记号",
    "信息索引",
}
_NAMES = {"名称", "标题", "文件名称", "信息名称"}
_LONGEST = 200
_EMPTY = {"", "无", "--", "-", "/"}
_SITE = re.compile(
    r"\s*[-_|–—]+\s*[^-_|–—]*(?:网|网站|门户|平台|政府|政务公开|信息公开|委员会|厅|局|办公室)\s*$"
)
_LETTERS = re.compile(r"[^\w]|_")


def take_data(root: Element, title: str) -> list[str]:
    """The data of the page as lines ``标签：值``, taken out of the tree; without empty values, and the title once more."""
    best: tuple[int, Element, list[tuple[str, str]]] | None = None
    for element in root.iter("table", "ul", "dl", "div", "section"):
        size = len("".join("".join(element.itertext()).split()))
        if not 20 <= size <= 700:
            continue
        found = _pairs(element)
        labels = {label for label, _ in found}
        if len(labels) < 3 or not labels & _NEEDED or any(len(value) > _LONGEST for _, value in found):
            continue
        if best is None or (len(found), -size) > (len(best[2]), -best[0]):
            best = (size, element, found)
    if best is None:
        return []
    drop(best[1])
    return [
        f"{label}：{value}"
        for label, value in best[2]
        if value not in _EMPTY and not (label in _NAMES and letters(value) == letters(title))
    ]


def _pairs(element: Element) -> list[tuple[str, str]]:
    """Labels with what stands behind each; none where other text stands before the first."""
    text = (
        "\x1f"
        + "\x1f".join(piece.text for piece in pieces(element, tables=False) if isinstance(piece, Line))
        + "\x1f"
    )
    found = list(_LABEL.finditer(text))
    if not found or len(text[: found[0].start()].strip("\x1f ")) > 20:
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    out = []
    for match, end in zip(found, ends, strict=True):
        label = re.sub(r"\s", "", match.group(1) or match.group(2))
        out.append((label, shown(text[match.end() : end].replace("\x1f", " "))))
    return out


def title_of(root: Element) -> str:
    """As the site's own tags give it, else as the window's title does; empty where there is none that can be trusted."""
    metas = {(m.get("name") or "").lower(): (m.get("content") or "").strip() for m in root.iter("meta")}
    tagged = list(root.iter("ucaptitle"))
    window = next((shown("".join(e.itertext())) for e in root.iter("title")), "")
    for found in (
        metas.get("articletitle", ""),
        *(shown("".join(e.itertext())) for e in tagged),
        _without_site(window, metas),
    ):
        if len(letters(found)) >= 6 and not found.endswith(("…", "...")):
            return found
    return ""


def _without_site(window: str, metas: dict[str, str]) -> str:
    for site in (metas.get("sitename", ""), metas.get("columnname", "")):
        if site and window.endswith(site):
            window = window[: -len(site)].rstrip(" -_|–—")
    while (cut := _SITE.sub("", window)) != window and cut:
        window = cut
    return window if not re.search(r"(?:网|网站|平台|首页)$", window) else ""


def letters(text: str) -> str:
    """Without punctuation and white space, for comparing titles."""
    return _LETTERS.sub("", text)
