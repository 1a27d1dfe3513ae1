"""What ``index show`` gives of a measure: who, on which conditions, in which tiers, each in the document's own words."""

from __future__ import annotations

from datetime import date

from assistant.desks.reading import show
from index.clauses import parse
from index.clauses.status import Standings

TEXT = "示例若干措施\n\n一、对首次认定为国家级、省级专精特新企业且年营业收入超过1亿元的，分别给予50万元、20万元一次性奖励。\n"


def test_conditions_and_tiers_are_shown_in_words() -> None:
    document = parse(TEXT, "示例若干措施.txt")
    shown = show(document, Standings((), date(2026, 1, 1)), lambda _title: None)
    (measure,) = [f for c in shown["clauses"] for f in c["facts"] if f["kind"] == "measure"]
    assert [(t["condition"]["text"], t["amount"]["text"]) for t in measure["tiers"]] == [
        ("国家级", "50万元"),
        ("省级", "20万元"),
    ]
    for condition in measure["conditions"]:
        assert document.text[condition["start"] : condition["end"]] == condition["text"]
    assert "年营业收入超过1亿元" in "；".join(c["text"] for c in measure["conditions"])
