import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import type { LedgerCode } from '../place/code.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { aPerson } from '../testing/a-family.ts'
import { aLink } from '../testing/a-pair.ts'
import { clock, setup, staff } from '../testing/actors.ts'
import type { LinkLook, LinkRow, LinkStatus } from './link.ts'
import { decideAnswerLink, decideAskLink, decideEndLink, linkStatuses } from './link.ts'
import type { PersonRow } from './registry.ts'
import { clashesOf, givenSince } from './since.ts'

const here = staff('coordinator')
const of = (place: string): StaffActor => ({ ...here, place: placeCode.parse(place) })
const look = (actor: LinkLook['actor'] = here): LinkLook => ({
  now: Date.parse('2026-11-22T02:00:00Z'),
  day: '2026-11-22',
  actor,
})
const ledger = (code: string): LedgerCode => ledgerCode.parse(code)
const link = (other: string, status: LinkStatus): LinkRow => ({ ...aLink, other: ledger(other), status })

/** Whom a question about somebody goes to, by who knows the number and what was asked before. */
const askings: readonly (readonly [
  who: Partial<PersonRow>,
  elsewhere: string,
  before: readonly LinkRow[],
  to: string,
])[] = [
  [{}, '34.02', [], '34.02'],
  [{}, '34.02 34.01', [], '34.01'],
  [{}, '34.04 34.02', [], '34.02'],
  [{}, '34.04', [], 'link-nowhere'],
  [{}, '', [], 'link-nowhere'],
  [{ nik: null }, '34.02', [], 'link-no-nik'],
  [{ status: 'merged' }, '34.02', [], 'link-no-nik'],
  [{ status: 'erased', nik: null }, '34.02', [], 'link-no-nik'],
  [{ status: 'dead' }, '34.02', [], '34.02'],
  [{}, '34.02', [link('34.02', 'asked')], 'link-asked'],
  [{}, '34.02', [link('34.02', 'confirmed')], 'link-asked'],
  [{}, '34.02', [link('34.02', 'refused')], 'link-asked'],
  [{}, '34.02', [link('34.02', 'ended')], '34.02'],
  [{}, '34.02 34.01', [link('34.01', 'refused')], '34.02'],
  [{}, '34.02 34.01', [link('34.01', 'ended'), link('34.02', 'asked')], '34.01'],
]
for (const [who, elsewhere, before, to] of askings)
  test(`DOUBLE-12 ${JSON.stringify(who)} known in ${elsewhere || 'no district'}, ${before.map((one) => `${one.other} ${one.status}`).join(', ') || 'never asked'}: ${to}`, () => {
    const others = elsewhere.split(' ').filter(Boolean).map(ledger)
    const person = { ...aPerson, ...who }
    const answer = decideAskLink(aLink.id, person, { elsewhere: others, links: before }, 'Pindah', look())
    if (!answer.ok) return assert.equal(answer.error.code, to)
    const [change] = answer.value.changes
    assert.ok(change?.table === 'registryLink')
    assert.deepEqual([change.set.other, change.set.status, change.set.otherPerson], [to, 'asked', null])
  })

