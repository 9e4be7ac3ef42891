CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "calls" (
    "id" TEXT NOT NULL CONSTRAINT "pk_calls" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "held" BLOB NULL,
    "answer" BLOB NULL,
    "answered_step" INTEGER NOT NULL,
    "started_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "language" TEXT NOT NULL
);

CREATE INDEX "ix_calls_updated_at" ON "calls" ("updated_at");

CREATE TABLE "work_results" (
    "call_id" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    CONSTRAINT "pk_work_results" PRIMARY KEY ("call_id", "step")
);

CREATE TABLE "journal" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_journal" PRIMARY KEY AUTOINCREMENT,
    "call_id" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "input" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "flow_hash" TEXT NOT NULL,
    "prompt_hash" TEXT NOT NULL,
    "settings_hash" TEXT NOT NULL
);

CREATE UNIQUE INDEX "ix_journal_call_id_step" ON "journal" ("call_id", "step");

CREATE TABLE "definitions" (
    "hash" TEXT NOT NULL CONSTRAINT "pk_definitions" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL
);

CREATE TABLE "feed" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_feed" PRIMARY KEY AUTOINCREMENT,
    "at" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "call_id" TEXT NULL,
    "order_id" TEXT NULL,
    "case_id" TEXT NULL
);

CREATE TABLE "callers" (
    "key" TEXT NOT NULL CONSTRAINT "pk_callers" PRIMARY KEY,
    "last_call_at" INTEGER NOT NULL,
    "language" TEXT NULL
);

CREATE TABLE "failures" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_failures" PRIMARY KEY AUTOINCREMENT,
    "at" INTEGER NOT NULL,
    "order_key" TEXT NULL,
    "caller_key" TEXT NULL,
    "from_own_number" INTEGER NOT NULL,
    "pin_key" TEXT NULL,
    "closes_foreign" INTEGER NOT NULL
);

CREATE INDEX "ix_failures_order_key_at" ON "failures" ("order_key", "at");

CREATE INDEX "ix_failures_caller_key_at" ON "failures" ("caller_key", "at");

CREATE INDEX "ix_failures_at" ON "failures" ("at");

CREATE TABLE "requests" (
    "id" TEXT NOT NULL CONSTRAINT "pk_requests" PRIMARY KEY,
    "idempotency_key" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "order_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "lease_owner" TEXT NULL,
    "lease_until" INTEGER NULL,
    "attempts" INTEGER NOT NULL,
    "result" TEXT NULL,
    "held" BLOB NULL,
    "created_at" INTEGER NOT NULL,
    "finished_at" INTEGER NULL
);

CREATE UNIQUE INDEX "ix_requests_idempotency_key" ON "requests" ("idempotency_key");

CREATE INDEX "ix_requests_state" ON "requests" ("state");

CREATE TABLE "orders" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders" PRIMARY KEY,
    "number" TEXT NOT NULL,
    "phone_key" TEXT NULL,
    "contact" BLOB NULL,
    "pin_key" TEXT NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "changed_by" TEXT NULL,
    "data" TEXT NOT NULL,
    "former" TEXT NULL
);

CREATE INDEX "ix_orders_phone_key_changed_at" ON "orders" ("phone_key", "changed_at");

