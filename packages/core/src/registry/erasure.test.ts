import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor } from '../access/actor.ts'
import { dayMs } from '../kernel/instant.ts'
import type { Change, Payload } from '../ledger/entry.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { monday } from '../testing/a-policy.ts'
import { proposalIds } from '../testing/a-proposal.ts'
import { almighty, citizen, clock, staff } from '../testing/actors.ts'
import { anErasure, erasureData } from '../testing/an-erasure.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { ErasureFile, ErasureHangings, ErasureMove } from './erasure.ts'
import { decideErasure } from './erasure.ts'
import { forgetRows, forgottenOfPeople, isGoing, remnantsAbout, verdictsWithout } from './forgotten.ts'
import { personStatuses } from './registry.ts'

const look = {
  id: anErasure.id,
  day: '2026-11-02',
  now: monday,
  retention: { case: 5, restricted: 10, 'access-log': 5, registry: 5, ppks: 5, visit: 5, psks: 5, affected: 2 },
}
const none: ErasureHangings = { rows: [], minutes: [], entries: [], carried: [], files: [] }
const file = (own: Partial<ErasureFile> = {}): ErasureFile => ({
  erasure: anErasure,
  holder: aPerson,
  isAsked: false,
  hangings: none,
  ...own,
})
const moveOf = (kind: ErasureMove['kind'], own: object = {}): ErasureMove =>
  ({ kind, data: { ...erasureData[kind], ...own } }) as ErasureMove
const second = almighty(offices.district, 2)
const answer = (move: ErasureMove, own: Partial<ErasureFile> = {}, actor: Actor = second, now = monday): string => {
  const decided = decideErasure(move, file(own), actor, { ...look, now })
  return decided.ok ? 'done' : decided.error.code
}
const [ask, decline, erase] = [
  moveOf('registry.ask-erasure'),
  moveOf('registry.decline-erasure'),
  moveOf('registry.erase'),
] as const
const unasked = { erasure: null }

test('PRIVACY-3 who asks keeps the registry, who decides may erase, and nobody does both', () => {
  const actors = { fo: staff('fo'), coordinator: staff('coordinator'), manager: staff('manager', offices.district, 2) }
  const told = Object.entries(actors).map(([name, actor]) => [
    name,
    answer(ask, unasked, actor),
    answer(decline, {}, actor),
    answer(erase, {}, actor),
  ])
  assert.deepEqual(told, [
    ['fo', 'done', 'not-permitted', 'not-permitted'],
    ['coordinator', 'done', 'not-permitted', 'not-permitted'],
    ['manager', 'done', 'done', 'done'],
  ])
  for (const actor of [citizen(), clock])
    for (const move of [ask, decline, erase]) assert.equal(answer(move, {}, actor), 'not-permitted')
  assert.equal(answer(erase, {}, almighty()), 'same-person')
  assert.equal(answer(decline, {}, almighty()), 'done', 'whoever asked may take it back')
})

test('PRIVACY-3 a wish is asked once and decided once', () => {
  assert.equal(answer(ask), 'already-so')
  assert.equal(answer(ask, { ...unasked, isAsked: true }), 'already-so')
  assert.equal(answer(ask, { ...unasked, holder: null }), 'already-so')
  for (const move of [decline, erase]) {
    assert.equal(answer(move, unasked), 'not-asked')
    for (const status of ['declined', 'erased'] as const)
      assert.equal(answer(move, { erasure: { ...anErasure, status } }), 'not-asked', status)
  }
  assert.equal(answer(erase, { holder: null }), 'already-so')
  assert.equal(answer(erase, { hangings: null }), 'already-so')
})

test('PRIVACY-1 whoever went into another, or is forgotten already, is not asked for again', () => {
  const told = personStatuses.map((status) => {
    const holder = { ...aPerson, status }
    return [status, answer(ask, { ...unasked, holder }), answer(erase, { holder })]
  })
  assert.deepEqual(told, [
    ['known', 'done', 'done'],
    ['moved', 'done', 'done'],
    ['dead', 'done', 'done'],
    ['merged', 'registry-merged', 'registry-merged'],
    ['erased', 'registry-merged', 'registry-merged'],
  ])
})

