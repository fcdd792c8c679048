"""The pages in a real browser: with scripts off, on a narrow screen, by keyboard, in both languages."""

from asyncio import to_thread
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from playwright.async_api import Browser, Page, expect

from integrity_archive import clock
from integrity_archive.accounts.actions import NewAccount, NewOrganisation, add_account, add_organisation
from integrity_archive.accounts.queries import actor_of_login
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.people.actions import attach_account

from ..web.archive import DOCUMENTS, KIND, PDF, SOMEBODY, Office, enrolled, written
from .conftest import Site

pytestmark = pytest.mark.e2e
PASSWORD = "correct-horse-battery"
# how far the page, or anything shown on it, reaches beyond the screen or out of the cell it stands in
BEYOND = """() => Math.max(
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ...[...document.querySelectorAll('main td, main dd, main .panel')].map(e => e.scrollWidth - e.clientWidth - 1))"""
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 800}


@dataclass(frozen=True)
class Town:
    """An office with one entry in each state, the student it is about, and a committee."""

    office: Office
    person: UUID
    entries: dict[str, UUID]


@pytest.fixture
async def town(site: Site) -> Town:
    async def tenant(kind: str, name: str, uscc: str) -> UUID:
        new = NewOrganisation.model_validate({"kind": kind, "name": name, "uscc": uscc})
        return (await add_organisation(new, by=SYSTEM, now=clock.now())).id

    async def account(role: Role, organisation: UUID | None) -> Actor:
        new = NewAccount(login=role, name=role, password=PASSWORD, roles=[role], organisation=organisation)
        await add_account(new, by=SYSTEM, now=clock.now())
        return await actor_of_login(role)

    university = await tenant("university", "汾霁大学", "12149900999901014A")
    committee = await tenant("committee", "励志奖学金评审委员会", "11149900999901065M")
    office = Office(await account(Role.CLERK, university), await account(Role.REVIEWER, university))
    person = await enrolled(office.clerk)
    await account(Role.COMMITTEE, committee)
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
    return Town(office, person, made)


@pytest.fixture
async def page(chromium: Browser) -> AsyncIterator[Page]:
    """A page without scripts, as an office with strict machines has it."""
    context = await chromium.new_context(java_script_enabled=False, viewport=WIDE, locale="zh-CN")
    yield await context.new_page()
    await context.close()


async def sign_in(page: Page, site: Site, role: Role) -> None:
    await page.goto(f"{site.url}/sign-in")
    await page.get_by_label("账号").fill(role)
    await page.get_by_label("密码").fill(PASSWORD)
    await page.get_by_role("button", name="登录").click()


def places(town: Town) -> dict[Role | None, list[str]]:
    """Every page that can be opened, by who opens it."""
    entries = [f"/entries/{id}" for id in town.entries.values()]
    person, draft = f"/people/{town.person}", f"/entries/{town.entries['draft']}/edit"
    new = f"/entries/new?person={town.person}"
    return {
        None: ["/", "/sign-in", "/verify", "/verify/ABCDEFGHJKMNPQRS", "/no/such/page"],
        Role.CLERK: [
            "/desk", "/entries", new, f"{new}&type={KIND}", f"{new}&type=SP-HON-01", draft, *entries, "/people", person,
            f"{person}/correct", "/rosters", "/deliveries",
        ],
        Role.REVIEWER: ["/desk", "/entries/queue", *entries],
        Role.COMMITTEE: ["/inquiries", "/inquiries/new"],
        Role.SUBJECT: ["/own", f"/own/entries/{town.entries['served']}", "/own/consents/new"],
    }  # fmt: skip


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_no_page_is_wider_than_the_screen_or_breaks_its_own_policy(
    site: Site, town: Town, chromium: Browser, viewport: dict[str, int], language: str
) -> None:
    wrong: list[str] = []
    for role, paths in places(town).items():
        context = await chromium.new_context(viewport=viewport)  # type: ignore[arg-type]
        page = await context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("pageerror", lambda fault: wrong.append(str(fault)))
        if role:
            await sign_in(page, site, role)
        for path in paths:
            await page.goto(f"{site.url}{path}{'&' if '?' in path else '?'}lang={language}")
            beyond = await page.evaluate(BEYOND)
            headings = await page.locator("h1").count()
            if beyond > 0 or headings != 1 or await page.title() == "":
                wrong.append(f"{path}: {beyond}px beyond, {headings} headings")
        await context.close()

    assert wrong == []


