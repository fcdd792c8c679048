"""The page of the JSON interface in a real browser, under its own strict policy and from our own files."""

import pytest
from playwright.async_api import Browser, expect

from integrity_archive.api.routes import ENDPOINTS

from .conftest import Site

pytestmark = pytest.mark.e2e


async def test_it_shows_every_operation_and_asks_no_other_host(site: Site, chromium: Browser) -> None:
    page = await (await chromium.new_context()).new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"{site.url}/api/docs")

    await expect(page.locator(".opblock")).to_have_count(len(ENDPOINTS))
    assert said == []
    assert all(url.startswith((site.url, "data:")) for url in asked)
