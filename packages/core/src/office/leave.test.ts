import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { shippedRoles } from '../access/shipped-roles.ts'
import type { OfficeId } from '../kernel/id.ts'
import { leaveId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { citizen, setup, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { Administration, OfficeMove } from './decide.ts'
import { decideOffice, noPostBeside } from './decide.ts'
import type { LeaveRow, OfficeRow, PostRow } from './office.ts'

const rolesByCode = new Map(shippedRoles.map((role) => [role.code, role]))

const admin = staff('admin', offices.district)
const district = ledgerCode.parse('34.04')
const leave = leaveId.parse('0192f000-0000-7000-8000-0000000000aa')
const post: PostRow = {
  id: ids.post(1),
  district,
  version: 2,
  staff: ids.staff(5),
  office: offices.village.id,
  role: 'bo',
  from: monday - dayMs,
  until: null,
}
const look = (own: Partial<Administration> = {}): Administration => ({
  now: monday,
  day: '2026-11-02',
  zone: 'Asia/Jakarta',
  offices: new Map<OfficeId, OfficeRow>(Object.values(offices).map((office) => [office.id, office])),
  roles: () => rolesByCode,
  knowsPlace: (code) => !code.endsWith('9999'),
  staff: null,
  post,
  posts: [{ place: offices.village.place, role: 'bo', from: monday - dayMs, until: null }],
  ...noPostBeside,
  staffHere: new Set([ids.staff(5), ids.staff(6)]),
  ...own,
})
const asked = {
  post: post.id,
  from: '2026-11-03',
  until: '2026-11-05',
  standIn: ids.staff(6),
  standInPost: ids.post(7),
}
const give = (own: Partial<typeof asked> | { standIn: null } = {}): OfficeMove => ({
  kind: 'leave.give',
  subject: leave,
  data: { ...asked, ...own },
})
const from = Date.parse('2026-11-02T17:00:00Z')
const until = Date.parse('2026-11-05T17:00:00Z')
const row: LeaveRow = {
  id: leave,
  district,
  version: 1,
  staff: post.staff,
  post: post.id,
  office: post.office,
  standIn: ids.staff(6),
  standInPost: ids.post(7),
  from,
  until,
}

function yes(move: OfficeMove, at = look(), actor: Actor = admin) {
  const decided = decideOffice(move, actor, at)
  assert.ok(decided.ok, JSON.stringify(decided))
  return decided.value
}
function no(move: OfficeMove, at = look(), actor: Actor = admin) {
  const decided = decideOffice(move, actor, at)
  assert.ok(!decided.ok, 'it was allowed')
  return decided.error
}

test('OFFICE-13 a leave lasts whole days of the office, and who stands in holds the same role for just that time', () => {
  const { id: _id, version: _version, ...set } = row
  const decided = yes(give())
  assert.deepEqual(decided.changes, [
    { table: 'leave', id: leave, base: 0, set },
    {
      table: 'post',
      id: ids.post(7),
      base: 0,
      set: { district, staff: ids.staff(6), office: post.office, role: 'bo', from, until },
    },
  ])
  assert.deepEqual(decided.say, {
    office: 'Puskesos Caturtunggal',
    role: 'bo',
    from: '2026-11-03',
    until: '2026-11-05',
  })
})

test('OFFICE-13 nobody need stand in; and rights begin no earlier than they were given', () => {
  const [only, ...rest] = yes(give({ standIn: null })).changes
  assert.ok(only?.table === 'leave')
  assert.deepEqual([only.set.standIn, only.set.standInPost, rest.length], [null, null, 0])
  const [, held] = yes(give({ from: '2026-10-30' })).changes
  assert.ok(held?.table === 'post')
  assert.equal(held.set.from, monday)
})

test('OFFICE-13 a post that is over is left by nobody; who stands in for a stand-in gets no longer than that one has', () => {
  assert.deepEqual(no(give(), look({ post: { ...post, until: monday } })), { code: 'leave-days' })
  assert.deepEqual(no(give(), look({ post: { ...post, until: from } })), { code: 'leave-days' }, 'over by then')
  const soon = from + dayMs
  const [, held] = yes(give(), look({ post: { ...post, until: soon } })).changes
  assert.ok(held?.table === 'post')
  assert.equal(held.set.until, soon)
})

test('OFFICE-13 days that end before they begin, or are over, are no leave; two leaves never share a day', () => {
  for (const days of [
    { from: '2026-11-05', until: '2026-11-04' },
    { from: '2026-10-01', until: '2026-11-01' },
  ])
    assert.deepEqual(no(give(days)), { code: 'leave-days' })
  assert.ok(yes(give({ from: '2026-11-02', until: '2026-11-02' })), 'today alone')
  for (const [first, last] of [
    ['2026-11-05', '2026-11-09'],
    ['2026-11-02', '2026-11-03'],
    ['2026-11-02', '2026-11-09'],
  ] as const)
    assert.deepEqual(no(give({ from: first, until: last }), look({ leaves: [row] })), { code: 'leave-twice' })
  assert.ok(yes(give({ from: '2026-11-06', until: '2026-11-06' }), look({ leaves: [row] })), 'the day after')
})

test('OFFICE-13 who is on leave on some of those days stands in for nobody on them', () => {
  const away = { ...row, staff: ids.staff(3) }
  assert.deepEqual(no(give(), look({ standInLeaves: [away] })), { code: 'stand-in-away' })
  assert.ok(yes(give({ from: '2026-11-06', until: '2026-11-06' }), look({ standInLeaves: [away] })), 'the day after')
  assert.ok(yes(give({ standIn: null }), look({ standInLeaves: [away] })), 'nobody stands in')
})

test('OFFICE-13 who stands in works at the office, is somebody else, and is not the one who decides it', () => {
  assert.deepEqual(no(give({ standIn: ids.staff(5) })), { code: 'stand-in-not-here' })
  assert.deepEqual(no(give({ standIn: ids.staff(9) })), { code: 'stand-in-not-here' })
  assert.deepEqual(no(give({ standIn: ids.staff(1) })), { code: 'own-post' })
})

test('OFFICE-13 a stand-in gets no role that the administrator could not give', () => {
  const led = look({ post: { ...post, role: 'coordinator' } })
  const villageAdmin = staff('admin', offices.village)
  assert.equal(no(give(), led, villageAdmin).code, 'role-not-yours')
  assert.ok(yes(give(), led))
  assert.equal(no(give(), look(), citizen()).code, 'not-permitted')
  assert.deepEqual(no(give(), look({ post: null })), { code: 'unknown-staff' })
})

const back: OfficeMove = { kind: 'leave.end', subject: leave, data: {} }
const standInPost: PostRow = { ...post, id: ids.post(7), version: 1, staff: ids.staff(6), from, until }

test('OFFICE-13 who is back early takes over at once; a leave that has not begun never was', () => {
  const middle = from + dayMs
  assert.deepEqual(yes(back, look({ leave: row, standInPost, now: middle })).changes, [
    { table: 'leave', id: leave, base: 1, set: { until: middle } },
    { table: 'post', id: ids.post(7), base: 1, set: { until: middle } },
  ])
  const [never] = yes(back, look({ leave: row, standInPost })).changes
  assert.deepEqual(never?.set, { until: from })
})

test('OFFICE-13 a leave ends once, also when its stand-in was let go before', () => {
  assert.deepEqual(no(back, look({ leave: row, now: until })), { code: 'already-so' })
  assert.deepEqual(no(back, look()), { code: 'already-so' })
  assert.deepEqual(no(back, look({ leave: { ...row, until: from } })), { code: 'already-so' }, 'one that never was')
  const gone = { ...standInPost, until: monday }
  assert.equal(yes(back, look({ leave: row, standInPost: gone })).changes.length, 1)
  assert.equal(yes(back, look({ leave: { ...row, standInPost: null } }), setup).changes.length, 1)
})

const facilitator = { ...post, office: offices.district.id, role: 'facilitator' }
const serve = (...villages: string[]): OfficeMove => ({
  kind: 'post.serve',
  subject: post.id,
  data: { villages: villages.map((code) => villageCode.parse(code)) },
})

test('OFFICE-14 a facilitator’s villages lie under their office, each once, said anew as a whole', () => {
  const at = look({ post: facilitator })
  const decided = yes(serve('34.04.07.2002', '34.04.07.2001', '34.04.07.2002'), at)
  assert.deepEqual(decided.changes, [
    { table: 'area', id: post.id, base: 0, set: { district, villages: ['34.04.07.2001', '34.04.07.2002'] } },
  ])
  const area = { id: post.id, district, version: 4, villages: [] }
  assert.equal(yes(serve(), { ...at, area }).changes[0]?.base, 4)
  assert.deepEqual(no(serve('34.02.07.2002'), at), { code: 'village-elsewhere' })
  assert.deepEqual(no(serve('34.04.07.9999'), at), { code: 'village-elsewhere' })
  assert.deepEqual(no(serve('34.04.07.2001')), { code: 'serves-no-village' })
})
