"""`python -m integrity_archive.sandbox platform --home DIR --registration FILE`: the simulated province by itself."""

import argparse
import dataclasses
from pathlib import Path

from integrity_archive.sandbox.faults import Faults
from integrity_archive.sandbox.platform import serve


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m integrity_archive.sandbox")
    platform = parser.add_subparsers(required=True).add_parser("platform", help="the province's platform, PPG/1.0")
    platform.add_argument("--home", type=Path, required=True, help="folder of its keys and its ledger")
    platform.add_argument("--registration", type=Path, required=True, help="file to write once it listens")
    platform.add_argument("--units", type=Path, help="JSON list of the units it registers")
    platform.add_argument("--population", type=Path, help="JSON of names by identity number")
    platform.add_argument("--port", type=int, default=0, help="0 takes a free one")
    for fault in dataclasses.fields(Faults):
        platform.add_argument(f"--{fault.name.replace('_', '-')}", type=type(fault.default), default=fault.default)
    chosen = vars(parser.parse_args())
    faults = Faults(**{fault.name: chosen.pop(fault.name) for fault in dataclasses.fields(Faults)})
    serve(chosen.pop("home"), chosen.pop("registration"), faults=faults, **chosen)


if __name__ == "__main__":
    main()
