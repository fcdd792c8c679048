"""The invented province: organisations and adults that exist nowhere, the same for the same seed.

Area codes 1499xx are assigned to nobody, sequence numbers are 000 (given to nobody), and names are drawn from
characters that no page of ours uses, so that a scan of logs and dumps for a name means something.
"""

import random
from dataclasses import dataclass, replace
from datetime import date

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.people.identity import check_character

SURNAMES = "滕祁郜苗鄢聂荀桑阮焦茅嵇缪庾蒯郗璩濮亓佘"
GIVEN = "珺璟瑄翊霁朔沅澍晔昕祺禧芮苒蔚荔砚峤嵘岚淇沛泓洛滢漪煦炜烨焱钰铮锦镕骁骞鸢鹭麒葳"
RARE = ("祁𬭎", "聂䶮", "桑㛃", "阿依努尔·苗苒", "迪丽热娅·荀霁")


@dataclass(frozen=True)
class Tenant:
    """An organisation of the demo; its officers' login names begin with `short`."""

    short: str
    kind: OrganisationKind
    name: str
    uscc: str
    unit_code: str
    address: str


@dataclass(frozen=True)
class Adult:
    """One invented person; `number` is a well-formed citizen number of nobody."""

    name: str
    number: str
    birth: date


@dataclass(frozen=True)
class Group:
    """Those who come in one roster file: students, or members of one profession."""

    tenant: str
    profession: str | None
    adults: list[Adult]


UNIVERSITY, ASSOCIATION = OrganisationKind.UNIVERSITY, OrganisationKind.ASSOCIATION
TENANTS = (
    Tenant("fenhe", UNIVERSITY, "汾霁大学", "12149900999901014A", "14E0101", "汾霁市学府街1号"),
    Tenant("taihe", UNIVERSITY, "太岚理工学院", "121499009999010225", "14E0102", "太岚市明志路9号"),
    Tenant("yanmen", UNIVERSITY, "雁岭师范学院", "121499009999010300", "14E0103", "雁岭市育英街3号"),
    Tenant("doctors", ASSOCIATION, "岚泓省医师协会", "51149900999901049U", "14A0201", "岚泓市府东街7号"),
    Tenant("lawyers", ASSOCIATION, "岚泓省律师协会", "51149900999901057N", "14A0202", "岚泓市府西街8号"),
    Tenant("grants", OrganisationKind.COMMITTEE, "励志奖学金评审委员会", "11149900999901065M", "", "岚泓市教育街2号"),
    Tenant("operator", OrganisationKind.OPERATOR, "岚泓省诚信档案中心", "11149900999901073G", "", "岚泓市教育街4号"),
)
ROSTERS = (  # tenant, profession (None: students), how many, born from, born until
    ("fenhe", None, 130, 2000, 2006),
    ("taihe", None, 130, 2000, 2006),
    ("yanmen", None, 130, 2000, 2006),
    ("fenhe", "TEA", 10, 1966, 1994),
    ("taihe", "TEA", 10, 1966, 1994),
    ("yanmen", "TEA", 10, 1966, 1994),
    ("doctors", "DOC", 40, 1966, 1994),
    ("lawyers", "LAW", 40, 1966, 1994),
)


def groups(seed: int) -> list[Group]:
    """All 500 adults, by the roster they come in."""
    chance = random.Random(seed)
    names = invented_names(chance, sum(count for _, _, count, _, _ in ROSTERS))
    taken: set[str] = set()
    found = []
    for tenant, profession, count, first, last in ROSTERS:
        adults = [adult(names.pop(), chance, taken, first, last) for _ in range(count)]
        found.append(Group(tenant, profession, adults))
    return found


def invented_names(chance: random.Random, count: int) -> list[str]:
    """That many different names; the rare ones are the first to be popped."""
    names = dict.fromkeys(RARE)
    while len(names) < count:
        names[chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))] = None
    return list(names)[::-1]


def adult(name: str, chance: random.Random, taken: set[str], first: int, last: int) -> Adult:
    while True:
        birth = date(chance.randint(first, last), chance.randint(1, 12), chance.randint(1, 28))
        head = f"1499{chance.randrange(100):02d}{birth:%Y%m%d}000"
        if head not in taken:
            taken.add(head)
            return Adult(name, head + check_character(head), birth)


def misspelt(someone: Adult) -> Adult:
    """The same person as a careless roster has it: the last character of the name is another one."""
    return replace(someone, name=someone.name[:-1] + next(c for c in GIVEN if c not in someone.name))
