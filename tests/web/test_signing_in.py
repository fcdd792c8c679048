"""Signing in, and staying the same browser afterwards."""

import pytest

from integrity_archive.accounts.models import Account

from .browser import Browser
from .conftest import PASSWORD, Officer


async def test_an_officer_comes_to_the_desk(anybody: Browser, clerk: Officer) -> None:
    answer = await anybody.sign_in("clerk", PASSWORD)

    assert (answer.status_code, answer.headers["location"]) == (303, anybody.url("desk:show"))
    assert (await anybody.see("desk:show")).status_code == 200


async def test_a_wrong_password_is_said_beside_its_field_and_the_login_stays(anybody: Browser, clerk: Officer) -> None:
    answer = await anybody.sign_in("clerk", "something else")

    assert answer.status_code == 401
    assert 'value="clerk"' in answer.text and 'aria-invalid="true"' in answer.text
    assert "something else" not in answer.text


async def test_an_unknown_login_gets_the_same_page(anybody: Browser, clerk: Officer) -> None:
    wrong = await anybody.sign_in("clerk", "something else")
    unknown = await anybody.sign_in("nobody", "something else")

    assert unknown.status_code == wrong.status_code
    assert unknown.text.replace("nobody", "clerk") == wrong.text


async def test_an_empty_form_names_both_fields(anybody: Browser) -> None:
    answer = await anybody.sign_in("", "")

    assert answer.status_code == 422
    assert 'href="#f-login"' in answer.text and 'href="#f-password"' in answer.text


async def test_who_has_not_signed_in_is_led_there_and_back(anybody: Browser, clerk: Officer) -> None:
    sent_away = await anybody.see("people:list")
    assert sent_away.headers["location"] == "/sign-in?next=%2Fpeople"

    back = await anybody.send("sign_in:in", {"login": "clerk", "password": PASSWORD, "next": "/people"})
    assert back.headers["location"] == "/people"


@pytest.mark.parametrize("address", ["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "x"])
async def test_nobody_is_led_to_another_site(anybody: Browser, clerk: Officer, address: str) -> None:
    answer = await anybody.send("sign_in:in", {"login": "clerk", "password": PASSWORD, "next": address})

    assert answer.headers["location"] == anybody.url("desk:show")


async def test_signing_out_ends_the_session_for_good(clerk: Officer) -> None:
    token = clerk.browser.client.cookies["ia_session"]
    await clerk.browser.send("sign_in:out")
    clerk.browser.client.cookies.set("ia_session", token)

    assert (await clerk.browser.see("desk:show")).status_code == 303


async def test_a_disabled_account_is_out_at_its_next_step(clerk: Officer) -> None:
    await Account.filter(login="clerk").update(state="disabled")

    assert (await clerk.browser.see("desk:show")).status_code == 303


async def test_the_session_cookie_is_hidden_from_scripts_and_other_sites(anybody: Browser, clerk: Officer) -> None:
    crumb = (await anybody.sign_in("clerk", PASSWORD)).headers["set-cookie"]

    assert "ia_session=" in crumb and "HttpOnly" in crumb and "SameSite=Lax" in crumb and "Path=/" in crumb


async def test_where_there_is_https_the_cookie_is_bound_to_the_host(https: Browser, clerk: Officer) -> None:
    crumb = (await https.sign_in("clerk", PASSWORD)).headers["set-cookie"]

    assert "__Host-ia_session=" in crumb and "Secure" in crumb and "Domain" not in crumb


@pytest.mark.parametrize("login", ["clerk\0", "\0"])
async def test_what_no_text_can_hold_is_a_fault_of_its_field(anybody: Browser, login: str) -> None:
    answer = await anybody.sign_in(login, PASSWORD)

    assert answer.status_code == 422
    assert 'href="#f-login"' in answer.text
