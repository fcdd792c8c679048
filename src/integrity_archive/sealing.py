"""Personal values at rest: sealed under a data key per person, entry or organisation, which a master key outside the
database wraps. Destroying a data key is erasure. Look-up goes by blind index.

A sealed value is `suite (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16)`; the associated data names the place it belongs
to (`people_person.sealed:<id>`), so that a value moved to another row does not open.
"""

import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic_core import from_json, to_json
from tortoise import fields
from tortoise.models import Model
from uuid_utils.compat import uuid7

from integrity_archive import guomi
from integrity_archive.database import rows
from integrity_archive.errors import Fatal
from integrity_archive.settings import settings

NONCE = 12
PEPPER_ID = 1


class HashField(fields.BinaryField[bytes]):
    """A digest that is looked up: a blind-index term, or the hash of a token."""

    indexable = True


class DataKey(Model):
    """A wrapped data key. Emptying `wrapped` erases all that is sealed under it; the row stays, others refer to it."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    wrapped = fields.BinaryField()

    class Meta:
        table = "sealing_key"


class Aead(Protocol):
    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes: ...
    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes: ...


class Sm4Gcm:
    """SM4-GCM (RFC 8998) with the manners of `AESGCM`; takes the first 16 of the 32 key bytes."""

    def __init__(self, key: bytes) -> None:
        self.key = key[:16]

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        ciphertext, tag = guomi.sm4_gcm_seal(self.key, nonce, data, associated_data or b"")
        return ciphertext + tag

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        return guomi.sm4_gcm_open(self.key, nonce, data[:-16], data[-16:], associated_data or b"")


SUITES: dict[int, Callable[[bytes], Aead]] = {1: AESGCM, 2: Sm4Gcm}
SUITE_IDS = {"AES-256-GCM": 1, "SM4-GCM": 2}


class Unreadable(Exception):
    """A sealed value does not open: wrong key, wrong place, or altered."""


@dataclass(frozen=True)
class Key:
    """An open data key; lives only in memory."""

    id: UUID
    secret: bytes
    suite: int = 1

    def seal(self, value: bytes, *, place: str) -> bytes:
        nonce = os.urandom(NONCE)
        return bytes([self.suite]) + nonce + SUITES[self.suite](self.secret).encrypt(nonce, value, place.encode())

    def open(self, sealed: bytes, *, place: str) -> bytes:
        """Raises `Unreadable`."""
        nonce, ciphertext = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
        try:
            return SUITES[sealed[0]](self.secret).decrypt(nonce, ciphertext, place.encode())
        except (InvalidTag, ValueError, KeyError, IndexError) as wrong:
            raise Unreadable(place.partition(":")[0]) from wrong

    def seal_json(self, value: Any, *, place: str) -> bytes:
        return self.seal(to_json(value), place=place)

    def open_json(self, sealed: bytes, *, place: str) -> Any:
        return from_json(self.open(sealed, place=place))


class Vault:
    """The master key of this process: makes, wraps and unwraps data keys, and keeps the pepper of the blind index."""

    def __init__(self, master: bytes, suite: int = 1) -> None:
        if len(master) != 32:
            raise Fatal("主密钥须为32字节 / the master key must have 32 bytes")
        self.suite = suite
        self.wrapper = Key(UUID(int=0), derive(master, b"wrap"), suite)
        self.pepper = derive(master, b"pepper-%d" % PEPPER_ID)

    def new_key(self) -> tuple[Key, bytes]:
        """A fresh data key, and its wrapped form for the row of `DataKey`."""
        key = Key(uuid7(), os.urandom(32), self.suite)
        return key, self.wrapper.seal(key.secret, place=f"sealing_key:{key.id}")

    def unwrap(self, id: UUID, wrapped: bytes) -> Key:
        """Raises `Unreadable`."""
        return Key(id, self.wrapper.open(wrapped, place=f"sealing_key:{id}"), self.suite)

    def term(self, kind: str, value: str) -> bytes:
        """The blind index of a normalised value: pepper id ‖ HMAC. Equal values of one kind have equal terms."""
        text = f"{kind}\n{value}".encode()
        return bytes([PEPPER_ID]) + hmac.digest(self.pepper, text, sha256)


def derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=None, info=b"integrity-archive " + purpose).derive(master)


@cache
def vault() -> Vault:
    """The vault of this process, opened once from the master key file."""
    file = settings().master_key_file or settings().home / "keys" / "master.key"
    return Vault(read_master(file), SUITE_IDS[settings().seal_suite])


def read_master(file: Path) -> bytes:
    """The master key, 64 hex digits in a file; raises `Fatal` when it is missing or malformed."""
    try:
        return bytes.fromhex(file.read_text().strip())
    except (OSError, ValueError) as wrong:
        raise Fatal(f"无法读取主密钥文件 / cannot read the master key file {file}") from wrong


def make_master(file: Path) -> None:
    """Write a new random master key, unless the file is there."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(os.urandom(32).hex())


async def new_key() -> Key:
    """Make a data key and store it, in the running transaction."""
    key, wrapped = vault().new_key()
    await rows("insert into sealing_key (id, wrapped) values ($1, $2)", [key.id, wrapped])
    return key


async def key_of(id: UUID) -> Key:
    """The data key with this id; raises `Unreadable` once it has been destroyed."""
    found = await rows("select wrapped from sealing_key where id = $1", [id])
    if not found or not found[0]["wrapped"]:
        raise Unreadable("sealing_key")
    return vault().unwrap(id, found[0]["wrapped"])


async def destroy(id: UUID) -> None:
    """Empty a data key for ever: whatever is sealed under it is erased. The row stays, because others refer to it."""
    await rows("update sealing_key set wrapped = ''::bytea where id = $1", [id])
