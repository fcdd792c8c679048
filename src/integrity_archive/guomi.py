"""The SM algorithms in the forms of PPG/1.0 §2: SM2 (GB/T 32918), SM3 (GB/T 32905), SM4-GCM (GB/T 32907, RFC 8998).

Keys are hex: a private key 64 characters, a public key `04‖x‖y` in 130. SM2 comes from the GmSSL C library where it
is installed and from plain Python elsewhere; both write the same bytes. All random values come from the operating
system. A failing check of the C library also leaves lines on standard error, which hold no data.
"""

import base64
import binascii
import re
import secrets
from typing import Protocol

import gmalg  # type: ignore[import-untyped]
import gmalg.errors  # type: ignore[import-untyped]
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

try:
    import gmssl_pyx  # type: ignore[import-untyped]
except ImportError:  # no wheel for this platform
    gmssl_pyx = None

# GB/T 32918.5: y² = x³ + ax + b over F(p), a group of prime order n.
P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123

USER_ID = b"1234567812345678"
WRAPPED_LENGTH = 113  # C1 65, C3 32, C2 16


class BadKey(ValueError):
    """A text that is no SM2 key: wrong form, out of range, or a point off the curve."""


class CannotOpen(ValueError):
    """Ciphertext that was not made for this key, or was changed since."""


class Engine(Protocol):
    """One implementation of SM2. Points are 65 bytes with `04`, signatures 64 bytes `r‖s`, ciphertext C1‖C3‖C2."""

    def sign(self, private: bytes, point: bytes, message: bytes) -> bytes: ...

    def verify(self, point: bytes, message: bytes, signature: bytes) -> bool: ...

    def encrypt(self, point: bytes, secret: bytes) -> bytes: ...

    def decrypt(self, private: bytes, wrapped: bytes) -> bytes:
        """Raises `CannotOpen` if C3 does not match."""


class PythonEngine:
    """gmalg. It returns r and s in their shortest form, so both are padded here."""

    def sign(self, private: bytes, point: bytes, message: bytes) -> bytes:
        r, s = gmalg.SM2(private, USER_ID, point).sign(message)
        return bytes(r.rjust(32, b"\0") + s.rjust(32, b"\0"))

    def verify(self, point: bytes, message: bytes, signature: bytes) -> bool:
        return bool(gmalg.SM2(None, USER_ID, point).verify(message, signature[:32], signature[32:]))

    def encrypt(self, point: bytes, secret: bytes) -> bytes:
        return bytes(gmalg.SM2(pk=point).encrypt(secret))

    def decrypt(self, private: bytes, wrapped: bytes) -> bytes:
        try:
            return bytes(gmalg.SM2(private).decrypt(wrapped))
        except gmalg.errors.GMError as refused:
            raise CannotOpen("SM2 ciphertext") from refused


class LibraryEngine:
    """The GmSSL C library. It speaks DER, whose integers are minimal, so they are padded here."""

    def sign(self, private: bytes, point: bytes, message: bytes) -> bytes:
        return _two_numbers(gmssl_pyx.sm2_sign(private, point[1:], message, USER_ID))

    def verify(self, point: bytes, message: bytes, signature: bytes) -> bool:
        return bool(gmssl_pyx.sm2_verify(point[1:], message, _der(signature), USER_ID))

    def encrypt(self, point: bytes, secret: bytes) -> bytes:
        der = bytes(gmssl_pyx.sm2_encrypt(point[1:], secret))  # SEQUENCE of x, y, OCTET STRING C3, OCTET STRING C2
        rest, masked = der[2 : -len(secret) - 2], der[-len(secret) :]
        numbers, digest = rest[:-34], rest[-32:]
        return b"\4" + _two_numbers(b"\x30" + bytes([len(numbers)]) + numbers) + digest + masked

    def decrypt(self, private: bytes, wrapped: bytes) -> bytes:
        digest, masked = wrapped[65:97], wrapped[97:]
        body = _der(wrapped[1:65])[2:] + b"\4\x20" + digest + b"\4" + bytes([len(masked)]) + masked
        try:
            return bytes(gmssl_pyx.sm2_decrypt(private, b"\x30" + bytes([len(body)]) + body))
        except gmssl_pyx.GmsslInnerError as refused:
            raise CannotOpen("SM2 ciphertext") from refused


def _two_numbers(der: bytes) -> bytes:
    first, second = decode_dss_signature(der)
    return first.to_bytes(32, "big") + second.to_bytes(32, "big")


def _der(two_numbers: bytes) -> bytes:
    return encode_dss_signature(int.from_bytes(two_numbers[:32], "big"), int.from_bytes(two_numbers[32:], "big"))


ENGINE: Engine = PythonEngine() if gmssl_pyx is None else LibraryEngine()


