"""问答: the conversation at the left, the evidence at the right."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import gradio as gr

from assistant.answer.model import Answer
from ui.page.panel import PANEL, piece
from ui.render import answer_html, failure_html, gather, pending_html
from ui.service import Source

log = logging.getLogger(__name__)

DOORS = (
    ("查政策依据", "空天信息产业由谁牵头？"),
    ("看哪些支持适用", "低空经济企业能申请哪些支持？"),
    ("核引文", "“对首台（套）装备、首批次材料、首版次软件依法依规给予支持”在哪一条？"),
)
EMPTY = '<p class="tk-note" role="status">请先写下问题</p>'
SEARCHING = "正在检索条款"
KEPT = 40  # turns that stay on the page
PAUSE = 0.12  # seconds between two pictures of an answer under way
_numbers = count(1)

Pictures = tuple[Any, Any, Any, Any]


@dataclass(frozen=True)
class Conversation:
    """The user's turns that were answered, and the last turns as they were shown."""

    turns: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    def with_turn(self, picture: str, *answered: str) -> Conversation:
        shown = (*self.shown, picture)[-KEPT:]
        return Conversation((*self.turns, *answered), shown)

    def html(self) -> str:
        return f'<div class="tk-log">{"".join(self.shown)}</div>'


def build(assistant: Source) -> None:
    conversation = gr.State(Conversation())
    with gr.Row(elem_id="tk-ask", elem_classes="tk-desk"):
        with gr.Column(elem_classes="tk-main", min_width=0):
            with gr.Column(elem_classes="tk-scroll", min_width=0):
                shown = piece(start_html(), elem_id="tk-log")
                pending = piece("", elem_id="tk-pending")
            with gr.Row(elem_classes="tk-input"):
                box = gr.Textbox(
                    label="问题",
                    show_label=False,
                    container=False,
                    placeholder="写下要问的事",
                    lines=1,
                    max_lines=5,
                    elem_id="tk-question",
                )
                send = gr.Button("提问", variant="primary", elem_id="tk-send", min_width=72)
        piece(PANEL, elem_classes="tk-side")

    def said(question: str, earlier: Conversation) -> Iterator[Pictures]:
        yield from turn(assistant, question, earlier)

    gr.on(
        [send.click, box.submit],
        said,
        inputs=[box, conversation],
        outputs=[box, shown, pending, conversation],
        show_progress="hidden",
        trigger_mode="once",
        api_visibility="private",
    )


def start_html() -> str:
    doors = "".join(
        f'<li><button type="button" class="tk-door" data-tk-ask="{question}">'
        f"<b>{name}</b><span>{question}</span></button></li>"
        for name, question in DOORS
    )
    return (
        '<div class="tk-start"><h2>问文件，答案句句有出处</h2>'
        f"<p>每句话后面的编号，点开就是所依据的条款原文。</p><ul>{doors}</ul></div>"
    )


def turn(assistant: Source, question: str, earlier: Conversation) -> Iterator[Pictures]:
    """Pictures of (box, conversation, turn under way, state); the last one shows the answer or what went wrong."""
    question = question.strip()
    if not question:
        yield gr.skip(), gr.skip(), EMPTY, gr.skip()
        return
    yield "", _cleared(earlier), pending_html(question, SEARCHING), gr.skip()
    key = f"a{next(_numbers)}"
    try:
        answer = None
        for event in _events(assistant, question, earlier):
            if isinstance(event, Answer):
                answer = event
            else:
                yield gr.skip(), gr.skip(), event, gr.skip()
        if answer is None:
            raise RuntimeError("the stream ended without an answer")
        later = earlier.with_turn(_finished(assistant, answer, key), question)
    except Exception as error:
        log.warning("a question failed", exc_info=error)
        later = earlier.with_turn(failure_html(error, question, key))
    yield gr.skip(), later.html(), "", later


def _cleared(earlier: Conversation) -> Any:
    """Takes the doors away at the first question; later the conversation stands as it is."""
    return gr.skip() if earlier.shown else earlier.html()


def _events(assistant: Source, question: str, earlier: Conversation) -> Iterator[str | Answer]:
    """Pictures of the turn under way, not too many a second, then the Answer."""
    status, said, last = SEARCHING, "", 0.0
    for event in assistant.stream(turns=(*earlier.turns, question)):
        if event.kind == "answer" and event.answer is not None:
            yield event.answer
            continue
        status = event.text if event.kind == "status" else status
        said += event.text if event.kind == "delta" else ""
        if time.monotonic() - last > PAUSE:
            last = time.monotonic()
            yield pending_html(question, status, said)


def _finished(assistant: Source, answer: Answer, key: str) -> str:
    cited = gather(answer.citations, assistant.clause)
    closest = gather(answer.closest, assistant.clause)
    return answer_html(answer, cited, closest, key)
