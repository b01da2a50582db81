/**
 * The schema's history, forward only: a released line is never changed, the next need is a new line. Instants
 * are ms since 1970 UTC; `day` is the hall's own day.
 */
export const migrations: readonly string[] = [
  `
  create table event (
    hall text not null, seq integer not null, day text not null, at_ms integer not null,
    by_whom text not null, type text not null, body text not null,
    primary key (hall, seq)
  ) strict, without rowid;
  create index event_call on event (hall, seq) where type in ('ticketCalled', 'ticketRecalled');

  create table hall_day (
    hall text not null, day text not null, first_seq integer not null,
    primary key (hall, day)
  ) strict, without rowid;

  create table answer (
    hall text not null, asker text not null, id text not null, at_ms integer not null, body text not null,
    primary key (hall, asker, id)
  ) strict, without rowid;
  create index answer_age on answer (at_ms);

  create table ticket (
    hall text not null, day text not null, n integer not null, number text not null, secret text not null,
    issued_at_ms integer not null, taken_at text not null, state text not null,
    primary key (hall, day, n)
  ) strict, without rowid;

  create table leg (
    hall text not null, day text not null, n integer not null, leg integer not null,
    service_id text not null, counter_id text, staff_id text,
    queued_at_ms integer, slot_from_ms integer, first_called_at_ms integer, last_called_at_ms integer,
    calls integer not null, misses integer not null, started_at_ms integer, held_ms integer not null,
    ended_at_ms integer, ended text, why text,
    rateable integer not null, level integer, rated_at_ms integer, rated_by text, explained integer not null,
    primary key (hall, day, n, leg)
  ) strict, without rowid;

  create table set_up (
    hall text not null, version integer not null, at_ms integer not null, who text not null, body text not null,
    primary key (hall, version)
  ) strict, without rowid;

  create table staff (
    id text primary key, login text not null unique, name text not null, no text not null, post text not null,
    roles text not null, active integer not null, password text, past_passwords text not null,
    failures integer not null, locked_until_ms integer
  ) strict, without rowid;

  create table session (
    hash text primary key, staff_id text not null references staff (id), opened_at_ms integer not null,
    seen_at_ms integer not null
  ) strict, without rowid;

  create table one_time (
    hash text primary key, purpose text not null, staff_id text, until_ms integer not null
  ) strict, without rowid;

  create table station (
    id text primary key, set_up text not null, key_hash text not null unique, paired_at_ms integer not null,
    seen_at_ms integer
  ) strict, without rowid;

  create table audit (
    seq integer primary key, at_ms integer not null, who text not null, what text not null,
    detail text not null, hash text not null
  ) strict;
  `,
  /** Every command paid for this index, and only the hourly tidying of three days' answers read it. */
  'drop index answer_age;',
  `
  create table device_state (
    hall text not null, station text not null, device text not null, seq integer not null, state text not null,
    at_ms integer not null,
    primary key (hall, station, device, seq)
  ) strict, without rowid;

  create table alarm (
    hall text not null, raised_at_ms integer not null, key text not null, kind text not null, body text not null,
    cleared_at_ms integer,
    primary key (hall, raised_at_ms, key)
  ) strict, without rowid;
  create index alarm_standing on alarm (hall) where cleared_at_ms is null;
  `,
  /** Command ids begin with their time: by id the newest answers share a few pages, by asker each had its own. */
  `
  create table answer_by_id (
    hall text not null, id text not null, asker text not null, at_ms integer not null, body text not null,
    primary key (hall, id, asker)
  ) strict, without rowid;
  insert into answer_by_id select hall, id, asker, at_ms, body from answer;
  drop table answer;
  alter table answer_by_id rename to answer;
  `,
  'alter table staff add column may_choose integer not null default 1;',
  `
  create table hall_secret (
    hall text not null, name text not null, secret text not null,
    primary key (hall, name)
  ) strict, without rowid;
  `,
  /** Tickets that kiosks gave while the hub was away, by the id on their slips. */
  `
  create table offline_ticket (
    hall text not null, local_id text not null, day text not null, n integer not null, station text not null,
    said_at_ms integer not null, merged_at_ms integer not null,
    primary key (hall, local_id)
  ) strict, without rowid;
  `,
  `
  create table catalogue (hall text primary key, revision integer not null) strict, without rowid;

  create table item (
    hall text not null, id text not null, revision integer not null, draft text,
    changed_at_ms integer not null, changed_by text not null,
    primary key (hall, id)
  ) strict, without rowid;

  create table item_version (
    hall text not null, item text not null, version integer not null, body text not null, spelled text not null,
    from_day text not null, until_day text, published_at_ms integer not null, published_by text not null,
    withdrawn_at_ms integer, withdrawn_by text, import integer,
    primary key (hall, item, version)
  ) strict, without rowid;

  create table item_image (
    hall text not null, id text not null, type text not null, bytes blob not null, added_at_ms integer not null,
    primary key (hall, id)
  ) strict;

  create table item_import (
    hall text not null, id integer not null, at_ms integer not null, who text not null, name text not null,
    added integer not null, changed integer not null, published integer not null, undone_at_ms integer,
    primary key (hall, id)
  ) strict, without rowid;

  create table item_before (
    hall text not null, import integer not null, item text not null, known integer not null, draft text,
    revision integer not null,
    primary key (hall, import, item)
  ) strict, without rowid;
    `,
  /** Neither code nor card: what became of each booking is all a report needs. */
  `
  create table appointment (
    hall text not null, n integer not null, day text not null, service_id text not null,
    slot_from_ms integer not null, slot_to_ms integer not null, booked_at_ms integer not null,
    state text not null, late integer not null, ticket_id text,
    primary key (hall, n)
  ) strict, without rowid;
  create index appointment_day on appointment (hall, day);
  `,
  `
  create table calendar (
    hall text not null, version integer not null, at_ms integer not null, who text not null, what text not null,
    body text not null,
    primary key (hall, version)
  ) strict, without rowid;

  create table identity_day (
    hall text not null, day text not null,
    primary key (hall, day)
  ) strict, without rowid;
  `,
  /**
   * Events are only ever added at the end, which costs a table with row ids half of what it costs one without.
   * An event's day is the newest `hall_day` before it; the newest calls are found from the end without an index.
   */
  `
  create table event_in_order (
    hall text not null, seq integer not null, at_ms integer not null, by_whom text not null, type text not null,
    body text not null,
    primary key (hall, seq)
  ) strict;
  insert into event_in_order select hall, seq, at_ms, by_whom, type, body from event order by hall, seq;
  drop table event;
  alter table event_in_order rename to event;
  `,
  /** What each citizen was told of the wait, to be held against what happened. */
  `
  alter table ticket add column told_p10_ms integer;
  alter table ticket add column told_p50_ms integer;
  alter table ticket add column told_p90_ms integer;
  alter table ticket add column plain_ms integer;
  `,
]
