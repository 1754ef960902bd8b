import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCluster, withSchema } from './check-cluster.ts'

/** What is wrong on purpose, and the rule that must say so. */
const planted: readonly (readonly [rule: string, what: string, sql: string])[] = [
  ['CLUSTER-1', 'a table without district in its key', 'create table errand (id uuid primary key)'],
  [
    'CLUSTER-2',
    'a value that is unique over all districts',
    'create table errand (district text, id uuid, nik text unique, primary key (district, id))',
  ],
  [
    'CLUSTER-3',
    'a key from one district into another',
    'create table errand (district text, id uuid, of_district text, case_id uuid, primary key (district, id), foreign key (of_district, case_id) references cases (district, id))',
  ],
  [
    'CLUSTER-3',
    'a key at a table that stays on one machine',
    'create table errand (district text, id uuid, staff uuid references credential (staff), primary key (district, id))',
  ],
  [
    'CLUSTER-4',
    'a trigger',
    "create function nothing() returns trigger language plpgsql as 'begin return new; end'; create trigger visited before insert on cases for each row execute function nothing()",
  ],
  [
    'CLUSTER-5',
    'a number that all districts share',
    'create table errand (district text, id bigint generated always as identity, primary key (district, id))',
  ],
  [
    'CLUSTER-6',
    'an exclusion over all districts',
    'create table errand (district text, id uuid, at tstzrange, primary key (district, id), exclude using gist (at with &&))',
  ],
]

test('CLUSTER-1 the schema can be spread by district; whatever can not is told, by CLUSTER-2 to CLUSTER-6', () =>
  withSchema(async (owner) => {
    const whole = await checkCluster(owner)
    assert.deepEqual(whole.findings, [])
    assert.match(whole.seen, /^1\d tables|^[2-9]\d tables/)
    for (const [rule, what, sql] of planted) {
      await owner.query('begin')
      await owner.query(sql)
      const { findings } = await checkCluster(owner)
      await owner.query('rollback')
      assert.ok(
        findings.some(({ sentence }) => sentence.includes(rule)),
        `${rule} ${what}: ${JSON.stringify(findings)}`,
      )
    }
  }))
