"""A private PostgreSQL server in the home folder, for everyone who has not set `DATABASE_URL`.

Several processes may share it. Each starter names the same home; the one that holds the home's lock runs the server as
its direct child and restarts it when it dies, and when that process ends, another takes over. The server never
outlives its starter, however that ends.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from integrity_archive import cluster
from integrity_archive.cluster import Place, Server
from integrity_archive.errors import Fatal
from integrity_archive.settings import settings

READY_WITHIN = 60.0
LOOK_EVERY = 0.05
TAKE_OVER_EVERY = 0.5
SETTLED_AFTER = 2.0
LONGEST_WAIT = 1.6
LONGEST_LOG = 10 * 1024 * 1024
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "fsync": "on",
    "synchronous_commit": "on",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # statements and DETAIL lines hold values, and a log must hold no personal data
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}

# Runs between us and PostgreSQL, in a process of its own, because code between fork and exec of a process with threads
# may hang. Changing the user clears the death signal, so it is asked for afterwards; and should the starter die before
# that, the last look at the parent sees it. The signal comes when the *thread* that forked ends. A
# script's background job ignores SIGINT and would hand that on, so that neither it nor an orderly end got through.
LAUNCH = """
import ctypes, os, signal, sys
starter, user, group, *command = sys.argv[1:]
signal.signal(signal.SIGINT, signal.SIG_DFL)
libc = ctypes.CDLL(None)
if user:
    os.setgroups([])
    os.setresgid(*[int(group)] * 3)
    os.setresuid(*[int(user)] * 3)
if sys.platform == "linux":
    libc.prctl(1, signal.SIGINT)
if os.getppid() == int(starter):
    os.umask(0o077)
    os.chdir("/")
    os.execv(command[0], command)
