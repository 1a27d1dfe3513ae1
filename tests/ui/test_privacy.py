"""Neither the server nor its page asks anything of any address but its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import httpx
import pytest

from tests.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser


QUESTION = "空天信息产业由谁牵头？"
# Addresses that a page fetches by itself; a link waits for a click.
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*?\bsrc=["']([^"']+)|<link\b[^>]*?\bhref=["']([^"']+)"""
)
IN_STYLE = re.compile(r"""(?:@import\s+|url\()["']?(https?:)?//""")


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, trust_env=False, timeout=30, follow_redirects=True) as opened:
        yield opened


def fetched(page: httpx.Response) -> list[str]:
    """Absolute addresses of what the page loads, in order."""
    return [urljoin(str(page.url), a or b) for a, b in FETCHED.findall(page.text)]


def test_the_server_asks_nobody(server: Server, client: httpx.Client) -> None:
    assert client.get("/").is_success
    for path, body in {
        "/v1/ask": {"question": QUESTION},
        "/v1/search": {"question": QUESTION},
        "/v1/cite": {"query": "三（五）"},
        "/v1/match": {"text": "我们牵头制定了一项行业标准"},
    }.items():
        assert client.post(path, json=body).is_success, path
    added = {"files": ("通知.txt", "关于测试的通知\n\n一、总体要求\n\n稳中求进。\n".encode())}
    assert client.post("/v1/documents", files=added).is_success
    assert server.strangers == []


def test_the_page_loads_only_from_its_own_server(server: Server, client: httpx.Client) -> None:
    page = client.get("/")
    own = urlsplit(server.url).netloc
    addresses = fetched(page)
    assert [a for a in addresses if urlsplit(a).scheme != "data" and urlsplit(a).netloc != own] == []
    styles = [client.get(a).text for a in addresses if a.split("?")[0].endswith(".css")]
    assert not [hit[0] for style in [page.text, *styles] for hit in IN_STYLE.finditer(style)]


@pytest.mark.browser
def test_the_browser_asks_nobody_else(server: Server, browser: Browser) -> None:
    """In a real browser: everything the page requests while a question is asked and answered."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.goto(server.url)
    box = page.get_by_role("textbox").first
    box.fill(QUESTION)
    box.press("Enter")
    page.get_by_text("市发展改革委").first.wait_for()
    page.close()
    own = urlsplit(server.url).netloc
    assert asked
    assert [url for url in asked if urlsplit(url).netloc not in {own, ""}] == []
    assert server.strangers == []
