import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The log in bytes, as lean as it can be, with the roots of its full tiles (C2SP tlog-tiles), the checkpoints signed over
 * it, and what witnesses said of them. Tile (level, n) of 256 hashes has its root in `log_tile`; its hashes are the leaves
 * themselves or the roots of the level below, so nothing stands twice.
 */
export class Migration20261124142001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table log_entry drop constraint log_entry_pkey, drop column id, drop column updated_at, drop column deleted_at,
        alter seq type bigint, alter entry type bytea using decode(entry, 'hex'),
        alter leaf type bytea using decode(leaf, 'hex');
      alter table log_entry add primary key (seq), add check (octet_length(entry) = 32),
        add check (octet_length(leaf) = 32);
      create unique index log_entry_event on log_entry (event_row_id);
      alter table log_salt drop constraint log_salt_pkey, drop column id, drop column created_at, drop column updated_at,
        drop column deleted_at, alter seq type bigint, alter salt type bytea using decode(salt, 'hex');
      alter table log_salt add primary key (seq), add check (octet_length(salt) = 32);
    `)
    this.addSql(`
      create table log_tile (
        level smallint not null check (level between 0 and 7),
        n bigint not null check (n >= 0),
        root bytea not null check (octet_length(root) = 32),
        primary key (level, n)
      );
      create function log_tile_root(hashes bytea[]) returns bytea language plpgsql immutable strict as $$
        declare half bytea[];
        begin
          if cardinality(hashes) <> 256 then raise exception 'a tile of % hashes is not full', cardinality(hashes); end if;
          while cardinality(hashes) > 1 loop
            half := '{}';
            for i in 1 .. cardinality(hashes) by 2 loop
              half := half || sha256('\\x01'::bytea || hashes[i] || hashes[i + 1]);
            end loop;
            hashes := half;
          end loop;
          return hashes[1];
        end $$;
      create function complete_log_tiles(before bigint, after bigint) returns void language plpgsql as $$
        declare width bigint := 256;
        begin
          if before / width < after / width then
            insert into log_tile select 0, seq / 256, log_tile_root(array_agg(leaf order by seq)) from log_entry
              where seq >= before / width * 256 and seq < after / width * 256 group by seq / 256;
          end if;
          for above in 1 .. 7 loop
            width := width * 256;
            exit when before / width = after / width;
            insert into log_tile select above, n / 256, log_tile_root(array_agg(root order by n)) from log_tile
              where level = above - 1 and n >= before / width * 256 and n < after / width * 256 group by n / 256;
          end loop;
        end $$;
      select complete_log_tiles(0, size) from log_head;
    `)
    this.addSql(`
      create table log_checkpoint (
        id bigint generated always as identity primary key,
        size bigint not null check (size >= 0),
        root bytea not null check (octet_length(root) = 32),
        vkey text not null,
        note text not null,
        created_at timestamptz not null default now(),
        unique (size, vkey)
      );
      create function refuse_going_back() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from log_checkpoint where size > new.size or size = new.size and root <> new.root) then
            raise exception 'a checkpoint of % does not continue the log', new.size using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
      create trigger never_back before insert on log_checkpoint for each row execute function refuse_going_back();
      create table log_cosignature (
        checkpoint_id bigint not null references log_checkpoint (id),
        witness text not null,
        line text not null,
        cosigned_at timestamptz not null,
        created_at timestamptz not null default now(),
        primary key (checkpoint_id, witness)
      );
      create table log_witness_call (
        id bigint generated always as identity primary key,
        checkpoint_id bigint not null references log_checkpoint (id),
        witness text not null,
        old_size bigint not null,
        asked_at timestamptz not null default now(),
        answered_at timestamptz null,
        outcome text null check (outcome in ('cosigned', 'behind', 'refused', 'unreachable')),
        detail text null
      );
      create index log_witness_call_latest on log_witness_call (witness, id desc);
    `)
    for (const table of ["log_tile", "log_checkpoint", "log_cosignature"]) {
      this.addSql(`create trigger append_only before update or delete or truncate on "${table}"
        for each statement execute function refuse_rewriting_log();`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists log_witness_call, log_cosignature, log_checkpoint, log_tile;
      drop function if exists refuse_going_back(), complete_log_tiles(bigint, bigint), log_tile_root(bytea[]);
      alter table log_entry drop constraint log_entry_pkey, drop constraint if exists log_entry_entry_check,
        drop constraint if exists log_entry_leaf_check,
        add id text not null default 'log_' || gen_random_uuid(), add updated_at timestamptz not null default now(),
        add deleted_at timestamptz null, alter seq type integer,
        alter entry type text using encode(entry, 'hex'), alter leaf type text using encode(leaf, 'hex'),
        add primary key (id);
      create unique index "IDX_log_entry_seq_unique" on log_entry (seq) where deleted_at is null;
      alter index log_entry_event rename to "IDX_log_entry_event_row_id_unique";
      alter table log_salt drop constraint log_salt_pkey, drop constraint if exists log_salt_salt_check,
        add id text not null default 'slt_' || gen_random_uuid(), add created_at timestamptz not null default now(),
        add updated_at timestamptz not null default now(), add deleted_at timestamptz null, alter seq type integer,
        alter salt type text using encode(salt, 'hex'), add primary key (id);
      create unique index "IDX_log_salt_seq_unique" on log_salt (seq) where deleted_at is null;
    `)
  }
}
