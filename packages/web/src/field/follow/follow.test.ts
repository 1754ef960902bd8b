import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseMoveData } from '@openslrt/core/contract/case.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import { aCommand } from '../../testing/a-command.ts'
import { draw, made } from '../../testing/draw.ts'
import { textOf } from '../../testing/html.ts'
import { aReplicaCase } from '../../testing/replica-rows.ts'
import type { OpenPhone } from '../phone-context.ts'

const { FollowLink } = await import('./follow-link.tsx')
const { PhoneContext } = await import('../phone-context.ts')
const t = sayIn('id')

const kase = aReplicaCase({ status: 'closed', visitAt: 1 })
const visited = aCommand('v', {
  kind: 'case.visit',
  subject: kase.id,
  data: { became: 'better', note: 'Sudah sampai' },
})
function shown(pending: readonly Pending[], of = kase): string {
  const open: Partial<OpenPhone> = { pending }
  // Of an open phone it looks at nothing but what waits.
  return textOf(draw(made(PhoneContext, { value: open as OpenPhone, children: made(FollowLink, { kase: of }) })))
}

test('FIELD-25 a closed case asks for its visit until it was made here; a refused one is to be made again', () => {
  assert.ok(shown([]).includes(t('work.follow.title')))
  assert.ok(shown([{ command: visited, state: 'waiting' }]).includes(t('field.pending.waiting')))
  assert.ok(!shown([{ command: visited, state: 'waiting' }]).includes(t('work.follow.title')))
  assert.ok(shown([{ command: visited, state: 'sent' }]).includes(t('field.pending.sent')))
  assert.ok(shown([{ command: visited, state: 'refused' }]).includes(t('work.follow.title')))
  assert.equal(shown([], aReplicaCase()), '', 'a case that asks for none')
  assert.ok(caseMoveData.visit.safeParse(visited.data).success)
})
