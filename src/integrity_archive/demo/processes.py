"""The demo's own processes: PostgreSQL, the simulated province, the service and the worker, all on loopback."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import asyncpg

from integrity_archive import postgres
from integrity_archive.cluster import OWNER
from integrity_archive.database import credentials, migrate
from integrity_archive.errors import Fatal
from integrity_archive.sealing import make_master
from integrity_archive.settings import settings

MARK = ".integrity-archive-demo"  # what may be wiped
HANDED_ON = ("public_url", "smtp_host", "smtp_port", "smtp_tls", "mail_from", "text_url")
DATABASES = ("DATABASE_URL", "MIGRATION_DATABASE_URL")
READY_WITHIN = 30.0
LOOK_EVERY = 0.05


def wipe(home: Path) -> None:
    """Remove what an earlier demo left in this folder, its database included; raises `Fatal` for any other folder."""
    if home.exists() and any(home.iterdir()) and not (home / MARK).exists():
        raise Fatal(f"{home} 不是演示目录，未作任何更改 / {home} is no demo's folder; it was left as it is")
    postgres.remove(home)
    if home.exists():
        shutil.rmtree(home)
    home.mkdir(parents=True, mode=0o700)
    (home / MARK).touch()


@contextlib.contextmanager
def database(home: Path) -> Iterator[None]:
    """A fresh database at the newest migration, and a master key beside it.

    Entry numbers begin at the present second: a platform that saw an earlier demo is not sent its numbers again.
    """
    make_master(home / "keys" / "master.key")
    with postgres.EmbeddedPostgres(home) as server:
        asyncio.run(prepared(server.url(OWNER)))
        yield


async def prepared(owner_url: str) -> None:
    await migrate(owner_url)
    line = await asyncpg.connect(**credentials(owner_url))
    try:
        await line.execute("select setval('entries_number', extract(epoch from now())::bigint)")
    finally:
        await line.close()


@contextlib.contextmanager
def child(home: Path, name: str, verb: Sequence[str], *, pass_fds: Sequence[int] = ()) -> Iterator[None]:
    """Run one verb of ours until the block ends, or until we die; its output goes into `<name>.log`."""
    launch = [sys.executable, "-I", "-S", "-c", postgres.LAUNCH, str(os.getpid()), "", ""]
    with (home / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            [*launch, sys.executable, "-m", "integrity_archive", *verb],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment(home),
            pass_fds=pass_fds,
        )
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def environment(home: Path) -> Mapping[str, str]:
    """Ours, with the demo's home and address; whatever was set for another installation is left out."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IA_") and name not in DATABASES}
    told = settings().model_dump(include=set(HANDED_ON), exclude_none=True)
    handed_on = {f"IA_{name.upper()}": str(value) for name, value in told.items()}
    return kept | handed_on | {"IA_HOME": str(home), "IA_PROFILE": "demo"}


def listening() -> socket.socket:
    """A socket on a free port of loopback, bound by us, so that nobody can take the port in between."""
    web = socket.create_server(("127.0.0.1", 0), backlog=128)
    web.set_inheritable(True)
    return web


def started(check: str, *, what: str) -> None:
    """Wait until that address answers; raises `Fatal`."""
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(check, timeout=5).close()
            return
        time.sleep(LOOK_EVERY)
    raise Fatal(f"{what}未能启动 / {what} does not start")


def province(stack: ExitStack, home: Path, *, units: list[dict[str, object]], population: dict[str, str]) -> Path:
    """Start the simulated province; returns the registration file it hands out."""
    folder = home / "province"
    folder.mkdir()
    (folder / "units.json").write_text(json.dumps(units))
    (folder / "population.json").write_text(json.dumps(population))
    registration = folder / "registration.json"
    verb = ["sandbox", "platform", "--home", str(folder), "--registration", str(registration)]
    verb += ["--units", str(folder / "units.json"), "--population", str(folder / "population.json")]
    stack.enter_context(child(home, "province", verb))
    written(registration, what="模拟省平台 / the simulated province")
    return registration


def channels(stack: ExitStack, home: Path) -> dict[str, Any]:
    """Start the mail server and the message service of the province, which reach nobody; returns the settings by
    which letters go there."""
    found = {}
    for name in ("mail", "texts"):
        address = home / f"{name}.json"
        verb = ["sandbox", name, "--home", str(home / name), "--address", str(address)]
        stack.enter_context(child(home, name, verb))
        written(address, what=f"模拟{name} / the simulated {name}")
        found[name] = json.loads(address.read_text())
    mail, texts = found["mail"], found["texts"]
    smtp = {"smtp_host": mail["host"], "smtp_port": mail["port"], "smtp_tls": "none"}
    return {**smtp, "mail_from": "archive@fenhe.example", "text_url": texts["url"]}


def written(file: Path, *, what: str) -> None:
    """Wait until that file is there with something in it; raises `Fatal`."""
    until = time.monotonic() + READY_WITHIN
    while not (file.exists() and file.stat().st_size):
        if time.monotonic() > until:
            raise Fatal(f"{what}: 未能启动 / does not start")
        time.sleep(LOOK_EVERY)
