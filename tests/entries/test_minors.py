"""A corrected date of birth: what turns out to be a minor's conduct leaves the archive at once, with the correction."""

from datetime import date

import pytest

from integrity_archive import clock
from integrity_archive.catalogue.periods import corresponding_end
from integrity_archive.catalogue.terms import terms
from integrity_archive.entries import actions
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.kinds import Ending
from integrity_archive.entries.lifecycle import State
from integrity_archive.entries.minors import correct_person
from integrity_archive.entries.models import Entry
from integrity_archive.errors import Invalid
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.actions import CorrectIdentity, NothingToCorrect
from integrity_archive.people.models import Person

from ..building import (
    CONDUCT,
    MERIT,
    NOW,
    Office,
    a_draft,
    a_filed_entry,
    a_notified_entry,
    an_adult,
    an_effective_entry,
)

BORN_LATER = date(2008, 6, 10)  # eighteen three days after the conduct
TODAY = NOW.date()


def corrected(born_on: date) -> CorrectIdentity:
    return CorrectIdentity(number=an_adult(born_on=born_on).number, reason="证件号码录入有误，已核对原件。")


async def test_an_entry_in_effect_about_a_minors_conduct_ends_with_the_correction(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    told = await a_notified_entry(office, student, document_no="岚考〔2026〕18号")
    assert await disclosable(student.id, ["EXF"], on=TODAY)

    await correct_person(student.id, corrected(BORN_LATER), by=office.clerk, now=NOW)

    for each in (entry, told):
        ended = await Entry.get(id=each.id)
        assert (ended.state, ended.ended_because) == (State.REVOKED, Ending.MINOR)
        assert ended.erase_after == corresponding_end(clock.today(NOW), terms("entries")["kept_to_tell"])
        [act] = [act for act in await journal.of_entry(each.id) if act.kind is Kind.ENTRY_REVOKED]
        assert act.body and act.body["cause"] == Ending.MINOR
    assert await disclosable(student.id, ["EXF"], on=TODAY) == []


async def test_what_the_person_did_as_an_adult_stands(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    merit = await an_effective_entry(office, student, MERIT, conduct_ended_on=date(2026, 6, 12))

    await correct_person(student.id, corrected(CONDUCT.replace(year=2008)), by=office.clerk, now=NOW)

    assert {one.state for one in await Entry.filter(id__in=[entry.id, merit.id])} == {State.EFFECTIVE}


async def test_a_merit_of_a_minor_ends_as_well(office: Office, student: Person):
    merit = await an_effective_entry(office, student, MERIT)

    await correct_person(student.id, corrected(BORN_LATER), by=office.clerk, now=NOW)

    assert (await Entry.get(id=merit.id)).ended_because is Ending.MINOR


async def test_what_nobody_was_told_of_yet_goes_no_further(office: Office, student: Person):
    draft, filed = await a_draft(office, student), await a_filed_entry(office, student, document_no="岚考〔2026〕18号")
    await correct_person(student.id, corrected(BORN_LATER), by=office.clerk, now=NOW)

    for go_on in (
        actions.file(draft.id, by=office.clerk, now=NOW),
        actions.notify(filed.id, by=office.reviewer, now=NOW),
    ):
        with pytest.raises(Invalid) as refused:
            await go_on
        assert [fault.code for fault in refused.value.errors()] == ["minor-at-conduct"]


async def test_a_correction_that_is_refused_ends_nothing(office: Office, student: Person):
    entry = await an_effective_entry(office, student)
    with pytest.raises(NothingToCorrect):
        await correct_person(student.id, CorrectIdentity(reason="没有填写。"), by=office.clerk, now=NOW)
    assert (await Entry.get(id=entry.id)).state is State.EFFECTIVE


@pytest.mark.parametrize("born_on", [date(2008, 12, 1), date(2011, 1, 5)])
async def test_the_truth_about_somebody_who_is_a_minor_still_is_accepted_and_ends_his_entries(
    office: Office, student: Person, born_on: date
):
    entry, merit = await an_effective_entry(office, student), await an_effective_entry(office, student, MERIT)

    await correct_person(student.id, corrected(born_on), by=office.clerk, now=NOW)

    assert {one.ended_because for one in await Entry.filter(id__in=[entry.id, merit.id])} == {Ending.MINOR}
    assert await disclosable(student.id, ["EXF", "VOL"], on=TODAY) == []
    with pytest.raises(Invalid):
        await a_draft(office, student, document_no="岚考〔2026〕19号")
