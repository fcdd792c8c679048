"""Only what the platform signed for this very request is an answer; all else leaves the batch unknown (§3.2)."""

import json
from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from integrity_archive import guomi
from integrity_archive.exchange import registration, wire
from integrity_archive.exchange.connectors.outcome import Answered, Outcome, Refused, Unknown
from integrity_archive.exchange.connectors.service import Service

from .province import a_registration

PLATFORM, STRANGER = (guomi.SigningKey(guomi.new_private_key()) for _ in range(2))
Answer = Callable[[web.Request], web.Response]


def answer(
    status: int = 202,
    value: object = None,
    *,
    key: guomi.SigningKey = PLATFORM,
    kid: str = "plt-1",
    nonce: str | None = None,
    body: bytes | None = None,
    changed: bytes | None = None,
    **headers: str,
) -> Answer:
    """A platform that answers so; everything not said is right."""

    def reply(request: web.Request) -> web.Response:
        sent = json.dumps(value if value is not None else {"batch_no": "B"}).encode() if body is None else body
        echoed = request.headers["X-Nonce"] if nonce is None else nonce
        app_id = request.headers["X-App-Id"]
        text = wire.response_text(status, app_id=app_id, key_id=kid, timestamp="1", nonce=echoed, body=sent)
        signed = {"X-Key-Id": kid, "X-Timestamp": "1", "X-Nonce": echoed, "X-Sign": key.sign(text)}
        given = {name.replace("_", "-"): header for name, header in headers.items()}
        return web.Response(status=status, body=sent if changed is None else changed, headers=signed | given)

    return reply


class Ask:
    """One submission to that platform, and the requests it saw."""

    def __init__(self, registered: registration.Registration, seen: list[web.Request]) -> None:
        self.registered = registered
        self.seen = seen

    async def submit(self) -> Outcome:
        async with Service(self.registered) as link:
            return await link.submit("SND-20260730-000001", b"{}")


Prepare = Callable[..., Ask]


@pytest.fixture
async def platform() -> AsyncIterator[Prepare]:
    """Takes the answers to give one after another; the last one is given for ever."""
    told: list[Answer] = []
    seen: list[web.Request] = []

    async def handle(request: web.Request) -> web.Response:
        seen.append(request)
        return told[min(len(seen), len(told)) - 1](request)

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", handle)
    async with TestServer(application) as server:
        file = a_registration(base_url=str(server.make_url("/gateway")))
        file["platform_signing"] = [{"kid": "plt-1", "public_key": PLATFORM.public_key}]

        def prepare(*answers: Answer) -> Ask:
            told[:] = answers
            return Ask(registration.parse(json.dumps(file).encode()), seen)

        yield prepare


async def test_a_signed_success_is_an_answer(platform: Prepare) -> None:
    outcome = await platform(answer(value={"batch_no": "B"})).submit()

    assert isinstance(outcome, Answered) and outcome.body == {"batch_no": "B"}


async def test_a_signed_error_is_a_refusal(platform: Prepare) -> None:
    outcome = await platform(answer(400, {"code": "E1005"})).submit()

    assert isinstance(outcome, Refused) and outcome.code == "E1005"


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(answer(key=STRANGER), id="signed by somebody else"),
        pytest.param(answer(kid="plt-2"), id="an unregistered key id"),
        pytest.param(answer(nonce="A" * 32), id="an answer to another request"),
        pytest.param(answer(changed=b'{"batch_no": "C"}'), id="a body changed on the way"),
        pytest.param(answer(body=b"<html>bad gateway</html>"), id="no JSON"),
        pytest.param(answer(body=b'{"a":1,"a":2}'), id="a member given twice"),
        pytest.param(answer(Content_Encoding="gzip"), id="a content encoding"),
        pytest.param(answer(302, {"code": "E1107"}, Location="/elsewhere", key=STRANGER), id="a redirect"),
        pytest.param(answer(503, {"code": "E9001"}), id="a signed busy"),
        pytest.param(answer(200), id="a success of another kind"),
        pytest.param(answer(400, {"message": "no code"}), id="an error without a code"),
        pytest.param(lambda request: web.Response(status=502, text="proxy"), id="an unsigned proxy page"),
    ],
)
async def test_anything_else_is_unknown(platform: Prepare, said: Answer) -> None:
    ask = platform(said)

    assert isinstance(await ask.submit(), Unknown)
    assert len(ask.seen) == 1


async def test_an_unsigned_wait_is_obeyed_too(platform: Prepare) -> None:
    outcome = await platform(lambda request: web.Response(status=503, headers={"Retry-After": "120"})).submit()

    assert isinstance(outcome, Unknown) and outcome.wait == 120


@pytest.mark.parametrize("code", ["E1002", "E1003"])
async def test_a_refused_clock_or_nonce_is_tried_again_at_once_with_a_new_nonce(platform: Prepare, code: str) -> None:
    ask = platform(answer(401, {"code": code}), answer())

    assert isinstance(await ask.submit(), Answered)
    first, second = ask.seen
    assert first.headers["X-Nonce"] != second.headers["X-Nonce"]


async def test_three_more_times_at_once_are_enough(platform: Prepare) -> None:
    ask = platform(answer(401, {"code": "E1002"}))

    assert isinstance(await ask.submit(), Refused)
    assert len(ask.seen) == 4


async def test_a_platform_that_is_not_there_is_unknown() -> None:
    file = a_registration(base_url="http://127.0.0.1:9")

    assert isinstance(await Ask(registration.parse(json.dumps(file).encode()), []).submit(), Unknown)
