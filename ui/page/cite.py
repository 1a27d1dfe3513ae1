"""查引: one box; the script asks ``/page/cite`` as one types, so no Gradio event stands in between."""

from __future__ import annotations

from ui.page.panel import piece
from ui.render.words import FORMATS


def build() -> None:
    piece(desk_html(), elem_id="tk-cite", elem_classes="tk-desk single")


def desk_html() -> str:
    choices = "".join(
        f'<label><input type="radio" name="tk-format" value="{name}" data-tk-format>'
        f"<span>{label}</span></label>"
        for name, label in FORMATS.items()
    )
    return (
        '<div class="tk-cite"><div class="tk-cite-bar">'
        '<label class="vh" for="tk-cite-box">条款号、原句或词语</label>'
        '<input id="tk-cite-box" type="search" autocomplete="off" maxlength="500" '
        'placeholder="条款号、“原句”或几个字">'
        f'<fieldset class="tk-formats"><legend class="vh">引用格式</legend>{choices}</fieldset></div>'
        f'<div class="tk-results" id="tk-cite-results" aria-live="off">{START}</div></div>'
    )


START = (
    '<div class="tk-start"><h2>查到原文，照抄不误</h2><p>输入两个字起即出结果。</p><ul>'
    '<li><button type="button" class="tk-door" data-tk-cite="三（五）"><b>条款号</b><span>三（五）</span></button></li>'
    '<li><button type="button" class="tk-door" data-tk-cite="“耐心资本”"><b>原句</b><span>“耐心资本”</span></button></li>'
    '<li><button type="button" class="tk-door" data-tk-cite="低空保障"><b>词语</b><span>低空保障</span></button></li>'
    "</ul></div>"
)
