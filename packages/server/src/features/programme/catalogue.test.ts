import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { ProgrammeLine } from '@openslrt/core/contract/programme-queries.ts'
import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily, addPerson, cameTo, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { afterRotation, assertReplays } from '../../testing/replayed.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const manager = await house.staffAt(offices.secretariat, 'manager')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')
const district = ledgerCode.parse('34.04')
const today = dayIn('Asia/Jakarta', Date.now())
const openData = { ...programmeData['programme.open'], from: today }

interface Opened {
  readonly id: string
  readonly home: string
  readonly name: string
  readonly place: string
  readonly sector: string
  readonly owner: string
  readonly unit: string
  readonly ended: boolean
}
async function opened(by: Client, home: string, own: Partial<Omit<Opened, 'id' | 'home'>> = {}): Promise<Opened> {
  const subject = randomUUID()
  const { ended = false, ...words } = own
  const data = { ...openData, place: home, ...words }
  await by.does('programme.open', { subject, district: home, data })
  if (ended) await by.does('programme.end', { subject, district: home, data: { from: today, note: 'Anggaran habis.' } })
  const { name, place, sector, owner, unit } = data
  return { id: subject, home, name, place, sector, owner, unit, ended }
}
const card = (id: string, by: Client = manager, at = district) =>
  by.read(programmeRoutes.card, { query: { district: at, id: programmeId.parse(id) } })

/** Programmes of every corner: what they give, to whom, by whom, where, and whether they ended. */
const some: readonly (readonly [by: Client, home: string, own: Partial<Opened>])[] = [
  [manager, '34.04', { name: 'Beras Sejahtera', sector: 'food' }],
  [manager, '34.04', { name: 'Beras Lansia', sector: 'food', unit: 'person' }],
  [manager, '34.04', { name: 'Rumah Layak', sector: 'housing' }],
  [manager, '34.04', { name: 'Rumah % Murah_', sector: 'housing', ended: true }],
  [manager, '34.04', { name: "Beasiswa Ni'mah", sector: 'education', unit: 'person' }],
  [manager, '34.04', { name: 'Modal Usaha', sector: 'social-economy', unit: 'group', ended: true }],
  [coordinator, '34.04', { name: 'Beras Desa', sector: 'food', owner: 'village', place: sleman.caturtunggal }],
  [neighbour, '34.04', { name: 'Rumah Tetangga', sector: 'housing', owner: 'village', place: sleman.maguwoharjo }],
  [elsewhere, '34.02', { name: 'Beras Bantul', sector: 'food' }],
]
const all: Opened[] = []
for (const [by, home, own] of some) all.push(await opened(by, home, own))

/** Whose places a programme can be read from: of itself and above, and of what lies under it. */
const readers: readonly (readonly [by: Client, place: string])[] = [
  [manager, '34.04'],
  [coordinator, sleman.caturtunggal],
  [neighbour, sleman.maguwoharjo],
  [elsewhere, '34.02'],
]
const wanted = (place: string, query: Readonly<Record<string, string>>): readonly string[] =>
  all
    .filter((one) => place.startsWith(one.place) || one.place.startsWith(place))
    .filter((one) => one.ended === (query['show'] === 'ended'))
    .filter(({ sector, owner, unit }) =>
      Object.entries({ sector, owner, unit }).every(([field, is]) => [undefined, is].includes(query[field])),
    )
    .filter(({ name }) =>
      (query['q'] ?? '')
        .toLowerCase()
        .split(/\s+/)
        .every((word) => `${name} ${openData.gives} ${openData.ownerName}`.toLowerCase().includes(word)),
    )
    .map(({ name }) => name)
    .toSorted()

async function pagesOf(by: Client, query: Readonly<Record<string, string>>): Promise<readonly ProgrammeLine[]> {
  const first = await by.read(programmeRoutes.list, { query })
  const lines = [...first.items]
  for (let page = 2; lines.length < first.total && page < 20; page++)
    lines.push(...(await by.read(programmeRoutes.list, { query: { ...query, page: String(page) } })).items)
  assert.equal(lines.length, first.total)
  return lines
}

