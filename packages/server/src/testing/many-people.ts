import { nameKey } from '@openslrt/core/person/name-key.ts'
import { soundText } from '@openslrt/core/registry/sounds.ts'
import type { Client } from 'pg'
import { withOwner } from '../platform/db/pools.ts'
import { fieldAbout } from '../platform/ledger/codec.ts'
import type { TestHouse } from './house.ts'
import { makeNames, mistype, respell, steady } from './many-names.ts'

/** How many people live in a village on average: 280 million in 83,762. */
const perVillage = 3_350
const poolOfNames = 1_000_000

export interface Filled {
  readonly people: number
  readonly families: number
  readonly villages: number
  readonly districts: number
  readonly names: number
  readonly sizes: readonly { readonly name: string; readonly mb: number }[]
}

/** Fills the registry by SQL alone: rows as the ledger would write them, without entries. The indexes are made afterwards. */
export async function fillPeople(house: TestHouse, people: number, say: (line: string) => void): Promise<Filled> {
  return withOwner(house.ownerUrl, async (owner) => {
    await owner.query(
      "set synchronous_commit = off; set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2",
    )
    const names = await layNames(owner, Math.min(poolOfNames, people))
    const villages = await layVillages(owner, Math.max(10, Math.round(people / perVillage)))
    const indexes = await dropIndexes(owner)
    const families = Math.round((people * 3) / 10)
    say(`${names} names, ${villages.n} villages; writing ${families} families ...`)
    await owner.query(familiesSql, [families, villages.n])
    say(`writing ${people} people ...`)
    await owner.query(peopleSql, [people, Math.min(poolOfNames, people), villages.n])
    for (const index of indexes) {
      say(index.slice(0, 70))
      await owner.query(index)
    }
    await owner.query('vacuum (analyze) person')
    await owner.query('vacuum (analyze) family')
    return { people, families, villages: villages.n, districts: villages.districts, names, sizes: await sizesOf(owner) }
  })
}

async function layNames(owner: Client, pool: number): Promise<number> {
  await owner.query('create table bench_name (n int primary key, name text, key text, sounds text)')
  const names = makeNames(pool)
  const slice = 50_000
  for (let from = 0; from < names.length; from += slice) {
    const part = names.slice(from, from + slice)
    await owner.query(
      'insert into bench_name select $1 + o - 1, a, k, s from unnest($2::text[], $3::text[], $4::text[]) with ordinality as t (a, k, s, o)',
      [from, part, part.map(nameKey), part.map(soundText)],
    )
  }
  return new Set(names).size
}

async function layVillages(owner: Client, most: number): Promise<{ n: number; districts: number }> {
  await owner.query('create table bench_village (n int primary key, code text)')
  await owner.query(
    "insert into bench_village select row_number() over (order by code) - 1, code from (select code from place where level = 'village' and code >= '33.01' order by code limit $1) v",
    [most],
  )
  const { rows } = await owner.query<{ n: number; districts: number }>(
    'select count(*)::int as n, count(distinct left(code, 5))::int as districts from bench_village',
  )
  return rows[0] ?? { n: 0, districts: 0 }
}

async function dropIndexes(owner: Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ indexname: string; indexdef: string }>(
    "select indexname, indexdef from pg_indexes where tablename in ('person', 'family') and indexname not like '%pkey' order by 1",
  )
  for (const { indexname } of rows) await owner.query(`drop index ${indexname}`)
  return rows.map(({ indexdef }) => indexdef)
}

// Families stand in villages of unlike size; the members of one live in one village.
const villageOf = (family: string, villages: string): string =>
  `floor(${villages} * power((hashint4(${family}) & 1048575) / 1048576.0, 1.3))::int`
const idOf = (what: string): string => `overlay(overlay(md5(${what}) placing '4' from 13) placing 'a' from 17)::uuid`
const said =
  '{"status_kawin":"2","ijazah_tertinggi":"3","status_pekerjaan":"2","partisipasi_sekolah":"1","penyandang_disabilitas":["0"],"penyakit_kronis":["0"]}'

