"""The OpenAPI document is the endpoint table said in another way."""

import json
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import TypeAdapter
from starlette.routing import Mount, Route

from integrity_archive.api.openapi import document, template
from integrity_archive.api.routes import ENDPOINTS, api

from .conftest import Machine

DOCUMENT = document(ENDPOINTS, server="/api/v1")


def test_it_lists_every_route_and_only_routes() -> None:
    [v1] = [route for route in api().routes if isinstance(route, Mount) and route.path == "/v1"]
    routes = {
        (method.lower(), template(route.path)[0])
        for route in v1.routes
        if isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}
    }
    listed = {(method, path) for path, methods in DOCUMENT["paths"].items() for method in methods}
    assert listed == routes and len(listed) == len(ENDPOINTS)


def test_it_is_a_document_of_openapi_3_1() -> None:
    served = json.loads(json.dumps(DOCUMENT))
    assert [error.message for error in OpenAPIV31SpecValidator(served).iter_errors()] == []


def test_every_reference_leads_somewhere() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    wanted = {reference.rsplit("/", 1)[1] for reference in references(DOCUMENT)}
    assert wanted and wanted <= set(schemas)


def test_no_parameter_can_carry_an_identity_number() -> None:
    """Addresses end in logs: an id is a UUID, and the one text is the code of a report."""
    operations = [one for methods in DOCUMENT["paths"].values() for one in methods.values()]
    parameters = [each for one in operations for each in one["parameters"] if each["in"] != "header"]
    assert {each["name"] for each in parameters if each["schema"] == {"type": "string"}} == {"code"}
    assert {each["name"] for each in parameters if each["in"] == "query"} == {"after", "limit"}


def test_what_must_be_sent_is_said() -> None:
    for endpoint in ENDPOINTS:
        said = DOCUMENT["paths"][template(endpoint.path)[0]][endpoint.method.lower()]
        headers = {each["name"]: each["required"] for each in said["parameters"] if each["in"] == "header"}
        assert headers.get("Idempotency-Key", False) == endpoint.creates
        assert headers.get("If-Match", False) == endpoint.if_match
        assert ("requestBody" in said) == bool(endpoint.input or endpoint.files)


def test_of_the_proofs_of_a_repair_each_may_be_missing_and_each_is_named() -> None:
    """What the way back asks for differs from entry to entry: `Invalid` names what is missing."""
    for path in ("/entries/{entry}/repairs", "/own/entries/{entry}/repairs"):
        schema = DOCUMENT["paths"][path]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]
        assert {"performance", "pledge", "volunteer_record", "charity_receipt"} <= set(schema["properties"])
        assert schema["required"] == ["text"]


def test_what_is_kept_of_an_answer_says_nothing_of_a_person() -> None:
    """Ids, numbers, days and words of closed lists may be given again as they were; whatever else is read anew."""
    kept = [one for one in ENDPOINTS if one.creates and one.again is None]
    texts = {one.operation_id: free_texts(TypeAdapter(one.output).json_schema(mode="serialization")) for one in kept}
    assert {name: free for name, found in texts.items() if (free := found - {"number", "code", "families"})} == {}


def free_texts(schema: Any, name: str = "") -> set[str]:
    """The members in which anything may be written."""
    if isinstance(schema, list):
        return {found for each in schema for found in free_texts(each, name)}
    if not isinstance(schema, dict):
        return set()
    if schema.get("type") == "string" and not {"format", "enum", "const"} & set(schema):
        return {name}
    inner = schema.get("properties", {}) | schema.get("$defs", {})
    return {found for key, each in inner.items() for found in free_texts(each, key)} | {
        found for key in ("items", "anyOf", "prefixItems") for found in free_texts(schema.get(key), name)
    }


def references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [found for each in value.values() for found in references(each)]
    return [found for each in value for found in references(each)] if isinstance(value, list) else []


def test_every_operation_has_a_name_of_its_own_both_languages_and_its_refusals() -> None:
    operations = [one for methods in DOCUMENT["paths"].values() for one in methods.values()]
    names = [one["operationId"] for one in operations]
    assert len(set(names)) == len(names)
    for one in operations:
        assert " / " in one["summary"] and {"400", "413", "500", "503"} <= set(one["responses"])
        assert bool(one["security"]) == ("401" in one["responses"])


async def test_document_and_page_are_served_from_our_own_files(nobody: Machine) -> None:
    base = "http://127.0.0.1/api"
    served = await nobody.client.get(f"{base}/openapi.json")
    assert served.json() == json.loads(json.dumps(DOCUMENT))
    page = await nobody.client.get(f"{base}/docs")
    assert page.status_code == 200 and "http" not in page.text
    for file in ("docs/start.js", "docs/swagger/swagger-ui-bundle.js", "docs/swagger/swagger-ui.css"):
        assert (await nobody.client.get(f"{base}/{file}")).status_code == 200
