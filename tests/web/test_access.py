"""Who may open what: each route says it, and each role is held to it."""

from uuid import uuid4

import pytest
from starlette.routing import Mount

from integrity_archive.actors import GRANTS, Permission, Role
from integrity_archive.app import routes
from integrity_archive.web.access import Open, Way

from .browser import Browser
from .conftest import Officer, Opens

PUBLIC = {
    "start", "livez", "readyz", "static", "sign_in:form", "sign_in:in", "verify:form", "verify:show",
    "catalogue:current", "catalogue:show", "board", "deadlines:feed",
}  # fmt: skip
PAGES = [route for route in routes() if isinstance(route, Way)]


def test_every_route_says_who_may_come() -> None:
    assert [route for route in routes() if not isinstance(route, Way | Mount)] == []
    assert {route.name for route in PAGES if route.needs is Open.PUBLIC} == PUBLIC


def test_no_two_routes_have_one_name() -> None:
    names = [route.name for route in PAGES]

    assert len(names) == len(set(names))


def test_whatever_changes_something_is_a_post() -> None:
    assert {frozenset(route.methods or ()) for route in PAGES} == {frozenset({"GET", "HEAD"}), frozenset({"POST"})}


def address(way: Way) -> str:
    return str(
        way.url_path_for(
            way.name, **{name: "x" if name in ("name", "code") else uuid4() for name in way.param_convertors}
        )
    )


async def test_nobody_sees_anything_without_signing_in(anybody: Browser) -> None:
    for way in PAGES:
        if way.needs is not Open.PUBLIC:
            method = "POST" if "POST" in (way.methods or ()) else "GET"
            answer = await anybody.client.request(method, address(way))
            assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/sign-in"), way.name


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
async def test_a_role_opens_only_what_it_was_granted(opens: Opens, university: object, role: Role) -> None:
    officer = await opens(role, university, role.value)
    token = await officer.browser.token()
    for way in PAGES:
        if isinstance(way.needs, Permission) and way.needs not in GRANTS[role]:
            posted = "POST" in (way.methods or ())
            answer = await officer.browser.client.request(
                "POST" if posted else "GET", address(way), data={"_token": token} if posted else None
            )
            assert answer.status_code == 403, way.name


async def test_what_is_not_there_is_not_found(clerk: Officer) -> None:
    for route, name in (("entries:show", "entry_id"), ("people:show", "person_id"), ("deliveries:show", "delivery_id")):
        answer = await clerk.browser.see(route, **{name: uuid4()})
        assert answer.status_code == 404 and "未找到" in answer.text


async def test_an_unknown_address_is_not_found_in_the_same_house(anybody: Browser) -> None:
    answer = await anybody.client.get("/no/such/page")

    assert answer.status_code == 404 and "未找到" in answer.text and "masthead" in answer.text
