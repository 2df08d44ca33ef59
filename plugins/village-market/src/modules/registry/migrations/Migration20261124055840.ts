import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124055840 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "producer_member" drop constraint if exists "producer_member_phone_unique";`)
    this.addSql(`alter table if exists "producer" drop constraint if exists "producer_handle_unique";`)
    this.addSql(`alter table if exists "official" drop constraint if exists "official_email_unique";`)
    this.addSql(`alter table if exists "industry" drop constraint if exists "industry_version_code_unique";`)
    this.addSql(`alter table if exists "former_unit" drop constraint if exists "former_unit_code_commune_code_unique";`)
    this.addSql(
      `create table if not exists "audit_entry" ("id" text not null, "subject_kind" text not null, "subject_id" text not null, "act" text not null, "actor_kind" text check ("actor_kind" in ('producer', 'official', 'operator', 'system')) not null, "actor_id" text not null, "actor_name" text null, "reason" text null, "detail" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "audit_entry_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_audit_entry_deleted_at" ON "audit_entry" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_audit_entry_subject_kind_subject_id" ON "audit_entry" ("subject_kind", "subject_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "commune" ("code" text not null, "full_name" text not null, "province_code" text not null, "former_province" text null, "former_district" text null, "latitude" real null, "longitude" real null, "area_km2" real null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "commune_pkey" primary key ("code"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_commune_province_code" ON "commune" ("province_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_commune_deleted_at" ON "commune" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "consent" ("id" text not null, "producer_id" text not null, "version" text not null, "language" text not null, "accepted_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "consent_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_consent_producer_id" ON "consent" ("producer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_consent_deleted_at" ON "consent" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "craft_village" ("id" text not null, "name" text not null, "craft" text not null, "commune_code" text not null, "former_commune" text null, "former_district" text null, "former_province" text null, "vsic_codes" text[] not null, "latitude" real not null, "longitude" real not null, "coordinate_source" text not null, "recognised" text not null, "certainty" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "craft_village_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_craft_village_commune_code" ON "craft_village" ("commune_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_craft_village_deleted_at" ON "craft_village" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "evidence" ("id" text not null, "producer_id" text not null, "listing_id" text null, "kind" text check ("kind" in ('own_made', 'bought_in', 'ocop')) not null, "file_key" text not null, "mime_type" text not null, "note" text null, "issued_on" text null, "status" text check ("status" in ('unverified', 'verified', 'refused')) not null default 'unverified', "decided_by" text null, "decided_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "evidence_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_evidence_producer_id" ON "evidence" ("producer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_evidence_listing_id" ON "evidence" ("listing_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_evidence_deleted_at" ON "evidence" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "former_unit" ("id" text not null, "code" text not null, "name" text not null, "district" text not null, "province" text not null, "commune_code" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "former_unit_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_former_unit_commune_code" ON "former_unit" ("commune_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_former_unit_deleted_at" ON "former_unit" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_former_unit_code_commune_code_unique" ON "former_unit" ("code", "commune_code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "industry" ("id" text not null, "version" text not null, "code" text not null, "level" integer not null, "name" text not null, "section" text not null, "parent_code" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "industry_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_industry_deleted_at" ON "industry" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_industry_version_code_unique" ON "industry" ("version", "code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "login_code" ("id" text not null, "phone" text not null, "code_hash" text not null, "address_hash" text not null, "tries" integer not null default 0, "expires_at" timestamptz not null, "used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "login_code_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_login_code_deleted_at" ON "login_code" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_login_code_phone_created_at" ON "login_code" ("phone", "created_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_login_code_address_hash_created_at" ON "login_code" ("address_hash", "created_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "official" ("id" text not null, "email" text not null, "name" text not null, "area_kind" text check ("area_kind" in ('province', 'commune')) not null, "area_code" text not null, "active" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "official_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_official_email_unique" ON "official" ("email") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_official_deleted_at" ON "official" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "producer" ("id" text not null, "name" text null, "handle" text null, "kind" text check ("kind" in ('household', 'cooperative', 'company')) null, "status" text check ("status" in ('draft', 'pending', 'approved', 'refused', 'suspended')) not null default 'draft', "status_reason" text null, "phone" text not null, "commune_code" text null, "craft_village_id" text null, "makes" text null, "story" text null, "origin" text check ("origin" in ('own_made', 'bought_in')) null, "tax_code_cipher" text null, "holding_key" text null, "helper_name" text null, "helper_phone" text null, "stock_location_id" text null, "shipping_profile_id" text null, "is_demo" boolean not null default false, "submitted_at" timestamptz null, "approved_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_producer_handle_unique" ON "producer" ("handle") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_commune_code" ON "producer" ("commune_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_craft_village_id" ON "producer" ("craft_village_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_holding_key" ON "producer" ("holding_key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_deleted_at" ON "producer" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_status_commune_code" ON "producer" ("status", "commune_code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "producer_member" ("id" text not null, "producer_id" text not null, "phone" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_member_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_member_producer_id" ON "producer_member" ("producer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_producer_member_phone_unique" ON "producer_member" ("phone") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_member_deleted_at" ON "producer_member" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "province" ("code" text not null, "name" text not null, "full_name" text not null, "name_en" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "province_pkey" primary key ("code"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_province_deleted_at" ON "province" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "audit_entry" cascade;`)

    this.addSql(`drop table if exists "commune" cascade;`)

    this.addSql(`drop table if exists "consent" cascade;`)

    this.addSql(`drop table if exists "craft_village" cascade;`)

    this.addSql(`drop table if exists "evidence" cascade;`)

    this.addSql(`drop table if exists "former_unit" cascade;`)

    this.addSql(`drop table if exists "industry" cascade;`)

    this.addSql(`drop table if exists "login_code" cascade;`)

    this.addSql(`drop table if exists "official" cascade;`)

    this.addSql(`drop table if exists "producer" cascade;`)

    this.addSql(`drop table if exists "producer_member" cascade;`)

    this.addSql(`drop table if exists "province" cascade;`)
  }
}
