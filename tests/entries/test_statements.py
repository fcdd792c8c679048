"""The person's own words: never refused for what they speak of, and not passed on to others unseen."""

from datetime import timedelta

import pytest

from integrity_archive.actors import Actor, Role
from integrity_archive.catalogue.prohibited import ProhibitedContent
from integrity_archive.database import rows
from integrity_archive.entries import actions, queries
from integrity_archive.entries.actions import Say
from integrity_archive.entries.clauses import by_rule, left_out
from integrity_archive.entries.disclosure import disclosable
from integrity_archive.entries.kinds import StatementState
from integrity_archive.entries.locked import SameOfficer
from integrity_archive.entries.models import Entry, Statement
from integrity_archive.entries.passing import pass_on_due
from integrity_archive.entries.statements import LOOKED_AT, NotHisWords, PassOn, pass_on
from integrity_archive.errors import Forbidden, Invalid, NotFound
from integrity_archive.exchange.payload import HELD
from integrity_archive.intake import read
from integrity_archive.journal import queries as journal
from integrity_archive.journal.kinds import Kind
from integrity_archive.people.models import Person
from integrity_archive.tasks.models import Task, TaskKind, TaskState
from integrity_archive.transitions import NoSuchStep

from ..building import NOW, Office, a_university, an_effective_entry, an_officer, as_the_person

ILL = "我患有抑郁症，当天住院，没有替考。"
LESS = "（略），（略），没有替考。"


@pytest.fixture
async def entry(office: Office, student: Person) -> Entry:
    return await an_effective_entry(office, student)


@pytest.fixture
async def own(student: Person) -> Actor:
    return await as_the_person(student)


async def stated(entry: Entry, own: Actor, text: str = ILL) -> Statement:
    return await actions.state(entry.id, Say(text=text), by=own, now=NOW)


async def answered(student: Person) -> str | None:
    [told] = await disclosable(student.id, ["EXF"], on=NOW.date())
    return told.statement


async def waiting(entry: Entry) -> bool:
    return await Task.exists(about=entry.id, kind=TaskKind.PASS_ON, state=TaskState.OPEN)


async def test_a_statement_that_speaks_of_illness_stays_in_the_file_and_out_of_every_answer(
    office: Office, student: Person, own: Actor, entry: Entry
):
    made = await stated(entry, own)

    assert (made.state, await waiting(entry)) == (StatementState.HELD_BACK, True)
    assert await answered(student) == LOOKED_AT
    for reader in (office.clerk, office.reviewer):
        [said] = (await queries.view(entry.id, by=reader, now=NOW)).statements
        assert (said.text, said.travels) == (ILL, None)
    [pushed] = await rows(HELD, [[entry.id]])
    assert (pushed["said"], pushed["held_back"]) == (None, True)


async def test_an_innocent_statement_travels_at_once(student: Person, own: Actor, entry: Entry):
    await stated(entry, own, "当天我在家中，没有替考。")

    assert await answered(student) == "当天我在家中，没有替考。" and not await waiting(entry)


async def test_until_it_is_looked_at_what_he_had_said_before_still_travels(
    office: Office, student: Person, own: Actor, entry: Entry
):
    await stated(entry, own, "没有替考。")
    made = await stated(entry, own)
    assert await answered(student) == f"{LOOKED_AT}\n没有替考。"

    await pass_on(entry.id, PassOn(statement=made.id, text=LESS), by=office.reviewer, now=NOW)

    assert await answered(student) == f"没有替考。\n{LESS}" and not await waiting(entry)
    [_, said] = (await queries.view(entry.id, by=office.clerk, now=NOW)).statements
    assert (said.text, said.travels) == (ILL, LESS)


async def test_a_second_officer_may_let_all_of_it_travel(office: Office, student: Person, own: Actor, entry: Entry):
    made = await stated(entry, own)
    await pass_on(entry.id, PassOn(statement=made.id), by=office.reviewer, now=NOW)

    assert await answered(student) == ILL
    with pytest.raises(NoSuchStep):
        await pass_on(entry.id, PassOn(statement=made.id), by=office.reviewer, now=NOW)


async def test_nobody_else_lets_it_travel(office: Office, student: Person, own: Actor, entry: Entry):
    made = await stated(entry, own)
    clerk_too = await an_officer(office.organisation, Role.CLERK, Role.REVIEWER)
    await actions.state(entry.id, Say(text="不服。"), by=clerk_too, now=NOW)  # on paper, through him
    other = await a_university(which=1)

    for by, refusal in ((office.clerk, Forbidden), (other.reviewer, NotFound), (clerk_too, SameOfficer)):
        with pytest.raises(refusal):
            await pass_on(entry.id, PassOn(statement=made.id), by=by, now=NOW)
    assert (await Statement.get(id=made.id)).state is StatementState.HELD_BACK


