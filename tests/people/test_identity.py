"""Identity documents, ages and names, with the vectors of the standards and of PPG-1.0 §4.1."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrity_archive.errors import Refusal
from integrity_archive.people import identity
from integrity_archive.people.identity import DocumentKind, adult_on, identify, normal_name

TODAY = date(2026, 7, 1)
BIRTH = date(1990, 2, 3)
ID = DocumentKind.RESIDENT_ID


@pytest.mark.parametrize(
    ("kind", "number", "birth_on"),
    [
        (ID, "11010519491231002X", date(1949, 12, 31)),
        (ID, "140106200306150003", date(2003, 6, 15)),
        (ID, "140105198503080001", date(1985, 3, 8)),
        (ID, "810000200101010003", date(2001, 1, 1)),
        (ID, "820000200101010005", date(2001, 1, 1)),
        (ID, "830000200101010007", date(2001, 1, 1)),
        (DocumentKind.PERMANENT_RESIDENT, "911124198108030024", date(1981, 8, 3)),
    ],
)
def test_a_number_with_a_right_check_character_tells_the_date_of_birth(kind, number, birth_on):
    document = identify(kind, number, today=TODAY)

    assert (document.number, document.birth_on, document.region_known) == (number, birth_on, True)


@pytest.mark.parametrize(
    ("kind", "number", "key"),
    [
        (DocumentKind.PERMANENT_RESIDENT, "ABC123456789012", "553:ABC123456789012"),
        (DocumentKind.HK_MACAO_PERMIT, "H1234567802", "516:H12345678"),
        (DocumentKind.HK_MACAO_PERMIT, "H12345678", "516:H12345678"),
        (DocumentKind.TAIWAN_PERMIT, "1234567801", "511:12345678"),
        (DocumentKind.PASSPORT, "NZLAB123456", "414:NZLAB123456:19900203"),
    ],
)
def test_other_documents_need_the_date_of_birth_beside_the_number(kind, number, key):
    document = identify(kind, number, birth_on=BIRTH, today=TODAY)

    assert document.key == key
    with pytest.raises(identity.BirthDateMissing):
        identify(kind, number, today=TODAY)


def test_full_width_digits_blanks_and_a_small_x_are_put_right():
    typed = "\u3000１１０１０５ 19491231002x "

    assert identify(ID, typed, today=TODAY).number == "11010519491231002X"


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        ("130503670401001", identity.FifteenDigitNumber),
        ("110105194912310020", identity.WrongCheckDigit),
        ("440524188001010014", identity.ImpossibleBirthDate),  # right check character, older than 130 years
        ("14010620270101000X", identity.ImpossibleBirthDate),  # in the future
        ("140106200302300007", identity.ImpossibleBirthDate),  # 30 February
        ("911124198108030024", identity.WrongDocumentNumber),  # that is a permanent resident's card
        ("1401062003061500", identity.WrongDocumentNumber),
        ("", identity.WrongDocumentNumber),
        ("１４０1062003o6150003", identity.WrongDocumentNumber),
        ("٣40106200306150003", identity.WrongDocumentNumber),  # an Arabic digit is not one of ours
    ],
)
def test_a_wrong_citizen_number_is_refused_by_name(number, refusal):
    if refusal is identity.ImpossibleBirthDate:
        number = number[:17] + identity.check_character(number[:17])

    with pytest.raises(Refusal) as refused:
        identify(ID, number, today=TODAY)

    assert type(refused.value) is refusal
    assert number not in refused.value.text("zh") + refused.value.text("en") or not number


def test_a_date_of_birth_that_contradicts_the_number_is_refused():
    assert identify(ID, "140106200306150003", birth_on=date(2003, 6, 15), today=TODAY)
    with pytest.raises(identity.BirthDateContradicts):
        identify(ID, "140106200306150003", birth_on=date(2003, 6, 16), today=TODAY)


def test_an_unknown_region_is_a_doubt_and_no_refusal():
    number = "170101200306150005"[:17]

    assert identify(ID, number + identity.check_character(number), today=TODAY).region_known is False


@given(st.integers(0, 10**17 - 1), st.integers(0, 16), st.integers(1, 9))
def test_any_single_wrong_digit_changes_the_check_character(number, place, shift):
    digits = f"{number:017d}"
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]

    assert identity.check_character(digits) != identity.check_character(wrong)


def test_a_person_is_adult_from_the_eighteenth_birthday():
    assert not adult_on(date(2008, 6, 10), date(2026, 6, 9), age=18)
    assert adult_on(date(2008, 6, 10), date(2026, 6, 10), age=18)


def test_who_was_born_on_29_february_is_adult_on_the_first_of_march():
    assert not adult_on(date(2008, 2, 29), date(2026, 2, 28), age=18)
    assert adult_on(date(2008, 2, 29), date(2026, 3, 1), age=18)
    assert adult_on(date(2008, 2, 29), date(2028, 2, 29), age=20)


def test_cheating_three_days_before_coming_of_age_is_not_recorded():
    with pytest.raises(identity.NotAdult) as refused:
        identity.require_adult(date(2008, 6, 10), date(2026, 6, 7), age=18)

    assert refused.value.text("zh") == "截至2026-06-07该人员未满18周岁。"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (" 聂霁\u3000", "聂霁"),
        ("阿依努尔•荀霁", "阿依努尔·荀霁"),
        ("阿依努尔．荀霁", "阿依努尔·荀霁"),
        ("阿依努尔・荀霁", "阿依努尔·荀霁"),
        ("Anna Lindqvist", "Anna Lindqvist"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("\U0002cbb5\u4dae\u36c3", "\U0002cbb5\u4dae\u36c3"),
        ("Ａnna", "Ａnna"),  # NFKC would change it
    ],
)
def test_a_name_is_kept_in_one_form(typed, name):
    assert normal_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("\u3000 ", identity.NameMissing),
        ("霁" * 101, identity.NameTooLong),
        ("聂\n霁", identity.UnseenCharacter),
        ("聂\u202e霁", identity.UnseenCharacter),
        ("聂\ud800", identity.UnseenCharacter),
        ("聂\x7f霁", identity.UnseenCharacter),
    ],
)
def test_what_is_no_name_is_refused(typed, refusal):
    with pytest.raises(refusal):
        normal_name(typed)


def test_a_name_of_a_hundred_characters_outside_the_basic_plane_is_not_too_long():
    assert len(normal_name("\U0002cbb5" * 100)) == 100