class SigningKey:
    """A private SM2 key that signs texts in the form of §2.2."""

    def __init__(self, private_hex: str) -> None:
        self._private = private_bytes(private_hex)
        self._point = bytes(gmalg.SM2().generate_pk(self._private))

    @property
    def public_key(self) -> str:
        """`04‖x‖y` in 130 hex characters."""
        return self._point.hex()

    def sign(self, text: str) -> str:
        """Base64 of `r‖s`: 88 characters."""
        return base64.b64encode(ENGINE.sign(self._private, self._point, text.encode())).decode()


class VerifyingKey:
    """A public SM2 key; refuses with `BadKey` what is not a point of the curve."""

    def __init__(self, public_hex: str) -> None:
        self._point = point_bytes(public_hex)

    def verify(self, text: str, signature: str) -> bool:
        """Whether `signature` is the canonical Base64 of an `r‖s` that signs `text`, with 1 ≤ r,s < n (§2.2)."""
        if len(signature) != 88 or not signature.isascii():
            return False
        try:
            raw = base64.b64decode(signature, validate=True)
        except binascii.Error:
            return False
        if len(raw) != 64 or base64.b64encode(raw).decode() != signature:
            return False
        r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
        if not (1 <= r < N and 1 <= s < N) or (r + s) % N == 0:
            return False
        return ENGINE.verify(self._point, text.encode(), raw)


def new_private_key() -> str:
    """A fresh private key from the generator of the operating system."""
    return f"{secrets.randbelow(N - 2) + 1:064x}"  # 1 … n-2: GB/T 32918.1 §6.1


def private_bytes(private_hex: str) -> bytes:
    """The 32 bytes of a private key; raises `BadKey`."""
    if not re.fullmatch("[0-9a-f]{64}", private_hex) or not 1 <= int(private_hex, 16) <= N - 2:
        raise BadKey("a private SM2 key is 64 lower-case hex characters, from 1 to n-2")
    return bytes.fromhex(private_hex)


def point_bytes(public_hex: str) -> bytes:
    """The 65 bytes of a public key; raises `BadKey`."""
    if not re.fullmatch("04[0-9a-f]{128}", public_hex):
        raise BadKey("a public SM2 key is 04 and 128 lower-case hex characters")
    point = bytes.fromhex(public_hex)
    if not on_curve(point):
        raise BadKey("a public SM2 key must be a point of the curve")
    return point


def on_curve(point: bytes) -> bool:
    """Whether 65 bytes `04‖x‖y` are a point of sm2p256v1. Its order is prime: every point on it is a good one."""
    x, y = int.from_bytes(point[1:33], "big"), int.from_bytes(point[33:], "big")
    return point[0] == 4 and x < P and y < P and (y * y - (x * x + A) * x - B) % P == 0


def encrypt_key(public_hex: str, sm4_key: bytes) -> bytes:
    """The 16-byte key for the owner of `public_hex`: 113 bytes C1‖C3‖C2 (§2.3)."""
    if len(sm4_key) != 16:
        raise ValueError("an SM4 key has 16 bytes")
    return ENGINE.encrypt(point_bytes(public_hex), sm4_key)


def decrypt_key(private_hex: str, wrapped: bytes) -> bytes:
    """The SM4 key in 113 bytes C1‖C3‖C2, after checking that C1 lies on the curve, and C3; raises `CannotOpen`."""
    if len(wrapped) != WRAPPED_LENGTH or not on_curve(wrapped[:65]):
        raise CannotOpen("SM2 ciphertext")
    return ENGINE.decrypt(private_bytes(private_hex), wrapped)


def sm4_gcm_seal(key: bytes, iv: bytes, plaintext: bytes, aad: bytes) -> tuple[bytes, bytes]:
    """Ciphertext and its 16-byte tag. An `iv` (12 bytes) is used once with a key."""
    encryptor = Cipher(algorithms.SM4(key), modes.GCM(iv)).encryptor()
    encryptor.authenticate_additional_data(aad)
    ciphertext = encryptor.update(plaintext) + encryptor.finalize()
    return ciphertext, encryptor.tag


def sm4_gcm_open(key: bytes, iv: bytes, ciphertext: bytes, tag: bytes, aad: bytes) -> bytes:
    """The plaintext; raises `CannotOpen` unless the whole tag of 16 bytes fits."""
    if len(iv) != 12 or len(tag) != 16:
        raise CannotOpen("SM4-GCM ciphertext")
    decryptor = Cipher(algorithms.SM4(key), modes.GCM(iv, tag)).decryptor()
    decryptor.authenticate_additional_data(aad)
    try:
        return decryptor.update(ciphertext) + decryptor.finalize()
    except InvalidTag as refused:
        raise CannotOpen("SM4-GCM ciphertext") from refused


def sm3(data: bytes) -> bytes:
    """The digest, 32 bytes."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def sm3_hex(data: bytes) -> str:
    """The digest in 64 hex characters, as the contract writes it."""
    return sm3(data).hex()
