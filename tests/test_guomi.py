"""SM2 from two implementations that share no code, and the forms in which keys and signatures are refused."""

import base64

import pytest

from integrity_archive import guomi

ENGINES = [guomi.PythonEngine()] + ([guomi.LibraryEngine()] if guomi.gmssl_pyx else [])
PAIRS = [(first, second) for first in ENGINES for second in ENGINES]


def names(engine: object) -> str:
    return type(engine).__name__


@pytest.mark.parametrize(("signer", "verifier"), PAIRS, ids=names)
def test_what_one_implementation_signs_the_other_verifies(signer, verifier):
    private = guomi.private_bytes(guomi.new_private_key())
    point = guomi.point_bytes(guomi.SigningKey(private.hex()).public_key)

    signature = signer.sign(private, point, "签名".encode())

    assert len(signature) == 64
    assert verifier.verify(point, "签名".encode(), signature)
    assert not verifier.verify(point, "另一".encode(), signature)


@pytest.mark.parametrize(("sealer", "opener"), PAIRS, ids=names)
def test_what_one_implementation_encrypts_the_other_decrypts(sealer, opener):
    private = guomi.private_bytes(guomi.new_private_key())
    point = guomi.point_bytes(guomi.SigningKey(private.hex()).public_key)

    wrapped = sealer.encrypt(point, bytes(range(16)))

    assert len(wrapped) == guomi.WRAPPED_LENGTH
    assert opener.decrypt(private, wrapped) == bytes(range(16))
    with pytest.raises(guomi.CannotOpen):
        opener.decrypt(private, wrapped[:96] + bytes([wrapped[96] ^ 1]) + wrapped[97:])


def test_a_key_signs_and_its_public_key_verifies():
    key = guomi.SigningKey(guomi.new_private_key())

    signature = key.sign("甲\n乙")

    assert len(signature) == 88
    assert guomi.VerifyingKey(key.public_key).verify("甲\n乙", signature)


@pytest.mark.parametrize("private", ["0" * 64, f"{guomi.N - 1:064x}", "f" * 64, "A" * 64, "1" * 63, ""])
def test_a_private_key_out_of_range_or_form_is_refused(private):
    with pytest.raises(guomi.BadKey):
        guomi.SigningKey(private)


def test_a_signature_has_only_one_base64_form():
    key = guomi.SigningKey(guomi.new_private_key())
    verifier, signature = guomi.VerifyingKey(key.public_key), key.sign("甲")
    last = signature[85]
    sibling = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    other_padding_bits = signature[:85] + sibling[sibling.index(last) + 1] + "=="

    assert base64.b64decode(other_padding_bits) == base64.b64decode(signature)
    assert not verifier.verify("甲", other_padding_bits)
    assert not verifier.verify("甲", signature[:-2] + "\n=")


def test_sm4_gcm_opens_only_what_was_sealed():
    key, iv = bytes(16), bytes(12)
    ciphertext, tag = guomi.sm4_gcm_seal(key, iv, b"plain", b"about")

    assert guomi.sm4_gcm_open(key, iv, ciphertext, tag, b"about") == b"plain"
    for changed in [(key, iv, ciphertext, tag, b"other"), (key, iv, ciphertext, tag[:12], b"about")]:
        with pytest.raises(guomi.CannotOpen):
            guomi.sm4_gcm_open(*changed)


def test_sm4_gcm_gives_the_values_of_rfc_8998():
    key, iv = bytes.fromhex("0123456789abcdeffedcba9876543210"), bytes.fromhex("00001234567800000000abcd")
    plaintext = b"".join(bytes([value]) * 8 for value in b"\xaa\xbb\xcc\xdd\xee\xff\xee\xaa")
    about = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")

    ciphertext, tag = guomi.sm4_gcm_seal(key, iv, plaintext, about)

    assert ciphertext.hex().startswith("17f399f08c67d5ee19d0dc9969c4bb7d")
    assert tag.hex() == "83de3541e4c2b58177e065a9bf7b62ec"
