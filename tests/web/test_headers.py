"""Every reply, whatever its status, carries the headers that protect the browser."""

import pytest

from .browser import Browser
from .conftest import Officer

PATHS = ["/", "/sign-in", "/verify", "/livez", "/readyz", "/static/theme.css", "/nothing/here", "/desk", "/static/x"]


def protects(headers: object) -> bool:
    policy = headers["content-security-policy"]  # type: ignore[index]
    strict = "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    said = headers["x-content-type-options"], headers["referrer-policy"]  # type: ignore[index]
    return strict and said == ("nosniff", "same-origin")


@pytest.mark.parametrize("path", PATHS)
async def test_headers_stand_on_every_reply(anybody: Browser, path: str) -> None:
    assert protects((await anybody.client.get(path)).headers)


async def test_even_on_a_fault_of_ours(anybody: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(*_: object) -> None:
        raise RuntimeError("a fault")

    route = next(route for route in anybody.app.routes if getattr(route, "name", "") == "livez")
    monkeypatch.setattr(route, "handle", fails)

    answer = await anybody.client.get("/livez")

    assert answer.status_code == 500 and protects(answer.headers)
    assert "a fault" not in answer.text and "系统出错" in answer.text


async def test_what_a_signed_in_visitor_sees_is_kept_nowhere(clerk: Officer, anybody: Browser) -> None:
    assert (await clerk.browser.see("desk:show")).headers["cache-control"] == "no-store"
    assert (await anybody.see("start")).headers["cache-control"] == "no-cache"


async def test_static_files_are_kept_for_ever_under_an_address_that_changes(anybody: Browser) -> None:
    page = (await anybody.see("start")).text
    address = page.partition('href="/static/theme.css')[2].partition('"')[0]

    answer = await anybody.client.get(f"/static/theme.css{address}")

    assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]


async def test_https_is_kept_once_it_is_there(https: Browser) -> None:
    assert "max-age=31536000" in (await https.see("start")).headers["strict-transport-security"]


async def test_pages_need_no_script_and_no_inline_style(anybody: Browser, clerk: Officer) -> None:
    for page in (
        await anybody.see("start"),
        await clerk.browser.see("desk:show"),
        await clerk.browser.see("people:list"),
    ):
        assert page.status_code == 200
        assert "<script" not in page.text and "style=" not in page.text and "onclick" not in page.text


async def test_a_body_beyond_the_limit_is_refused_before_it_is_read(clerk: Officer) -> None:
    answer = await clerk.browser.send("people:find", {"number": "1" * 2_000_000})

    assert answer.status_code == 413
