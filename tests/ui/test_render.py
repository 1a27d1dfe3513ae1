"""What the faces show: safe, verbatim, and in the dress of its outcome."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from assistant.answer.model import Answer, Citation, MatchResult, Measure
from assistant.views import LibraryView
from index.errors import InputError, NotFoundError
from tests.fakes import FakeAssistant
from ui.render import (
    DISCLAIMER,
    Evidence,
    answer_html,
    answer_markdown,
    answer_plain,
    cite_html,
    evidence_html,
    failure_html,
    gather,
    library_line,
    match_html,
    pending_html,
    tree_html,
)
from ui.render.marks import every, locate, marked

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
QUESTION = "空天信息产业由谁牵头？"


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


def shown(assistant: FakeAssistant, answer: Answer) -> str:
    cited = gather(answer.citations, assistant.clause)
    closest = gather(answer.closest, assistant.clause)
    return answer_html(answer, cited, closest, "a1")


def words(html: str) -> str:
    """The text of the HTML, without what is only shipped for the panel."""
    html = re.sub(r"<div data-tk-held.*", "", html, flags=re.S)
    return re.sub(r"<[^>]+>", "", html)


class Markup(HTMLParser):
    """The names of all tags and attributes that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


def evil_citation(citation: Citation) -> Citation:
    document = citation.document.model_copy(update={"title": EVIL, "number": EVIL, "status": EVIL})
    return citation.model_copy(
        update={"document": document, "heading": EVIL, "locator": EVIL, "quote": EVIL, "formatted": EVIL}
    )


class TestMarks:
    @pytest.mark.parametrize(
        ("text", "quote", "near", "expected"),
        [
            ("甲乙丙丁", "乙丙", 0, "甲<mark>乙丙</mark>丁"),
            ("甲 乙\n丙丁", "乙丙", 0, "甲 <mark>乙\n丙</mark>丁"),
            ("甲乙甲乙", "甲 乙", 2, "甲乙<mark>甲乙</mark>"),
            ("a<b>&c", "<b>", 0, "a<mark>&lt;b&gt;</mark>&amp;c"),
        ],
    )
    def test_the_quoted_words_are_marked_whatever_the_white_space(
        self, text: str, quote: str, near: int, expected: str
    ) -> None:
        span = locate(text, quote, near)
        assert span is not None
        assert marked(text, [span]) == expected

    def test_words_that_are_not_there_are_not_marked(self) -> None:
        assert locate("甲乙", "丙") is None
        assert locate("甲乙", " ") is None
        assert every("甲乙", "") == []

    def test_every_place_is_found_and_overlaps_are_left_out(self) -> None:
        assert every("甲甲甲", "甲") == [(0, 1), (1, 2), (2, 3)]
        assert marked("甲乙丙", [(0, 2), (1, 3)]) == "<mark>甲乙</mark>丙"


class TestAnswer:
    def test_each_sentence_ends_in_its_chips(self, assistant: FakeAssistant) -> None:
        html = shown(assistant, assistant.ask(QUESTION))
        assert 'data-state="done"' in html
        assert 'data-outcome="answered"' in html
        assert "空天信息的牵头单位是市发展改革委。[1]" in words(html)
        assert 'data-tk-ev="a1-1"' in html
        assert 'data-tk-held="a1-1"' in html
        assert "<mark>牵头单位：市发展改革委</mark>" in html
        assert "有依据" in words(html)

    def test_unspecified_shows_the_closest_clauses_as_no_answer(self, assistant: FakeAssistant) -> None:
        html = shown(assistant, assistant.ask("补贴最高多少？"))
        assert 'data-outcome="unspecified"' in html
        assert "文件未规定" in words(html)
        assert '<details class="tk-closest" open><summary>相近条款（不是答案）' in html
        assert 'data-tk-held="a1-c1"' in html

    def test_refused_has_no_chips(self, assistant: FakeAssistant) -> None:
        html = shown(assistant, assistant.ask("火星天气如何？"))
        assert "tk-chip" not in html
        assert "未涉及" in words(html)
        assert "已收录的文件没有涉及" in words(html)
        assert "复制（含出处）" not in html

    def test_standalone_question_is_shown_only_when_it_differs(self, assistant: FakeAssistant) -> None:
        assert "按此理解" not in shown(assistant, assistant.ask(QUESTION))
        assert "按此理解" in shown(assistant, assistant.ask(turns=[QUESTION, "责任单位呢？"]))

    def test_notices_model_and_dropped_sentences_are_said(self, assistant: FakeAssistant) -> None:
        answer = assistant.ask(QUESTION).model_copy(
            update={"mode": "llm", "dropped": 2, "notices": ("文件已过有效期",)}
        )
        said = words(shown(assistant, answer))
        assert "模型润色，已逐句核对" in said
        assert "略去 2 句" in said
        assert "文件已过有效期" in said

    def test_what_users_and_documents_wrote_is_never_markup(self, assistant: FakeAssistant) -> None:
        answer = assistant.ask(QUESTION)
        cited = tuple(evil_citation(citation) for citation in answer.citations)
        evil = answer.model_copy(
            update={
                "question": EVIL,
                "standalone_question": EVIL + "？",
                "statements": tuple(s.model_copy(update={"text": EVIL}) for s in answer.statements),
                "citations": cited,
                "closest": cited,
                "notices": (EVIL,),
            }
        )
        for html in (
            shown(assistant, evil),
            pending_html(EVIL, EVIL, EVIL),
            failure_html(InputError(EVIL, EVIL), EVIL, EVIL),
            cite_html(EVIL, [Evidence(cited[0], None)], []),
            cite_html(EVIL, [], [Evidence(cited[0], None)]),
        ):
            found = Markup(html)
            assert not found.tags & {"script", "img"}
            assert not found.attributes & {"onerror", "src"}

    def test_a_clause_that_left_the_library_is_shown_by_its_quotation(self, assistant: FakeAssistant) -> None:
        citation = assistant.ask(QUESTION).citations[0].model_copy(update={"clause_id": "gone"})
        html = evidence_html(gather([citation], assistant.clause)[0])
        assert "<mark>牵头单位：市发展改革委</mark>" in html


