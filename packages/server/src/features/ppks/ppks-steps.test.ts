import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { PpksCommand } from '@openslrt/core/contract/ppks.ts'
import { ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { cameTo } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { afterRotation, assertReplays } from '../../testing/replayed.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const district = '34.04'
const since = '2026-03-01'

const about = {
  type: 'neglected-elderly',
  since,
  village: sleman.caturtunggal,
  name: 'Karto Wiyono',
  nik: '3404070101400001',
}
const aService = (service: string) => ({
  service,
  what: 'Makanan harian',
  office: offices.dinsos,
  provider: '',
  from: since,
  until: null,
})
async function received(by: Client = bo, own: object = {}): Promise<string> {
  const subject = randomUUID()
  await by.does('ppks.receive', { subject, data: { ...about, person: null, family: null, case: null, ...own } })
  return subject
}

/** Somebody with the services of their plan: one that was not begun, one that runs. */
interface Helped {
  readonly id: string
  readonly waits: string
  readonly runs: string
}
const dataOf: Readonly<Record<Exclude<PpksCommand, 'ppks.receive'>, (of: Helped) => object>> = {
  'ppks.correct': () => ({ ...about, name: 'Karto', note: 'Nama diperbaiki.' }),
  'ppks.assess': () => ({ findings: 'Tinggal sendiri.', risks: ['no-carer'], on: since }),
  'ppks.plan': ({ waits, runs }) => ({ services: [aService(waits), aService(runs)] }),
  'ppks.add-service': () => aService(randomUUID()),
  'ppks.begin-service': ({ waits }) => ({ service: waits, note: '' }),
  'ppks.finish-service': ({ runs }) => ({ service: runs, note: '' }),
  'ppks.stop-service': ({ waits }) => ({ service: waits, note: 'Pindah.' }),
  'ppks.monitor': () => ({ note: 'Sehat.', on: since }),
  'ppks.end': () => ({ outcome: 'back-home', note: '' }),
  'ppks.reassess': () => ({ note: 'Keadaan berubah.' }),
  'ppks.replan': () => ({ note: 'Rencana berubah.' }),
  'ppks.reopen': () => ({ note: 'Kembali terlantar.' }),
}
const commands = keysOf(dataOf)
const give = (of: Helped, kind: keyof typeof dataOf, by: Client = bo, base: number | null = null) =>
  by.send(kind, { subject: of.id, base, data: dataOf[kind](of) })
const readCard = (id: string, by: Client = bo) => by.read(ppksRoutes.one, { query: { district, id } })

/** The way to each status, and what may be done there: written down apart from the law's own table. */
const ways: readonly (readonly [status: string, way: readonly (keyof typeof dataOf)[], may: string])[] = [
  ['received', [], 'assess correct end'],
  ['assessed', ['ppks.assess'], 'plan correct end reassess'],
  ['planned', ['ppks.assess', 'ppks.plan'], 'add-service begin-service stop-service correct reassess replan'],
  [
    'in-service',
    ['ppks.assess', 'ppks.plan', 'ppks.begin-service'],
    'add-service begin-service finish-service stop-service monitor correct reassess replan',
  ],
  [
    'monitored',
    ['ppks.assess', 'ppks.plan', 'ppks.begin-service', 'ppks.monitor'],
    'add-service begin-service finish-service stop-service monitor correct reassess replan',
  ],
  ['ended', ['ppks.end'], 'reopen'],
]

/** Somebody at a status. Where one service runs, it is another than the one that waits. */
async function at(way: readonly (keyof typeof dataOf)[]): Promise<Helped> {
  const of = { id: await received(), waits: randomUUID(), runs: randomUUID() }
  for (const kind of way) {
    const helped = kind === 'ppks.begin-service' ? { ...of, waits: of.runs } : of
    assert.equal(cameTo(await give(helped, kind)), 'done', kind)
  }
  return of
}

for (const [status, way, may] of ways)
  test(`PPKS-2, PPKS-5 whoever is ${status} is taken on by ${may.replaceAll(' ', ', ')}, and by nothing else`, async () => {
    const allowed = new Set(may.split(' ').map((act) => `ppks.${act}`))
    for (const kind of commands) {
      const of = await at(way)
      assert.equal((await readCard(of.id)).status, status)
      const { version } = await readCard(of.id)
      const answer = await give(of, kind)
      assert.equal(answer.status === 200, allowed.has(kind), `${kind}: ${answer.text}`)
      assert.equal((await readCard(of.id)).version > version, allowed.has(kind), kind)
    }
  })

for (const kind of commands)
  test(`PPKS-2 ${kind}: of two who send it at once from the same page one is heard; from an old page nobody is`, async () => {
    const [, way = []] = ways.find(([, , may]) => may.split(' ').includes(kind.slice('ppks.'.length))) ?? []
    const of = await at(way)
    const { version } = await readCard(of.id)
    const answers = await Promise.all([bo, coordinator, manager].map((by) => give(of, kind, by, version)))
    assert.deepEqual(answers.map(cameTo).filter((code) => code === 'done').length, 1, answers.map(cameTo).join())
    assert.equal((await readCard(of.id)).version, version + 1)
    assert.equal(cameTo(await give(of, kind, bo, version)), 'stale')
    assert.equal(cameTo(await give(of, kind, bo, version + 9)), 'stale')
  })

test('PPKS-7 whatever is done in any order, the card tells every step that was taken, and none that was refused', async () => {
  const step = fc.record({ kind: fc.constantFrom(...commands), nth: fc.nat(3) })
  const walks = fc.sample(fc.array(step, { minLength: 18, maxLength: 18 }), { numRuns: 4, seed })
  for (const walk of walks) {
    const id = await received()
    const services = Array.from({ length: 4 }, () => randomUUID())
    const taken = ['receive']
    for (const { kind, nth } of walk) {
      const service = services[nth] ?? ''
      const answer = await give({ id, waits: service, runs: service }, kind)
      assert.ok(answer.status < 500, `FC_SEED=${seed}: ${kind}`)
      if (answer.status === 200) taken.push(kind.slice('ppks.'.length))
    }
    const card = await readCard(id)
    assert.deepEqual(
      card.course.map(({ act }) => act),
      taken,
      `FC_SEED=${seed}`,
    )
    // Of who is let go nothing is owed any more.
    if (card.status === 'ended') assert.ok(card.services.every((one) => ['done', 'stopped'].includes(one.status)))
  }
})

/** What nobody may write down, and what it is refused with. */
const odd: readonly (readonly [what: string, kind: keyof typeof dataOf, data: object, code: string])[] = [
  ['a day that is not over yet', 'ppks.assess', { findings: 'x', risks: [], on: '2099-01-01' }, 'ppks-day'],
  ['no findings at all', 'ppks.assess', { findings: '', risks: [], on: since }, 'invalid'],
  ['a risk that no list has', 'ppks.assess', { findings: 'x', risks: ['bukan'], on: since }, 'ppks-risk'],
  ['a name of a page', 'ppks.correct', { ...about, name: 'a'.repeat(30_000), note: 'x' }, 'invalid'],
  ['a NIK of letters', 'ppks.correct', { ...about, nik: 'tidak ada', note: 'x' }, 'invalid'],
  ['a type that no list has', 'ppks.correct', { ...about, type: 'bukan', note: 'x' }, 'ppks-type'],
  ['a village of nowhere', 'ppks.correct', { ...about, village: '34.04.99.9999', note: 'x' }, 'village-elsewhere'],
]
for (const [what, kind, data, code] of odd)
  test(`PPKS-13 ${kind} with ${what} is refused by a word, and nothing is written`, async () => {
    const id = await received()
    const answer = await bo.send(kind, { subject: id, data })
    assert.equal(cameTo(answer), code)
    assert.equal((await readCard(id)).version, 1)
  })

test('PPKS-7 odd signs in a name and in words come back as they were written', async () => {
  const words = ["O'Neil <b>", 'Ni "Luh" \\ é', '{"a":1}', '=1+1', 'Ṣāliḥ 😀', '%s %d %']
  for (const name of words) {
    const id = await received(bo, { name })
    const { waits, runs } = { waits: randomUUID(), runs: randomUUID() }
    await bo.does('ppks.assess', { subject: id, data: { findings: name, risks: [], on: since } })
    assert.equal((await readCard(id)).name, name)
    assert.equal((await readCard(id)).findings, name)
    const reveal = { district, id, reason: 'Cocokkan KTP' }
    assert.equal((await manager.read(ppksRoutes.reveal, { body: reveal })).name, name)
    assert.equal(cameTo(await give({ id, waits, runs }, 'ppks.plan')), 'done')
  }
})

test('PPKS-16 figures of a year are what counting the rows of the list comes to, type by type', async () => {
  for (const type of ['neglected-elderly', 'neglected-elderly', 'neglected-child', 'hiv'])
    await received(manager, { type, since: '2025-05-01', village: sleman.maguwoharjo })
  const { types } = await manager.read(ppksRoutes.counts, { query: { place: sleman.maguwoharjo, year: 2025 } })
  for (const { type, total, restricted } of types) {
    const query = { show: 'all', type, place: sleman.maguwoharjo, year: 2025 }
    const listed = await manager.read(ppksRoutes.list, { query })
    if (total !== null) assert.equal(total, listed.total, type)
    else assert.ok(restricted, `${type} is not told`)
  }
})

test('PPKS-12, SEAL-7 the ledger writes all of them anew as they were; under new keys they are read and worked with', async () => {
  const told = await assertReplays(house)
  assert.ok(told.includes('ppks') && told.includes('ppksService'))
  const of = await at(['ppks.assess', 'ppks.plan'])
  const { as, house: next } = await afterRotation(house)
  const after = await readCard(of.id, as(bo))
  assert.deepEqual([after.name, after.findings, after.services.length], ['Karto Wiyono', 'Tinggal sendiri.', 2])
  assert.equal(cameTo(await give(of, 'ppks.begin-service', as(bo))), 'done')
  await assertVerified(next)
  await next.close()
})
