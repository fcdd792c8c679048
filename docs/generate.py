"""Writes the pages of `docs/` that are made from the code: `make docs`. Tests fail when they drift."""

import csv
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from inspect import getsource
from pathlib import Path

import integrity_archive
from integrity_archive.catalogue import edition, policy
from integrity_archive.entries.lifecycle import CHANGE, ENTRY, QUARANTINE, STATEMENT
from integrity_archive.errors import Refusal
from integrity_archive.exchange.lifecycle import BATCH, DELIVERY
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters.lifecycle import ATTEMPT, LETTER
from integrity_archive.recipients.lifecycle import DUTY
from integrity_archive.remedies.lifecycle import APPEAL, COMPLAINT, OBJECTION, REPAIR
from integrity_archive.settings import Settings
from integrity_archive.transitions import Lifecycle

HERE = Path(__file__).parent
PACKAGE = Path(integrity_archive.__file__).parent
SECONDS = "Times are in seconds, sizes in bytes, lists in JSON.\n"
MEANINGS = {
    "profile": "`demo`, `test` or `production`; production refuses what only a demo may do without",
    "home": "folder of sealed documents, and of the master key and the embedded database where nothing else is set",
    "database_url": "PostgreSQL for the application role; absent: the embedded one",
    "migration_database_url": "the same database for its owner, used by `migrate` only",
    "database_pool": "connections of one process at most",
    "master_key_file": "64 hex digits; absent: `keys/master.key` in the home folder",
    "seal_suite": "cipher of new sealed values: `AES-256-GCM` or `SM4-GCM`",
    "public_url": "where persons reach the pages; stands in QR codes",
    "session_idle": "a session ends when it was not used for so long",
    "session_absolute": "a session ends in any case",
    "sign_in_failures": "wrong passwords in a row that lock an account",
    "sign_in_lock": "for how long",
    "upload_limit": "largest file",
    "reply_kept": "how long a repeated `Idempotency-Key` gets its first answer again",
    "report_key_file": "PEM, signs reports; absent: a demo key that says it is one",
    "report_certificate_file": "PEM, the signer's certificate first, then those above it",
    "fallback_fonts": "TrueType files for characters that Noto Sans SC lacks",
    "worker_poll": "how often the worker looks for work",
    "smtp_host": "mail server; absent: no mail is sent",
    "smtp_port": "its port",
    "smtp_tls": "`starttls`, `tls` or `none`",
    "smtp_user": "its account",
    "smtp_password_file": "a file with its password",
    "mail_from": "sender of mails; needed with `IA_SMTP_HOST`",
    "text_url": "where text messages are handed in; absent: none are sent",
    "text_token_file": "a file with the token that goes with them",
    "letters_timeout": "one mail or message, from connecting to the answer",
    "letters_wait": "first wait after a failure; it doubles",
    "letters_wait_cap": "longest wait",
    "letters_tries": "so many failures, and another way is tried",
    "exchange_lease": "how long a batch belongs to the worker that took it",
    "exchange_wait": "first wait after a lost answer; absent: as the registration's environment says",
    "exchange_wait_cap": "longest wait; absent: likewise",
    "exchange_timeout": "one request to the platform; absent: likewise",
    "log_level": "`DEBUG`, `INFO`, `WARNING` or `ERROR`",
    "testing": "enables kill points; for tests only",
    "killpoint": "where the process kills itself; for tests only",
}
LIFECYCLES = (
    ENTRY, CHANGE, STATEMENT, QUARANTINE, OBJECTION, APPEAL, REPAIR, COMPLAINT, LETTER, ATTEMPT, DUTY, DELIVERY, BATCH,
)  # fmt: skip
MADE = "Made from the code by `make docs`; do not edit.\n"
COMMENTED = re.compile(r'^    [A-Z_]+ = "([^"]+)"  # (.+)$', re.MULTILINE)


def lifecycles() -> str:
    parts = ["# Lifecycles", MADE]
    for lifecycle in LIFECYCLES:
        parts += [f"## {lifecycle.noun.capitalize()}\n", diagram(lifecycle), table(lifecycle)]
    return "\n".join(parts)