class TestText:
    def test_plain_text_carries_sources_and_the_disclaimer(self, assistant: FakeAssistant) -> None:
        text = answer_plain(assistant.ask(QUESTION))
        assert "空天信息的牵头单位是市发展改革委。[1]" in text
        assert "渝府办发〔2024〕75号" in text
        assert DISCLAIMER in text

    def test_every_answer_names_the_version_of_the_library(self, assistant: FakeAssistant) -> None:
        answer = assistant.ask(QUESTION)
        assert answer.library
        for said in (answer_plain(answer), answer_markdown(answer), words(shown(assistant, answer))):
            assert answer.library in said

    def test_markdown_escapes_what_would_be_markup(self, assistant: FakeAssistant) -> None:
        answer = assistant.ask(QUESTION)
        evil = answer.model_copy(
            update={"statements": (answer.statements[0].model_copy(update={"text": "![](x) <b>**粗**"}),)}
        )
        assert "\\!" not in answer_markdown(answer)
        assert "!\\[\\](x) \\<b\\>\\*\\*粗\\*\\*[1]" in answer_markdown(evil)

    def test_library_line(self, assistant: FakeAssistant) -> None:
        line = library_line(assistant.overview())
        assert line == f"收录 1 份文件、{len(assistant.clauses)} 条条款，最新一份成文于2024年9月27日"
        empty = LibraryView(library="0", documents=(), clauses=0, latest=None)
        assert library_line(empty) == "库里还没有文件"


class TestDesks:
    def matched(self, assistant: FakeAssistant, result: MatchResult) -> str:
        return match_html(result, [gather(m.citations, assistant.clause) for m in result.measures])

    def test_measures_stand_in_groups_and_unknown_stays_unknown(self, assistant: FakeAssistant) -> None:
        html = self.matched(assistant, assistant.match("低空经济企业"))
        groups = re.findall(r'class="tk-group (\w+)"', html)
        assert groups == ["applicable", "conditional", "direction", "not_applicable"]
        assert '<details class="tk-group not_applicable">' in html
        said = words(html)
        for mark in ("✓", "?", "✗", "文件未规定金额", "按投资额的10%、最高100万元", "市经济信息委"):
            assert mark in said

    def test_no_measure_is_a_state_of_its_own(self, assistant: FakeAssistant) -> None:
        html = self.matched(assistant, MatchResult(profile={}, measures=()))
        assert "没有与所述情况相符的支持措施" in html

    def test_a_measure_without_agencies_says_so(self, assistant: FakeAssistant) -> None:
        measure: Measure = assistant.match("企业").measures[0].model_copy(update={"agencies": ()})
        html = self.matched(assistant, MatchResult(profile={}, measures=(measure,)))
        assert "文件未写明" in words(html)

    def test_look_up_marks_the_words_and_offers_every_format(self, assistant: FakeAssistant) -> None:
        html = cite_html("耐心资本", gather(assistant.cite("耐心资本").matches, assistant.clause), [])
        assert "<mark>耐心资本</mark>" in html
        for name in ("official", "gbt7714", "markdown", "text"):
            assert f'data-{name}="' in html

    def test_nothing_found_is_said_and_the_nearest_are_labelled(self, assistant: FakeAssistant) -> None:
        result = assistant.cite("没有这样的话")
        html = cite_html(result.query, [], gather(result.nearest, assistant.clause))
        assert "没有找到「没有这样的话」" in html
        assert "不是所查的内容" in html

    def test_the_tree_shows_every_clause_with_its_address(self, assistant: FakeAssistant) -> None:
        html = tree_html(assistant.outline("cq-2024-75"), "c005")
        assert html.count("data-tk-entry=") == len(assistant.clauses)
        assert 'href="./?clause=c005"' in html
        assert 'data-tk-goto="c005" aria-current="true"' in html


class TestFailures:
    @pytest.mark.parametrize(
        ("error", "said"),
        [
            (InputError("问题太长", "请写短一些"), ("问题太长", "请写短一些")),
            (
                NotFoundError("没有第（99）条", "", ("第（38）条",)),
                ("没有第（99）条", "相近的有：第（38）条"),
            ),
            (ValueError("secret /srv/path"), ("出了意外", "请稍后再试")),
        ],
    )
    def test_only_our_own_errors_speak(self, error: Exception, said: tuple[str, str]) -> None:
        html = failure_html(error)
        assert all(part in html for part in said)
        assert "secret" not in html
