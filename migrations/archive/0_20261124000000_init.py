"""The first migration: the tables as the models describe them, then what models cannot say.

Reviewed by hand; later changes come as further files (`make migration NAME=…`). There is no way back below the first.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

TABLES = """
CREATE TABLE "sealing_key" (
    "id" UUID NOT NULL PRIMARY KEY,
    "wrapped" BYTEA NOT NULL
);
CREATE TABLE "journal_event" (
    "seq" BIGSERIAL NOT NULL PRIMARY KEY,
    "id" UUID NOT NULL UNIQUE,
    "kind" VARCHAR(32) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "actor" UUID,
    "through" VARCHAR(8) NOT NULL,
    "organisation" UUID,
    "person" UUID,
    "entry" UUID,
    "about" UUID,
    "key" UUID NOT NULL,
    "commitment" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL
);
CREATE INDEX "idx_journal_eve_entry_d701c2" ON "journal_event" ("entry", "seq");
CREATE INDEX "idx_journal_eve_person_d0a86e" ON "journal_event" ("person", "seq");
CREATE INDEX "idx_journal_eve_about_3abeb7" ON "journal_event" ("about", "seq");
CREATE TABLE "journal_pending" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "reader" VARCHAR(32) NOT NULL,
    "event_seq" BIGINT NOT NULL,
    CONSTRAINT "uid_journal_pen_reader_b7458d" UNIQUE ("reader", "event_seq")
);
CREATE TABLE "journal_reader" (
    "reader" VARCHAR(32) NOT NULL PRIMARY KEY,
    "kinds" JSONB NOT NULL,
    "caught_up" BOOL NOT NULL
);
CREATE TABLE "accounts_organisation" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "uscc" VARCHAR(18) NOT NULL UNIQUE,
    "address" VARCHAR(200) NOT NULL,
    "phone" VARCHAR(40) NOT NULL
);
CREATE TABLE "accounts_account" (
    "id" UUID NOT NULL PRIMARY KEY,
    "login" VARCHAR(64) NOT NULL UNIQUE,
    "name" VARCHAR(100) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "roles" TEXT[] NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "failures" INT NOT NULL,
    "locked_until" TIMESTAMPTZ,
    "organisation_id" UUID REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT
);
CREATE TABLE "accounts_api_key" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(100) NOT NULL,
    "hash" BYTEA NOT NULL UNIQUE,
    "state" VARCHAR(8) NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts_account" ("id") ON DELETE RESTRICT
);
CREATE TABLE "accounts_reply" (
    "id" UUID NOT NULL PRIMARY KEY,
    "idempotency_key" VARCHAR(255) NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts_account" ("id") ON DELETE RESTRICT,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_accounts_re_account_fae7e3" UNIQUE ("account_id", "idempotency_key")
);
CREATE INDEX "idx_accounts_re_at_f651f9" ON "accounts_reply" ("at");
CREATE TABLE "accounts_session" (
    "token_hash" BYTEA NOT NULL PRIMARY KEY,
    "started_at" TIMESTAMPTZ NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts_account" ("id") ON DELETE CASCADE
);
CREATE TABLE "tasks_task" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "about" UUID NOT NULL,
    "entry" UUID,
    "state" VARCHAR(4) NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_tasks_task_organis_2f7468" ON "tasks_task" ("organisation_id", "state", "due_on");
CREATE INDEX "idx_tasks_task_about_927ebe" ON "tasks_task" ("about", "kind");
CREATE TABLE "people_person" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "name_term" BYTEA NOT NULL,
    "verified" VARCHAR(16) NOT NULL,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT,
    "account_id" UUID UNIQUE REFERENCES "accounts_account" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_people_pers_name_te_b276f1" ON "people_person" ("name_term");
CREATE TABLE "people_identifier" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(3) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "term" BYTEA NOT NULL,
    "current" BOOL NOT NULL,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_people_iden_term_1dbb83" ON "people_identifier" ("term");
CREATE INDEX "idx_people_iden_person__3f5a63" ON "people_identifier" ("person_id", "current");
CREATE TABLE "rosters_roster" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(8) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "blob" VARCHAR(64) NOT NULL,
    "error_blob" VARCHAR(64),
    "rows_seen" INT NOT NULL,
    "rows_new" INT NOT NULL,
    "rows_known" INT NOT NULL,
    "rows_failed" INT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by_id" UUID NOT NULL REFERENCES "accounts_account" ("id") ON DELETE RESTRICT,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT
);
CREATE TABLE "people_enrolment" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "number_term" BYTEA NOT NULL,
    "level" VARCHAR(32) NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "since" DATE,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT,
    "roster_id" UUID REFERENCES "rosters_roster" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_people_enro_organis_fa41a1" UNIQUE ("organisation_id", "number_term")
);
CREATE TABLE "people_membership" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "number_term" BYTEA NOT NULL,
    "profession" VARCHAR(3) NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "since" DATE,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT,
    "roster_id" UUID REFERENCES "rosters_roster" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_people_memb_organis_ce70bb" UNIQUE ("organisation_id", "number_term")
);
CREATE TABLE "entries_entry" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(34) NOT NULL UNIQUE,
    "edition" VARCHAR(40) NOT NULL,
    "record_type" VARCHAR(16) NOT NULL,
    "severity" VARCHAR(8),
    "state" VARCHAR(12) NOT NULL,
    "state_since" TIMESTAMPTZ NOT NULL,
    "version" INT NOT NULL,
    "objection" VARCHAR(12) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "authority_uscc" VARCHAR(18) NOT NULL,
    "decided_on" DATE NOT NULL,
    "served_on" DATE NOT NULL,
    "remedies_told" BOOL NOT NULL,
    "conduct_ended_on" DATE,
    "sanction_kind" VARCHAR(40),
    "sanction_from" DATE,
    "sanction_to" DATE,
    "consented_on" DATE,
    "effect_due_on" DATE,
    "final_on" DATE,
    "told_on" DATE,
    "display_until" DATE,
    "clerk_id" UUID NOT NULL REFERENCES "accounts_account" ("id") ON DELETE RESTRICT,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT,
    "reviewer_id" UUID REFERENCES "accounts_account" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_entries_ent_person__c81855" ON "entries_entry" ("person_id", "state");
