"""Lines break where a Chinese reader expects it, and nothing is lost or runs over the edge."""

import re

from hypothesis import given
from hypothesis import strategies as st

from integrity_archive.paper.fonts import load
from integrity_archive.paper.wrapping import wrap

FACE = load().regular
TEXTS = st.text(alphabet="诚信档案，。：；！？（）《》“”、…— \nabcXYZ0189-/.()𠮷", max_size=120)


def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one():
    assert wrap("学术诚信《规范》，第五条", FACE, 10, 50) == ["学术诚信", "《规范》，", "第五条"]


def test_words_and_numbers_stay_whole():
    assert wrap("决定日期 2026-11-24 送达", FACE, 10, 60) == ["决定日期", "2026-11-24", "送达"]


def test_a_word_longer_than_the_line_is_cut():
    lines = wrap("见 https://archive.fenhe.example/verify/K7QM2XDP9RTVW4HC", FACE, 10, 80)

    assert len(lines) > 1
    assert max(FACE.width(line, 10) for line in lines) <= 80


def test_a_line_end_in_the_text_is_a_line_end_on_paper():
    assert wrap("一\n\n二", FACE, 10, 80) == ["一", "", "二"]


@given(TEXTS, st.integers(90, 400))
def test_no_line_is_too_wide_and_no_character_is_lost(text, width):
    lines = wrap(text, FACE, 10, width)

    assert all(FACE.width(line, 10) <= width + 0.001 for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
