"""From the piece that ends a sentence to the sentence on the stream: the checks included, at most 20 ms."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from tests.assistant.asking import asking
from tests.scripted import Reply, serving

QUESTION = "空天信息产业由谁牵头，责任单位有哪些？"
HELD = (
    "空天信息的牵头单位是市发展改革委",
    "空天信息的责任单位包括市经济信息委、市委军民融合办、市教委、市科技局等",
    "空天信息由市发展改革委牵头推进",
    "空天信息产业的牵头单位就是市发展改革委",
    "市教委和市科技局等是空天信息的责任单位",
)
INVENTED = "空天信息产业每家企业补贴500万元"
MOST_MS = 20


def test_a_sentence_is_passed_on_within_twenty_milliseconds(tmp_path: Path) -> None:
    taken: list[float] = []
    with serving() as model, asking(tmp_path, model.url, timeout=5) as worded:
        for _ in range(4):
            model.forget()
            pieces = [p for held in HELD for p in (held, "[1]。", f"{INVENTED}[1]。")]
            model.reply = Reply(pieces=tuple(pieces), pause=0.02)
            came = {e.text: time.monotonic() for e in worded.stream(QUESTION) if e.kind == "delta"}
            ends = [when for when, piece in model.sent if piece == "[1]。"]
            for held, end in zip(HELD, ends, strict=True):
                taken += [1000 * (when - end) for text, when in came.items() if text.startswith(f"{held}。")]
    assert len(taken) == 4 * len(HELD)
    assert min(taken) > 0
    assert median(taken) < MOST_MS, f"{median(taken):.1f} ms"
