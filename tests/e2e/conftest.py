"""The application listening on a free port of loopback, an office at work, and Debian's Chromium to look at it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
import uvicorn
from playwright.async_api import Browser, Page, async_playwright

from integrity_archive import clock
from integrity_archive.accounts.actions import NewAccount, NewOrganisation, add_account, add_organisation
from integrity_archive.accounts.queries import actor_of_login
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.app import create_app
from integrity_archive.people.actions import attach_account
from integrity_archive.settings import settings

from ..web.addressed import reached_at
from ..web.archive import Office, enrolled
from .matters import Matters, afterwards

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PASSWORD = "correct-horse-battery"
# how far the page, or anything shown on it, reaches beyond the screen or out of the cell it stands in
BEYOND = """() => Math.max(
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ...[...document.querySelectorAll('main td, main dd, main .panel')].map(e => e.scrollWidth - e.clientWidth - 1))"""
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 800}


@dataclass(frozen=True)
class Site:
    """Where the pages are."""

    url: str


@pytest.fixture
async def site(database: object) -> AsyncIterator[Site]:
    listening = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with reached_at(url):
        config = uvicorn.Config(create_app(settings()), log_level="warning", lifespan="off", access_log=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield Site(url)
        server.should_exit = True
        await serving


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        await browser.close()


@dataclass(frozen=True)
class Town:
    """An office with one entry in each state, the student it is about, and a committee."""

    office: Office
    person: UUID
    entries: dict[str, UUID]
    student: Actor
    committee: Actor


SECOND, OPERATOR = "second", "operator"  # logins: another reviewer of the office, and who answers complaints about it


@pytest.fixture
async def town(site: Site) -> Town:
    async def tenant(kind: str, name: str, uscc: str) -> UUID:
        new = NewOrganisation.model_validate({"kind": kind, "name": name, "uscc": uscc})
        return (await add_organisation(new, by=SYSTEM, now=clock.now())).id

    async def account(role: Role, organisation: UUID | None, login: str | None = None) -> Actor:
        new = NewAccount(login=login or role, name=role, password=PASSWORD, roles=[role], organisation=organisation)
        await add_account(new, by=SYSTEM, now=clock.now())
        return await actor_of_login(login or role)

    university = await tenant("university", "汾霁大学", "12149900999901014A")
    committee = await tenant("committee", "励志奖学金评审委员会", "11149900999901065M")
    office = Office(await account(Role.CLERK, university), await account(Role.REVIEWER, university))
    person = await enrolled(office.clerk)
    secretary = await account(Role.COMMITTEE, committee)
    await account(Role.REVIEWER, university, SECOND)
    await account(Role.REVIEWER, await tenant("operator", "诚信档案运营中心", "11149900999901073G"), OPERATOR)
    student = await account(Role.SUBJECT, None)
    assert student.account
    await attach_account(person, student.account, by=SYSTEM, now=clock.now())
    made = {
        "draft": await office.drafted(person),
        "filed": await office.filed(person),
        "notified": await office.notified(person),
        "served": await office.served(person),
        "effective": await office.effective(person),
    }
    return Town(office, person, made, replace(student, person=person), secretary)


@pytest.fixture
async def matters(town: Town) -> Matters:
    """What came after the entries of the town."""
    return await afterwards(town.office, town.student, town.committee)


@pytest.fixture
async def page(chromium: Browser) -> AsyncIterator[Page]:
    """A page without scripts, as an office with strict machines has it."""
    context = await chromium.new_context(java_script_enabled=False, viewport=WIDE, locale="zh-CN")
    yield await context.new_page()
    await context.close()


async def sign_in(page: Page, site: Site, role: str) -> None:
    await page.goto(f"{site.url}/sign-in")
    await page.get_by_label("账号").fill(role)
    await page.get_by_label("密码").fill(PASSWORD)
    await page.get_by_role("button", name="登录").click()
