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
    "kinds" JSONB NOT NULL
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
    "term" BYTEA NOT NULL UNIQUE,
    "current" BOOL NOT NULL,
    "person_id" UUID NOT NULL REFERENCES "people_person" ("id") ON DELETE RESTRICT
);
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
    "eJztXWtz2ziW/Ssof5l0lcYV24njUXa2SrbpRB1H8kpyMr2tLhoSIYttClSTlNXamf7viw"
    "u+SVAi9aQYfElsEhekD8AL3IP7+PcJtoZj/ZWc3mIHfyGLkzr69wnFE8J+SN2rsUvTaeQO"
    "XHHwwOCtbYINnT6rL17Lge1YeOiwWyNs2IRd0og9tPSpo5sUBBpobrH+iIY09gDE5E7RLT"
    "GIw3pBzpggy5wjYmGb2Ii8EmvhjOEOPIfJzKhGLKQ7p/AwzRyyp7G7W+53RvU/ZkR1zGfC"
    "BC3W+6+/scs6a/Mnsf1fpy/qSCeGFgNP16ADfl11FlN+7fGxeXvHW8I7D9ShacwmNGw9Za"
    "9i0qD5bKZrpyAD954JZe/sEC0CKJ0Zhge/f8l9Y3bBsWYkeFUtvKCREZ4ZMCwn/zWa0SGM"
    "BoInqTNHN+zToTmZYucUrnz4b+89IzKq2mr31K7SU9WT1JDC+yRGw7s0NClMB506gNq//3"
    "L7DdHhV0/gATefG503F5c/cTxM23m2+E2O3clfXJCNqivKRyCE3Bv2NO7XOsXWQox8RCgB"
    "/2DhsEevAb1/IcQ+/AJ8IH2o9gvu9X37Gnqe2PYfBlz41uhcN1uNzi9vvjb+xTGfLLxb9+"
    "3WJ799dCCuf+kpDTYSMPNHL5GBgAsDPHyZY0tTU3fMczOrbfrW5HySvIIpfuZYwh8Nf6Kv"
    "nZRXQh2h3nLvLNdav5szi2JDJUHblXqrTQliDU5Rj+mSoUGwhdzpZCNsEWROMZsGH9F8jB"
    "00xzbSTCZgO5hqtq9kfIWC5roz5jrJxoaDzBFTPDbrbTLRnQl7obRy2+fD+7RPn8Lfn9A/"
    "Ufdz4+/n7y/fcIn+7Pzt2SX6+ab7ZmBqi59+qiHbRAwtxzIXvrJl6te/ZCNohti78CfW+E"
    "+YKSbCXpwpYmjfp+ED2RszlWQgdktns8HOqZJ/PWGyFl+EbPLHCbv768mUWDYbveglPDBn"
    "TnAlU4/DXYFCeW5SR6xQPIGEMtHd2RVVJZ5C3kyJ71CPsJdl//39H+fnFxcfzt9eXF69f/"
    "fhw/urt1esLX/f9K0Py5RP81Oz1YMXMtkH5n5+cGG5Upfr6I7W0RDiF/bHpUG+GWNLobMJ"
    "B7pJQYcMSQpwXzYBOXvJ8qycJ+3Op0ar2W30mu2W2ri9VW7ryLSeMdVtDG3qWNP6tHFz03"
    "5s9fwGeDg0Z9SJ3+s2P7WUW7XZCu/b+jNVdRq26Sh3j91oDxYZzWyS6qT92Ev0whRS5DV6"
    "vcbN59ibOA4ejvv0i/KL2ux2H/m9qQ477rpu2zP2iE6721M6avPrQ7vTg/sWG3pi1fXJ1L"
    "Sc4H7wit5t/w0flE6XQXTT7nSUGy7vKs760LQsMnSCFl1FaQU3bcJElVav84t622nccTmu"
    "guuahUeOf0+5bUZuEU0P73xr3iqtG8WH3m3BgGfLsq4RNu/8lnfN+7DBSDeCG+wvUthL36"
    "rXjZsvfgP2ZxFLhX2G34zNkuZdM+yCmo4+Wvh3u0rnW3jPJtZr0H+314i8PPsYnOBWr93+"
    "oip3dwwx/76DX4hKRiMOmdvqe7P3maHzveW3gdWX4TMPH660wkez3nuN7he1/aC04LkOtl"
    "/q5pRQ7/ptu6V4V4eGCWN30251WU/qp+Y36Ag0Beus/qy/Rm5G3sJvEL5Hs/U/j032Jo1W"
    "97vSgafq9I+ZDkNB7TmxwhbB/PEb+BOoo8DEC2anRWDa+ZOz/b3FB9D7U805VWEI/b+280"
    "mBj+dTE6ao+zdbbJFnfT/rMEv79Fa5Z38ce/7DfaPFYdGIoYMJV58amEYasI9IeejFWrCv"
    "iEydSJuO8rM3yYM2FvmdD9l1o3fzOfwrB9gZjsOP5L7Ru2t3vvLJxCYt+1SUJp837CWckW"
    "lNVJhWQ8IkhsTbcOZYbif4T9Ug9NkZs18vzpfodrZrd9X7+U/x5bTl3Tnnt+JaHjtpHc8s"
    "e2YWT4h4MXUlEppd80RO/R/Ko+e3sWz2ml8V9q1/fYiZSbfs44c75zELyb/65jIxDEEnCL"
    "43BL+i/2UfbHItDtr1/veEmzQzx2RzZ64y1RfBxL/sX4oP69AxrSJbpEBgg12Stwc6gvEs"
    "sA1yxpY5ex6Ld0JiLCMiZd4A5d/yx3TQVQ4VdJWpga6SCii64yoyYZNyct7GcQ1t27yIhh"
    "ISyziWAXOQF8pAQCKZ2G749ErudckXkEgmzHNSaEZ6zbfJgVQCxpBXLHZAEJeTZwS1AmcE"
    "tRiRCuxzMexDGYl7EdzLcjbzQKjmwpE+nfHv1XKdz0wjrVefLFPEz3MQRhbBcJ47xjZiRj"
    "n7n2psRrnHJ8A5D7BNEDO37OBkWKf8R97B32xgKdiygqmNOcUrOG7e8cMEBx6/nrhPgttc"
    "VA3OMNY9ml52oiEk1eWBxpoHGuHQ5bUyQ4kKGpnbJ7rCL6LQLI+JrZ7sxwD03uZ7Wdabjv"
    "uliJabTvAR5Vhtwi8ujxvTFFv8+JwfpS9sh0zYj9iBc3qm0r3lwa6j+VgfjhGcmNlIh+N5"
    "dlXkvrRxfxu4LR1eOx12idiJbspeDPjgpdH+udtuZVh3vkCSlteHDvoPMnT7GDXVEpgBit"
    "i22Ic32BVHkL8R7Imhg+sS6aiGe5orVFL+veVayjsPtlUcab5ST3XNCeH+N/OxieC4mSkN"
    "eorao5E+JJaNBsQwwWfHRJjGTsc/sp2tyxh6O1TvsUgzCd/opnXYjp8l3TLLR7Rk6zjDfN"
    "YF9HT2ihIIVG5BuXyXY0G5fJe5oMCt+GaX/18AW7/9/iyJk13N1ji0Z2/f5sCWtcoEl99L"
    "HK1g256bTOUzk77QwWBKsIKW23kuxM+XIH6eRtwyDSLYEDUsC2dwhIFEAuLqbYV6yr96v/"
    "6WpFXBFUk8NVd77wXCe1QHQG29koJK4aRx02t+U8AXzuEOTbfNbuOa+4JpbOsw8FjiA59w"
    "j7BuzCzR/M1kHaIi+yMd3u5KQbiMw/nZuw/vri4u3wVEQ3BlGb/gc2fRrcPwhbAtEGV7oD"
    "Soy72XkrJb8GM6nuPFo3NjihoBarFNukBUHiEL7N28njh3pkWYyfaFLFKLRwJX32xtJ/o7"
    "SojDq+ErWnge2JCiecZ+0CCykKPRYR9Bp3nDdFg2sxAx+V3HbcFace1J3n3pECPL6ylgDK"
    "a6F5p5nPucFOrx3SCZGrpoPS2EUYf1UlmIbGLbrN9NMeq63VQJpUIs3mp3Oh/ONiU9k/2T"
    "A9SHoKtqaMS/CnOdrnYSUp2B4srFdLraMu+JzASzvij5mw3hhx/hcISfnWA4PiE+p+jGH5"
    "rUWPDAR7DUkQ4SU2FQ+Vb6lMxl2bZJtSXMZfnJtb2RPTuh18Ss2md2VYxvBpm2tjPYQZnh"
    "Q7jgHRtX9IoNXSuoMxhY983bOuKyEJH2rf3FjUV7NV9KQRPxcDhNLR6QFROUcVmlJjS8DU"
    "FBLiMuJX24l/MYkfPvTSmMyMn7cSK7kr6IT63CzMVOfSJiBJLIWkgyTHlshiTLlcdwcAjF"
    "1DlFTzN7OHyCrTts49lQs79EQ7Y51LGBhhYEr6OhqRH05tM1ujiHvY3IZti0O2kulE0bLT"
    "MXKp9H47EFkfPdZu+XOkziV2LZurPo00a3275p8vQadWYQ83kNMpB34OvXZq+nKHUvsZAD"
    "sf7tB6XT6LU7dWRO4e9y45ELmySXeSyS5B4gYpBcHp8zxXEf7oMWLIKv375yfkBneSyKs2"
    "yT4ixlU7CdKVNUAhY4G92ISOW8gXYyfacMo0L6IRCoHL7v8sD7LhvddxzcAi65qU3/xgdn"
    "uTf8x0LOx3JZYPtlU4R6rI8jXMdy4UOoZRo8x+CGICl+R1VFakImA7bPG+vTTaH6GvRUVa"
    "zcbGobH1fzXqqKESTM2PxIX/HTblQRIi8z26YY3bjdVBUlN/Xc5lOp6aawqypMbgq+LbjQ"
    "sF6qihF72Y0RemR9VGgzueMwXXDIEkfpeq5aeQheK2i8ktmFDAxuEksECTGpF3r21NTIZG"
    "o6hA4Xf/9CFk81uDEgXiP8zCD5yL03wM+Dx6xhyKPtQC0B9gNepFnf3T5KmA0icg6ih0/h"
    "DjMbJYWQfPFO+eLkWKXwz2YWBKJVJCHfv8/D4rx/n83iwL1EhBFhf6ntZIR0LctGlJSUOY"
    "lqGziizIqEyYQCVcrMsbU4GZlb6zDzWOZUlr470ncndxrLgoCGEhJM6Qi1X0eolQlYiyMb"
    "KaNXUWTDD7Zc7mV+cJOIcYgEPuXhHOxI8xz+ZJD7hmh/1ykaWObcJtZHNzgEUnvx4BCv6p"
    "ZjvhC6LPpk/Y428CHjnWUYStle+nEp6atfZGuZTRYw9WI5a3mNxyXl1rPUW0+bsG9njTEO"
    "xeQAl3qApW0ht8Ol2rQt2Q7fNLo3jVvlYPs27oEk2rT5rklLdmzcA0p1/Ia5qrpOdTIksJ"
    "Oam9ZLHT3xkhTcbR+2WbrGb0EmVu6uzyaORW30hpcAQaYVlBH76RQ1HDRhU5aHBjMhzLO0"
    "QkdQwk1c1XWfD89TRDUZPhHE/2lMkl36LVZElfuvZ1dRladLMhph29EIHeVbU/nOAzt1Mo"
    "dIz1gJSF780WL7Xrf+I6/t6JXsqyNe29Er09enX5XWrVcOkIcwTAjVVLcWoDf5i/sf53I/"
    "XuJ9nHLwPkQ9nZKuaRsykbLI07aQPLqAclgBC6rxEyjByiOVoMAoL7uqeW79hb3m8zjNZ/"
    "vMpwrqsVdaixGICUp7sdT2orfbEo6weHRDiWVDW61hhaFKfB3wka7xbUTEZMbIMn8YpckY"
    "eUSfydGmjCwpxnvJGblTiiWMXxLxLLHopiVky5SYU4OoJNY8T+UcniAP2c5M04mNoMZNJL"
    "D8FD25TkpP6J/o3/0TaAY1mqjZZw/on0wt89nCkwnpn/wlrKOz3d6FrrfJ74LtegfEUh1i"
    "TaTv7cEtlSXHadJj7iAec9HvIwV+9plyQkzivy7+BnklglTqS4qx+AJl5gLX9C/ffu3BLM"
    "fm/IyI0Mu5VGCfdHuPt780W5/qfGldMLz7tPvYfVBat5Boz57ZUK2VaH36qdO4fWTGArvK"
    "1lJtBu/ep/fKXa+ODDJy1iFRzvIM2ln2oJ2lB033BiOvhR0IbGhgH491KLCvpf21U2rV3b"
    "wWBDYmJCFN1RaCwPqCkMaEJP+/lCTISp1enB7InTm9pDN1JTEQ+1Jz+CBL/mXH/EtaUWwD"
    "5ty5PMqpHlbiG9OO5WK2msDmQKJNcT3oyO1aHm5Lj7dfTW5R5Io4C8TwngEtFqOcwKuHmt"
    "YEG7pNNORauB/RE9i4T2jkV3WGegIT/EL4L+70EHBdO3xYn/Zpw5Nw61DPsc1dJCCFqYMX"
    "vAYCRiPWPWthUgaGbXot/ebYfmGtZ0zGgq51m0nqhuFesR3T1HL7JYWLzHBmWUA2SrejEh"
    "Fr2W5HGUFeR+BqtC69kIddyCYXUmaqpCwPQpkV5Sq3TVL+GJEvkfRXnlpPT3TTNAimYtQj"
    "UkngmdiuZro/FHtGvt2+jyF/3ewl1Mjj12ul8+aMjwJrpLubsnTmAEkzSKO4NNZEHqP4QN"
    "ZEJHmlyJqI57ZcbU1M4u3zHJVb5siNPcUGGhBIEGV7qaUiGdeTh9ruc4IzbUMfEjbH+O/i"
    "I/PdPEUenVdohy/3ofLo/EfEP9SNRezbuJS0cldauT/CCfpDp3HTa3b5GfoUVn7dXnKKLs"
    "/LS02Sy/PyMhzuSkNWnpeXElFJDcjz8qOBWZ6X/7Dn5Z4KEbFboXZZzWyFOi1fzo3xjL0S"
    "GhCGbo1nrPAfmuCY4J1cemmgW85YNamQwtpOl7LuZtlW0ZokpEpHiMD/xemoqNDusK/4Ge"
    "krsXgN4XV5kqj8HtMv3LZvHr8qLYBcaRVUMicP7YfHe15kVr29rqPYr5CZIdJ1HaWfdPDq"
    "sjIB8hZt0wOn0UtuP8vqo7G+bSqTHufc0m+Q9FjWo1yj7Fvgh7tx4beYR28VsZK1O/NjJe"
    "tSroRI1qXMpaD2XpfySLiwOGUoy1IKMUpTfDnSGrcp6Znsn7ybsvVrn5dhn7udAh9bZE49"
    "0lrEnIZ89hLm1CsbrYY0ej7qdKQb5BQ1HRtx4qTGw3fYgNvErwZBLMu0eELhgWm+sAYWQS"
    "7zhQaGObC9iJwntod9EnOpO3iGJFfLZgbWlpCrlU8jDNkslFav62azgP0NJAQG9/kuZALm"
    "+951CKSrHPzRVSZ9dCXyizqmVKtrjETz60O7w5OF6BNY18H3qaPcPXbhkkVGM9slLA88Eq"
    "DVxAMhVkN++zJjv6bv32WejLaX2SltL1M5bflqohaFOC61FtAl20TvGmcoIqVC1Zg0zJlF"
    "WGMysg6rIJqKI0TJvCionojENAvTF2rOC0/VQEjimoXrCOvCo/PlwIZSElkBsrIqcCUTTg"
    "+KHt8O5OmtD5A8Ct8dmDKwYJ/n4tKxeI+OxdIJISe8K50Q4gvZNkCtfmXEwbE6dpSMyyiz"
    "r8KxQLVT1/8bYoEjzBDzGZ4+xYrery09yvK8KNRhQmLledb38QKSTLjlLHnGOMMw50SD5B"
    "MOfiGIjEZkmE5qN2K98gR0P990P7KbY3z+/tKvmqlbvDZ6+mRr50+TZ1xl29LVlpxxyQCC"
    "w3ixu99PQdwDGYn7urhLgqqSBBVfzgoyAFGZ/a4ix2H4FwnGXFlhtqif1trepGVAf6V5FZ"
    "16u3fScrEU7W4DlHPsa4OBzeehpZGhDmmSYd9YgyrtEI06IZYOv434b2687CnqmHMbDceY"
    "PhPE3TU+wp5ywd2pKHklvMI7A0gT+2nt5EmQ+jkeMusnlw5yvQUXHN0xvGhapqTGJnvywv"
    "3Vnk0mbDn3fsHuzlF1yJ9O/nDbaNpn15nlNyg/L65Rz28FLi/uVl71q9bLfXd59t1uarI0"
    "7NmOHqHEdrxpDqooE3m08vh4XGT7eFykfWk0XcxSL3GkCUUq6K707m0OiN+9za7A/TblRk"
    "OGpuUBWwDmhFgFod5++KwNSxNbVMQ45/CBjMiX2EPs5Guz1e7UEf+vTz8pLaXTuK8j74c+"
    "7SqdZvuxW0feD8ntgPRNXTkqJ5qFvWR6BQbmttOAPHxctk/vmvfglgr+8VqfMrnmXRMuUJ"
    "PHFLJryt2dctNrflPqHp3INpV9CmYg6+l7q47mujNmvbk+SiVI6wcDoS5J7pdNDyREJU9Q"
    "ap6AF0AW7Qsyvb4iEvvz+Drb1UK1ZXcvc/A7GWZvtFZrwFgHe9SCLW9+FVGCIFNH8G+fth"
    "8g0wb826ePLWa1t++/gQoMfy6JYpP0/mFoZp8HUGf2cFhkf5yWrOIWOc8u7Cx7G3aW2od5"
    "JJAqUkXZ2XnjUhum6C0b5EsgFuTotYn1Whi/mNAPDZ9FJkQDmtQxDZG+XVa/JyW7xyo+B1"
    "K726viwx6qzYaOyhOGF5y+ItkfOU93wFAXrWSXEiwxy1AaAi0AbWSZgjyCS7RuUlDOWfjr"
    "zbUwdMV+ZAS93DbraM+Y3I+MYfykrQCIKcEfGcURs0qNggBGZX5k7GDvWBC6iMiPjJym21"
    "MDM3ubOrpRyHpMCv7IKLINj/VS0AMrKiODr2SgoAwUPFJ4ZQWi7VcgIq86mRevQRQXk1WI"
    "ZBUiWYXoiGBeL1iYb6S2gXL1I1uje8489Z08fbpfcMupe1eXeIovPjLKvWyp9l8hhbzIx6"
    "lYPHakm4rAnfYG20bgetfvqKpIjQnWNgXpM+ujSvgUClePLOHxsHExoH4UVZ5U8/H+qrHg"
    "xCYfuJsu02UFwGoFXVUEp8IhYr5KF0aJRfR9nkCxaPOVsWIN5MdRQbCWn5mgHuTRBp8zpF"
    "OegwCynCLbYduDj4l6huCLrIZFDd1I6f7JX9AnSLJdH7bcztJBZPt/BR5dBmflPIECRKh5"
    "jbwglL/ZyEcRQTObx7Vh9PRgmeZI5hI/vnivoh4Vx5A/vDSeFOA+hQtHIsWlKgj0VR6gr7"
    "KBvkq7rOj/J4A403feby5TpQoc16Rr9mFcs2UO+x3mVpfpVSoZNlWm9CrlHdb1z6EykqYU"
    "J0KrVoSvtmHilBVpa7aYZMWjEET2c8gu5LCeQ1YjR56VmYXMOUWuDM/gN/aTndQRe5hlvn"
    "IDll+3Cfi7M0tzxBpbNeQGbzDrE03xFC7w5lSQZGVnj5E2bNmUVG2JDeuPtLrGKh8Xlct9"
    "qZf7CfsazbVLn4XSJY4CYQaZ+qB0uu1WHelUdZVZnz60u706AjyTWjDPfnoX8bsHjsorJ+"
    "Gd0yd1CmxpUa+0iIz0nvqrtGZAGfL8bdkZDWbeVoyA/Ofz5Zymq53RIh/pFswAmb1yp0bY"
    "ZoZV6EQhsq1iLhY5zCs71j5HbnbsRKwdZOOFjfDAnLlXORIfkc5+s/ArMWye2Ij9nkqfDj"
    "kfRcnYt929tKjKpvFrSywqeQYgs4CXF/2js1vLtD8t77BKmrp0O6T90dQ3btC+cC/l31u+"
    "k9LpHzPdrXQTaZ/Dz8vb4/B6M57TUyTYAWhlbL/U0MjL4D2dWWx2EvcCRqBeEaYa+9HNhA"
    "wuUzOb2OhNf/Z+dHXWn70bEfbv5YdL/vPVAJ1d/STy9jrcixTL9p2R4ltu4MqzgfPmxrpU"
    "aUS8zO4FJ3ePnd5npaN2e4+3v9RR7Nc+/dRp3D42ek3gUsOf+7TxvdG5rSP+X592bz637x"
    "ud7ufmQx1FfmHtHh46jWYXUv0GP65Fv2498fIIT3RDJwIX94Zl4YwNelQoMaqGbh+j69Oy"
    "PaLyr96vvyVge8UG+7iLpjWKS/3Q2eRcKAonpEiI/dAQworMVMNIYOll+ivGZKTTosBpEX"
    "gmNTOJcrYTXVKuzKvdms5053m8bc+zvW3P0962x5Zb/pnZCrTgBu7kU/Mb5FLmsmXOEc9f"
    "cA3Xh6ic5I9KzR/JLDE7PT6WWWJkPpPSUHQyn0nJ8pnkSWAQcI+CI7MiMedN3k8eBvpIHC"
    "R2WyTdh0tEGkegzEUa65H2K0nj3pgghru1QBZ51m2HWHVOyVrmnLOxUNdqAS1skKghTO05"
    "scDb2GISI2bPaR+ZgLHgLZFObWKxoV7C1J6fCyjjw7wGDxJ21RQPE27BI+dj1jE/8vfIZ2"
    "y/QO1L9iTWhJoDU1v8zUbQ6hQ9scdRxy/Sjn43ZxbFBrttE/ayEFzsdrIGN832s7+JylDC"
    "dUlQl4eg5jNAoC3150wWJBDZDgNy2DqTLv/xj/Pzi4sP528vLq/ev/vw4f3V24AISd9axo"
    "hcNz8BKRKzUNIsiXQvqKR5KA97Kn3Yw2YK4LPm6IbSpR7cRqv7XelAqTL/J6jgqDYee5+h"
    "thn/gQ0S+1dV/vXQdFtGfvPuRWi6+O99+vDYeWh3FfVrs/u10bth3Sav9OljV+myHj83Hr"
    "s9XjYt9vs602H77KvnMVro6C8iU/mTP9h8pE7+sJvisCDHE5eSJI+4QEfR5OoxKRnKIhOC"
    "7xHeg1K9lZmwS5heSUfuMb0yDhP3bopz9RMsxxfzHOge4NCinBpi62cWEQfdTaGN+AZXE9"
    "v4dmm3TttRm3NqWiJ+rngO007QVTUGqHAOUw8A0SFFiM2SMwp3LGw1HJMcGVgoQbptz4iG"
    "XLFT9DQ0NfKE3pxdouEYgzj7an9C5pRQG+mOjV6JpY8WaMr+jI+cl3+4vQOKHgcJRyHH6I"
    "yNhoWeXsjiSZCRZW+PlfGEZdsU1paw/e5xjpjCEsMeSmyHtjos27/jPKPwiRUB129fOWi3"
    "T77KrIw7zMro5qIWnQIuCTMOZGSYcW3NMGN3iV7DZzQmKE8FS30qKGM1No7VkKUuJbN9LP"
    "BKJ+atQ+q5BBbENC4lU4vJ04KSnBZIJ/ydEdqyXGBOYDcoF7gsPV7EeTs+BkUT5OV3wC+l"
    "dl6Jf3xx2n2SvGvsDMcnIurbvVNbnhzvz+EY02eiDoLGK5nvW2LoQCkTG/KfgGs6GyHH44"
    "/h1yfeGTObniAHOHWQzyEjbvS4ae8M7IxMa4LG2A685tN0946fJeC4f2XgWOzXk1pAkf6W"
    "8oYPQmwpRDdLz3fJhZdqrdg1G35s4elreMt2lAa4QFsEa4s+7SqtXp3rlz59bH1ptcH9dU"
    "ZfqDmnfdpRbpTmN/BmtciQMH2lwbW7x657iUcB9eltu6XUkcaUVlLL5RnEqxxjeJVdzyvl"
    "4upWGyzyjUREyjxypflIsOOQyVRUSTgz/iYqsr8kJG93BfCWM5BMsEbWYNQjYpJPLzWfbm"
    "DbUT2tusZAC8S3MODl9JmpxHj7m+eC4xwRkx90qQfYIJhtfZadkC35mhOy8lMu80jzXS4W"
    "DHL2fjIiUuJqQWtuJ7e8XXcpiYLHJDEhefSUzBJI9aKARkQknMuPnUIObVPGvhf0dJy4ri"
    "SMY59pjpMQmIXbAPbR66eisEY+1g3SDmkB/5yGvFDeIY/IlomHch5rBHiJTjaiYOY53NCi"
    "7XN59k+IbbM3g0MHTN1qPJHkOR+TRXh4A2QOfidDB2QYWPwhqD97+xZ/eOcdWARNWV8vZC"
    "H27t/fo4WnH2OC+UfDHig4+HCPieRpR4lOO2CgUphnUoxea5niWEAwmtMi9ovbuoJU+Fke"
    "D/9sB/90chUsdIpZZhn6EtUzDGWu6AMcxj0ordtm61MdTQnV2Fj1aePmRnngCWjwcEimjn"
    "tk97Ny03MlYTWFa5+Ve/b72J+lh2UB+GCptu4NZBE2LSEqedNSs2lTvDBMrKljbI+LKM6k"
    "XJk/6jX15w5CpGQlxoOESBHLMi2BWf1zt93K8EAIJJL6S2f2zn/QLjNtRcyGwUw3HJ3ap/"
    "C8QxgLgFBsRPzpHQxIZObfCIYDOrhOhmFyP7pi9ltURmbtieMJdnRBOCMikl+WdP0e6Xqf"
    "9NmUU/7s9XOcmK7klCMfqCTq90fUp5apbaAaeMcf5eK0EtXo0lyuOrRcR4hYfV955GH0fY"
    "W1ms3/ztPm+0w6gnmh2Qg7UM+Vn7zVOTcOzmMBFxCw7afo3hxClv3BAs3HJs/hPzUwtd20"
    "+w6k+beJ4xgEMu2k+fx9PpwXDdB0y1k81SMnAy5gGutBN9irBMcLc2yjGWUrhGm8QpEC1p"
    "9u8/4pa42f2dyCkgOUdcXe1+Rph9CI2URGnsgJt170b1AnYGU4hTxMKM9hggydiLENF3nY"
    "hotstuEixTZwJ9ViRzZREekVnjy04egUJcpiQtU7ZNg+ScYBK3Y+FhGpHsJbPiPzIxRVvm"
    "4K7dwlrK9IuHqQb39S882SgPg1TYNgKgY7kEkSv0xoV6o4uLJn4rfdvo/RjNfNRP2b1uPX"
    "a8Wf6KyR7poYaSWdPa2z93NLZvOPyd9Ih2DpwVpKrqGoB6trHG4BWcXvqKLARlXgkTmxHg"
    "vku/ViffC2Zi3T0YfkRMR6JZrU8vFfwZ6PhmIrqbAGEFDODIpFgpDH7Fj6s05hIIGXiqXL"
    "eJPwJb04fV9DBnklBroQ1MrcfvfrpeeQfJLkk0qjd3Ztw7hLRHGYk3IVBHv75J2r34rAHE"
    "pUEODzPACfZwN8ngJY+grv1ldYlqetpL+oZAMkG1AaozUPG3Ag14MORARMnRNxoSD3Xi2f"
    "AWZFmq82vHwHAE8K4vRWmUI/1dALYU3hrB+O/j8ijHiIA3I3bXAcr1nmdCpKm7iPB66bOz"
    "G58wwCDaXNJm22Umi6XdtsXsrSwjAn5SoI9vbT8EkDeZ8GsoxF3pJbiwwB22cImOR1dhi2"
    "Kp1bDuLcMpsa+lAYGr7cwSUqt0cnl8MwAtv0cTmqeMbDwL2TyEVJakpSU5KaktT8QUlND3"
    "sRpxkOSx5KM5wOeVxJAipxTtB0Zo+RY9YQdguOW+RZhx44KTaCuCNXfMAjlRIpzLDjNpnr"
    "zphLv5CFLfIu2cMTZc3zsqmv2jKiEk8KFeX221euKPf2rQemLwoaaqFEBS3iHVQ951zu1C"
    "Ij/c/iHHAoJ8HOAbZM8XOgFD9ZVYaW2MSZVYaKGcUlY3v2bROPCNHU4cyyzUKHHgkxybPl"
    "PczTsCCgIbsEfExowwLwJcN7Cb6C+u8uEENzRgV2aObBUUJKBkUnuciwCGxegySUkKzJct"
    "ZEViL2587uKhEnFMTGgUt5k/0cC9Sxjx1y4WwKUMUSd8XwccORNkUoHadVRaw8f8FNwYo4"
    "U1YRJUhZtilEFcvqtts4Sg6WiOH2UczDb/v5+Faz24+8ZMZ8rA/HaGhqPIOXaT1jqtsuww"
    "y1yJmVhCZ4AYnINeSYQUqvGmut+cJskTfM5xlBukMmAlZ7p09a4aE7s4dDr5mjwsOT+bqi"
    "LyKjLEtMhPsjmdfM99tXkTzM47x0lu29dJZyXwo/jyIIR4WqCPPWOdpAgalcgRXhDAWi0q"
    "FmA/IwqvcL0ggCUZkYXKbu2QGk0q/lEKl7YlvCLQDcTvR3lAphJcoCrSgpsV0a6DLj0aEs"
    "9QZDfTg+Ednq3q3aUmsdh41WmenZSGzZjSvzHEq4HAuOnzydUF5voq0cP2Xbp+wLsoULRr"
    "YBFRGpoPl0/v59ntQe799n5/aAeymfrSIIe80riO7Z2zxRpKxVtnn6NhVHCgHzRHRKvcQu"
    "DUWkPVrQHk1t7/fpXf3X/wNLXQ80"
)
