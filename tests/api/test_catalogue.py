"""The catalogue as JSON, for anybody."""

from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue import actions, edition
from integrity_archive.catalogue.record_types import Edition

from ..building import NOW
from ..catalogue.amended import NEW, next_edition
from .conftest import Machine

[LAW] = edition.shipped()


async def test_the_edition_in_force_can_be_read_without_a_key_and_read_back_whole(nobody: Machine) -> None:
    answer = await nobody.get("/catalogue")

    assert answer.status_code == 200
    members = answer.json()
    rows = {"item": members.pop("items"), "record_type": members.pop("record_types")}
    assert Edition.model_validate(members | rows) == LAW


async def test_every_edition_is_listed_and_found_by_its_code(nobody: Machine) -> None:
    await actions.adopt(next_edition(since="2030-01-01"), by=SYSTEM, now=NOW)

    listed = (await nobody.get("/editions")).json()
    coming = (await nobody.get(f"/catalogue/{NEW}")).json()

    assert [one["code"] for one in listed] == [LAW.code, NEW]
    assert (coming["code"], coming["in_force_from"]) == (NEW, "2030-01-01")
    assert (await nobody.get("/catalogue/SX-1999")).status_code == 404