CREATE TABLE "order_keys" (
    "spoken_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    CONSTRAINT "pk_order_keys" PRIMARY KEY ("spoken_key", "kind", "order_id"),
    CONSTRAINT "fk_order_keys_order_id" FOREIGN KEY ("order_id") REFERENCES "orders" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_order_keys_order_id" ON "order_keys" ("order_id");

CREATE TABLE "cases" (
    "id" TEXT NOT NULL CONSTRAINT "pk_cases" PRIMARY KEY,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "order_id" TEXT NULL,
    "call_id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "contact" BLOB NULL
);

CREATE UNIQUE INDEX "ix_cases_number" ON "cases" ("number");

CREATE UNIQUE INDEX "ix_cases_order_id_kind" ON "cases" ("order_id", "kind") WHERE closed_at IS NULL;

CREATE TABLE "messages" (
    "id" TEXT NOT NULL CONSTRAINT "pk_messages" PRIMARY KEY,
    "call_id" TEXT NULL,
    "order_id" TEXT NULL,
    "case_id" TEXT NULL,
    "channel" TEXT NOT NULL,
    "prompt_key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sid" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "error" TEXT NULL,
    "lease_until" INTEGER NULL,
    "contact" BLOB NULL,
    "body" BLOB NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL
);

CREATE INDEX "ix_messages_state" ON "messages" ("state");

CREATE INDEX "ix_messages_order_id" ON "messages" ("order_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0001_FirstCall', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "cases" ADD "details" BLOB NULL;

CREATE TABLE "codes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_codes" PRIMARY KEY,
    "order_id" TEXT NULL,
    "phone_key" TEXT NULL,
    "caller_key" TEXT NULL,
    "call_id" TEXT NOT NULL,
    "code_key" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "used_at" INTEGER NULL,
    "used_by" TEXT NULL,
    "used_in" TEXT NULL
);

CREATE INDEX "ix_codes_order_id_created_at" ON "codes" ("order_id", "created_at");

CREATE INDEX "ix_codes_phone_key_created_at" ON "codes" ("phone_key", "created_at");

CREATE INDEX "ix_codes_caller_key_created_at" ON "codes" ("caller_key", "created_at");

CREATE INDEX "ix_codes_call_id" ON "codes" ("call_id");

CREATE INDEX "ix_codes_created_at" ON "codes" ("created_at");

CREATE TABLE "payment_links" (
    "key" TEXT NOT NULL CONSTRAINT "pk_payment_links" PRIMARY KEY,
    "token" BLOB NOT NULL,
    "order_id" TEXT NOT NULL,
    "hellers" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "paid_at" INTEGER NULL
);

CREATE INDEX "ix_payment_links_order_id" ON "payment_links" ("order_id");

CREATE TABLE "ratings" (
    "id" TEXT NOT NULL CONSTRAINT "pk_ratings" PRIMARY KEY,
    "call_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "mark" INTEGER NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "ix_ratings_call_id_order_id" ON "ratings" ("call_id", "order_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0002_Tasks', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "cases" ADD "callback_from" INTEGER NULL;

ALTER TABLE "cases" ADD "callback_until" INTEGER NULL;

ALTER TABLE "cases" ADD "caller_key" TEXT NULL;

CREATE INDEX "ix_cases_caller_key" ON "cases" ("caller_key");

CREATE TABLE "transfers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_transfers" PRIMARY KEY,
    "call_id" TEXT NOT NULL,
    "case_number" TEXT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "waiting_since" INTEGER NOT NULL,
    "offer_id" TEXT NULL,
    "move_at" INTEGER NULL,
    "moves" INTEGER NOT NULL,
    "deadline_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "settled_at" INTEGER NULL
);

CREATE INDEX "ix_transfers_call_id" ON "transfers" ("call_id");

CREATE INDEX "ix_transfers_settled_at" ON "transfers" ("settled_at");

CREATE TABLE "offers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_offers" PRIMARY KEY,
    "transfer_id" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "result" TEXT NULL,
    "leg" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);

CREATE INDEX "ix_offers_due_at" ON "offers" ("due_at");

CREATE INDEX "ix_offers_created_at" ON "offers" ("created_at");

CREATE UNIQUE INDEX "ix_offers_agent" ON "offers" ("agent") WHERE ended_at IS NULL;

CREATE UNIQUE INDEX "ix_offers_transfer_id" ON "offers" ("transfer_id") WHERE ended_at IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0004_Transfers', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "outside_acts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_outside_acts" PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "sent" INTEGER NOT NULL,
    "result" BLOB NULL,
    "created_at" INTEGER NOT NULL,
    "updated_at" INTEGER NOT NULL
);

CREATE INDEX "ix_outside_acts_request_id" ON "outside_acts" ("request_id");

CREATE INDEX "ix_outside_acts_created_at" ON "outside_acts" ("created_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0005_OutsideActs', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "mirror" (
    "order_id" TEXT NOT NULL CONSTRAINT "pk_mirror" PRIMARY KEY,
    "number" TEXT NOT NULL,
    "status_id" TEXT NULL,
    "status" TEXT NULL,
    "updated_at" INTEGER NULL,
    "seen_at" INTEGER NOT NULL,
    "is_gone" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "former_status_id" TEXT NULL,
    "written_at" INTEGER NULL
);

CREATE TABLE "hints" (
    "number" TEXT NOT NULL CONSTRAINT "pk_hints" PRIMARY KEY,
    "changed_at" INTEGER NULL,
    "status_id" TEXT NULL,
    "received_at" INTEGER NOT NULL
);

CREATE INDEX "ix_hints_received_at" ON "hints" ("received_at");

CREATE TABLE "mirror_notes" (
    "name" TEXT NOT NULL CONSTRAINT "pk_mirror_notes" PRIMARY KEY,
    "value" TEXT NULL,
    "at" INTEGER NULL,
    "lease_owner" TEXT NULL,
    "lease_until" INTEGER NULL
);

