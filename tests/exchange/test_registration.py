"""The registration file is read strictly, and its units find their organisations."""

import json
from pathlib import Path
from typing import Any

import pytest

from integrity_archive import clock, guomi
from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.accounts.models import Organisation
from integrity_archive.actors import SYSTEM, Actor, Role
from integrity_archive.errors import Fatal, Forbidden, Refusal
from integrity_archive.exchange import actions, registration
from integrity_archive.exchange.links import registration_of
from integrity_archive.exchange.models import Target, Unit

from .province import UNIVERSITY, a_registration, a_unit

OTHER = "12149900999901033D"


def parse(file: dict[str, Any]) -> registration.Registration:
    return registration.parse(json.dumps(file).encode())


def faults(file: dict[str, Any]) -> list[tuple[str, str]]:
    """(path, code) of every fault the file is refused for."""
    with pytest.raises(Refusal) as refused:
        parse(file)
    return [(fault.path, fault.code) for fault in refused.value.errors()]


def test_the_file_is_taken_as_it_is() -> None:
    assert parse(a_registration()).model_dump() == a_registration()


@pytest.mark.parametrize("name", sorted(a_registration()))
def test_a_missing_member_is_refused_by_name(name: str) -> None:
    file = a_registration()
    del file[name]

    assert faults(file) == [(name, "required")]


def test_an_unknown_member_is_refused_by_name() -> None:
    assert faults(a_registration() | {"colour": "red"}) == [("colour", "unknown-field")]


def test_a_private_key_stands_in_the_file_only_for_tests() -> None:
    assert faults(a_registration(environment="production")) == [
        ("sender_signing.private_key_hex", "private-key-inline")
    ]


@pytest.mark.parametrize("both", [True, False])
def test_exactly_one_private_key_is_given(both: bool) -> None:
    key = guomi.new_private_key() if both else None
    own = {"kid": "snd-1", "private_key_hex": key, "private_key_file": "key" if both else None}

    assert faults(a_registration(sender_signing=own)) == [("sender_signing", "one-private-key")]


def test_a_public_key_off_the_curve_is_refused() -> None:
    wrong = {"kid": "enc-1", "public_key": "04" + "1" * 128}

    assert faults(a_registration(platform_encryption=wrong)) == [("platform_encryption.public_key", "unusable-key")]


@pytest.mark.parametrize("url", ["http://gateway.invalid", "http://10.0.0.1", "ftp://127.0.0.1", "https://"])
def test_the_service_channel_needs_tls_away_from_this_machine(url: str) -> None:
    assert faults(a_registration(base_url=url)) == [("base_url", "insecure-address")]


@pytest.mark.parametrize("url", ["https://gateway.invalid/ppg", "http://127.0.0.1:9100", "http://[::1]:9100"])
def test_tls_or_loopback_is_taken(url: str) -> None:
    assert parse(a_registration(base_url=url)).base_url == url


def test_a_private_key_file_open_to_others_stops_the_start(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(guomi.new_private_key())
    own = {"kid": "snd-1", "private_key_hex": None, "private_key_file": str(file)}
    key = parse(a_registration(environment="production", sender_signing=own)).sender_signing
    file.chmod(0o600)
    assert key.read().public_key.startswith("04")

    file.chmod(0o644)

    with pytest.raises(Fatal):
        key.read()


async def test_units_find_their_organisation_by_its_credit_code(database: object) -> None:
    ours = await an_organisation(UNIVERSITY.uscc)

    await register(a_unit(UNIVERSITY.uscc), a_unit(OTHER))

    assert (await Unit.get(uscc=UNIVERSITY.uscc)).organisation_id == ours.id
    assert (await Unit.get(uscc=OTHER)).organisation_id is None


async def test_registering_again_takes_over_changed_keys_and_addresses(database: object) -> None:
    await register(a_unit(UNIVERSITY.uscc))

    await actions.register(parse(a_registration(base_url="https://new.invalid")), by=SYSTEM, now=clock.now())

    assert (await registration_of(await Target.get())).base_url == "https://new.invalid"


async def test_the_keys_are_sealed(database: object) -> None:
    await register(a_unit(UNIVERSITY.uscc))

    secret = a_registration()["sender_signing"]["private_key_hex"]
    assert secret.encode() not in (await Target.get()).sealed


async def test_only_who_may_registers_a_platform(database: object) -> None:
    clerk = Actor(account=None, roles=frozenset({Role.CLERK}))

    with pytest.raises(Forbidden):
        await actions.register(parse(a_registration()), by=clerk, now=clock.now())


async def register(*units: dict[str, Any]) -> Target:
    return await actions.register(parse(a_registration(units=list(units))), by=SYSTEM, now=clock.now())


async def an_organisation(uscc: str) -> Organisation:
    return await Organisation.create(kind=OrganisationKind.UNIVERSITY, name=UNIVERSITY.name, uscc=uscc)
