"""The database is out of reach: everybody is told so and when to come back, in both languages; then all goes on."""

import asyncio
from collections.abc import AsyncIterator

import httpx2
import pytest

from integrity_archive import postgres
from integrity_archive.accounts.actions import NewAccount, add_account, issue_api_key
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.app import create_app
from integrity_archive.clock import now
from integrity_archive.errors import Unavailable
from integrity_archive.settings import settings

from ..building import an_organisation
from ..web.browser import Browser

LOGIN, PASSWORD = "clerk", "correct-horse-battery"
CODE = "ABCDEFGHJKMNPQRS"
SAID = {"zh": Unavailable.zh, "en": Unavailable.__doc__}


@pytest.fixture
async def visitor(archive: None) -> AsyncIterator[Browser]:
    """A clerk with a session and a machine key."""
    organisation = await an_organisation()
    new = NewAccount(login=LOGIN, name="", password=PASSWORD, roles=[Role.CLERK], organisation=organisation.id)
    account = await add_account(new, by=SYSTEM, now=now())
    browser = Browser(create_app(settings()))
    key = await issue_api_key(account.id, "test", by=SYSTEM, now=now())
    browser.client.headers["Authorization"] = f"Bearer {key}"
    await browser.sign_in(LOGIN, PASSWORD)
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def passer_by(archive: None) -> AsyncIterator[Browser]:
    """Somebody who has not signed in, so that nothing is looked up before the page itself."""
    browser = Browser(create_app(settings()))
    yield browser
    await browser.client.aclose()


async def test_pages_and_interface_answer_503_until_the_database_is_back(
    visitor: Browser, passer_by: Browser, durable: postgres.EmbeddedPostgres
) -> None:
    assert (await visitor.see("desk:show")).status_code == 200
    await asyncio.to_thread(durable.stop)

    for language in ("zh", "en", "zh"):  # at first the pool's dead connections, later none can be made
        for page in (
            await visitor.see("desk:show", query={"lang": language}),
            await passer_by.see("verify:show", query={"lang": language}, code=CODE),
        ):
            assert says_when_to_come_back(page) and SAID[language] in page.text
        answer = await visitor.client.get("/api/v1/tasks", headers={"Accept-Language": language})
        assert says_when_to_come_back(answer) and answer.headers["content-type"] == "application/problem+json"
        assert (answer.json()["code"], answer.json()["detail"]) == ("unavailable", SAID[language])

    await asyncio.to_thread(durable.start)
    assert (await visitor.see("desk:show")).status_code == 200
    assert (await visitor.client.get("/api/v1/tasks")).status_code == 200


def says_when_to_come_back(answer: httpx2.Response) -> bool:
    return answer.status_code == 503 and int(answer.headers["retry-after"]) > 0
