"""What every row of a catalogue file is, and how it cites the law."""

from pydantic import BaseModel, ConfigDict


class Data(BaseModel):
    """Read from a data file: unknown members are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LegalBasis(Data):
    """A law and its article, cited in Chinese. `to_verify`: not yet compared with the law's text."""

    text: str
    to_verify: bool = False