CREATE INDEX "idx_entries_ent_organis_37caf7" ON "entries_entry" ("organisation_id", "state");
CREATE INDEX "idx_entries_ent_state_62a6d8" ON "entries_entry" ("state", "effect_due_on");
CREATE TABLE "entries_certificate" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "entry_id" UUID NOT NULL UNIQUE REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE TABLE "entries_evidence" (
    "id" UUID NOT NULL PRIMARY KEY,
    "kind" VARCHAR(40) NOT NULL,
    "media_type" VARCHAR(80) NOT NULL,
    "size" INT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "blob" VARCHAR(64) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE TABLE "entries_notice" (
    "id" UUID NOT NULL PRIMARY KEY,
    "approved_at" TIMESTAMPTZ NOT NULL,
    "method" VARCHAR(12),
    "served_on" DATE,
    "proof_id" UUID REFERENCES "entries_evidence" ("id") ON DELETE RESTRICT,
    "entry_id" UUID NOT NULL UNIQUE REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE TABLE "entries_statement" (
    "id" UUID NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT
);
CREATE TABLE "inquiries_consent" (
    "id" UUID NOT NULL PRIMARY KEY,
    "purpose" VARCHAR(16) NOT NULL,
    "families" TEXT[] NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "uses_left" INT NOT NULL,
    "text_version" VARCHAR(20) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "given_at" TIMESTAMPTZ NOT NULL,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_inquiries_c_person__cd8ad0" ON "inquiries_consent" ("person_id", "organisation_id", "state");
CREATE TABLE "inquiries_inquiry" (
    "id" UUID NOT NULL PRIMARY KEY,
    "event" BIGINT NOT NULL UNIQUE,
    "at" TIMESTAMPTZ NOT NULL,
    "purpose" VARCHAR(16) NOT NULL,
    "result" VARCHAR(20) NOT NULL,
    "entries" UUID[] NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "accounts_account" ("id") ON DELETE RESTRICT,
    "consent_id" UUID REFERENCES "inquiries_consent" ("id") ON DELETE RESTRICT,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID REFERENCES "people_person" ("id") ON DELETE RESTRICT
);
CREATE INDEX "idx_inquiries_i_person__310ffe" ON "inquiries_inquiry" ("person_id", "at");
CREATE INDEX "idx_inquiries_i_organis_0b7693" ON "inquiries_inquiry" ("organisation_id", "at");
CREATE TABLE "reports_report" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(40) NOT NULL UNIQUE,
    "code" VARCHAR(16) NOT NULL UNIQUE,
    "blob" VARCHAR(64) NOT NULL,
    "sha256" BYTEA NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL,
    "valid_until" DATE NOT NULL,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT,
    "organisation_id" UUID NOT NULL REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT,
    "inquiry_id" UUID NOT NULL UNIQUE REFERENCES "inquiries_inquiry" ("id") ON DELETE RESTRICT
);
CREATE TABLE "exchange_target" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(64) NOT NULL UNIQUE,
    "app_id" VARCHAR(16) NOT NULL,
    "batch_prefix" VARCHAR(16) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "edition" JSONB,
    "feed_cursor" VARCHAR(64),
    "batch_day" DATE,
    "batch_count" INT NOT NULL,
    "key_id" UUID NOT NULL REFERENCES "sealing_key" ("id") ON DELETE RESTRICT
);
CREATE TABLE "exchange_head" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(34) NOT NULL,
    "last_seq" INT NOT NULL,
    "last_hash" VARCHAR(64),
    "last_op" VARCHAR(1),
    "platform_entry_id" VARCHAR(64),
    "dirty" BOOL NOT NULL,
    "entry_id" UUID NOT NULL REFERENCES "entries_entry" ("id") ON DELETE RESTRICT,
    "target_id" UUID NOT NULL REFERENCES "exchange_target" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_exchange_he_target__4f3344" UNIQUE ("target_id", "entry_id"),
    CONSTRAINT "uid_exchange_he_target__4df45c" UNIQUE ("target_id", "number")
);
CREATE TABLE "exchange_platform_notice" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(64) NOT NULL,
    "entry_number" VARCHAR(34) NOT NULL,
    "status" VARCHAR(24) NOT NULL,
    "reason" VARCHAR(20),
    "at" TIMESTAMPTZ NOT NULL,
    "target_id" UUID NOT NULL REFERENCES "exchange_target" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_exchange_pl_target__a59203" UNIQUE ("target_id", "number")
);
CREATE TABLE "exchange_receipt" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(64) NOT NULL,
    "batch_number" VARCHAR(40) NOT NULL,
    "entry_number" VARCHAR(34) NOT NULL,
    "seq" INT NOT NULL,
    "payload_hash" VARCHAR(64) NOT NULL,
    "status" VARCHAR(8) NOT NULL,
    "platform_entry_id" VARCHAR(64),
    "duplicate" BOOL NOT NULL,
    "errors" JSONB NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "target_id" UUID NOT NULL REFERENCES "exchange_target" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_exchange_re_target__8c3efd" UNIQUE ("target_id", "number")
);
CREATE INDEX "idx_exchange_re_entry_n_0fbfa1" ON "exchange_receipt" ("entry_number", "seq");
CREATE TABLE "exchange_unit" (
    "id" UUID NOT NULL PRIMARY KEY,
    "uscc" VARCHAR(18) NOT NULL,
    "unit_code" VARCHAR(16) NOT NULL,
    "catalogue_items" JSONB NOT NULL,
    "organisation_id" UUID REFERENCES "accounts_organisation" ("id") ON DELETE RESTRICT,
    "target_id" UUID NOT NULL REFERENCES "exchange_target" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_exchange_un_target__16a7cc" UNIQUE ("target_id", "uscc", "unit_code"),
    CONSTRAINT "uid_exchange_un_target__9f5718" UNIQUE ("target_id", "organisation_id")
);
CREATE TABLE "exchange_batch" (
    "id" UUID NOT NULL PRIMARY KEY,
    "number" VARCHAR(40) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "edition" VARCHAR(40) NOT NULL,
    "attempts" INT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "last_unknown_at" TIMESTAMPTZ,
    "next_at" TIMESTAMPTZ NOT NULL,
    "leased_until" TIMESTAMPTZ,
    "refusal" VARCHAR(8),
    "target_id" UUID NOT NULL REFERENCES "exchange_target" ("id") ON DELETE RESTRICT,
    "unit_id" UUID NOT NULL REFERENCES "exchange_unit" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_exchange_ba_target__a87f08" UNIQUE ("target_id", "number")
);
CREATE INDEX "idx_exchange_ba_state_2cae3d" ON "exchange_batch" ("state", "next_at");
CREATE TABLE "exchange_delivery" (
    "id" UUID NOT NULL PRIMARY KEY,
    "seq" INT NOT NULL,
    "op" VARCHAR(1) NOT NULL,
    "reason" VARCHAR(20),
    "state" VARCHAR(8) NOT NULL,
    "state_since" TIMESTAMPTZ NOT NULL,
    "payload_hash" VARCHAR(64) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "errors" JSONB NOT NULL,
    "batch_id" UUID REFERENCES "exchange_batch" ("id") ON DELETE RESTRICT,
    "head_id" UUID NOT NULL REFERENCES "exchange_head" ("id") ON DELETE RESTRICT,
    "unit_id" UUID NOT NULL REFERENCES "exchange_unit" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_exchange_de_head_id_019045" UNIQUE ("head_id", "seq")
);
CREATE INDEX "idx_exchange_de_batch_i_4d36c9" ON "exchange_delivery" ("batch_id");
CREATE TABLE "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);
"""

LAWS = """
-- What the models cannot say: numbers, uniqueness of open things, append-only tables, rights of the application role.

