"""Rules of the house that no linter knows, each with its reason."""

import re
from pathlib import Path

import pytest

from integrity_archive import app
from integrity_archive.actors import Permission
from integrity_archive.api.routes import ENDPOINTS
from integrity_archive.web.access import Open, Way

SOURCE = Path(app.__file__).parent
FORBIDDEN = {
    # periods run on the days that are given, and tests give them
    r"datetime\.now\(|date\.today\(|utcnow\(": {"clock.py"},
    # what an operator may set stands in one place
    r"os\.environ\b": {"settings.py", "demo/processes.py"},
    # output of a service is its log, which is read by machines
    r"(?<![\w.])print\(": set(),
    r"except Exception:\s*pass": set(),
}
PUBLIC_API = {"/verify/{code}", "/catalogue"}


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_some_things_are_done_in_one_place_only(pattern: str) -> None:
    found = {
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        if re.search(pattern, file.read_text("utf-8"))
    }
    assert found <= FORBIDDEN[pattern]


def test_no_file_is_longer_than_a_reader_has_patience_for() -> None:
    long = {file.name: len(file.read_text("utf-8").splitlines()) for file in SOURCE.rglob("*.py")}
    assert {name: lines for name, lines in long.items() if lines > 340} == {}


def test_a_table_is_named_after_its_package() -> None:
    for file in SOURCE.glob("*/models.py"):
        for table in re.findall(r'table = "(\w+)"', file.read_text("utf-8")):
            assert table.startswith(f"{file.parent.name}_"), table


def test_every_page_has_decided_who_may_come() -> None:
    ways = [route for route in app.routes() if isinstance(route, Way)]
    assert len(ways) > 30
    assert all(isinstance(way.needs, Permission | Open) for way in ways)


def test_every_endpoint_but_the_public_ones_needs_a_permission() -> None:
    assert {endpoint.path for endpoint in ENDPOINTS if endpoint.permission is None} == PUBLIC_API


def test_no_address_can_carry_an_identity_number() -> None:
    """Addresses end in logs. Ids are UUIDs; the one text is the code of a report."""
    for path in [endpoint.path for endpoint in ENDPOINTS] + [
        route.path for route in app.routes() if isinstance(route, Way)
    ]:
        for part in re.findall(r"\{(\w+)(:\w+)?\}", path):
            assert part[1] == ":uuid" or part[0] in ("code", "name", "file", "asset", "path"), path
