"""A form that another site sends, or that carries another visitor's token, changes nothing."""

import pytest

from integrity_archive.accounts.models import Session

from .browser import Browser
from .conftest import PASSWORD, Officer


async def test_a_form_without_a_token_is_refused(clerk: Officer) -> None:
    answer = await clerk.browser.client.post(clerk.browser.url("sign_in:out"), data={})

    assert answer.status_code == 403
    assert await Session.all().count() == 1


async def test_the_token_of_another_visitor_is_refused(clerk: Officer, reviewer: Officer) -> None:
    stolen = await reviewer.browser.token()

    answer = await clerk.browser.client.post(clerk.browser.url("sign_in:out"), data={"_token": stolen})

    assert answer.status_code == 403


async def test_a_token_from_before_signing_in_is_worth_nothing_after(anybody: Browser, clerk: Officer) -> None:
    before = await anybody.token()
    await anybody.sign_in("clerk", PASSWORD)

    answer = await anybody.client.post(anybody.url("sign_in:out"), data={"_token": before})

    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
async def test_what_another_site_sends_is_refused_even_with_the_right_token(
    clerk: Officer, headers: dict[str, str]
) -> None:
    form = {"_token": await clerk.browser.token()}

    answer = await clerk.browser.client.post(clerk.browser.url("sign_in:out"), data=form, headers=headers)

    assert answer.status_code == 403
    assert await Session.all().count() == 1


async def test_our_own_form_is_accepted(clerk: Officer) -> None:
    headers = {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}
    form = {"_token": await clerk.browser.token()}

    answer = await clerk.browser.client.post(clerk.browser.url("sign_in:out"), data=form, headers=headers)

    assert answer.status_code == 303
    assert not await Session.all().exists()
