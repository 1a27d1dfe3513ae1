"""The frame around the four tabs, and how the HTTP application takes it in."""

from __future__ import annotations

import gradio as gr
from fastapi import FastAPI

from ui.page import ask, cite, match, theme, tree
from ui.page.fragments import fragments
from ui.page.panel import piece
from ui.page.policy import OwnAddressOnly
from ui.render import DISCLAIMER, failure_words, library_line
from ui.render.marks import safe
from ui.service import Source

TITLE = "条款"
WAITING, WORKERS = 64, 4


def build(assistant: Source) -> gr.Blocks:
    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True, fill_height=True) as page:
        held = piece(header_html(assistant), elem_id="tk-header")
        with gr.Tabs(elem_id="tk-tabs"):
            with gr.Tab("问答", id="ask"):
                ask.build(assistant)
            with gr.Tab("适用政策", id="match"):
                match.build(assistant)
            with gr.Tab("查引", id="cite"):
                cite.build()
            with gr.Tab("条款树", id="tree"):
                tree.build()
        piece(f'<p class="tk-disclaimer">{DISCLAIMER}</p>', elem_id="tk-footer")
        page.load(
            lambda: header_html(assistant),
            outputs=held,
            show_progress="hidden",
            api_visibility="private",
        )
    return page


def mount_at_root(app: FastAPI, assistant: Source) -> FastAPI:
    """Own routes first, then the page; nothing is asked of any other address."""
    app.include_router(fragments(assistant))
    app.add_middleware(OwnAddressOnly)
    page = build(assistant)
    page.queue(max_size=WAITING, default_concurrency_limit=WORKERS, api_open=False)
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        theme=theme.theme(),
        head=theme.head(),
        favicon_path=theme.asset_path("favicon.svg"),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        mcp_server=False,
        pwa=False,
        ssr_mode=False,
        show_error=False,
    )
    return app


def header_html(assistant: Source) -> str:
    try:
        line = library_line(assistant.overview())
    except Exception as error:  # noqa: BLE001 - the page still opens when the library does not
        line = "；".join(filter(None, failure_words(error)))
    return (
        f'<div class="tk-head"><h1><span aria-hidden="true">条</span>{TITLE}</h1>'
        f'<p class="tk-library">{safe(line)}</p></div>'
        '<p id="tk-announce" class="vh" role="status" aria-live="polite"></p>'
        '<p id="tk-trouble" role="alert" hidden></p>'
    )
