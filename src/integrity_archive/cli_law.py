"""The operator's verbs for the law as data: editions of the catalogue, and the holidays of a year."""

from pathlib import Path
from typing import Annotated

import typer

from integrity_archive import clock
from integrity_archive.actors import SYSTEM
from integrity_archive.errand import connected

catalogue = typer.Typer(no_args_is_help=True, help="目录 / editions of the catalogue")
calendar = typer.Typer(no_args_is_help=True, help="节假日 / holidays")
EditionFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="目录文件 / an edition's file")]


@catalogue.command("check")
def check_edition(file: EditionFile) -> None:
    """校验一版目录 / whether an edition could be adopted; needs no database."""
    from integrity_archive.catalogue.actions import judged, text_of

    typer.echo(f"{judged(text_of(file.read_bytes()), now=clock.now()).code}: 未发现问题 / nothing is wrong with it")


@catalogue.command()
def diff(file: EditionFile) -> None:
    """与届时施行的目录比较 / what it changes against the edition it would replace."""
    from integrity_archive.catalogue import actions

    for line in connected(lambda: actions.difference(actions.text_of(file.read_bytes()))).lines():
        typer.echo(line)


@catalogue.command()
def affected(file: EditionFile) -> None:
    """预览受影响的条目 / how many entries would be judged otherwise under it; numbers only."""
    from integrity_archive.catalogue.actions import text_of
    from integrity_archive.entries.affected import preview

    for line in connected(lambda: preview(text_of(file.read_bytes()), by=SYSTEM)):
        typer.echo(line)


@catalogue.command()
def adopt(
    file: EditionFile,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只校验和预览 / check and preview, change nothing")
    ] = False,
) -> None:
    """采用一版目录 / adopt an edition; adopting the same file again does nothing."""
    from integrity_archive.catalogue import actions

    text = actions.text_of(file.read_bytes())
    if dry_run:
        for line in connected(lambda: actions.rehearse(text, now=clock.now())).lines():
            typer.echo(line)
        affected(file)
        return
    found, new = connected(lambda: actions.adopt(text, by=SYSTEM, now=clock.now()))
    said = "已采用 / adopted" if new else "此前已采用 / was adopted before"
    typer.echo(f"{found.code}: {said}, {found.in_force_from}")


@calendar.command("import")
def import_notice(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """导入节假日安排 / import a year's notice, or one that replaces it; what rests on it is reckoned anew."""
    from integrity_archive.catalogue import actions
    from integrity_archive.entries.rescheduling import reschedule_provisional
    from integrity_archive.remedies.rescheduling import reschedule_remedies

    async def run() -> tuple[int, bool, int]:
        notice, new = await actions.import_notice(actions.text_of(file.read_bytes()), by=SYSTEM, now=clock.now())
        moved = await reschedule_provisional(now=clock.now())
        return notice.year, new, moved + await reschedule_remedies()

    year, new, moved = connected(run)
    said = "已导入 / imported" if new else "此前已收录 / was known"
    typer.echo(f"{year}: {said}; {moved} 条暂定日期已确定 / days now certain")
