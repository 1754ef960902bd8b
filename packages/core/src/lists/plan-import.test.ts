import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays } from '../figures/period.ts'
import { property } from '../testing/property.ts'
import type { FileItem } from './list-file.ts'
import { headsOf, itemOf, listTable } from './list-file.ts'
import type { Said } from './on-day.ts'
import { itemOn } from './on-day.ts'
import type { Asked } from './plan-import.ts'
import { askedBy, fileItemsOf } from './plan-import.ts'
import { sayings } from './rows.ts'

const today = '2026-11-22'
const place = '34.04'
const at = { list: 'reject', place, today, day: addDays(today, 3) } as const

/** What was said of one item: before today, today, and on days to come, here, above and elsewhere, in any order. */
const aWord = fc
  .record({
    place: fc.constantFrom('00', '34', place, place, '34.02'),
    after: fc.integer({ min: -3, max: 6 }),
    name: fc.constantFrom('A', 'B', 'C'),
    says: fc.constantFrom(...sayings, 'holds' as const),
  })
  .map(
    ({ after, name, ...rest }): Said => ({
      ...rest,
      list: 'reject',
      code: 'uji',
      names: { id: name, en: name },
      data: {},
      from: addDays(today, after),
    }),
  )
const words = fc.array(aWord, { maxLength: 10 })
const days = Array.from({ length: 9 }, (_, nth) => addDays(today, nth))
const nameOn = (said: readonly Said[], day: string): string | null => itemOn(said, place, day)?.names.id ?? null

/** Written to a table and read again, as a person sends it back. */
function throughTable(items: readonly FileItem[]): readonly FileItem[] {
  const heads = headsOf('reject')
  const [, ...rows] = listTable('reject', items)
  return rows.map((row) => itemOf('reject', (head) => row[heads.indexOf(head)] ?? ''))
}

property(
  'LISTS-16 whatever was said of an item, its lines in a file ask for nothing when they are read again',
  words,
  (said) => {
    for (const item of throughTable(fileItemsOf(said, place, today))) assert.deepEqual(askedBy(item, said, at), [])
  },
  400,
)

property(
  'LISTS-16 the lines of an item say of today and of every day to come how it is called there, or that it is not offered',
  words,
  (said) => {
    const lines = fileItemsOf(said, place, today)
    const toldOn = (day: string): string | null => {
      const begun = lines.findLast(({ from }) => from <= day)
      return !begun || (begun.ends !== '' && begun.ends <= day) ? null : begun.names.id
    }
    for (const day of days) assert.equal(toldOn(day), nameOn(said, day), day)
  },
  400,
)

/** What stands once the commands of a line were taken: each says it from its day on. */
const after = (said: readonly Said[], asks: readonly Asked[], { code, names, data }: FileItem): readonly Said[] =>
  asks.reduce<readonly Said[]>((all, { kind, data: asked }) => {
    const from = String(asked['from'])
    const says = kind === 'list.end' ? 'ended' : 'holds'
    // An end takes back what was planned after it.
    const left =
      says === 'holds'
        ? all
        : all.map((one) => (one.place === place && one.from > from ? { ...one, says: 'taken-back' as const } : one))
    return [...left, { list: 'reject', code, names, data, place, from, says }]
  }, said)

property(
  'LISTS-16 a line that was taken asks for nothing more from its day on, and the days before stay as they were',
  fc.tuple(words, fc.constantFrom('A', 'B', 'C'), fc.integer({ min: -2, max: 6 })),
  ([said, name, from]) => {
    const named = { id: name, en: name }
    const day = addDays(today, from)
    const line: FileItem = { code: 'uji', names: named, data: {}, from: day, ends: '' }
    const asks = askedBy(line, said, at)
    const [asked] = asks
    if (!asked) return assert.equal(nameOn(said, day > today ? day : today), name)
    const said2 = after(said, asks, line)
    assert.equal(asked.data['from'], day > today ? day : at.day)
    assert.equal(nameOn(said2, String(asked.data['from'])), name)
    for (const earlier of days.filter((one) => one < String(asked.data['from'])))
      assert.equal(nameOn(said2, earlier), nameOn(said, earlier), earlier)
  },
  300,
)

property(
  'LISTS-16 a line that says when an item ends ends it then, once, whatever was planned',
  fc.tuple(words, fc.integer({ min: 1, max: 6 })),
  ([said, ends]) => {
    const line: FileItem = { code: 'uji', names: { id: 'A', en: 'A' }, data: {}, from: '', ends: addDays(today, ends) }
    const asks = askedBy(line, said, { ...at, day: today })
    const ended = after(said, asks, line)
    assert.equal(nameOn(ended, line.ends), null)
    assert.equal(asks.filter(({ kind }) => kind === 'list.end').length <= 1, true)
  },
  300,
)
