"""Read an uploaded spreadsheet without trusting it.

The file is opened in a child process that has given up most of its memory, its processor time and its right to write
(`rosters/reader.py`); a file that exhausts them costs the child its life and its owner a refusal, not the service.
The child is our own code, but what it says is read as JSON all the same.
"""

import asyncio
import json
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from integrity_archive.errors import Refusal, TooLarge

Cell = str | float | bool | date | None

OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # the old .xls, and every encrypted workbook
ZIP = b"PK\x03\x04"
READER = ("-I", "-m", "integrity_archive.rosters.reader")


@dataclass(frozen=True)
class Limits:
    """What one upload may cost. A workbook is compressed, so its unpacked size is limited apart from its own."""

    file_bytes: int = 20_000_000
    unpacked_bytes: int = 100_000_000
    ratio: int = 100
    parts: int = 1_000
    rows: int = 100_000
    columns: int = 100
    memory_bytes: int = 1_000_000_000
    cpu_seconds: int = 20
    seconds: int = 30


LIMITS = Limits()


@dataclass(frozen=True)
class Sheet:
    """All rows of the first visible sheet, the first being row 1 of the file."""

    rows: list[list[Cell]]
    encoding: str | None  # of a CSV file, to be shown: a wrong guess is visible at once
    ignored: list[str]  # further sheets that were not read, to be shown


class EmptyFile(Refusal):
    """The file is empty."""

    status = 422
    zh = "文件为空。"


class WrongFileType(Refusal):
    """Hand in an .xlsx workbook or a .csv file; the content must agree with the name's ending."""

    status = 422
    zh = "请上传.xlsx工作簿或者.csv文件，且内容须与扩展名一致。"


class OldWorkbook(WrongFileType):
    """This is an old .xls workbook. Save it as .xlsx and hand it in again."""

    zh = "这是旧版.xls工作簿，请另存为.xlsx后重新上传。"


class EncryptedWorkbook(Refusal):
    """The workbook is protected by a password. Remove the password and hand it in again."""

    status = 422
    zh = "工作簿设有打开密码，请取消密码后重新上传。"


class MacroWorkbook(Refusal):
    """The workbook contains macros. Save it as .xlsx without macros."""

    status = 422
    zh = "工作簿含有宏，请另存为不含宏的.xlsx后重新上传。"


class UnreadableFile(Refusal):
    """The file is damaged or not what its name says; it could not be read."""

    status = 422
    zh = "文件已损坏或者内容与扩展名不符，无法读取。"


class UnknownEncoding(Refusal):
    """The text of the CSV file is neither UTF-8 nor GB18030."""

    status = 422
    zh = "CSV文件的编码既不是UTF-8也不是GB18030。"


class FileTooLarge(TooLarge):
    """The file is larger than {most} bytes."""

    zh = "文件超过{most}字节。"


class UnpacksTooLarge(TooLarge):
    """The workbook unpacks to far more than its size; it is not opened."""

    zh = "工作簿解压后体积异常，未予打开。"


class TooManyRows(TooLarge):
    """The file has more than {most} rows. Divide it."""

    zh = "文件超过{most}行，请拆分后上传。"


class TooManyColumns(TooLarge):
    """The file has more than {most} columns."""

    zh = "文件超过{most}列。"


class TooCostly(TooLarge):
    """Reading the file took more memory or time than one upload may have."""

    zh = "读取该文件所需的内存或者时间超过上限。"


BY_READER: dict[str, type[Refusal]] = {
    kind.__name__: kind
    for kind in (
        WrongFileType,
        EncryptedWorkbook,
        MacroWorkbook,
        UnreadableFile,
        UnknownEncoding,
        UnpacksTooLarge,
        TooManyRows,
        TooManyColumns,
        TooCostly,
    )
}


async def parse(filename: str, body: bytes, *, limits: Limits = LIMITS) -> Sheet:
    """The rows of an uploaded file; raises the refusal that says what is wrong with it."""
    answer = await _ask_reader(admit(filename, body, limits), body, limits)
    if "refused" in answer:
        raise BY_READER[answer["refused"]](at="file", **answer["facts"])
    return Sheet(
        rows=[[_cell(value) for value in row] for row in answer["rows"]],
        encoding=answer["encoding"],
        ignored=answer["ignored"],
    )


def admit(filename: str, body: bytes, limits: Limits) -> str:
    """`xlsx` or `csv`, if name, size and first bytes allow the file to be opened at all."""
    if not body:
        raise EmptyFile(at="file")
    if len(body) > limits.file_bytes:
        raise FileTooLarge(at="file", most=limits.file_bytes)
    match PurePath(filename).suffix.lower():
        case ".xlsm":
            raise MacroWorkbook(at="file")
        case ".xlsx" | ".xls" if body.startswith(OLE):
            raise (EncryptedWorkbook if "EncryptedPackage".encode("utf-16-le") in body else OldWorkbook)(at="file")
        case ".xlsx" if body.startswith(ZIP):
            return "xlsx"
        case ".csv" if b"\0" not in body and not body.startswith((ZIP, OLE)):
            return "csv"
    raise WrongFileType(at="file")


async def _ask_reader(kind: str, body: bytes, limits: Limits) -> dict[str, Any]:
    reader = await asyncio.create_subprocess_exec(
        sys.executable,
        *READER,
        kind,
        json.dumps(asdict(limits)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={},
    )
    try:
        out, _ = await asyncio.wait_for(reader.communicate(body), limits.seconds)
    except TimeoutError:
        raise TooCostly(at="file") from None
    finally:
        if reader.returncode is None:
            reader.kill()
            await reader.wait()
    if reader.returncode != 0:
        raise TooCostly(at="file")
    answer: dict[str, Any] = json.loads(out)
    return answer


def _cell(value: Any) -> Cell:
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value