def diagram(lifecycle: Lifecycle) -> str:
    lines = [f"    {step.before.value} --> {step.after.value}: {step.act}" for step in lifecycle]
    return "\n".join(["```mermaid", "stateDiagram-v2", *lines, "```", ""])


def table(lifecycle: Lifecycle) -> str:
    rows = [
        f"| {step.before.value} | {step.act} | {step.after.value} | {', '.join(sorted(step.by))} | {step.why} |"
        for step in lifecycle
    ]
    return "\n".join(["| state | act | next state | by | why |", "|---|---|---|---|---|", *rows, ""])


def journal() -> str:
    rows = [f"| `{kind}` | {meaning} |" for kind, meaning in COMMENTED.findall(getsource(Kind))]
    assert len(rows) == len(Kind), "every kind has its meaning behind it"
    return "\n".join(["# Journal", MADE, "| kind | what was done |", "|---|---|", *rows, ""])


def problems() -> str:
    rows = [
        f"| `{refusal.code()}` | {refusal.status} | {refusal.zh} | {refusal.__doc__} |"
        for refusal in sorted(refusals(), key=lambda refusal: refusal.code())
    ]
    head = "Every refusal has a stable code; braces stand for facts.\n"
    return "\n".join(["# Problems", MADE, head, "| code | status | 中文 | English |", "|---|---|---|---|", *rows, ""])


def settings() -> str:
    rows = []
    for name, field in Settings.model_fields.items():
        variable = str(field.validation_alias or f"IA_{name.upper()}")
        rows.append(f"| `{variable}` | `{field.default}` | {MEANINGS[name]} |")
    return "\n".join(["# Settings", MADE, SECONDS, "| variable | default | meaning |", "|---|---|---|", *rows, ""])


def law() -> str:
    """Each rule, where its data stands, and the test that holds it; then every fact nobody has compared yet."""
    with (HERE / "law.csv").open(encoding="utf-8", newline="") as file:
        rules = list(csv.DictReader(file))
    rows = [f"| {row['rule']} | {row['source']} | `{row['data']}` | `{row['test']}` |" for row in rules]
    head = "Data stands below `src/integrity_archive/`: periods, limits and severities in data files, tables in code.\n"
    parts = ["# Law", MADE, head, "| rule | source | data | test |", "|---|---|---|---|", *rows, ""]
    facts = [f"| `{place}` | {said} |" for place, said in unverified()]
    told = "Taken from memory or from an excerpt, not yet compared with the law's own text; pages show 待核实.\n"
    return "\n".join([*parts, "## To be verified\n", told, "| data | what it says |", "|---|---|", *facts, ""])


def unverified() -> Iterator[tuple[str, str]]:
    """Every fact marked `to_verify`: of the editions, of the policies, and of each capability's terms."""
    for one in edition.editions():
        yield from ((f"{one.code}: {code}", said) for code, said in one.to_verify())
    rows = tomllib.loads((PACKAGE / "catalogue" / "limits.toml").read_text("utf-8"))
    for name in ("on_service", "required_step", "sanction_limit", "remedy_minimum", "display_limit"):
        stated = rows[name] if isinstance(rows[name], list) else [rows[name]]
        yield from ((f"catalogue/limits.toml#{name}", row["basis"]) for row in stated if row.get("to_verify"))
    for measures in policy.policies():
        yield from ((measures.code, ground.text) for ground in measures.legal_basis if ground.to_verify)
    for file in sorted(PACKAGE.glob("*/terms.toml")):
        for name, term in tomllib.loads(file.read_text("utf-8")).items():
            if term.get("to_verify"):
                yield f"{file.relative_to(PACKAGE)}#{name}", term["basis"]


def refusals() -> list[type[Refusal]]:
    """Every kind of refusal in the package."""
    for module in pkgutil.walk_packages(integrity_archive.__path__, "integrity_archive."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return [refusal for refusal in below(Refusal) if refusal.__module__.startswith("integrity_archive.")]


def below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    yield kind
    for child in kind.__subclasses__():
        yield from below(child)


PAGES = {
    "settings.md": settings,
    "lifecycles.md": lifecycles,
    "journal.md": journal,
    "problems.md": problems,
    "law.md": law,
}

if __name__ == "__main__":
    for name, made in PAGES.items():
        (HERE / name).write_text(made(), "utf-8")