CREATE TABLE "met_statuses" (
    "status_id" TEXT NOT NULL CONSTRAINT "pk_met_statuses" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "shop_records" (
    "id" TEXT NOT NULL CONSTRAINT "pk_shop_records" PRIMARY KEY,
    "number" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "created_at" INTEGER NOT NULL
);

CREATE INDEX "ix_shop_records_due_at" ON "shop_records" ("due_at");

CREATE TABLE "pin_versions" (
    "number" TEXT NOT NULL CONSTRAINT "pk_pin_versions" PRIMARY KEY,
    "version" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0006_Mirror', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "parcels" (
    "id" TEXT NOT NULL CONSTRAINT "pk_parcels" PRIMARY KEY,
    "state" TEXT NULL,
    "seen_at" INTEGER NULL,
    "tried_at" INTEGER NULL,
    "extended" INTEGER NOT NULL
);

CREATE TABLE "pickup_points" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_pickup_points" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "seen_at" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0007_Parcels', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "gateway_payments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_gateway_payments" PRIMARY KEY,
    "ref_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "token_key" TEXT NOT NULL,
    "token" BLOB NOT NULL,
    "hellers" INTEGER NOT NULL,
    "trans_id" TEXT NULL,
    "address" BLOB NULL,
    "state" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "ask_at" INTEGER NULL,
    "asked" INTEGER NOT NULL,
    "paid_at" INTEGER NULL
);

CREATE UNIQUE INDEX "ix_gateway_payments_ref_id" ON "gateway_payments" ("ref_id");

CREATE UNIQUE INDEX "ix_gateway_payments_token_key" ON "gateway_payments" ("token_key");

CREATE INDEX "ix_gateway_payments_order_id" ON "gateway_payments" ("order_id");

CREATE INDEX "ix_gateway_payments_ask_at" ON "gateway_payments" ("ask_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0008_Gateway', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "orders" ADD "import_id" TEXT NULL;

ALTER TABLE "orders" ADD "imported" TEXT NULL;

ALTER TABLE "orders" ADD "imported_rest" TEXT NULL;

CREATE INDEX "ix_orders_import_id" ON "orders" ("import_id");

CREATE TABLE "imports" (
    "id" TEXT NOT NULL CONSTRAINT "pk_imports" PRIMARY KEY,
    "as_of" INTEGER NOT NULL,
    "started_at" INTEGER NOT NULL,
    "decided_at" INTEGER NULL
);

CREATE TABLE "import_orders" (
    "order_id" TEXT NOT NULL CONSTRAINT "pk_import_orders" PRIMARY KEY,
    "import_id" TEXT NOT NULL,
    "piece" INTEGER NOT NULL,
    "phone_key" TEXT NULL,
    "contact" BLOB NULL,
    "pin_key" TEXT NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "data" TEXT NOT NULL,
    "rest" TEXT NOT NULL
);

CREATE INDEX "ix_import_orders_import_id_piece" ON "import_orders" ("import_id", "piece");

CREATE TABLE "import_keys" (
    "order_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "spoken_key" TEXT NOT NULL,
    CONSTRAINT "pk_import_keys" PRIMARY KEY ("order_id", "kind", "spoken_key")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0009_Import', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "accounts" (
    "name" TEXT NOT NULL CONSTRAINT "pk_accounts" PRIMARY KEY,
    "agent" TEXT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "password" TEXT NULL,
    "stamp" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" INTEGER NULL,
    "link_key" TEXT NULL,
    "link_until" INTEGER NULL,
    "signature" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL
);

CREATE TABLE "audit" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_audit" PRIMARY KEY AUTOINCREMENT,
    "at" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "order_id" TEXT NULL,
    "case_id" TEXT NULL,
    "call_id" TEXT NULL,
    "note" TEXT NULL
);

CREATE INDEX "ix_audit_at" ON "audit" ("at");

CREATE INDEX "ix_audit_order_id" ON "audit" ("order_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0010_Accounts', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "transfers" ADD "callback_case" TEXT NULL;

ALTER TABLE "transfers" ADD "leg" TEXT NULL;

ALTER TABLE "transfers" ADD "taken_at" INTEGER NULL;

CREATE INDEX "ix_transfers_taken_at" ON "transfers" ("taken_at");

CREATE INDEX "ix_transfers_case_number" ON "transfers" ("case_number");

CREATE TABLE "agent_states" (
    "agent" TEXT NOT NULL CONSTRAINT "pk_agent_states" PRIMARY KEY,
    "state" TEXT NOT NULL,
    "reason" TEXT NULL,
    "since" INTEGER NOT NULL,
    "until" INTEGER NULL,
    "shift_until" INTEGER NULL
);

CREATE TABLE "callbacks" (
    "case_id" TEXT NOT NULL CONSTRAINT "pk_callbacks" PRIMARY KEY,
    "customer" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_at" INTEGER NULL,
    "transfer_id" TEXT NULL
);

CREATE UNIQUE INDEX "ix_callbacks_customer" ON "callbacks" ("customer") WHERE transfer_id IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0011_Queue', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "line" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_line" PRIMARY KEY,
    "mode" TEXT NOT NULL,
    "overflow_seconds" INTEGER NOT NULL,
    "share_percent" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0012_Line', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "cases" ADD "claimed_at" INTEGER NULL;

ALTER TABLE "cases" ADD "disposition" TEXT NULL;

ALTER TABLE "cases" ADD "closed_by" TEXT NULL;

CREATE INDEX "ix_cases_closed_at" ON "cases" ("closed_at");

CREATE INDEX "ix_cases_call_id" ON "cases" ("call_id");

CREATE TABLE "case_events" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_case_events" PRIMARY KEY AUTOINCREMENT,
    "case_id" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "about" TEXT NULL,
    "words" BLOB NULL
);

