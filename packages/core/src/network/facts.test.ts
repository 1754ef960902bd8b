import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SaidFact } from '../contract/network.ts'
import { saidFact } from '../contract/network.ts'
import { property } from '../testing/property.ts'
import { foundBy, keep, nameOfFact } from './facts.ts'
import type { KeptFact } from './network.ts'

const money = (year: number, amount: number | null = null): SaidFact => ({
  about: 'funding',
  source: 'apbn',
  year,
  amount,
})
const line = (connection: 'none' | '4g' | 'fixed'): SaidFact => ({ about: 'connection', connection })
const paper = (form: 'sk' | 'perbup', number: string): SaidFact => ({ about: 'legal', form, number, on: '2022-03-01' })
const grown = (year: number): SaidFact => ({ about: 'grown', year, on: null, cohort: 2018, initiator: 'ministry' })
const told = (...facts: readonly (readonly [from: string, said: SaidFact])[]): readonly KeptFact[] =>
  facts.reduce<readonly KeptFact[]>((all, [from, said]) => keep(all, { from, said }), [])
const saids = (facts: readonly KeptFact[]): readonly SaidFact[] => facts.map(({ said }) => said)

test('NETWORK-2 of two facts of the same kind the one from the later day holds, in whatever order they were said', () => {
  const [old, young] = [
    ['2026-01-01', line('4g')],
    ['2026-06-01', line('fixed')],
  ] as const
  assert.deepEqual(saids(told(old, young)), [line('fixed')])
  assert.deepEqual(saids(told(young, old)), [line('fixed')])
})

test('NETWORK-2 of two facts from one day the one that was said last holds', () => {
  assert.deepEqual(saids(told(['2026-01-01', line('4g')], ['2026-01-01', line('none')])), [line('none')])
})

test('NETWORK-2 papers stand beside each other by form, money by source and year', () => {
  const facts = told(
    ['2026-01-01', paper('sk', '1')],
    ['2026-01-02', paper('perbup', '28 Tahun 2022')],
    ['2026-01-03', paper('sk', '2')],
    ['2026-01-01', money(2025, 5)],
    ['2026-01-01', money(2026)],
    ['2026-01-02', money(2025, 7)],
  )
  assert.deepEqual(saids(facts), [money(2025, 7), money(2026), paper('perbup', '28 Tahun 2022'), paper('sk', '2')])
})

test('NETWORK-2 lists find an office by what holds of it', () => {
  assert.deepEqual(foundBy([]), { grownYear: null, cohort: null, initiator: null, connection: null })
  const facts = told(['2026-01-01', grown(2018)], ['2026-02-01', line('4g')], ['2026-01-01', grown(2017)])
  assert.deepEqual(foundBy(facts), { grownYear: 2017, cohort: 2018, initiator: 'ministry', connection: '4g' })
})

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`)
const any = fc.oneof(
  fc.constantFrom('none' as const, '4g' as const, 'fixed' as const).map(line),
  fc.integer({ min: 2020, max: 2023 }).map((year) => money(year)),
  fc.constantFrom('sk' as const, 'perbup' as const).map((form) => paper(form, '1')),
)
property(
  'NETWORK-2 however many facts are said, there is one of each name, from its latest day, and their order is always the same',
  fc.array(fc.tuple(day, any), { maxLength: 40 }),
  (said) => {
    const facts = told(...said)
    const names = facts.map((fact) => nameOfFact(fact.said))
    assert.deepEqual(names, [...new Set(said.map(([, one]) => nameOfFact(one)))].toSorted())
    for (const { from, said: holds } of facts) {
      const own = said.filter(([, one]) => nameOfFact(one) === nameOfFact(holds))
      const last = own.reduce((latest, [at]) => (at > latest ? at : latest), '')
      assert.equal(from, last)
      assert.deepEqual(holds, own.findLast(([at]) => at === last)?.[1])
    }
  },
)

const odd: readonly (readonly [what: string, said: object])[] = [
  ['a year before the network', { about: 'funding', source: 'apbn', year: 2009, amount: null }],
  ['nothing in rupiah', { about: 'funding', source: 'apbn', year: 2026, amount: 0 }],
  ['half a rupiah', { about: 'funding', source: 'apbn', year: 2026, amount: 0.5 }],
  ['a source that nobody knows', { about: 'funding', source: 'csr', year: 2026, amount: 1 }],
  ['a place in the sea of another land', { about: 'site', spot: { lat: 52.1, long: 5.1 } }],
  ['a paper without a number', { about: 'legal', form: 'sk', number: ' ', on: '2026-01-01' }],
  ['a paper of no day', { about: 'legal', form: 'sk', number: '1', on: '2026-02-30' }],
  ['a thousand laptops', { about: 'devices', computer: 0, laptop: 1000, tablet: 0, phone: 0, printer: 0, modem: 0 }],
  ['devices of which some are left out', { about: 'devices', computer: 0, laptop: 1 }],
]
for (const [what, said] of odd)
  test(`NETWORK-1 ${what} is no fact`, () => assert.equal(saidFact.safeParse(said).success, false))
