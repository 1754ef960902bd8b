import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { ppksData } from '@openslrt/core/testing/a-welfare.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aProgrammeOf, needsOf } from '../../testing/a-need.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Answer } from '../../testing/door.ts'
import { addFamily, addPerson, cameTo, origin } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { inTurn } from '../../testing/in-turn.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const manager = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const colleague = await house.staffAt(offices.caturtunggal, 'coordinator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const above = await house.staffAt(offices.secretariat, 'fo')
const beside = await house.staffAt(offices.secretariat, 'fo')
const programme = await aProgrammeOf(manager, offices.dinsos)
const { record } = needsOf(fo)
const { district } = sleman

type Send = () => Promise<Answer>
const turns = async (...sends: readonly Send[]) => (await inTurn(house, district, sends)).map(cameTo)
const sole = async (sql: string, id: string): Promise<unknown> =>
  Object.values((await house.owner<{ readonly is: unknown }>(sql, [id]))[0] ?? {})[0]

/** Two of a kind, and how one of them is made the other. */
async function two(of: 'person' | 'family') {
  const add = () => (of === 'person' ? addPerson(desk, {}) : addFamily(desk))
  const [kept, gone] = [await add(), await add()]
  const data = { of, kept, gone, take: [], keptVersion: 1, goneVersion: 1 }
  const merge: Send = () => verifier.send('registry.merge', { data })
  return { kept, gone, merge }
}

/** What may be said of somebody who is just made one with another: by which command, where it is kept, what is said of it after. */
interface About {
  readonly kind: string
  readonly table: string
  readonly send: (person: string, subject: string) => Promise<Answer>
  readonly refused: string
}
const about: readonly About[] = [
  {
    kind: 'need.record',
    table: 'need',
    refused: 'need-holder',
    send: (person, subject) => {
      const data = { holder: { person, family: null, case: null }, kind: 'food-card', text: '' }
      return fo.send('need.record', { subject, data })
    },
  },
  {
    kind: 'participation.record',
    table: 'participation',
    refused: 'need-holder',
    send: (person, subject) => {
      const years = { status: 'never', reason: null, since: null, until: null }
      const words = { amountRight: 'unknown', onTime: 'unknown', useful: 'unknown', saidBy: 'family' }
      const holder = { person, family: null, case: null }
      const data = { holder, ...programme, ...years, ...words, saidOn: '2026-01-02', need: null }
      return fo.send('participation.record', { subject, data })
    },
  },
  {
    kind: 'visit.plan',
    table: 'visit',
    refused: 'not-found',
    send: (person, subject) => {
      const day = dayIn('Asia/Jakarta', Date.now())
      const data = { ...visitData.plan, office: offices.caturtunggal, day, person }
      return desk.send('visit.plan', { subject, data })
    },
  },
  {
    kind: 'proposal.draft',
    table: 'proposal',
    refused: 'not-found',
    send: (person, subject) => {
      const data = { ...proposalData.draft, person, family: null, capturedAt: new Date().toISOString() }
      return desk.send('proposal.draft', { subject, data })
    },
  },
  {
    kind: 'ppks.receive',
    table: 'ppks',
    refused: 'ppks-who',
    send: (person, subject) => desk.send('ppks.receive', { subject, data: { ...ppksData['ppks.receive'], person } }),
  },
]

for (const { kind, table, send, refused } of about) {
  test(`LEDGER-23 ${kind} says nothing of somebody who was made one with another while it was decided`, async () => {
    const { gone, merge } = await two('person')
    const subject = randomUUID()
    assert.deepEqual(await turns(merge, () => send(gone, subject)), ['done', refused])
    assert.equal(await sole(`select id from ${table} where id = $1`, subject), undefined)
  })

  test(`LEDGER-24 what ${kind} says of somebody goes along when they are made one with another right after`, async () => {
    const { kept, gone, merge } = await two('person')
    const subject = randomUUID()
    assert.deepEqual(await turns(() => send(gone, subject), merge), ['done', 'done'])
    assert.equal(await sole(`select person from ${table} where id = $1`, subject), kept)
  })
}

/** A family of Caturtunggal, and how it moves to the next village. */
async function moving() {
  const family = await addFamily(desk)
  const values = { kode_kelurahan_desa: sleman.maguwoharjo }
  const move: Send = () =>
    above.send('registry.record', { subject: family, data: { of: 'family', values, desil: null, ...origin } })
  const subject = randomUUID()
  const data = { place: sleman.caturtunggal, family, values: { nama: 'Bayi' }, ...origin }
  const add: Send = () => beside.send('registry.add-person', { subject, data })
  return { move, add, subject }
}
const placeOf = (person: string) => sole('select place from person where id = $1', person)

test('LEDGER-23 whoever comes to a family that has just moved lives where it lives now', async () => {
  const { move, add, subject } = await moving()
  assert.deepEqual(await turns(move, add), ['done', 'done'])
  assert.equal(await placeOf(subject), sleman.maguwoharjo)
})

test('LEDGER-24 whoever came to a family right before it moves, moves along', async () => {
  const { move, add, subject } = await moving()
  assert.deepEqual(await turns(add, move), ['done', 'done'])
  assert.equal(await placeOf(subject), sleman.maguwoharjo)
})

test('LEDGER-23 nobody joins a family that was made one with another while it was decided', async () => {
  const { kept, gone, merge } = await two('family')
  const person = await addPerson(desk, {})
  const join = () =>
    desk.send('registry.join-family', { subject: person, data: { family: gone, relation: '3', ...origin } })
  assert.deepEqual(await turns(merge, join), ['done', 'unknown-family'])
  const other = await two('family')
  const late = await addPerson(desk, {})
  const data = { family: other.gone, relation: '3', ...origin }
  assert.deepEqual(await turns(() => desk.send('registry.join-family', { subject: late, data }), other.merge), [
    'done',
    'done',
  ])
  assert.equal(await sole('select family from person where id = $1', late), other.kept)
  assert.notEqual(kept, gone)
})

test('LEDGER-23 nothing is asked for a need that was settled while it was decided', async () => {
  const need = await record({ person: await addPerson(desk, {}), family: null })
  const subject = randomUUID()
  const data = { need, ...programme, ticked: [], note: '', send: false }
  const answers = await turns(
    () => desk.send('need.meet', { subject: need, data: { note: 'Sudah diterima.' } }),
    () => fo.send('application.draft', { subject, data }),
  )
  assert.deepEqual(answers, ['done', 'need-status'])
})

test('LEDGER-23 a case is not joined to one that was joined to a third while it was decided', async () => {
  const [one, other, third] = [await aCaseBy(desk), await aCaseBy(desk), await aCaseBy(desk)]
  const into = (from: string, target: string) => () =>
    desk.send('case.merge', { subject: from, data: { into: target, note: 'Sama.' } })
  const [first, second] = await turns(into(other.id, third.id), into(one.id, other.id))
  assert.equal(first, 'done')
  assert.notEqual(second, 'done')
})

test('PRIVACY-4 of two who ask at once that somebody be forgotten one has asked', async () => {
  const person = await addPerson(desk, {})
  const data = { of: 'person', who: person, basis: 'request', note: 'Memintanya sendiri.' }
  const ask = (by: typeof desk) => () => by.send('registry.ask-erasure', { data })
  assert.deepEqual(await turns(ask(desk), ask(colleague)), ['done', 'already-so'])
})

test('LEDGER-23, LEDGER-24 the ledger proves all of it', () => assertVerified(house))
