import { randomUUID } from 'node:crypto'
import { sumCounters } from '../platform/ledger/sums.ts'
import type { DistrictOffices } from './a-district-office.ts'
import { aCaseBy } from './a-registration.ts'
import type { Client } from './client.ts'
import type { TestHouse } from './house.ts'

/** Puts at least one row of Sleman into every walled table, through the doors where there is one. */
export async function fillEveryTable(house: TestHouse, fo: Client, offices: DistrictOffices): Promise<void> {
  const { id } = await aCaseBy(fo)
  const meeting = randomUUID()
  await house.owner(
    "insert into case_grant (district, id, version, seq, case_id, office, fields, until) values ('34.04', gen_random_uuid(), 1, 1, $1, $2, '{story}', now() + interval '1 day')",
    [id, offices.rsud],
  )
  await house.owner(
    "insert into referral (district, id, version, seq, case_id, from_office, to_office, status, asked, requested_at, changed_at) values ('34.04', gen_random_uuid(), 1, 1, $1, $2, $3, 'requested', 'x', now(), now())",
    [id, offices.caturtunggal, offices.rsud],
  )
  await house.owner(
    "insert into attachment (district, id, version, seq, case_id, name, type, size, sha256, added_by, added_at) values ('34.04', gen_random_uuid(), 1, 1, $1, 'x', 'application/pdf', 1, 'x', 'staff', now())",
    [id],
  )
  await house.owner(
    `insert into letter (district, id, version, seq, case_id, kind, office, status, fields, drafter, chain, marks, holder, drafted_at, changed_at)
      values ('34.04', gen_random_uuid(), 1, 1, $1, 'registered', $2, 'drafted', '\\x00', gen_random_uuid(), '[]', '[]', '', now(), now())`,
    [id, offices.caturtunggal],
  )
  await house.owner(
    `insert into meeting (district, id, version, seq, kind, office, offices, caller, status, starts_at, lasts, venue, agenda, cases, series, nth, carried, called_at, changed_at)
      values ('34.04', $1, 1, 1, 'case-conference', $2::uuid, array[$2::text], gen_random_uuid(), 'held', now(), 60, '\\x00', '\\x00', '{}', $1, 1, '{}', now(), now())`,
    [meeting, offices.caturtunggal],
  )
  await house.owner(
    `insert into meeting_task (district, id, version, seq, meeting, series, office, offices, text, due_day, due_at, status, made_at, changed_at)
      values ('34.04', gen_random_uuid(), 1, 1, $1, $1, $2::uuid, array[$2::text], '\\x00', now(), now(), 'open', now(), now())`,
    [meeting, offices.caturtunggal],
  )
  await house.owner(
    `insert into list_change (district, id, version, seq, list, code, names, data, valid_from, says) values ('34.04', gen_random_uuid(), 1, 1, 'how', 'x', '{}', '{}', '2026-01-01', 'holds')`,
  )
  await house.owner(
    "insert into calendar_change (district, id, version, seq, day, closed, name, basis) values ('34.04', gen_random_uuid(), 1, 1, '2026-01-02', true, 'x', '')",
  )
  await house.owner(
    "insert into hours_change (district, id, version, seq, valid_from, week, basis) values ('34.04', gen_random_uuid(), 1, 1, '2016-01-02', '[null,[480,900],[480,900],[480,900],[480,900],[480,900],null]', '')",
  )
  await house.owner(
    "insert into office_week (district, id, version, seq, office, valid_from, week) select '34.04', gen_random_uuid(), 1, 1, id, '2016-01-02', null from office where district = '34.04' limit 1",
  )
  await house.owner(
    `with n as (insert into network_office (district, id, version, seq, facts, changed_at) values ('34.04', $1, 1, 1, '[]', now()) returning district, id)
      insert into network_fact (district, id, version, seq, office, about, from_day, state, reason, said_by, said_at)
        select district, gen_random_uuid(), 1, 1, id, 'state', '2026-11-01', 'active', '', $2, now() from n`,
    [offices.caturtunggal, fo.staff],
  )
  await house.owner(
    `insert into network_target (district, id, version, seq, year, counted, count, from_day, reason, turn, said_by, said_at)
      values ('34.04', gen_random_uuid(), 1, 1, 2027, 'puskesos', 1, '2026-11-01', '', 0, $1, now())`,
    [fo.staff],
  )
  await house.owner(
    "insert into leave (district, id, version, seq, staff, post, office, valid_from, valid_until) select '34.04', gen_random_uuid(), 1, 1, staff, id, office, now(), now() from post limit 1",
  )
  await house.owner(
    "insert into duty (district, id, version, seq, office, staff, valid_from, valid_until) select '34.04', gen_random_uuid(), 1, 1, office, staff, now(), now() from post limit 1",
  )
  await house.owner(
    "insert into post_area (district, id, version, seq, villages) select '34.04', id, 1, 1, '{}' from post limit 1",
  )
  await house.owner(
    "insert into timer (district, command_id, task, data, run_at) values ('34.04', gen_random_uuid(), 'x', '{}', now())",
  )
  await house.owner(
    "insert into access_log (district, id, at, actor, action, reason) values ('34.04', gen_random_uuid(), now(), 'staff:x', 'open', '')",
  )
  await house.owner("insert into retention_due (district, case_id, kept_until) values ('34.04', $1, now())", [id])
  await house.owner("insert into notice_cursor (district, seq) values ('34.04', 1) on conflict do nothing")
  await house.owner(
    "insert into notice (district, id, mark, what, whom, staff, case_id, number, says, made_at) select '34.04', gen_random_uuid(), 1, 'arrived', $2::text, $2::uuid, $1, '1', '{}', now()",
    [id, fo.staff],
  )
  await house.owner(
    "insert into notice_delivery (district, id, notice, case_id, way, state, next_at, made_at, changed_at) select district, gen_random_uuid(), id, case_id, 'email', 'waiting', now(), now(), now() from notice limit 1",
  )
  await house.owner(
    "insert into inbound_message (id, way, reference, kind, sender, sealed, reports, sorted, state, sent_at, received_at, changed_at) values (gen_random_uuid(), 'sms', 'x', 'text', '\\x00', '\\x00', 0, 'nothing', 'waiting', now(), now(), now())",
  )
  await fo.does('blank.issue', { data: { size: 1 } })
  await house.owner(
    `with j as (insert into joint_programme (district, id, version, seq, name, purpose, lead, status, agreement, offices, started_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, 'x', 'x', $1::uuid, 'running', '', array[$1::text], now(), now()) returning id),
      p as (insert into joint_partner (district, id, version, seq, joint, kind, name, fields, joined_at) select '34.04', gen_random_uuid(), 1, 1, id, 'village', 'x', '{}', now() from j),
      t as (insert into joint_task (district, id, version, seq, joint, what, due_on, status, changed_at) select '34.04', gen_random_uuid(), 1, 1, id, 'x', now(), 'planned', now() from j)
      insert into joint_target (district, id, version, seq, joint, place, status, listed_at, changed_at) select '34.04', gen_random_uuid(), 1, 1, id, '34.04', 'listed', now(), now() from j`,
    [offices.rsud],
  )
  await house.owner(
    `with run as (insert into letter_run (district, id, kind, staff, office, asked_at)
        select '34.04', gen_random_uuid(), 'sign', $1, $2, now() returning district, id)
      insert into letter_run_item (district, run, nth, ledger, case_id, case_number, letter, seen, state)
        select district, id, 0, district, gen_random_uuid(), '1', gen_random_uuid(), 1, 'waiting' from run`,
    [fo.staff, offices.caturtunggal],
  )
  await house.owner(
    `with f as (insert into family (district, id, version, seq, place, address, said, desil_source, status, complete, added_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, '34.04.07.2001', '', '{}', '', 'known', 0, now(), now()) returning district, id),
      p as (insert into person (district, id, version, seq, place, family, name, name_key, said, status, complete, added_at, changed_at)
        select district, gen_random_uuid(), 1, 1, '34.04.07.2001', id, 'x', 'x', '{}', 'known', 0, now(), now() from f)
      insert into registry_record (district, id, version, seq, holder, "of", place, way, source, "by", at, said, was)
        select district, gen_random_uuid(), 1, 1, id, 'family', '34.04.07.2001', 'desk', '', 'staff:x', now(), '{}', '{}' from f`,
  )
  await house.owner(
    `with v as (insert into visit (district, id, version, seq, place, whom, trigger, ask, proposal, planned_for, due_at, office, status, tries, planned_by, planned_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, '34.04.07.2001', '', 'x', '', '', current_date, now(), $2, 'planned', 1, $1, now(), now()) returning district, id)
      insert into visit_photo (district, id, version, seq, visit, kind, sha256, type, size, captured_at, added_at)
        select district, gen_random_uuid(), 1, 1, id, 'front', 'x', 'image/png', 1, now(), now() from v`,
    [fo.staff, offices.caturtunggal],
  )
  await house.owner(
    `with l as (insert into registry_link (district, id, version, seq, person, place, nik, nik_index, other, status, note, "by", at)
        select district, gen_random_uuid(), 1, 1, id, place, '\\x00', '\\x00', '34.02', 'asked', '\\x00', 'staff:x', now() from person where district = '34.04' limit 1),
      r as (insert into registry_pair (district, id, version, seq, "of", kept, gone, place, other_place, verdict, took, moved, "by", at)
        values ('34.04', gen_random_uuid(), 1, 1, 'person', gen_random_uuid(), gen_random_uuid(), '34.04.07.2001', '34.04.07.2001', 'merged', '{}', '[]', 'staff:x', now())),
      s as (insert into double_sweep (district, seq, last) values ('34.04', 1, gen_random_uuid()))
      insert into double_candidate (district, id, first, second, low, high, score, reasons)
        values ('34.04', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '34.04.07.2001', '34.04.07.2001', 80, '{}')`,
  )
  await house.owner(
    `with f as (insert into load_file (district, id, staff, office, name, digest, size, encoding, head, pieces, sent_at)
        values ('34.04', gen_random_uuid(), $1, $2, 'x', 'x', 1, 'utf-8', '[]', '{}', now()) returning id),
      w as (insert into load_work (district, load, staff, office, asked_at, progress, wrong, ended_at)
        select '34.04', id, $1, $2, now(), '{}', '[]', now() from f),
      h as (insert into load_heard (district, id, version, seq, load, snapshot, holders, sets, which)
        select '34.04', gen_random_uuid(), 1, 1, id, '2026-07-10', array[id], '{nama}', '{0}' from f)
      insert into load (district, id, version, seq, office, opened_by, source, snapshot, file_name, file_digest, head_digest, mapping, hand_over, status, line, at_byte, checked, counts, opened_at, changed_at)
        select '34.04', id, 1, 1, $2, $1, 'DTSEN', '2026-07-10', 'x', 'x', 'x', '{}', '{}', 'read', 0, 0, '{}', '{}', now(), now() from f`,
    [fo.staff, offices.caturtunggal],
  )
  await house.owner(
    `with c as (insert into condition_counted (district, day, at, seq, took_ms) values ('34.04', now(), now(), 1, 5))
      insert into condition_count (district, place, face, value, n, told) values ('34.04', '34.04.07.2001', 'desil', '1', 1, 0)`,
  )
  await house.owner(
    `insert into registry_export (district, id, mark, subject, form, place, desils, numbers, reason, lang, staff, office, asked_at, total, rows, size, crc, plain, pieces, ended_at, fetched)
      values ('34.04', gen_random_uuid(), 'x', 'people', 'csv', '34.04', '{}', false, 'x', 'id', $1, $2, now(), 0, 0, 0, 0, 0, '{}', now(), 0)`,
    [fo.staff, offices.caturtunggal],
  )
  await house.owner(
    `insert into programme (id, district, version, seq, code, name, gives, sector, unit, owner, owner_name, place, decides, papers, contact, schedule, certainty, versions, starts_on, changed_at)
      values (gen_random_uuid(), '34.04', 1, 1, '', 'x', 'x', 'food', 'family', 'district', 'x', '34.04', '', '{}', '', '', 'sure', '[]', now(), now())`,
  )
  await house.owner(
    `with n as (insert into need (district, id, version, seq, place, kind, status, standing, day, office, said_by, recorded_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, '34.04.07.2001', 'x', 'recorded', 0, now(), $1::uuid, 'staff:x', now(), now()) returning district, id),
      a as (insert into application (district, id, version, seq, need, place, kind, programme, programme_home, programme_name, from_office, office, status, papers, ticked, drafted_at, changed_at)
        select district, gen_random_uuid(), 1, 1, id, '34.04.07.2001', 'x', gen_random_uuid(), '00', 'x', $1::uuid, $1::uuid, 'sent', '{}', '{}', now(), now() from n),
      q as (insert into quota (district, id, version, seq, programme, programme_home, programme_name, place, valid_from, valid_until, places, granted, waiting, last_ticket, office, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, gen_random_uuid(), '00', 'x', '34.04', now(), now(), 1, 0, 0, 0, $1::uuid, now()))
      insert into participation (district, id, version, seq, place, programme, programme_name, status, amount_right, on_time, useful, said_by, said_on, recorded_by, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, '34.04.07.2001', gen_random_uuid(), 'x', 'never', 'unknown', 'unknown', 'unknown', 'person', now(), 'staff:x', now())`,
    [offices.caturtunggal],
  )
  await house.owner(
    `with m as (insert into village_minutes (district, id, version, seq, kind, status, place, office, writer, day, venue, leader, attendance, counts, decisions, verdicts, opened_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, 'musdes', 'open', '34.04.07.2001', $1, $2, now(), 'x', '\\x00', '\\x00', '{}', '\\x00', '\\x00', now(), now()) returning district, id),
      b as (insert into proposal_batch (district, id, version, seq, month, place, office, maker, size, made_at)
        values ('34.04', gen_random_uuid(), 1, 1, '2026-11', '34.04', $1, $2, 1, now()))
      insert into proposal (district, id, version, seq, kind, status, place, name, name_key, asked, reason, note, drafters, office, captured_at, received_at, capture, month, minutes, ticks, pressed, drafted_at, changed_at)
        select district, gen_random_uuid(), 1, 1, 'death', 'drafted', '34.04.07.2001', 'x', 'x', '\\x00', 'died', '\\x00', '{}', $1, now(), now(), 'plausible', '2026-11', id, '[]', 0, now(), now() from m`,
    [offices.caturtunggal, fo.staff],
  )
  await house.owner(
    `with p as (insert into ppks (district, id, version, seq, place, office, name, type, since, status, risks, course, added_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, '34.04.07.2001', $1, '\\x00', 'poor', now(), 'received', '{}', '\\x00', now(), now()) returning district, id)
      insert into ppks_service (district, id, version, seq, ppks, what, provider, from_day, status, changed_at)
        select district, gen_random_uuid(), 1, 1, id, '\\x00', 'x', now(), 'planned', now() from p`,
    [offices.rsud],
  )
  await house.owner(
    `insert into activity_pay (district, id, version, seq, staff, month, office, place, status, sent_at)
        values ('34.04', gen_random_uuid(), 1, 1, $1, '2026-10', $2, '34.04.07.2001', 'sent', now())`,
    [fo.staff, offices.caturtunggal],
  )
  await house.owner(
    `insert into independence (district, id, version, seq, year, instrument, office, status, answers, judged, profile, assessors, verifiers, drafted_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, 2026, '2016-01-01', $1, 'drafted', '{}', '{}', '{}', '{}', '{}', now(), now())`,
    [offices.caturtunggal],
  )
  await house.owner(
    `insert into independence_instrument (district, id, version, seq, holds_from, words) values ('00', gen_random_uuid(), 1, 1, '2030-01-01', '{}')`,
  )
  await house.owner(
    `insert into challenge (district, id, version, seq, kind, words, since, reported_by, place, reporter, asks, office, status, course, reported_at, reached_at, missed, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, 'other', 'x', '2026-10-01', $2, '34.04.07.2001', $1, 'above', $2, 'reported', '', now(), now(), 0, now())`,
    [fo.staff, offices.caturtunggal],
  )
  await house.owner(
    `with p as (insert into psks (district, id, version, seq, kind, who, place, serves, office, name, name_key, fields, status, registered_by, registered_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, 'youth', 'institution', '34.04.07.2001', '{34.04.07.2001}', $1, 'x', 'x', '\\x00', 'verified', $1, now(), now()) returning district, id),
      r as (insert into psks_report (district, id, version, seq, psks, month, activities, days, people, status, sent_by, sent_at)
        select district, gen_random_uuid(), 1, 1, id, '2026-10', '\\x00', 1, 1, 'sent', $1, now() from p),
      e as (insert into psks_event (district, id, version, seq, psks, what, title, on_day, hours, result, added_at)
        select district, gen_random_uuid(), 1, 1, id, 'training', 'x', now(), 1, '', now() from p)
      insert into psks_posting (district, id, version, seq, psks, target, office, task, from_day, made_at)
        select district, gen_random_uuid(), 1, 1, id, 'village', $1, '\\x00', now(), now() from p`,
    [offices.rsud],
  )
  await house.owner(
    `with s as (insert into surge (district, id, version, seq, name, kind, place, day, category, rules, offices, days, per_day, office, status, numbered, started_by, started_at, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, 'x', 'x', '34.04', current_date, 'x', '[]', '{}', '{}', 1, $2, 'open', 0, $1, now(), now()) returning district, id),
      a as (insert into affected (district, id, version, seq, surge, place, name, address, class, why, rank, status, case_id, listed_at, changed_at)
        select district, gen_random_uuid(), 1, 1, id, '34.04.07.2001', '', '', 'other', 'none', 0, 'listed', gen_random_uuid(), now(), now() from s),
      f as (insert into surge_file (district, id, surge, staff, loaded_at) select district, gen_random_uuid(), id, $1, now() from s returning district, id, surge),
      c as (insert into surge_chunk (district, id, surge, file, nth, said) select district, gen_random_uuid(), surge, id, 1, '' from f)
      insert into surge_work (district, surge, staff, office, opens, asked_at, ended_at) select district, id, $1, $2, false, now(), now() from s`,
    [fo.staff, offices.caturtunggal],
  )
  await house.owner(
    `insert into registry_erasure (district, id, version, seq, "of", holder, place, basis, words, status, office, asked_by, asked_at, carries)
      values ('34.04', gen_random_uuid(), 1, 1, 'person', gen_random_uuid(), '34.04.07.2001', 'request', '\\x00', 'asked', $1, $2, now(), '[]')`,
    [offices.caturtunggal, fo.staff],
  )
  await house.owner(
    `with c as (insert into ledger_carry (district, seq, command_id) values ('34.04', 1, gen_random_uuid()))
      insert into forget_due (district, id, "of", subject, place, kept_until, listed_at)
        values ('34.04', gen_random_uuid(), 'ppks', gen_random_uuid(), '34.04.07.2001', now(), now())`,
  )
  await house.owner(
    `insert into device (id, staff, place, office, name, app, waiting, held, made_at, seen_at)
      values (gen_random_uuid(), $1, '34.04.07.2001', $2, 'x', 'x', 0, 0, now(), now())`,
    [fo.staff, offices.caturtunggal],
  )
  await house.owner(
    `insert into upload (district, id, staff, sha256, type, size, made_at, touched_at)
      values ('34.04', gen_random_uuid(), $1, 'x', 'image/jpeg', 1, now(), now())`,
    [fo.staff],
  )
  await sumCounters(house.parts.pools.worker)
}