test('PROG-11 whatever a reader asks for, they are told exactly what their place can use and what is given under it', async () => {
  const maybe = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  const query = fc.record({
    q: fc.constantFrom('', 'beras', 'RUMAH', 'beras kg', '%', '_', "'", 'dinas sosial', 'tidak ada', '\\'),
    sector: maybe('food', 'housing', 'education'),
    owner: maybe('district', 'village'),
    unit: maybe('family', 'person', 'group'),
    show: fc.constantFrom('now', 'ended'),
  })
  const mine = new Set(all.map(({ name }) => name))
  for (const asked of fc.sample(query, { numRuns: 25, seed }))
    for (const [by, place] of readers) {
      const words = Object.fromEntries(
        Object.entries(asked).flatMap(([name, is]) => (is === undefined ? [] : [[name, is]])),
      )
      const names = (await pagesOf(by, words)).map(({ name }) => name).filter((name) => mine.has(name))
      assert.deepEqual(names.toSorted(), wanted(place, words), `FC_SEED=${seed}: ${place} ${JSON.stringify(words)}`)
    }
})

test('PROG-11 a catalogue of many pages tells each programme once, and none of a place beside', async () => {
  for (let nth = 0; nth < 28; nth++)
    all.push(await opened(manager, '34.04', { name: `Bantuan ${nth}`, sector: 'health' }))
  const lines = await pagesOf(coordinator, { sector: 'health', q: 'bantuan' })
  const mine = lines.filter(({ name }) => /^Bantuan \d+$/.test(name))
  assert.deepEqual([mine.length, new Set(mine.map(({ id }) => id)).size], [28, 28])
  assert.deepEqual((await pagesOf(elsewhere, { q: 'Bantuan 27' })).length, 0)
  for (const odd of [
    { page: 0 },
    { page: 'x' },
    { sector: 'bukan' },
    { owner: '' },
    { show: 'all' },
    { q: 'a'.repeat(61) },
  ])
    assert.equal((await manager.ask(programmeRoutes.list, { query: odd })).status, 400, JSON.stringify(odd))
})

const steps: readonly (readonly [kind: string, data: object])[] = [
  ['programme.change', { ...programmeData['programme.change'], name: 'Nama baru' }],
  [
    'programme.set-criteria',
    {
      ...programmeData['programme.set-criteria'],
      from: addDays(today, 1),
      rule: { fact: 'desil', is: 'at-most', value: 2 },
    },
  ],
  ['programme.end', { from: addDays(today, 30), note: 'Selesai.' }],
]
for (const [kind, data] of steps)
  test(`PROG-8 ${kind}: of three who send it at once from one page one is heard; the same command again is told the same`, async () => {
    const { id } = await opened(manager, '34.04', { name: 'Serentak' })
    const others = [manager, await house.staffAt(offices.secretariat, 'manager'), manager]
    const answers = await Promise.all(others.map((by) => by.send(kind, { subject: id, base: 1, data })))
    assert.deepEqual(answers.map(cameTo).toSorted(), ['done', 'stale', 'stale'])
    assert.equal((await card(id)).version, 2)
    const sent = {
      id: randomUUID(),
      subject: id,
      base: 2,
      data: { ...programmeData['programme.change'], name: 'Lagi' },
    }
    const at = { ...sent, doneAt: new Date().toISOString() }
    const [one, two] = [await manager.send('programme.change', at), await manager.send('programme.change', at)]
    assert.deepEqual([one.status, two.body], [200, one.body])
    assert.equal(
      cameTo(await manager.send('programme.change', { ...at, data: { ...at.data, name: 'Lain' } })),
      'command-id-reused',
    )
    assert.equal((await card(id)).version, 3)
  })