CREATE SEQUENCE "entries_number";
CREATE SEQUENCE "reports_number";

CREATE UNIQUE INDEX "tasks_one_open" ON "tasks_task" ("kind", "about") WHERE "state" = 'open';
CREATE UNIQUE INDEX "people_number_of_one" ON "people_identifier" ("term") WHERE "current";
CREATE UNIQUE INDEX "people_one_current_number" ON "people_identifier" ("person_id") WHERE "current";
CREATE INDEX "exchange_delivery_ready" ON "exchange_delivery" ("unit_id", "state_since") WHERE "state" = 'ready';
CREATE INDEX "exchange_delivery_open" ON "exchange_delivery" ("state", "state_since") WHERE "state" <> 'accepted';
CREATE UNIQUE INDEX "exchange_one_unresolved" ON "exchange_delivery" ("head_id")
    WHERE "state" IN ('sent', 'unknown', 'received', 'pending');
ALTER TABLE "inquiries_consent" ADD CONSTRAINT "uses_not_below_zero" CHECK ("uses_left" >= 0);
ALTER TABLE "entries_entry" ADD CONSTRAINT "two_officers" CHECK ("reviewer_id" <> "clerk_id");
ALTER TABLE "entries_entry" ADD CONSTRAINT "effect_after_final" CHECK
    ("state" <> 'effective' OR "final_on" IS NOT NULL);

CREATE FUNCTION "journal_hand_out"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "journal_pending" ("reader", "event_seq")
    SELECT r."reader", e."seq" FROM "written" e JOIN "journal_reader" r ON r."kinds" ? e."kind";
    RETURN NULL;
END $$;
CREATE TRIGGER "journal_hand_out" AFTER INSERT ON "journal_event"
    REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "journal_hand_out"();

CREATE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal_event"
    FOR EACH STATEMENT EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "inquiries_inquiry"
    FOR EACH STATEMENT EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "entries_certificate"
    FOR EACH STATEMENT EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "exchange_receipt"
    FOR EACH STATEMENT EXECUTE FUNCTION "append_only"();

GRANT USAGE ON SCHEMA public TO "ia_app";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "ia_app";
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO "ia_app";
REVOKE INSERT ON "aerich" FROM "ia_app";
GRANT UPDATE ON "accounts_organisation", "accounts_account", "accounts_session", "accounts_api_key", "tasks_task",
    "people_person", "people_identifier", "people_enrolment", "people_membership", "entries_entry", "entries_notice",
    "inquiries_consent", "exchange_target", "exchange_unit", "exchange_head", "exchange_batch", "exchange_delivery",
    "journal_reader", "journal_pending", "sealing_key" TO "ia_app";
GRANT DELETE ON "journal_pending", "sealing_key", "accounts_session", "accounts_reply" TO "ia_app";
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return TABLES + LAWS


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ""


