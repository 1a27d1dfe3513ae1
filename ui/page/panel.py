"""The place where evidence is shown: a column on a desk, a sheet from below on a phone."""

from __future__ import annotations

from typing import Any

import gradio as gr

PANEL = (
    '<aside class="tk-panel" aria-label="原文">'
    '<div class="tk-sheet-head"><span class="tk-handle" aria-hidden="true"></span>'
    '<button type="button" class="tk-button quiet tk-close" data-tk-close>关闭</button></div>'
    '<div class="tk-panel-body" tabindex="-1"><div class="tk-panel-empty">'
    "<p>原文</p><p>点答案里的编号，这里显示所依据的条款：它在文件中的位置、前后文，以及可以复制的引用。</p>"
    "</div></div></aside>"
)


def piece(value: str, **placing: Any) -> gr.HTML:
    """Our own HTML as it is: no prose styles, no click event of Gradio's."""
    return gr.HTML(value, apply_default_css=False, js_on_load=None, **placing)
