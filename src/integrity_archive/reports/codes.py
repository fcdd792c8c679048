"""The 16 characters by which a report is checked, printed in groups of four."""

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0, 1, I and O: read off paper, typed by hand
LENGTH = 16


def new_code() -> str:
    """80 random bits: nobody finds a report by trying."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def normal_code(typed: str) -> str:
    """As it is kept, out of what somebody read off the paper: capitals, without blanks and dashes."""
    return "".join(character for character in typed.upper() if character in ALPHABET)
