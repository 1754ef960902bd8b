import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterMoveData } from '@openslrt/core/contract/letter.ts'
import { letterShows } from '@openslrt/core/contract/letter-queries.ts'
import { en } from '@openslrt/core/i18n/en.ts'
import { id as indonesian } from '@openslrt/core/i18n/id.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { kindLaws, letterKinds, reactivationReasons } from '@openslrt/core/letter/kinds.ts'
import type { LetterStatus } from '@openslrt/core/letter/letter.ts'
import { letterStatuses } from '@openslrt/core/letter/letter.ts'
import { letterRule, letterSteps, unsignedLetter, validLetter } from '@openslrt/core/letter/moves.ts'
import { letterActs } from './panel-acts.ts'
import { letterTone } from './status-look.ts'

const said = (key: string): void => {
  assert.ok(isMessageKey(key), key)
  assert.notEqual(indonesian[key].trim(), '', key)
  assert.notEqual(en[key].trim(), '', key)
}

test('LETTER-29 every act of a letter has its button, and a hint of what it does', () => {
  for (const action of keysOf(letterMoveData)) {
    if (action !== 'draft') said(`letter.act.${action}`)
    said(`letter.form.${action}.hint`)
    said(`outbox.what.letter.${action}`)
  }
})

test('LETTER-29 every kind, state, step and view of letters has its name', () => {
  for (const kind of letterKinds) said(`letter-kind.${kind}`)
  for (const status of letterStatuses) said(`letter-status.${status}`)
  for (const act of ['initial', 'sign']) said(`letter-act.${act}`)
  for (const show of letterShows) said(`letter.show.${show}`)
})

test('LETTER-11 every field that is typed has its label, and every reason its words', () => {
  for (const kind of letterKinds) for (const field of Object.keys(kindLaws[kind].fields)) said(`letter.field.${field}`)
  for (const reason of reactivationReasons) said(`letter.reason.${reason}`)
})

test('LETTER-27 what was done to many is told for each thing that can be done', () => {
  for (const act of ['sign', 'initial', 'draft']) said(`letter.run.done.${act}`)
  for (const act of ['sign', 'initial']) {
    said(`letter.sure.${act}`)
    said(`letter.sure.${act}.hint`)
    said(`letter.many.${act}`)
  }
})

const offersOf = (status: LetterStatus) => [
  ...letterSteps
    .filter((step) => step !== 'supersede')
    .map((action) => ({
      action,
      refusal: letterRule(action).from.includes(status) ? null : 'wrong-letter-status',
      message: null,
    })),
  { action: 'replace', refusal: validLetter.includes(status) ? null : 'wrong-letter-status', message: null },
]

/** What may be done next in each state, in the order of the buttons. */
const buttons: Readonly<Record<LetterStatus, readonly string[]>> = {
  drafted: ['sign', 'initial', 'change', 'return', 'revoke'],
  initialled: ['sign', 'initial', 'change', 'return', 'revoke'],
  returned: ['change', 'revoke'],
  issued: ['hand-over', 'replace', 'revoke'],
  'handed-over': ['replace', 'revoke'],
  revoked: [],
  replaced: [],
}
for (const status of letterStatuses)
  test(`LETTER-29 of a letter that is ${status} these acts are offered: ${buttons[status].join(', ') || 'none'}`, () => {
    assert.deepEqual(letterActs(offersOf(status)), buttons[status])
  })

test('LETTER-29 a letter that waits for nobody looks done or stopped, one that must be corrected stands out', () => {
  for (const status of letterStatuses) {
    const over = buttons[status].length === 0
    assert.equal(letterTone[status] === 'stopped', over, status)
  }
  assert.equal(letterTone.returned, 'attention')
  assert.equal(letterTone['handed-over'], 'done')
  for (const status of unsignedLetter) assert.notEqual(letterTone[status], 'done', status)
})

test('LETTER-25 the check page has a sentence for each verdict, and one for a code that leads nowhere', () => {
  for (const verdict of ['valid', 'revoked', 'replaced', 'none']) {
    said(`public.letter.${verdict}`)
    said(`public.letter.${verdict}.what`)
  }
  for (const fact of ['kind', 'number', 'date', 'office', 'name']) said(`public.letter.${fact}`)
})

test('LETTER-1 the history tells every step of a letter', () => {
  for (const deed of ['draft', 'change', 'initial', 'return', 'sign', 'hand-over', 'confirm', 'revoke'])
    said(`did.letter-${deed}`)
})
