"""OpenAPI 3.1 out of the endpoint table and the models: there is no second description to keep in step."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from integrity_archive.api.endpoint import Binary, Endpoint

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
ALWAYS = {400: "unreadable", 413: "too large", 500: "our fault"}
PLACES: dict[str, dict[str, Any]] = {
    "uuid": {"type": "string", "format": "uuid"},
    "str": {"type": "string"},
}


def document(endpoints: Iterable[Endpoint], *, server: str) -> dict[str, Any]:
    """The whole document."""
    endpoints = list(endpoints)
    outputs: dict[str, Any] = {}
    for endpoint in endpoints:
        if endpoint.output is not Binary:
            outputs |= definitions(endpoint)[1]
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in endpoints:
        path, _ = template(endpoint.path)
        paths.setdefault(path, {})[endpoint.method.lower()] = operation(endpoint)
    return {
        "openapi": "3.1.0",
        "info": {"title": "诚信档案 / integrity-archive", "version": version("integrity-archive")},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {
            "schemas": inputs(endpoints) | outputs | {"Problem": PROBLEM},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def inputs(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    wanted: dict[type[BaseModel], None] = {one.input: None for one in endpoints if one.input and not one.files}
    modes: list[tuple[type[BaseModel], JsonSchemaMode]] = [(model, "validation") for model in wanted]
    found: dict[str, Any] = models_json_schema(modes, ref_template=TEMPLATE)[1].get("$defs", {})
    return found


def definitions(endpoint: Endpoint) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schema of an answer, and the schemas it refers to."""
    schema = TypeAdapter(endpoint.output).json_schema(mode="serialization", ref_template=TEMPLATE)
    return schema, schema.pop("$defs", {})


def operation(endpoint: Endpoint) -> dict[str, Any]:
    _, ids = template(endpoint.path)
    parameters = [{"name": name, "in": "path", "required": True, "schema": PLACES[kind]} for name, kind in ids]
    parameters += headers(endpoint)
    if endpoint.pages:
        parameters.append({"name": "after", "in": "query", "schema": PLACES["uuid"]})
        limit = {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}
        parameters.append({"name": "limit", "in": "query", "schema": limit})
    found: dict[str, Any] = {
        "operationId": endpoint.operation_id,
        "tags": [endpoint.noun],
        "summary": f"{endpoint.zh} / {endpoint.en}",
        "parameters": parameters,
        "responses": responses(endpoint),
        "security": [{"key": []}] if endpoint.permission else [],
    }
    if endpoint.permission:
        found["description"] = f"`{endpoint.permission.value}`"
    if body := request_body(endpoint):
        found["requestBody"] = body
    return found


def headers(endpoint: Endpoint) -> list[dict[str, Any]]:
    needed = [
        name
        for name, is_needed in (("Idempotency-Key", endpoint.creates), ("If-Match", endpoint.if_match))
        if is_needed
    ]
    return [{"name": name, "in": "header", "required": True, "schema": PLACES["str"]} for name in needed]


def request_body(endpoint: Endpoint) -> dict[str, Any] | None:
    if endpoint.files:
        schema: dict[str, Any] = {"type": "object", "properties": {}, "required": list(endpoint.files)}
        if endpoint.input:
            inline = endpoint.input.model_json_schema(ref_template=TEMPLATE)
            inline.pop("$defs", None)
            schema["properties"] |= {name: {"type": "string"} for name in inline["properties"]}
            schema["required"] += inline.get("required", [])
        schema["properties"] |= {name: {"type": "string", "format": "binary"} for name in endpoint.files}
        return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}
    if endpoint.input is None:
        return None
    reference = {"$ref": TEMPLATE.format(model=endpoint.input.__name__)}
    return {"required": True, "content": {"application/json": {"schema": reference}}}


def responses(endpoint: Endpoint) -> dict[str, Any]:
    if endpoint.output is Binary:
        content: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    else:
        content = {"application/json": {"schema": definitions(endpoint)[0]}}
    problem = {"application/problem+json": {"schema": {"$ref": TEMPLATE.format(model="Problem")}}}
    found: dict[str, Any] = {str(endpoint.status): {"description": endpoint.en, "content": content}}
    for status in sorted({*ALWAYS, *refused(endpoint)}):
        found[str(status)] = {"description": ALWAYS.get(status, "refused"), "content": problem}
    return found


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
