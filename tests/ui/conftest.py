"""The page served on a free port, and a real Chromium that may speak to nobody else."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.fakes import FakeAssistant

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
in_browser = [pytest.mark.browser, pytest.mark.filterwarnings("ignore:::gradio.*")]
LARGE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


def missing(reason: str) -> NoReturn:
    """Skip with one line, or fail where everything has to be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


class Site:
    """A running server and the assistant behind it."""

    def __init__(self, url: str, assistant: FakeAssistant) -> None:
        self.url = url
        self.assistant = assistant


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    import uvicorn
    from fastapi import FastAPI

    from ui.page import mount

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        assistant = FakeAssistant()
        server = uvicorn.Server(uvicorn.Config(mount(FastAPI(), assistant), log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        until = time.monotonic() + 30
        while not server.started and time.monotonic() < until:
            time.sleep(0.05)
        assert server.started, "the server did not start"
        yield Site(f"http://127.0.0.1:{listener.getsockname()[1]}", assistant)
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = next((place for place in PLACES if Path(place).exists()), None)
    if chromium is None:
        missing("没有 Chromium：apt-get install chromium fonts-noto-cjk")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("没有 playwright：pip install playwright")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


class Visit:
    """One browser page: where it is, whom it asked, what it complained of."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site = page, site
        self.strangers: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self._asked(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("console", lambda said: self._heard(said.type, said.text))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.site.url, "data:", "blob:")):
            self.strangers.append(url)

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" or "Content Security Policy" in text:
            self.complaints.append(text)

    def open(self, address: str = "/") -> Page:
        self.page.goto(self.site.url + address)
        self.page.wait_for_selector("#tk-header .tk-library")
        return self.page

    def ask(self, question: str) -> None:
        """Types and sends, and waits for the turn that answers it."""
        turns = self.page.locator("#tk-log .tk-turn")
        number = turns.count()
        self.page.fill("#tk-question textarea", question)
        self.page.press("#tk-question textarea", "Enter")
        turns.nth(number).wait_for()

    def tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()


def _visit(browser: Browser, site: Site, *, phone: bool) -> Iterator[Visit]:
    context = browser.new_context(
        viewport=PHONE if phone else LARGE,  # type: ignore[arg-type]
        is_mobile=phone,
        has_touch=phone,
        locale="zh-CN",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(10_000)
    site.assistant.asked.clear()
    site.assistant.failure = None
    yield Visit(context.new_page(), site)
    site.assistant.failure = None
    context.close()


@pytest.fixture
def desk(browser: Browser, site: Site) -> Iterator[Visit]:
    yield from _visit(browser, site, phone=False)


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Visit]:
    yield from _visit(browser, site, phone=True)
