import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseRow } from '../case/case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { Notice, Standing, Told } from './tell.ts'
import { noticesOf, nowhere, standingAfter } from './tell.ts'

const [sari, budi, village] = [ids.staff(1), ids.staff(2), offices.village.id]
const hop = { startedAt: monday, dueAt: monday + 5, left: null }
const waiting: Standing = { ...nowhere, office: village, review: 'waiting', sentBy: sari, hop }
const returned: Standing = { ...waiting, review: 'returned' }

const entry = (kind: string, set: Partial<Omit<CaseRow, 'id' | 'version' | 'number'>>, actor = 'clock'): Told => ({
  kind,
  actor,
  office: null,
  at: monday,
  payload: {
    v: 1,
    action: 'x',
    note: '',
    say: {},
    day: '2026-11-02',
    changes: [{ table: 'case', id: ids.case(1), base: 1, set }],
  },
})

const toStaff = ({ whom, what }: Notice): readonly string[] => {
  if (whom.kind === 'citizen') return []
  if (whom.kind === 'staff') return [`${whom.staff === sari ? 'sari' : 'budi'} ${what}`]
  return [`${whom.kind} ${whom.rights.join('|')} ${what}`]
}
const told = (one: Told, before: Standing) => noticesOf(one, before, aPolicy().windows).flatMap(toStaff)
const arrived = 'office case.handle|case.assign arrived'
const ended = { review: null, missing: null } as const

for (const [what, one, before, expected] of [
  [
    'what comes in to be looked at',
    entry('case.register', { office: village, review: 'waiting', sentBy: sari }),
    nowhere,
    ['over case.review to-review'],
  ],
  ['what comes in without a review', entry('case.register', { office: village }), nowhere, [arrived]],
  [
    'what is returned',
    entry('case.review-return', { review: 'returned', missing: 'KK' }, `staff:${budi}`),
    waiting,
    ['sari review-returned'],
  ],
  [
    'what is mended',
    entry('case.review-mend', { review: 'waiting', sentBy: sari }, `staff:${sari}`),
    returned,
    ['over case.review to-review'],
  ],
  [
    'what is mended where the step is off',
    entry('case.review-mend', { ...ended, sentBy: sari }, `staff:${sari}`),
    returned,
    [arrived],
  ],
  [
    'what is handed to somebody else to mend',
    entry('case.review-hand', { sentBy: budi }, `staff:${ids.staff(3)}`),
    returned,
    ['budi review-returned'],
  ],
  ['what is handed to somebody while it is looked at', entry('case.review-hand', { sentBy: budi }), waiting, []],
  ['what is passed on', entry('case.review-pass', ended, `staff:${budi}`), waiting, [arrived]],
  ['what nobody looked at in time', entry('case.review-lapse', ended), waiting, [arrived]],
  ['what is withdrawn meanwhile', entry('case.cancel', ended), waiting, []],
  ['a note', entry('case.note', {}, `staff:${budi}`), waiting, []],
] as const)
  test(`SUPER-8 of ${what}, these are told: ${expected.join(', ') || 'nobody'}`, () => {
    assert.deepEqual(told(one, before), [...expected])
  })

test('SUPER-8 whose turn it is and who answers for it is read from the entries, and until when is told with it', () => {
  const one = entry('case.register', { office: village, review: 'waiting', sentBy: sari, hop })
  const after = standingAfter(nowhere, one.payload)
  assert.deepEqual([after.review, after.sentBy], ['waiting', sari])
  const [first] = noticesOf(one, nowhere, aPolicy().windows).filter(({ what }) => what === 'to-review')
  assert.deepEqual([first?.says.office, first?.says.until], [village, monday + 5])
})