"""


class EmbeddedPostgres:
    """The server of one home folder, as one of its starters sees it. Its verbs block: call them outside the loop."""

    def __init__(self, home: Path, **settings: str) -> None:
        self.place = cluster.place(home)
        self.settings = SETTINGS | settings
        self.stopping = threading.Event()
        self.turn = threading.Lock()
        self.ours: bool | None = None  # whether we run the server or have joined it; None before we know
        self.process: subprocess.Popen[bytes] | None = None
        self.failure: Fatal | None = None
        self.supervisor: threading.Thread | None = None

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, at: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> Server:
        """Run the server, or join it; returns when it answers. Raises `Fatal`."""
        self.stopping.clear()
        self.ours = self.process = self.failure = None
        self.place.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        # a thread of its own, because the server dies with the thread that started it
        self.supervisor = threading.Thread(target=self.supervise, name="postgres", daemon=True)
        self.supervisor.start()
        return self.ensure_running()

    def ensure_running(self) -> Server:
        """Wait until the server answers, for instance after it was killed. Raises `Fatal`."""
        until = time.monotonic() + READY_WITHIN
        while not self.answers():
            if self.failure:
                raise self.failure
            if time.monotonic() > until:
                raise no_start(self.place)
            time.sleep(LOOK_EVERY)
        return self.place.server()

    def answers(self) -> bool:
        """Whether the right server answers: a dead starter's still does while it shuts down, and is not ours."""
        if self.ours:
            return self.process is not None and answers(self.place, self.process.pid)
        return self.ours is not None and answers(self.place)

    def stop(self) -> None:
        """Leave the server; it shuts down unless another process takes it over."""
        with self.turn:
            self.stopping.set()
            process = self.process
        if process:
            process.send_signal(signal.SIGINT)  # a fast shutdown: running transactions are rolled back
            try:
                process.wait(cluster.PATIENCE)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGQUIT)
        if self.supervisor:
            self.supervisor.join()

    def supervise(self) -> None:
        """Once we hold the home's lock, keep a server running until we are told to stop."""
        try:
            while not self.stopping.is_set():
                with holding(self.place) as self.ours:
                    if self.ours:
                        self.keep_running()
                self.stopping.wait(TAKE_OVER_EVERY)
        except Fatal as wrong:
            self.failure = wrong
        except Exception as wrong:  # raised where somebody waits, in `ensure_running`
            self.failure = Fatal(
                f"内置数据库无法运行 / the embedded database cannot run, set DATABASE_URL instead: {wrong}"
            )
            self.failure.__cause__ = wrong

    def keep_running(self) -> None:
        """Start the server whenever it is not there. One that has run before may come back, when there is room on the
        disk again for instance; one that never ran is given up. Raises `Fatal` with what it said."""
        cluster.clear(self.place)
        binaries = cluster.prepare(self.place)
        has_run, wait = False, LOOK_EVERY
        while not self.stopping.wait(wait):
            with self.turn:
                if self.stopping.is_set():
                    return
                self.process = self.launch(binaries)
            started = time.monotonic()
            self.process.wait()
            cluster.clear(self.place)
            settled = time.monotonic() - started > SETTLED_AFTER
            has_run = has_run or settled
            wait = LOOK_EVERY if settled else min(2 * wait, LONGEST_WAIT)
            if wait == LONGEST_WAIT and not has_run:
                raise no_start(self.place)

    def launch(self, binaries: Path) -> subprocess.Popen[bytes]:
        at, user = self.place, self.place.user
        options = self.settings | {
            "unix_socket_directories": str(at.run),
            "port": str(cluster.PORT),
            "hba_file": str(at.access),
        }
        command = [str(binaries / "postgres"), "-D", str(at.data)]
        command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        identity = [str(user.pw_uid), str(user.pw_gid)] if user else ["", ""]
        if at.log.exists() and at.log.stat().st_size > LONGEST_LOG:
            at.log.unlink()
        with open(os.open(at.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb") as log:
            return subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", LAUNCH, str(os.getpid()), *identity, *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=cluster.ENVIRONMENT,
                start_new_session=True,
            )


def running(home: Path) -> Server:
    """The server that another process runs in this home; raises `Fatal` when there is none."""
    place = cluster.place(home)
    if not answers(place):
        raise Fatal(
            "内置数据库没有运行，请先启动服务 / the embedded database is not running: run `serve` or `demo` first"
        )
    return place.server()


def remove(home: Path) -> None:
    """Delete a home's cluster, wherever it stands, with all data in it. Raises `Fatal` while it is in use."""
    place = cluster.place(home)
    if not place.home.exists() and not place.folder.exists():
        return
    place.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with holding(place) as ours:
        if not ours:
            raise Fatal(f"内置数据库正在使用 / the embedded database in {place.home} is in use")
        cluster.clear(place)
        for folder in (place.folder, place.run):
            shutil.rmtree(folder, ignore_errors=True)
        for file in (place.card, place.log):
            file.unlink(missing_ok=True)


@contextlib.contextmanager
def holding(place: Place) -> Iterator[bool]:
    """Hold the home's lock if it is free; the system frees it when its holder dies."""
    with (place.home / "postgres.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def answers(place: Place, process: int | None = None) -> bool:
    """Whether the server says that it is ready, and somebody listens: the file alone may be a dead server's."""
    try:
        lines = (place.data / "postmaster.pid").read_text().splitlines()
        if len(lines) < 8 or lines[7].strip() != "ready" or process not in (None, int(lines[0])):
            return False
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(place.socket))
    except OSError:
        return False
    return place.card.exists()


def no_start(place: Place) -> Fatal:
    said = place.log.read_text(errors="replace").splitlines()[-8:] if place.log.exists() else []
    return Fatal("\n".join(["内置数据库未能启动 / the embedded database does not start:", *said]))


def address(role: str = cluster.APP) -> str:
    """Where this process finds its database: as set, or the embedded server of its home, which must be running."""
    chosen = settings().database_url if role == cluster.APP else settings().migration_database_url
    return chosen or running(settings().home).url(role)