CREATE INDEX "ix_case_events_case_id" ON "case_events" ("case_id");

CREATE TABLE "own_faults" (
    "order_id" TEXT NOT NULL,
    "sign" TEXT NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "case_id" TEXT NULL,
    "cleared_at" INTEGER NULL,
    "cleared_by" TEXT NULL,
    CONSTRAINT "pk_own_faults" PRIMARY KEY ("order_id", "sign")
);

ALTER TABLE "calls" ADD "caller_key" TEXT NULL;

ALTER TABLE "calls" ADD "order_id" TEXT NULL;

ALTER TABLE "calls" ADD "handover" TEXT NULL;

ALTER TABLE "calls" ADD "failures" INTEGER NULL;

CREATE INDEX "ix_calls_started_at" ON "calls" ("started_at");

CREATE INDEX "ix_calls_ended_at" ON "calls" ("ended_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0013_Cases', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "transfers" ADD "room" TEXT NULL;

CREATE INDEX "ix_transfers_room" ON "transfers" ("room");

CREATE TABLE "consults" (
    "id" TEXT NOT NULL CONSTRAINT "pk_consults" PRIMARY KEY,
    "transfer_id" TEXT NOT NULL,
    "offer_id" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "result" TEXT NULL,
    "leg" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);

CREATE INDEX "ix_consults_due_at" ON "consults" ("due_at");

CREATE UNIQUE INDEX "ix_consults_agent" ON "consults" ("agent") WHERE ended_at IS NULL;

CREATE UNIQUE INDEX "ix_consults_transfer_id" ON "consults" ("transfer_id") WHERE ended_at IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0014_Consults', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "callers" ADD "slow" INTEGER NULL;

CREATE TABLE "announcements" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_announcements" PRIMARY KEY,
    "texts" TEXT NOT NULL,
    "from_at" INTEGER NOT NULL,
    "until_at" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0016_Announcement', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "shop_overrides" (
    "name" TEXT NOT NULL CONSTRAINT "pk_shop_overrides" PRIMARY KEY,
    "value" TEXT NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0017_ShopOverrides', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "prompt_drafts" (
    "language" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "rung" INTEGER NOT NULL,
    "was" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    CONSTRAINT "pk_prompt_drafts" PRIMARY KEY ("language", "key", "variant", "rung")
);

CREATE TABLE "prompt_versions" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_prompt_versions" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "published_by" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "back_to" INTEGER NULL,
    "edits" TEXT NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0018_Prompts', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "offers" ADD "wrapped_at" INTEGER NULL;

CREATE INDEX "ix_offers_agent_ended_at" ON "offers" ("agent", "ended_at");

CREATE INDEX "ix_offers_transfer_id_agent" ON "offers" ("transfer_id", "agent");

CREATE INDEX "ix_transfers_ended_at" ON "transfers" ("ended_at");

CREATE TABLE "wait_promises" (
    "wait" TEXT NOT NULL,
    "told_at" INTEGER NOT NULL,
    "from_minutes" INTEGER NOT NULL,
    "to_minutes" INTEGER NOT NULL,
    CONSTRAINT "pk_wait_promises" PRIMARY KEY ("wait", "told_at")
);

CREATE INDEX "ix_wait_promises_told_at" ON "wait_promises" ("told_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0019_Promises', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "unheard" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_unheard" PRIMARY KEY AUTOINCREMENT,
    "call_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_unheard_at" ON "unheard" ("at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0020_Unheard', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "journal" ADD "said" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0021_Replay', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "ix_calls_updated_at";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0022_QuietCalls', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "marks" (
    "name" TEXT NOT NULL CONSTRAINT "pk_marks" PRIMARY KEY,
    "at" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0023_Marks', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE INDEX "ix_ratings_order_id_at" ON "ratings" ("order_id", "at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0024_RatedOrders', '10.0.14');

COMMIT;

