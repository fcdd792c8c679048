"""Nothing that is sent makes us stumble: whatever stands in a field, the answer is an answer or a refusal."""

import json
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from integrity_archive.actors import GRANTS, Role
from integrity_archive.api.endpoint import Endpoint
from integrity_archive.api.routes import ENDPOINTS

from ..building import Office, a_draft, a_person, an_officer, as_the_person, facts
from .conftest import Opens
from .test_authority import UNIQUE, named

STRANGE: tuple[Any, ...] = (
    "\x00", "a\x00b", "\ud800", "\u202e", "'; --", "x" * 100_000, -1, 10**30, 1e308, float("nan"), True, [], ["\x00"],
    {"a": {"b": 1}}, "9999-12-31", "0001-01-01", "２０２６-01-01", str(uuid7()),
)  # fmt: skip
TAKING = [endpoint for endpoint in ENDPOINTS if endpoint.input and not endpoint.files]
WITH_FILES = [endpoint for endpoint in ENDPOINTS if endpoint.files]


@pytest.mark.parametrize("endpoint", TAKING, ids=named)
async def test_strange_values_are_refused_and_nothing_breaks(endpoint: Endpoint, office: Office, opens: Opens) -> None:
    role = next(role for role in Role if endpoint.permission in GRANTS[role])
    person = await a_person(office)
    by = await as_the_person(person) if role is Role.SUBJECT else await an_officer(office.organisation, role)
    machine = await opens(by)
    assert endpoint.input
    usual = facts(person.id).model_dump(mode="json") | {"text": "原登记有误。", "reason": "原登记有误。"}
    body = {name: usual.get(name) for name in endpoint.input.model_fields}
    address = endpoint.path.replace("{person:uuid}", str(person.id))
    if "{entry:uuid}" in address:
        address = address.replace("{entry:uuid}", str((await a_draft(office, person)).id))
    address = UNIQUE.sub(lambda _: str(uuid7()), address)
    broken = []
    for name in body:
        for value in STRANGE:
            headers = {"Content-Type": "application/json", "Idempotency-Key": uuid7().hex, "If-Match": '"1"'}
            content = json.dumps(body | {name: value})
            answer = await machine.client.request(endpoint.method, address, content=content, headers=headers)
            if answer.status_code >= 500:
                broken.append((name, value))
    assert broken == []


@pytest.mark.parametrize("endpoint", WITH_FILES, ids=named)
async def test_a_form_without_its_file_is_refused_and_nothing_breaks(
    endpoint: Endpoint, office: Office, opens: Opens
) -> None:
    role = next(role for role in Role if endpoint.permission in GRANTS[role])
    person = await a_person(office)
    by = await as_the_person(person) if role is Role.SUBJECT else await an_officer(office.organisation, role)
    usual = {
        "served_on": "2026-07-01", "method": "in_person", "on": "2026-07-01", "kind": "CONSENT", "text": "原登记有误。",
        "document": str(uuid7()), "outcome": "upheld", "concluded_on": "2026-07-01", "scope": "see", "name": "某甲",
    }  # fmt: skip
    names = endpoint.input.model_fields if endpoint.input else ()
    answer = await (await opens(by)).post(
        UNIQUE.sub(lambda _: str(uuid7()), endpoint.path),
        data={name: usual[name] for name in names if name in usual},
        files={"other": ("a.pdf", b"%PDF-1.7")},
    )
    assert 400 <= answer.status_code < 500, answer.text
