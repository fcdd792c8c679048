"""The way to PostgreSQL: connect, `tx()` as the only door to transactions, raw rows, bulk copies, migrations."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast, overload
from urllib.parse import parse_qsl, unquote, urlsplit

import aerich
import asyncpg
from tortoise.backends.base.client import BaseDBAsyncClient, TransactionContext, TransactionContextPooled
from tortoise.context import TortoiseContext, get_current_context, require_context
from tortoise.exceptions import IntegrityError
from tortoise.models import Model

from integrity_archive.errors import Fatal
from integrity_archive.places import root_folder

APP = "archive"
CONNECTION = "default"
MODELS = (
    "integrity_archive.sealing",
    "integrity_archive.journal.models",
    "integrity_archive.accounts.models",
    "integrity_archive.tasks.models",
    "integrity_archive.people.models",
    "integrity_archive.rosters.models",
    "integrity_archive.catalogue.models",
    "integrity_archive.entries.models",
    "integrity_archive.recipients.models",
    "integrity_archive.remedies.models",
    "integrity_archive.letters.models",
    "integrity_archive.inquiries.models",
    "integrity_archive.reports.models",
    "integrity_archive.exchange.models",
)
OLDEST_SERVER = 150000
MIGRATION_LOCK = 0x1A_A3C417E
COMMAND_TIMEOUT = 60.0
UNREACHABLE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)
# The server has gone, is going, has no room for us, or says nothing for COMMAND_TIMEOUT. An InternalClientError is what
# a statement meets on a connection whose server has just said its last word to nobody.
LOST = (
    asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError, asyncpg.InsufficientResourcesError,
    asyncpg.InternalClientError, TimeoutError,
)  # fmt: skip

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=Model)


async def connect(url: str, *, pool: int = 10, application: str = "integrity-archive") -> None:
    """Open the pool of this process, seen by every task. Raises `Fatal` if the server does not answer or is too old."""
    context = TortoiseContext()
    # Entered only while it is set up, and from then on the fallback of every task: a context variable that stays set
    # here would not reach the tasks that a web server makes for its requests.
    with context:
        await context.init(config(url, pool=pool, application=application), _enable_global_fallback=True)
    try:
        [row] = await rows("select current_setting('server_version_num')::int as version")
    except UNREACHABLE as wrong:
        await disconnect()
        raise no_answer(wrong) from wrong
    if row["version"] < OLDEST_SERVER:
        await disconnect()
        raise Fatal("数据库版本过低，需要 PostgreSQL 15 及以上 / PostgreSQL 15 or newer is needed")


def no_answer(wrong: Exception) -> Fatal:
    return Fatal(f"无法连接数据库 / cannot connect to the database: {wrong}")


def lost(wrong: Exception) -> bool:
    """Whether it was the database that failed, and not what was asked of it: the same may succeed later."""
    # A connection that is closed is a bare InterfaceError; a value of a wrong type is a kind of it.
    return isinstance(wrong, LOST) or type(wrong) is asyncpg.InterfaceError


async def reach(*args: Any, **options: Any) -> Any:
    """A new connection of the pool; a server that is not there is no `OSError`, which a missing file might be too."""
    try:
        return await asyncpg.connect(*args, **options)
    except OSError as wrong:
        raise asyncpg.ConnectionFailureError(str(wrong)) from wrong


async def disconnect() -> None:
    """Close the pool; harmless when there is none."""
    context = get_current_context()
    if context is not None:
        await context.close_connections()


def connection() -> BaseDBAsyncClient:
    """The running transaction, or else the pool."""
    return require_context().connections.get(CONNECTION)


@overload
def tx() -> AbstractAsyncContextManager[BaseDBAsyncClient]: ...
@overload
def tx(action: Callable[P, Awaitable[R]], /) -> Callable[P, Coroutine[Any, Any, R]]: ...
def tx(action: Callable[P, Awaitable[R]] | None = None, /) -> Any:
    """One transaction: `async with tx():`, or `@tx` above an async function. Inside another it is a savepoint, so a
    statement that may violate a constraint stands in a `tx()` of its own.

    Never across the network, and no task may be started inside that outlives it.
    """
    if action is None:
        return Transaction()

    @wraps(action)
    async def in_one_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        async with Transaction():
            return await action(*args, **kwargs)

    return in_one_transaction


class Transaction(AbstractAsyncContextManager[BaseDBAsyncClient, None]):
    """Tortoise's transaction, or savepoint, that the task leaves in any case."""

    async def __aenter__(self) -> BaseDBAsyncClient:
        self.context = connection()._in_transaction()
        try:
            return await self.context.__aenter__()
        except BaseException:
            await abandon(self.context)
            raise

    async def __aexit__(self, *raised: Any) -> None:
        """Commit, or roll back; even when the connection dies in that moment, the task leaves the transaction."""
        try:
            await self.context.__aexit__(*raised)
        finally:
            forget(self.context)


