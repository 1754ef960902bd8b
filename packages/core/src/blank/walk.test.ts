import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { registerCase } from '../case/register.ts'
import type { RegisterData } from '../contract/case.ts'
import { batchId, blankId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { aBlank } from '../testing/a-blank.ts'
import { registration } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { BatchRow, BlankRow } from './blank.ts'
import { blankIn, blankNumber, blankSeed, blankStatuses, mostSheets } from './blank.ts'
import { decideBlank, issueBlanks } from './decide.ts'
import { blankActs, blankVerdict, openBlanks } from './moves.ts'

const desk = almighty()
const door = { short: 'c'.repeat(64), long: 'd'.repeat(64) }
const batchOf = (n: number) => batchId.parse(`a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const sheetOf = (n: number) => ({
  id: blankId.parse(`b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  short: `s${n}`,
  long: `l${n}`,
})
const sheetsOf = (batch: number, size: number) => Array.from({ length: size }, (_, at) => sheetOf(batch * 100 + at))
const blanksOf = ({ rows }: World): readonly BlankRow[] => [...rows.blank.values()] as unknown as readonly BlankRow[]
const casesOf = ({ rows }: World): readonly Readonly<Record<string, unknown>>[] => [...rows.case.values()]

/** What a desk does one day with one of its forms, or with none. */
const aTry = fc.record({
  what: fc.constantFrom('issue', 'type', 'type', 'void', 'lose', 'lose', 'find'),
  which: fc.nat(20),
  days: fc.constantFrom(0, 1, 30),
  size: fc.integer({ min: 1, max: 4 }),
})
type Try = typeof aTry extends fc.Arbitrary<infer Value> ? Value : never

interface Walk {
  readonly world: World
  readonly done: string[]
  now: number
}

function attempt(walk: Walk, { what, which, days, size }: Try): void {
  walk.now += days * dayMs
  const policy = aPolicy(walk.now)
  const n = walk.done.length + 1
  const forms = blanksOf(walk.world)
  const form = forms[which % Math.max(forms.length, 1)]
  const decided = () => {
    if (what === 'issue') return issueBlanks(batchOf(n), sheetsOf(n, size), desk, policy, offices.village.district)
    if (!form) return null
    if (what === 'type') {
      const data = registration({ form: 'F3404-26-001-01' })
      return registerCase(ids.case(n), data, desk, { ...door, form }, policy)
    }
    return decideBlank(form, { move: what as 'void' | 'lose' | 'find', data: { note: 'x' } }, desk, policy)
  }
  const answer = decided()
  if (!answer?.ok) return
  evolve(walk.world, '34.04', payloadOf(answer.value))
  walk.done.push(what)
}

const tries = fc.array(aTry, { minLength: 10, maxLength: 60 })
const walked = (all: readonly Try[]): Walk => {
  const walk: Walk = { world: emptyWorld(), done: [], now: monday }
  attempt(walk, { what: 'issue', which: 0, days: 0, size: 3 })
  for (const one of all) attempt(walk, one)
  return walk
}

property(
  'BLANK-1, BLANK-3 whatever a desk does, each typed form is one case with the receipt of its slip, and no case has another’s',
  tries,
  (all) => {
    const { world } = walked(all)
    const forms = blanksOf(world)
    const typed = forms.filter(({ status }) => status === 'typed')
    assert.deepEqual(new Set(typed.map(({ caseId }) => caseId)), new Set(casesOf(world).map(({ id }) => id)))
    assert.equal(typed.length, casesOf(world).length)
    for (const { caseId, doorShort, doorLong } of typed) {
      const kase = casesOf(world).find(({ id }) => id === caseId)
      assert.deepEqual([kase?.['doorShort'], kase?.['doorLong']], [doorShort, doorLong])
    }
    for (const { status, caseId } of forms) assert.equal(caseId !== null, status === 'typed')
  },
  40,
)

property(
  'BLANK-2 batches are numbered densely, each year anew, and every sheet of a batch is read back by its number',
  tries,
  (all) => {
    const { world } = walked(all)
    const batches = [...world.rows.batch.values()] as unknown as readonly BatchRow[]
    for (const year of ['26', '27', '28']) {
      const serials = batches.filter(({ number }) => number.startsWith(`F3404-${year}-`)).map(({ serial }) => serial)
      assert.deepEqual(
        serials,
        serials.map((_, at) => at + 1),
      )
    }
    for (const { id, number, size } of batches) {
      const sheets = blanksOf(world).filter(({ batch }) => batch === id)
      assert.deepEqual(
        sheets.map(({ sheet }) => sheet),
        Array.from({ length: size }, (_, at) => at + 1),
      )
      for (const { sheet } of sheets)
        assert.deepEqual(blankIn(blankNumber(number, sheet)), { district: '34.04', batch: number, sheet })
    }
  },
  40,
)

property('BLANK-3 whatever is typed is no form’s number, or one that is spelt one way', fc.string(), (typed) => {
  const named = blankIn(`F${typed}`)
  if (!named) return
  assert.deepEqual(blankIn(blankNumber(named.batch, named.sheet)), named)
})

