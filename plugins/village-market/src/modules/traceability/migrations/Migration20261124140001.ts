import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The diary's events become a repository of EPCIS 2.0 events of every kind. What was logged stays as it was: `record`
 * is not touched, and the whole event of an old row is that record. `created_at` is the recordTime that the record names.
 * An event id is unique per owner: over all owners, a refusal would tell one household what another has recorded.
 */
export class Migration20261124140001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table lot_event rename to epcis_event;`)
    this.addSql(`alter table epcis_event rename constraint lot_event_pkey to epcis_event_pkey;`)
    for (const index of [
      "lot_event_lot_id",
      "lot_event_event_id",
      "lot_event_event_time",
      "lot_event_deleted_at",
      "lot_event_lot_id_request_key_unique",
    ])
      this.addSql(`drop index if exists "IDX_${index}";`)
    this.addSql(`
      alter table epcis_event
        alter lot_id drop not null, alter step drop not null, alter biz_step drop not null,
        add producer_id text null,
        add version integer not null default 0 check (version >= 0),
        add disposition text null,
        add read_point text null,
        add biz_location text null,
        add error_reason text null,
        add error_time timestamptz null,
        add capture_id text null,
        add event jsonb null,
        add event_salt text null;
      alter table epcis_event disable trigger append_only;
      update epcis_event e set producer_id = lot.producer_id, event = e.record, disposition = e.record->>'disposition',
        read_point = e.record#>>'{readPoint,id}', created_at = coalesce((e.record->>'recordTime')::timestamptz, e.created_at)
        from lot where lot.id = e.lot_id;
      alter table epcis_event enable trigger append_only;
      alter table epcis_event alter producer_id set not null, alter event set not null;
      create unique index epcis_event_version on epcis_event (producer_id, event_id, version);
      create unique index epcis_event_request on epcis_event (lot_id, request_key) where request_key is not null;
      create index epcis_event_of_lot on epcis_event (lot_id) where lot_id is not null;
      create index epcis_event_of_producer on epcis_event (producer_id, event_time, id);
      create index epcis_event_of_commune on epcis_event (commune_code, event_time, id);
      create index epcis_event_by_time on epcis_event (event_time, id);
      create index epcis_event_by_record_time on epcis_event (created_at, id);
      create index epcis_event_biz_step on epcis_event (biz_step) where biz_step is not null;
      create index epcis_event_disposition on epcis_event (disposition) where disposition is not null;
      create index epcis_event_read_point on epcis_event (read_point) where read_point is not null;
      create index epcis_event_biz_location on epcis_event (biz_location) where biz_location is not null;
      create index epcis_event_error on epcis_event (producer_id, error_time) where error_time is not null;
    `)
    this.addSql(`
      create table epcis_event_thing (
        event_row_id text not null,
        producer_id text not null,
        role text not null,
        uri text not null,
        lot_id text null,
        quantity numeric null,
        uom text null
      );
      insert into epcis_event_thing (event_row_id, producer_id, role, uri, lot_id)
        select e.id, e.producer_id, 'class', thing->>'epcClass', e.lot_id
        from epcis_event e, jsonb_array_elements(e.record->'quantityList') thing;
      create index epcis_event_thing_uri on epcis_event_thing (uri, role);
      create index epcis_event_thing_lot on epcis_event_thing (lot_id) where lot_id is not null;
      create index epcis_event_thing_event on epcis_event_thing (event_row_id);
      create trigger append_only before update or delete or truncate on epcis_event_thing
        for each statement execute function refuse_rewriting_log();
    `)
    this.addSql(`
      create table epcis_capture (
        id text primary key,
        producer_id text not null,
        document_hash text not null,
        error_behaviour text not null check (error_behaviour in ('rollback', 'proceed')),
        running boolean not null,
        success boolean not null,
        errors jsonb not null default '[]',
        created_at timestamptz not null default now(),
        finished_at timestamptz null
      );
      create index epcis_capture_of_producer on epcis_capture (producer_id, created_at, id);
      create unique index epcis_capture_document on epcis_capture (producer_id, document_hash) where success and not running;
    `)
    this.addSql(`
      alter table log_entry rename column lot_event_id to event_row_id;
      alter index if exists "IDX_log_entry_lot_event_id_unique" rename to "IDX_log_entry_event_row_id_unique";
    `)
  }

  /** Events that are not of a lot stay in the table: nothing that was logged is thrown away. */
  override async down(): Promise<void> {
    this.addSql(`
      alter table log_entry rename column event_row_id to lot_event_id;
      alter index if exists "IDX_log_entry_event_row_id_unique" rename to "IDX_log_entry_lot_event_id_unique";
      drop table if exists epcis_capture, epcis_event_thing;
      drop index if exists epcis_event_version, epcis_event_request, epcis_event_of_lot, epcis_event_of_producer,
        epcis_event_of_commune, epcis_event_by_time, epcis_event_by_record_time, epcis_event_biz_step,
        epcis_event_disposition, epcis_event_read_point, epcis_event_biz_location, epcis_event_error;
      alter table epcis_event drop column producer_id, drop column version, drop column disposition,
        drop column read_point, drop column biz_location, drop column error_reason, drop column error_time,
        drop column capture_id, drop column event, drop column event_salt;
      alter table epcis_event rename constraint epcis_event_pkey to lot_event_pkey;
      alter table epcis_event rename to lot_event;
      create index "IDX_lot_event_lot_id" on lot_event (lot_id) where deleted_at is null;
      create index "IDX_lot_event_event_id" on lot_event (event_id) where deleted_at is null;
      create index "IDX_lot_event_event_time" on lot_event (event_time) where deleted_at is null;
      create unique index "IDX_lot_event_lot_id_request_key_unique" on lot_event (lot_id, request_key)
        where request_key is not null and deleted_at is null;
    `)
  }
}
