"""Due process: service, findings, changes, remedies, letters, recipients, adopted editions and calendars."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "exchange_head" DROP CONSTRAINT IF EXISTS "uid_exchange_he_target__4f3344";
        ALTER TABLE "entries_certificate" DROP CONSTRAINT IF EXISTS "entries_certificate_entry_id_key";
        DROP INDEX IF EXISTS "uid_entries_cer_entry_i_75d16f";
        ALTER TABLE "entries_certificate" DROP CONSTRAINT IF EXISTS "fk_entries__entries__cf325518";
        CREATE TABLE IF NOT EXISTS "tasks_feed" (
    "account_id" UUID NOT NULL PRIMARY KEY,
    "token_hash" BYTEA NOT NULL UNIQUE,
    "made_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "catalogue_edition" (
    "id" UUID NOT NULL PRIMARY KEY,
    "code" VARCHAR(40) NOT NULL UNIQUE,
    "sha256" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "in_force_from" DATE NOT NULL,
    "in_force_until" DATE,
    "adopted_at" TIMESTAMPTZ NOT NULL,
    "adopted_by" UUID
);
        CREATE TABLE IF NOT EXISTS "catalogue_notice" (
    "id" UUID NOT NULL PRIMARY KEY,
    "year" INT NOT NULL UNIQUE,
    "sha256" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ NOT NULL
);
        CREATE TABLE IF NOT EXISTS "remedies_document" (
    "id" UUID NOT NULL PRIMARY KEY,
    "about" UUID NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "media_type" VARCHAR(80) NOT NULL,
    "size" INT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "blob" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_remedies_do_about_ebe235" ON "remedies_document" ("about");
        CREATE TABLE IF NOT EXISTS "people_representation" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "scope" TEXT[] NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "blob" VARCHAR(64) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_people_repr_person__1d5e6e" ON "people_representation" ("person_id");
        CREATE TABLE IF NOT EXISTS "entries_change" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(12) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_entries_cha_entry_i_b71133" ON "entries_change" ("entry_id", "state");
        CREATE TABLE IF NOT EXISTS "entries_finding" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "evidence" UUID[] NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_entries_fin_entry_i_a16542" ON "entries_finding" ("entry_id");
        CREATE TABLE IF NOT EXISTS "entries_hold" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "placed_by" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ NOT NULL,
    "until" DATE,
    "released_at" TIMESTAMPTZ,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_entries_hol_entry_i_f79979" ON "entries_hold" ("entry_id");
        CREATE TABLE IF NOT EXISTS "entries_quarantine" (
    "id" UUID NOT NULL PRIMARY KEY,
    "act" VARCHAR(20) NOT NULL,
    "fields_concerned" TEXT[] NOT NULL,
    "sealed" BYTEA NOT NULL,
    "blob" VARCHAR(64),
    "state" VARCHAR(12) NOT NULL,
    "clerk_id" UUID NOT NULL,
    "reviewer_id" UUID,
    "at" TIMESTAMPTZ NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "entry_id" UUID REFERENCES "entries_entry" ("id") ON DELETE RESTRICT,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_entries_qua_organis_404a88" ON "entries_quarantine" ("organisation_id", "state");
        CREATE TABLE IF NOT EXISTS "entries_version" (
    "id" UUID NOT NULL PRIMARY KEY,
    "version" INT NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_entries_ver_entry_i_3cefa6" UNIQUE ("entry_id", "version")
);
        CREATE TABLE IF NOT EXISTS "recipients_duty" (
    "id" UUID NOT NULL PRIMARY KEY,
    "recipient_kind" VARCHAR(12) NOT NULL,
    "recipient" UUID NOT NULL,
    "cause" VARCHAR(12) NOT NULL,
    "event" BIGINT NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "due_on" DATE NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "sent_at" TIMESTAMPTZ,
    "acknowledged_at" TIMESTAMPTZ,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_recipients__event_1d422a" UNIQUE ("event", "recipient_kind", "recipient")
);
CREATE INDEX IF NOT EXISTS "idx_recipients__state_edd833" ON "recipients_duty" ("state", "due_on");
CREATE INDEX IF NOT EXISTS "idx_recipients__entry_i_6139e7" ON "recipients_duty" ("entry_id");
        CREATE TABLE IF NOT EXISTS "recipients_edge" (
    "id" UUID NOT NULL PRIMARY KEY,
    "recipient_kind" VARCHAR(12) NOT NULL,
    "recipient" UUID NOT NULL,
    "how" VARCHAR(12) NOT NULL,
    "about" UUID NOT NULL,
    "version" INT NOT NULL,
    "used" BOOL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_recipients__entry_i_4c2456" UNIQUE ("entry_id", "how", "about")
);
CREATE INDEX IF NOT EXISTS "idx_recipients__recipie_6b4b31" ON "recipients_edge" ("recipient", "recipient_kind");
        CREATE TABLE IF NOT EXISTS "remedies_appeal" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "filed_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL,
    "outcome" VARCHAR(12),
    "concluded_on" DATE,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_remedies_ap_entry_i_b92776" ON "remedies_appeal" ("entry_id", "state");
        CREATE TABLE IF NOT EXISTS "remedies_complaint" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(40) NOT NULL UNIQUE,
    "against" UUID,
    "channel" VARCHAR(12) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "answer" BYTEA,
    "lodged_at" TIMESTAMPTZ NOT NULL,
    "answered_at" TIMESTAMPTZ,
    "answered_by" UUID,
    "due_on" DATE NOT NULL,
    "desk_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "entry_id" UUID REFERENCES "entries_entry" ("id") ON DELETE RESTRICT,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_remedies_co_desk_id_8e2724" ON "remedies_complaint" ("desk_id", "state");
CREATE INDEX IF NOT EXISTS "idx_remedies_co_person__d99141" ON "remedies_complaint" ("person_id", "state");
        CREATE TABLE IF NOT EXISTS "remedies_mitigation" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "happened_on" DATE NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_remedies_mi_entry_i_651b08" ON "remedies_mitigation" ("entry_id");
        CREATE TABLE IF NOT EXISTS "remedies_objection" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(40) NOT NULL UNIQUE,
    "ground" VARCHAR(12) NOT NULL,
    "channel" VARCHAR(12) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "answer" BYTEA,
    "outcome" VARCHAR(12),
    "lodged_at" TIMESTAMPTZ NOT NULL,
    "forwarded_at" TIMESTAMPTZ,
    "heard_at" TIMESTAMPTZ,
    "answered_at" TIMESTAMPTZ,
    "answered_by" UUID,
    "source_due_on" DATE,
    "due_on" DATE NOT NULL,
    "limit_on" DATE NOT NULL,
    "alarmed_at" TIMESTAMPTZ,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_remedies_ob_entry_i_b4dc23" ON "remedies_objection" ("entry_id", "state");
CREATE INDEX IF NOT EXISTS "idx_remedies_ob_state_10f74a" ON "remedies_objection" ("state", "due_on");
        CREATE TABLE IF NOT EXISTS "remedies_repair" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(40) NOT NULL UNIQUE,
    "channel" VARCHAR(12) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "decision" BYTEA,
    "volunteer_hours" INT,
    "applied_at" TIMESTAMPTZ NOT NULL,
    "accepted_at" TIMESTAMPTZ,
    "decided_at" TIMESTAMPTZ,
    "accepted_by" UUID,
    "decided_by" UUID,
    "possible_on" DATE,
    "due_on" DATE NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_remedies_re_entry_i_f9802d" ON "remedies_repair" ("entry_id", "state");
CREATE INDEX IF NOT EXISTS "idx_remedies_re_state_3ce901" ON "remedies_repair" ("state", "due_on");
        CREATE TABLE IF NOT EXISTS "letters_address" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "electronic" BOOL NOT NULL,
    "confirmed_on" DATE NOT NULL,
    "blob" VARCHAR(64),
    "recorded_at" TIMESTAMPTZ NOT NULL,
    "withdrawn_at" TIMESTAMPTZ,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_letters_add_person__b72219" ON "letters_address" ("person_id");
        CREATE TABLE IF NOT EXISTS "letters_letter" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "number" VARCHAR(60) NOT NULL,
    "code" VARCHAR(16) NOT NULL UNIQUE,
    "about" UUID,
    "enclosed_in" UUID,
    "sealed" BYTEA NOT NULL,
    "blob" VARCHAR(64),
    "sha256" BYTEA,
    "state" VARCHAR(12) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "settled_at" TIMESTAMPTZ,
    "entry_id" UUID REFERENCES "entries_entry" ("id") ON DELETE RESTRICT,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID REFERENCES "people_person" ("id") ON DELETE RESTRICT,
    "recipient_id" UUID REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_letters_let_organis_62669a" ON "letters_letter" ("organisation_id", "state");
CREATE INDEX IF NOT EXISTS "idx_letters_let_person__cb6fb8" ON "letters_letter" ("person_id", "state");
CREATE INDEX IF NOT EXISTS "idx_letters_let_entry_i_de4b83" ON "letters_letter" ("entry_id");
CREATE INDEX IF NOT EXISTS "idx_letters_let_about_4356c6" ON "letters_letter" ("about", "kind");
CREATE INDEX IF NOT EXISTS "idx_letters_let_recipie_0bce3a" ON "letters_letter" ("recipient_id");
CREATE INDEX IF NOT EXISTS "idx_letters_let_enclose_9e7c7f" ON "letters_letter" ("enclosed_in");
        CREATE TABLE IF NOT EXISTS "letters_attempt" (
    "id" UUID NOT NULL PRIMARY KEY,
    "channel" VARCHAR(12) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "counts" BOOL NOT NULL,
    "sealed" BYTEA,
    "batch_id" UUID,
    "proof_blob" VARCHAR(64),
    "reason" VARCHAR(40),
    "made_at" TIMESTAMPTZ NOT NULL,
    "next_at" TIMESTAMPTZ,
    "tries" INT NOT NULL,
    "sent_at" TIMESTAMPTZ,
    "settled_at" TIMESTAMPTZ,
    "waits_until" DATE,
    "letter_id" UUID NOT NULL REFERENCES "letters_letter" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_letters_att_letter__adc5aa" ON "letters_attempt" ("letter_id");
CREATE INDEX IF NOT EXISTS "idx_letters_att_state_ea0d61" ON "letters_attempt" ("state", "next_at");
CREATE INDEX IF NOT EXISTS "idx_letters_att_state_37dc3b" ON "letters_attempt" ("state", "waits_until");
CREATE INDEX IF NOT EXISTS "idx_letters_att_batch_i_5b7255" ON "letters_attempt" ("batch_id");
        CREATE TABLE IF NOT EXISTS "letters_letterhead" (
    "id" UUID NOT NULL PRIMARY KEY,
    "heading" VARCHAR(100) NOT NULL,
    "word" VARCHAR(20) NOT NULL,
    "signatory" VARCHAR(60) NOT NULL,
    "contact" VARCHAR(200) NOT NULL,
    "email" VARCHAR(200) NOT NULL,
    "year" INT NOT NULL,
    "last_number" INT NOT NULL,
    "organisation_id" UUID NOT NULL UNIQUE REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT
);
        CREATE TABLE IF NOT EXISTS "reports_case_file" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(40) NOT NULL UNIQUE,
    "code" VARCHAR(16) NOT NULL UNIQUE,
    "version" INT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_reports_cas_entry_i_f29c7b" ON "reports_case_file" ("entry_id");
        ALTER TABLE "tasks_task" ADD "since" DATE;
        ALTER TABLE "tasks_task" ADD "rule" VARCHAR(60) NOT NULL DEFAULT '';
        ALTER TABLE "tasks_task" ALTER COLUMN "rule" DROP DEFAULT;
        ALTER TABLE "tasks_task" ADD "not_for" UUID;
        ALTER TABLE "tasks_task" ADD "provisional" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "tasks_task" ALTER COLUMN "provisional" DROP DEFAULT;
        ALTER TABLE "people_person" ADD "opened_at" TIMESTAMPTZ;
        ALTER TABLE "entries_entry" ADD "serious_basis" VARCHAR(1);
        ALTER TABLE "entries_entry" ADD "ended_because" VARCHAR(16);
        ALTER TABLE "entries_entry" ADD "steps_taken" TEXT[] NOT NULL DEFAULT '{}';
        ALTER TABLE "entries_entry" ALTER COLUMN "steps_taken" DROP DEFAULT;
        ALTER TABLE "entries_entry" ADD "erase_after" DATE;
        ALTER TABLE "entries_entry" ADD "suspended" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "entries_entry" ALTER COLUMN "suspended" DROP DEFAULT;
        ALTER TABLE "entries_entry" ADD "lifted_on" DATE;
        ALTER TABLE "entries_entry" ADD "served_recorded_at" TIMESTAMPTZ;
        ALTER TABLE "entries_entry" ADD "decision_route" VARCHAR(16) NOT NULL DEFAULT 'already_served';
        ALTER TABLE "entries_entry" ALTER COLUMN "decision_route" DROP DEFAULT;
        ALTER TABLE "entries_entry" ADD "remedy_concluded_on" DATE;
        ALTER TABLE "entries_entry" ADD "decision_method" VARCHAR(12);
        ALTER TABLE "entries_entry" ADD "served_sighted_by" UUID;
        ALTER TABLE "entries_entry" ADD "key_supervision" TEXT[] NOT NULL DEFAULT '{}';
        ALTER TABLE "entries_entry" ALTER COLUMN "key_supervision" DROP DEFAULT;
        ALTER TABLE "entries_entry" ADD "remedy_known_on" DATE;
        ALTER TABLE "entries_entry" ADD "remedy_concluded" VARCHAR(20);
        ALTER TABLE "entries_entry" ALTER COLUMN "served_on" DROP NOT NULL;
        ALTER TABLE "entries_entry" ALTER COLUMN "decided_on" DROP NOT NULL;
        ALTER TABLE "entries_evidence" ADD "redacts" UUID;
        ALTER TABLE "entries_evidence" ADD "names_others" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "entries_evidence" ALTER COLUMN "names_others" DROP DEFAULT;
        ALTER TABLE "entries_notice" ADD "sighted_by" UUID;
        ALTER TABLE "entries_notice" ADD "recorded_at" TIMESTAMPTZ;
        ALTER TABLE "entries_statement" ADD "received_on" DATE;
        ALTER TABLE "inquiries_consent" ADD "blob" VARCHAR(64);
        ALTER TABLE "inquiries_inquiry" ADD "no_adverse" VARCHAR(12);
        ALTER TABLE "entries_certificate" ADD CONSTRAINT "fk_entries__entries__cf325518" FOREIGN KEY ("entry_id") REFERENCES "entries_entry" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_entries_cer_entry_i_75d16f" ON "entries_certificate" ("entry_id");
        CREATE INDEX IF NOT EXISTS "idx_entries_ent_state_dd20c1" ON "entries_entry" ("state", "erase_after");
        CREATE INDEX IF NOT EXISTS "idx_entries_ent_state_77ca9a" ON "entries_entry" ("state", "display_until");
        CREATE SEQUENCE "remedies_number";
        CREATE UNIQUE INDEX "remedies_one_open_objection" ON "remedies_objection" ("entry_id") WHERE "state" IN ('lodged', 'forwarded');
        CREATE UNIQUE INDEX "remedies_one_open_repair" ON "remedies_repair" ("entry_id") WHERE "state" IN ('applied', 'accepted');
        CREATE UNIQUE INDEX "remedies_one_open_appeal" ON "remedies_appeal" ("entry_id", "kind") WHERE "state" = 'open';
        CREATE UNIQUE INDEX "entries_one_open_change" ON "entries_change" ("entry_id") WHERE "state" = 'proposed';
        GRANT USAGE ON SEQUENCE "remedies_number" TO "ia_app";
        GRANT SELECT, INSERT ON "catalogue_edition", "catalogue_notice", "people_representation", "entries_finding",
            "entries_change", "entries_version", "entries_quarantine", "entries_hold", "recipients_edge", "recipients_duty",
            "remedies_objection", "remedies_appeal", "remedies_repair", "remedies_mitigation", "remedies_complaint",
            "remedies_document", "letters_letterhead", "letters_address", "letters_letter", "letters_attempt", "tasks_feed"
            TO "ia_app";
        GRANT UPDATE ON "people_representation", "entries_change", "entries_quarantine", "entries_hold", "recipients_edge",
            "recipients_duty", "remedies_objection", "remedies_appeal", "remedies_repair", "remedies_complaint",
            "letters_letterhead", "letters_address", "letters_letter", "letters_attempt", "tasks_feed" TO "ia_app";
        GRANT DELETE ON "tasks_feed", "entries_finding" TO "ia_app";
        CREATE UNIQUE INDEX "exchange_one_open_head" ON "exchange_head" ("target_id", "entry_id") WHERE "last_op" IS DISTINCT FROM 'W';
        INSERT INTO "recipients_edge" ("id", "entry_id", "recipient_kind", "recipient", "how", "about", "version", "used", "at")
            SELECT gen_random_uuid(), e."id", 'organisation', i."organisation_id", 'inquiry', i."id", e."version", true, i."at"
            FROM "inquiries_inquiry" i CROSS JOIN unnest(i."entries") AS told JOIN "entries_entry" e ON e."id" = told;
        INSERT INTO "recipients_edge" ("id", "entry_id", "recipient_kind", "recipient", "how", "about", "version", "used", "at")
            SELECT gen_random_uuid(), e."id", 'organisation', r."organisation_id", 'report', r."id", e."version", true, r."issued_at"
            FROM "reports_report" r JOIN "inquiries_inquiry" i ON i."id" = r."inquiry_id" CROSS JOIN unnest(i."entries") AS told
            JOIN "entries_entry" e ON e."id" = told;
        INSERT INTO "recipients_edge" ("id", "entry_id", "recipient_kind", "recipient", "how", "about", "version", "used", "at")
            SELECT gen_random_uuid(), e."id", 'platform', h."target_id", 'push', d."id", e."version", false, d."state_since"
            FROM "exchange_delivery" d JOIN "exchange_head" h ON h."id" = d."head_id" JOIN "entries_entry" e ON e."id" = h."entry_id"
            WHERE d."state" = 'accepted' AND d."op" <> 'W';
        CREATE UNIQUE INDEX "letters_one_reminder" ON "letters_letter" ("about") WHERE "kind" = 'reminder';
        GRANT SELECT, INSERT ON "reports_case_file" TO "ia_app";
        CREATE SEQUENCE "reports_case_file_number";
        GRANT USAGE ON SEQUENCE "reports_case_file_number" TO "ia_app";
        CREATE UNIQUE INDEX "letters_one_number" ON "letters_letter" ("organisation_id", "number");
        CREATE UNIQUE INDEX "letters_one_try" ON "letters_attempt" ("letter_id", "channel") WHERE "state" IN ('created', 'sent');"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX IF EXISTS "idx_entries_ent_state_77ca9a";
        DROP INDEX IF EXISTS "idx_entries_ent_state_dd20c1";
        DROP INDEX IF EXISTS "idx_entries_cer_entry_i_75d16f";
        ALTER TABLE "entries_certificate" DROP CONSTRAINT IF EXISTS "fk_entries__entries__cf325518";
        ALTER TABLE "tasks_task" DROP COLUMN "since";
        ALTER TABLE "tasks_task" DROP COLUMN "rule";
        ALTER TABLE "tasks_task" DROP COLUMN "not_for";
        ALTER TABLE "tasks_task" DROP COLUMN "provisional";
        ALTER TABLE "people_person" DROP COLUMN "opened_at";
        ALTER TABLE "entries_entry" DROP COLUMN "serious_basis";
        ALTER TABLE "entries_entry" DROP COLUMN "ended_because";
        ALTER TABLE "entries_entry" DROP COLUMN "steps_taken";
        ALTER TABLE "entries_entry" DROP COLUMN "erase_after";
        ALTER TABLE "entries_entry" DROP COLUMN "suspended";
        ALTER TABLE "entries_entry" DROP COLUMN "lifted_on";
        ALTER TABLE "entries_entry" DROP COLUMN "served_recorded_at";
        ALTER TABLE "entries_entry" DROP COLUMN "decision_route";
        ALTER TABLE "entries_entry" DROP COLUMN "remedy_concluded_on";
        ALTER TABLE "entries_entry" DROP COLUMN "decision_method";
        ALTER TABLE "entries_entry" DROP COLUMN "served_sighted_by";
        ALTER TABLE "entries_entry" DROP COLUMN "key_supervision";
        ALTER TABLE "entries_entry" DROP COLUMN "remedy_known_on";
        ALTER TABLE "entries_entry" DROP COLUMN "remedy_concluded";
        ALTER TABLE "entries_entry" ALTER COLUMN "served_on" SET NOT NULL;
        ALTER TABLE "entries_entry" ALTER COLUMN "decided_on" SET NOT NULL;
        ALTER TABLE "entries_evidence" DROP COLUMN "redacts";
        ALTER TABLE "entries_evidence" DROP COLUMN "names_others";
        ALTER TABLE "entries_notice" DROP COLUMN "sighted_by";
        ALTER TABLE "entries_notice" DROP COLUMN "recorded_at";
        ALTER TABLE "entries_statement" DROP COLUMN "received_on";
        ALTER TABLE "inquiries_consent" DROP COLUMN "blob";
        ALTER TABLE "inquiries_inquiry" DROP COLUMN "no_adverse";
        DROP TABLE IF EXISTS "remedies_complaint";
        DROP TABLE IF EXISTS "letters_letterhead";
        DROP TABLE IF EXISTS "letters_letter";
        DROP TABLE IF EXISTS "remedies_document";
        DROP TABLE IF EXISTS "entries_quarantine";
        DROP TABLE IF EXISTS "tasks_feed";
        DROP TABLE IF EXISTS "reports_case_file";
        DROP TABLE IF EXISTS "remedies_objection";
        DROP TABLE IF EXISTS "remedies_mitigation";
        DROP TABLE IF EXISTS "entries_finding";
        DROP TABLE IF EXISTS "entries_version";
        DROP TABLE IF EXISTS "catalogue_edition";
        DROP TABLE IF EXISTS "remedies_appeal";
        DROP TABLE IF EXISTS "entries_change";
        DROP TABLE IF EXISTS "letters_address";
        DROP TABLE IF EXISTS "recipients_edge";
        DROP TABLE IF EXISTS "entries_hold";
        DROP TABLE IF EXISTS "letters_attempt";
        DROP TABLE IF EXISTS "catalogue_notice";
        DROP TABLE IF EXISTS "people_representation";
        DROP TABLE IF EXISTS "recipients_duty";
        DROP TABLE IF EXISTS "remedies_repair";
        ALTER TABLE "entries_certificate" ADD CONSTRAINT "fk_entries__entries__cf325518" FOREIGN KEY ("entry_id") REFERENCES "entries_entry" ("id") ON DELETE RESTRICT;
        CREATE UNIQUE INDEX IF NOT EXISTS "uid_entries_cer_entry_i_75d16f" ON "entries_certificate" ("entry_id");
        CREATE UNIQUE INDEX IF NOT EXISTS "uid_exchange_he_target__4f3344" ON "exchange_head" ("target_id", "entry_id");"""


