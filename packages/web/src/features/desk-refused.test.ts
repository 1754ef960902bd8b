import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inboundRoutes } from '@openslrt/core/contract/inbound.ts'
import { meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../testing/draw.ts'
import { sari } from '../testing/draw-desk.ts'
import { drawRefused, refusal } from '../testing/draw-refused.ts'
import { find, type Part, textOf, valueOf } from '../testing/html.ts'

const { Screen: Message } = await import('./case/inbound/message-screen.tsx')
const { Screen: Call } = await import('./meeting/call-screen.tsx')

const t = sayIn('id')
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}

test('MEET-23 a meeting to be changed that did not come is asked for again, and is not said to be gone', () => {
  const query = { district: '34.04', id: ids.meeting(1) }
  const at = (code: string): Part =>
    drawRefused(made(Call, {}), [{ row: meetingRoutes.one, query, code }], sari(), `/undang?ubah=34.04/${query.id}`)
  says(at('offline'), t('meeting.failed'), refusal.message)
  assert.deepEqual(buttons(at('offline')), [t('failed.action')])
  for (const code of ['not-found', 'wrong-district', 'invalid']) {
    says(at(code), t('meeting.none.title'))
    assert.equal(buttons(at(code)).length, 0, code)
  }
})

test('INBOUND-11 a message that did not come is asked for again, and is not said to be gone', () => {
  const at = (code: string): Part =>
    drawRefused(made(Message, { params: { id: ids.case(1) } }), [
      { row: inboundRoutes.open, query: { id: ids.case(1) }, code },
    ])
  says(at('offline'), t('inbound.failed'), refusal.message)
  assert.deepEqual(buttons(at('offline')), [t('failed.action')])
  says(at('not-found'), t('inbound.gone.title'))
  assert.ok(links(at('not-found')).includes('/pesan'))
})
