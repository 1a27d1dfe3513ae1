"""Paper, ink and one seal red: the theme, and the style sheet and script shipped beside this file."""

from __future__ import annotations

from importlib.resources import files

import gradio as gr

SANS = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "system-ui", "sans-serif")
MONO = ("Menlo", "Consolas", "Noto Sans Mono CJK SC", "monospace")
STYLES = ("roles.css", "frame.css", "ask.css", "desks.css")
SCRIPTS = ("panel.js", "desks.js")


def theme() -> gr.themes.Base:
    """System fonts only; colours are the roles of ``roles.css``, which also knows the dark ones."""
    roles = {
        "body_background_fill": "var(--paper)",
        "body_text_color": "var(--ink)",
        "body_text_color_subdued": "var(--quiet)",
        "background_fill_primary": "var(--paper)",
        "background_fill_secondary": "var(--wash)",
        "block_background_fill": "transparent",
        "block_border_width": "0px",
        "border_color_primary": "var(--line)",
        "input_background_fill": "var(--sheet)",
        "input_border_color": "var(--edge)",
        "input_border_color_focus": "var(--ink)",
        "input_placeholder_color": "var(--quiet)",
        "button_primary_background_fill": "var(--ink)",
        "button_primary_background_fill_hover": "var(--ink)",
        "button_primary_text_color": "var(--paper)",
        "button_secondary_background_fill": "var(--sheet)",
        "button_secondary_background_fill_hover": "var(--wash)",
        "button_secondary_text_color": "var(--ink)",
        "color_accent": "var(--seal)",
    }
    both = roles | {f"{name}_dark": value for name, value in roles.items() if name[:5] != "color"}
    both.pop("block_border_width_dark", None)
    base = gr.themes.Base(font=list(SANS), font_mono=list(MONO), radius_size="sm")
    return base.set(**both)


def head() -> str:
    """Style sheet and script for the page's head; Gradio's own ``css=`` would rewrite the media rules.

    The script makes no request but to this page's own routes.
    """
    styles = "\n".join(_asset(name) for name in STYLES)
    script = "\n".join(_asset(name) for name in SCRIPTS)
    return f"<style>{styles}</style><script>{script}</script>"


def asset_path(name: str) -> str:
    return str(files("ui.page").joinpath("assets", name))


def _asset(name: str) -> str:
    return files("ui.page").joinpath("assets", name).read_text("utf-8")
