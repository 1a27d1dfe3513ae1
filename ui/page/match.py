"""适用政策: an enterprise in a sentence, the measures that fit in groups."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import gradio as gr

from ui.page.panel import PANEL, piece
from ui.render import failure_html, gather, match_html
from ui.service import Source

log = logging.getLogger(__name__)

EXAMPLES = (
    "低空经济企业，正在建设无人机应用场景",
    "新材料企业，牵头制定了一项行业标准",
    "生物医药企业，有首台（套）装备",
)
BUSY = '<p class="tk-busy" data-state="busy"><span class="tk-dot"></span>正在逐项核对支持措施的条件</p>'


def build(assistant: Source) -> None:
    with gr.Row(elem_id="tk-match", elem_classes="tk-desk"):
        with gr.Column(elem_classes="tk-main", min_width=0):
            with gr.Row(elem_classes="tk-input top"):
                box = gr.Textbox(
                    label="企业情况",
                    show_label=False,
                    container=False,
                    placeholder="一句话写明企业情况",
                    lines=1,
                    max_lines=4,
                    elem_id="tk-profile",
                )
                find = gr.Button("查看", variant="primary", elem_id="tk-find", min_width=72)
            with gr.Column(elem_classes="tk-scroll", min_width=0):
                shown = piece(start_html(), elem_id="tk-measures")
        piece(PANEL, elem_classes="tk-side")

    def matched(text: str) -> Iterator[str]:
        yield from pictures(assistant, text)

    gr.on(
        [find.click, box.submit],
        matched,
        inputs=box,
        outputs=shown,
        show_progress="hidden",
        trigger_mode="once",
        api_visibility="private",
    )


def start_html() -> str:
    items = "".join(
        f'<li><button type="button" class="tk-door" data-tk-match="{text}"><span>{text}</span></button></li>'
        for text in EXAMPLES
    )
    return (
        '<div class="tk-start"><h2>哪些支持措施适用</h2>'
        "<p>写明的条件逐条核对：满足、待确认、不符；文件没有写的，就说没有写。</p>"
        f"<ul>{items}</ul></div>"
    )


def pictures(assistant: Source, text: str) -> Iterator[str]:
    """What is being done, then the groups or what went wrong."""
    yield BUSY
    try:
        result = assistant.match(text=text.strip())
        evidence = [gather(measure.citations, assistant.clause) for measure in result.measures]
        picture = match_html(result, evidence)
    except Exception as error:
        log.warning("a match failed", exc_info=error)
        picture = failure_html(error)
    yield picture
