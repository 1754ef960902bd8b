import { outWays } from '@openslrt/core/contract/notice-ways.ts'
import type { Client } from 'pg'
import { heldWhy } from './queries-send.ts'

/**
 * BACKUP-9 Holds every way out in what a backup brought back: what waited then was sent since, and would be sent again.
 * Gives how many messages wait. A backup from before there were messages has no table of them.
 */
export async function holdWays(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ found: boolean }>("select to_regclass('public.notice_way') is not null as found")
  if (!rows[0]?.found) return 0
  await owner.query(
    `insert into notice_way as w (way, failing_since, why, paused_until) select way, now(), $2, '9999-12-31' from unnest($1::text[]) way
      on conflict (way) do update set failing_since = now(), why = excluded.why, paused_until = excluded.paused_until, failures = 0`,
    [[...outWays], heldWhy],
  )
  const waiting = await owner.query<{ n: number }>(
    "select count(*)::int as n from notice_delivery where state in ('waiting', 'sending') and way = any($1)",
    [[...outWays]],
  )
  return (waiting.rows[0]?.n ?? 0) + (await countAnswers(owner))
}

/** Answers to senders go out on the same ways; a backup from before them has no table of them. */
async function countAnswers(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ found: boolean }>(
    "select to_regclass('public.inbound_reply') is not null as found",
  )
  if (!rows[0]?.found) return 0
  const waiting = await owner.query<{ n: number }>(
    "select count(*)::int as n from inbound_reply where state in ('waiting', 'sending')",
  )
  return waiting.rows[0]?.n ?? 0
}