test('PRIVACY-3 the years begin with the last change of whoever moved, died or is no more, and end to the moment', () => {
  const over = moveOf('registry.ask-erasure', { basis: 'retention' })
  const until = Date.parse('2031-11-02T02:00:00Z')
  const at = (status: 'known' | 'moved' | 'dead', now: number): string =>
    answer(
      over,
      { ...unasked, holder: { ...aPerson, status, changedAt: Date.parse('2026-11-02T02:00:00Z') } },
      second,
      now,
    )
  for (const status of ['moved', 'dead'] as const)
    assert.deepEqual(
      [until - 1, until, until + dayMs].map((now) => at(status, now)),
      ['too-early', 'done', 'done'],
    )
  assert.equal(at('known', until + 40 * 365 * dayMs), 'too-early', 'whoever lives there has not ended')
  const gone = { ...aFamily, status: 'gone', changedAt: Date.parse('2020-02-29T00:00:00Z') } as const
  assert.equal(answer(over, { ...unasked, holder: gone }, second, Date.parse('2025-02-28T00:00:00Z')), 'done')
  assert.equal(answer(over, { ...unasked, holder: gone }, second, Date.parse('2025-02-27T23:59:59Z')), 'too-early')
})

const goings: readonly (readonly [
  table: 'application' | 'visit' | 'ppks' | 'proposal' | 'affected',
  string,
  string,
])[] = [
  ['application', 'drafted sent waiting', 'granted refused withdrawn'],
  ['visit', 'planned', 'done missed cancelled'],
  ['ppks', 'received assessed planned in-service monitored', 'ended'],
  ['proposal', 'drafted backed verified approved exported returned', 'accepted rejected withdrawn'],
  ['affected', 'listed queued', 'done absent dropped'],
]
for (const [table, open, over] of goings)
  test(`PRIVACY-4 nobody is forgotten while this still goes on: ${table}`, () => {
    const row = (status: string | null) => ({ table, id: ids.case(9), version: 3, status })
    const told = (status: string): string => answer(erase, { hangings: { ...none, rows: [row(status)] } })
    for (const status of open.split(' ')) assert.equal(told(status), 'still-going', status)
    for (const status of over.split(' ')) assert.equal(told(status), 'done', status)
    assert.equal(isGoing(row(null)), false)
  })

test('PRIVACY-4 a need that was never met does not stand in the way', () => {
  const rows = [{ table: 'need', id: ids.case(9), version: 1, status: 'recorded' }] as const
  assert.equal(answer(erase, { hangings: { ...none, rows } }), 'done')
})

test('PRIVACY-1 what is forgotten is written down here once more, and what stands there then', () => {
  assert.deepEqual(forgottenOfPeople, {
    person: { name: '', nik: null, birthDate: null, sex: null, phone: null, values: {}, family: null },
    family: { kk: null, address: '', values: {}, desil: null, desilOn: null, desilSource: '' },
    registryRecord: { source: '', values: {}, was: {} },
    registryPair: { was: null },
    registryErasure: { words: '' },
    registryLink: { nik: '', note: '' },
    need: { text: '', note: null },
    application: { name: '', note: null },
    visit: {
      whom: '{"address":"","kk":null,"name":"","nik":null,"phone":null}',
      ask: '',
      proposal: '',
      report: null,
      spot: null,
      note: null,
    },
    visitPhoto: { sha256: '' },
    proposal: { name: '', nik: null, kk: null, asked: '[]', note: '', words: null, file: null, fileName: null },
    ppks: { name: '', nik: null, findings: null, risks: [], course: '' },
    ppksService: { what: '', note: null },
    psks: { name: '', nik: null, phone: null, email: null, address: null, fields: '', note: null, staff: null },
    psksReport: { activities: '', note: null },
    psksEvent: { title: '', result: '' },
    psksPosting: { task: '', result: null },
    affected: { name: '', nik: null, phone: null, address: '', birthDate: null, note: null },
  })
})