async def abandon(context: TransactionContext) -> None:
    """Give up a transaction whose BEGIN failed.

    Tortoise enters its context variable before BEGIN and does not take it back, so without this a long-lived task that
    once meets a silently dead connection fails for ever, and the pool has lost that connection.
    """
    if isinstance(context, TransactionContextPooled):
        raw = getattr(context.client, "_connection", None)
        pool = context.client._parent._pool
        if raw is not None and pool is not None:
            with suppress(asyncpg.InterfaceError):
                raw.terminate()
                await pool.release(raw)
        forget(context)


def forget(context: TransactionContext) -> None:
    token = getattr(context, "token", None)
    if token is not None and not token._used:
        require_context().connections.reset(token)


async def rows(sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """The rows of any statement, `INSERT … RETURNING` included, in the running transaction if there is one."""
    async with connection().acquire_connection() as raw:
        try:
            return [dict(row) for row in await cast(Any, raw).fetch(sql, *values)]
        except asyncpg.IntegrityConstraintViolationError as wrong:
            raise IntegrityError(wrong) from wrong


def instances(model: type[M], found: Iterable[dict[str, Any]]) -> list[M]:
    """Rows of a model's table as the ORM would give them; writing the statement by hand saves half of its time."""
    return [model._init_from_db(**row) for row in found]


async def copy_rows(table: str, *, columns: Sequence[str], records: Iterable[Sequence[Any]]) -> None:
    """Insert many rows by COPY, in the running transaction; the way for more than a handful."""
    async with connection().acquire_connection() as raw:
        try:
            await cast(Any, raw).copy_records_to_table(table, columns=list(columns), records=records)
        except asyncpg.IntegrityConstraintViolationError as wrong:
            raise IntegrityError(wrong) from wrong


async def migrate(owner_url: str) -> list[str]:
    """Bring the database to the newest migration, as its owner; returns the files that were applied.

    Several starters may call it at once: one applies, the others wait and find nothing left to do.
    """
    # Aerich has no lock of its own, and each migration has its own transaction: the lock needs its own connection.
    try:
        guard = await asyncpg.connect(**credentials(owner_url))
    except UNREACHABLE as wrong:
        raise no_answer(wrong) from wrong
    try:
        await guard.execute("select pg_advisory_lock($1)", MIGRATION_LOCK)
        # A context of its own: aerich initialises Tortoise, which would close the pool this process may have open.
        async with TortoiseContext():
            command = aerich.Command(config(owner_url), app=APP, location=str(root_folder("migrations")))
            await command.init()
            return await command.upgrade(run_in_transaction=True)
    finally:
        await guard.close()


async def require_migrated() -> None:
    """Raises `Fatal` unless every migration we know has run in the connected database."""
    known = {file.name for file in (root_folder("migrations") / APP).glob("[0-9]*.py")}
    try:
        applied = {row["version"] for row in await rows("select version from aerich where app = $1", [APP])}
    except asyncpg.UndefinedTableError:
        applied = set()
    if missing := sorted(known - applied):
        raise Fatal(f"数据库尚未升级，请先运行 migrate / run `integrity-archive migrate` first: {', '.join(missing)}")


def config(url: str, *, pool: int = 2, application: str = "integrity-archive") -> dict[str, Any]:
    """What Tortoise and Aerich want to know."""
    options = {
        "minsize": 1,
        "maxsize": pool,
        "application_name": application,
        "command_timeout": COMMAND_TIMEOUT,
        "reset": keep,
        "connect": reach,
    }
    return {
        "connections": {CONNECTION: {"engine": "tortoise.backends.asyncpg", "credentials": credentials(url) | options}},
        "apps": {APP: {"models": [*MODELS, "aerich.models"], "default_connection": CONNECTION}},
    }


async def keep(connection: Any) -> None:
    """Between two users of a pooled connection nothing is reset, which saves a round trip: we set no session state.

    asyncpg itself still rolls back a transaction that was left open.
    """


def credentials(url: str) -> dict[str, Any]:
    """The parts of `postgresql://role:password@host:port/name`; a socket folder goes into `?host=`, as in libpq.

    Raises `Fatal` for another scheme or an unknown parameter; the message never shows the URL, which holds a password.
    """
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    unknown = query.keys() - {"host", "port", "sslmode"}
    if parts.scheme not in ("postgres", "postgresql") or unknown or not parts.path.strip("/"):
        raise Fatal("数据库地址有误 / not a usable database URL: postgresql://role:password@host:port/name is expected")
    found = {
        "host": query.get("host") or parts.hostname or "localhost",
        "port": int(query.get("port") or parts.port or 5432),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "database": unquote(parts.path.lstrip("/")),
    }
    return found | ({"ssl": query["sslmode"]} if "sslmode" in query else {})


# Read by `aerich` to write a new migration from the models; it connects to nothing (`make migration`).
TORTOISE_ORM = config("postgresql://ia_owner@localhost/integrity_archive")
