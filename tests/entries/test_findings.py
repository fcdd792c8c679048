"""Each thing that was found rests on documents of the same entry."""

from uuid import uuid4

import pytest

from integrity_archive.database import rows
from integrity_archive.entries import actions, findings
from integrity_archive.entries.findings import Found
from integrity_archive.entries.models import Entry, Evidence
from integrity_archive.errors import Conflict, Forbidden, Invalid, NotFound, Refusal
from integrity_archive.intake import read
from integrity_archive.people.models import Person

from ..building import NOW, Office, a_draft, a_university, an_effective_entry, as_the_person

SEEN = "监控录像显示考生两次传递纸条。"


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    return await a_draft(office, student)


async def documents(entry: Entry) -> list[Evidence]:
    return await Evidence.filter(entry_id=entry.id).order_by("id")


async def test_a_finding_names_the_documents_it_rests_on(office: Office, entry: Entry):
    one, two, *_ = await documents(entry)

    await findings.add_finding(entry.id, Found(text=SEEN, evidence=[two.id, one.id, one.id]), by=office.clerk, now=NOW)

    shown = (await findings.of_entry(entry.id, by=office.reviewer, on=NOW.date()))[-1]
    assert (shown.text, shown.evidence) == (SEEN, [one.id, two.id])
    assert SEEN.encode().hex() not in str(await rows("select * from entries_finding"))


async def test_a_document_of_another_entry_supports_nothing(office: Office, student: Person, entry: Entry):
    [strange, *_] = await documents(await a_draft(office, student, document_no="岚考〔2026〕18号"))

    for id in (strange.id, uuid4()):
        with pytest.raises(Refusal) as refused:
            await findings.add_finding(entry.id, Found(text=SEEN, evidence=[id]), by=office.clerk, now=NOW)
        assert (refused.value.at, refused.value.code()) == ("evidence", "not-its-evidence")


def test_what_rests_on_nothing_is_no_finding():
    with pytest.raises(Invalid) as refused:
        read(Found, {"text": SEEN})

    assert [fault.path for fault in refused.value.errors()] == ["evidence"]


async def test_a_finding_is_taken_out_while_the_entry_is_a_draft(office: Office, entry: Entry):
    [document, *_] = await documents(entry)
    made = await findings.add_finding(entry.id, Found(text=SEEN, evidence=[document.id]), by=office.clerk, now=NOW)

    await findings.remove_finding(made.id, by=office.clerk, now=NOW)
    assert SEEN not in [one.text for one in await findings.of_entry(entry.id, by=office.clerk, on=NOW.date())]

    kept = await findings.add_finding(entry.id, Found(text=SEEN, evidence=[document.id]), by=office.clerk, now=NOW)
    await actions.file(entry.id, by=office.clerk, now=NOW)
    with pytest.raises(Conflict):
        await findings.remove_finding(kept.id, by=office.clerk, now=NOW)
    with pytest.raises(Conflict):
        await findings.add_finding(entry.id, Found(text=SEEN, evidence=[document.id]), by=office.clerk, now=NOW)


async def test_findings_are_written_by_the_offices_clerks_alone(office: Office, entry: Entry):
    [document, *_] = await documents(entry)
    found, elsewhere = Found(text=SEEN, evidence=[document.id]), await a_university(which=1)

    with pytest.raises(Forbidden):
        await findings.add_finding(entry.id, found, by=office.reviewer, now=NOW)
    with pytest.raises(NotFound):
        await findings.add_finding(entry.id, found, by=elsewhere.clerk, now=NOW)
    with pytest.raises(NotFound):
        await findings.of_entry(entry.id, by=elsewhere.reviewer, on=NOW.date())


async def test_the_person_reads_them_once_he_has_been_told(office: Office, student: Person, entry: Entry):
    person = await as_the_person(student)

    with pytest.raises(NotFound):
        await findings.of_entry(entry.id, by=person, on=NOW.date())
    told = await an_effective_entry(office, student, document_no="岚考〔2026〕19号")
    assert await findings.of_entry(told.id, by=person, on=NOW.date())