async def test_every_id_on_a_page_is_the_only_one_and_every_field_has_its_label(
    site: Site, town: Town, chromium: Browser
) -> None:
    context = await chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    page = await context.new_page()
    wrong: list[str] = []
    for role, paths in places(town).items():
        await context.clear_cookies()
        if role:
            await sign_in(page, site, role)
        for path in paths:
            await page.goto(f"{site.url}{path}")
            wrong += await page.evaluate(
                """() => {
                const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
                const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
                const fields = [...document.querySelectorAll('main :is(input:not([type=hidden]), select, textarea)')];
                const bare = fields.filter(field => !field.labels.length).map(field => field.name);
                const nowhere = [...document.querySelectorAll('[aria-describedby]')].flatMap(
                    e => e.getAttribute('aria-describedby').trim().split(/\\s+/).filter(id => !ids.includes(id)));
                return [...twice, ...bare, ...nowhere].map(each => location.pathname + ': ' + each);
            }"""
            )
    await context.close()

    assert wrong == []


async def test_an_entry_is_recorded_with_scripts_off(site: Site, town: Town, page: Page, tmp_path: Path) -> None:
    paper = tmp_path / "文书.pdf"
    paper.write_bytes(PDF)
    await sign_in(page, site, Role.CLERK)
    await page.goto(f"{site.url}/people")
    await page.get_by_label("按号码查找").fill(SOMEBODY.number)
    await page.get_by_role("button", name="查找").click()
    await page.get_by_role("link", name="记录新条目").click()
    await page.get_by_role("link", name="学术不端：剽窃、抄袭、侵占他人学术成果").click()
    form = written(town.person)
    for name in ("document_title", "document_no", "authority", "authority_uscc", "decided_on", "served_on", "summary"):
        await page.locator(f"[name={name}]").fill(form[name])
    await page.get_by_label("已告知", exact=True).check()
    for kind in DOCUMENTS:
        await page.locator(f"[name='evidence.{kind}']").set_input_files(paper)
    await page.get_by_role("button", name="保存草稿").click()
    await page.get_by_role("button", name="提交复核").click()

    await expect(page.locator(".steps [aria-current=step]")).to_contain_text("复核")


async def test_a_fault_is_one_key_away_from_its_field(site: Site, town: Town, page: Page) -> None:
    await sign_in(page, site, Role.CLERK)
    await page.goto(f"{site.url}/entries/new?person={town.person}&type={KIND}")
    await page.locator("[name=document_no]").fill("校处1号")
    await page.get_by_role("button", name="保存草稿").click()

    link = page.get_by_role("alert").get_by_role("link", name="事实摘要")
    await link.focus()
    await page.keyboard.press("Enter")

    assert page.url.endswith("#f-summary")
    await expect(page.locator("[name=document_no]")).to_have_value("校处1号")
    await expect(page.locator("#f-summary")).to_have_attribute("aria-invalid", "true")


async def test_the_first_tab_skips_to_the_content(site: Site, page: Page) -> None:
    await page.goto(f"{site.url}/verify")
    await page.keyboard.press("Tab")

    await expect(page.get_by_role("link", name="跳到正文")).to_be_focused()


async def test_a_student_lets_a_committee_ask_and_sees_that_it_did(
    site: Site, town: Town, chromium: Browser, page: Page
) -> None:
    await sign_in(page, site, Role.SUBJECT)
    await page.get_by_role("link", name="授权一个单位查询").click()
    await page.get_by_label("单位").select_option(label="励志奖学金评审委员会")
    await page.get_by_label("用途").select_option(label="奖学金评审")
    await page.get_by_role("button", name="同意并授权").click()

    asking = await (await chromium.new_context(java_script_enabled=False)).new_page()
    await sign_in(asking, site, Role.COMMITTEE)
    await asking.get_by_label("证件号码").fill(SOMEBODY.number)
    await asking.get_by_label("姓名").fill(SOMEBODY.name)
    await asking.get_by_label("用途").select_option(label="奖学金评审")
    await asking.get_by_role("button", name="提交查询").click()
    await expect(asking.get_by_role("heading", level=1)).to_have_text("查询答复")
    await asking.get_by_role("button", name="出具报告").click()
    async with asking.expect_download() as download:
        await asking.get_by_role("link", name="下载报告（PDF）").click()

    saved = await (await download.value).path()
    assert (await to_thread(saved.read_bytes)).startswith(b"%PDF-")
    await page.reload()
    await expect(page.locator("#looked")).to_contain_text("已答复")


async def test_a_pages_colours_follow_the_system(site: Site, chromium: Browser) -> None:
    seen = []
    for scheme in ("light", "dark"):
        context = await chromium.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = await context.new_page()
        await page.goto(f"{site.url}/")
        seen.append(await page.evaluate("getComputedStyle(document.body).backgroundColor"))
        await context.close()

    assert len(set(seen)) == 2
