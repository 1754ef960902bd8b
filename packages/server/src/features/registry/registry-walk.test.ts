import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { Answer } from '../../testing/door.ts'
import { addFamily, addPerson, cameTo, kkAt, nikAt, origin, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { afterRotation, assertReplays } from '../../testing/replayed.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const operator = await house.staffAt(offices.secretariat, 'manager')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const steps = 130 * Number(process.env['FC_RUNS'] ?? 1)
const district = '34.04'
const villages = [sleman.caturtunggal, sleman.maguwoharjo, sleman.sinduadi]

/** What the walk may take up: people, families, and what was made one of two. */
const known = { people: [] as string[], families: [] as string[], pairs: [] as string[] }
const pick = (from: readonly string[], nth: number): string => from[nth % Math.max(from.length, 1)] ?? randomUUID()

interface Step {
  readonly act: keyof typeof acts
  readonly one: number
  readonly other: number
}

/** A subject that is remembered once the command about it is taken. */
async function made(list: string[], kind: string, data: object): Promise<Answer> {
  const subject = randomUUID()
  const answer = await operator.send(kind, { subject, data })
  if (answer.status === 200) list.push(subject)
  return answer
}

async function become(of: 'person' | 'family', from: readonly string[], { one, other }: Step): Promise<Answer> {
  const [kept, gone] = [pick(from, one), pick(from, other)]
  const shown = await verifier.ask(doubleRoutes.preview, { query: { district, of, kept, gone } })
  if (shown.status !== 200) return shown
  const told = doubleRoutes.preview.reply.parse(shown.body)
  const take = told.fields.filter(({ same }, nth) => !same && (one + nth) % 3 === 0).map(({ field }) => field)
  const subject = randomUUID()
  const data = { of, kept, gone, take, keptVersion: told.kept.version, goneVersion: told.gone.version }
  const answer = await verifier.send('registry.merge', { subject, data })
  if (answer.status === 200) known.pairs.push(subject)
  return answer
}

const mark = (of: 'person' | 'family', subject: string, status: string): Promise<Answer> =>
  operator.send('registry.mark', { subject, data: { of, status, on: '2026-11-01', ...origin } })

/** Everything that officers do with people and families, whoever these are. */
const acts = {
  family: ({ one, other }: Step) => {
    const values = { nomor_kartu_keluarga: kkAt(one), alamat: `RT ${other}` }
    return made(known.families, 'registry.add-family', {
      place: pick(villages, other),
      values,
      desil: null,
      ...origin,
    })
  },
  person: ({ one, other }: Step) => {
    const family = one % 4 === 0 ? null : pick(known.families, one)
    const values = { nama: `Warga ${one}`, nomor_induk_kependudukan: nikAt(other) }
    return made(known.people, 'registry.add-person', { place: pick(villages, other), family, values, ...origin })
  },
  say: ({ one, other }: Step) =>
    says(operator, 'person', pick(known.people, one), { agama: other % 2 ? 'islam' : 'hindu', status_kawin: '2' }),
  'say of': ({ one, other }: Step) => says(operator, 'family', pick(known.families, one), { sepeda_motor: other % 5 }),
  move: ({ one, other }: Step) =>
    says(operator, 'family', pick(known.families, one), { kode_kelurahan_desa: pick(villages, other) }),
  join: async ({ one, other }: Step) => {
    const subject = pick(known.people, one)
    const [row] = await house.owner<{ family: string | null }>('select family from person where id = $1', [subject])
    const from = other % 3 === 0 ? undefined : (row?.family ?? undefined)
    const data = { family: pick(known.families, other), from, relation: String((other % 7) + 1), ...origin }
    return operator.send('registry.join-family', { subject, data })
  },
  leave: ({ one }: Step) => operator.send('registry.leave-family', { subject: pick(known.people, one), data: origin }),
  mark: ({ one, other }: Step) => mark('person', pick(known.people, one), pick(['known', 'moved', 'dead'], other)),
  'mark of': ({ one, other }: Step) =>
    mark('family', pick(known.families, one), pick(['known', 'moved', 'gone'], other)),
  merge: (step: Step) => become('person', known.people, step),
  'merge of': (step: Step) => become('family', known.families, step),
  part: ({ one }: Step) => verifier.send('registry.unmerge', { subject: pick(known.pairs, one), data: {} }),
} as const
const actNames = Object.keys(acts) as (keyof typeof acts)[]

/** What can never be, whatever officers do. */
const impossible: Readonly<Record<string, string>> = {
  'somebody lives in another village than their family':
    "select 1 from person p join family f on f.district = p.district and f.id = p.family where p.place <> f.place and p.status <> 'merged'",
  'somebody is of a family that is not there':
    'select 1 from person p where p.family is not null and not exists (select 1 from family f where f.id = p.family)',
  'somebody who stands alone is of a family that went into another':
    "select 1 from person p join family f on f.id = p.family where f.status = 'merged' and p.status <> 'merged'",
  'whoever was merged has gone into nobody':
    "select 1 from person where (status = 'merged') <> (merged_into is not null)",
  'a family that was merged has gone into none':
    "select 1 from family where (status = 'merged') <> (merged_into is not null)",
  'somebody went into themselves': 'select 1 from person where merged_into = id',
  'a record is of nobody':
    'select 1 from registry_record r where not exists (select 1 from person p where p.id = r.holder union select 1 from family f where f.id = r.holder)',
}
async function assertPossible(after: string): Promise<void> {
  for (const [what, query] of Object.entries(impossible))
    assert.deepEqual(await house.owner(query), [], `FC_SEED=${seed}: ${what}, after ${after}`)
}

test('REGISTRY-15, DOUBLE-7, DOUBLE-10 whatever officers do with people and families in any order, nobody is lost, doubled or in two places', async () => {
  const step = fc.record({ act: fc.constantFrom(...actNames), one: fc.nat(30), other: fc.nat(30) })
  const walk = fc.sample(fc.array(step, { minLength: steps, maxLength: steps }), { numRuns: 1, seed }).flat()
  const done = new Set<string>()
  for (const act of ['family', 'family', 'family', 'person', 'person', 'person', 'person'] as const)
    walk.unshift({ act, one: walk.length % 30, other: walk.length % 3 })
  // Few families are left as they were after a long walk: of all together one can still be marked.
  for (let one = 0; one < 12; one++) walk.push({ act: 'mark of', one, other: 1 + (one % 2) })
  for (const [nth, next] of walk.entries()) {
    const answer = await acts[next.act](next)
    assert.ok(answer.status < 500, `FC_SEED=${seed}: ${nth} ${next.act} ${answer.text}`)
    if (answer.status === 200) done.add(next.act)
    if (nth % 8 === 0) await assertPossible(`${nth} ${next.act}`)
  }
  await assertPossible('the end')
  assert.deepEqual([...done].toSorted(), actNames.toSorted(), 'each of them was done at least once')
})

test('REGISTRY-9, DOUBLE-12 after such a walk the ledger writes every row anew as it was, and the proof holds', async () => {
  const told = await assertReplays(house)
  for (const table of ['person', 'family', 'registryRecord', 'registryPair']) assert.ok(told.includes(table), table)
})

test('REGISTRY-1, SEAL-7 once its keys are changed everybody is read, found by their number and written on as before', async () => {
  const person = await addPerson(operator, { nama: 'Ngatinem', nomor_induk_kependudukan: nikAt(4_000) })
  const family = await addFamily(operator, { nomor_kartu_keluarga: kkAt(4_000) })
  const reveal = (of: string, id: string) => ({ body: { district, of, id, reason: 'Cocokkan kartu' } })
  const { as, house: next } = await afterRotation(house)
  const [reader, writer] = [as(operator), as(operator)]
  const { said } = await reader.read(registryRoutes.person, { query: { district, id: person } })
  assert.equal(said['nomor_induk_kependudukan'], '3404**********00')
  assert.equal((await reader.read(registryRoutes.reveal, reveal('person', person))).nik, nikAt(4_000))
  assert.equal((await reader.read(registryRoutes.reveal, reveal('family', family))).kk, kkAt(4_000))
  const asked = { name: 'Lain', nik: nikAt(4_000), kk: null, phone: null, birthDate: null, sex: null }
  const body = { ...asked, place: sleman.caturtunggal }
  const { items } = await reader.read(doubleRoutes.candidates, { body })
  assert.deepEqual(
    items.map(({ person: one }) => one.id),
    [person],
  )
  assert.equal(cameTo(await says(writer, 'person', person, { agama: 'kristen' })), 'done')
  await next.close()
})
