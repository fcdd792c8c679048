"""What is no channel: doors and modules through which nothing of an entry in effect leaves, each with the reason."""

LAW = {"catalogue:current", "catalogue:show", "GET /catalogue", "GET /catalogue/{code}", "GET /editions"}

# Doors: names of pages, and endpoints of the interface.
SILENT = {
    **dict.fromkeys(("livez", "readyz", "static", "start", "sign_in:form", "verify:form"), "knows of no entry"),
    **dict.fromkeys(LAW, "the law, and nobody's record"),
    **dict.fromkeys(
        (
            "people:list", "people:correct_form", "people:representatives", "people:power", "people:consent_form",
            "rosters:list", "rosters:show", "rosters:errors", "own:power", "own:consent_form", "letters:address",
            "letters:heading", "GET /persons", "GET /persons/{person}/representatives", "GET /rosters",
            "GET /rosters/{roster}/errors", "GET /consents",
        ),
        "persons and what they signed, not what is recorded about them",
    ),
    **dict.fromkeys(
        (
            "entries:new", "entries:edit_form", "entries:queue", "legacy:list", "legacy:form", "quarantine:list",
            "quarantine:show", "quarantine:file", "GET /legacy", "GET /quarantine", "GET /quarantine/{quarantine}",
            "GET /quarantine/{quarantine}/file",
        ),
        "entries that are being written and were never in effect",
    ),
    **dict.fromkeys(("put_away:list", "put_away:form"), "numbers alone, for the legal hold"),
    **dict.fromkeys(
        (
            "inquiries:form", "inquiries:register", "GET /inquiries", "GET /own/inquiries", "letters:desk",
            "letters:batch", "own_letters:list", "inbox:list", "GET /letters", "GET /own/letters", "GET /deliveries",
            "GET /deliveries/{delivery}", "GET /remedies", "GET /tasks", "GET /deadlines", "deadlines:feed",
            "GET /entries/{entry}/recipients", "GET /own/entries/{entry}/recipients", "own:recipients",
        ),
        "that there was something, when, and under which number: what it says stands behind a door of its own",
    ),
    **dict.fromkeys(
        ("inbox:show", "inbox:pdf", "inbox:decision", "recipients:changed", "GET /duties"),
        "tells who received an entry that it changed, as the law demands (PIPL 46)",
    ),
    **dict.fromkeys(
        (
            "GET /objections/{objection}", "GET /own/objections/{objection}", "GET /appeals/{appeal}",
            "GET /own/appeals/{appeal}", "GET /repairs/{repair}", "GET /own/repairs/{repair}", "own:document",
            "remedies:document", "receipts:show", "receipts:pdf", "GET /receipts/{about}", "complaints:list",
            "complaints:show",
            "people:complain_form", "own:complain_form", "own:complaint", "GET /complaints",
            "GET /complaints/{complaint}", "GET /own/complaints", "GET /own/complaints/{complaint}",
        ),
        "what the person filed and how he was answered, his for good; what other bodies said goes with the entry",
    ),
    "GET /own/entries/{entry}/what-if": "days, computed; of the entry only that they are possible",
    **dict.fromkeys(("verify:show", "GET /verify/{code}"), "whether a paper is genuine; what it is worth is a row"),
    "board": "a masked name, and a number",
}  # fmt: skip

# Doors that are not looked at but acted through; a page sends on to one that is looked at.
ACTS = {
    **dict.fromkeys(
        (
            "appeals", "changes", "entries", "objections", "repairs", "/appeals", "/changes", "/entries", "/findings",
            "/objections", "/repairs",
        ),
        "answers an officer or the person with where the thing stands; repeated, it is read anew",
    ),
    **dict.fromkeys(
        ("own", "own_letters", "inbox", "letters", "/own", "/letters"),
        "sends on, or answers with what was filed or opened; a case file is a row",
    ),
    **dict.fromkeys(("inquiries", "/inquiries", "/reports"), "asked, repeated and printed: rows of their own"),
    **dict.fromkeys(
        ("people", "rosters", "sign_in", "/persons", "/rosters", "/consents", "complaints", "/complaints"),
        "persons, accounts and what they sign, not what is recorded about them",
    ),
    **dict.fromkeys(
        ("legacy", "quarantine", "put_away", "/legacy", "/quarantine"), "what was never in effect, or numbers alone"
    ),
    **dict.fromkeys(
        ("deadlines", "deliveries", "recipients", "/deliveries", "/duties"), "answers with numbers, days and states"
    ),
}  # fmt: skip

