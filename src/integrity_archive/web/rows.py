"""Lists of entries as pages show them: each row with the name of the person it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from starlette.requests import Request

from integrity_archive.entries import queries as entries
from integrity_archive.entries.lifecycle import State
from integrity_archive.people import queries as people
