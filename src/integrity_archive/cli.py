"""The command line: thin verbs, each calls an action or starts a process."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from rich.console import Console

from integrity_archive import clock, database, postgres
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.actors import SYSTEM, Role
from integrity_archive.cli_law import calendar, catalogue
from integrity_archive.errand import connected
from integrity_archive.errors import Fatal, Refusal
from integrity_archive.intake import read
from integrity_archive.rosters.kinds import RosterKind
from integrity_archive.sealing import make_master, vault

app = typer.Typer(no_args_is_help=True, help="诚信档案 / integrity archives, kept with due process")
exchange = typer.Typer(no_args_is_help=True, help="省平台 / the provincial platform")
sandbox = typer.Typer(no_args_is_help=True, help="模拟环境 / the simulated province")
organisation = typer.Typer(no_args_is_help=True, help="单位 / organisations")
account = typer.Typer(no_args_is_help=True, help="账号 / accounts")
app.add_typer(catalogue, name="catalogue")
app.add_typer(calendar, name="calendar")
app.add_typer(organisation, name="organisation")
app.add_typer(account, name="account")
app.add_typer(exchange, name="exchange")
app.add_typer(sandbox, name="sandbox")

ROW_ERRORS, REFUSED, STOPPED = 1, 3, 4


@app.command()
def demo(
    no_serve: Annotated[bool, typer.Option("--no-serve", help="结束后退出 / end when the walk is done")] = False,
    platform: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="另一平台的登记文件 / another's registration"),
    ] = None,
    seed: Annotated[int, typer.Option(help="虚构人员的种子 / seed of the invented people")] = 27,
    home: Annotated[Path, typer.Option(help="数据目录，启动时清空 / wiped at start")] = Path("var/demo"),
    patience: Annotated[float, typer.Option(help="等待报送办结的秒数 / seconds to wait for deliveries")] = 120.0,
) -> None:
    """用虚构人员走完全程 / walk the whole road on invented people."""
    from integrity_archive.demo.start import run

    raise typer.Exit(run(home.resolve(), platform=platform, seed=seed, patience=patience, serve=not no_serve))


@app.command()
def serve(
    host: str = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0: 任一空闲端口 / any free one")] = 8000,
    fd: Annotated[int | None, typer.Option(help="已绑定的套接字 / a socket already bound")] = None,
) -> None:
    """启动页面与接口 / serve pages and the JSON interface; starts the embedded database where no other is set."""
    from integrity_archive.app import serve as run

    run(host=host, port=port, fd=fd)


@app.command()
def work() -> None:
    """启动后台任务 / run the worker: effects that fall due, planning, sending, receipts."""
    from integrity_archive.worker import main as run

    run()


@app.command()
def check() -> None:
    """检查设置、字体与数据库 / settings, fonts and the database; exit status 4 when the service could not start."""
    from integrity_archive.paper import fonts
    from integrity_archive.paper.coverage import gaps, ranges
    from integrity_archive.settings import settings

    for gap in gaps(fonts.load(settings().fallback_fonts)):
        typer.echo(f"字体缺字 / fonts lack {gap}: {ranges(gap.missing)}")
    vault()
    connected(database.require_migrated)
    typer.echo("主密钥与数据库可用 / the master key and the database are usable")


@app.command()
def key() -> None:
    """生成主密钥 / make the master key, unless it is there. Keep a copy outside: without it nothing opens."""
    from integrity_archive.settings import settings

    file = settings().master_key_file or settings().home / "keys" / "master.key"
    make_master(file)
    typer.echo(file)


@organisation.command("add")
def add_organisation(
    kind: Annotated[OrganisationKind, typer.Argument(help="单位种类 / kind")],
    name: Annotated[str, typer.Argument(help="名称 / name")],
    uscc: Annotated[str, typer.Argument(help="统一社会信用代码 / unified social credit code")],
) -> None:
    """添加单位 / add a university, association or committee; prints its id."""
    from integrity_archive.accounts import actions

    new = read(actions.NewOrganisation, {"kind": kind, "name": name, "uscc": uscc})
    typer.echo(connected(lambda: actions.add_organisation(new, by=SYSTEM, now=clock.now())).id)


@account.command("add")
def add_account(
    login: Annotated[str, typer.Argument(help="登录名 / login")],
    role: Annotated[list[Role], typer.Argument(help="岗位 / roles")],
    organisation_id: Annotated[UUID | None, typer.Option("--organisation", help="单位编号 / its id")] = None,
    name: str = "",
    password: Annotated[str, typer.Option(prompt="密码 / password", hide_input=True, confirmation_prompt=True)] = "",
) -> None:
    """添加账号 / add an account; prints its id."""
    from integrity_archive.accounts import actions

    told = {"login": login, "name": name, "password": password, "roles": role, "organisation": organisation_id}
    new = read(actions.NewAccount, told)
    typer.echo(connected(lambda: actions.add_account(new, by=SYSTEM, now=clock.now())).id)


@account.command("key")
def issue_key(
    account_id: Annotated[UUID, typer.Argument(help="账号编号 / the account's id")],
    name: Annotated[str, typer.Argument(help="用于何处 / what it is for")],
) -> None:
    """签发接口密钥 / issue a machine key that acts as this account; it is shown this once."""
    from integrity_archive.accounts import actions

    typer.echo(connected(lambda: actions.issue_api_key(account_id, name, by=SYSTEM, now=clock.now())))


@account.command("attach")
def attach_account(
    account_id: Annotated[UUID, typer.Argument(help="账号编号 / the account's id")],
    person_id: Annotated[UUID, typer.Argument(help="人员编号，见人员页面地址 / from the address of the person's page")],
) -> None:
    """与本人关联 / make an account with the role subject the own account of a person."""
    from integrity_archive.people import actions

    connected(lambda: actions.attach_account(person_id, account_id, by=SYSTEM, now=clock.now()))


@app.command()
def migrate() -> None:
    """升级数据库 / bring the database to the newest migration."""
    for name in asyncio.run(database.migrate(postgres.address("ia_owner"))):
        typer.echo(name)


@app.command("import")
def import_roster(
    kind: Annotated[RosterKind, typer.Argument(help="名册种类 / which kind of roster")],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    login: Annotated[str, typer.Option(help="以哪个账号办理 / whose act it is")],
    errors: Annotated[Path | None, typer.Option(help="错误行存入 / where the failed rows go")] = None,
) -> None:
    """导入名册或者旧档 / import a roster or an older register; exit status 1: rows have faults, nothing was changed."""
    if kind is RosterKind.LEGACY:
        from integrity_archive.entries.commands import import_register

        roster, workbook = connected(
            lambda: import_register(file.name, file.read_bytes(), login=login, now=clock.now())
        )
        report(roster, workbook, errors)
        return
    from integrity_archive.people.commands import import_file

    roster, workbook = connected(lambda: import_file(kind, file.name, file.read_bytes(), login=login, now=clock.now()))
    report(roster, workbook, errors)


def report(roster: Any, workbook: bytes | None, errors: Path | None) -> None:
    """What came of a file that was handed in."""
    typer.echo(f"{roster.state.value}: {roster.rows_new} new, {roster.rows_known} known, {roster.rows_failed} failed")
    if workbook is not None:
        if errors:
            errors.write_bytes(workbook)
        raise typer.Exit(ROW_ERRORS)


@exchange.command()
def register(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """登记一个平台 / make a platform known from its registration file."""
    from integrity_archive.exchange import actions
    from integrity_archive.exchange.registration import load

    target = connected(lambda: actions.register(load(file), by=SYSTEM, now=clock.now()))
    typer.echo(target.name)


@exchange.command()
def status() -> None:
    """报送情况 / how many deliveries stand where."""
    from integrity_archive.exchange import queries

    found = connected(queries.status)
    for state, count in found.counts.items():
        typer.echo(f"{state}\t{count}")


@sandbox.command()
def platform(
    home: Annotated[Path, typer.Option(help="数据目录 / where it keeps its ledger")],
    registration: Annotated[Path, typer.Option(help="登记文件写到哪里 / where its registration file goes")],
    units: Annotated[Path | None, typer.Option(help="报送单位 / units that may send")] = None,
    population: Annotated[Path | None, typer.Option(help="人口库 / the population register")] = None,
    port: int = 0,
) -> None:
    """模拟省平台 / a provincial platform that speaks PPG/1.0."""
    from integrity_archive.sandbox.platform import serve as run

    run(home, registration, units=units, population=population, port=port)


@sandbox.command()
def texts(
    home: Annotated[Path, typer.Option(help="数据目录 / where it keeps what it takes")],
    address: Annotated[Path, typer.Option(help="地址文件写到哪里 / where it writes its address")],
    port: int = 0,
) -> None:
    """模拟短信服务 / a message service that calls nobody."""
    from integrity_archive.sandbox.texts import serve as run

    run(home, address, port=port)


@sandbox.command()
def mail(
    home: Annotated[Path, typer.Option(help="数据目录 / where it keeps what it takes")],
    address: Annotated[Path, typer.Option(help="地址文件写到哪里 / where it writes its address")],
    port: int = 0,
) -> None:
    """模拟邮件服务器 / a mail server that forwards nothing."""
    from integrity_archive.sandbox.mail import serve as run

    run(home, address, port=port)


def main() -> None:
    """The entry point; a refusal or a stop is a sentence and an exit status, never a traceback."""
    try:
        app()
    except Refusal as refusal:
        lines = [refusal.text("zh"), refusal.text("en"), *(f"{f.path}: {f.text('zh')}" for f in refusal.errors())]
        Console(stderr=True).print("\n".join(lines), markup=False)
        sys.exit(REFUSED)
    except Fatal as fatal:
        Console(stderr=True).print(str(fatal), markup=False)
        sys.exit(STOPPED)
