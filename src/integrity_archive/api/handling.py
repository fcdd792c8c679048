"""From a request to a call and from its result to an answer: the same for every endpoint."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from tortoise.exceptions import IntegrityError

from integrity_archive import clock
from integrity_archive.accounts import replies
from integrity_archive.accounts.queries import actor_of_key
from integrity_archive.accounts.replies import Kept
from integrity_archive.actors import Actor, require
from integrity_archive.api.endpoint import Binary, Call, Endpoint
from integrity_archive.api.refusals import (
    IdempotencyKeyMissing,
    InFlight,
    NotSignedIn,
    UnreadableBody,
    WrongMediaType,
    language,
)
from integrity_archive.bodies import to_save
from integrity_archive.database import tx
from integrity_archive.errors import Refusal
from integrity_archive.intake import read
from integrity_archive.people.queries import as_subject

NOBODY = Actor(account=None, roles=frozenset(), through="api")
JSON, FORM = "application/json", "multipart/form-data"
LONGEST_KEY = 255
SCHEME = "bearer "
KEPT_NOWHERE = {"Cache-Control": "no-store"}


def answering(endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """The Starlette endpoint for one row of the table."""

    async def answer(request: Request) -> Response:
        try:
            return await answered(endpoint, request)
        finally:
            await request.close()  # the uploaded files

    return answer


async def answered(endpoint: Endpoint, request: Request) -> Response:
    by = await asker(request, endpoint)
    body = await request.body()
    call = await understood(request, endpoint, body, by)
    if not endpoint.creates:
        return shown(endpoint, await endpoint.handler(call))
    key = request.headers.get("idempotency-key", "")
    if not (0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()):
        raise IdempotencyKeyMissing()
    return await once(endpoint, call, key, await fingerprint(call, body))


async def asker(request: Request, endpoint: Endpoint) -> Actor:
    """Whose key it is, if the endpoint needs one; raises `NotSignedIn` or `Forbidden`."""
    if endpoint.permission is None:
        return NOBODY
    given = request.headers.get("authorization", "")
    token = given[len(SCHEME) :].strip() if given.lower().startswith(SCHEME) else ""
    by = await actor_of_key(token, now=clock.now()) if token else None
    if by is None:
        raise NotSignedIn()
    by = await as_subject(by)
    require(by, endpoint.permission, person=by.person)
    return by


async def understood(request: Request, endpoint: Endpoint, body: bytes, by: Actor) -> Call:
    """The validated input; raises `WrongMediaType`, `UnreadableBody` or `Invalid`."""
    files: dict[str, UploadFile] = {}
    given: Any = None
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if endpoint.files:
        if media_type != FORM:
            raise WrongMediaType(expected=FORM)
        form = await request.form()
        files = {name: part for name, part in form.items() if isinstance(part, UploadFile)}
        texts = FormData([(name, part) for name, part in form.multi_items() if isinstance(part, str)])
        given = read(endpoint.input, texts) if endpoint.input else None
    elif endpoint.input:
        if media_type != JSON:
            raise WrongMediaType(expected=JSON)
        given = read(endpoint.input, parsed(body))
    return Call(by, request.path_params, request.query_params, given, files, request)


def parsed(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body.decode("utf-8"))
        if b"\\u" in body:
            json.dumps(value, ensure_ascii=False).encode()  # an escape may stand for half a character (RFC 7493 §2.1)
    except (ValueError, RecursionError):
        raise UnreadableBody() from None
    if not isinstance(value, dict):
        raise UnreadableBody()
    return value


async def once(endpoint: Endpoint, call: Call, key: str, request_hash: bytes) -> Response:
    """The act and the note of its answer in one transaction, so that a repetition cannot act twice.

    A refusal is an answer too; it is kept with whatever the act registered before it refused.
    """
    assert call.request
    if kept := await replies.recall(call.by, key, request_hash):
        return await replayed(endpoint, call, kept)
    try:
        async with tx():
            try:
                answer = shown(endpoint, await endpoint.handler(call))
            except Refusal as refusal:
                answer = JSONResponse(refusal.problem(language(call.request)), refusal.status)
            given = Kept(answer.status_code, json.loads(bytes(answer.body)))
            await replies.keep(call.by, key, request_hash, kept_of(endpoint, given), now=clock.now())
    except IntegrityError:
        if kept := await replies.recall(call.by, key, request_hash):
            return await replayed(endpoint, call, kept)
        raise InFlight() from None
    return told(given, {"Idempotent-Replayed": "false"})


def kept_of(endpoint: Endpoint, given: Kept) -> Kept:
    """What is kept of an answer: of one that can be read again no more than the id of what was made."""
    if endpoint.again is None or given.status >= 400:
        return given
    return Kept(given.status, {endpoint.made: made_by(endpoint.made, given)} if endpoint.made else None)


def made_by(name: str, given: Kept) -> str:
    """The id of what an act made: the answer has it under the name of its noun, or as its own."""
    return str(given.body.get(name) or given.body["id"])


async def replayed(endpoint: Endpoint, call: Call, kept: Kept) -> Response:
    """The same act is not done twice; what it made is shown as far as it may be shown today."""
    if endpoint.again and kept.status < 400:
        made = {endpoint.made: UUID(made_by(endpoint.made, kept))} if endpoint.made else {}
        read_anew = shown(endpoint, await endpoint.again(replace(call, path={**call.path, **made})))
        kept = Kept(kept.status, json.loads(bytes(read_anew.body)))
    return told(kept, {"Idempotent-Replayed": "true"})


def told(answer: Kept, headers: dict[str, str]) -> Response:
    media_type = JSON if answer.status < 400 else "application/problem+json"
    headers = headers | tag(answer.body) | KEPT_NOWHERE
    return JSONResponse(answer.body, answer.status, headers=headers, media_type=media_type)


def shown(endpoint: Endpoint, result: Any) -> Response:
    """The result as the endpoint's output model."""
    if isinstance(result, Binary):
        return Response(result.data, media_type=result.media_type, headers=to_save(result.name))
    value = adapter(endpoint.output).dump_python(result, mode="json")
    return JSONResponse(value, endpoint.status, headers=tag(value) | KEPT_NOWHERE)


def tag(value: Any) -> dict[str, str]:
    """The version of what is shown, as the ETag that an edit must name."""
    version = value.get("version") if isinstance(value, dict) else None
    return {"ETag": f'"{version}"'} if version else {}


@cache
def adapter(model: Any) -> TypeAdapter[Any]:
    """Made once for each model: making one takes longer than all the rest of an answer."""
    return TypeAdapter(model)


async def fingerprint(call: Call, body: bytes) -> bytes:
    """What makes two requests the same: method, path and body.

    Of a form it is the fields and the files: their boundary is another one each time a client sends them.
    """
    assert call.request
    said = [call.request.method.encode(), call.request.url.path.encode()]
    if call.files:
        for name, part in sorted((await call.request.form()).multi_items(), key=lambda item: item[0]):
            said += [name.encode(), *(await content(part))]
    else:
        said.append(body)
    return hashlib.sha256(b"".join(len(each).to_bytes(8) + each for each in said)).digest()


async def content(part: UploadFile | str) -> list[bytes]:
    """A field's text; a file's name and bytes, left to be read again."""
    if isinstance(part, str):
        return [part.encode()]
    data = await part.read()
    await part.seek(0)
    return [(part.filename or "").encode(), data]
