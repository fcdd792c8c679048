"""Every requirement of the opinion has an answer: a living test, a plan, or a reason why not."""

import csv
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
IDS = ["R-00a", "R-00b", "R-00c", *(f"R-{number:02d}" for number in range(1, 59))]


def requirements() -> list[dict[str, str]]:
    with (ROOT / "docs" / "requirements.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_requirement_stands_there_once_and_in_order() -> None:
    assert [row["id"] for row in requirements()] == IDS


def test_each_is_tested_planned_or_not_built_for_a_reason() -> None:
    for row in requirements():
        status = row["status"]
        known = status == "planned" or status.startswith("not built, because ")
        assert known or lives(status), row["id"]
        assert row["requirement"] and row["capability"], row["id"]


def lives(test: str) -> bool:
    """Is a test of that name defined in that file?"""
    name, _, function = test.partition("::")
    file = ROOT / name
    return file.is_file() and re.search(rf"^ *(?:async )?def {function}\(", file.read_text("utf-8"), re.M) is not None
