"""What a person may see and say of his own archive: the entries he was told of, his statement, and who has asked."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.entry_out import EntryOut, EntryState, entry_of, standing
from integrity_archive.entries import queries
from integrity_archive.entries.draft import Say
from integrity_archive.inquiries import queries as inquiries
from integrity_archive.people.papers import OnPaper
from integrity_archive.remedies.statements import make_statement
from integrity_archive.reports import case_file as case_files


async def entries(call: Call) -> list[queries.Row]:
    return await queries.of_person(call.person, on=clock.present_day())


async def entry(call: Call) -> EntryOut:
    return await entry_of(call)


async def evidence(call: Call) -> Binary:
    return Binary(
        *await queries.evidence(call.path["evidence"], entry_id=call.path["entry"], by=call.by, on=clock.present_day())
    )


async def state(call: Call) -> EntryState:
    await make_statement(call.path["entry"], call.input, by=call.by, now=clock.now())
    return standing((await queries.view(call.path["entry"], by=call.by, now=clock.now())).entry)


async def case_file(call: Call) -> Binary:
    name, data = await case_files.make(call.path["entry"], OnPaper(), by=call.by, now=clock.now())
    return Binary(name, "application/pdf", data)


async def looks(call: Call) -> list[inquiries.Look]:
    return await inquiries.who_looked(call.person)


OWN, ENTRY = Permission.OWN_FILE, "/own/entries/{entry:uuid}"
ENDPOINTS = (
    Endpoint("GET", "/own/entries", entries, OWN, "本人条目", "one's own entries", output=list[queries.Row]),
    Endpoint("GET", ENTRY, entry, OWN, "查看本人条目", "one of them", output=EntryOut),
    Endpoint(
        "GET", f"{ENTRY}/evidence/{{evidence:uuid}}", evidence, OWN, "下载本人条目的材料", "a document of it",
        output=Binary,
    ),
    Endpoint(
        "POST", f"{ENTRY}/statement", state, OWN, "作出陈述", "make a statement", input=Say, output=EntryState,
        creates=True,
    ),
    Endpoint(
        "POST", f"{ENTRY}/case-file", case_file, OWN, "取得案卷副本", "the case file, signed, with every document",
        output=Binary,
    ),
    Endpoint("GET", "/own/inquiries", looks, OWN, "谁查询过", "who has asked", output=list[inquiries.Look]),
)  # fmt: skip
