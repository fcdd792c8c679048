"""What pages say: every closed list has its words, every word its English, and nothing stale is left."""

import re

import pytest

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.actors import Role
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.record_types import Polarity, Severity
from integrity_archive.entries.kinds import ChangeKind, DecisionRoute, Ending, Objection, Proof, ServiceMethod
from integrity_archive.entries.lifecycle import State
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.inquiries.kinds import ConsentState, NoAdverse, Purpose, Result
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState, Reason
from integrity_archive.people.identity import DocumentKind
from integrity_archive.people.models import EnrolmentStatus, MembershipStatus, Verified
from integrity_archive.recipients.kinds import Cause, DutyState, How, RecipientKind
from integrity_archive.reports.queries import Standing
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.tasks.models import TaskKind
from integrity_archive.web import history, letter_words, messages, words

from .browser import Browser

LISTS = [
    (Role, words.ROLES),
    (OrganisationKind, words.ORGANISATIONS),
    (State, words.STATES),
    (State, words.STATE_COLOURS),
    (State, words.STATE_MEANINGS),
    (State, words.STEPS),
    (TaskKind, words.TASKS),
    (Severity, words.SEVERITIES),
    (Polarity, words.POLARITIES),
    (Objection, words.OBJECTIONS),
    (Proof, words.PROOFS),
    (ServiceMethod, words.METHODS),
    (DecisionRoute, words.DECISION_ROUTES),
    (ChangeKind, words.CHANGES),
    (Ending, words.ENDINGS),
    (DocumentKind, words.DOCUMENTS),
    (Verified, words.VERIFIED),
    (EnrolmentStatus, words.ENROLMENTS),
    (MembershipStatus, words.MEMBERSHIPS),
    (RosterKind, words.ROSTERS),
    (RosterState, words.ROSTER_STATES),
    (DeliveryState, words.DELIVERIES),
    (RecipientKind, words.RECIPIENTS),
    (How, words.HOWS),
    (Cause, words.CAUSES),
    (DutyState, words.DUTIES),
    (DeliveryState, words.DELIVERY_COLOURS),
    (DeliveryState, words.STANDINGS),
    (Purpose, words.PURPOSES),
    (Result, words.RESULTS),
    (NoAdverse, words.NO_ADVERSE),
    (ConsentState, words.CONSENTS),
    (Standing, words.VERIFICATIONS),
    (Standing, words.VERIFICATION_COLOURS),
    (LetterKind, letter_words.LETTERS),
    (Channel, letter_words.CHANNELS),
    (LetterState, letter_words.LETTER_STATES),
    (LetterState, letter_words.LETTER_COLOURS),
    (Reason, letter_words.REASONS),
    (Kind, history.PHRASES),
]


@pytest.mark.parametrize(("closed", "said"), LISTS, ids=lambda value: getattr(value, "__name__", ""))
def test_each_value_of_a_closed_list_has_its_words(closed: type, said: dict[str, str]) -> None:
    assert set(said) == set(closed)  # type: ignore[call-overload]


def test_each_family_of_the_catalogue_has_its_words() -> None:
    assert {kind.family for one in edition.editions() for kind in one.record_types} <= set(words.FAMILIES)


def test_each_string_has_an_english_translation_and_none_is_stale() -> None:
    wanted = {message.id for message in messages.extracted() if message.id}
    known = {message.id: message.string for message in messages.english() if message.id}

    assert wanted == set(known)
    assert [text for text, english in known.items() if not english] == []


def test_a_translation_keeps_the_places_for_values() -> None:
    place = re.compile(r"%\(\w+\)s|\{\w+\}")

    assert [
        message.id
        for message in messages.english()
        if message.id and sorted(place.findall(message.id)) != sorted(place.findall(message.string))
    ] == []


async def test_the_language_is_switched_by_a_link_and_remembered(anybody: Browser) -> None:
    assert '<html lang="zh-CN">' in (await anybody.see("start")).text

    switched = await anybody.see("start", query={"lang": "en"})
    later = await anybody.see("verify:form")

    assert '<html lang="en">' in switched.text and '<html lang="en">' in later.text
    assert "Verify a report" in later.text


async def test_an_english_page_holds_no_chinese_but_the_link_back(anybody: Browser) -> None:
    text = (await anybody.see("start", query={"lang": "en"})).text

    assert re.findall(r"[\u4e00-\u9fff]+", text) == ["中文"]
