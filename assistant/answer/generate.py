"""A language model words the answer from the clauses; what it adds to them is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel

import prompts
from assistant.answer.compose.wording import name_of
from assistant.answer.draft import Draft, Quote, Said, quote_hit
from assistant.answer.ground import supported
from assistant.answer.rows import arranged
from assistant.answer.sentences import sentences
from assistant.evidence import Evidence
from assistant.question.understand import flatten
from index.errors import ModelError

BLOCKS = 6
MAX_CHARACTERS = 8000
_MARKER = re.compile(r"[\[［【]\s*(\d+(?:\s*[,，、]\s*\d+)*)\s*[\]］】]")
_SENTENCE = re.compile(
    r"(?P<body>[^。！？\n]*[^。！？\n\[［【\s])(?P<before>(?:\s*[\[［【][\d,，、\s]+[\]］】])*)[。！？]?(?P<after>(?:\s*[\[［【][\d,，、\s]+[\]］】])*)"
)


def clauses_for(draft: Draft, evidences: Sequence[Evidence]) -> list[Quote]:
    """What the model may cite, in the order of its numbers: the draft's places, then the nearest hits."""
    chosen: dict[str, Quote] = {}
    for quote in [q for s in draft.said for q in s.quotes] + [
        quote_hit(h) for e in evidences for h in e.hits
    ]:
        if len(chosen) < BLOCKS and quote.clause.id not in chosen:
            clause = quote.clause
            chosen[clause.id] = Quote(quote.document, clause, clause.start, clause.end)
    return list(chosen.values())


def prompt(question: str, clauses: Sequence[Quote]) -> str:
    blocks = [
        f"[{n}] {q.clause.locator} {name_of(q.document, q.clause)}\n{arranged(q)}"
        for n, q in enumerate(clauses, start=1)
    ]
    return prompts.fill("answer", clauses="\n\n".join(blocks), question=question)


def stream_text(model: BaseChatModel, text: str) -> Iterator[str]:
    """The reply in pieces; ModelError for whatever the provider raises."""
    size = 0
    try:
        for chunk in model.stream(text):
            piece = _text_of(chunk.content)
            size += len(piece)
            if piece:
                yield piece
            if size > MAX_CHARACTERS:
                return
    except Exception as error:  # every provider raises its own
        raise ModelError(
            f"大语言模型没有正常回答（{type(error).__name__}）", "请检查 TIAOKUAN_LLM 的地址、密钥与网络"
        ) from error


def _text_of(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content if isinstance(part, dict))


def read_reply(reply: str, clauses: Sequence[Quote], question: str) -> tuple[list[Said], int]:
    """(sentences that hold against the clauses they cite, number of those that do not)."""
    said: list[Said] = []
    dropped = 0
    for match in _SENTENCE.finditer(re.sub(r"<think>.*?</think>", "", reply, flags=re.S)):
        body = re.sub(r"^[\s\-*•]+", "", _MARKER.sub("", match.group("body"))).strip()
        if len(body) < 2:
            continue
        numbers = [int(n) for group in _MARKER.findall(match.group()) for n in re.findall(r"\d+", group)]
        cited = tuple(clauses[n - 1] for n in dict.fromkeys(numbers) if 0 < n <= len(clauses))
        if cited and supported(body, cited, question):
            said.append(Said(body + "。", tuple(_narrow(body, q) for q in cited)))
        else:
            dropped += 1
    return said, dropped


def _narrow(body: str, quote: Quote) -> Quote:
    """The sentence of the clause that shares most with what is said; the whole clause where none stands out."""
    document, clause = quote.document, quote.clause
    pairs = {body[i : i + 2] for i in range(len(body) - 1)}
    best, span = 0.0, (clause.start, clause.end)
    for one in sentences(document, clause, clause.start, clause.end):
        flat = flatten(one.text)
        score = sum(p in flat for p in pairs) / max(len(pairs), 1)
        if score > best:
            best, span = score, (one.start, one.end)
    narrowed = Quote(document, clause, *span)
    return narrowed if supported(body, (narrowed,), "") else quote


def generated(draft: Draft, said: list[Said]) -> Draft:
    return Draft(draft.outcome, tuple(said), draft.notices, draft.closest)
