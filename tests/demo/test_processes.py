"""The demo touches nothing but its own folder and its own database."""

from pathlib import Path

import pytest

from integrity_archive.demo.processes import MARK, environment, wipe
from integrity_archive.errors import Fatal


def test_a_folder_that_is_no_demos_is_left_as_it_is(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("x")
    with pytest.raises(Fatal):
        wipe(tmp_path)
    assert precious.read_text() == "x"


def test_a_new_folder_and_an_earlier_demos_are_made_anew(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    wipe(home)
    (home / "left.txt").write_text("x")
    wipe(home)
    assert [file.name for file in home.iterdir()] == [MARK]


def test_its_processes_know_of_no_other_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody@elsewhere/precious")
    monkeypatch.setenv("MIGRATION_DATABASE_URL", "postgresql://somebody@elsewhere/precious")
    monkeypatch.setenv("IA_SEAL_SUITE", "SM4-GCM")
    told = environment(tmp_path)
    assert not {"DATABASE_URL", "MIGRATION_DATABASE_URL", "IA_SEAL_SUITE"} & set(told)
    assert told["IA_HOME"] == str(tmp_path) and told["IA_PUBLIC_URL"].startswith("http")
