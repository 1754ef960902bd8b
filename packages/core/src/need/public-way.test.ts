import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type PublicApplication, publicApplication } from '../contract/public-application.ts'
import { translate } from '../i18n/translate.ts'
import { dayMs } from '../kernel/instant.ts'
import { monday } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import { applicationStatuses } from './need.ts'
import { publicSteps, publicWay } from './public-way.ts'

const today = '2026-11-20'
const aTold = (own: Partial<PublicApplication> = {}): PublicApplication => ({
  programmeName: 'Program Sembako',
  status: 'drafted',
  fromName: 'Puskesos Caturtunggal',
  officeName: 'Dinas Sosial Sleman',
  draftedAt: monday,
  sentAt: null,
  dueDay: null,
  decidedAt: null,
  why: null,
  changedAt: monday + 9 * dayMs,
  ...own,
})
const sent = { sentAt: monday + dayMs, dueDay: '2026-11-20' } as const
const decided = { ...sent, decidedAt: monday + 3 * dayMs } as const
const way = (own: Partial<PublicApplication>): string =>
  publicWay(aTold(own), today)
    .map(({ step, state, at }) => `${step} ${state}${at === null ? '' : ` ${(at - monday) / dayMs}`}`)
    .join(', ')

/** How the page tells each standing, written apart from the law. */
const spec: readonly (readonly [own: Partial<PublicApplication>, told: string])[] = [
  [{}, 'prepared current 0, sent coming'],
  [{ status: 'sent', ...sent }, 'prepared past 0, sent current 1, due coming'],
  [{ status: 'sent', ...sent, dueDay: '2026-11-19' }, 'prepared past 0, sent current 1, late coming'],
  [{ status: 'sent', ...sent, dueDay: null }, 'prepared past 0, sent current 1, due coming'],
  [{ status: 'waiting', ...decided }, 'prepared past 0, sent past 1, waiting current 3, place coming'],
  [{ status: 'granted', ...decided }, 'prepared past 0, sent past 1, granted current 3'],
  [{ status: 'refused', ...decided, why: 'not-eligible' }, 'prepared past 0, sent past 1, refused current 3'],
  [{ status: 'withdrawn' }, 'prepared past 0, ended current 9'],
  [{ status: 'withdrawn', ...decided }, 'prepared past 0, sent past 1, ended current 3'],
]
for (const [own, told] of spec)
  test(`NEED-14 an application that stands so (${own.status ?? 'drafted'}) is told as ${told}`, () => {
    assert.equal(way(own), told)
  })

test('NEED-14 every standing is told, and every step has words in both languages', () => {
  for (const status of applicationStatuses) assert.ok(way({ status, ...decided }).includes('current'), status)
  for (const step of publicSteps)
    for (const lang of ['id', 'en'] as const) assert.ok(translate(lang, `public.application.${step}`).length > 0, step)
})

test('WIRE-7 a citizen reads of an application what it is made of, and nothing more', () => {
  assert.ok(publicApplication.safeParse(aTold()).success)
  for (const more of ['name', 'note', 'person', 'nik', 'decidedBy', 'papers'])
    assert.ok(!publicApplication.safeParse({ ...aTold(), [more]: 'x' }).success, more)
})

property(
  'NEED-14 there is one step that it stands at, what was done before it, and at most one to come',
  fc.record({
    status: fc.constantFrom(...applicationStatuses),
    sentAt: fc.option(fc.constant(monday + dayMs)),
    dueDay: fc.option(fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21')),
    decidedAt: fc.option(fc.constant(monday + 2 * dayMs)),
  }),
  (own) => {
    const states = publicWay(aTold(own), today).map(({ state }) => state)
    assert.match(states.join(' '), /^(past )*current( coming)?$/)
  },
)
