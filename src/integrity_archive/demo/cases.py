"""Which entries the demo's officers make of whom, and with which dates."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.due_process import FinalityRule
from integrity_archive.catalogue.periods import months_after
from integrity_archive.catalogue.record_types import RecordType
from integrity_archive.demo.world import Adult, Group, Tenant
from integrity_archive.entries.actions import Draft
from integrity_archive.entries.kinds import ServiceMethod

DECIDED, SERVED, CONDUCT = 84, 82, 110  # days before the demo's day
NOTICE_SERVED, NOTICE_JUST_SERVED = 14, 2
OWN = {OrganisationKind.UNIVERSITY: "SCHOOL", OrganisationKind.ASSOCIATION: "ASSOCIATION"}  # who decides itself
SUIT = 140  # so many days more where the decision is not final before the time for a suit is over


@dataclass(frozen=True)
class Case:
    """One entry to be made. `waits`: its notice was served so lately that the person may still answer."""

    record_type: str
    tenant: Tenant
    adult: Adult
    authority: str
    authority_uscc: str
    deciding_body: str
    title: str
    summary: str
    sanction: dict[str, str | int]
    serial: int
    waits: bool

    @property
    def merit(self) -> bool:
        return self.record_type[1] == "P"

    def draft(self, person: object, today: date) -> Draft:
        """What the clerk fills in."""
        earlier, kind, sanction = self.earlier(today), self.kind(today), self.sanction.get("kind")
        decided = today - timedelta(DECIDED + earlier)
        months = self.sanction.get("months")
        return Draft.model_validate(
            {
                "person": person,
                "record_type": self.record_type,
                "document_no": f"{self.tenant.name[:2]}决〔{decided.year}〕{self.serial}号",
                "document_title": self.title,
                "authority": self.authority,
                "authority_uscc": self.authority_uscc,
                "deciding_body": self.deciding_body,
                "decided_on": decided,
                "decision_method": None if self.merit else ServiceMethod.IN_PERSON,
                "served_on": decided if self.merit else today - timedelta(SERVED + earlier),
                "remedies_told": True,
                "summary": self.summary,
                "conduct_ended_on": today - timedelta(CONDUCT + earlier),
                "steps_taken": list(kind.steps_with(str(sanction) if sanction else None)),
                "sanction_kind": sanction,
                "sanction_text": self.sanction.get("text"),
                "sanction_from": decided if months else None,
                "sanction_to": months_after(decided, int(months)) - timedelta(1) if months else None,
                "consented_on": today - timedelta(NOTICE_SERVED) if self.consented else None,
            }
        )

    def kind(self, today: date) -> RecordType:
        return edition.current(today).record_type(self.record_type)

    def earlier(self, today: date) -> int:
        finality = self.kind(today).finality
        return SUIT if finality and finality.rule is FinalityRule.STRICT else 0

    @property
    def consented(self) -> bool:
        """A merit is shown only with consent, a loan only with the borrower's."""
        return self.merit or self.record_type.startswith("SN-LOA")

    def notice_served_on(self, today: date) -> date:
        return today - timedelta(NOTICE_JUST_SERVED if self.waits else NOTICE_SERVED)


def cases(groups: list[Group], tenants: dict[str, Tenant]) -> list[Case]:
    """All 40, each about another person; the last one of the first university waits."""
    data = tomllib.loads((files("integrity_archive.demo") / "cases.toml").read_text("utf-8"))
    subjects = {(group.tenant, group.profession): iter(group.adults) for group in groups}
    made = []
    for serial, (case, short) in enumerate(each(data["case"]), 1):
        tenant = tenants[short]
        authority = data["authorities"].get(
            case.get("authority"), {"name": tenant.name, "uscc": tenant.uscc, "body": OWN[tenant.kind]}
        )
        made.append(
            Case(
                record_type=case["type"],
                tenant=tenant,
                adult=next(subjects[short, profession_of(case["type"], short)]),
                authority=authority["name"],
                authority_uscc=authority["uscc"],
                deciding_body=authority["body"],
                title=case["title"],
                summary=case["summary"],
                sanction=case.get("sanction", {}),
                serial=serial,
                waits=case.get("waits", False) and short == case["by"][0],
            )
        )
    return made


def each(cases: list[dict[str, object]]) -> Iterator[tuple[dict, str]]:  # type: ignore[type-arg]
    for case in cases:
        for short in case["by"]:  # type: ignore[attr-defined]
            yield case, short


def profession_of(record_type: str, tenant: str) -> str | None:
    """Whose roster the subject of such an entry stands in."""
    if record_type[0] == "S":
        return None
    family = record_type.split("-")[1]
    return family if family in ("TEA", "DOC", "LAW") else {"doctors": "DOC", "lawyers": "LAW"}[tenant]
