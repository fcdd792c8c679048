"""The operator's commands against a database of their own, as processes."""

from pathlib import Path

from integrity_archive.cli import REFUSED

from ..commands import run
from ..conftest import Database
from .amended import NEW, next_edition
from .test_importing_holidays import NEXT_YEAR


async def test_an_edition_is_previewed_adopted_and_another_one_of_its_code_refused(
    database: Database, tmp_path: Path
) -> None:
    file, other = tmp_path / "next.toml", tmp_path / "other.toml"
    file.write_text(next_edition(("max_display_months = 60", "max_display_months = 48")), "utf-8")
    other.write_text(next_edition(), "utf-8")

    status, preview = await run(database, "catalogue", "adopt", str(file), "--dry-run")
    assert status == 0 and "max_display_months: 60 → 48" in preview and "no entry is affected" in preview

    status, adopted = await run(database, "catalogue", "adopt", str(file))
    assert (status, NEW in adopted) == (0, True)

    status, refused = await run(database, "catalogue", "adopt", str(other), "--dry-run")
    assert status == REFUSED and "Traceback" not in refused and "code" in refused


async def test_a_notice_is_imported_and_one_that_contradicts_itself_refused(database: Database, tmp_path: Path) -> None:
    good, bad = tmp_path / "2027.toml", tmp_path / "bad.toml"
    good.write_text(NEXT_YEAR, "utf-8")
    bad.write_text(NEXT_YEAR.replace("2027-02-13", "2027-02-12"), "utf-8")

    status, refused = await run(database, "calendar", "import", str(bad))
    assert status == REFUSED and "weekend days: 2027-02-12" in refused

    status, said = await run(database, "calendar", "import", str(good))
    assert status == 0 and "2027" in said and "imported" in said