MODELS_STATE = (
    "eJztfftz2sjy778y5V82qeKkYidxfMj93iqC5YSNAxzAye5dTuExGoyOhcRKwl7fc/d/v9"
    "0zej9A4ink+cUGaXokel7dn37994Ra46n2yN5cUod+Y88ndfLfE4POGHxI3KvBpfk8dAev"
    "OPRO561tRnXNuB89uC3vbMeiYwduTahuM7ikMntsaXNHMw0kaJAnC/pjKlHhAQTo3hBlNn"
    "eeoRdy6967JcyiNrMJ1XXiTKlDNJvgo4BsYajMIprzCW4wYplPxHbos10jJny3bGKxCdx3"
    "TGjyBl9JNcfwTtD7QZ6+MLQ/F2zkmPcMG8A7/PFvuKxBN38x2/s6fxhNNKarkYHQVOyAXx"
    "85z3N+7eamdXnFW+IvuxuNTX0xM4LW82dnahp+88VCU98gDd67Zwb8LoepocExFrruDqV3"
    "SbwxXHCsBfNfVQ0uqGxCFzoO8cn/miyMMY4swSeNFo6m22/G5mxOnTd45eP/dt8zRDMatT"
    "uDUV8ZjEYniemB7xMbM/fS2DRwammGg1z779+i34A7/OoJPqD5tdF79e78NeeHaTv3Fr/J"
    "eXfyNyeEsRekfAQClrsTIMn3z5pBred0zoeIYuy/e3bg0Wuw3rsQ8D5YTR4jPVbtl7mfrz"
    "ufseeZbf+p44Ufjd7nVrvR+/3V98ZvnOezZ/fWdaf9xWsfHojPvw+UBowEzvzJQ2gg8MId"
    "HT88UUsdJe6YZ2ZW2+St2dksfoUa9J7zEn80/kRvp1MemeGk7oHizvId8D/mwjKoPmJ+25"
    "V7YMdgBBq8IQPYQ8Y6oxYR0wm2HIsRc05hGnwiT7j1PFGbqCYQwD5jqP4+5G0o5Elzpnwv"
    "sqnuEHMCG48Nvc1mmjODF0pugft8+NAYGrfB91vyP6T/tfGPsw/nrzjFcHH29vSc/Nrsv7"
    "oz1efXr2vENglwy7FMviVj37BJe5dsgs0IvAt/Yo1/orAxMXjxR9x4p2xoBA+EN4YtSSdw"
    "S4PZYOfckv84AVqLH2g2+/ME7v5xMofdHUYvfInemQvHv5K5j+PdlA3lvmU46RuKSxDbTD"
    "Qxu8Jbibshb7aJ73AfgZeFf//459nZu3cfz96+O7/48P7jxw8Xby+gLX/f5K2Pyzaf1pdW"
    "e4AvZMICE8sPLyzf1OU5uqNzNGDxA/y4JJObU2opxmLGGd0ycA8ZswTDPdoYy+Ely3Nynn"
    "R6XxrtVr8xaHXao8blpXJZJ6Z1Tw3NptimTlV1aDSazc5Ne+A1oOOxuTCc6L1+60tbuRy1"
    "2sF9W7s3RpoRtOkpVzf9cA8gVS5sluikczOI9QIbUug1BoNG82vkTRyHjqdD45vy+6jV79"
    "/we3MNpfe6ZtsLeESv0x8ovVHre7fTG+B9C4aeWXVtNjctx7/vv6J723vDrtLrA4uanV5P"
    "aXJ6sXHWx6ZlsbHjt+grStu/aTMgVdqD3u+jy17jitPxLbiuWnTiePeUy1boFlO14M6P1q"
    "XSbioe60ULYDwcy5rKYN55La9a10GDiab7N+AXKfDSl6PPjeY3rwEX50coZ3jNYJa0rlpB"
    "F4bpaJNn725f6f0I7tnMevT77w8aoZeHxeD4twadzreRcnUFHPPuO/SBjdhkwlkmWv1sDb"
    "4Cd362vTZ4+gJ/nvxuGt+U9uimG+ljMfduB0Mqbnsj6vIFpkyEcRNYQrBzePf/ddPoNdqD"
    "Vjvo4M8FtajhaEaIh9dKox+0sBjIF3Ywtkp/0Ov8HhpdcawH95utfotPjgQbYa2ONRuWWp"
    "jVLRhxWAtfw4zV7qfOCEm0YNC9tj14gUaYB7ClOdRKtP/e6H0LGs2o5Q9//6bfVdqhOWYv"
    "7Dkz1IAD/Zvvkf4XM7/b61Z4autaMLNhr21/UUbdXqfbCfFvbpmw87LReEqNexZr7C9Bf6"
    "oukk2DdSha+cvQe90frUgfj5odGs0fnW+Rm+ZD6Ga30eqF786pZvnr8bdu+Cb7a65ZPulX"
    "5dq/MzV1n3dfO9eXWVNoFG6o9MItuLIejLTSDuYNXB40+t9GHRgzJHCo/VA3Ybzc65edtu"
    "JeHesm9tLstPvQ0+hL6wd2hKcldFa/1x5DN0Mr0WsQrMVW+183LXiTRrv/U+E80Iw/Fxqu"
    "KsN+YlbQoqc0QnctRtXwPXdwg9tigwW+wyr2d29gOyxib/Pu/GzzDc5lg/lkjHCLE5xoNg"
    "aN686XG9wkO10+J8YgM+nm/YLBijfnDra5htndCO//YxD5DZWGTgClC7Mc+CBOQ5hfnd6l"
    "+y4w34Eb4kiEeWZaaqK9u3pijfkSasKwivf/3rhU8NEw8PwHzCjOvM7nX2EyYyfXncsv/A"
    "y++w/jglNdN9X7SJOrTu9nQ7xY0GpiWqgwhtt9VaBVuM0UVKJwg2AggzbeUAatLkE6+NJT"
    "os1UEA9AbGJxJSxDXJ7Rv0bA7HtnCl/fnS2RzUDrFuLZ2euoONx275zxW1EpjTpJGe0Sji"
    "FHm7F0YVhQxCQz1SV5430oj5y2DbF30PqOp8T3bgTmuITDG++cRRAO7+qr89gw+J0Q3CsI"
    "fiX/BzabuCzttxv8nxMOSSwcc2SYTyM4gUM88S57l6LDOnZMq4iK4xNsoOW4OswRjGcBNc"
    "aZWubifpquyaTzMkRSZgUmv8oe2YMucmxBF5k70EV8AwprTEUmbJxOztsoXwNsKi9HAwrJ"
    "yygvfeQvLyt9AsnJmLjhwaO5zyWPQHIyBq+xQjPSbb5NDLMSbAzsAsUMfFE6aeOrFbDx1S"
    "KGELQeFeN9QCP5XoTvZbGtdhlHEU/SrKvevVou++o81Hq1l4lBuD2WUIK4CrPIlNrEMB34"
    "b6gwo4T5E21Gd9RmBNQt2/fo0Az+kXfwi40oChwroPFTrtSnOJXs+GEpBss/TsST8DYnHf"
    "k2yHVdS5ZZJFONYtIguaZBMhi6vFpmQFFBJXP7QFewIgrN8gjZ6sl+DIze23wvy3nTEysl"
    "7bjp+Ysox2kTrLg8Lo1zanH3F+4K82w7bCb8BoEMtnT3eLDr5GmqjacELd420dC9Bq4KJ5"
    "anqfCo0Rx+ePjeN3iRkTs2MeFfukfjfh++gUPj4fe9wx4+O9n1so8ZPtJJbv/a77Qz9EaP"
    "IA74a2OH/D+ia/Yx7oFL2IysiAjcHnt9eTvE+WaKtI0dfI5rmXSBFujFPOXwMU2dUSNDyw"
    "zTxZUdINwV6/0re1Z2Op3rCO8/t2IHS/vm+2el9+qUDwQ00pwSnjcN4VmTeuB495afOK5v"
    "jj2ioeYrz5y+OWPcF/JpahJ0/YE93XhDOpOJNkY/9Dumm+g/acIGH/FU+gRaikB/XW3DfS"
    "xRTcaVluQRs+NnSRf58oFm2aeKbt5rKaaG7DPcJ6jcEX7+PscRfv4+8wjHW9Gzg/8vwFuv"
    "/f60wpNdzdYoa0/fvs3BW2iVyVx+L2Ymo7b9ZMKWD0JuISNvgrCCWvhZLo6fLeH4WZLjFs"
    "g7KSJow7JoBt7rU8RYXD3hc6D8Nvjj33GIHN1C06fmak9qn3iP2wHClI+s4KZw0mgOWj8U"
    "9Et2uGMdOk995n656DF15yL+B/ZWmFBNX1hp8zcTQQqT7A9AerurDUKgR2en7z++v3h3/t"
    "4Hjfwry7AiDwcNiw7jBwYikAEyUJKpyz3R4rRb8Ek7HlPx0bmkhZWAUTEhPYVUugOk6Lt5"
    "vaquTIuByvaNPScOjxhfPbW1E+vvKFkcXA1e0aJPvg6ZNs/gg8p0JmAGDBXotZqwh2UjCy"
    "GVXwTRpJwVn13Kq289pmd5sPmIwVxzQ+6PU85JcD0qDbK5rqWdp4V41INeKssim9kY47Ip"
    "j/qimypxqRCKt9o10mNnx2ADE/7kYGrX76oaO+LfhbFOsTulQp3+xpUL6RS7ZV7r2oxCXw"
    "b7xcZQ8E9opeKmLYrWLeZhisKSZRr6Mw9CR00d03Y8sHmq0WwrfUrksmxiUm0Jcll+cG1v"
    "YM9O4LV0VO0rXE3nbwaYtrZj30GR4UO4Ux4bVvRIdU0tuGcAs65bl3XCaTGW0A1JFcGoZY"
    "CJeOilOioeXBchlDF2pQY0XIGgIJYRpZL++MtxjJD9e1MII2R5P07OroQvolOrMHKxU5+I"
    "CICUpi3EEaY8OkMc5cqjODjMoIbzhtwu7PH4FkV3FONhqOGXqMQ2xxrVydjCRCJkbKqMvP"
    "rymbw7Q9kmTWfYtDupLpRtN1qmLlQ+p9FNu/VD6fVbg9/rOIkfmWVrzvPQaPT7nWaLJ2uo"
    "g0LM57XDE680O9+/twYDBVMz8JgoB/NKdLpKrzHo9OrEnOPvErHlhVWS8zwaSVwGCCkk58"
    "fnTHHcxn3cBYvw12tfOT+g0zwaxWm2SnGa0ClAMoWNKgUFzuZuiKRy3kA7mb5z4FGh/cEn"
    "qBx/3+dh7/ts7r7nzC3gkpsQ+jc2nOUW+I8FnI/kJaH2w6YcGkAfR3iO5eIPMyxT5/leN2"
    "SS4nVUVU7N2OwO5LypNt+UVd/9nqrKK5HZcmNzNe+lqjzC5Cebm/QVL4VKFVkUZMnclE3/"
    "8nuqKq8QLtAFyWasanodVZVTOnO2sDld814qzqORxcYMfm1azoOdMOsYRUw3j+nm6453U9"
    "UZJZKxbn7gtURS16qySSSl3YKjH/RSVR7By27MoRvoo0L70ZoufmKbnzK6ZIMv4OZ3Hemu"
    "QqwtlkYDnWzTs2i47rd5jHaW33iltQ4zJImsygSTbRtuOPFtS2WzuekwY/z8j2/s+baGN+"
    "6Y24jew6/8xD3y0HePxyFTrFPjgJh8Dx/oc9KSt9tHpWZrCtm2teAp3AkynrTpD8y6nF1N"
    "RloC924JjI9Ygv/ZmHEKaRXNSx8+5MHnP3zIxufxXix2lMEvtZ2MYN1lOQPjlDJzYG0DF8"
    "NFkQDIgKBK+bO2FgEpM2AeZh7LygfSK1N6ZeZONl2QoQGFZKZ0cd2vi+vKNOnFORsqfF1R"
    "zgYLtlyOw17YahruEAppzYM82KHmOTyFMasZU/+hGeTOMp9sZn0SYX+YU5OH/bm1bR3zgR"
    "nL4grX72gD72DeWYailB1/FaWSUVhFRMtssIDXE1wrHihKKUXPUoueNoO1s8YYB2RygEs9"
    "wFK3kOJwqYS2JeJws9FvNi6Vg8ltV4xFBZLIjeUSG/dtHU28hnkqe5gi8ewvtl+blCD9mi"
    "Lb5v1tILmVbZcpbN3hBp33R2bQkfLy4aDYGVXZGoJTiEwKTqUTnAqEfuz0IOJBDmkHkRf9"
    "sPIgcryGKw+ijsHIXGNjhgfDk2k91Mktr2DII4Px1NBUfgurafCIYJBgLMMmr6ghCpTXCC"
    "VwiGPkJX42gsLRZLg4e3t2/voNaThkZorUt5Fja69PHxqYFAl6o7x8CD4Bi6i/IbfWQme3"
    "BLktHuowa4aPgxbqgpE76PnW1uDRt/y2SjGTErlj99T4RG4N0xlNTMt/ZS89PJYvGRozaI"
    "xFtFQzf+2RPxLZEP1EJ/A+I7gEBH8ElSZ5oK50tijR2Vz5sOue8qOl/OQZbDT2hCltrpRe"
    "T7kcfW40v+HlCbMspo5wSxwafaX3Q8H+Wk2lTmxmPTLYeR2QV4fGd6V9OeopbgX6OpmB7D"
    "qymLuKgbb15Su+R++HINawvgh2wamx7v0INvuBAv0M6gTL3o/4asEAqKHxr5tGr9EetNpA"
    "GsQwDA0Y2/YXjACfUuMevg8a35TRTRfmJn1go8Xce+drZTBQet47Cye9odH57L+uv9+Ero"
    "6u4X1Ct0Y6vE/4fr9z02tGWtjmwsLfg3ztK4KvNnxvdLtK47pOYMtnVMf73Uarh/fnVLO8"
    "76NLpdnq8/cRN2Agx5rthbt3rxstZI4fmIB0zU6737pUeF+4JjQVf9lAuYanOUzX45t1Lh"
    "eafBGuSwJcEzHEhyi/e0SClawJfQBOHl3OMpRzCh6gJ52u0ubJMGAPuezg/qm6keOFA7Pz"
    "xGVnh2XHtwR8pbVMExFCqX+VTv8KD7Ir56aOcProBhTLhrZaw4pDFd+bNHfTycs3n2BDth"
    "3PTp/CNdQA0zf0DOdct33lkmic55HgzrMluPNkhhLLfOSiKE0pl7G0lmCMUlYTXFFNMJI2"
    "SoASRcS9EIkU+KLcRMlnDYEjRCYrvZRZ2ihNpZcjkj2OttRLSXm8l1ovO7VbBHmH0owXka"
    "xESywYc2bOdTZikeZ5qpfzwhbEdhaqxmyCpcNDCSHfkFsRgnJL/of8d3iCzaBz2BGG8IAh"
    "yhr3Fp3N2PDk79Ty5NvtPTW8Mr4ujAUmJxqhNSIlvjKoCRKhk2aAEpkBZKTUYczz4ZWTYH"
    "62b0SMTPJ/Xf7r7JGlaHtLyit7BGU2eq2pUr87y6FSvzvLVKnxVr6A1vwAdGp0a6mYfdIf"
    "3Fz+3mp/qfND9xn4PTT6N/2u0r7E0hn2wp4zeKI6NL70Gpc3oEbAVThl1QW++9C4Vq4Gda"
    "KzScLtIM+gneYZtNPsQTtNDpoE5tYA5qRmtlNgQwiRBRkbIZIsTVQLx1SZBVkaIZLo21L4"
    "IKsYYnHgIHctxJLO1JWQQWSl5og9lcjMjpGZ5EaxDTbnzs5bzu1hJX8ju2O5MK8W4jxYOs"
    "c6SQO9QrdreVAvLdo+TxyJIHGeCfB7gYBZBIxCh1TDtGZU12ymEqHhfiK3qOPekgkMPNb/"
    "CZUIRR9ZF+yaUpuXFLXJeGFZ2HMSGNvv84fG0Gi4nXD/WvIEd2dcDwA1gT7z2qeUTOCJ0A"
    "L6qhHbdFt6zan9AK0XQGO5Tr62o+m6uGI7pqnmdtMNjiL3DSX8Vib4LdsLN53px+B5uy4I"
    "kQeDyIYgEsqsBDYPAqwVRTR3D2VWPNDL29eTM32Z50qIao9eK95QHK3TikQjpO5cGqUjj+"
    "58IKUjVLUmTemIFrVZrXTMou3z2NotcyJSE1Gd3DHMImy7+YdDpRbjVnHxHN8ormtjBnOM"
    "f0+3ue/mKdL2nnZsV074lyKqtL2/RP4Hu2YR1TdKJRXglQrwSzDBd3uN5qDV50b4OcoEmr"
    "3EDC8N7qVG2aXBvQzWYaniSoN7KTkqQQNpcD8aNkuD+4s1uLtbSBruFewuqzGvYE/LlyNr"
    "uoBXIncMuFvjNmq375oopcVFR3LrZxi4jaNS+K4CkLrTLGc6Mo1U0Gu3j9ogxaMEsCSAVT"
    "KBZmcAFvwvDl+FiaS1dU3WPzILnZ/WTp0Wpt9jaobLTvMG048By5V2wU3mpNvp3lw3eFqw"
    "y891EvmKmXdCXddJ8klFYZbzPDBLPBY7BLOclzYdTzllrTQ+H118vKymtEW84sDZsuPLpK"
    "ypm9fHK2QFJW/y7K6CUjitoBuov2kd8EiCgIpwPLLwA+fuTVkVdSuvIq8Cn5RNeRX1hqki"
    "ryw2h70RZgRnxab86kV6qyrPMLepxjbfstwMqVVkkZ8teFMuNb2OqsopkKRhydgbT6eG6K"
    "eqbBLZszdl0jXv5Wj1wVVrzrC3IEo1RTdVnUia8edC28L23eL95NnAj3EugVhgWhtPpR7v"
    "pUozKWmeylHLrWOwgQl/8iqP+Su5lVEf305V4y1a/WJCaZr1Lym3rrYCWkmaldbAvjljd6"
    "b6TKCVjZGmhLoBqzX+bcwsBzgnbmNYK/UvIZBJXg0X5+PTU/yrfhguPpx+vCCn5+9q8OfD"
    "62xbnvCPhc8Jm+GhX2hoDE/msAYwuR2W18GQ3zBjH9kn6GRsziM1dvBtPvFPc/OJR+LaTJ"
    "9gNC4l4onkTjfviobiShd8acEs5Tm0TzMaX2xJtjcsi2Zx3aOIMV3X7CM++1NtL8pvgz/+"
    "Hbc7Uh3W28QyU2y+2f7CUaoXXXVAsAIkAi0l7d8qDvpkL5qFeNql273Teee1L3MEQW5WxY"
    "oQ5KkYc55dMuY8UTMGS1xZKtYjK1QBKUYmTZlZbC1u/Y+RynI8pXYA4CE+a4xymE66eJR5"
    "hGXcj4z7KT9LZZSKjFI5GjaXvmCHG8aSiqb6ES5LUFQRJmKPgsCafMEUE01nb0jLsQkHdU"
    "T2P5gpNi/PrcF1ZlmmxSuC35nmAzSwWBgVtN30fbcP7Pk2PYpiB8+Q4RNlOw5qS8DHypfg"
    "xgT5SnvQFwny0WqMxbQx1VYfq2hzryeMyv/SaP6Ocfn3dPwcXyp5tPGLHMr4RaYufpGWOe"
    "GYiueuMTKt791Oj9cj0GZoPcXsCD3l6qaPlyw2WdgC4T7wSEjEaYeIEz9dRkVZHKVai9El"
    "05F3juyZT/bIZixFMG0ZTgb2FKaJMfk43dTgfeHfP85O3398f/Hu/P1FDd2t4JJ/5eMSxi"
    "czMXIOGeypKFNdEsnTLJ4+GOZT4anqE0m+ZvF1QrVUU/NyxgZUkrMpnC2O90ow/wig3rui"
    "wXx3MpbPY1BshcjAyC0yU5og9omXS1B3j6mHZEhqTvauDEmNHmTbYGp+V+1jZerdsYb5lg"
    "zLKHPk6rGwaqcGrYZqzoFDiqplhgnEmtSWGrjGsN/q5v2CjViofS4bl0vA7VBEFLLixafE"
    "44Xnu8P+4vWnDPbILDKeUgN+Vro5a7PupOWqbIJZbYnlamyqGQaSdKZ77beDyx80/iiKFr"
    "9/mwMtfv82Ey3GWzHj05SefThPMjc7sVdAIeMRamtXrforBUkawNV0nnvtK2FoWhGLEOG3"
    "N3XT2e01D031Jo5AlNmaMZqY1pgVDmdIEL5od3yfG4WDGpKULzmfvCuhrOE7HKWUmHKpMW"
    "VvsIrFV0SpZBr2FMDuQK6BvzNqtU1HG7OTNC0qdLuWU4MyguYrFagBaDN9dPUhTRNke03/"
    "BbQaTk9AykddZ2rqmor1fs0Jz5H8DC9UCylGnuNNUpvact9StSrbEqotUa1wKAsYib3m27"
    "EOH1az2rJtWGpSUpMqD793o0m5+/wasmuMVAqvpRNeyyJoNZmFmTzH1EmXtML3l4tabkrD"
    "0ThGsVLa+jl9xpqqSP8sUGVdN5+YirVWHfrACJtM2NiJpIJBOWkiMsrY5NdmH1O88P39Fh"
    "FouKtZZApHQVL+2unThsbQaPid82gPm1mPKNzhox5NTeUPsd2nwJuwpxq5e3aT4rh880JE"
    "zCdDQOumjqEgIAzaPExkqtmOaT3nTk7D30fmpimTJChz0xwoN02G3LiU71Jy3Jjv0pezMq"
    "JLPI9xURfEMI30klvuJce8DM+behlVLVV0LeZjFJ5U5YpybnJHiHThWtzKKVcHjVeK1A3X"
    "/QIFSRR2ubAJHQvJtEbmlgnzECONnznEaE5A8AQJE4OUVTbWVHGLGibKlBFZ+GlKuZcHiM"
    "viGUkRe+9Pzy8D17wYTikMl0gYrnysdLPT6ylNrKpVJ2PTshgfPYzK/dHq86sWe9Rs71qn"
    "2Rh4V80xFW2vW1cDXgpd1yYOjlGuAdt5lfMjC6c+8TafgivkpNvrdDs8gtrrAVT9Llz9gd"
    "dg/7bMx20FWu9gmKS6eRC1x5srBQ3TMTIpJWextbhaGSOV+mWp9UtXHCy4fKJU0q/j71Se"
    "Fl87UUqZULHMK0ciMxKZkchMbRkyIzifBsz4Y5IDl/EnQr7AHA/gQHtijZjcqkdmzNLwm3"
    "D4EvkR35Ce+WR7UApXlbgx8JmbAEWQjWBmRszOTp6EFs5oSQ547gLj6WAnEpU5/AuO5uhu"
    "tQ7YqqYmPPlZfLUXsxnoHe4XKsCMEXqLDE/+fkM6AjeyKIJEwpiKVlDYRak1NMR+JSyhbA"
    "bMZWqNOKZJXt2yv+aa9Xz7uk5uvbPKNLiRto0/FzoxRCY+w+QlS7AGNPero8YzmcHSLVrv"
    "o+bjSTXyRyKmOXTLV3UFGjZS4QFYLyRyT9XsuU6fXc/tGB1yY0QnmOlQglclAq9EIZp0CC"
    "Sd7QFF5UKm3uVJsPUuO8HWu2QisyDyMS9/QyRlRgVLE5UmcuELJhVgc4ysgqw+Pc+Dw8Wl"
    "/BAOd57E4R7xAE4RHHMipiH6EqfnO/neand6dcL/DY0vSlvpNa7rxP0wNPpKr9W56deJ+2"
    "EdlPSFJwY9US2QBorC2DftH8DxqxYi1AsDJxP8XHVoXPYaV4M64X0OjavWNTbAaG+4B/25"
    "FBioINorV1do0Pih1AP7Hlz9rdvqYUMuiAk4vNsQlyw2p961H51v4tKj+YBXUB2GN/jZrp"
    "MnzZnCWzyBnAlThSPpQhAsCZCOAz2yNXcSFEFPYqQSeSw1fgJLw06VOzKjNUIU+0vnd7qr"
    "g3DL8Rrm3X+E0XPdHTbSwR532bY7v4psskhTJ/h3aHS6Cuxq+Hdo3LR7Sr9zzS2GweeSbG"
    "zSQngYx0gPGRkt7PG4iPydpKyiCJ5HyjvNFvNOE3JeAAylH+DLTR+p+8+LiqhHTuA5N7LM"
    "xfoCc7KXPe7pVLcYVZ9HGJtR3BOkcd1TGpe/w/2e8P2I9DY0Bl97nZsvX0eo3jhT+H33U1"
    "iha+3yW9c/fbbPGHB7baerlG7KrI222qOu0uujR5VmjAR0i6UpUOPRGSo83U4fPuNeDWrH"
    "NWg2vU671QTVQwehwzINbQxtbj5f47X54k7XxmU5tXHOFdzLIkQveStzGbFBGcn0HqRlvM"
    "yanTtmtnY/LZ4yJJVYepjEAeUZU9E26ph6mkphmjqjRhaqHKONqxZAfIRS7TLNotO5jqyd"
    "z614dPgNllV6dcp5D400YUBPqUWAzHsWBRsKHgoppC/5aHDZAX2M9UVxdSGDXHI0YMm6sm"
    "daP2UWPvvNr7DAR41uV0ETiD2ewg42ovM5ozoIlb3Oj1a72WoELdCTXDPGGg1aYZyA8lNE"
    "CbAn/N7stPutS6XnBwrg2ICGarnRAv2bFgi09kJz1hFUz/LYGM+ybYxnCRsjPE5djJ2RqM"
    "hcbDGl0b7klWQ7bA7nI31IqzrVsCyaBddF6WIs1DV7Zyh1yOnjbqHpjmbYb/B5h3D1wOQr"
    "f/w7zlLPByk7FCmDp3HCEm9FpXE48JlWNEdogvBFbwO+35y5Fg8F2UvmIBIzw1nnQIrQvW"
    "QeRv0ZCzAxQfiSuTjRDBD3ijEwTPOSeYdAQUHWhUheMuei/sYF+JcgfMlctJmlmQt7dEdt"
    "LaXmyhLZMU5YPdnxNI/BI9veERccsTyTvZhjSrV055wl2k8KrdSAQrN4Yc+5gl0Qr43Q7R"
    "Gr9a8cLViLeRwKi54Rope86wow6I6N6cJe2wsh0UmJd+AT323W/TA0fvY67S+j/s3nX5Xm"
    "oE4iX0POuO6HsDOu94k7946ajUHjuvPlBu9Evw+NqCf35U33ugW3lTrxPyLYyB856rW+fI"
    "X3iHxdB37cvt9DOHqqiI4SJXvJ6w2YbD0UjCcO08h4Ylm7d3fMlLV7d5tvhbtMFWRshEiy"
    "NGEORVMeswoyNUYmPU+WJmkIorSj/C2epaHr93Scs3VlmobIas1R/FjW795j/W4uSG2Dy9"
    "UvNh2WOXNw1ttP98vccu69K3kbO3xk4fk9Fp7PzpET2iaCEhKbFv+O1f2oCNejmyrPd7Mx"
    "o/y0zFXkESx4laXGOhdikhLqpopsmsDLQSebzqUr0U1VuTQ1ccfajEVfXa/wKvLnzwW1qO"
    "Foxsab0r/8nqojjCTTMGCSsU051fc6quqkcrMSbMqnH0FygypySV042sar7nLhVElEjeeI"
    "0ubaFhacolZXWhLu+ptyqMF7qSqPMNOfLkg2FLy9jip6xM00R7vnTNiUU9/9nqo6qfzkMJ"
    "uyqhPOMlNFToksXJuyqcd7qSqPdOY4bGMeXfNeKro5jdEvAtPDbbyLQ0dX0E9V59KU0c11"
    "XuijSvxBKDN3Uu9Qol3T0ZYhUR2DDUz4k4Ojbb+riqxNZGCh1OceIJea/TyE1uVJgB5unq"
    "M0nZcf3CsPh/m960TkEiM8cxjRDJ7w+0437wiWOmafSDTpOG49I3xvN4U4r9A6PPkb+/RT"
    "hYvO0urT7fsVeNZ0jBDkuchFzTveyE1V/ItNPC4SbGbzfO2U3HYt05zcviGhV3awBN4tPt"
    "ge8QJ5Nu8UVgeZABH2Kmy5n4YGfw9z/uwSWUzFKta3mPFcs2X56ONNOl40TPUYquTlZumu"
    "w1MxAQkVPCrA4ihVBRl9kYfRF9mMvkjGAWv/N4XFmQlWveb7y666S95uOcGqzN95mPydKC"
    "AU2Sa89hXcIM7zFH84zy7+cJ4o/hCWclKm9rK4pDipDE0qlEeKC4pFxLoQiXRKjaX4LZxW"
    "UNamPII8grLCnqywVwrfwfJW2PMcmtJQppCzUw6QaRJqnavOnjOF5hwN8ZIVk4m5MFRR/4"
    "1fdxEVW6Aj9mI+Ny2HaM6bMNKDLbEwHQFaJuAVzu9fbPLAntMr7+3x2RK/OUr8Rmprh9HW"
    "sv1Zl2SOCBPtMWXEYTiPkzeRHEJKsFKClRKslGBfngTL/c3TxFfPET2H7Dr1mq4UXK/ZPd"
    "UJtq9zac+1SHITnoZC39ypBWKgZ/azp+aTQV5RaLewHBQyCV2omvM6IUxajGK954TQusfn"
    "SoFVCqxSYM0tsM51Oi5cpCJCJA/pdJYWl2kjhFK0LbVoWzilpUxlyY04OsNau2ssjhipLI"
    "FU5tUhFT+p+EnFr7ZM8XNdhNNUv8B7OIfyF3gt57BbLCyCKpWgIY4Z8uasE3iYZT5yB1VX"
    "ScPCKMScTKCxVSOiNBkBlWNO53iBN0/R9nb3mNXKndTpyqPTeSO9xmkfI5XCcKmP+82Kvc"
    "oar7LG65GszFSVZu3irrKq6xHtcWuWc5V1XJchZRh9VDTra4hG8jOes748avdqebeU7Fyi"
    "dPOZtxWlO3+2snJO09XJXkOLdAtq90rgwwvN3TnsUYZZvXXQYzMgI5QLLA3MiKYKywFo/B"
    "klWAlq/EQHR0p4XlYypVhxA4Nr0RNyRp+5IXlKHxm5Ywyu6rr5BA0cs45Bqk9Uc+yaZ44W"
    "XpAUfR8xfhZuIYxR42Gv1MUpEmDHfh8/NITmkbCAA4v4M5FqxmZ30IpQm/wKCssncivGkt"
    "c0ZpaBVDx8BSlnNWKwR9f7E51Bc1vR4xmaec40aVUvFQIzTlFKsmPH3OYVDB3bfsHp+JJK"
    "8nmJx2caceU9P9PLgkm/j+qHlZZMit11VKk4CFOZuxoN9Yn3twufoBziBr8UgUR/NlqDVv"
    "tLnbj0WADsWmn0scyXZ64fGpcodHZ+x4tA71jmM0tIUYcBPmXJKVlz5gi4KoMjKgkoY+je"
    "enaDKKU0G5R5lA8IyR7PqMqqhrKqYUXYu8R+ICua7bGi2d49JMu5227DViDrbe233tZO3U"
    "6DeiRpxppItZIctho70j6fqSbwBSU2fbYJvTMXThD89wkNI9DPI9Nt8qQ506ykFW9Ix3UR"
    "RQpeGc8mE8uciQQY9Bkup1tr9vkGQ+OJ2sRiYwY8VGWE4vHaUiRSfRik2ls7BR0UY2Qv2U"
    "VRAkgSWpBBVuk7vgyyqnKQlVdVLk3WDVWcyyHpPoZa53RJcvP+g4ypqeSOTWDeCKcfG2RF"
    "C84nB8OcLILmD5upgree5w/faMNCJ9X1uGNPMvJqnw9OEWP/CNaMx69/y/is0kq0oTkd5X"
    "tmhvQQhUySnpLXOLtswmrD/zGUUDhpdno9pTloYRiUu5doGAfVU360+vwq31S8a51mY+Bd"
    "NcdUtL1uXQm3AV2b+G4HB3cGkOrdYdS7JYk0svWTXMk0pIoiVZSjGFaporxgFYUXdU7TT7"
    "xqz0uUk6Bo8kj1Wq9UTvrmjN2Z6jOZLWwH1APimLrKC5WR8ZQa9wwTM1CErz8RFUuJPU2Z"
    "QaaMTEH6h98Max0OvXsMc0BYnD3C83mFMF4MjPfwiw1nu8GS+smen52uojy69gqfeyNP9P"
    "KvJNSWPwK/TBV6RMWmRiRMX0KlJjmq6wjjyV5KLZZ3rxuDq07ve53MdeqAwj8bGp3el0a7"
    "1XcF8LAVfWh4mQyEFawcAniw+AosmQiRlBbiDs50Ya/tiO4Tl3rmo5L5TTicP5oP6G/uqq"
    "h4zUe7XAXVbadxv/Sb7lflGi4s5lNgA7boNlo90QSrTwsqkIB7A3ER+GQ5ZfFd90+xuLZ6"
    "nwne+CRVgm7+eXb27t3Hs7fvzi8+vP/48cPFWx/DSd5aBuZ8bn1BPCcyAClV8I4ttAOklY"
    "Ln98nljVInQDc0+kp7gGVrDWdoNJrf2p2f18rlF1wNYVmsHAvCFcsSQ5NtIQ4oNjQOl21p"
    "FLMOz6jK1nBCD5FJEKbUIAyu3zUGOEQmQwzKPL7hvXidVHtJcjneZR5vCapKUFWCqrVloK"
    "qicu0gCaryG7W8oCrzWq8EVRuez4XF6HjKVGK7SGed3HL3Yh+l1Iw/F5r1XEMt08SqJsA2"
    "eAUgNS0CDHR4KhbqkDG1LE0gnQkcdfePW+7dMYWtifMFHpWClUZQmRiUJsFSCZYedBuUYK"
    "kES9PAUndPW2cBuKTlnvU3/a+Yd9ieDo1W+183rd7vde904OBnpzeou6cE5jUeDJRe3T0h"
    "yjHnxWlTYL77BHKux1gpPf+27fm3sFOdx0xTZ9TIcGKy033HgGZXDPWv7Nl3rNO5jmjXn1"
    "sxpL198/2zAvsBn7zQSHMyAHgZyyIxDYlppO/wEtOoMqbRmM8Z1U/SUA33Vm0FrjFjKoay"
    "0KD1SlxjMGVkplmWaQkvrblljpm6sJgXV0INAkKWralwxVSfI5Ej/x2e4LUhPGp4MqY2g+"
    "UvvmD09PDk7ySwsYfn5Q+/rsmctiXELCofY9FvfgV5adTodpXGdZ3Y4ylIhO6qHRrdXudH"
    "q91sNYIWWCpJM8YaDVqhu4vyU3i7sCf83uy0+61LpecHZOBgwTKyXJSjf9NCW/8imTQhj7"
    "a3/fy6R+dpYc6ZUXAlnXS6CsJNQIl+S+3m9c2l8FsyxvpCLYtrhQyNOUxozETTC6c9CNO8"
    "aLeWUtVlOiJWHp3qCOIgSDNrHxUh8hLntj6Je6vCXt3mnngi6gGu/Oum0f+KV/5cUHuKV5"
    "D3l73GTzhiMI2RCooOnDP4lMbl99aAu7UapgPMnmlOaTxb/cOv4M4Xp3vJGV8knCLhFAmn"
    "1JbBKU3QgHX3zZOISnC3lg9UGUcIVuIqw8X52T8/DBcXd+N/uvnnpuaT78bBc3U4FsMJUe"
    "M1hEQbL7XHL3h34Uw/ubV7sO6QHpRUhoc9iJR0vL6IncRZ9vz8IZw7t/Qe+GMHril0zFPm"
    "EY91mJRkUiNtN+5PJC1x24rq0Jh/hMI9U2efyC0+5RZeyX5ilh0GgobGf33Ip0ZuRQsXIP"
    "Ivp1dbyo0Q4cNDABEGAwb+ARI1Kh1qBHLgnTBkJ4XEdLYHFNsBEQ5aOi4qtL3Pg9a8z0Zr"
    "3ifQGndtF5nWIRKZ5DwmAsN+arCUrBg5I/cC8lIDnehywvFL03I4tNnoos8Jz6gK3xJuWu"
    "XQT44OmNRNP0qrwOBcd0Skl6AeGo12/6fCwyPFeVoWdVGCk4cBJ8UsKMb3gGZNvh/Pbr8r"
    "tovluAaoGSGUkGapIU1vh10nmitKKiO5jmKc71LApCWSc5RMSs8yEnwrqDFiGgVB4xCJxI"
    "zLA8JXcl3L0l9bZKYs/bVT9gosuCBjI0SSpctNcAHavqkNruv3dJx8XWmEi8yrHEW+ZKE6"
    "WaiudNwtWKjOs8/JuZuLuyE5XlYBrH4VwEtzvMgsAujfrOVzfVDD7VdnyiDooso9BjDbhC"
    "Eq7FHCu3v+FM9fYd79R9QYqBHh215z0zPWyExztHu+MDGXhe+AkZItY+eP5P4NkUAUfOII"
    "OSsCUOwpPftwPjz5G30NeLJinVGLcNzb80XAyzZQcJcEapMnTMshXCD4C+b0TZBeB+XxOi"
    "hryPo+XQ+2pPxnRv1kqP5HEOlTGu8N3Mip4FEBFkepKsjoizyMvshm9EUyqEn7vykszky6"
    "4DWXGRfSUvFKw/9BLNB3unlXZJvw2ldwgzh/n2ODOH+fuUHgLZneoqKG3gR2eSBd77uvs5"
    "ykaXuh27V8+t4sSrFS47uGOYfJ09CFDxGBGle9YI7ZDoFrhP3lMMMW+pYB30CnMlwda0JM"
    "Ayu6oGd2LNI/M4XA7h8nC7gfpTJW+cQB17DVjbpKD71mG+2mUic6vNQotBaGhvLbQGljpc"
    "ZRT/nXDWxs9WBBjNxlgon/r69Gym/d60bbzRdgM30yCi2W+LLLc1zuIEmAlAEPIgNOERgz"
    "CodoxshetLONlPQqI+mVxOnniIZVRt6WwV56IIWk49lXTtL0keBuTnXEjBDkymgmHCKITZ"
    "9tkfzci2tFW8uTZRr36eI/WnKeNHvKbFAFPqVGlnJjj7mwQNbKym+2t6ejVWowtRham8zx"
    "g10XJiZ+/xe7RuCDjUqQyq/r9AlUH5CGVaJroOORV8PFh8nF6XDxfsLwLzulw8XHOwqfP7"
    "5/ez5cnH8853cv7sjZh9drJ1fD2NlEdU2pOJVHcZKxszu1vtxb5mJ9zTSgLrVuetVoDvrY"
    "19ixh0brUmkPWgPMQK7CdqA5z6hz9n60UGm1mfWooa4Kqmyrc8kT72umOjQ6g68YH2rynW"
    "WNodtBrhoZqCsDdbc1MFsK1IWh+Nno8TyCMBYor6WH76bnhyrJ0ElcRwb1vhy2v8wUdt1G"
    "b3D9Ox4jlqODAHDZ6n9v9XmRZlWzZ5otyjS3f4AYcNXCywvjEUQBYJHKWze+9BS3NQX2li"
    "UjgQzRfgE4n3+0rjHOcVoZpF3mkZ4yhLyKj3KYTo5wmUdYplt4YeMs0y1s0TNb4Mmj4lkX"
    "EoQvOWOvTFqxJuO4raIg68I0L5p5VKfWbL2DL0Ipz70yn3vSJ0H6JEifhNoyn4QeD/A8SX"
    "NIcG/V8nkjWEHrPEXjoUtdGwv3Y3ROFuSfyC3MQFuDzuGUEoGppq4GcauThU311LLwG3WY"
    "DGMN3AoeYWswHMYsv6jaeEotzXnm3//m+bjHGrqRbuQxXZNuAWXa9WrSLeBQbgHStixty9"
    "uzLfNzobhxudHtXnPTi0s/NBrNptLlpYPoeMzmDl770mu0+aV7ixr8Sk+5uuGWHH60SGPz"
    "sYhw+7R6evJCMc6HqaTBeU3WB8LcFJ1AkyOQGZKeQrlWdHrJxmDbwenudrkOsBKhlFbgUi"
    "Mr3hG4zjhHSSWCVuZxxkNnPVt/lFKOcplH2V+SBe2DUTJpH0yKeWphpkapJE9j6YUDMK+I"
    "3StGJu2tRZgn7a3SmCSNSdKYdLLSmNRQVRhuMRni1iTvXm2pOQl+isMsG4UXv3WOmrL/fP"
    "v2dLi4mNyx4eLDx3dv8e97+Pvx4pxhrVf6HsM4z8/rbn1V6sWiCvdpnhrV0hwYHeKY5I7x"
    "UCymxsNRcUILExCbUU0XH+cwB9NjXkv0XnnsUG5ieWlqKpGpSUK0h8EJYU8dO5ZpaOMU3p"
    "umzqiRceJHCOMDAJS74r9/Zc8D0OlcRwbgc2sQs0DcfP+s9F6d8sGARpo4rJLQITx0onHf"
    "qmLyaZzuRUupe01SWTJFaNc5Ki02NteMfImRSnS71HiYb6ddY6TjtBL5LPNIy2pgu4XrZD"
    "UwWQ2sLLiJrAZWsmpgh0KpHIfN5s5JKkrl3qvlQ6lCrVeiVB2DEcx15pgCxSGUiH4iaA6v"
    "fcPr5Ag3RmIwpto8V9mdZS7upw55dfsd1E/79nW4fo7o6hcba+gkkag9Ppu7UhvsLwe4c8"
    "txLQOeNqPARf4SGrOxts8reg9z6PUncvtENcceLQxH029FojaVPhM6gS6BWhtP+TXskTxR"
    "nioOO1HhQbdjE8hs7tXNme6iaNC9aejQ1EC/SbtOAqXcy7Hk/rQg/ZuXDE5sEnABVHyYD3"
    "mxM8GCmO+2y4XY1dDvFXfuqDOe4kqRyFuJkLcX6oWsfG+04KvAkY2B8tsABhsDGoxWG1Ns"
    "9zEntmaMxDoZGt0OZtLmALRxrVzBZ51N4HP35vN1qwl3Fne6wMJK4O96bL7LY4vxLguOab"
    "OnNLhXskuPKebaA8wvZ8DIXCrXrR8iIxYcynC0WcJvucGdlin/PLjptYUTs7OwjHS/5iuY"
    "KDzXFsyUsmSgEQdCQcg2INojXOttoEeL1h7EMnE8SMjOihB5wkIBeSBMIx2KYgiFZZqTUV"
    "HUPEolsfM82DlNxSmyeRxQVI+/O6hkSFW2BlodIpM2iVIj1Z4yWXCAQ2TSElHm8eXISHJ0"
    "M+OR/Pb7q5H5dld749YLZBrrLJUQmVwqZV4qNnMcfS0zfJRSjnKZRzmMk6YOc4b9PUr2kl"
    "39BShdUFmMEEnr63Lrqwv7J9hb3Dh47fd0nHxdaRaMzKtyGQRd3qfZA4NhyWEODGZDPmtg"
    "igmOktumaTggidx+4vao7uUVmrcoEW0IYg4h05sN75tt8tvmA7hdT6D+t8S0yK3Fxtpcw4"
    "7IK2qQsNn3NblnDpr5sFjTnblwuImOmxc1hz8NL5JXPJKhRvxCVjWiLpxnMlycvT07f/2G"
    "NNxfAE9mxlg3bTi6NXg8NXgpFHJvojHRgE5twoxHpptzxi159pRa3M6IhkGH1YlrqYUnW4"
    "yg0stzROEPNNEqiW/mPsHObfOL+weE0jcFXhmhi25lXPzIfz/e5uVV+SWfnV5j//dKu2CZ"
    "7IKVL6YL93g1IlhjvBjRpdJs9XkpXC8DCVqDuo1Wb+Q1FbnWRh5F5/OvShOr545E8ZV6sM"
    "JHIqew34PXwO3Bu9vsfO9eN0Cz8xvgjNFxaIM2XxttXv8FTa28AEzzWmn0RP1fkFepJQr/"
    "9pTvrfaleMgMebVWCaXtl/A9fBaxUkGi53kYfJ7N4PNkHjFTzbD2ZtkB1S0aeEuUou30PI"
    "+dNa7rheys53HW+udX3qPHJ5D2p3hUcXDOF+BnjExytQTG6bLtr4ewTsvoo51ZUEGnOftw"
    "XnBO+zTS4WLNKS2dxirvNCZ+8BrmhCilNKCX2p4grUYvYZQPmKXneEa1gCT9wIpyM6CQ1q"
    "N4uVMZbVrZaNNKrn7fKFGQqXE6ydelZmQZabrjSNPkLrENNueOmC7nHN56wHRgwtz/HD5S"
    "Fsc3yhxc3nuexCNlbY40iTFBdxtMBU2SfmNVTj8ZyPeFvXhCBiTXHyMFznQpr771mO6v/g"
    "xuh8L1K8Ltv/fg6TRlNOpGknK7VsDjySdY6fX01XwiMV8hnuCS2XXurIM9Addq3DPnybRU"
    "Yk74DWDoYgYrmggbuE1eDRfnHy4+Dhcf3k0+vq6Rp6lJbFiqdi1IAmADZS2OMR7iHYaGl1"
    "4Aw6qJm9wUszGIBAfCKcp1T/CfZz4ZRIWX0TUjt1eS9BQqj6eQO5GK2MNCJBV08Th9m8fH"
    "A1plg/dvE14euEKLsNhrX0H+bt9HCXcz6php8mY2hyNEFWTzLjyVDAfPzQJMDpFUkMVnuX"
    "aKsyU7xVlyp+A5TYrw2CfYo/V2V0fcHvj7zGiKO2NmAKPXXMYvxuMXdWo7oyz30Ex+xqgk"
    "W+NsLa/15aC+oltEtIvE7+RFvzsGG5jwZ1/YdxnGYlc5FjcDD5rwVsxIz5vo3asthQ0048"
    "+FhnHr/Bd67VeXi/erYui6+WTzkJ2I+g6KNLUfajymB2/OFxZMVyYuUIJeGTwsiLqqO2rY"
    "C5txDf7D5OJ0uHg/YfD3/OM5/3xxR04vXqeUmT/Qi2DsFcZz3QNDDehYFIkmUyoyGKLAzV"
    "T3Is2O5fJzG3oBYwWqgtSS69QNbZKQQ3kgB3e+pQu5q90VQ+RlVipOrm56g69Kb9Qf3Fz+"
    "XieRr7wo9+VNY8BDloLPQ6Pxs9G7rBP+b2j0m187141e/2urWyehL9Cu2+01Wn3Miuh/jG"
    "8Fhwm7mNCZpqemCWlYFs3wAQ4TxUZV1+wjxs5T/dWU3wZ//Dte9JnqsLgnljlLMi47kUCU"
    "6kUXFRGsKJyKIUb2olmIp/wIU6MW0OgiNPvT53aJ8mxZpcPMtKNHkFBSVYdsZCdOV+bTrj"
    "xg8LFFQnBxuaAAd/Kl9UMBwYHTDg10WL7sNX7CFb+wy1qywNajFvgLruHMHqaTEQul9mWX"
    "0XS7i6YrLxhY3gV0LK7Y1WHpEp9hWfhHFv4pF5u3UfgnhB56WHFyBAq5CLZ4PxXyc92th6"
    "DHrjSQP8TKXCC/Fmq/EuQfTBkBvlvPxGL3mu0wq84hdMt84ug5e8R70MIWmcJEGiD0lrO8"
    "8OJPouwPtiSaYTMLhnoJsn52lgLxH+Y1IsnVNJu08ZHCh5AXPxLGAmo/QE/4FtDEMO9M9f"
    "kX9Fe02BtyC48zRJ41pPiPubAMqsNtm8HLGmOvkzVwf6+CUXxbxOsS/C8P+M9nQMpuqd1n"
    "Ikw+yXbQpcPmPBLY0j/Pzt69+3j29t35xYf3Hz9+uHjrg0zJW8vQps+tLwg4RTSKJAJVXA"
    "GXqvcRqN7SkFZpQxrMFOTPmqMbUJd6cEXqRMy24n0aGu3OqHEz+Fon7gcYJPg7Un7rtkTL"
    "0Df3XggCjX7HIm+9bqevjL63+t8bgyZ0G78yNG76Sh96/Nq46fP0MtHv60yH7SPbGCpW1K"
    "waoqm8VRWFj4RV1TBhQ0Ubytq7ZLSHEqOWJ78r/TqBP7iAcO1gNcT+zdVVq9niSZLC32DK"
    "t5tKb9BowYrxP5bDaEDHvNhdQVwuSiWBuaT3vl08RUKUSiZIkPD8HtkrM6XIjB5lwDJrW8"
    "no4Z5P2+BzI+iqoiyOHuYyX8oB7UwhJ/hNWRvyv68mb6Pi0m7rx4RxAqyLnm2B8oJTctih"
    "en5X1RigvwuHj1CbXWn8J6bEj3g3a0ttS2I87NEYmsOD3fY5bEvUIdQL3niithtJwY05zh"
    "R+vluRhsI1TBvzhtxiNYBbYs6ZIerIQFNt8kzm8Os+kVuRWJmbW8xJOAije3mVZlTa6/PR"
    "moR2LGQQ0jJ9IixGDnlgc6fu5pvgZXCAWtTlsfm9Gg9PeZqa3Hp1b/KCPRhnojm5LUdunR"
    "tpGiqPaejwtUZKVA5j+8WXZaWRnSH1mc7dmTbNbLdu6TPPZ9kh6giUjanL7L47KiTAS63f"
    "pWRSyT77QiQSwpIF71+WCf6AmdyPaFjXhyj3nke0pFzdRiLRLQEPRVVqF1NIU6gDuCGHOh"
    "3AHPkK12q2vQBdU5D5uipIb1iLEclBBHudpbuuKDp7+8Ceb9PL2e7nsTLJYtk2sZrUbKVm"
    "WznNdq/RfWU7eytZLK9sTD6AkiuO6DX0sgih1MxKrZnJdCAbpwORZbWks9ixsFfGcm+dpW"
    "5kZEGeRqlkAlLpgFcSBzyZi2BnPmKyLFFOxm5QliiJ0SZ26uQYFM1LnD8PQSl355X8jx5O"
    "u89G/Jk64+lJGvQt7tSWIt/sr/GUGvdsdOc3Xol8X4rC5xrjPlcYoQ8j5Lj4MX695Z2B2n"
    "Rb42XTiYchE670iBy8OnUmpjXjTlVe8oAk3L3jZ6Vg3H8Acyz4elLzIdJ/J1y7/CxuBibQ"
    "kwkAJBZeqrNi12j4sWVALM5q2KsbGAluMao+D40+j27E/QWjGr+1OxgFvDAeDPPJGBo9pa"
    "m0fmBQr8XGDPYrFa9d3fTFJZ4MZWhcdtpKnaiwacV3uTyDeJFjDC8yh/AiEemraukawZIq"
    "MAFJmUeuNIsku7RjpstemETWLYk77ElPp4rj6bxyj7urrjHQKeRbGPByhqFUYrw94bngOI"
    "fI5IIu9QDrjILos8xCtmQ1x2jlUi7zSHMplxaqKhgiKXHKkzXFyS2L6wKSKGgmiRBJ01O8"
    "EIWhFWVoiESyc7nZKcDQNkXsB35Px8nXlYBxZJnmsITgLNwGY2/cfirK1tBi3SD7surjz0"
    "mWF0q/7ALZMv9yTrOGz680y0aYmXmMG2q4fS7P/hmzbXgzNDp4seihHMIYeM4952/J/3AL"
    "A29AzLv/sLGDNFiVGh9Chou3b+nH96Hig15fXu3BhHf//h6dav2YMsoXDTwwxfAhzETS2l"
    "EiawcOVILnmRCj21pGBKcVRp4X0V9E6wpC4ad5PPyzHfyTOWZpqlPMMs3Qo6ieYijLkR3A"
    "GNdV2pet9pc6mTNDhbEaGo1mU+nyPLx0PGZzR5jsflWaA0GJpyle+6pcw/cpsHBoXPY63S"
    "7eVi1zPmdqCcx4fPhGtuYObRF8LUYqkdRS42tz+qybVB1NqT0tspXG6cq8zNfcUXcQNMUF"
    "7BSFb1nQlE8jg6ZqawZNMcsyrRRF+9d+p53hk+BTxPcvDTSg/0d2mYI8pEjcLTTd0Qz7DT"
    "7vEOoDcigyIt709gckNPObKcOBHXyOB2Zyz7piGl2YRqbGjfITNeuC7AyRSMRZAvh7BPA9"
    "GGhTlPmr289x8nQlyhxaoBK63x90nzimtsFV31/+KA+nlVwNH83lSt/D94g0nN/bPPJg/N"
    "6GtRrf/8nrCXrYOsF5odqEZ6YVtrg6R8vRncxHB3z8/Q25NsdYfvDu2U8PO9epYYt6hA7W"
    "P7SZ4+jMzxUbQfj3+XDMf9vwnsRjHxwyg1OAB044brZbzIY71k1b9ErJz08iEa5DH6AXNp"
    "mgXYEa7InQicMNCdRxAylMHmfhFmV0eP1FXsBR1Szn+bYeMk+IMcKEupiKl/o2DkwBvDDg"
    "UDL1RywYKRLy4k/CHL70HqYzln80xFNNnvuITEAN0zcK35CZeUtnxZAxGxFQ410eUONdNq"
    "jxLgFqcO/YYraiMIl0R49bizh3iuJxEaLqWTe2j8VxhhUzzIVIqsfhLRvnvNDIUXaW0SXg"
    "chpx9Vi+/UnNBaQUfNk0dUaNdGb7NHF8GYh2tRX7V/aML3c61xE083MrVn+4ffP9s+JNdG"
    "ikCU0muUnL5LlbRt2kJ7J0nS0NpFHUdVames7J2I1SPR/We/ZYWL5b99muK5q1TUcbs5M0"
    "cC3WpJYPZvNlPiMgW4m4NRDnchYcbAIiF82xtHvNwIFEXCqSp+NVzIn13ZsPNaKzR6aTd6"
    "+TmNr2u18PWJJ4ksSTSrPv7FqHEUdEcTbH6SrI7O2Dd2J/K8LmgKKCDD7Lw+CzbAafJRgs"
    "nZR366RcPMpfBvgfgVuqRAMkGlAapTUPGnAgD4cehiLMnZP0CkXiXi2fAmaFmq9WvDzrv0"
    "vlFcldpgq9rvEKuNylAD0MPhFKeGyFZ+nXbC8CIkUV28MDN7L6hyRPP8JR6mxSZyvFTrdr"
    "nc3NlVqYzXG6CjJ7+/n/pIK8TwVZBkFvya1FRprtM9JM4jo7jI6Vzi0HcW5ZzHVtnBqTvt"
    "zBJUy3RyeXwyAC2/RxOaqwycOweycBkhLUlKCmBDUlqPlCQU2X92mYZjAseSDNYDrkcSXx"
    "ocQnRuYLe0ocs0aoqHRusXsNe+Cg2ARjjQT5HQ+IiuVOo45o8qQ5U079wJ7tNO+SPTxRFl"
    "sv2/ZVWwZU0lmhauBe+8pVA9++9gD7RUFFLaCooEa8g3LrHMudW2yi/VUcAw7oJLNzMFtm"
    "EjpQJqGs8kZLdOLM8kbFlOKSoT371oknjKmj8cKyzUJGjxiZxNnyGvNUmhLQkF17PkK0Ye"
    "X5kvF7CX9TCs8LRozNhZGih2YajmJUMig6jkUG1WfzKiQBhURNlqMmsgSyN3d2VwI5tkFs"
    "HLiUN6fQsbA6stgx5c6mDKpYfrAIf0Q40qYcSsZpVZFXrr/gpswKOVNWkUuYGW1TFlUsed"
    "xu4yg5s9IQbo+LefBtL+3fanT7htfqeJpq4ykZmypPFGZa99TQbIEwYxF00JLIjD5jBnSV"
    "OKafOawGrVWPGA553bxfMKI5bJaCau/0SSs8dBf2eOw2c0b48BMYhHCD8IvIKMsSA+HeSO"
    "ZV8732VQQP8zgvnWZ7L50m3JeC5VGEw2GiKrJ56xitv4GN+AZWBDNMIZUONRuAh+F9vyCM"
    "kEIq84/L1D07YKn0azlE6p6ISLgFBndi/R3lhrCSyym7ooTEdqmgy4xHh9LUG8D18fQkTV"
    "d3b9WWaus0aLRKTc/mxJbduDLtUKnHcYr5yd0TyutNtBXzU7Z+CivITj0wshWoEEkF1aez"
    "Dx/ypPb48CE7twfeS/hsFeGw27yC3D19myeKFFplq6dvE3GkGDDP0qzUS/TSgETqowX10Y"
    "R4v0/v6r//P0XvhfA="
)
