"""Every endpoint times every role: who lacks the permission is refused before anything is looked up."""

import re

import pytest
from uuid_utils.compat import uuid7

from integrity_archive.actors import GRANTS, Role
from integrity_archive.api.endpoint import Endpoint
from integrity_archive.api.routes import ENDPOINTS

from ..building import PDF, Office, a_draft, a_person, a_university, an_effective_entry, an_officer
from .conftest import Machine, Opens

GUARDED = [endpoint for endpoint in ENDPOINTS if endpoint.permission]
ROLES = [role for role in Role if role is not Role.SYSTEM]
UNIQUE = re.compile(r"\{\w+:uuid\}")


def path(endpoint: Endpoint) -> str:
    return UNIQUE.sub(lambda _: str(uuid7()), endpoint.path)


def named(endpoint: Endpoint) -> str:
    return f"{endpoint.method} {endpoint.path}"


@pytest.mark.parametrize("endpoint", GUARDED, ids=named)
async def test_without_a_key_nothing_is_answered(endpoint: Endpoint, nobody: Machine) -> None:
    for headers in ({}, {"Authorization": "Bearer ia_wrong"}, {"Authorization": "Basic eDp5"}):
        answer = await nobody.client.request(endpoint.method, path(endpoint), headers=headers)
        assert answer.status_code == 401 and answer.json()["code"] == "not-signed-in"
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_reaches_what_it_was_granted_and_nothing_else(role: Role, office: Office, opens: Opens) -> None:
    machine = await opens(await an_officer(None if role is Role.SUBJECT else office.organisation, role))
    for endpoint in GUARDED:
        answer = await machine.client.request(endpoint.method, path(endpoint))
        if endpoint.permission not in GRANTS[role]:
            assert answer.status_code == 403, named(endpoint)
        elif role is not Role.SUBJECT:
            assert answer.status_code not in (401, 403, 500), (named(endpoint), answer.text)


async def test_another_offices_entry_is_not_there(office: Office, opens: Opens) -> None:
    entry = await an_effective_entry(office, await a_person(office))
    stranger = await opens((await a_university(which=1)).clerk)
    assert (await stranger.get(f"/entries/{entry.id}")).status_code == 404
    assert (await stranger.get("/entries")).json() == []
    assert (await stranger.post(f"/entries/{entry.id}/file")).status_code == 404


async def test_a_document_is_found_under_its_own_entry_only(office: Office, opens: Opens) -> None:
    person = await a_person(office)
    entry, other = await a_draft(office, person), await a_draft(office, person)
    clerk, stranger = await opens(office.clerk), await opens((await a_university(which=1)).clerk)
    document = (await clerk.get(f"/entries/{entry.id}")).json()["evidence"][0]["id"]
    assert (await clerk.get(f"/entries/{entry.id}/evidence/{document}")).content == PDF
    assert (await clerk.get(f"/entries/{other.id}/evidence/{document}")).status_code == 404
    assert (await stranger.get(f"/entries/{entry.id}/evidence/{document}")).status_code == 404