test('PRIVACY-1 people and families end as erased, and of what says nothing nothing changes', () => {
  const rows = (['person', 'family', 'participation'] as const).map((table, nth) => ({
    table,
    id: ids.case(nth + 1),
    version: nth + 1,
    status: null,
  }))
  const decided = decideErasure(erase, file({ hangings: { ...none, rows, files: ['ab', 'ab'] } }), second, look)
  assert.ok(decided.ok)
  const told = decided.value.changes.map(({ table, base, set }) => [table, base, 'status' in set && set.status])
  assert.deepEqual(told, [
    ['person', 1, 'erased'],
    ['family', 2, 'erased'],
    ['registryErasure', 1, 'erased'],
  ])
  assert.deepEqual(decided.value.jobs, [
    { task: 'erase-files', runAt: monday, data: { district: '34.04', files: ['ab'] } },
  ])
  assert.deepEqual([decided.value.note, decided.value.say], ['', { of: 'person', basis: 'request' }])
})

const change = (table: Change['table'], id: string, set: object, base = 0): Change =>
  ({ table, id, base, set }) as Change
const entry = (changes: readonly Change[], own: Partial<Payload> = {}): Payload => ({
  v: 1,
  action: 'take',
  note: 'kata tetangga',
  say: { source: 'DTSEN' },
  day: '2026-11-02',
  changes,
  ...own,
})
const [siti, budi] = [ids.case(1), ids.case(2)]
const two = entry([
  change('person', siti, { name: 'Siti', complete: 3 }),
  change('person', budi, { name: 'Budi', complete: 4 }),
])

test('PRIVACY-2 an entry about several keeps what it says of the others, its own words too', () => {
  const [left] = remnantsAbout([{ seq: 7, subject: ids.case(8), payload: two }], new Set([siti]))
  assert.deepEqual(left, {
    seq: 7,
    payload: { ...two, changes: [change('person', siti, { name: '', complete: 3 }), two.changes[1]] },
  })
})

test('PRIVACY-2 of an entry about them alone no word is left, and one about others is let be', () => {
  const own = entry([change('person', siti, { status: 'moved' })])
  const about = new Set([siti])
  const at = (payload: Payload, subject: string) => remnantsAbout([{ seq: 7, subject, payload }], about)
  assert.deepEqual(at(own, ids.case(8)), [{ seq: 7, payload: { ...own, note: '', say: {} } }])
  assert.deepEqual(at(two, siti)[0]?.payload.note, '', 'they are its subject')
  assert.deepEqual(at(entry([change('person', budi, { name: 'Budi' })]), ids.case(8)), [])
  assert.deepEqual(at(entry([change('person', siti, { name: '' }), change('person', budi, {})]), ids.case(8)), [])
})

test('PRIVACY-2 an entry that erased one of them before is erased too, and all that it carried is carried on', () => {
  const [left] = remnantsAbout([{ seq: 7, subject: ids.case(8), payload: two }], new Set([siti]))
  assert.ok(left)
  const foreign = { seq: 3, payload: entry([change('visit', ids.case(5), { note: null })]) }
  const eraser = entry([change('registryErasure', anErasure.id, { words: '' }, 1)], {
    erases: [foreign, left],
    note: '',
  })
  const carried = remnantsAbout([{ seq: 9, subject: anErasure.id, payload: eraser }], new Set([budi]))
  const { erases: _carried, ...bare } = eraser
  assert.deepEqual(
    carried.map(({ seq }) => seq),
    [3, 7, 9],
  )
  assert.deepEqual(carried[0], foreign)
  assert.deepEqual(
    carried[1]?.payload.changes.map(({ set }) => set),
    [
      { name: '', complete: 3 },
      { name: '', complete: 4 },
    ],
  )
  assert.deepEqual(carried[2], { seq: 9, payload: bare })
})

