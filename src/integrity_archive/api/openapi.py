"""OpenAPI 3.1 out of the endpoint table and the models: there is no second description to keep in step."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode, JsonSchemaValue

from integrity_archive.api.endpoint import Binary, Endpoint
from integrity_archive.api.paging import MOST, USUAL

TEMPLATE = "#/components/schemas/{model}"
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail", "errors"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "detail"],
                "properties": {name: {"type": "string"} for name in ("pointer", "code", "detail")},
            },
        },
    },
}
ALWAYS = {400: "unreadable", 413: "too large", 500: "our fault", 503: "out of reach, see Retry-After"}
PLACES: dict[str, dict[str, Any]] = {
    "uuid": {"type": "string", "format": "uuid"},
    "str": {"type": "string"},
}
Schemas = Mapping[tuple[str, JsonSchemaMode], JsonSchemaValue]


def document(endpoints: Iterable[Endpoint], *, server: str) -> dict[str, Any]:
    """The whole document."""
    endpoints = list(endpoints)
    schemas, models = described(endpoints)
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in endpoints:
        path, _ = template(endpoint.path)
        paths.setdefault(path, {})[endpoint.method.lower()] = operation(endpoint, schemas, models)
    return {
        "openapi": "3.1.0",
        "info": {"title": "诚信档案 / integrity-archive", "version": version("integrity-archive")},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {
            "schemas": models | {"Problem": PROBLEM},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def described(endpoints: list[Endpoint]) -> tuple[Schemas, dict[str, Any]]:
    """The schema of every input and output by operation, and the models that they refer to, each name given once."""
    wanted: list[tuple[str, JsonSchemaMode, TypeAdapter[Any]]] = []
    for one in endpoints:
        if one.input:
            wanted.append((one.operation_id, "validation", TypeAdapter(one.input)))
        if one.output is not Binary:
            wanted.append((one.operation_id, "serialization", TypeAdapter(one.output)))
    schemas, models = TypeAdapter.json_schemas(wanted, ref_template=TEMPLATE)
    return schemas, models["$defs"]


def operation(endpoint: Endpoint, schemas: Schemas, models: dict[str, Any]) -> dict[str, Any]:
    _, ids = template(endpoint.path)
    parameters = [{"name": name, "in": "path", "required": True, "schema": PLACES[kind]} for name, kind in ids]
    parameters += headers(endpoint)
    if endpoint.pages:
        parameters.append({"name": "after", "in": "query", "schema": PLACES["uuid"]})
        limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
        parameters.append({"name": "limit", "in": "query", "schema": limit})
    found: dict[str, Any] = {
        "operationId": endpoint.operation_id,
        "tags": [endpoint.noun],
        "summary": f"{endpoint.zh} / {endpoint.en}",
        "parameters": parameters,
        "responses": responses(endpoint, schemas, models),
        "security": [{"key": []}] if endpoint.permission else [],
    }
    if endpoint.permission:
        found["description"] = f"`{endpoint.permission.value}`"
    if body := request_body(endpoint, schemas, models):
        found["requestBody"] = body
    return found


def headers(endpoint: Endpoint) -> list[dict[str, Any]]:
    needed = [
        name
        for name, is_needed in (("Idempotency-Key", endpoint.creates), ("If-Match", endpoint.if_match))
        if is_needed
    ]
    return [{"name": name, "in": "header", "required": True, "schema": PLACES["str"]} for name in needed]


def request_body(endpoint: Endpoint, schemas: Schemas, models: dict[str, Any]) -> dict[str, Any] | None:
    given = schemas.get((endpoint.operation_id, "validation"))
    if endpoint.files:
        fields = resolved(given, models) if given else {}
        files = {name: {"type": "string", "format": "binary"} for name in endpoint.files}
        needed = [name for name in endpoint.files if name not in endpoint.optional]
        schema = {
            "type": "object",
            "properties": fields.get("properties", {}) | files,
            "required": [*fields.get("required", []), *needed],
        }
        return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}
    return {"required": True, "content": {"application/json": {"schema": given}}} if given else None


def resolved(schema: JsonSchemaValue, models: dict[str, Any]) -> dict[str, Any]:
    """The model that a schema refers to, or else the schema."""
    found: dict[str, Any] = models.get(schema.get("$ref", "").rpartition("/")[2], schema)
    return found


def responses(endpoint: Endpoint, schemas: Schemas, models: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {str(endpoint.status): answer(endpoint, schemas, models)}
    problem = {"application/problem+json": {"schema": {"$ref": TEMPLATE.format(model="Problem")}}}
    for status in sorted({*ALWAYS, *refused(endpoint)}):
        found[str(status)] = {"description": ALWAYS.get(status, "refused"), "content": problem}
    return found


def answer(endpoint: Endpoint, schemas: Schemas, models: dict[str, Any]) -> dict[str, Any]:
    if endpoint.output is Binary:
        content: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
        return {"description": endpoint.en, "content": content}
    schema = schemas[endpoint.operation_id, "serialization"]
    told = {
        "ETag": "version" in resolved(schema, models).get("properties", {}),
        "Idempotent-Replayed": endpoint.creates,
    }
    headers = {name: {"schema": PLACES["str"]} for name, is_told in told.items() if is_told}
    content = {"application/json": {"schema": schema}}
    return {"description": endpoint.en, "content": content} | ({"headers": headers} if headers else {})


def refused(endpoint: Endpoint) -> set[int]:
    """The statuses an endpoint may refuse with, beyond those that any may."""
    found = set(endpoint.refusals)
    found |= {401, 403} if endpoint.permission else set()
    found |= {404} if "{" in endpoint.path else set()
    found |= {415, 422} if endpoint.input or endpoint.files else set()
    found |= {409, 422} if endpoint.method in ("POST", "PATCH") else set()
    found |= {412, 428} if endpoint.if_match else set()
    return found


def template(path: str) -> tuple[str, list[tuple[str, str]]]:
    """`/entries/{entry:uuid}` → `/entries/{entry}`, and its ids with their kinds."""
    parts, ids = [], []
    for part in path.split("/"):
        if part.startswith("{"):
            name, _, kind = part.strip("{}").partition(":")
            ids.append((name, kind or "str"))
            part = "{" + name + "}"
        parts.append(part)
    return "/".join(parts), ids
