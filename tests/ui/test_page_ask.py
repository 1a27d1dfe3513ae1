"""问答 in a real browser: ask, click a citation, find the marked words, copy, follow up."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from index.errors import LibraryBusyError
from tests.ui.conftest import Visit, in_browser

pytestmark = in_browser
QUESTION = "空天信息产业由谁牵头？"


def test_ask_click_a_citation_and_find_the_marked_words(desk: Visit) -> None:
    page = desk.open()
    desk.ask(QUESTION)
    turn = page.locator('.tk-turn[data-state="done"]')
    expect(turn).to_have_attribute("data-outcome", "answered")
    expect(turn).to_contain_text("空天信息的牵头单位是市发展改革委。")
    panel = page.locator("#tk-ask .tk-panel")
    expect(panel.locator("mark")).to_have_text("牵头单位：市发展改革委")

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".tk-chip").nth(1).click()
    expect(panel.locator("mark")).to_contain_text("责任单位：市经济信息委")
    assert not asked, "a click on a chip changes the panel without a request"
    expect(page.locator(".tk-chip").nth(1)).to_have_attribute("aria-current", "true")
    expect(panel).to_contain_text("渝府办发〔2024〕75号")
    expect(panel.locator(".ev-path")).to_contain_text("空天信息")
    assert desk.strangers == []
    assert desk.complaints == []


def test_the_citation_is_copied_in_the_chosen_format(desk: Visit) -> None:
    page = desk.open()
    desk.ask(QUESTION)
    panel = page.locator("#tk-ask .tk-panel")
    panel.get_by_role("button", name="复制引用").click()
    expect(panel.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "《重庆市未来产业培育行动计划（2024—2027年）》（渝府办发〔2024〕75号）二、（一）1."
    panel.locator("select[data-tk-format]").select_option("gbt7714")
    panel.locator("[data-tk-copy]").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('[A]'))")
    desk.open()
    desk.ask(QUESTION)
    expect(panel.locator("select[data-tk-format]")).to_have_value("gbt7714")


def test_clauses_before_and_after_are_one_step_away(desk: Visit) -> None:
    page = desk.open()
    desk.ask(QUESTION)
    panel = page.locator("#tk-ask .tk-panel")
    panel.get_by_role("button", name="上一条").click()
    expect(panel.locator(".ev-text")).to_contain_text("北斗应用")
    panel.get_by_role("button", name="下一条").click()
    expect(panel.locator(".ev-text")).to_contain_text("牵头单位")


def test_three_outcomes_look_different(desk: Visit) -> None:
    page = desk.open()
    desk.ask("低空经济补贴每家企业最高多少万元？")
    turn = page.locator(".tk-turn").last
    expect(turn).to_have_attribute("data-outcome", "unspecified")
    expect(turn.locator(".tk-closest")).to_contain_text("相近条款（不是答案）")
    turn.locator(".tk-closest button").first.click()
    expect(page.locator("#tk-ask .tk-panel")).to_contain_text("相近条款（不是答案）")
    desk.ask("火星上的天气如何？")
    turn = page.locator(".tk-turn").last
    expect(turn).to_have_attribute("data-outcome", "refused")
    expect(turn.locator(".tk-chip")).to_have_count(0)


def test_follow_ups_send_all_earlier_turns(desk: Visit) -> None:
    page = desk.open()
    desk.ask(QUESTION)
    desk.ask("责任单位呢？")
    assert desk.site.assistant.asked == [(QUESTION,), (QUESTION, "责任单位呢？")]
    expect(page.locator(".tk-turn").last).to_contain_text("按此理解：空天信息产业：责任单位呢？")


def test_an_example_is_asked_at_one_click_and_announced(desk: Visit) -> None:
    page = desk.open()
    page.locator("[data-tk-ask]").first.click()
    expect(page.locator('.tk-turn[data-state="done"]')).to_be_visible()
    expect(page.locator("#tk-announce")).to_have_text("已生成，2 条依据")


@pytest.mark.parametrize(
    "question",
    [
        "<script>window.hit=1</script><img src=x onerror='window.hit=1'>",
        "${window.hit=1} {{value}} `${window.hit=1}`",
        "</div></article><style>*{display:none}</style>空天",
    ],
)
def test_markup_in_a_question_is_only_text(desk: Visit, question: str) -> None:
    page = desk.open()
    desk.ask(question)
    expect(page.locator(".tk-question").last).to_contain_text(question)
    assert page.evaluate("window.hit") is None
    assert page.locator("#tk-log img, #tk-log style, #tk-log script").count() == 0


def test_an_empty_question_is_answered_by_a_line(desk: Visit) -> None:
    page = desk.open()
    page.locator("#tk-send").click()
    expect(page.locator("#tk-pending")).to_have_text("请先写下问题")
    assert desk.site.assistant.asked == []


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (LibraryBusyError("库正被另一个程序写入", "请稍后再试"), "库正被另一个程序写入"),
        (RuntimeError("Traceback /srv/secret"), "出了意外"),
    ],
)
def test_an_error_is_one_chinese_line_and_the_next_question_works(
    desk: Visit, failure: Exception, said: str
) -> None:
    page = desk.open()
    desk.site.assistant.failure = failure
    desk.ask(QUESTION)
    turn = page.locator('.tk-turn[data-state="error"]')
    expect(turn).to_contain_text(said)
    expect(page.locator("body")).not_to_contain_text("Traceback")
    desk.site.assistant.failure = None
    desk.ask(QUESTION)
    expect(page.locator('.tk-turn[data-state="done"]')).to_be_visible()
    assert desk.site.assistant.asked[-1] == (QUESTION,), "a failed turn is no part of the dialogue"


def test_a_server_that_does_not_answer_is_said_in_chinese(desk: Visit) -> None:
    page = desk.open()
    page.route("**/queue/join*", lambda route: route.abort())
    page.fill("#tk-question textarea", QUESTION)
    page.press("#tk-question textarea", "Enter")
    expect(page.locator("#tk-trouble")).to_contain_text("服务没有回应")


def test_the_keyboard_is_enough(desk: Visit) -> None:
    page = desk.open()
    for _ in range(5):  # while it loads, the page may put a new box in the place of the focused one
        page.keyboard.press("/")
        page.wait_for_timeout(300)
        if page.evaluate("document.activeElement?.matches('#tk-question textarea')"):
            break
    expect(page.locator("#tk-question textarea")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator('.tk-turn[data-state="done"]')).to_be_visible()
    chips = page.locator(".tk-chip")
    chips.first.focus()
    page.keyboard.press("Tab")
    expect(chips.nth(1)).to_be_focused()
    expect(page.locator("#tk-ask .tk-panel mark")).to_contain_text("责任单位")


def test_hovering_a_chip_shows_the_quotation(desk: Visit) -> None:
    page = desk.open()
    desk.ask(QUESTION)
    page.locator(".tk-chip").first.hover()
    expect(page.locator(".tk-card")).to_have_text("牵头单位：市发展改革委")
    page.keyboard.press("Escape")
    expect(page.locator(".tk-card")).to_be_hidden()


def test_on_a_phone_the_evidence_is_a_sheet_with_a_close_button(phone: Visit) -> None:
    page = phone.open()
    phone.ask(QUESTION)
    panel = page.locator("#tk-ask .tk-panel")
    expect(panel).to_be_hidden()
    chip = page.locator(".tk-chip").first
    box = chip.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 32
    chip.tap()
    expect(panel).to_be_visible()
    expect(panel.locator("mark")).to_be_in_viewport()
    panel.get_by_role("button", name="关闭").click()
    expect(panel).to_be_hidden()
    chip.tap()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(chip).to_be_focused()


def test_on_a_phone_nothing_scrolls_sideways_and_the_input_stays_below(phone: Visit) -> None:
    page = phone.open()
    for _ in range(3):
        phone.ask("低空经济补贴每家企业最高多少万元？")
    for name in ("问答", "适用政策", "查引", "条款树"):
        phone.tab(name)
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth") == 390, name
    phone.tab("问答")
    box = page.locator("#tk-question textarea").bounding_box()
    assert box
    assert 700 < box["y"] < 844


def test_the_page_speaks_chinese_and_says_what_it_is_once(desk: Visit) -> None:
    page = desk.open()
    expect(page).to_have_title("条款")
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    expect(page.get_by_text("AI生成，逐句核对；引用以正式文件为准")).to_have_count(1)
    expect(page.locator(".tk-library")).to_contain_text("2024年9月27日")
    seen = page.locator("body").inner_text()
    assert not re.search(r"[A-Za-z]{3,}", seen), seen