test('PRIVACY-2 what a village meeting said of their proposals goes, that it agreed stays', () => {
  const [mine, theirs] = [proposalIds.proposal(1), proposalIds.proposal(2)]
  const said = JSON.stringify([
    { proposal: mine, agreed: true, note: 'Bu Siti tinggal sendiri' },
    { proposal: theirs, agreed: false, note: 'Belum setuju' },
  ])
  const left = verdictsWithout(said, new Set([mine]))
  assert.deepEqual(JSON.parse(left), [
    { proposal: mine, agreed: true, note: '' },
    { proposal: theirs, agreed: false, note: 'Belum setuju' },
  ])
  assert.equal(verdictsWithout(left, new Set([mine])), left)
  const minutes = entry([change('minutes', ids.case(6), { verdicts: said, leader: 'Pak Dukuh' })])
  const [remnant] = remnantsAbout([{ seq: 2, subject: ids.case(6), payload: minutes }], new Set([mine]))
  assert.deepEqual(remnant?.payload.changes[0]?.set, { verdicts: left, leader: 'Pak Dukuh' })
  assert.deepEqual(remnantsAbout([{ seq: 2, subject: ids.case(6), payload: minutes }], new Set([siti])), [])
})

const people = [1, 2, 3, 4].map((n) => ids.case(n))
const anEntry = fc.array(fc.record({ who: fc.nat(3), name: fc.constantFrom('Siti', 'Budi', 'Sri', '') }), {
  minLength: 1,
  maxLength: 4,
})

property(
  'PRIVACY-2 whoever is forgotten, one after the other: a replay of what is left gives the rows as they stand',
  fc.record({ entries: fc.array(anEntry, { minLength: 1, maxLength: 8 }), order: fc.shuffledSubarray([0, 1, 2, 3]) }),
  ({ entries, order }) => {
    const world = emptyWorld()
    const ledger: Payload[] = []
    const write = (payload: Payload): void => {
      evolve(world, '34.04', payload)
      ledger.push(payload)
    }
    const versionOf = (id: string): number => world.rows.person.get(id)?.version ?? 0
    for (const said of entries) {
      const once = new Map(said.map(({ who, name }) => [people[who] ?? '', name]))
      write(entry([...once].map(([id, name]) => change('person', id, { name, status: 'known' }, versionOf(id)))))
    }
    const carries: { at: number; seqs: readonly number[] }[] = []
    for (const [nth, who] of order.entries()) {
      const id = people[who] ?? ''
      if (versionOf(id) === 0) continue
      const readable = ledger.flatMap((payload, at) =>
        payload.action === 'gone' ? [] : [{ seq: at + 1, subject: ids.case(50), payload }],
      )
      const erases = remnantsAbout(readable, new Set([id]))
      const rows = [{ table: 'person', id, version: versionOf(id), status: null }] as const
      const wish = `d0000000-0000-4000-8000-00000000010${nth}`
      const done = { action: 'erase', note: '', say: {}, day: '2026-11-02', jobs: [] as const }
      const changes = [...forgetRows(rows), change('registryErasure', wish, { status: 'erased' })]
      write(payloadOf({ ...done, changes, erases }))
      for (const { seq } of erases) ledger[seq - 1] = { ...(ledger[seq - 1] as Payload), action: 'gone', changes: [] }
      carries.push({ at: ledger.length, seqs: erases.map(({ seq }) => seq) })
      const text = JSON.stringify(ledger.filter(({ action }) => action !== 'gone'))
      const names = [...world.rows.person.values()].filter((row) => row.id === id).map((row) => row['name'])
      assert.deepEqual(names, [''])
      assert.ok(!text.includes(`"id":"${id}","base":0,"set":{"name":"S`), 'no entry that can be read names them')
    }
    const left = new Map(ledger.flatMap(({ erases = [] }) => erases.map((one) => [one.seq, one.payload] as const)))
    const again = emptyWorld()
    for (const [at, payload] of ledger.entries())
      evolve(again, '34.04', payload.action === 'gone' ? (left.get(at + 1) ?? payload) : payload)
    assert.deepEqual([...again.rows.person], [...world.rows.person])
  },
)
