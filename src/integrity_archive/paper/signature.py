"""The electronic signature that takes the place of a seal: PAdES baseline B-B (ETSI EN 319 142-1) by pyHanko.

Signing and verifying are work for a processor, not for an event loop: call them from a worker's thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import CMSStructuralError
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from integrity_archive.errors import Fatal

DIGESTS: dict[str, Callable[[], hashes.HashAlgorithm]] = {"sha256": hashes.SHA256, "sha384": hashes.SHA384}
RESERVED = 2 * 8192  # hexadecimal digits in the file for the signature and its certificates: three of them fit


class CachedKey(signers.Signer):
    """pyHanko's signer with the private key kept as an object: its own reads the key anew for every signature."""

    def __init__(self, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, chain: list[Certificate]) -> None:
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        # The root stays out: nothing signs it here, and who verifies must have it from elsewhere.
        registry.register_multiple(link for link in chain if link.self_signed == "no")
        super().__init__(signing_cert=chain[0], cert_registry=registry)
        self.key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        digest = DIGESTS[digest_algorithm]()
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(data, padding.PKCS1v15(), digest)
        return self.key.sign(data, ec.ECDSA(digest))


class DatedSigner(signers.PdfSigner):
    """Signs as of a moment given to it, not as of the machine's clock."""

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at

    def init_signing_session(self, *args: Any, **kwargs: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.at
        return session


class Signatory:
    """Who signs: a private key and its certificates, read once per process."""

    def __init__(self, key_pem: bytes, certificates_pem: bytes, *, passphrase: bytes | None = None) -> None:
        key = load_pem_private_key(key_pem, passphrase)
        if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
            raise Fatal("签章私钥须为 RSA 或 ECDSA / the signing key must be RSA or ECDSA")
        self.certificates_pem = certificates_pem
        self.signer = CachedKey(key, certificates(certificates_pem))

    @classmethod
    def load(cls, key: Path, certificate: Path, *, passphrase: bytes | None = None) -> "Signatory":
        """From two PEM files; the certificate's file holds the signer's first, then those above it."""
        try:
            return cls(key.read_bytes(), certificate.read_bytes(), passphrase=passphrase)
        except (OSError, ValueError, TypeError) as wrong:
            raise Fatal(f"签章密钥或证书不可用 / signing key or certificate unusable: {key}, {certificate}") from wrong

    def sign(self, pdf: bytes, *, reason: str, at: datetime) -> bytes:
        """The same paper with a certifying signature: any later change of it is a breach (ISO 32000-1, 12.8.2.2)."""
        meta = signers.PdfSignatureMetadata(
            field_name="Signature1",
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=reason,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        signed = DatedSigner(meta, self.signer, at=at).sign_pdf(
            IncrementalPdfFileWriter(BytesIO(pdf)), bytes_reserved=RESERVED
        )
        return bytes(signed.getbuffer())


@dataclass(frozen=True)
class SignatureReport:
    """What a signature proves: `intact`, not a byte was changed since; `trusted`, its chain ends in a root of ours."""

    intact: bool
    trusted: bool
    signer: str | None = None
    at: datetime | None = None


def verify(pdf: bytes, trust: bytes, *, now: datetime) -> SignatureReport:
    """Check a paper's signature against PEM roots. A paper unsigned or damaged beyond reading is not intact."""
    context = ValidationContext(trust_roots=certificates(trust), allow_fetching=False, moment=now)
    try:
        signatures = PdfFileReader(BytesIO(pdf)).embedded_signatures
        if len(signatures) != 1:
            return SignatureReport(intact=False, trusted=False)
        status = validate_pdf_signature(signatures[0], context)
    except (PdfError, SignatureValidationError, CMSStructuralError, ValueError, TypeError, KeyError):
        return SignatureReport(intact=False, trusted=False)
    whole = (
        status.coverage is SignatureCoverageLevel.ENTIRE_FILE and status.modification_level is ModificationLevel.NONE
    )
    return SignatureReport(
        intact=status.intact and status.valid and whole,
        trusted=status.trusted,
        signer=str(status.signing_cert.subject.native["common_name"]),
        at=status.signer_reported_dt,
    )


def certificates(bundle: bytes) -> list[Certificate]:
    """The certificates of a PEM bundle, in its order."""
    return list(load_certs_from_pemder_data(bundle))
