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
    "eJztXW132ri2/ita+XI6a3GymqRNc+g9dy2SOC3TFHKBtGfuMMsRWARPjMzYJgz3nPnvV1"
    "t+t2WweTWuvrRga8vkkbyl/Wi//PsEW8Ox/kpOb7GDv5DFSR39+4TiCWEfUvdq7NJ0GrkD"
    "Vxw8MHhrm2BDp8/qi9dyYDsWHjrs1ggbNmGXNGIPLX3q6CYFgQaaW6w/oiGNPQAxuVN0Sw"
    "zisF6QMybIMueIWNgmNiKvxFo4Y7gDz2EyM6oRC+nOKTxMM4fsaezulvudUf2PGVEd85kw"
    "QYv1/utv7LLO2vxJbP/r9EUd6cTQYuDpGnTAr6vOYsqvPT42b+94S/jNA3VoGrMJDVtP2U"
    "8xadB8NtO1U5CBe8+Est/sEC0CKJ0Zhge/f8n9xeyCY81I8FO18IJGRnhmwLCc/NdoRocw"
    "GgiepM4c3bBPh+Zkip1TuPLhv73fGZFR1Va7p3aVnqqepIYUfk9iNLxLQ5PCdNCpA6j9+y"
    "+33xAdfvUEHnDzudF5c3H5E8fDtJ1ni9/k2J38xQXZqLqifARCyL1hT+N+rVNsLcTIR4QS"
    "8A8WDnv0GtD7F0LswzfAB9KHar/gXt+3r6HniW3/YcCFb43OdbPV6Pzy5mvjXxzzycK7dd"
    "9uffLbRwfi+pee0mAjATN/9BIZCLgwwMOXObY0NXXHPDez2qZvTc4nySuY4meOJfzR8Cf6"
    "2kl5JdQR6i33znKt9bs5syg2VBK0Xam32pQg1uAU9ZguGRoEW8idTjbCFkHmFLNp8BHNx9"
    "hBc2wjzWQCtoOpZvtKxlcoaK47Y66TbGw4yBwxxWOz3iYT3ZmwH5RWbvt8eJ/26VP4/Qn9"
    "E3U/N/5+/v7yDZfoz87fnl2in2+6bwamtvjppxqyTcTQcixz4Stbpn79SzaCZoj9Fv7EGv"
    "+EmWIi7IczRQzt+zR8IPvFTCUZiN3S2Wywc6rkX0+YrMUXIZv8ccLu/noyJZbNRi96CQ/M"
    "mRNcydTjcFegUJ6b1BErFE8goUx0d3ZFVYmnkDdT4jvUI+zHsv/+/o/z84uLD+dvLy6v3r"
    "/78OH91dsr1pb/3vStD8uUT/NTs9WDH2SyF8x9/eDCcqUu19EdraMhxC/sj0uDfDPGlkJn"
    "Ew50k4IOGZIU4L5sAnL2I8uzcp60O58arWa30Wu2W2rj9la5rSPTesZUtzG0qWNN69PGzU"
    "37sdXzG+Dh0JxRJ36v2/zUUm7VZiu8b+vPVNVp2Kaj3D12oz1YZDSzSaqT9mMv0QtTSH36"
    "RflFbXa7j7yHqQ776bpu2zPWQafd7Skdtfn1od3pwX2LDSyx6vpkalpOcD/4Ad5t//kPSq"
    "fLALhpdzrKDZd31WJ9aFoWGTpBi66itIKbNmGiSqvX+UW97TTuuBxXsHXNwiPHv6fcNiO3"
    "iKaHd741b5XWjeID67ZgsLJFV9cIm1V+y7vmfdhgpBvBDfYXKexH36rXjZsvfgP2ZxFLhV"
    "2E34zNgeZdM+yCmo4+Wvh3u0rnW3jPJtZr0H+314j8eDbVneBWr93+oip3dwwx/76DX4hK"
    "RiMOmdvqe7P3maHzveW3gbWV4TMPH660wkez3nuN7he1/aC04LkOtl/q5pRQ7/ptu6V4V4"
    "eGCWN30251WU/qp+Y36Aj0AOus/qy/Rm5GfoXfIPwdzdb/PDbZL2m0ut+VDjxVp3/MdBgK"
    "as+JFbYI5o/fwJ9AHQUmXjA7LQLTzp+c7e8tPoDen2rOqQpD6P+1nU8KvBqfmjBF3b/ZYk"
    "s46/tZh1nap7fKPfvj2PMf7hstDotGDB0MtPrUwDTSgL1IykMv1oK9R2TqRNp0lJ+9SR60"
    "scjvfMiuG72bz+FfOcDOcBy+JPeN3l2785VPJjZp2auiNPm8YT/CGZnWRIVpNSRMYki87W"
    "SOxXSC/1QNQp+dMft6cb5Ec7M9uau8z3+KL5Yt7845vxXX4dhJa3BmtzOjd0LES6UrkdDb"
    "midy6n8ojxbfxqLYa35V2Lv+9SFmBN2ylx/unMfsH//qm8vEMASdIHjfEHxF/8te2ORKG7"
    "Tr/e8JN1hmjsnmzlxlqi+CiX/ZvxQf1qFjWkU2QIHABnsgb4dzBONZYJPjjC1z9jwW73PE"
    "WEZEyry9yb+hj+mgqxwq6CpTA10lFVB0P1Vkwibl5LyN4xparnkRDSUklnEsA14gL5SBgE"
    "Qysd3wyZPc65IvIJFMGN+k0Iz0mm+T4agEjCFrWIz+j8vJE4BagROAWowmBW65GPahjMS9"
    "CO5lOXl5IFRz4Uifvfj3arlOX6aR1qvPjSnipzUII4tgOK0dYxsxo5z9TzU2o9zDEWCUB9"
    "gmiJlbdnDuq1P+kXfwNxtYCrasYGpjTuAKDpN3/DDBccavJ+6T4DYXVYMTinUPnpedVwgp"
    "c3lcseZxRTh0ea3MUKKCRub2ia7wjSg0y2Niqyf7MQC9t/lelvWm474pouWmE7xEOVab8I"
    "3L46Q0xRY/HOcH5QvbIRP2ETtwCs9Uurc82HU0H+vDMYLzMBvpcPjOroqckzbubwOnpMNr"
    "p8MuETvRTdmLAR+8NNo/d9utDOvOF0jS8vrQQf9Bhm4fo6ZaAjNAEdsW+/AGu+II8jeCPT"
    "F0cF0iHdVwz3OFSsq/t1xLeSfCtoojzVfqqa45Idy7Zj42ERwmM6VBT1F7NNKHxLLRgBgm"
    "eOSYCNPY2fdHtrN1GUNvh+o9Fmkm4RvdtA7b8bOk02X5iJZsHWeYz7qAns5eUQKByi0ol+"
    "9yLCiX7zIXFLgV3+zy/wtg67ffnyVxsqvZGof27O3bHNiyVpng8nuJoxVs23OTqXxm0hc6"
    "GEwJVtByO8+F+PkSxM/TiFumQQQbooZl4QyOMJBIQFy9rVBP+Vfv19+StCq4Iomn5mrfvE"
    "B4j+oAqK1XUlApnDRues1vCnjDOdyh6bbZbVxzXzCNbR0GHkt84BPuEdaNmSWav5msQ1Rk"
    "f6TD210pCJdxOD979+Hd1cXlu4BoCK4s4xd87iy6dRi+ELYFomwPlAZ1ufdSUnYLfkzHc7"
    "x4dG5MUSNALbZJF4jKI2SBvZvXE+fOtAgz2b6QRWrxSODqm63tRH9HCXF4NfyJFp4HNqRo"
    "nrEPGsQNcjQ67CXoNG+YDstmFiImv+u4LVgrrj3Juy8dYmR5PQWMwVT3Ai+Pc5+TQj2+Gy"
    "RTQxetp4Uw6rBeKguRTWyb9bspRl23myqhVIjFW+1O58PZpqRnsn9ygPoQdFUNjfhXYa7T"
    "1U5CqjNQXLmYTldb5j2RmWDWFyV/syG48CMcjvCzEwzHJ8TnFN3oQpMaCx7WCJY60kFiKg"
    "wZ30qfkrks2zaptoS5LD+5tjeyZyf0mphV+8yuivHNINPWdgY7KDN8CBe8Y+OKXrGhawV1"
    "BgPrvnlbR1wWItK+tb+4sWiv5kspaCIeDqepxQOyYoIyLqvUhIa3ISjIZcSlpA/3ch4jcv"
    "69KYUROXk/TmRX0hfxqVWYudipT0SMQBJZC0mGKY/NkGS58hgODqGYOqfoaWYPh0+wdYdt"
    "PBtq9pdoyDaHOjbQ0ILgdTQ0NYLefLpGF+ewtxHZDJt2J82FsmmjZeZC5bNkPLYgcr7b7P"
    "1Sh0n8SixbdxZ92uh22zdNnjyjzgxiPq9BBvIOfP3a7PUUpe6lDXIg1r/9oHQavXanjswp"
    "/F1uPHJhk+Qyj0WS3ANEDJLL43OmOO7DfdCCRfD121fOD+gsj0Vxlm1SnKVsCrYzZYpKwA"
    "JnoxsRqZw30E6m75RhVEg/BAKVw/ddHnjfZaP7joNbwCU3tenf+OAs94b/WMj5WC4LbL9s"
    "ilCP9XGE61gufAi1TINnENwQJMXvqKpITchkwPZ5Y326KVRfg56qipWbTW3j42reS1Uxgo"
    "QZmx/pK37ajSpC5GVm2xSjG7ebqqLkpp7bfCo13RR2VYXJTcG3BRca1ktVMWI/dmOEHlkf"
    "FdpM7jhMFxyyxFG6nqtWHoLXChqvZHYhA4ObxBJBQkzqhZ49NTUymZoOocPF37+QxVMNbg"
    "yI1wg/M0g+cu8N8PPgMWsYsmQ7UCmAfcCLNOu720cJs0FEzkH08CncYWajpBCSL94pX5wc"
    "qxT+2cyCQLSKJOT793lYnPfvs1kcuJeIMCLsL7WdjJCuZdmIkpIyJ1FtA0eUWZEwmVCgSp"
    "k5thYnI3NrHWYey5zK0ndH+u7kTmNZENBQQoIpHaH26wi1MgFrcWQjRfIqimz4wpbLvcwP"
    "bhIxDpHApzycgx1pnsOfDHLfEO3vOkUDy5zbxProBodAai8eHOLV1HLMF0KXRZ+s39EGPm"
    "S8swxDKdtLPy4lffWLbC2zyQKmXixnLa/xuKTcepZ662kT9u6sMcahmBzgUg+wtC3kdrhU"
    "m7Yl2+GbRvemcascbN/GPZBEmzbfNWnJjo17QKmO3zBXzdapToYEdlJz03qpoydekoK77c"
    "M2S9f4LcjEyt312cSxqI3e8BIgyLSCMmI/naKGgyZsyvLQYCaEeZZW6AhKuIlrtu7z4XlK"
    "pCbDJ4L4P41Jsku/xUqkcv/17Bqp8nRJRiNsOxqho3xrKt95YKdO5hDpGSsByYs/Wmzf69"
    "Z/5LUdvZJ9dcRrO3pl+vr0q9K69coB8hCGCaGa6tYC9CZ/cf/jXO7HS7yPUw7eh6inU9I1"
    "bUMmUhZ52haSRxdQDitgQTV+AiVYeaQSFBjlZVc1z62/sNd8Hqf5bJ/5VEE99pPWYgRigt"
    "JeLLW96O22hCMsHt1QYtnQVmtYYagSbwe8pGu8GxExmTGyzC9GaTJGHtFrcrQpI0uK8V5y"
    "Ru6UYgnjl0Q8Syy6aQnZMiXm1CAqiTXPUzmHJ8hDtjPTdGIjqHETCSw/RU+uk9IT+if6d/"
    "8EmkGNJmr22QP6J1PLfLbwZEL6J38J6+hst3eh623yvWC73gGxVIdYE+l7e3BLZclxmvSY"
    "O4jHXPT9SIGffaacEJP4r4u/QV6JIJX6kmIsvkCZucA1/cu3X3swy7E5PyMi9HIuFdgn3d"
    "7j7S/N1qc6X1oXDO8+7T52H5TWLSTas2c2VGslWp9+6jRuH5mxwK6ytVSbwW/v03vlrldH"
    "Bhk565AoZ3kG7Sx70M7Sg6Z7g5HXwg4ENjSwj8c6FNjX0v7aKbXqbl4LAhsTkpCmagtBYH"
    "1BSGNCkv9fShJkpU4vTg/kzpxe0pm6khiIvak5fJAl/7Jj/iWtKLYBc+5cHuVUDyvxjWnH"
    "cjFbTWBzINGmuB505HYtD7elx9uvJrcockWcBWJ4z4AWi1FO4NVDTWuCDd0mGnIt3I/oCW"
    "zcJzTyqzpDPYEJfiH8izs9BFzXDh/Wp33a8CTcOtRzbHMXCUhh6uAFr4GA0Yh1z1qYlIFh"
    "m15Lvzm2X1jrGZOxoGvdZpK6YbhXbMc0tdx+SeEiM5xZFpCN0u2oRMRatttRRpDXEbgarU"
    "sv5GEXssmFlJkqKcuDUGZFucptk5Q/RuRLJP2Vp9bTE900DYKpGPWIVBJ4Jrarme4PxZ6R"
    "b7fvY8hfN3sJNfL49VrpvDnjo8Aa6e6mLJ05QNIM0igujTWRxyg+kDURSV4psibiuS1XWx"
    "OTePs8R+WWOXJjT7GBBgQSRNleaqlIxvXkobb7nOBM29CHhM0x/l18ZL6bp8ij8wrt8OU+"
    "VB6d/4j4h7qxiH0bl5JW7kor90c4QX/oNG56zS4/Q5/Cyq/bS07R5Xl5qUlyeV5ehsNdac"
    "jK8/JSIiqpAXlefjQwy/PyH/a83FMhInYr1C6rma1Qp+XLuTGesZ+EBoShW+MZK/yHJjgm"
    "+E0uvTTQLWesmlRIYW2nS1l3s2yraE0SUqUjROD/4nRUVGh32Ff8jPSVWLyG8Lo8SVR+j+"
    "kXbts3j1+VFkCutAoqmZOH9sPjPS8yq95e11HsK2RmiHRdR+knHby6rEyAvEXb9MBp9JLb"
    "z7L6aKxvm8qkxzm39BskPZb1KNco+xb44W5c+C3m0VtFrGTtzvxYybqUKyGSdSlzKai916"
    "U8Ei4sThnKspRCjNIUX460xm1Keib7J++mbP3a52XY526nwMcWmVOPtBYxpyGfvYQ59cpG"
    "qyGNno86HekGOUVNx0acOKnx8B024Dbxq0EQyzItnlB4YJovrIFFkMt8oYFhDmwvIueJ7W"
    "GfxFzqDp4hydWymYG1JeRq5dMIQzYLpdXrutksYH8DCYHBfb4LmYD5vncdAukqB390lUkf"
    "XYn8oo4p1eoaI9H8+tDu8GQh+gTWdfB96ih3j124ZJHRzHYJywOPBGg18UCI1ZDfvszYr+"
    "n7d5kno+1ldkrby1ROW76aqEUhjkutBXTJNtG7xhmKSKlQNSYNc2YR1piMrMMqiKbiCFEy"
    "LwqqJyIxzcL0hZrzwlM1EJK4ZuE6wrrw6Hw5sKGURFaArKwKXMmE04Oix7cDeXrrAySPwn"
    "cHpgws2Oe5uHQs3qNjsXRCyAnvSieE+EK2DVCrXxlxcKyOHSXjMsrsq3AsUO3U9f+GWOAI"
    "M8R8hqdPsaL3a0uPsjwvCnWYkFh5nvV9vIAkE245S54xzjDMOdEg+YSDXwgioxEZppPajV"
    "ivPAHdzzfdj+zmGJ+/v/SrZuoWr42ePtna+dPkGVfZtnS1JWdcMoDgMF7s7vtTEPdARuK+"
    "Lu6SoKokQcWXs4IMQFRmv6vIcRj+RYIxV1aYLeqntbY3aRnQX2leRafe7p20XCxFu9sA5R"
    "z72mBg83loaWSoQ5pk2DfWoEo7RKNOiKXDtxH/5sbLnqKOObfRcIzpM0HcXeMj7CkX3J2K"
    "klfCK7wzgDSxn9ZOngSpn+Mhs35y6SDXW3DB0R3Di6ZlSmpssicv3K/2bDJhy7n3Bbs7R9"
    "Uhfzr5w22jaZ9dZ5bfoPy8uEY9vxW4vLhbedWvWi/33eXZd7upydKwZzt6hBLb8aY5qKJM"
    "5NHK4+Nxke3jcZH2pdF0MUu9xJEmFKmgu9K7tzkgfvc2uwL325QbDRmalgdsAZgTYhWEev"
    "vhszYsTWxREeOcwwcyIl9iD7GTr81Wu1NH/L8+/aS0lE7jvo68D33aVTrN9mO3jrwPye2A"
    "9E1dOSonmoW9ZHoFBua204A8fFy2T++a9+CWCv7xWp8yueZdEy5Qk8cUsmvK3Z1y02t+U+"
    "oencg2lX0KZiDr6Xurjua6M2a9uT5KJUjrBwOhLknul00PJEQlT1BqnoAXQBbtCzK9viIS"
    "+/P4OtvVQrVldy9z8DsZZm+0VmvAWAd71IItb34VUYIgU0fwb5+2HyDTBvzbp48tZrW377"
    "+BCgw/l0SxSXr/MDSzzwOoM3s4LLI/TktWcYucZxd2lr0NO0vtwzwSSBWpouzsvHGpDVP0"
    "lg3yJRALcvTaxHotjF9M6IeGzyITogFN6piGSN8uq9+Tkt1jFZ8Dqd3tVfFhD9VmQ0flCc"
    "MLTl+R7I+cpztgqItWsksJlphlKA2BFoA2skxBHsElWjcpKOcs/PXmWhi6Yj8ygl5um3W0"
    "Z0zuR8YwftJWAMSU4I+M4ohZpUZBAKMyPzJ2sHcsCF1E5EdGTtPtqYGZvU0d3ShkPSYFf2"
    "QU2YbHeinogRWVkcFXMlBQBgoeKbyyAtH2KxCRV53Mi9cgiovJKkSyCpGsQnREMK8XLMw3"
    "UttAufqRrdE9Z576Tp4+3S+45dS9q0s8xRcfGeVetlT7r5BCXuTjVCweO9JNReBOe4NtI3"
    "C963dUVaTGBGubgvSZ9VElfAqFq0eW8HjYuBhQP4oqT6r5eH/VWHBikw/cTZfpsgJgtYKu"
    "KoJT4RAxX6ULo8Qi+j5PoFi0+cpYsQby46ggWMvPTFAP8miDzxnSKc9BAFlOke2w7cHHRD"
    "1D8EVWw6KGbqR0/+Qv6BMk2a4PW25n6SCy/f8EHl0GZ+U8gQJEqHmNvCCUv9nIRxFBM5vH"
    "tWH09GCZ5kjmEj++eK+iHhXHkD+8NJ4U4D6FC0cixaUqCPRVHqCvsoG+Srus6P8ngDjTd9"
    "5vLlOlChzXpGv2YVyzZQ77HeZWl+lVKhk2Vab0KuUd1vXPoTKSphQnQqtWhK+2YeKUFWlr"
    "tphkxaMQRPZzyC7ksJ5DViNHnpWZhcw5Ra4Mz+A39pOd1BF7mGW+cgOWX7cJ+LszS3PEGl"
    "s15AZvMOsTTfEULvDmVJBkZWePkTZs2ZRUbYkN64+0usYqHxeVy32pl/sJexvNtUufhdIl"
    "jgJhBpn6oHS67VYd6VR1lVmfPrS7vToCPJNaMM9+ehfxuweOyisn4Z3TJ3UKbGlRr7SIjP"
    "Se+qu0ZkAZ8vxt2RkNZt5WjID85/PlnKarndEiL+kWzACZvXKnRthmhlXoRCGyrWIuFjnM"
    "KzvWPkduduxErB1k44WN8MCcuVc5Eh+Rzr5Z+JUYNk9sxL6n0qdDzkdRMvZtdy8tqrJp/N"
    "oSi0qeAcgs4OVF/+js1jLtT8s7rJKmLt0OaX809Y0btC/cS/n3lu+kdPrHTHcr3UTa5/Dz"
    "8vY4vN6M5/QUCXYAWhnbLzU08jJ4T2cWm53EvYARqFeEqcY+upmQwWVqZhMbvenP3o+uzv"
    "qzdyPC/r38cMk/Xw3Q2dVPIm+vw/2QYtm+M1J8yw1ceTZw3txYlyqNiJfZveDk7rHT+6x0"
    "1G7v8faXOop97dNPncbtY6PXBC41/Nynje+Nzm0d8f/6tHvzuX3f6HQ/Nx/qKPKFtXt46D"
    "SaXUj1G3xci37deuLlEZ7ohk4ELu4Ny8IZG/SoUGJUDd0+RtenZXtE5V+9X39LwPaKDfZy"
    "F01rFJf6obPJuVAUTkiREPuhIYQVmamGkcDSy/RXjMlIp0WB0yLwTGpmEuVsJ7qkXJlXuz"
    "Wd6c7zeNueZ3vbnqe9bY8tt/wzsxVowQ3cyafmN8ilzGXLnCOe/8A1XB+icpI/KjV/JLPE"
    "7PT4WGaJkflMSkPRyXwmJctnkieBQcA9Co7MisScN3k/eRjoI3GQ2G2RdB8uEWkcgTIXaa"
    "xH2q8kjXtjghju1gJZ5Fm3HWLVOSVrmXPOxkJdqwW0sEGihjC158QCb2OLSYyYPad9ZALG"
    "grdEOrWJxYZ6CVN7fi6gjA/zM3iQsKumeJhwCx45H7OO+ZG/Rz5j+wVqX7InsSbUHJja4m"
    "82glan6Ik9jjp+kXb0uzmzKDbYbZuwHwvBxW4na3DTbD/7m6gMJVyXBHV5CGo+AwTaUn/O"
    "ZEECke0wIIetM+nyH/84P7+4+HD+9uLy6v27Dx/eX70NiJD0rWWMyHXzE5AiMQslzZJI94"
    "JKmofysKfShz1spgA+a45uKF3qwW20ut+VDpQq8z9BBUe18dj7DLXN+Ac2SOxfVfnXQ9Nt"
    "Gfnm3YvQdPHvffrw2HlodxX1a7P7tdG7Yd0mr/TpY1fpsh4/Nx67PV42LfZ9nemwffbV8x"
    "gtdPQXkan8yR9sPlInf9hNcViQ44lLSZJHXKCjaHL1mJQMZZEJwfcI70Gp3spM2CVMr6Qj"
    "95heGYeJezfFufoJluOLeQ50D3BoUU4NsfUzi4iD7qbQRnyDq4ltfLu0W6ftqM05NS0RP1"
    "c8h2kn6KoaA1Q4h6kHgOiQIsRmyRmFOxa2Go5JjgwslCDdtmdEQ67YKXoamhp5Qm/OLtFw"
    "jEGcvbU/IXNKqI10x0avxNJHCzRlf8ZHzss/3N4BRY+DhKOQY3TGRsNCTy9k8STIyLK3x8"
    "p4wrJtCmtL2H73OEdMYYlhDyW2Q1sdlu3fcZ5ReMWKgOu3rxy02ydfZVbGHWZldHNRi04B"
    "l4QZBzIyzLi2Zpixu0Sv4TMaE5SngqU+FZSxGhvHashSl5LZPhZ4pRPz1iH1XAILYhqXkq"
    "nF5GlBSU4LpBP+zghtWS4wJ7AblAtclh4v4rwdH4OiCfLyO+CXUjuvxD++OO0+Sd41dobj"
    "ExH17d6pLU+O9+dwjOkzUQdB45XM9y0xdKCUiQ35T8A1nY2Q4/HH8PWJd8bMpifIAU4d5H"
    "PIiBs9bto7Azsj05qgMbYDr/k03b3jZwk47l8ZOBb7elILKNLfUt7wQYgthehm6fkuufBS"
    "rRW7ZsOPLTx9DW/ZjtIAF2iLYG3Rp12l1atz/dKnj60vrTa4v87oCzXntE87yo3S/AberB"
    "YZEqavNLh299h1L/EooD69bbeUOtKY0kpquTyDeJVjDK+y63mlXFzdaoNF3pGISJlHrjQv"
    "CXYcMpmKKglnxt9ERfaXhOTtrgDecgaSCdbIGox6REzy6aXm0w1sO6qnVdcYaIH4Fga8nD"
    "4zlRhvf/NccJwjYvKFLvUAGwSzrc+yE7Ilb3NCVr7KZR5pvsvFgkHO3k9GREpcLWjN7eSW"
    "t+suJVHwmCQmJI+eklkCqV4U0IiIhHP5sVPIoW3K2PeCno4T15WEcew1zXESArNwG8A+ev"
    "1UFNbIy7pB2iEt4J/TkBfKO+QR2TLxUM5jjQAv0clGFMw8hxtatH0uz/4JsW32y+DQAVO3"
    "Gk8kec7HZBEe3gCZg9/J0AEZBhZ/COrP3r7FH955BxZBU9bXC1mIvfv392jh6ceYYP7SsA"
    "cKDj7cYyJ52lGi0w4YqBTmmRSj11qmOBYQjOa0iP3itq4gFX6Wx8M/28E/nVwFC51illmG"
    "vkT1DEOZK/oAh3EPSuu22fpUR1NCNTZWfdq4uVEeeAIaPBySqeMe2f2s3PRcSVhN4dpn5Z"
    "59H/uz9LAsAB8s1da9gSzCpiVEJW9aajZtiheGiTV1jO1xEcWZlCvzS72m/txBiJSsxHiQ"
    "ECliWaYlMKt/7rZbGR4IgURSf+nM3vkP2mWmrYjZMJjphqNT+xSedwhjARCKjYg/vYMBic"
    "z8G8FwQAfXyTBM7kdXzH6LysisPXE8wY4uCGdERPLLkq7fI13vkz6bcsqfvX6OE9OVnHLk"
    "BZVE/f6I+tQytQ1UA+/4o1ycVqIaXZrLVYeW6wgRq+8rjzyMvq+wVrP533nafJ9JRzAvNB"
    "thB+q58pO3OufGwXks4AICtv0U3ZtDyLI/WKD52OQ5/KcGprabdt+BNP82cRyDQKadNJ+/"
    "z4fzogGabjmLp3rkZMAFTGM96Ab7KcHxwhzbaEbZCmEar1CkgPWn27x/ylrjZza3oOQAZV"
    "2x32vytENoxGwiI0/khFsv+jeoE7AynEIeJpTnMEGGTsTYhos8bMNFNttwkWIbuJNqsSOb"
    "qIj0Ck8e2nB0ihJlMaHqHTJsnyTjgBU7H4uIVA/hLZ+R+RGKKl83hXbuEtZXJFw9yLc/qf"
    "lmSUD8mqZBMBWDHcgkiV8mtCtVHFzZM/Hbbt/HaMbrZqL+Tevx67XiT3TWSHdNjLSSzp7W"
    "2fu5JbP5x+RvpEOw9GAtJddQ1IPVNQ63gKzid1RRYKMq8MicWI8F8t16sT54W7OW6ehDci"
    "JivRJNavn4r2DPR0OxlVRYAwgoZwbFIkHIY3Ys/VmnMJDAS8XSZbxJ+JJenL6vIYO8EgNd"
    "CGplbr/79dJzSD5J8kml0Tu7tmHcJaI4zEm5CoK9ffLO1W9FYA4lKgjweR6Az7MBPk8BLH"
    "2Fd+srLMvTVtJfVLIBkg0ojdGahw04kOtBByICps6JuFCQe6+WzwCzIs1XG16+A4AnBXF6"
    "q0yhn2rohbCmcNYPR/8fEUY8xAG5mzY4jtcsczoVpU3cxwPXzZ2Y3HkGgYbSZpM2Wyk03a"
    "5tNi9laWGYk3IVBHv7afikgbxPA1nGIm/JrUWGgO0zBEzyOjsMW5XOLQdxbplNDX0oDA1f"
    "7uASldujk8thGIFt+rgcVTzjYeDeSeSiJDUlqSlJTUlq/qCkpoe9iNMMhyUPpRlOhzyuJA"
    "GVOCdoOrPHyDFrCLsFxy3yrEMPnBQbQdyRKz7gkUqJFGbYcZvMdWfMpV/IwhZ5l+zhibLm"
    "ednUV20ZUYknhYpy++0rV5R7+9YD0xcFDbVQooIW8Q6qnnMud2qRkf5ncQ44lJNg5wBbpv"
    "g5UIqfrCpDS2zizCpDxYzikrE9+7aJR4Ro6nBm2WahQ4+EmOTZ8h7maVgQ0JBdAj4mtGEB"
    "+JLhvQRfQf13F4ihOaMCOzTz4CghJYOik1xkWAQ2r0ESSkjWZDlrIisR+3Nnd5WIEwpi48"
    "ClvMl+jgXq2MsOuXA2Bahiibti+LjhSJsilI7TqiJWnr/gpmBFnCmriBKkLNsUooplddtt"
    "HCUHS8Rw+yjm4bf9fHyr2e1HXjJjPtaHYzQ0NZ7By7SeMdVtl2GGWuTMSkITvIBE5BpyzC"
    "ClV4211nxhtsgb5vOMIN0hEwGrvdMnrfDQndnDodfMUeHhyXxd0R8ioyxLTIT7I5nXzPfb"
    "V5E8zOO8dJbtvXSWcl8KX48iCEeFqgjz1jnaQIGpXIEV4QwFotKhZgPyMKr3C9IIAlGZGF"
    "ym7tkBpNKv5RCpe2Jbwi0A3E70d5QKYSXKAq0oKbFdGugy49GhLPUGQ304PhHZ6t6t2lJr"
    "HYeNVpnp2Uhs2Y0r8xxKuBwLjp88nVBeb6KtHD9l26fsDbKFC0a2ARURqaD5dP7+fZ7UHu"
    "/fZ+f2gHspn60iCHvNK4ju2ds8UaSsVbZ5+jYVRwoB80R0Sr3ELg1FpD1a0B5Nbe/36V39"
    "1/8Dp7wDyg=="
)
