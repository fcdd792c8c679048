"""The keys of platform and test sender, made once; and the registration file that tells the sender of them."""

import json
import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple

from integrity_archive import guomi

APP_ID = "SXEDU01"
TARGET = "province-sandbox"
# The unit of PPG/1.0's examples, for a sandbox that is started without a list of units.
EXAMPLE_UNIT = {"uscc": "12140000999900011U", "unit_code": "14E0101"}


class Pair(NamedTuple):
    """A key pair under its kid."""

    kid: str
    private_key: str

    @property
    def public_key(self) -> str:
        return guomi.SigningKey(self.private_key).public_key


class Keys(NamedTuple):
    """Everything secret that the sandbox has. `marking_key` keys hashes in its ledger."""

    sender_signing: Pair
    platform_signing: Pair
    platform_encryption: Pair
    marking_key: bytes


def keys_in(home: Path) -> Keys:
    """The keys kept in `home`; new ones the first time."""
    file = home / "keys.json"
    if not file.exists():
        made = {name: guomi.new_private_key() for name in ("sender_signing", "platform_signing", "platform_encryption")}
        write_private(file, {**made, "marking_key": secrets.token_hex(32)})
    kept = json.loads(file.read_text("ascii"))
    return Keys(
        Pair("snd-1", kept["sender_signing"]),
        Pair("plt-1", kept["platform_signing"]),
        Pair("enc-1", kept["platform_encryption"]),
        bytes.fromhex(kept["marking_key"]),
    )


def write_registration(file: Path, keys: Keys, units: list[dict[str, Any]], base_url: str) -> None:
    """The file of REGISTRATION.md, whole or not at all."""
    registration = {
        "registration": "1",
        "environment": "test",
        "target": TARGET,
        "channel": "service",
        "base_url": base_url,
        "spec": "PPG/1.0",
        "app_id": APP_ID,
        "batch_prefix": APP_ID,
        "units": units,
        "sender_signing": {
            "kid": keys.sender_signing.kid,
            "private_key_hex": keys.sender_signing.private_key,
            "private_key_file": None,
        },
        "platform_signing": [{"kid": keys.platform_signing.kid, "public_key": keys.platform_signing.public_key}],
        "platform_encryption": {
            "kid": keys.platform_encryption.kid,
            "public_key": keys.platform_encryption.public_key,
        },
        "callback": None,
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    write_private(file, registration)


def write_private(file: Path, content: dict[str, Any]) -> None:
    """Readable by its owner alone; appears complete."""
    waiting = file.with_name(file.name + ".part")
    with os.fdopen(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:
        json.dump(content, opened, ensure_ascii=False, indent=1)
        opened.flush()
        os.fsync(opened.fileno())
    waiting.rename(file)
