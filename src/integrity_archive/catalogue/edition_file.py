"""The file format of an edition: what many record types have in common is written once and inherited.

A record type inherits, from the general to the particular: the table `[family.XX]` of the first two letters of its
code, the table `[source.…]` of its source, then every longer `[family.…]` with which its code begins; what it says
itself prevails. A member is replaced whole, never mixed. `finality` may name one of the tables `[finality.…]`, and a
sanction without a name has the one listed under `[sanction_names]`.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Optional

from pydantic import BaseModel, Field, ValidationError, create_model

from integrity_archive.catalogue import findings
from integrity_archive.catalogue.codes import Name
from integrity_archive.catalogue.due_process import Finality
from integrity_archive.catalogue.findings import EditionRefused, Finding
from integrity_archive.catalogue.legal_basis import Data
from integrity_archive.catalogue.lint import lint
from integrity_archive.catalogue.record_types import (
    CatalogueItem,
    Edition,
    RecordType,
    SanctionCode,
    SanctionKind,
    Source,
    Step,
    TypeCode,
)


def _partial(title: str, model: type[BaseModel], /, **changed: Any) -> Any:
    """The same members as `model`, none of them required, except as `changed` says."""
    members: dict[str, Any] = {
        member: (Optional[Annotated[info.annotation, None, *info.metadata]], None)  # noqa: UP045 - a type made here
        for member, info in model.model_fields.items()
    }
    return create_model(title, __base__=Data, **(members | changed))


INHERITED = {"family", "source", "finality", "sanction_names"}
SanctionRow = _partial("SanctionRow", SanctionKind, code=(SanctionCode, ...))
OWN: dict[str, Any] = {
    "sanctions": (tuple[SanctionRow, ...] | None, None),  # type: ignore[valid-type]
    "finality": (str | Finality | None, None),
}
Defaults = _partial("Defaults", RecordType, **OWN)
RecordTypeRow = _partial("RecordTypeRow", RecordType, **OWN, code=(TypeCode, ...), name=(Name, ...))


class EditionFile(Data):
    """One edition as it is written by hand."""

    code: str
    name: Name
    sample: bool
    in_force_from: date
    in_force_until: date | None = None
    min_age_at_conduct: int
    body_kinds: dict[str, Name]
    evidence_kinds: dict[str, Name]
    steps: dict[str, Step]
    serious_bases: dict[str, Name]
    key_supervision: dict[str, Name]
    sanction_names: dict[SanctionCode, Name] = Field(default_factory=dict)
    finality: dict[str, Finality] = Field(default_factory=dict)
    source: dict[Source, Defaults] = Field(default_factory=dict)  # type: ignore[valid-type]
    family: dict[str, Defaults] = Field(default_factory=dict)  # type: ignore[valid-type]
    items: tuple[CatalogueItem, ...] = Field(alias="item", min_length=1)
    record_types: tuple[RecordTypeRow, ...] = Field(alias="record_type", min_length=1)  # type: ignore[valid-type]


def read(text: str) -> Edition:
    """The edition in this file; raises `EditionRefused` with everything that is wrong with it."""
    edition = expanded(text)
    if found := lint(edition):
        raise EditionRefused(found)
    return edition


def expanded(text: str) -> Edition:
    """The edition as it is written, lawful or not: for a file that was read and accepted before.

    Raises `EditionRefused` only where it is not written as an edition is.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        broken = Finding("not-toml", "", f"文件不是有效的 TOML：{error}。", f"The file is not TOML: {error}.")
        raise EditionRefused([broken]) from None
    try:
        EditionFile.model_validate(data)
        if dangling := list(_dangling(data)):
            raise EditionRefused(dangling)
        whole = {name: value for name, value in data.items() if name not in INHERITED}
        whole["record_type"] = [inherited(row, data) for row in data["record_type"]]
        data = whole
        return Edition.model_validate(data)
    except ValidationError as refused:
        raise EditionRefused(findings.of_refusal(refused, data)) from None


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the file format."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "信用信息目录版本 / Catalogue edition",
        **EditionFile.model_json_schema(by_alias=True),
    }


def inherited(row: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The whole of a record type: what it inherits and what it says itself."""
    families = data.get("family", {})
    prefixes = sorted((prefix for prefix in families if row["code"].startswith(prefix)), key=len)
    general = [families[prefix] for prefix in prefixes if len(prefix) <= 2]
    particular = [families[prefix] for prefix in prefixes if len(prefix) > 2]
    source = next((layer["source"] for layer in (row, *reversed(particular)) if "source" in layer), None)
    whole: dict[str, Any] = {}
    for layer in (*general, data.get("source", {}).get(source, {}), *particular, row):
        whole |= layer
    if isinstance(whole.get("finality"), str):
        whole["finality"] = data["finality"][whole["finality"]]
    if "not_repairable" in row:
        whole.pop("repair", None)
    if "sanctions" in whole:
        names = data.get("sanction_names", {})
        whole["sanctions"] = [_named(sanction, names) for sanction in whole["sanctions"]]
    return whole


def _named(sanction: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    known = {"name": names[sanction["code"]]} if sanction["code"] in names else {}
    return known | dict(sanction)


def _dangling(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Names of remedies that lead nowhere, and families nobody belongs to."""
    codes = [row["code"] for row in data["record_type"]]
    tables = {
        **{f"family.{prefix}": table for prefix, table in data.get("family", {}).items()},
        **{f"source.{source}": table for source, table in data.get("source", {}).items()},
        **{row["code"]: row for row in data["record_type"]},
    }
    for place, table in tables.items():
        named = table.get("finality")
        if isinstance(named, str) and named not in data.get("finality", {}):
            yield Finding(
                "unknown-remedy",
                f"{place} finality",
                f"没有名为“{named}”的救济途径。",
                f"There is no remedy called {named}.",
            )
    for prefix in data.get("family", {}):
        if not any(code.startswith(prefix) for code in codes):
            yield Finding(
                "empty-family",
                f"family.{prefix}",
                "没有信息类型属于该类。",
                "No record type belongs to this family.",
            )


def write_schema() -> None:
    """Bring `edition.schema.json` up to date with the models."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    Path(__file__).with_name("edition.schema.json").write_text(text, "utf-8")


if __name__ == "__main__":
    write_schema()