# Modules that read entries. Those of pages and interface are not listed: each of their doors is.
INSIDE = {
    "cli": "commands of the operator, who is told numbers and counts",
    "deadlines/reminding": "says that a day comes near",
    "demo/aftermath": "the demonstration, which acts as its people would",
    "demo/road": "the demonstration, which looks through the doors",
    "entries/actions": "acts on what is not in effect yet; answers with where the entry stands",
    "entries/affected": "counts",
    "entries/amending": "computes a change; shown by entries/former",
    "entries/certificate": "writes the certificate; shown by entries/queries",
    "entries/changes": "proposes and approves; shown by entries/former",
    "entries/effect": "the gate",
    "entries/expiry": "ends what is over",
    "entries/found": "what a decision found; read through entries/findings",
    "entries/lapsing": "ends what never took effect and may be kept no longer",
    "entries/legacy": "takes in what is in no answer",
    "entries/locked": "hands an entry to the verbs",
    "entries/minors": "ends what is about a minor's conduct",
    "entries/models": "the tables",
    "entries/offered": "names acts",
    "entries/publishing": "whether a law lets it be published",
    "entries/quarantine": "keeps what may not be read by one alone",
    "entries/redaction": "sees to it that others are unreadable",
    "entries/rescheduling": "days",
    "entries/service": "records service",
    "entries/settling": "changes entries as a remedy demands",
    "entries/standing": "gathers for the gate",
    "entries/statements": "how much of what he said travels; answered through entries/disclosure and exchange/payload",
    "entries/suspicions": "shows what waits, and is no entry",
    "exchange/actions": "whose delivery it is",
    "exchange/clocks": "days",
    "exchange/effects": "what the platform said of a message",
    "exchange/models": "the tables",
    "exchange/outbox": "sends what exchange/batches took",
    "inquiries/indicator": "the pure rule; what it counts is given by entries/adverse",
    "letters/actions": "the door of the package",
    "letters/board": "a masked name, and a number",
    "letters/clearing": "says that an entry changed, and nothing of what it said",
    "letters/drawing": "draws what letters/telling tells",
    "letters/erasing": "drops files of which the key is gone",
    "letters/models": "the tables",
    "letters/planner": "which letters are due",
    "letters/proofs": "how a letter was served",
    "letters/serving": "starts clocks",
    "letters/ways": "which ways a law allows",
    "recipients/actions": "edges and duties",
    "recipients/clocks": "days",
    "recipients/models": "the tables",
    "recipients/planner": "who must be told",
    "recipients/queries": "who received a number, and who knows that it changed",
    "remedies/alarm": "which objections wait too long",
    "remedies/appeals": "verbs; read through remedies/queries",
    "remedies/complaints": "whom a complaint concerns",
    "remedies/erasing": "drops files of which the key is gone",
    "remedies/mitigations": "verbs; read through remedies/queries",
    "remedies/models": "the tables",
    "remedies/objection_forms": "the pure forms of what is filed and answered",
    "remedies/objections": "verbs; read through remedies/queries",
    "remedies/offices": "which offices a person may complain of; of what is over, its number",
    "remedies/redaction": "sees to it that others are unreadable",
    "remedies/redress": "changes entries through entries/settling",
    "remedies/repairs": "verbs; read through remedies/queries",
    "remedies/resuming": "takes up what stood still",
    "remedies/statements": "takes in what the person says",
    "remedies/taking": "takes filings in",
    "reports/models": "the tables",
    "reports/receipts": "that something was filed, and when",
    "worker": "runs the jobs",
}
