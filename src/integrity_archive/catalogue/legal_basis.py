"""What every row of a catalogue file is, and how it cites the law."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]  # a ground or a name is never blank


class Data(BaseModel):
    """Read from a data file: unknown members are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class LegalBasis(Data):
    """A law and its article, cited in Chinese. `to_verify`: not yet compared with the law's text."""

    text: Text
    to_verify: bool = False

    @property
    def cited(self) -> str:
        """As a paper cites it: what nobody has compared yet says so."""
        return f"{self.text}（待核实）" if self.to_verify else self.text
