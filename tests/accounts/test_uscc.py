"""The unified social credit code, with the vectors of GB 32100."""

import pytest

from integrity_archive.accounts.uscc import WrongUscc, WrongUsccCheckCharacter, normal_uscc

RIGHT = ["91110000600037341L", "12140000999900011U", "1114000099990002XN", "51140000999900038J"]


@pytest.mark.parametrize("code", RIGHT)
def test_a_code_with_the_right_check_character_is_taken(code):
    assert normal_uscc(f" {code.lower()}\u3000") == code


@pytest.mark.parametrize("code", RIGHT)
def test_one_wrong_character_is_noticed(code):
    with pytest.raises(WrongUsccCheckCharacter):
        normal_uscc(code[:10] + "7" + code[11:] if code[10] != "7" else code[:10] + "8" + code[11:])


@pytest.mark.parametrize("code", ["", "9111000060003734", "9111000060003734IL", "91110000600037341L1"])
def test_what_has_not_the_form_of_a_code_is_refused(code):
    with pytest.raises(WrongUscc):
        normal_uscc(code)