/** Numbers as they are read from a slip by a tired eye, and the form that they name. */
const readings: readonly (readonly [typed: string, batch: string | null, sheet: number])[] = [
  ['F3404-26-012-07', 'F3404-26-012', 7],
  ['f 3404 26 012 07', 'F3404-26-012', 7],
  ['F3404/26/012/07', 'F3404-26-012', 7],
  ['F3404‑26‑012‑07', 'F3404-26-012', 7],
  ['Formulir F3404-26-012-07', 'F3404-26-012', 7],
  ['F34042601207', 'F3404-26-012', 7],
  ['3404 26 012 07', 'F3404-26-012', 7],
  ['F3404-26-123456-50', 'F3404-26-123456', 50],
  ['F3404-26-1234567-50', null, 0],
  ['F3404-26-12-07', null, 0],
  ['3404-26-1234-07', null, 0],
  ['3404-26-000123', null, 0],
  ['No. F3404-26-1234-07', null, 0],
  ['F', null, 0],
  ['F٣٤٠٤-26-012-07', null, 0],
]
for (const [typed, batch, sheet] of readings)
  test(`BLANK-3 ${typed} is ${batch === null ? 'no number of a form' : `sheet ${sheet} of ${batch}`}`, () => {
    assert.deepEqual(blankIn(typed), batch === null ? null : { district: '34.04', batch, sheet })
  })

const { district } = offices.village
const issue = (actor: Parameters<typeof issueBlanks>[2], own = district) =>
  issueBlanks(batchOf(1), [sheetOf(1)], actor, aPolicy(), own)
/** Who prints forms, and for which ledger. */
const printers: readonly (readonly [
  who: string,
  actor: Parameters<typeof issue>[0],
  ledger: typeof district,
  code: string,
])[] = [
  ['a desk', staff('fo'), district, 'done'],
  ['the secretariat', staffLacking([], offices.district), district, 'done'],
  ['a desk for the next district', staff('fo'), offices.province.district, 'wrong-place'],
  ['the province for a district', staffLacking([], offices.province), district, 'wrong-place'],
  ['the province for itself', staffLacking([], offices.province), offices.province.district, 'wrong-place'],
  ['the nation for itself', staffLacking([], offices.nation), offices.nation.district, 'wrong-place'],
  ['an office that was closed', staffLacking([], offices.subdistrict), district, 'wrong-place'],
  ['a hospital', staffLacking([], offices.hospital), district, 'wrong-place'],
  ['an office that nobody knows', { ...desk, office: ids.office(77) }, district, 'wrong-place'],
  ['who lacks the right', staffLacking(['case.register']), district, 'not-permitted'],
  ['a citizen', citizen(), district, 'not-permitted'],
  ['the clock', clock, district, 'not-permitted'],
  ['the set-up', setup, district, 'not-permitted'],
]
for (const [who, actor, ledger, code] of printers)
  test(`BLANK-2 forms printed by ${who}: ${code}`, () => {
    const said = issue(actor, ledger)
    assert.equal(said.ok ? 'done' : said.error.code, code)
  })

test('BLANK-2 the most sheets of a batch have numbers of their own, and secrets that are drawn again the same', () => {
  const said = issueBlanks(batchOf(1), sheetsOf(1, mostSheets), desk, aPolicy(), district)
  assert.ok(said.ok)
  assert.deepEqual(said.value.say, { office: offices.village.name, size: mostSheets })
  const seeds = sheetsOf(1, mostSheets).map((_, at) => blankSeed({ batch: batchOf(1), sheet: at + 1 }))
  assert.equal(new Set(seeds).size, mostSheets)
  assert.notEqual(blankSeed({ batch: batchOf(1), sheet: 1 }), blankSeed({ batch: batchOf(2), sheet: 1 }))
})

test('BLANK-5 forms of another office are nobody else’s to void, lose or find, whatever their rights and its state', () => {
  for (const status of blankStatuses)
    for (const move of ['void', 'lose', 'find'] as const)
      for (const actor of [almighty(offices.district), almighty(offices.otherVillage), citizen(), clock, setup]) {
        const said = decideBlank(aBlank({ status }), { move, data: { note: 'x' } }, actor, aPolicy())
        assert.equal(said.ok ? 'done' : said.error.code, actor.kind === 'staff' ? 'not-here' : 'not-permitted')
      }
})

test('BLANK-4 what a slip says for each state, and what an officer may still do', () => {
  assert.deepEqual(
    blankStatuses.map((status) => [
      status,
      blankVerdict[status],
      openBlanks.includes(status),
      blankActs(status).length,
    ]),
    [
      ['issued', 'waits', true, 2],
      ['typed', 'waits', false, 0],
      ['void', 'void', false, 0],
      ['lost', 'lost', false, 2],
    ],
  )
})

/** What else may be wrong when a case is typed from a form: the form stays as it was. */
const wrong: readonly (readonly [why: string, own: Partial<RegisterData>, code: string])[] = [
  ['a category that is none', { category: 'made-up' }, 'unknown-category'],
  ['a channel that is none', { channel: 'pigeon' }, 'unknown-channel'],
  ['nobody’s name', { client: { ...registration().client, name: '' } }, 'client-missing'],
]
for (const [why, own, code] of wrong)
  test(`BLANK-3 a form typed with ${why} is refused with that, and not with its state`, () => {
    for (const status of ['issued', 'void'] as const) {
      const data = registration({ form: 'F3404-26-001-01', ...own })
      const said = registerCase(ids.case(1), data, staff('fo'), { ...door, form: aBlank({ status }) }, aPolicy())
      assert.equal(said.ok ? 'done' : said.error.code, code)
    }
  })

test('BLANK-3 the history of a case names the form that it was typed from, and of others none', () => {
  const said = (own: Partial<RegisterData>) => {
    const made = registerCase(ids.case(1), registration(own), staff('fo'), { ...door, form: aBlank() }, aPolicy())
    return made.ok ? made.value.say : null
  }
  assert.deepEqual(said({ form: 'F3404-26-001-01' }), { office: offices.village.name, form: 'F3404-26-001-01' })
  assert.deepEqual(said({}), { office: offices.village.name })
})
