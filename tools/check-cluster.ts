import type { Client } from 'pg'
import { startTemporary } from '../packages/server/src/platform/db/embedded/start-temporary.ts'
import { readMigrations } from '../packages/server/src/platform/db/migrate.ts'
import { withOwner } from '../packages/server/src/platform/db/pools.ts'
import { prepareSchema } from '../packages/server/src/prepare-database.ts'
import type { CheckResult, Finding } from './finding.ts'
import { report } from './finding.ts'

/** Small and the same everywhere: on a cluster each machine has a copy. */
export const referenceTables = new Set([
  'place',
  'office',
  'staff',
  'post',
  'role',
  'list_item',
  'calendar_day',
  'working_week',
  'deployment',
  'programme',
  'independence_instrument',
])
/** Who is at the door, sums of provinces, and what was migrated: these stay on the one machine that is asked. */
export const localTables = new Set([
  'credential',
  'invitation',
  'sign_in_session',
  'citizen_session',
  'reply_session',
  'lock_out',
  'second_factor',
  'recovery_code',
  'provider_identity',
  'service_key',
  'device',
  'door_key',
  'sign_in_log',
  'staff_notice',
  'push_subscription',
  'notice_way',
  'inbound_message',
  'inbound_reply',
  'staff_phone',
  'province_day_count',
  'migration',
])

/** One question to the catalogue: what it finds is wrong, a table and a sentence each. */
interface Question {
  readonly rule: string
  readonly sql: string
}

/** A table of districts has the district first in its primary key; by that it is spread. */
const spread = `select c.oid, c.relname from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'district'`
const namesOf = (relation: string, numbers: string): string =>
  `(select string_agg(a.attname, ', ' order by n.at) from unnest(${numbers}) with ordinality n(num, at) join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.num)`

const questions: readonly Question[] = [
  {
    rule: 'CLUSTER-1',
    sql: `with spread as (${spread}) select c.relname as "table", 'has no district first in its primary key, and is named neither as a reference table nor as one that stays' as says
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.oid not in (select oid from spread) and c.relname <> all($1) and c.relname <> all($2)`,
  },
  {
    rule: 'CLUSTER-2',
    sql: `with spread as (${spread}) select s.relname as "table", 'has the unique index ' || i.indexrelid::regclass || ' without district: two machines could both take the value' as says
      from spread s join pg_index i on i.indrelid = s.oid and i.indisunique
      where not exists (select 1 from unnest(i.indkey::int[]) n(num) join pg_attribute a on a.attrelid = s.oid and a.attnum = n.num where a.attname = 'district') and $1::text[] is not null and $2::text[] is not null`,
  },
  {
    rule: 'CLUSTER-3',
    sql: `with spread as (${spread}), keys as (
        select k.*, k.conrelid in (select oid from spread) as own, k.confrelid in (select oid from spread) as far from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace)
      select conrelid::regclass::text as "table", 'points with ' || conname || ' at ' || confrelid::regclass || case
          when not own then ', which is spread over machines'
          when far then ' without the district on both sides' else ', which stays on one machine' end as says
      from keys where (far and not own)
        or (own and far and not exists (select 1 from unnest(conkey, confkey) n(own_num, far_num)
          where (select attname from pg_attribute where attrelid = conrelid and attnum = own_num) = 'district' and (select attname from pg_attribute where attrelid = confrelid and attnum = far_num) = 'district'))
        or (own and not far and confrelid::regclass::text <> all($1)) and $2::text[] is not null`,
  },
  {
    rule: 'CLUSTER-4',
    sql: `select c.relname as "table", 'has the trigger ' || t.tgname || ': what a trigger does belongs in the statement' as says
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and c.relname <> all($2) and $1::text[] is not null`,
  },
  {
    rule: 'CLUSTER-5',
    sql: `with spread as (${spread}) select s.relname as "table", 'numbers its rows by a sequence (' || a.attname || '), which all machines would wait for' as says
      from spread s join pg_attribute a on a.attrelid = s.oid and a.attnum > 0 left join pg_attrdef d on d.adrelid = s.oid and d.adnum = a.attnum
      where (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%') and $1::text[] is not null and $2::text[] is not null`,
  },
  {
    rule: 'CLUSTER-6',
    sql: `with spread as (${spread}) select s.relname as "table", 'has the exclusion ' || k.conname || ' on ' || ${namesOf('s.oid', 'k.conkey')} || ', without district' as says
      from spread s join pg_constraint k on k.conrelid = s.oid and k.contype = 'x'
      where not exists (select 1 from unnest(k.conkey) n(num) join pg_attribute a on a.attrelid = s.oid and a.attnum = n.num where a.attname = 'district') and $1::text[] is not null and $2::text[] is not null`,
  },
]

/** Proves on a schema what a cluster that spreads tables by district asks of it. */
export async function checkCluster(owner: Client): Promise<CheckResult> {
  const findings: Finding[] = []
  for (const { rule, sql } of questions) {
    const { rows } = await owner.query<{ table: string; says: string }>(sql, [[...referenceTables], [...localTables]])
    for (const { table, says } of rows) findings.push({ file: table, line: 1, sentence: `${says} (${rule})` })
  }
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from (${spread}) s`)
  const n = rows[0]?.n ?? 0
  const blind = { file: 'schema', line: 1, sentence: 'no table of districts was seen: the check is blind' }
  return { findings: n === 0 ? [blind] : findings, seen: `${n} tables spread by district` }
}

/** A database with the schema of today and nothing in it. */
export async function withSchema<T>(run: (owner: Client) => Promise<T>): Promise<T> {
  const postgres = await startTemporary()
  try {
    const names = (await readMigrations()).map(({ name }) => name)
    await prepareSchema(postgres.adminUrl, Buffer.alloc(32, 1), names)
    return await withOwner(postgres.adminUrl, run)
  } finally {
    await postgres.stop()
  }
}

if (import.meta.main) report(await withSchema(checkCluster))
