import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { problems } from './problem.ts'

/** Which status each refusal has, by what it means to whoever asked. */
const spec: Readonly<Record<number, readonly string[]>> = {
  400: ['invalid', 'unknown-field', 'unknown-filter'],
  401: ['unauthenticated', 'sign-in-failed'],
  403: [
    'not-permitted',
    'not-here',
    'own-post',
    'role-not-yours',
    'posts-elsewhere',
    'not-your-lists',
    'nation-only',
    'role-of-above',
    'role-not-held',
    'role-beyond',
    'same-person',
    'forbidden-origin',
    'wrong-secret',
    'wrong-code',
    'second-factor-needed',
    'own-second-factor',
    'wrong-password',
    'provider-failed',
    'provider-unknown',
  ],
  404: ['not-found'],
  409: [
    'wrong-status',
    'wrong-referral-status',
    'decision-missing',
    'referral-open',
    'appeal-used',
    'window-over',
    'no-office-above',
    'already-so',
    'leave-twice',
    'too-early',
    'not-asked',
    'not-passed-up',
    'code-taken',
    'last-administration',
    'contract-too-old',
    'name-taken',
    'is-person',
    'is-service',
    'provider-taken',
    'stale',
    'command-id-reused',
  ],
  410: ['link-used'],
  413: ['too-large', 'file-too-large', 'table-too-long'],
  415: ['file-type'],
  422: [
    'wrong-kind',
    'note-missing',
    'wrong-place',
    'unknown-category',
    'unknown-channel',
    'unknown-reason',
    'unknown-outcome',
    'unknown-office',
    'unknown-referral',
    'unknown-file',
    'unknown-place',
    'unknown-role',
    'unknown-staff',
    'leave-days',
    'stand-in-not-here',
    'stand-in-away',
    'no-table',
    'line-differs',
    'serves-no-village',
    'village-elsewhere',
    'office-not-active',
    'same-office',
    'not-below',
    'wrong-parent',
    'wrong-level',
    'role-not-here',
    'role-apart',
    'role-lacks',
    'role-sight',
    'role-too-wide',
    'role-factor',
    'role-for-people',
    'assignee-not-here',
    'how-missing',
    'client-missing',
    'merge-target',
    'merge-self',
    'list-fixed',
    'item-needed',
    'unknown-item',
    'unknown-sector',
    'limits-crossed',
    'day-past',
    'file-unsafe',
    'password-weak',
    'wrong-district',
  ],
  424: ['depends-on-refused'],
  429: ['locked-out', 'rate-limited'],
  500: ['internal'],
  503: ['unavailable'],
}

for (const [status, codes] of Object.entries(spec)) {
  test(`R7 what is answered with ${status} is ${codes.length} refusals and no other`, () => {
    const answered = keysOf(problems).filter((code) => problems[code].status === Number(status))
    assert.deepEqual([...answered].toSorted(), [...codes].toSorted())
  })
}

test('R7 every refusal stands under exactly one status of the specification', () => {
  const all = Object.values(spec).flat()
  assert.equal(new Set(all).size, all.length)
  assert.deepEqual(all.toSorted(), [...keysOf(problems)].toSorted())
})
