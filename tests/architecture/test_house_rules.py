"""Rules of the house that no linter knows, each with its reason."""

import re
import tomllib
from pathlib import Path

import pytest
from tortoise.models import Model

from integrity_archive import app, killpoints
from integrity_archive.actors import GRANTS, Permission
from integrity_archive.api.routes import ENDPOINTS
from integrity_archive.web.access import Open, Way

SOURCE = Path(app.__file__).parent
FORBIDDEN = {
    # periods run on the days that are given, and tests give them
    r"datetime\.now\(|date\.today\(|utcnow\(": {"clock.py"},
    # what an operator may set stands in one place
    r"os\.environ\b|\bgetenv\(": {"settings.py", "demo/processes.py"},
    # output of a service is its log, which is read by machines
    r"(?<![\w.])print\(": set(),
    # a failure that nobody hears of is worse than a crash
    r"except (Base)?Exception:\s*pass": set(),
}
LONGEST = 300
PUBLIC_API = {"/verify/{code}", "/catalogue", "/catalogue/{code}", "/editions"}
PUBLIC_PAGES = {
    "start", "livez", "readyz", "static", "verify:form", "verify:show", "board", "sign_in:form", "sign_in:in",
    "catalogue:current", "catalogue:show", "deadlines:feed",
}  # fmt: skip
TEXTS = {("code", "verify"), ("code", "catalogue"), ("name", "static"), ("token", "deadlines")}
WAYS = [route for route in app.routes() if isinstance(route, Way)]


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_some_things_are_done_in_one_place_only(pattern: str) -> None:
    found = {
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        if re.search(pattern, file.read_text("utf-8"))
    }
    assert found <= FORBIDDEN[pattern]


def test_no_file_is_longer_than_a_reader_has_patience_for() -> None:
    lengths = {
        file.relative_to(SOURCE).as_posix(): len(file.read_text("utf-8").splitlines()) for file in SOURCE.rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_every_kill_point_that_is_passed_has_a_name_and_every_name_is_passed() -> None:
    """A name that is not on the list would make the very job fail whose death a test is about."""
    passed = [
        name for file in SOURCE.rglob("*.py") for name in re.findall(r'\breach\("([^"]+)"\)', file.read_text("utf-8"))
    ]
    assert sorted(passed) == sorted(killpoints.NAMES)


def test_a_table_is_named_after_its_package() -> None:
    """Who meets a table in the database knows which package to read."""
    models = [model for model in below(Model) if model.__module__.startswith("integrity_archive.")]
    assert len(models) > 20
    for model in models:
        package = model.__module__.split(".")[1]
        assert model._meta.db_table.startswith(f"{package}_"), model


def test_the_page_on_architecture_shows_the_layers_that_are_enforced() -> None:
    root = SOURCE.parents[1]
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    place = {word: number for number, layer in enumerate(layers) for word in layer.split() if word.isidentifier()}
    table = (root / "docs" / "architecture.md").read_text("utf-8").partition("| layer |")[2].partition("\n\n")[0]
    shown = " ".join(re.findall(r"`([^`]+)`", table)).split()
    assert set(shown) == place.keys() - {"__main__"}
    assert shown == sorted(shown, key=lambda word: place[word])


def below(model: type[Model]) -> list[type[Model]]:
    return [found for child in model.__subclasses__() for found in (child, *below(child))]


def test_every_page_has_decided_who_may_come() -> None:
    assert len(WAYS) > 30
    assert all(isinstance(way.needs, Permission | Open) for way in WAYS)
    assert {way.name for way in WAYS if way.needs is Open.PUBLIC} == PUBLIC_PAGES


def test_every_endpoint_but_the_public_ones_needs_a_permission() -> None:
    assert {endpoint.path for endpoint in ENDPOINTS if endpoint.permission is None} == PUBLIC_API


def test_every_permission_is_granted_to_somebody() -> None:
    assert set(Permission) == frozenset().union(*GRANTS.values())


def test_no_address_can_carry_an_identity_number() -> None:
    """Addresses end in logs. Ids are UUIDs; the texts are the codes of a report and of an edition of the catalogue, the
    name of a static file, and the secret of a calendar feed, which opens nothing about a person."""
    for path in [endpoint.path for endpoint in ENDPOINTS] + [way.path for way in WAYS]:
        for name, kind in re.findall(r"\{(\w+)(:\w+)?\}", path):
            assert kind == ":uuid" or (name, path.split("/")[1]) in TEXTS, path
