"""The demo touches nothing but its own folder and its own database, and takes its processes with it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from integrity_archive.demo.processes import MARK, environment, wipe
from integrity_archive.errors import Fatal

STARTER = """
import sys, time
from pathlib import Path
from integrity_archive.demo.processes import child, written
home = Path(sys.argv[1])
with child(home, "mail", ["sandbox", "mail", "--home", str(home / "mail"), "--address", str(home / "mail.json")]):
    written(home / "mail.json", what="mail")
    print("up", flush=True)
    sys.stdin.read()
"""
# as a shell starts what a script puts into the background
DEAF = ("sh", "-c", 'trap \'\' INT; exec "$0" "$@"')
ENDS_WITHIN = 8.0  # seconds; whoever has to be killed takes ten


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


@pytest.mark.parametrize("killed", [True, False])
def test_a_child_ends_with_its_starter_even_if_that_is_a_scripts_background_job(tmp_path: Path, killed: bool) -> None:
    command = [*DEAF, sys.executable, "-c", STARTER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout and starter.stdout.readline() == "up\n"
        assert running(tmp_path)
        if killed:
            starter.kill()
        ended = time.monotonic() + ENDS_WITHIN
    while running(tmp_path):
        assert time.monotonic() < ended
        time.sleep(0.05)


def running(home: Path) -> list[str]:
    """The commands of the processes that have this folder among their words."""
    return [command for line in Path("/proc").glob("[0-9]*/cmdline") if str(home) in (command := words(line))]


def words(line: Path) -> str:
    try:
        return line.read_bytes().decode(errors="replace")
    except OSError:
        return ""
