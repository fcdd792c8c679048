"""An answer kept under an Idempotency-Key is given again to the same account for the same request, and only then."""

from datetime import timedelta

import pytest
from tortoise.exceptions import IntegrityError

from integrity_archive.accounts import replies
from integrity_archive.accounts.models import Reply
from integrity_archive.accounts.replies import IdempotencyKeyReused, Kept
from integrity_archive.actors import Actor
from integrity_archive.database import tx
from integrity_archive.sealing import DataKey, Unreadable
from integrity_archive.settings import settings

from ..building import NOW, a_clerk, an_organisation

KEY, REQUEST, OTHER_REQUEST = "a1b2", b"\x01" * 32, b"\x02" * 32
ANSWER = Kept(201, {"number": "岚-1", "person": {"name": "欧阳𠮷"}, "faults": [], "until": None})


@pytest.fixture
async def clerk(database: object) -> Actor:
    return await a_clerk(await an_organisation())


@tx
async def keep(by: Actor, kept: Kept = ANSWER, *, request: bytes = REQUEST) -> None:
    await replies.keep(by, KEY, request, kept, now=NOW)


async def test_nothing_is_recalled_before_it_was_kept(clerk: Actor) -> None:
    assert await replies.recall(clerk, KEY, REQUEST) is None


async def test_the_answer_comes_back_as_it_was_given_however_often(clerk: Actor) -> None:
    await keep(clerk)

    assert [await replies.recall(clerk, KEY, REQUEST) for _ in range(3)] == [ANSWER] * 3


@pytest.mark.parametrize("kept", [Kept(403, {"code": "forbidden"}), Kept(200, []), Kept(204, None)])
async def test_a_refusal_and_an_empty_answer_are_answers_too(clerk: Actor, kept: Kept) -> None:
    await keep(clerk, kept)

    assert await replies.recall(clerk, KEY, REQUEST) == kept


async def test_another_request_under_the_same_key_is_refused_and_is_told_nothing_of_the_first(clerk: Actor) -> None:
    await keep(clerk)

    with pytest.raises(IdempotencyKeyReused) as refused:
        await replies.recall(clerk, KEY, OTHER_REQUEST)
    assert refused.value.status == 422 and refused.value.facts == {}


async def test_a_key_belongs_to_the_account_that_used_it(clerk: Actor) -> None:
    colleague = await a_clerk(await an_organisation(which=1))
    await keep(clerk)

    assert await replies.recall(colleague, KEY, REQUEST) is None
    assert await replies.recall(colleague, KEY, OTHER_REQUEST) is None
    await keep(colleague, Kept(200, "own"), request=OTHER_REQUEST)
    assert await replies.recall(colleague, KEY, OTHER_REQUEST) == Kept(200, "own")
    assert await replies.recall(clerk, KEY, REQUEST) == ANSWER


async def test_a_second_answer_under_one_key_undoes_the_act_it_answers(clerk: Actor) -> None:
    await keep(clerk)

    with pytest.raises(IntegrityError):
        await keep(clerk, Kept(201, "twice"))
    assert await replies.recall(clerk, KEY, REQUEST) == ANSWER


async def test_an_answer_is_not_kept_when_its_act_fails(clerk: Actor) -> None:
    with pytest.raises(RuntimeError):
        async with tx():
            await keep(clerk)
            raise RuntimeError

    assert await replies.recall(clerk, KEY, REQUEST) is None


async def test_an_answer_lies_sealed_and_is_lost_with_its_key(clerk: Actor) -> None:
    await keep(clerk)

    reply = await Reply.get()
    assert "欧阳".encode() not in reply.sealed and b"number" not in reply.sealed
    await DataKey.filter(id=reply.key_id).update(wrapped=b"")
    with pytest.raises(Unreadable):
        await replies.recall(clerk, KEY, REQUEST)


async def test_an_answer_is_forgotten_with_its_key_when_its_time_is_over(clerk: Actor) -> None:
    await keep(clerk)
    kept, key = timedelta(seconds=settings().reply_kept), (await Reply.get()).key_id

    assert await replies.forget(now=NOW + kept, limit=10) == 0
    assert await replies.recall(clerk, KEY, REQUEST) == ANSWER
    assert await replies.forget(now=NOW + kept + timedelta(seconds=1), limit=10) == 1
    assert not await Reply.exists() and not await DataKey.exists(id=key)
    assert await replies.recall(clerk, KEY, OTHER_REQUEST) is None