const there: PersonRow = { ...aPerson, district: ledger('34.02'), place: placeCode.parse('34.02.01.2001') }
/** Who answers about whom. */
const answers: readonly (readonly [
  by: LinkLook['actor'],
  who: Partial<PersonRow>,
  status: LinkStatus,
  code: string,
])[] = [
  [of('34.02'), {}, 'asked', 'done'],
  [of('34.02.01.2001'), {}, 'asked', 'done'],
  [of('34.04'), {}, 'asked', 'link-not-yours'],
  [of('34'), {}, 'asked', 'link-not-yours'],
  [clock, {}, 'asked', 'link-not-yours'],
  [setup, {}, 'asked', 'link-not-yours'],
  [of('34.02'), { nik: '3404074506800009' }, 'asked', 'link-other-nik'],
  [of('34.02'), { nik: null }, 'asked', 'link-other-nik'],
  [of('34.02'), { district: ledger('34.01') }, 'asked', 'link-other-nik'],
  [of('34.02'), { status: 'merged' }, 'asked', 'link-other-nik'],
  [of('34.02'), { status: 'moved' }, 'asked', 'done'],
  [of('34.02'), {}, 'confirmed', 'link-over'],
  [of('34.02'), {}, 'refused', 'link-over'],
  [of('34.02'), {}, 'ended', 'link-over'],
]
for (const [by, who, status, code] of answers)
  test(`DOUBLE-12 ${'place' in by ? by.place : by.kind} answers of ${JSON.stringify(who)}, where it is ${status}: ${code}`, () => {
    for (const same of [true, false]) {
      const answer = decideAnswerLink(link('34.02', status), { ...there, ...who }, same, look(by))
      assert.equal(answer.ok ? 'done' : answer.error.code, code)
      if (answer.ok)
        assert.equal({ status: '', ...answer.value.changes[0]?.set }.status, same ? 'confirmed' : 'refused')
    }
  })
for (const status of linkStatuses)
  test(`DOUBLE-12 what is ${status} is ${status === 'ended' ? 'not ended again' : 'ended by either'}`, () => {
    for (const by of [here, of('34.02')])
      assert.equal(decideEndLink(link('34.02', status), look(by)).ok, status !== 'ended')
  })

/** What stands, what somebody gives, and what was given since they looked: the fields that clash. */
const clashes: readonly (readonly [said: object, given: object, since: readonly object[], fields: string])[] = [
  [{ a: '1' }, { a: '2' }, [], ''],
  [{ a: '1' }, { a: '2' }, [{ a: '1' }], 'a'],
  [{ a: '1' }, { a: '1' }, [{ a: '1' }], ''],
  [{ a: '1', b: '1' }, { a: '2', b: '2' }, [{ a: '1' }], 'a'],
  [{ a: '1', b: '1' }, { a: '2', b: '2' }, [{ a: '1' }, { b: '1' }], 'a b'],
  [{}, { a: '2' }, [{ a: null }], 'a'],
  [{ a: null }, { a: null }, [{ a: null }], ''],
  [{ a: null }, { a: '2' }, [{ a: null }], 'a'],
  [{ a: ['1', '2'] }, { a: ['1', '2'] }, [{ a: ['1', '2'] }], ''],
  [{ a: ['1', '2'] }, { a: ['1'] }, [{ a: ['1', '2'] }], 'a'],
  [{ a: 0 }, { a: '0' }, [{ a: 0 }], 'a'],
]
for (const [said, given, since, fields] of clashes)
  test(`REGISTRY-21 ${JSON.stringify(given)} over ${JSON.stringify(said)}, since ${JSON.stringify(since)}: ${fields || 'no clash'}`, () => {
    const found = clashesOf(
      { ...said },
      { ...given },
      since.map((one) => ({ ...one })),
    )
    assert.equal(found.map(({ variable }) => variable).join(' '), fields)
  })

const steps = [
  { base: 1, values: { a: 1 } },
  { base: 2, values: { b: 2 } },
  { base: null, values: { c: 3 } },
]
const sinces: readonly (readonly [seen: number, now: number, given: string | null])[] = [
  [3, 3, ''],
  [2, 3, 'b'],
  [1, 3, 'a b'],
  [0, 3, null],
  [1, 4, null],
  [3, 4, null],
]
for (const [seen, now, given] of sinces)
  test(`REGISTRY-21 who saw version ${seen} of ${now} is told ${given === null ? 'that nobody can say' : given || 'of nothing'}`, () => {
    const found = givenSince({ seen, now }, steps)
    assert.equal(found?.flatMap((values) => Object.keys(values)).join(' ') ?? null, given)
  })
