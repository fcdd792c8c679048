"""What an officer sees when something was not taken: a delivery the platform rejected, a roster with wrong rows."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from playwright.async_api import Browser, Page, expect

from integrity_archive import clock
from integrity_archive.actors import Role
from integrity_archive.exchange import planner, queries
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.exchange.links import Links
from integrity_archive.journal import readers
from integrity_archive.people.actions import import_roster
from integrity_archive.rosters.kinds import RosterKind

from ..exchange.province import Exchange, all_in, register, running
from ..web.archive import ADULTS, SOMEBODY, roster_file
from .conftest import BEYOND, NARROW, WIDE, Site, Town, sign_in

pytestmark = pytest.mark.e2e
REALLY = SOMEBODY.name[:-1] + "霁"
WRONG_ROWS = [
    replace(ADULTS[0], number=ADULTS[0].number[:-1] + "W"),
    replace(ADULTS[1], number=ADULTS[1].number[:17]),
    ADULTS[2],
]


@pytest.fixture
async def rejected(town: Town, tmp_path: Path) -> AsyncIterator[UUID]:
    """The delivery of the one entry in effect, whose name is another one in the platform's population register."""
    await readers.enrol(planner.READER, planner.KINDS)
    with running(tmp_path / "province", population={SOMEBODY.number: REALLY}) as sandbox:
        await register(sandbox)
        async with Links() as links:
            exchange = Exchange(links)
            await exchange.until(lambda: all_in(DeliveryState.REJECTED))
        yield (await queries.deliveries(town.office.clerk))[0].id


@pytest.fixture
async def refused(town: Town) -> UUID:
    """A roster of three rows, two of which have a wrong number."""
    data = roster_file(WRONG_ROWS)
    roster = await import_roster(RosterKind.STUDENTS, "名册.xlsx", data, by=town.office.clerk, now=clock.now())
    return roster.id


async def test_a_rejected_delivery_says_why_and_leads_to_the_form_that_mends_it(
    site: Site, town: Town, rejected: UUID, page: Page
) -> None:
    await sign_in(page, site, Role.CLERK)
    await page.get_by_role("link", name="更正被平台退回的报送").click()
    await expect(page.locator("main")).to_contain_text("姓名与证件号码不一致，请核对姓名和号码。")

    await page.get_by_role("link", name="更正姓名或者证件").click()

    assert page.url == f"{site.url}/people/{town.person}/correct#f-name"
    await expect(page.get_by_role("heading", level=1)).to_have_text("更正姓名或者证件")


async def test_a_refused_roster_says_that_nothing_was_changed_and_offers_its_wrong_rows(
    site: Site, refused: UUID, page: Page
) -> None:
    await sign_in(page, site, Role.CLERK)
    await page.goto(f"{site.url}/rosters/{refused}")
    await expect(page.locator("main")).to_contain_text("2 行有误，因此整份名册都没有导入")

    async with page.expect_download() as download:
        await page.get_by_role("link", name="下载错误表").click()

    assert (await download.value).suggested_filename == "名册错误表.xlsx"


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_neither_page_is_wider_than_the_screen(
    site: Site, rejected: UUID, refused: UUID, chromium: Browser, viewport: dict[str, int], language: str
) -> None:
    context = await chromium.new_context(viewport=viewport)  # type: ignore[arg-type]
    page = await context.new_page()
    await sign_in(page, site, Role.CLERK)
    for path in ("/desk", "/deliveries", f"/deliveries/{rejected}", f"/rosters/{refused}"):
        await page.goto(f"{site.url}{path}?lang={language}")
        assert await page.evaluate(BEYOND) <= 0, path
    await context.close()
