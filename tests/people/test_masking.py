"""Four levels of masking: what each kind of reader sees."""

import pytest

from integrity_archive.people.masking import Level, mask_name, mask_number

NUMBER = "140106200306150003"


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("聂霁朔", "聂**"),
        ("聂霁", "聂*"),
        ("聂", "*"),
        ("阿依努尔·荀霁", "阿***·荀*"),
        ("Anna B Lindqvist", "A*** * L********"),
        ("\U0002cbb5霁朔", "\U0002cbb5**"),
    ],
)
def test_lists_and_the_public_see_the_first_character_of_each_part(name, masked):
    assert mask_name(name, Level.LIST) == mask_name(name, Level.PUBLIC) == masked


def test_a_committee_sees_the_name_and_ten_characters_of_the_number():
    assert mask_name("聂霁朔", Level.BUSINESS) == "聂霁朔"
    assert mask_number(NUMBER, Level.BUSINESS) == "140106********0003"


def test_a_list_shows_three_characters_of_the_number_and_the_public_none():
    assert mask_number(NUMBER, Level.LIST) == "14***************3"
    assert mask_number(NUMBER, Level.PUBLIC) == ""
    assert mask_number(NUMBER, Level.FULL) == NUMBER


@pytest.mark.parametrize("number", ["12345678", "H12345678", "H1234567801", "NZLAB123456", "ABC123456789012"])
@pytest.mark.parametrize("level", [Level.BUSINESS, Level.LIST])
def test_shorter_numbers_keep_their_length_and_at_most_a_third(number, level):
    masked = mask_number(number, level)

    assert len(masked) == len(number)
    assert len(masked.replace("*", "")) <= len(number) / 3
