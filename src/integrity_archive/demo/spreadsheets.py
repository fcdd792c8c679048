"""The roster files that the demo's officers hand in."""

from io import BytesIO

import xlsxwriter

from integrity_archive.catalogue.codes import professions
from integrity_archive.demo.world import Adult, Group

LEVELS = ("本科", "本科", "本科", "硕士研究生", "博士研究生")
STUDENT_COLUMNS = ("姓名", "证件类型", "证件号码", "学号", "培养层次", "院系", "专业", "入学日期", "状态")
MEMBER_COLUMNS = ("姓名", "证件类型", "证件号码", "会员号", "执业证号", "职业", "入会日期", "状态")


def roster(group: Group, *, year: int) -> bytes:
    """One group's roster as an .xlsx file."""
    columns = MEMBER_COLUMNS if group.profession else STUDENT_COLUMNS
    return workbook(columns, [line(group, place, someone, year) for place, someone in enumerate(group.adults)])


def broken_roster(group: Group, *, year: int) -> bytes:
    """The same file as a careless office hands it in: one number stored as a number, one with a wrong digit."""
    lines: list[list[str | float]] = [list(line(group, i, one, year)) for i, one in enumerate(group.adults)]
    lines[3][2] = float(group.adults[3].number[:17] + "0")
    lines[7][2] = group.adults[7].number[:-1] + ("0" if group.adults[7].number[-1] != "0" else "1")
    return workbook(MEMBER_COLUMNS if group.profession else STUDENT_COLUMNS, lines)


def line(group: Group, place: int, someone: Adult, year: int) -> list[str]:
    if group.profession:
        own = f"{group.profession}{place + 1:05d}"
        profession = professions()[group.profession].zh
        return [someone.name, "居民身份证", someone.number, own, f"ZY{own}", profession, f"{year - 6}-03-01", "执业"]
    own = f"{year - 2}{place + 1:06d}"
    level = LEVELS[place % len(LEVELS)]
    return [someone.name, "居民身份证", someone.number, own, level, "信息学院", "统计学", f"{year - 2}-09-01", "在读"]


def workbook(columns: tuple[str, ...], lines: list[list[str]] | list[list[str | float]]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("名册")
        sheet.write_row(0, 0, columns)
        for row, cells in enumerate(lines, 1):
            sheet.write_row(row, 0, cells)
    return out.getvalue()
