"""Every rule of `docs/law.csv` has its data and its test, and every term of a capability says where it comes from."""

import csv
import json
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
    name, _, member = row["data"].partition("#")
    assert member, "a whole file holds more than one rule"
    assert holds(PACKAGE / name, member), row["data"]
    test, _, function = row["test"].partition("::")
    assert re.search(rf"def {function}\(", (ROOT / test).read_text("utf-8")), row["test"]


def test_no_rule_stands_there_twice() -> None:
    assert len({row["rule"] for row in rules()}) == len(rules())


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("catalogue/limits.toml", "sanction_limits"),
        ("catalogue/editions/SX-SAMPLE-2026-1.toml", "family.SN-EXF.remedies"),
        ("catalogue/editions/SX-SAMPLE-2026-1.toml", "record_type.SN-EXF-9999.name"),
        ("catalogue/periods.py", "last_month"),
    ],
)
def test_what_is_not_there_is_missed(name: str, member: str) -> None:
    assert not holds(PACKAGE / name, member)


def holds(file: Path, member: str) -> bool:
    """Whether this member is there: in a data file by its path, in a table of the code by its name."""
    text = file.read_text("utf-8")
    if file.suffix == ".py":
        return re.search(rf"^(?:(?:async )?def |class |){member}\b", text, re.MULTILINE) is not None
    data = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    return found(data, member.split("."))


def found(data: object, path: list[str]) -> bool:
    """A row is found by its code, else a member must be in every row that could have it; codes hold no full stop."""
    if not path:
        return True
    if isinstance(data, list):
        coded = [row for row in data if isinstance(row, dict) and row.get("code") == path[0]]
        return found(coded[0], path[1:]) if coded else bool(data) and all(found(row, path) for row in data)
    return isinstance(data, dict) and path[0] in data and found(data[path[0]], path[1:])


@pytest.mark.parametrize("file", sorted(PACKAGE.glob("*/terms.toml")), ids=lambda file: file.parent.name)
def test_a_term_says_where_it_comes_from(file: Path) -> None:
    for name, term in tomllib.loads(file.read_text("utf-8")).items():
        if "count" not in term:
            continue  # names a clock whose length stands elsewhere
        assert term.get("basis"), name
        assert isinstance(term.get("to_verify"), bool), name
