"""Who is published by name, and from when to when."""

from datetime import date

from integrity_archive.catalogue import edition
from integrity_archive.catalogue.finality import Window
from integrity_archive.catalogue.record_types import Source
from integrity_archive.entries import publishing
from integrity_archive.entries.models import Entry
from integrity_archive.people import queries as people
from integrity_archive.people.masking import Level, mask_name

from ..building import Office, a_person, an_adult, an_association, an_effective_entry


async def a_valuer_expelled(office: Office) -> Entry:
    someone = an_adult()
    person = await a_person(office, someone, profession="评估师")
    return await an_effective_entry(
        office, person, "PN-APP-02", sanction_kind="MEMBERSHIP_CANCELLED", sanction_text="取消会员资格",
        document_title="协会惩戒决定书", summary="出具有重大遗漏的评估报告。",
    )  # fmt: skip


async def test_golden_22(database: object) -> None:
    """A valuer expelled by the association: published by 资产评估法 36(4), three years at most, masked (M3)."""
    office = await an_association()
    entry = await a_valuer_expelled(office)
    law = edition.load(entry.edition)
    kind = law.record_type(entry.record_type)

    assert (kind.source, entry.severity) == (Source.ASSOCIATION, "SERIOUS")
    assert kind.publication and "第三十六条第（四）项" in kind.publication.basis.text
    last = date(2027, 1, 1)  # its display: six months from the decision, for the sanction has no end
    assert publishing.window(entry, law) == Window(date(2026, 7, 25), last, last)
    [name] = (await people.names({entry.person_id})).values()
    assert mask_name(name, Level.PUBLIC) == name[0] + "*" * (len(name) - 1)


async def test_nobody_is_published_without_a_law_or_while_an_appeal_suspends_the_entry(database: object) -> None:
    office = await an_association()
    entry = await a_valuer_expelled(office)
    law = edition.load(entry.edition)

    entry.suspended = True
    assert publishing.window(entry, law) is None
    entry.suspended, entry.record_type = False, "PN-LAW-02"
    assert publishing.window(entry, law) is None