const deep = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => ({ not: inner }), { fact: 'desil', is: 'known' })
/** What is no rule, or none that can be meant. */
const broken: readonly (readonly [what: string, rule: unknown])[] = [
  ['nothing', null],
  ['a text', 'desil <= 4'],
  ['an empty group', { all: [] }],
  ['a fact that nobody knows', { fact: 'tinggi_badan', is: 'eq', value: 1 }],
  ['a fact of every object', { fact: '__proto__', is: 'known' }],
  ['a number where a code belongs', { fact: 'status_kawin', is: 'eq', value: 2 }],
  ['a desil of eleven', { fact: 'desil', is: 'eq', value: 11 }],
  ['a range that ends before it begins', { fact: 'desil', is: 'between', value: [9, 1] }],
  ['more than a rule', { fact: 'desil', is: 'known', dan: 'lagi' }],
  ['a rule of two thousand floors', deep(2_000)],
  ['a rule of twenty thousand parts', { any: Array.from({ length: 20_000 }, () => ({ fact: 'desil', is: 'known' })) }],
]
for (const [what, rule] of broken)
  test(`PROG-7, PROG-14 ${what} is refused as criteria and as a trial, and never a fault`, async () => {
    const before = await house.owner("select 1 from ledger where kind = 'programme.open'")
    const answers = [
      await manager.send('programme.open', { data: { ...openData, rule } }),
      await manager.ask(programmeRoutes.try, { body: { district, unit: 'family', rule, after: null } }),
    ]
    for (const { status, text } of answers) assert.ok(status >= 400 && status < 500, `${status} ${text.slice(0, 200)}`)
    assert.deepEqual(await house.owner("select 1 from ledger where kind = 'programme.open'"), before)
  })

test('PROG-13, MATCH-4 what a trial counts is what each family is told by itself, whatever the rule', async () => {
  const homes = await Promise.all(
    [1, 3, 5, 7, null].map(async (desil) => {
      const id = await addFamily(coordinator, { sepeda_motor: desil ?? 0 })
      const evidence = { value: desil, on: '2026-07-10', source: 'DTSEN' }
      if (desil !== null) await says(coordinator, 'family', id, {}, { desil: evidence })
      await addPerson(coordinator, { status_hubungan_keluarga: '1' }, { family: id })
      return id
    }),
  )
  const rules: readonly Criterion[] = [
    { fact: 'desil', is: 'at-most', value: 4 },
    { not: { fact: 'desil', is: 'at-most', value: 4 } },
    {
      any: [
        { fact: 'desil', is: 'at-least', value: 6 },
        { fact: 'sepeda_motor', is: 'at-most', value: 1 },
      ],
    },
    { fact: 'desil', is: 'known' },
  ]
  for (const rule of rules) {
    const { id } = await opened(manager, '34.04', { name: 'Uji' })
    await manager.does('programme.set-criteria', {
      subject: id,
      data: { ...programmeData['programme.set-criteria'], from: today, rule },
    })
    const tried = await manager.read(programmeRoutes.try, { body: { district, unit: 'family', rule, after: null } })
    const verdicts = { eligible: 0, 'cannot-tell': 0, 'not-eligible': 0 }
    for (const home of homes) {
      const { text } = await coordinator.ask(programmeRoutes.forFamily, { query: { district, id: home } })
      const said = programmeRoutes.forFamily.reply.parse(JSON.parse(text))
      const line = said.groups.flatMap(({ items }) => items).find((one) => one.id === id)
      assert.ok(line, JSON.stringify(rule))
      verdicts[line.verdict]++
    }
    assert.deepEqual([tried.looked, tried.counts], [homes.length, verdicts], JSON.stringify(rule))
  }
})

test('PROG-8, SEAL-7 the ledger writes every programme anew as it was, and under new keys they are read and changed', async () => {
  assert.ok((await assertReplays(house)).includes('programme'))
  assert.ok((await assertReplays(house, '34.02')).includes('programme'))
  const { as, house: next } = await afterRotation(house)
  const [one] = all
  assert.ok(one)
  assert.equal((await card(one.id, as(manager))).name, one.name)
  assert.equal(cameTo(await as(manager).send('programme.change', { subject: one.id, data: steps[0]?.[1] })), 'done')
  await next.close()
})
