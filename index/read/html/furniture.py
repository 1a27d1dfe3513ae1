"""What a page shows around its article: navigation, search, sharing, font size, printing, footers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Element = Any

NEVER_TEXT = (
    "script",
    "style",
    "noscript",
    "template",
    "title",
    "meta",
    "link",
    "base",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "select",
    "option",
    "button",
    "input",
    "textarea",
    "datalist",
    "audio",
    "video",
    "canvas",
    "map",
    "rt",
    "rp",
    "nav",
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_NAMES = re.compile(
    r"(?:^|[-_\s])(?:main|top|sub|site|page|article|left|right|wap|pc)?"
    r"(?:nav|navbar|navigator|navigation|navmenu|menu|crumbs?|curb|curmb|breadcrumbs?|location|footer|foot|copyright"
    r"|share|bdsharebuttonbox|bdshare|ewm|qrcode|qr|erweima|print|printer|fontsize|setfont|search|hotword|hotkey"
    r"|sidebar|aside|related|relation|xgwj|xgyd|xgjd|xglj|xgxx|recommend|comments?|login|toolbar|tools?|btns?|btn"
    r"|pagination|pager|prevnext|shangxia|feedback|pop|popup|dialog|modal|float|ads?|banner)(?:[-_\s\d]|box|bar|$)",
    re.I,
)
_EDGE_LINES = re.compile(
    r"""^\W*(?:(?:
      (?:微信)?扫[一码描].* | 用?微信扫.*
    | (?:我要)?打印(?:本页|此页|页面|文章|正文)? | 关闭(?:本页|窗口|页面)? | 收藏(?:本页)? | 返回(?:顶部|首页|列表|上一页)?
    | 分享(?:到|至)?[：:].{0,40} | 分享(?:到|至)? | 纠错 | 我要纠错 | 无障碍.{0,6} | 语音播报 | 朗读 | 繁体版? | 我的收藏
    | (?:浏览)?(?:字体|字号)(?:大小)?[：:]? | 文字大小[：:]? | [大中小默认]{1,2}(?=\W|$) | 下载(?:文字|图片|PDF|Word)?版?
    | (?:浏览|阅读|点击|访问)(?:次数|量|数)?[：:]?\W*\d*\W*次?
    | (?:责任|网站)?编辑[：:].{0,12} | [上下]一[篇条页][：:].* | [上下]一[篇页]
    | (?:您|你|当前|现在)(?:当前|现在|所在)*的?位置(?:是)?[：:].* | 首页\s*[>＞»/].*
    | (?:相关|延伸)(?:链接|文章|阅读|解读|文件|稿件|报道|推荐)[：:]?
    | (?:发表|发布|更新)(?:时间|日期)[：:]\s*[\d\-/.年月日 :：]{8,} | (?:信息|文章|稿件)?来源[：:]\S{0,40}
    )\W*)+$""",
    re.I | re.X,
)
_FOOTER_LINES = re.compile(
    r"^\W*(?:主办|承办|协办|运维|技术支持|联系方式|联系我们|联系电话|地址|邮编|建议使用|您是第|总访问)", re.I
)
_SITE = re.compile(
    r"(?:ICP\s*备|公网安备|网站标识码)[^\d，。]{0,6}\d{4,}|版权所有|^\W*(?:网站地图|关于我们|copyright)", re.I
)
_SIZES = re.compile(r"(?:width|height)\s*:\s*(\d{1,5}[.\d]*\s*(?:px)?)\s*(?:;|$)")
_SIGNS = re.compile(
    r"icon|filetype|emotion|spacer|blank|ewm|qr_?code|logo|\.gif(?:$|\?)|^data:image/gif", re.I
)
_ICON = 60
_FOOTER = 300
_TEXT_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "tbody", "tr", "td", "th"))
_MOST, _PART = 0.6, 0.3
_ATTACHED = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|et|zip|rar|ofd|jpe?g|png)(?:$|[?#])", re.I)


def is_edge(line: str) -> bool:
    """A line of furniture or of dashes, to be left out at the beginning and the end of an article."""
    return bool(_EDGE_LINES.match(line)) or not any(char.isalnum() for char in line)


def is_footer(line: str) -> bool:
    """A line as it stands at the bottom of a site; by itself it may be one of a document, too (主办单位：…)."""
    return bool(_FOOTER_LINES.match(line)) or is_site(line)


def is_site(line: str) -> bool:
    """Only the bottom of a site says this: its registration, its rights."""
    return bool(_SITE.search(line)) and len(line) < _FOOTER


def hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def named(element: Element) -> bool:
    """By tag, id or class: furniture, if it holds little of the page's prose. A paragraph or a cell is never."""
    if element.tag in _TEXT_TAGS:
        return False
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return element.tag in ("footer", "aside", "header") or bool(_NAMES.search(names))


def link_list(element: Element) -> bool:
    """Mostly links, and none of them to an attachment or into the page itself."""
    links = [a for a in element.iter("a") if "".join(a.itertext()).strip()]
    if len(links) < 3 or any(_kept(a) for a in links):
        return False
    total = len("".join("".join(element.itertext()).split()))
    return sum(len("".join("".join(a.itertext()).split())) for a in links) > 0.6 * total


def _kept(link: Element) -> bool:
    return (link.get("href") or "").startswith("#") or is_attachment(link)


def is_attachment(link: Element) -> bool:
    return bool(_ATTACHED.search(link.get("href") or "") or _ATTACHED.search(_words(link)))


def is_picture(image: Element) -> bool:
    """Not an icon, a code to be scanned or a spacer, as far as its name and size tell."""
    sizes = [image.get("width"), image.get("height"), *_SIZES.findall(image.get("style") or "")]
    small = any(
        int(m[0]) < _ICON for size in sizes if size and (m := re.match(r"\d{1,5}(?![\d%])", size.strip()))
    )
    return bool(image.get("src")) and not small and not _SIGNS.search(image.get("src") or "")


def _words(element: Element) -> str:
    return "".join(element.itertext()).strip()


def drop(element: Element) -> None:
    """Out of the tree, with all in it; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail, element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def drop_furniture(root: Element, prose: Mapping[Element, float]) -> None:
    """``prose``: how much running text each element holds; what holds most of the page's is never hidden, what holds a
    good part of it never furniture."""
    whole = prose.get(root, 0.0)
    for element in list(root.iter()):
        share = prose.get(element, 0.0)
        if element is root or not isinstance(element.tag, str) or share > _MOST * whole:
            continue
        if hidden(element) or (share <= _PART * whole and _is_furniture(element)):
            drop(element)


def _is_furniture(element: Element) -> bool:
    return named(element) or (element.tag in ("div", "ul", "table", "dl") and link_list(element))
