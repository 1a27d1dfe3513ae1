"""适用政策, 查引 and 条款树 in a real browser."""

from __future__ import annotations

from urllib.parse import unquote_plus

from playwright.sync_api import Page, expect

from index.errors import InputError
from tests.ui.conftest import Visit, in_browser

pytestmark = in_browser


def requested(page: Page) -> list[str]:
    """The addresses that the page asks from now on, in plain characters."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(unquote_plus(request.url)))
    return asked


def test_measures_come_in_groups_with_their_clause(desk: Visit) -> None:
    page = desk.open()
    desk.tab("适用政策")
    page.fill("#tk-profile textarea", "低空经济企业，正在建设应用场景")
    page.press("#tk-profile textarea", "Enter")
    expect(page.locator(".tk-group h3")).to_have_count(3)
    expect(page.locator(".tk-group.applicable")).to_contain_text("文件未规定金额")
    expect(page.locator(".tk-group.not_applicable .tk-measure")).to_be_hidden()
    page.locator(".tk-group.applicable .tk-near").click()
    panel = page.locator("#tk-match .tk-panel")
    expect(panel.locator("mark")).to_have_text("对未来产业领域重点应用场景依法依规给予奖励")
    assert desk.strangers == []
    assert desk.complaints == []


def test_an_empty_profile_is_said(desk: Visit) -> None:
    page = desk.open()
    desk.tab("适用政策")
    page.locator("#tk-find").click()
    expect(page.locator("#tk-measures")).to_contain_text("企业情况是空的")


def test_results_come_as_one_types_from_two_characters(desk: Visit) -> None:
    page = desk.open()
    desk.tab("查引")
    box, results = page.locator("#tk-cite-box"), page.locator("#tk-cite-results")
    asked = requested(page)
    box.press_sequentially("耐")
    page.wait_for_timeout(300)
    assert "耐" not in "".join(asked)
    box.press_sequentially("心资本")
    expect(results.locator("mark").first).to_have_text("耐心资本")
    assert "耐心资本" in "".join(asked)
    expect(results).to_contain_text("四、（三）")
    page.get_by_role("radio", name="Markdown").check()
    expect(results.locator(".tk-formatted").first).to_contain_text("> ")
    results.get_by_role("button", name="复制引用").first.click()
    expect(results.get_by_role("button", name="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("> （三）建立投入增长机制")
    box.fill("")
    expect(results).to_contain_text("输入两个字起")
    assert desk.complaints == []


def test_nothing_is_looked_up_while_an_input_method_composes(desk: Visit) -> None:
    page = desk.open()
    desk.tab("查引")
    page.locator("#tk-cite-box").click()
    asked = requested(page)
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "nai xin", "selectionStart": 7, "selectionEnd": 7})
    page.wait_for_timeout(400)
    assert "nai xin" not in "".join(asked)
    client.send("Input.insertText", {"text": "耐心资本"})
    expect(page.locator("#tk-cite-results mark").first).to_have_text("耐心资本")
    assert "耐心资本" in "".join(asked)


def test_nothing_found_and_markup_in_the_box(desk: Visit) -> None:
    page = desk.open()
    desk.tab("查引")
    page.fill("#tk-cite-box", "<img src=x onerror='window.hit=1'>")
    expect(page.locator("#tk-cite-results")).to_contain_text("没有找到「<img")
    assert page.evaluate("window.hit") is None
    desk.site.assistant.failure = InputError("写得太长", "请写短一些")
    page.fill("#tk-cite-box", "空天信息")
    expect(page.locator("#tk-cite-results")).to_contain_text("请写短一些")


def test_the_tree_opens_at_the_clause_in_the_address(desk: Visit) -> None:
    clause = desk.site.assistant.find("（25）先进飞行装备")
    page = desk.open(f"/?clause={clause.id}")
    entry = page.locator(f'[data-tk-entry="{clause.id}"]')
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text("先进飞行装备")
    expect(page.get_by_role("tab", name="条款树")).to_have_attribute("aria-selected", "true")
    page.locator("[data-tk-goto]", has_text="加强监测评估").click()
    last = desk.site.assistant.find("（四）加强监测评估").id
    expect(page).to_have_url(f"{desk.site.url}/?clause={last}")
    link = page.locator(f'[data-tk-link="{last}"]')
    link.click()
    expect(link).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == f"{desk.site.url}/?clause={last}"
    assert desk.strangers == []


def test_the_tree_shows_the_text_and_what_was_read_from_it(desk: Visit) -> None:
    page = desk.open()
    desk.tab("条款树")
    expect(page.locator(".tk-outline a", has_text="低空经济")).to_be_visible()
    expect(page.locator(".tk-notes").first).to_contain_text("突破30项前沿关键核心技术")
    desk.tab("问答")
    desk.tab("条款树")
    expect(page.locator(".tk-outline a", has_text="低空经济")).to_be_visible()


def test_an_address_that_leads_nowhere_says_so(desk: Visit) -> None:
    page = desk.open("/?clause=nowhere")
    expect(page.locator("#tk-tree")).to_contain_text("没有编号为 nowhere 的条款")


def test_dark_mode_keeps_the_roles(desk: Visit) -> None:
    desk.page.emulate_media(color_scheme="dark")
    page = desk.open()
    desk.ask("空天信息产业由谁牵头？")
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor,"
        " getComputedStyle(document.querySelector('.tk-panel mark')).backgroundColor]"
    )
    assert colours == ["rgb(23, 25, 28)", "rgb(92, 74, 18)"]