const familiesSql = `insert into family (district, id, version, seq, place, kk_index, address, said, desil, desil_source, status, complete, added_at, changed_at)
  select left(v.code, 5), ${idOf(`'f' || k`)}, 1, 1, v.code, sha256(convert_to('f' || k, 'UTF8')), 'Jalan ' || k, '${said}', 1 + k % 10, 'DTSEN', 'known', 80, now(), now()
  from generate_series(0, $1::int - 1) k join bench_village v on v.n = ${villageOf('k', '$2::int')}`

const peopleSql = `insert into person (district, id, version, seq, place, family, name, name_key, name_sounds, nik_index, birth_date, sex, said, status, complete, added_at, changed_at)
  select left(v.code, 5), ${idOf(`'p' || i`)}, 1, 1, v.code, ${idOf(`'f' || (i::bigint * 3 / 10)::int`)}, b.name, b.key, b.sounds, sha256(convert_to('p' || i, 'UTF8')),
    case when hashint4(i) & 31 = 0 then make_date(1940 + (i % 80), 7, 1) else date '1940-01-01' + (hashint4(i) & 2147483647) % 29000 end,
    case when i % 2 = 0 then 'L' else 'P' end, '${said}', 'known', 80, now(), now()
  from generate_series(0, $1::int - 1) i
    join bench_name b on b.n = (hashint4(i + 7) & 2147483647) % $2::int
    join bench_village v on v.n = ${villageOf('(i::bigint * 3 / 10)::int', '$3::int')}`

async function sizesOf(owner: Client): Promise<Filled['sizes']> {
  const { rows } = await owner.query<{ name: string; mb: number }>(
    `select c.relname as name, round(pg_relation_size(c.oid) / 1e6)::int as mb from pg_class c
      left join pg_index i on i.indexrelid = c.oid
      where coalesce(i.indrelid, c.oid) in ('person'::regclass, 'family'::regclass) and c.relkind in ('r', 'i') order by 2 desc`,
  )
  return rows
}

/** Somebody of whom a question is asked, as others would type it. */
export interface Known {
  readonly id: string
  readonly district: string
  readonly place: string
  readonly village: string
  readonly subdistrict: string
  readonly birth: string
  readonly nik: string
  readonly kk: string
  readonly spelled: string
  readonly mistyped: string
}

/** People of three districts, anywhere in the table, with numbers of their own. */
export async function knownPeople(house: TestHouse, most: number): Promise<readonly Known[]> {
  const rows = await house.owner<Omit<Known, 'nik' | 'kk' | 'spelled' | 'mistyped'> & { name: string; family: string }>(
    `select p.id, p.district, p.place, v.name as village, s.name as subdistrict, p.birth_date::text as birth, p.name, p.family
      from person p join place v on v.code = p.place join place s on s.code = left(p.place, 8)
      where p.district in (select distinct left(code, 5) from bench_village order by 1 limit 3) order by md5(p.id::text) limit $1`,
    [most],
  )
  const random = steady(7)
  const known: Known[] = []
  for (const [n, { name, family, ...row }] of rows.entries()) {
    const [nik, kk] = [`33${String(n).padStart(14, '1')}`, `33${String(n).padStart(14, '2')}`]
    const keys = await house.parts.ledger.keys.forDistrict(row.district)
    await house.owner('update person set nik = $3, nik_index = $4 where district = $1 and id = $2', [
      row.district,
      row.id,
      keys.seal(Buffer.from(nik), fieldAbout),
      keys.index('nik', nik),
    ])
    await house.owner('update family set kk_index = $3 where district = $1 and id = $2', [
      row.district,
      family,
      keys.index('kk', kk),
    ])
    known.push({ ...row, nik, kk, spelled: respell(name, random), mistyped: mistype(name, random) })
  }
  return known
}
