import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Carried } from '../contract/carried.ts'
import { programmeId } from '../kernel/id.ts'
import { aProgramme } from '../testing/a-programme.ts'
import { type Digest, deltaFor, marksOf, stampOf, withDelta } from './carried-delta.ts'

/** Any digest will do for the law: other texts, other words; as long as a real one. */
const digest: Digest = async (text) => {
  let sum = 0n
  for (const letter of text) sum = (sum * 131n + BigInt(letter.codePointAt(0) ?? 0)) % (1n << 256n)
  return sum.toString(16).padStart(64, '0').split('').toReversed().join('')
}
const programme = (nth: number, name = `Program ${nth}`): Carried['programmes'][number] => ({
  ...aProgramme,
  papers: [...aProgramme.papers],
  versions: [],
  id: programmeId.parse(`c0000000-0000-4000-8000-${String(nth).padStart(12, '0')}`),
  name,
})
const carrying = (programmes: readonly Carried['programmes'][number][], unseen: readonly string[] = []): Carried => ({
  programmes: [...programmes],
  facts: [],
  unseen: [...unseen],
  quotas: [],
})
const taken = async (had: Carried, now: Carried): Promise<Carried> =>
  withDelta(had, await deltaFor(now, await marksOf(had.programmes, digest), digest))

test('FIELD-28 one programme of many that is other is given alone; the one before it goes', async () => {
  const had = carrying([1, 2, 3].map((nth) => programme(nth)))
  const now = carrying([programme(1), programme(2, 'Lain'), programme(3)])
  const delta = await deltaFor(now, await marksOf(had.programmes, digest), digest)
  assert.deepEqual([delta.programmes.map(({ name }) => name), delta.gone], [['Lain'], [1]])
  assert.deepEqual(withDelta(had, delta), now)
})

test('FIELD-28 what counts for all of them comes whole, also where no programme is other', async () => {
  const had = carrying([programme(1)], ['anak'])
  const now = carrying([programme(1)], ['lansia'])
  const delta = await deltaFor(now, await marksOf(had.programmes, digest), digest)
  assert.deepEqual([delta.programmes, delta.gone, delta.unseen], [[], [], ['lansia']])
  assert.notEqual(await stampOf(had, digest), await stampOf(now, digest))
})

test('FIELD-28 marks of another list, or of none, bring all of it', async () => {
  const now = carrying([programme(1), programme(2)])
  const delta = await deltaFor(now, ['000000000000'], digest)
  assert.deepEqual([delta.programmes.length, delta.gone], [2, [0]])
  assert.deepEqual(withDelta(carrying([programme(9)]), delta), now)
})

const lists = fc.uniqueArray(fc.record({ nth: fc.integer({ min: 1, max: 9 }), name: fc.constantFrom('a', 'b', 'c') }), {
  selector: ({ nth }) => nth,
})
const inOrder = (list: readonly { nth: number; name: string }[]): Carried =>
  carrying(list.toSorted((one, other) => one.nth - other.nth).map(({ nth, name }) => programme(nth, name)))

test('FIELD-28 whatever was opened, changed and ended, the phone carries what the server does, by the same stamp', () =>
  fc.assert(
    fc.asyncProperty(lists, lists, async (before, after) => {
      const [had, now] = [inOrder(before), inOrder(after)]
      const phone = await taken(had, now)
      assert.deepEqual(phone, now)
      assert.equal(await stampOf(phone, digest), await stampOf(now, digest))
    }),
    { seed: 61, numRuns: 100 },
  ))
