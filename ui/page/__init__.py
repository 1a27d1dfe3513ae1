"""The Gradio page. Importing this package is cheap: gradio comes in with the first call."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio
    from fastapi import FastAPI

    from ui.service import Source


def build_page(assistant: Source) -> gradio.Blocks:
    """The four tabs over one assistant."""
    from ui.page.layout import build

    return build(assistant)


def mount(app: FastAPI, assistant: Source) -> FastAPI:
    """Add the page's own routes under ``/page`` and the page at ``/``; call it last, since ``/`` takes the rest."""
    from ui.page.layout import mount_at_root

    return mount_at_root(app, assistant)