MODELS_STATE = (
    "eJztXWtz27iS/Ssof5mkSuPyI3Z8lb1bJct0ookteSU5mdkoRUMiZHFMkRqSskY7N/990e"
    "CbBCVST4rBl8Qm0SB9ADbQpxvd/xxhczBSX8nxDbbxZzI/qqJ/jnQ8JvSHxL0KvTSZhO7A"
    "FRv3NdbaIlhT9Wf5xW3Zt2wTD2x6a4g1i9BLCrEGpjqxVUMHgRqambQ/oiCFPgBRuWMkjS"
    "f2nPaCntx7T4iY2CIWwpqG7BG2kWoheBQVm+oKMZFqf6A3CDKNGbJsPLcqyKC/mxYyyZDe"
    "tw3a5BheSTEG9J1o73t5+lRX/5oS2TaeCTSg7/DtO72s0m7+Jpb36+RFHqpEUyIDoSrQAb"
    "su2/MJu/b42Li5ZS3hL+vLA0ObjvWg9WRujwzdbz6dqsoxyMC9Z6LTv8smSmhw9KmmuUPp"
    "XXLemF6wzSnxX1UJLihkiKcaDPHRfw2n+gBGFsGT5KmtatbxwBhPsH0MV97/t/ueIRlZbr"
    "a6ckfqyvJRYnrA+8TGzL00MHSYWqpuA2r//HD6DdBhV4/gAfVPtfab88u3DA/Dsp9NdpNh"
    "d/SDCdKxd0TZCASQuxMgifu1qmNzzkc+JBSDvz+36aNXgN67EGAffE0ekB5UuwX3+q51DT"
    "2PLesvDS58qbWvG81a+48397XfGebjuXvrrtX86LUPD8T1H12pRkcCZv7wJTQQcKGPBy8z"
    "bCpy4o5xZqS1Td4an43jV7COnxmW8EfDn+hpOumV6DZXBzp3FmvAP42pqWNNJn7bpTqwpR"
    "NEGxyjLtUhA41gEznTiaockyBjguk0+IBmoHpm2EKKQQWontEVXw95CgXNVHvEdJGFNRsZ"
    "Q6p4LNrbeKzaY/pCSRW4y4f39J7+FPz+hP6NOp9qv55dXL5hEr3p2cnpJfqt3nnTN5T527"
    "cVZBmIomWbBlPJ0DdV0t4lC0EzRN+FPbHCfsJUMRH64q+geEekpwcPpG9MVZKG6C2VzgYr"
    "o0r+dkRlTbagWeSvI3r329GEanc6euFLuG9Mbf9Kqh6HuxyF8tzQbb5CcQViykR1ZldYlb"
    "gKeT0lvkU9Ql+W/vfrv87Ozs/fn52cX15dvHv//uLq5Iq2Ze+bvPV+kfJpfGw0u/BCBv3A"
    "nM8PLixW6mId3dI6GkD8Qv+4JMj1ETYlfTpmQDd00CEDkgDck41BTl+yOCvnUav9sdZsdG"
    "rdRqsp125upJsqMsxnrKsWhjZVrCg9vVavtx6bXa8BHgyMqW5H73UaH5vSjdxoBvct9VmX"
    "VT1o05ZuHzvhHuiucmqRRCetx26sF6qQQq/R7dbqnyJvYtt4MOrpn6U/5Ean88juTVTYvV"
    "dVy5rSR7Rbna7Ulhv3D612F+6bdOiJWVXHE8O0/fv+K7q3vTd8kNodClG91W5LdSbvKM7q"
    "wDBNMrD9Fh1Javo3LUJFpWa3/Yd8067dMjmmgquKiYe2d0+6aYRuEUUN7nxp3EjNuuRB77"
    "SgwNNlWVUInXdey9vGXdBgqGr+DfoXSfSlb+TrWv2z14Bt52XYZ3jN6Cxp3DaCLnTDVodz"
    "725Han8J7lnEfPX773RroZenH4Pt3+q2Wp9l6faWIubdt/ELkclwyCBzWn1tdD9RdL42vT"
    "aw+lJ8ZsHDpWbwaNp7t9b5LLcepCY818bWS9WYEN29ftNqSu7VgWbA2NVbzQ7tSf7Y+AId"
    "gaagnVWf1dfQzdBbeA2C92g0/+exQd+k1ux8ldrwVFX/a6rCUOjWjJhBC3/+eA28CdSWYO"
    "L5s9MkMO28ydn62mQD6P6pxkyXYQi9v7b9UYKP52MDpqjzN5t0kad9P6swS3v6jXRH/zj6"
    "/Ie7WpPBohCN/n30BSYa1kMN6EckPXQjLehXRCZ2qE1b+s2d5H4bk/zJhuy61q1/Cv7KPr"
    "YHo+Ajuat1b1vtezaZ6KSln4rUYPOGvoQ9NMyxDNNqQKjEgLgbzgzL7Rj/LWtEf7ZH9Nfz"
    "swW6ne7aHfV+9ja6nDbdO2fsVlTLYzup42/oNLbVMeEvpo5ETLMrrsix90Nx9Pwmls1u41"
    "6i3/r9Q8RMuqEfP9w5i1hI3tU3l7Fh8DtB8L0h+BX9L/1g42ux3677v0fMpJnaBp07M5mq"
    "vhAm3mXvUnRYB7Zh5tki+QJr7JLcPdABjGeObZA9Mo3p84i/E+JjGRIp8gYo+5Y/ooOuMq"
    "igq1QNdBVXQOEdV54JG5cT8zaKa2DbZkU0kBBYRrH0mYOsUPoCAsnYdsOjVzKvS56AQDJm"
    "npNcM9JtvkkOpBQwBrxiPgdBVE74CCo5fASVCJEK7HM+7AMZgXse3Ivim3kguuLAkfTOeP"
    "cqmfwzk1Dr5V5qHTF/DsLIJBhcviNsIWqU0/91hc4ox30CnHMfWwRRc8vyPcKqzn5kHfxi"
    "AUtBlxWsW5hRvByn9JYfxnF4fDtyngS3majs+zBWdU0v8mhwSXXh0FjRoREMXVYrM5AooZ"
    "G5eaIr+CJyzfKI2PLJfghA72y+F2W9aTtfCm+5afsfUYbVJvjisoRETbDJ3OfMlT63bDJ2"
    "4o6oGFXp7vJgVdFspA5GCDxmFlLBPU+vOk7w2cjxyKs2Wzx87z1cJKhPhgb9jx8RtduHrx"
    "EQtX+9t9/FZytaL32ZYSOdRPu3TquZYjd6AnHCXx3Y6D9IU61D1IELYAYoIhtuD15/vx1C"
    "vs7ZbUMH13ErE0+fR7Y8nXAWH8PQCNZTrMywXNzYoYLbgt6/smNjp9W6i2B/3YgtLM3H+2"
    "up/eaUDQRtpNoFXG9qjmeeu+B49xavOK5v35JxqPnSNadjjAmLpZqNDAShA1Sn68eoNRyq"
    "A4hj7RPNgPgrgyr4SKTDB2qlOOyva224j0WKQZjRklxitvwsEWJbPNIsfVXRjGeV42pIX8"
    "N9gdIt4ZfvMizhl+9Sl3C4FV072P85sPXa784qPNrWbI1Ce3pykgFb2ioVXHYv5ibDljUz"
    "qMqnm9xcTt6EYAmt8LNMiJ8tQPwsibhJ9zucLWjNNHEK3+tLxCAu3+azK/3e/fY9TpFDWB"
    "l/ai6PxPSFd6gOgKZ8JTmVwlGt3m18kSCu0WbBaTeNTu2axfUpdOvQdxn/PUcrDLGqTU3e"
    "/E1lkMIiuyOQTralIBz26Oz03ft3V+eX73zSyL+yiCvyeNDw1mHwQugWSKd7oCSoiyPR4r"
    "IbiEk7HFfxwYWkhY0AOd8mnSMqwgE49m7WqKpbwyTUZPtM5onFI4arZ7a2Yv0dJMTB1eAV"
    "TTzzbUjePKM/KEQjDs3Qph9Bu1GnOiydWQiZ/E4QPmetuHYlbz+3iZYWweYzBhPVPbJ7mP"
    "ucBOrR3SCZaCpvPc2FUZv2UlqILGJZtN91Meo43ZQJpVws3vLQSA/Olk66Bv0nA6gPflfl"
    "0Ig/cnOdjnbiUp2+4srEdDraMqt3bYxpXzr5xYKjpB/AS8VcWxi8W8TjFB1PlqFrc3aIFS"
    "x1OPb/QiZcp9lG+hTMZdG2SZUFzGXxybWdkT1bodf4rNonepWPbwqZtnJg316Z4X2EUx4a"
    "V/SKNVXJqTMoWHeNmypisnC68Evrs3Ou8NV4KQRNxI42KnL+w3URQXHGrtCEhrshyMllRK"
    "VEPP5iHiPk/16Xwgh53g8T2aX0RXRq5WYuthoTESGQeNZCnGHKYjPEWa4shoNNdKzbx+hp"
    "ag0GT7B1h208HWr6lyjIMgYq1tDAhEQEaGAoBL35eI3Oz2Bvw7MZ1u1OmAtF00aLzIXS50"
    "R5bEIWhE6j+0cVJvErMS3Vnvf0WqfTqjdYqpQqNYjZvAYZyCFxf9/odiWp6iaJsiFvQ+tB"
    "ate6rXYVGRP4u5yz5blNksssFkl8DxAySC4PL5jisJ37oAXz4Ou1L10c0GkWi+I03aQ4Td"
    "gUdGdKFRWHBU5HNyRSumigrUzfCcUol37wBUqH77ss8L5LR/cdAzdHSG5i07+24yzzhv9Q"
    "yPlIXhJsvayLUJf2cYDrWCZ8iG4aGssXuSZIktdRWZEak3Gf7vNG6mRdqO79nsqKlZMZb2"
    "13NeulrBhB8pP1XfqSl0KljBC5WfbWxajudFNWlJw0gutPpYaTjrCsMDnpFDcQQkN7KStG"
    "9GXXRuiR9lGizeSWj1xDQBb/xLUbqpWF4DX9xkuZXcim4SQkRZDcVHePnj01FDKeGDbRB/"
    "NfP5P5UwVu9InbCD9TSD6w6A2I82Bn1jDkRLdtCir9Ac+TrO92H8XN7BHyg6jBU1jATDzB"
    "xzfI0JmeuVywxjtnjeMjlsA/nV/giJaRiry4yMLlXFykczlwL3bOiNC/1LJTDnYtyi8Vlx"
    "RZpiprhKNM8xyWCQTKlGtlY6dlRLa0/cxjkSVbRPCICJ7MiUlzAhpICDBFONRuw6GWptTN"
    "j2yoyGJJkQ0+2GIFmXlHnHi8Q+j4UxbmwQo1zxBVBhlwiPKrqqO+acwsYn5wjohA/jV2RM"
    "Sto2YbL0RfdAZl9Y7WiCRjnaUYSumx+lEpEbGfZ2uZThZQ9WLaK8WORyXF1rPQW0+L0G9n"
    "hTEOxMQAF3qAhW0htsOF2rQt2A7Xa5167Uba276NxSHxNm1egNKCHRuLg5Jtr2GmOr0TlQ"
    "wI7KRmhvlSRU+syAgL3odtlqqwW6xGOATt04lj6hZ6w4q6IMP0C8O9PUY1G43plGUHhKkQ"
    "Zql0oSMoysev07vLh2cpixs/ROGfAlSoJL30PVIWl0WxC+9SgbxLpT+T0Ja+NKSv7HinSm"
    "Zw3jNS1JOV8zTpvtep6MmqdbpFGKuIVet0Cy/29HupeeMWeGQHGcZEV2SnuqM7+fNHIWcK"
    "Ql4Qg5wI895HhaSCrmlrMpGibNemkDy4Y+WwAuZU40dQVJedV4KSsayQruIG9+eOnc8SOp"
    "8eOZ8okUhfaSVGICIo7MVC24vubos7wvzRDSQWDW25hhWGKvZ1wEe6wrcREhN5I4v8YRQm"
    "b+QBfSYHmziyoBjvJHPkVimW4BQTj2eJnHFaQLZMiDHRiEwizbPUQmJp8pBlTxWVWAgKEY"
    "WOlx+jJydI6Qn9G/3TO4JmUHVLN3r0Ab2jiWk8m3g8Jr2jH9xiR5vtnRuAG/8u6K63T0zZ"
    "JuZ4vRJ7gh3ZKjsiIub2EzEX/j4S4Kf7lGNiAv9V8dfIK+EkVF9QksUTKDIXuGJ8+earSa"
    "YFNmdnRLhRzoUC+6jTfbz5o9H8WGVL65zi3dM7j50HqXkD6fasqQX1d4nS0z+2azeP1Fig"
    "V+laqkzh3Xv6nXTbrSKNDO1VSJTTLIN2mj5op8lBU93ByGph+wJrGtiHYx1y7Gthf22VWn"
    "U2rzmBjQgJSBMVhuB4fU5II0KC/19IEqQlUM9PD2TOn17QmbqUGIh8qRlikAX/smX+Jako"
    "NgFz5owexVQPS/GNaMdiMVsNYHMg3Sa/wnfodiULt6VG2y8nt3TkiNhzRPGeAi0WoZwgqk"
    "c3zDHWVIsoyLFwP6AnsHGf0NAtvR0qKwDhPC6lBZW3VXZcfDA1Teg5SX/t9vk9vafX3E6c"
    "kuJQFHzM7ABqJuA5q5eA0ZA+kbagfVWQZbgtvebYeqGtp1SG1RdXLSqpappzxbINQ8kcvR"
    "QsRe4biuCkItFv6cFJKUfBDiAgaVUSIgsHkU5BJIxZQWzuhVjLy2hun8os5QGZUK4sV68n"
    "Z7phaATrfNhDUnHkqdi2pro3FDtGvtW6iyB/3ejG9Mjj/bXUfnPKRoE2Up29WzLBgGAjhO"
    "1cGKMji+28J6MjlOmSZ3REE2EuNzrG0fZZPOqmMXSOqGIN9Qlkk7LcPFSh9Oxx37fzHN/1"
    "rakDQucY+53vWd/OU4SHvURbfLERFR72nxH/QDfmMXCjUsLMXWrm/gyO9od2rd5tdJirfQ"
    "Irv2otcLYLt3qhuXThVi+CD1gYssKtXkhEBTUg3OoHA7Nwq/+0bnVXhfDYrUC7LGe2Ap2W"
    "LTXHaEpfCfUJRbfCPNHeQ2McE7yTQy/1VdMeyYbOpbA206Uo0lm0VbQiCKnCESLwf346Ki"
    "wkfKQrQv9KTFZweFWeJCy/wywNN636473UBMilZk4lc/TQeni8YxVp5ZvrKor8CgkcQl1X"
    "UfJJey9FK/Ikb9A23XO2vfj2s6hJTFe3TUVu5Ixb+jVyI4vilSvUiPPDddeuEhcJ/C0jVq"
    "LQZ3asRBHLpRCJIpaZFNTOi1geCBcWpQxFDUsuRkmKL0P245ZOugb9J+umbPVC6UXY526m"
    "DsgGmVOXtOYxpwGfvYA5dWtMywGNno06HaoaOUYN20KMOHFO9NABt4hXNIKYpmGyvMN9w3"
    "ihDUyCHOYL9TWjb7lHcp7oHvaJz6Vu4RmCXC2aGVhZQK6WPtswJL2Qmt2Ok/QC9jeQNxjC"
    "5zuQMJjte1chkK4y8EdXqfTRFS8u6pAysq4wEo37h1ab5RRRx7CuQ+xTW7p97MAlkwynlk"
    "NY7nkkQKvxB4Kvhrz2RcZ+xdi/yyyJby/TM99eJlLfstVEzgtxVGoloAu2id42zlBrSobi"
    "MkmYU2u1RmREuVbOaSqGkE5meUF1RQSmaZi+6MYs91T1hQSuabgOscp1nS8GNpASyHKQFc"
    "WDS5mXup/XfdsX3lsPIOEK3x6Y4mDBLv3iIrB4h4HFIgghI7xLgxCiC9kmQC1/AcX+oQZ2"
    "FIzLKHKswqFAtdXQ/zoxIRBmgNkMT3qxwvcrC11ZbhSFPIhJLPVnfR3NIcmEU/WSpYzTNG"
    "NGFEg+YeMXgshwSAbJRHdD2ivLQPdbvfOB3hzhs4tLr7imarIS6knP1tafJnxcRdvSVRb4"
    "uMQBgv1EsTvfT07cfRmB+6q4C4KqlAQVW85yMgBhmd2uIodh+Oc5jLm0EG3eOK2Vo0mLgP"
    "5S8yo89bYfpOVgydvd+ihn2Nf6A5stQkshAxXyJMO+sQLF3OE06piYkH7ZGIYSLx+jtjGz"
    "0GCE9WeCWLjGB9hTzlk4lU5eCSsETwFS+HFaW3kS5H6OHpn1Ek77ud78C7Zqa+5pWqqkRg"
    "Z98tz51ZqOx3Q5d3/Bzs5RtsnfdvbjtuG8z04wy3eoUs8vZc9u+SEvzlZe9orbi313cfbd"
    "TmqyJOzpgR6BxGaiafaqKGN5tLLEeJynx3icJ2NpFJXPUi8IpAlEShiu9O4kA8TvTtILdZ"
    "8kwmjIwDBdYHPAHBMrIdSbPz5rwdJEFxU+zhliIEPyBY4QO7pvNFvtKmL/9fSPUlNq1+6q"
    "yP2hp3ekdqP12Kki94f4dkDEpi4dlSPFxG4yvRwDc9OuQR4+JtvTbxt3EJYK8fFKT6dyjd"
    "sGXNANdqaQXpNub6V6t/FFqrp0It1U9nQwA2lPX5tVNFPtEe3NiVEqQFo/GAh5QXK/dHog"
    "Jip4gkLzBKxOMm9fkBr1FZLYXcTX6bYWqg2Hexn9P8kgfaO1XANGOtihFmy68yuPEgSZKo"
    "J/e3rrATJtwL89/bFJrfbW3RdQgcHPBVFsgt7fD83s8QDy1BoM8uyPk5Jl3CJn2YWdpm/D"
    "ThP7MJcEknmqKD07b1RqzRS9RYN8AcScHL0WMV9z4xcR+qnhM8mYKECT2obG07eL6vckZH"
    "dYxWdPandzVXzoQ5XpwJZZwvCc05cn+zPn6fYZ6ryl7BKCBWYZCkOg+aANTYOTR3CB1o0L"
    "ijkLf72xEoaO2M+MoJvbZhXtGZH7mTGMetpygJgQ/JlRHFKrVMsJYFjmZ8YO9o45oQuJ/M"
    "zIKao10TC1t3Vb1XJZj3HBnxlFuuExX3JGYIVlxOErcVBQHBQ8UHhFBaLNVyAiryqZ5a9B"
    "FBUTVYhEFSJRheiAYF7tsDDbSG0C5fKfbA3vObPUd3L16W7BLabuXV7iKbr4iFPuRUu1/w"
    "op5HkxTvnOY4e6KQncyWiwTRxc73gdlRWpEcHKuiB9on2UCZ9cx9VDS3j02DgfUO8UVZZU"
    "89H+yrHgRCYfhJsu0mU5wGr6XZUEp9xHxDyVzj0lFtL3WQ6KhZsvPStWQ945Kjis5WUmqP"
    "p5tCHmDKk6y0EAWU6RZdPtwYdYPUOIRZaDoobOSene0Q/oEyTprg+bTmfJQ2S7fwV2ugx8"
    "5SyBApxQcxu5h1B+sZCHIoJmFjvXhtHTg2kYQ5FL/PDOe+WNqDiE/OGFiaSA8Cmc+yRSVK"
    "qEQF9lAfoqHeirZMiK+n8ciFNj573mIlUqJ3BNhGbvJzRb5LDfYm51kV6llMemipRepbjD"
    "urofKiVpSn4itGxF+CprJk5ZkrZmg0lWXAqBZz8H7EIG6zlgNTLkWZmayJjpyJFhGfxGXr"
    "KTKqIPM41XZsCy6xaBeHdqaQ5pY7OCnMMb1PpEEzyBC6y5zkmysrXHCBu2aEqqssCG9UZa"
    "XmGVj4qK5b7Qy/2Yfo3GyqXPAukCnwKhBpn8ILU7rWYVqbrsKLOe/tDqdKsI8IxrwSz76W"
    "2c393zqbxiEt4ZY1InwJbmjUoLyYjoqR+FNQOKkOdvw8FoMPM2YgRk988Xc5ouD0YLfaQb"
    "MANE9sqtGmHrGVZBEAXPtoqEWGQwr6xI+wy52bEdsnaQhecWwn1j6lxlSHxAKv3NxK9Es1"
    "hiI/p7In065HzkJWPfdPfCoiqaxq8ssKiED0BkAS8u+gdntxZpf1rcYRU0deF2SLujqevO"
    "oX3uXsq7t3gnpep/TVWn0k2ofYY4L3ePw+rNuEFPocMOQCtj66WChm4G78nUpLOTOBcwAv"
    "WKsK7QH51MyBAyNbWIhd70phfDq9Pe9N2Q0H8v31+yn6/66PTqLS/aa38vki/bd0qKb7GB"
    "K84Gzp0bq1KlIfEihxcc3T62u5+kttzpPt78UUWRX3v6x3bt5rHWbQCXGvzc02tfa+2bKm"
    "L/9fRO/VPrrtbufGo8VFHoF9ru4aFda3Qg1a//40r068YTLw/xWNVUwglxr5kmTtmgh4Vi"
    "o6qp1iGGPi3aI0q/d799j8H2ijX6cedNaxSV+qmzyTlQ5E5IERP7qSGEFZmqhiHH0kuNV4"
    "zIiKBFTtAi8ExyahLl9CC6uFyRV7sVg+nOskTbnqVH254lo20PLbf8M7UV9JwbuKOPjS+Q"
    "S5nJFjlHPHvBFUIfwnKCPyo0fySyxGzVfSyyxIh8JoWh6EQ+k4LlM8mSwMDnHjkuszxnzh"
    "usnywM9IEESGy3SLoHF480DkGZiTRWQ+2XksbdEUEUd3OOTPKsWjYxq4ySNY0ZY2OhrtUc"
    "WlggUUFYt2bEhGhjk0oMqT2nfKAC2py1RKpuEZMO9QKm9uyMQxnv5zXYIWFHTbFjwk145G"
    "xEO2Yuf5d8xtYL1L6kT6JNdKNvKPNfLAStjtETfZxue0Xa0Z/G1NSxRm9bhL4sHC52OlmB"
    "m6b72e+8MpRwXRDUxSGo2QzgaEv1OZUF8UU2w4Dst86kw3/86+zs/Pz92cn55dXFu/fvL6"
    "5OfCIkeWsRI3Ld+AikSMRCSbIkIryglOahcPaU2tlDZwrgs+LoBtKFHtxas/NVakOpMu8n"
    "qOAo1x67n6C2GfuBDhL9V5Z+f2g4LUO/ufdCNF30957+8Nh+aHUk+b7Rua9167Tb+JWe/t"
    "iROrTHT7XHTpeVTYv8vsp02Dz76kaM5nL9hWRK7/mDzUfC84edFIc5OZ6olCB5+AU68iZX"
    "j0iJoywiIfgO4d0r1VuaCbuA6RV05A7TK+Mgce+6OJc/wXJ0Mc+A7h6cFsXUEBv3WYQCdN"
    "eFNhQbXE5so9ul7QZth23OiWHy+Ln8OUzbflflGKDcOUxdAHhOigCbBT4KZywsORiTDBlY"
    "dIJUy5oSBTlix+hpYCjkCb05vUSDEQZx+tW+RcaE6BZSbQu9ElMdztGE/hkfGC//cHMLFD"
    "32E45CjtEpHQ0TPb2Q+RMnI8vOHivOExZtU1hZwPY77hw+hcWHPZDYDG21X7Z/y3lG4RPL"
    "A67XvnTQbp58FVkZt5iV0clFzfMCLjhm7MuIY8aVFY8ZO0v0CjGjEUHhFSy0V1Cc1Vj7rI"
    "YodSmY7UOBVwQxbxxSNyQwJ6ZRKZFaTHgLCuItEEH4WyO0RbnAjMCuUS5wUXq8UPB2dAzy"
    "JsjLHoBfSO28FP/o4rT9JHnX2B6MjnjUt3Onsjg53t+DEdafidz3Gy9lvm+IpgKlTCzIfw"
    "Kh6XSEbJc/hl+fWGfUbHqCHOC6jTwOGTGjx0l7p2F7aJhjNMKWHzWfpLu3/CwOx/2NgmPS"
    "X48qPkX6PREN7x+x1eF0s4h8F1x4odaKbbPhh3Y8fYVo2bZUgxBok2Bl3tM7UrNbZfqlpz"
    "82PzdbEP461V90Y6b39LZUlxpfIJrVJANC9ZUC124fO84ldgqop9+0mlIVKVRpxbVclkG8"
    "yjCGV+n1vBIhrk61wTzfSEikyCNXmI8E2zYZT3iVhFPP34RFdpeE5GRbAG84A8kYK2QFRj"
    "0kJvj0QvPpGrZs2dWqKww0R3wDA17MmJlSjLe3ec45ziEx8UEXeoA1gunWZ5GHbMHXHJMV"
    "n3KRR5rtcjFnkNP3kyGRAlcLWnE7ueHtukNJ5HSTRISE6ymeJVBX8wIaEhFwLnY7BRzauo"
    "x91+/pMHFdShhHPtMMnhCYhZsA9tHtp6Swhj7WNdIOKT7/nIQ8V94hl8gWiYcyujV8vHie"
    "jTCYWZwbSrh9psj+MbEs+mbgdMC6U40nlDznQ7wID2uAjP6fZGCDDAWLPQT1picn+P0712"
    "HhN6V9vZA5P7p/d4/mej9GBLOPhj6Q4/hw3ETC21EgbwcMVALzVIrRbS1SHHMIRmOSx35x"
    "WpeQCj/NEuGfHuCfTK6CuUExiyxDT6J8hqHIFb0HZ9yD1LxpND9W0YToCh2rnl6r16UHlo"
    "AGDwZkYjsuu9+keteRhNUUrn2S7ujvI2+W7pcFYIMlW6o7kHnYtJio4E0LzaZN8FwzsCKP"
    "sDXKozjjckX+qFfUn1s4IiUqMe7liBQxTcPkmNW/dVrNlAgEXyKuv1Rq7/wHbTPTVshs6E"
    "9VzVZ16xietw9jARCKjIg3vf0BCc38Omc4oIPr+DFMFkeXz34Ly4isPVE8wY7OCWdIRPDL"
    "gq7fIV3vkT7rcsqf3H4OE9OlnHLoAxVE/e6I+sQytQlU/ej4g1yclqIaXpqLVYeW6Qgeq+"
    "8pjyyMvqewlrP5X1nafI9JRzAvFAthG+q5Ms9blXHjEDzmcwE+236M7owBZNnvz9FsZLAc"
    "/hMN65aTdt+GNP8WsW2NQKadJJ+/y4ezogGKatrzp2rIM+AAptAeVI2+iu9emGELTXW6Qh"
    "jaKxQpoP2pFutfp63xM51bUHJAp13R9zVY2iE0pDaRluXkhFMv+jvUCVh6nEI4E4rjTBBH"
    "JyJsw3kWtuE8nW04T7ANLEg1n8smLCKiwuNOG4ZOXqIsIlQ+J8PmSTIGWD7/WEikfAhv2E"
    "fmnVCU2brJtXMXsL484fJBvvlJzTZLHOLXMDSCdT7Yvkyc+KVC21LF/pUdE7+t1l2EZrxu"
    "xOrfNB/vryVvotNGqmNiJJV0+rRO388tmM0/J38jAoJFBGshuYa8EayOcbgBZCWvo5ICG1"
    "aBBxbEeiiQbzeK9cHdmjUNWx2QIx7rFWtSycZ/+Xs+PRBbSoXVgICyp1AsEoRcZsdUn1Ud"
    "BhJ4qUi6jDexWNLz44sK0sgr0dA5p1bm5rtfLT2H4JMEn1QYvbNtG8ZZIvLDHJcrIdibJ+"
    "8c/ZYH5kCihACfZQH4LB3gswTAIlZ4u7HCojxtKeNFBRsg2IDCGK1Z2IA9hR604UTAxD7i"
    "Fwpy7lWyGWBmqPlyw8sLAHCl4JzeMlPobQW9ENoUfP3g+v+AMGJHHJCzaQN3vGIakwkvbe"
    "IuHrhq7sT4ztM/aChsNmGzFULTbdtmc1OW5oY5LldCsDefhk8YyLs0kMVZ5A2FtYgjYLs8"
    "AiZ4nS0eWxXBLXsJbplONHXAPRq+OMAlLLfDIJf9MAKbjHE5qPOM+4F7KycXBakpSE1Bag"
    "pS8yclNV3seZxmMCxZKM1gOmQJJfGpxBlBk6k1QrZRQdgpOG6SZxV6YKTYEM4dOeJ9dlIp"
    "lsIM206TmWqPmPQLmVu86JIdPFHUPC+a+qosIirxOFdRbq996Ypyb956oPoip6EWSJTQIt"
    "5C1XPG5U5MMlT/zs8BB3IC7AxgixQ/e0rxk1ZlaIFNnFplKJ9RXDC2Z9c28ZAQRR5MTcvI"
    "5fSIiQmeLaszT8GcAw3pJeAjQmsWgC8Y3gvw5dR/d4AYGFOdY4emOo5iUuJQdJyLDIrAZj"
    "VIAgnBmixmTUQlYm/ubK8ScUxBrH1wKWuyn0OBOvKxQy6cdQEqWeKuCD7OcaR1EUqe0yoj"
    "Vm684LpghYIpy4gSpCxbF6KSZXXb7jlKBhaP4fZQzMJve/n4lrPbj6xkxmykDkZoYCgsg5"
    "dhPmNdtRyGGWqRUysJjfEcEpEryDb8lF4V2lrxhOkirxnPU4JUm4w5rPZWn7QkQndqDQZu"
    "M1uGh8fzdYVfRJyyLDAR7o1kVjPfa19G8jBL8NJpevTSaSJ8Kfg88iAcFiojzBvnaH0FJj"
    "MFlocz5IiKgJo1yMOw3s9JI3BERWJwkbpnC5CKuJZ9pO6JbAk3AHAr1t9BKoSlKHO0oqDE"
    "tmmgi4xH+7LUaxT1weiIZ6u7tyoLrXUcNFpmpqcjseEwrlQ/FHc55rifXJ1Q3Giijbif0u"
    "1T+gVZ3AUj3YAKiZTQfDq7uMiS2uPiIj23B9xLxGzlQdhtXkJ0T0+ynCKlrdLN05PEOVI4"
    "ME94XuoFdmkgIuzRnPZoYnu/y+jqH/8PoybO+w=="
)
