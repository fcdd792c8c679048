"""The population register of the simulated province (PPG/1.0 §3.4 stage 4).

A person it lists must bear the listed name and be alive; a number it does not list is taken as found.
"""

import json
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from integrity_archive.sandbox.codes import Fault


class Person(NamedTuple):
    """What the register knows of one number."""

    name: str
    deceased: bool


class Register:
    """Numbers and names from a JSON file `{number: name}` or `{number: {"name": …, "deceased": true}}`."""

    def __init__(self, persons: dict[str, Person]) -> None:
        self._persons = persons

    @classmethod
    def read(cls, file: Path | None) -> "Register":
        """The register in `file`; an empty one if there is none."""
        if file is None:
            return cls({})
        listed = json.loads(file.read_text("utf-8"))
        return cls({number: _person(value) for number, value in listed.items()})

    def faults(self, number: str, name: str) -> list[Fault]:
        """Why this name cannot belong to this number."""
        person = self._persons.get(number)
        if person is None:
            return []
        if person.name != name:
            return [Fault("E3002", "subject.name")]
        return [Fault("E3004", "subject.id_no")] if person.deceased else []


def _person(value: Any) -> Person:
    known: dict[str, Any] = {"name": value} if isinstance(value, str) else value
    return Person(unicodedata.normalize("NFC", known["name"]), bool(known.get("deceased", False)))