async def test_his_words_are_left_out_and_never_changed(office: Office, student: Person, own: Actor, entry: Entry):
    made = await stated(entry, own)

    for text in (
        "我没有替考。", "我（略），承认替考。", "（略）没有住院（略）", "我（略）替考（略）", "（略）",
        "（略），没有替考。",
        "（略），（略），（略）。", "（略），（略），没有替考", "（略），当天（略），没有替考。",
    ):  # fmt: skip
        with pytest.raises(NotHisWords):
            await pass_on(entry.id, PassOn(statement=made.id, text=text), by=office.reviewer, now=NOW)


async def test_what_the_platform_refuses_is_left_out_in_any_case(
    office: Office, student: Person, own: Actor, entry: Entry
):
    made = await stated(entry, own, "我的病史说明我当天不在场。")

    with pytest.raises(ProhibitedContent):
        await pass_on(entry.id, PassOn(statement=made.id), by=office.reviewer, now=NOW)
    less = PassOn(statement=made.id, text="（略）。")
    await pass_on(entry.id, less, by=office.reviewer, now=NOW)
    assert await answered(student) == "（略）。"


@pytest.mark.parametrize("text", ["１４９９０１２０００００１０１０００Ｘ是举报人。", "他的电话是139 0000 0000。"])
def test_a_number_that_belongs_to_a_person_is_refused_here_as_well(text: str):
    with pytest.raises(Invalid) as refused:
        read(Say, {"text": text})
    assert [fault.code for fault in refused.value.errors()] == ["prohibited-content"]


@pytest.mark.parametrize(
    ("said", "less", "omitted"),
    [
        ("甲，乙。", "甲，乙。", 0),
        ("甲，我住院了。", "甲，（略）。", 1),
        ("甲，我住院了！\n乙", "甲，（略）！\n乙", 1),
        ("甲，我抑，郁，住院。", "甲，（略），（略），（略）。", 3),  # a word with punctuation in it speaks as well
        ("甲，我住院了。", "（略），我住院了。", None),
        ("甲，我住院了。", "甲，（略）", None),
        ("甲，我住院了。", "甲（略）", None),
        ("甲，我住院了。", "甲，我（略）。", None),
        ("甲，我住院了。", "乙，（略）。", None),
        ("甲，我住院了。", "甲，（略）。乙", None),
    ],
)
def test_only_whole_clauses_that_speak_of_it_are_left_out_each_marked(said: str, less: str, omitted: int | None):
    assert left_out(said, less) == omitted


async def test_the_journal_says_how_many_clauses_were_left_out(office: Office, own: Actor, entry: Entry):
    made = await stated(entry, own)
    await pass_on(entry.id, PassOn(statement=made.id, text=LESS), by=office.reviewer, now=NOW)
    [act] = [one for one in await journal.of_entry(entry.id) if one.kind is Kind.ENTRY_STATEMENT_PASSED_ON]
    assert act.body and (act.body["whole"], act.body["left_out"]) == (False, 2)


async def test_what_nobody_looked_at_in_time_travels_less_the_clauses_that_speak_of_illness(
    office: Office, student: Person, own: Actor, entry: Entry
):
    await stated(entry, own)
    task = await Task.get(kind=TaskKind.PASS_ON)
    last = NOW + (task.due_on - NOW.date())
    later = await actions.state(entry.id, Say(text="我住院了，未到考场。"), by=own, now=last)

    assert await pass_on_due(now=last) == 0 and await answered(student) == LOOKED_AT
    assert await pass_on_due(now=last + timedelta(days=1)) == 1

    assert await answered(student) == f"{LOOKED_AT}\n{LESS}" and await waiting(entry), "the other has its whole time"
    [act] = [one for one in await journal.of_entry(entry.id) if one.kind is Kind.ENTRY_STATEMENT_BY_RULE]
    assert act.body and (act.body["whole"], act.body["left_out"]) == (False, 2)

    await pass_on_due(now=last + timedelta(days=20))
    assert (await Statement.get(id=later.id)).state is StatementState.TRAVELS and not await waiting(entry)
    assert await answered(student) == f"{LESS}\n（略），未到考场。"


@pytest.mark.parametrize(
    ("said", "less"),
    [("没有替考。", "没有替考。"), ("我住院了", "（略）"), ("甲！我的病，史，乙", "甲！（略），（略），乙")],
)
def test_by_rule_every_clause_travels_that_speaks_of_nothing(said: str, less: str):
    assert by_rule(said) == less
