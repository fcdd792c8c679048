"""The pages in a real browser: with scripts off, on a narrow screen, by keyboard, in both languages."""

from asyncio import to_thread
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from integrity_archive.actors import Role

from ..web.archive import DOCUMENTS, KIND, PDF, SOMEBODY, written
from .conftest import BEYOND, NARROW, OPERATOR, SECOND, WIDE, Site, Town, sign_in
from .matters import Matters

pytestmark = pytest.mark.e2e
EXPECTED = {"/no/such/page": 404, "/verify/ABCDEFGHJKMNPQRS": 422}  # every other page is there


def places(town: Town, after: Matters) -> dict[str | None, list[str]]:
    """Every page that can be opened, by who opens it."""
    made = [*town.entries.values(), after.contested]
    entries, person = [f"/entries/{id}" for id in made], f"/people/{town.person}"
    own, new = f"/own/entries/{after.contested}", f"/entries/new?person={town.person}"
    served, draft = f"/own/entries/{town.entries['served']}", f"/entries/{town.entries['draft']}/edit"
    effective = f"/entries/{town.entries['effective']}"
    return {
        None: [
            "/", "/sign-in", "/catalogue", "/catalogue/SX-SAMPLE-2026-1?family=EXS", "/verify",
            "/verify/ABCDEFGHJKMNPQRS", "/board", "/no/such/page",
        ],
        Role.CLERK: [
            "/desk", "/deadlines", "/entries", new, f"{new}&type={KIND}", f"{new}&type=SP-HON-01", draft, *entries,
            f"/entries/{after.unverified}", f"{effective}/changes/new", *filing(effective), "/remedies",
            f"/objections/{after.objection}", f"/appeals/{after.appeal}", f"/repairs/{after.repair}", "/legacy",
            "/quarantine", "/put-away", "/letters", "/letters/heading", f"/letters/{after.to_committee}",
            f"/letters/persons/{town.person}/address", "/people", person, f"{person}/correct",
            f"{person}/representatives", f"{person}/consent", f"{person}/complaint", "/rosters", "/deliveries",
        ],
        Role.REVIEWER: [
            "/desk", "/deadlines", "/entries/queue", *entries, f"/changes/{after.change}",
            f"/quarantine/{after.held}", "/put-away", f"/put-away/{after.revoked}/hold",
        ],
        SECOND: [
            f"/objections/{after.objection}", f"/appeals/{after.appeal}", f"/repairs/{after.repair}", "/complaints",
            f"/entries/{after.contested}",
        ],
        OPERATOR: ["/desk", "/complaints", f"/complaints/{after.complaint}"],
        Role.COMMITTEE: [
            "/desk", "/deadlines", "/inquiries", "/inquiries/new", f"/inquiries/{after.inquiry}", "/changed",
            "/inbox", f"/inbox/{after.to_committee}",
        ],
        Role.SUBJECT: [
            "/own", served, own, *filing(f"/own/entries/{town.entries['effective']}"), f"{own}/what-if",
            f"{own}/recipients", f"/own/objections/{after.objection}", f"/own/appeals/{after.appeal}",
            f"/own/repairs/{after.repair}", "/own/complaints", f"/own/complaints/{after.complaint}",
            "/own/consents/new", "/own/letters", f"/own/letters/{after.to_person}",
        ],
    }  # fmt: skip


def filing(entry: str) -> list[str]:
    """The forms by which something is filed about an entry."""
    return [f"{entry}/{what}" for what in ("objection", "appeal", "repair", "mitigation")]


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_no_page_is_wider_than_the_screen_or_breaks_its_own_policy(
    site: Site, town: Town, matters: Matters, chromium: Browser, viewport: dict[str, int], language: str
) -> None:
    wrong: list[str] = []
    for role, paths in places(town, matters).items():
        context = await chromium.new_context(viewport=viewport)  # type: ignore[arg-type]
        page = await context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("pageerror", lambda fault: wrong.append(str(fault)))
        if role:
            await sign_in(page, site, role)
        for path in paths:
            answer = await page.goto(f"{site.url}{path}{'&' if '?' in path else '?'}lang={language}")
            if answer is None or answer.status != EXPECTED.get(path, 200):
                wrong.append(f"{path}: {answer and answer.status}")
            beyond = await page.evaluate(BEYOND)
            headings = await page.locator("h1").count()
            if beyond > 0 or headings != 1 or await page.title() == "":
                wrong.append(f"{path}: {beyond}px beyond, {headings} headings")
        await context.close()

    assert wrong == []


async def test_every_id_on_a_page_is_the_only_one_and_every_field_has_its_label(
    site: Site, town: Town, matters: Matters, chromium: Browser
) -> None:
    context = await chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    page = await context.new_page()
    wrong: list[str] = []
    for role, paths in places(town, matters).items():
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
    typed = ("document_title", "document_no", "authority", "authority_uscc", "decided_on", "served_on", "summary")
    for name in (*typed, "conduct_ended_on"):
        await page.locator(f"[name={name}]").fill(form[name])
    await page.locator("[name=deciding_body]").select_option(str(form["deciding_body"]))
    await page.locator("[name=decision_method]").select_option(str(form["decision_method"]))
    for step in form["steps_taken"]:
        await page.locator(f"[name=steps_taken][value={step}]").check()
    await page.get_by_label("已告知", exact=True).check()
    for kind in DOCUMENTS:
        await page.locator(f"[name='evidence.{kind}']").set_input_files(paper)
    await page.get_by_role("button", name="保存草稿").click()
    await page.get_by_text("登记一项认定的事实").click()
    await page.get_by_label("认定了什么").fill("论文第三章与已发表论文雷同。")
    await page.locator("[name='add_finding.evidence']").first.check()
    await page.get_by_role("button", name="登记", exact=True).click()
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
    await asking.get_by_role("link", name="查询", exact=True).click()
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
