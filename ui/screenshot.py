"""Takes the picture for the README from a running server: ``python -m ui.screenshot --url … --out …``."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

QUESTION = "空天信息产业由谁牵头？"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def take(url: str, out: Path, question: str = QUESTION) -> None:
    """Asks ``question`` in the page and writes the window, evidence beside the answer, as PNG."""
    from playwright.sync_api import sync_playwright

    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        raise FileNotFoundError("没有找到 Chromium；请先安装：apt-get install chromium fonts-noto-cjk")
    out.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        page = opened.new_page(
            viewport={"width": 1366, "height": 768},
            device_scale_factor=2,
            color_scheme="light",
            locale="zh-CN",
        )
        page.goto(url)
        page.fill("#tk-question textarea", question)
        page.press("#tk-question textarea", "Enter")
        page.wait_for_selector('#tk-log [data-state="done"]')
        page.wait_for_selector("#tk-ask .tk-panel mark")
        page.wait_for_timeout(300)
        page.screenshot(path=str(out))
        opened.close()


def main() -> int:
    parser = argparse.ArgumentParser(description="为 README 截图")
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--out", type=Path, default=Path("docs/screenshot.png"))
    parser.add_argument("--question", default=QUESTION)
    asked = parser.parse_args()
    try:
        take(asked.url, asked.out, asked.question)
    except (ImportError, FileNotFoundError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
