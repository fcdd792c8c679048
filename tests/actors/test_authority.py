"""Authority is one table and one question: who may do what, to whose things."""

from dataclasses import FrozenInstanceError
from itertools import product
from uuid import UUID

import pytest

from integrity_archive.actors import GRANTS, SYSTEM, Actor, Permission, Role, can, require
from integrity_archive.errors import Forbidden

OWN, OTHER, ME, SOMEBODY = (UUID(int=number) for number in range(1, 5))
OFFICERS = (Role.CLERK, Role.REVIEWER, Role.COMMITTEE)
ENTRY_CONTENT = {Permission.ENTRY_SEE, Permission.ENTRY_DRAFT, Permission.ENTRY_REVIEW, Permission.PERSON_SEE}


def an_actor(*roles: Role, organisation: UUID | None = OWN, person: UUID | None = None) -> Actor:
    return Actor(ME, frozenset(roles), organisation=organisation, person=person)


def test_every_role_has_its_line_and_every_permission_somebody_who_holds_it():
    assert set(GRANTS) == set(Role)
    assert frozenset().union(*GRANTS.values()) == frozenset(Permission)


def test_nobody_records_and_reviews_by_one_role():
    both = {Permission.ENTRY_DRAFT, Permission.ENTRY_REVIEW}

    assert [role for role, granted in GRANTS.items() if both <= granted] == []


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.COMMITTEE, Role.SUBJECT])
def test_those_outside_the_offices_hold_no_permission_to_see_what_the_offices_keep(role: Role):
    assert not GRANTS[role] & (ENTRY_CONTENT | {Permission.TASK_SEE, Permission.DELIVERY_SEE})


def test_only_a_committee_asks_about_people():
    assert [role for role in Role if Permission.INQUIRY_MAKE in GRANTS[role]] == [Role.COMMITTEE]


def test_who_has_several_roles_may_do_what_any_of_them_may():
    both = an_actor(Role.CLERK, Role.REVIEWER)

    assert both.permissions == GRANTS[Role.CLERK] | GRANTS[Role.REVIEWER]
    assert an_actor().permissions == frozenset()


@pytest.mark.parametrize(("role", "permission"), list(product(OFFICERS, Permission)))
def test_an_officer_reaches_the_things_of_his_own_organisation_only(role: Role, permission: Permission):
    by = an_actor(role)

    assert can(by, permission, organisation=OWN) is (permission in GRANTS[role])
    assert not can(by, permission, organisation=OTHER)


@pytest.mark.parametrize("permission", Permission)
def test_who_belongs_to_no_organisation_reaches_the_things_of_none(permission: Permission):
    everything = an_actor(*(set(Role) - {Role.SYSTEM}), organisation=None)

    assert not can(everything, permission, organisation=OWN)


def test_a_person_reaches_his_own_archive_only():
    person = an_actor(Role.SUBJECT, organisation=None, person=ME)

    assert can(person, Permission.OWN_FILE, person=ME)
    assert not can(person, Permission.OWN_FILE, person=SOMEBODY)
    assert not can(person, Permission.OWN_FILE)


def test_an_account_that_is_no_persons_own_reaches_no_archive():
    assert not can(an_actor(Role.SUBJECT), Permission.OWN_FILE, person=None)


def test_an_officers_role_opens_no_archive_even_to_the_person_it_is_about():
    assert not can(an_actor(Role.CLERK, Role.REVIEWER, person=ME), Permission.OWN_FILE, person=ME)


@pytest.mark.parametrize("permission", Permission)
def test_our_own_processes_reach_every_organisation_for_what_they_are_for(permission: Permission):
    assert can(SYSTEM, permission, organisation=OTHER) is (permission in GRANTS[Role.SYSTEM])


def test_what_is_not_granted_is_forbidden():
    require(an_actor(Role.CLERK), Permission.ENTRY_DRAFT, organisation=OWN)

    with pytest.raises(Forbidden):
        require(an_actor(Role.CLERK), Permission.ENTRY_DRAFT, organisation=OTHER)
    with pytest.raises(Forbidden):
        require(an_actor(Role.CLERK), Permission.ENTRY_REVIEW, organisation=OWN)


def test_an_actor_does_not_change_while_he_acts():
    with pytest.raises(FrozenInstanceError):
        an_actor(Role.CLERK).organisation = OTHER  # type: ignore[misc]
