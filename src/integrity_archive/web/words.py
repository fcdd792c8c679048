"""The words of every capability under one name for the templates, and the colours that only pages need.

Those of remedies and letters keep names of their own: their states and ways are called as an entry's are.
"""

from types import SimpleNamespace

from integrity_archive.accounts import words as accounts
from integrity_archive.catalogue import words as catalogue
from integrity_archive.entries import words as entries
from integrity_archive.exchange import words as exchange
from integrity_archive.inquiries import words as inquiries
from integrity_archive.people import words as people
from integrity_archive.recipients import words as recipients
from integrity_archive.reports import words as reports
from integrity_archive.rosters import words as rosters
from integrity_archive.tasks import words as tasks

STATE_COLOURS = {
    "draft": "",
    "filed": "tag-blue",
    "notified": "tag-amber",
    "effective": "tag-green",
    "withdrawn": "",
    "unverified": "tag-amber",
    "expired": "",
    "repaired": "tag-green",
    "revoked": "tag-red",
    "erased": "",
}
DELIVERY_COLOURS = {
    "ready": "",
    "sent": "tag-blue",
    "unknown": "tag-amber",
    "received": "tag-blue",
    "pending": "tag-blue",
    "accepted": "tag-green",
    "rejected": "tag-red",
    "held": "tag-red",
    "dropped": "",
}
VERIFICATION_COLOURS = {"valid": "note-green", "expired": "note-amber", "outdated": "note-amber"}
LETTER_COLOURS = {
    "created": "",
    "sent": "tag-blue",
    "delivered": "tag-green",
    "read": "tag-green",
    "returned": "tag-amber",
    "refused": "tag-amber",
    "failed": "tag-red",
}
CAPABILITIES = (accounts, catalogue, entries, exchange, inquiries, people, recipients, reports, rosters, tasks)
WORDS = SimpleNamespace(
    STATE_COLOURS=STATE_COLOURS,
    DELIVERY_COLOURS=DELIVERY_COLOURS,
    VERIFICATION_COLOURS=VERIFICATION_COLOURS,
    LETTER_COLOURS=LETTER_COLOURS,
    **{name: said for one in CAPABILITIES for name, said in vars(one).items() if name.isupper()},
)
