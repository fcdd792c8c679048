"""Every rule of `docs/law.csv` has its data and its test, and every term of a capability says where it comes from."""

import csv
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "integrity_archive"


def rules() -> list[dict[str, str]]:
    with (ROOT / "docs" / "law.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rules(), ids=lambda row: row["rule"])
def test_a_rule_has_its_data_and_its_test(row: dict[str, str]) -> None:
    name, _, key = row["data"].partition("#")
    file = PACKAGE / name
    assert file.exists()
    if key:
        assert holds(tomllib.loads(file.read_text("utf-8")), key), key
    test, _, function = row["test"].partition("::")
    text = (ROOT / test).read_text("utf-8")
    assert not function or re.search(rf"def {function}\(", text), function


def holds(data: dict[str, object], key: str) -> bool:
    """Whether such a table or member is there; a family's code may hold a hyphen, never a full stop."""
    for part in key.split("."):
        if not isinstance(data, dict) or part not in data:
            return False
        data = data[part]  # type: ignore[assignment]
    return True


@pytest.mark.parametrize("file", sorted(PACKAGE.glob("*/terms.toml")), ids=lambda file: file.parent.name)
def test_a_term_says_where_it_comes_from(file: Path) -> None:
    for name, term in tomllib.loads(file.read_text("utf-8")).items():
        if "count" not in term:
            continue  # names a clock whose length stands elsewhere
        assert term.get("basis"), name
        assert isinstance(term.get("to_verify"), bool), name
