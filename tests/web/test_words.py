"""What pages say: every closed list has its words, every word its English, and nothing stale is left."""

import re
from collections import Counter

import pytest

from integrity_archive.accounts.kinds import OrganisationKind
from integrity_archive.actors import Role
from integrity_archive.catalogue import edition
from integrity_archive.catalogue.codes import families
from integrity_archive.catalogue.record_types import Polarity, Severity
from integrity_archive.entries.kinds import ChangeKind, DecisionRoute, Ending, Objection, Proof, ServiceMethod
from integrity_archive.entries.lifecycle import State
from integrity_archive.exchange.lifecycle import DeliveryState
from integrity_archive.inquiries.kinds import ConsentState, NoAdverse, Result
from integrity_archive.journal.kinds import Kind
from integrity_archive.letters import words as letter_words
from integrity_archive.letters.kinds import Channel, LetterKind, LetterState, Reason
from integrity_archive.people import roster
from integrity_archive.people.identity import DocumentKind
from integrity_archive.people.models import EnrolmentStatus, MembershipStatus, Verified
from integrity_archive.recipients.kinds import Cause, DutyState, How, RecipientKind
from integrity_archive.reports.queries import Standing
from integrity_archive.rosters.kinds import RosterKind, RosterState
from integrity_archive.tasks.models import TaskKind
from integrity_archive.web import history, messages, words
from integrity_archive.web.words import CAPABILITIES, WORDS

from .browser import Browser

LISTS = [
    (Role, WORDS.ROLES),
    (OrganisationKind, WORDS.ORGANISATIONS),
    (State, WORDS.STATES),
    (State, words.STATE_COLOURS),
    (State, WORDS.STATE_MEANINGS),
    (State, WORDS.STEPS),
    (TaskKind, WORDS.TASKS),
    (Severity, WORDS.SEVERITIES),
    (Polarity, WORDS.POLARITIES),
    (Objection, WORDS.OBJECTIONS),
    (Proof, WORDS.PROOFS),
    (ServiceMethod, WORDS.METHODS),
    (DecisionRoute, WORDS.DECISION_ROUTES),
    (ChangeKind, WORDS.CHANGES),
    (Ending, WORDS.ENDINGS),
    (DocumentKind, WORDS.DOCUMENTS),
    (Verified, WORDS.VERIFIED),
    (EnrolmentStatus, WORDS.ENROLMENTS),
    (MembershipStatus, WORDS.MEMBERSHIPS),
    (RosterKind, WORDS.ROSTERS),
    (RosterState, WORDS.ROSTER_STATES),
    (DeliveryState, WORDS.DELIVERIES),
    (RecipientKind, WORDS.RECIPIENTS),
    (How, WORDS.HOWS),
    (Cause, WORDS.CAUSES),
    (DutyState, WORDS.DUTIES),
    (DeliveryState, words.DELIVERY_COLOURS),
    (DeliveryState, WORDS.STANDINGS),
    (Result, WORDS.RESULTS),
    (NoAdverse, WORDS.NO_ADVERSE),
    (ConsentState, WORDS.CONSENTS),
    (Standing, WORDS.VERIFICATIONS),
    (Standing, words.VERIFICATION_COLOURS),
    (LetterKind, letter_words.LETTERS),
    (Channel, letter_words.CHANNELS),
    (LetterState, letter_words.LETTER_STATES),
    (LetterState, words.LETTER_COLOURS),
    (Reason, letter_words.REASONS),
    (Kind, history.PHRASES),
]


@pytest.mark.parametrize(("closed", "said"), LISTS, ids=lambda value: getattr(value, "__name__", ""))
def test_each_value_of_a_closed_list_has_its_words(closed: type, said: dict[str, str]) -> None:
    assert set(said) == set(closed)  # type: ignore[call-overload]


def test_each_level_of_study_that_a_roster_may_name_is_translated() -> None:
    assert set(WORDS.LEVELS) == set(roster.LEVELS.values())


def test_no_two_capabilities_share_a_name_for_their_words() -> None:
    names = Counter(name for one in CAPABILITIES for name in vars(one) if name.isupper())

    assert [name for name, times in names.items() if times > 1] == []


def test_each_family_of_the_catalogue_has_its_words() -> None:
    assert {kind.family for one in edition.editions() for kind in one.record_types} <= set(families())


def test_each_string_has_an_english_translation_and_none_is_stale() -> None:
    wanted = {message.id for message in messages.extracted() if message.id}
    known = {message.id: message.string for message in messages.english() if message.id}

    assert wanted == set(known)
    assert [text for text, english in known.items() if not english] == []


async def test_the_language_is_switched_by_a_link_and_remembered(anybody: Browser) -> None:
    assert '<html lang="zh-CN">' in (await anybody.see("start")).text

    switched = await anybody.see("start", query={"lang": "en"})
    later = await anybody.see("verify:form")

    assert '<html lang="en">' in switched.text and '<html lang="en">' in later.text
    assert "Verify a report" in later.text


async def test_an_english_page_holds_no_chinese_but_the_link_back(anybody: Browser) -> None:
    text = (await anybody.see("start", query={"lang": "en"})).text

    assert re.findall(r"[\u4e00-\u9fff]+", text) == ["中文"]
