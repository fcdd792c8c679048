"""Everything that can be written in the journal: a closed list, `noun:verb`, with what each line means."""

from enum import StrEnum


class Kind(StrEnum):
    """The comment behind a kind is its meaning; `docs/journal.md` is made from it."""

    ORGANISATION_ADDED = "organisation:add"  # a university, association or committee became a tenant
    ACCOUNT_ADDED = "account:add"  # an account was made and given its roles
    ACCOUNT_SIGNED_IN = "account:sign_in"  # somebody proved the password
    ACCOUNT_REFUSED = "account:refuse"  # a password was wrong
    ACCOUNT_SIGNED_OUT = "account:sign_out"  # a session was ended by its owner
    ACCOUNT_ATTACHED = "account:attach"  # an account became the own account of a person
    KEY_ISSUED = "api_key:issue"  # an organisation's system may now use the interface
    ROSTER_IMPORTED = "roster:import"  # a roster file became persons and enrolments or memberships
    ROSTER_REFUSED = "roster:refuse"  # a roster file had faults and changed nothing
    PERSON_CORRECTED = "person:correct"  # a name or number was mended, with the reason
    PERSON_SEEN = "person:see"  # an officer opened a person's particulars
    ENTRY_DRAFTED = "entry:draft"  # a clerk began an entry
    ENTRY_EDITED = "entry:edit"  # a draft was changed
    ENTRY_EVIDENCE_ADDED = "entry:add_evidence"  # a document was attached
    ENTRY_FILED = "entry:file"  # the clerk handed the entry to the second officer
    ENTRY_REFERRED_BACK = "entry:refer_back"  # the second officer returned it, with the reason
    ENTRY_NOTIFIED = "entry:notify"  # the second officer approved the notice to the person
    ENTRY_SERVED = "entry:serve"  # the notice was served, and its proof recorded
    ENTRY_STATED = "entry:state"  # the person's statement was added
    ENTRY_TOOK_EFFECT = "entry:take_effect"  # the gate was passed; its certificate was stored
    ENTRY_WITHDRAWN = "entry:withdraw"  # taken back before it took effect
    ENTRY_SEEN = "entry:see"  # an officer opened the entry
    TASK_OPENED = "task:open"  # work was put on an organisation's desk
    TASK_DONE = "task:close"  # the work was done
    CONSENT_GIVEN = "consent:give"  # the person allowed one organisation to ask, for one purpose
    CONSENT_WITHDRAWN = "consent:withdraw"  # the person took that back
    INQUIRY_ANSWERED = "inquiry:answer"  # somebody asked and was answered
    INQUIRY_REFUSED = "inquiry:refuse"  # somebody asked and was refused
    REPORT_ISSUED = "report:issue"  # a signed paper was made of an answer
    OWN_FILE_SEEN = "own_file:see"  # the person looked at the own archive
    TARGET_REGISTERED = "target:register"  # a platform we push to was made known
    DELIVERY_PLANNED = "delivery:plan"  # a message to the platform was derived from the entry's state
    DELIVERY_ACCEPTED = "delivery:accept"  # the platform's final receipt: accepted
    DELIVERY_REJECTED = "delivery:reject"  # the platform's final receipt: rejected
    BATCH_REFUSED = "batch:refuse"  # the platform refused a whole batch
    PLATFORM_NOTICE_RECEIVED = "platform_notice:receive"  # the platform told us something of its own accord
