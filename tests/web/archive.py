"""An office's work, done by the actions before a page is looked at: a roster, an entry, its documents."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from integrity_archive import clock
from integrity_archive.actors import Actor
from integrity_archive.catalogue import edition
from integrity_archive.demo.spreadsheets import roster
from integrity_archive.demo.world import Adult, Group, groups
from integrity_archive.entries import actions as entries
from integrity_archive.entries.findings import Found, add_finding
from integrity_archive.entries.kinds import Proof, ServiceMethod, ServiceOf
from integrity_archive.people import actions as people
from integrity_archive.people import queries
from integrity_archive.rosters.kinds import RosterKind

PDF = b"%PDF-1.7\n%%EOF\n"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KIND = "SN-ACM-2701"
DOCUMENTS = ("DECISION_DOCUMENT", "INVESTIGATION_REPORT", Proof.DECISION_SERVICE)
GROUP = groups(27)[0]
ADULTS: list[Adult] = GROUP.adults[:3]
SOMEBODY = ADULTS[0]


def roster_file(adults: list[Adult] = ADULTS) -> bytes:
    return roster(Group(GROUP.tenant, None, adults), year=clock.today(clock.now()).year)


async def enrolled(clerk: Actor) -> UUID:
    """Three students are on the rolls; the id of the first."""
    await people.import_roster(RosterKind.STUDENTS, "名册.xlsx", roster_file(), by=clerk, now=clock.now())
    found = await queries.find(SOMEBODY.number, by=clerk)
    assert found
    return found.id


def written(person: UUID, **other: object) -> dict[str, str | list[str]]:
    """The form of an entry, as it is filled in."""
    decided = clock.today(clock.now()) - timedelta(60)
    bodies = edition.current(clock.present_day()).record_type(str(other.get("record_type", KIND))).deciding_bodies
    form = {
        "person": person,
        "record_type": KIND,
        "document_title": "学术不端行为处理决定书",
        "document_no": "校处〔2026〕17号",
        "authority": "汾霁大学",
        "authority_uscc": "12149900999901014A",
        "deciding_body": bodies[0],
        "decided_on": decided,
        "decision_method": "in_person",
        "served_on": decided,
        "remedies_told": "true",
        "steps_taken": ["DEFENCE_HEARD", "COMMITTEE_FINDING"],
        "summary": "学位论文第三章抄袭他人已发表论文。",
        "conduct_ended_on": decided - timedelta(30),
    }
    said = form | other
    return {name: value if isinstance(value, list) else str(value) for name, value in said.items()}


@dataclass(frozen=True)
class Office:
    """A clerk and a reviewer of one university."""

    clerk: Actor
    reviewer: Actor

    async def drafted(self, person: UUID, **other: object) -> UUID:
        new = entries.Draft.model_validate(written(person, **other))
        entry = await entries.draft(new, by=self.clerk, now=clock.now())
        for kind in DOCUMENTS:
            proof = await entries.add_evidence(entry.id, kind, f"{kind}.pdf", PDF, by=self.clerk, now=clock.now())
        found = Found(text="论文第三章与已发表论文雷同。", evidence=[proof.id])
        await add_finding(entry.id, found, by=self.clerk, now=clock.now())
        return entry.id

    async def filed(self, person: UUID, **other: object) -> UUID:
        entry = await self.drafted(person, **other)
        await entries.file(entry, by=self.clerk, now=clock.now())
        return entry

    async def notified(self, person: UUID, **other: object) -> UUID:
        entry = await self.filed(person, **other)
        await entries.sight_service(entry, ServiceOf.DECISION, by=self.reviewer, now=clock.now())
        await entries.notify(entry, by=self.reviewer, now=clock.now())
        return entry

    async def served(self, person: UUID, *, on: date | None = None, **other: object) -> UUID:
        entry = await self.notified(person, **other)
        service = entries.Service(method=ServiceMethod.IN_PERSON, served_on=on or clock.today(clock.now()))
        await entries.serve(entry, service, "送达回证.pdf", PDF, by=self.clerk, now=clock.now())
        if on and on < clock.today(clock.now()):
            await entries.sight_service(entry, ServiceOf.NOTICE, by=self.reviewer, now=clock.now())
        return entry

    async def effective(self, person: UUID, *, now: datetime | None = None, **other: object) -> UUID:
        entry = await self.served(person, on=clock.today(clock.now()) - timedelta(30), **other)
        await entries.take_effect(entry, by=self.reviewer, now=now or clock.now())
        return entry
