"""A signed paper proves who issued it and that nobody changed it."""

import re
from datetime import timedelta

import pytest

from integrity_archive.errors import Fatal
from integrity_archive.paper.demo_key import make_demo_signatory
from integrity_archive.paper.layout import render
from integrity_archive.paper.signature import Signatory, SignatureReport, verify

from .printed import NOW, a_report


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="module")
def signatory(keys):
    return make_demo_signatory(keys / "demo", now=NOW)


@pytest.fixture(scope="module")
def trust(keys, signatory):
    return (keys / "demo" / "root.pem").read_bytes()


@pytest.fixture(scope="module")
def signed(signatory):
    return signatory.sign(render(a_report()), reason="出具报告", at=NOW)


def test_a_signed_paper_is_intact_and_names_its_signer(signed, trust):
    assert verify(signed, trust, now=NOW) == SignatureReport(
        intact=True, trusted=True, signer="演示密钥 DEMO KEY", at=NOW
    )


def test_a_signature_of_a_stranger_is_intact_but_not_trusted(signed, tmp_path):
    make_demo_signatory(tmp_path / "other", now=NOW)

    report = verify(signed, (tmp_path / "other" / "root.pem").read_bytes(), now=NOW)

    assert (report.intact, report.trusted) == (True, False)


def test_a_certificate_out_of_date_is_not_trusted(signed, trust):
    assert not verify(signed, trust, now=NOW + timedelta(days=4000)).trusted


def test_any_changed_byte_that_the_signature_covers_is_found(signed, trust):
    start, end = (int(number) for number in re.search(rb"/ByteRange \[0 (\d+) (\d+) \d+", signed).groups())
    covered = [*range(0, start, start // 60), *range(end, len(signed), max(1, (len(signed) - end) // 20))]
    for place in covered:
        changed = bytearray(signed)
        changed[place] ^= 1

        assert not verify(bytes(changed), trust, now=NOW).intact, place


def test_what_is_added_after_signing_is_found(signed, trust):
    assert not verify(signed + b"\n% later\n", trust, now=NOW).intact


def test_an_unsigned_paper_proves_nothing(trust):
    assert verify(render(a_report()), trust, now=NOW) == SignatureReport(intact=False, trusted=False)


def test_the_demo_key_is_made_once(keys, signatory, trust):
    again = make_demo_signatory(keys / "demo", now=NOW + timedelta(days=30))

    assert again.certificates_pem == signatory.certificates_pem
    assert verify(again.sign(render(a_report()), reason="出具报告", at=NOW), trust, now=NOW).trusted
    assert (keys / "demo" / "signing-key.pem").stat().st_mode & 0o077 == 0


def test_the_key_is_read_from_its_file_only_once(keys, trust):
    folder = keys / "moved"
    before = make_demo_signatory(folder, now=NOW)
    root = (folder / "root.pem").read_bytes()
    (folder / "signing-key.pem").unlink()

    assert verify(before.sign(render(a_report()), reason="出具报告", at=NOW), root, now=NOW).intact


def test_a_missing_or_foreign_key_file_stops_the_start(keys, signatory, tmp_path):
    (tmp_path / "key.pem").write_text("not a key")
    for key in (tmp_path / "key.pem", tmp_path / "absent.pem"):
        with pytest.raises(Fatal, match=r"\.pem"):
            Signatory.load(key, keys / "demo" / "signing.pem")
