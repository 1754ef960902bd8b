import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { accessRoutes, looks } from '@openslrt/core/contract/access-queries.ts'
import { type CaseCard, caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { contactCares } from '@openslrt/core/notice/contact.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { createElement, type ReactNode } from 'react'
import { aCard } from '../../../testing/a-card.ts'
import { made } from '../../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../../testing/draw-desk.ts'
import { drawRefused, refusal } from '../../../testing/draw-refused.ts'
import { find, type Part, textOf, valueOf } from '../../../testing/html.ts'

const { Answer } = await import('./answer.tsx')
const { CardHead } = await import('./card-head.tsx')
const { cardScreen } = await import('./card-screen.tsx')
const { ClientPanel } = await import('./client-panel.tsx')
const { DetailPanel } = await import('./detail-panel.tsx')
const { ErasureNote } = await import('./erasure-note.tsx')
const { FilePanel } = await import('./file-panel.tsx')
const { GrantPanel } = await import('./grant-panel.tsx')
const { LookPanel } = await import('./look-panel.tsx')
const { NoteBox } = await import('./note-box.tsx')
const { RelatedPanel } = await import('./related-panel.tsx')
const { ShortPanel } = await import('./short-panel.tsx')
const { Story } = await import('./story.tsx')
const { Way } = await import('./way-panel.tsx')

const t = sayIn('id')
const now = Date.now()
const date = (at: number): string => sayDate(at, 'Asia/Jakarta', 'id')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')
const terms = (page: Part): readonly string[] => find(page, 'dt').map(textOf)
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const saysNot = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(!textOf(page).includes(one), one)
}
const draw = (node: ReactNode, rights: readonly Permission[] = []): Part => drawDesk(node, [], sari(rights))
const noop = (): void => {}

test('CARD-2 a panel of which there is nothing is left out', () => {
  const card = aCard()
  for (const [name, node] of [
    ['answer', made(Answer, { card })],
    ['client', made(ClientPanel, { card })],
    ['erasure', made(ErasureNote, { card })],
    ['files', made(FilePanel, { card })],
    ['grants', made(GrantPanel, { card, onShare: noop })],
    ['looks', made(LookPanel, { card })],
    ['note', made(NoteBox, { card, onDone: noop })],
    ['related', made(RelatedPanel, { card })],
    ['short', made(ShortPanel, { card })],
    ['story', made(Story, { card })],
    ['way', made(Way, { card })],
  ] as const)
    assert.equal(textOf(draw(node)), '', name)
})

const client = {
  name: 'Sumarni',
  nikMasked: '3404********0001',
  kkMasked: null,
  phoneMasked: null,
  address: 'Kledokan',
}
const people = (own: Partial<CaseCard>, rights: readonly Permission[] = []): Part =>
  draw(made(ClientPanel, { card: aCard(own) }), rights)

test('ACCESS-16 masked numbers are shown by whoever holds that right, and where there is one to show', () => {
  assert.deepEqual(buttons(people({ client }, ['person.reveal'])), [t('case.reveal')])
  assert.deepEqual(buttons(people({ client })), [])
  assert.deepEqual(buttons(people({ client: { ...client, nikMasked: null } }, ['person.reveal'])), [])
})

test('CASE-0 of whom a case is about, what is known is told and what is not is left out', () => {
  const page = people({ client })
  assert.deepEqual(terms(page), [t('case.field.name'), t('case.field.nik'), t('case.field.address')])
  says(page, 'Sumarni', '3404********0001', 'Kledokan')
  says(people({ client: { ...client, name: '' } }), t('case.client.unknown'))
})

test('CASE-0 who reported without a name is told as that, and never by the name that is held', () => {
  const reporter = { name: 'Budi', relation: 'neighbour' as const, anonymous: false }
  says(people({ reporter }), 'Budi', t('relation.neighbour'))
  const hidden = people({ reporter: { ...reporter, anonymous: true } })
  says(hidden, t('case.reporter.anonymous'), t('relation.neighbour'))
  saysNot(hidden, 'Budi')
  says(people({ client, contactVia: 'whatsapp', contactCare: [...contactCares] }), t('contact.whatsapp'))
  for (const care of contactCares) says(people({ client, contactCare: [care] }), t(`care.${care}`))
})

const grant = (n: number, own: object = {}) => ({
  id: ids.grant(n),
  office: ids.office(n),
  officeName: `Kantor ${n}`,
  referral: null,
  fields: ['story' as const],
  until: now + dayMs,
  ...own,
})

test('REF-17 who else sees a case is told with what and until when; a leave that is over is told no more', () => {
  const grants = [grant(1), grant(2, { fields: [] }), grant(3, { until: now - dayMs })]
  const page = draw(made(GrantPanel, { card: aCard({ grants }), onShare: noop }))
  assert.deepEqual(
    terms(page).map((words) => words.slice(0, 8)),
    ['Kantor 1', 'Kantor 2'],
  )
  says(page, t('grant-field.story'), t('case.grants.nothing'), t('case.grants.until', { date: date(now + dayMs) }))
  assert.equal(
    textOf(draw(made(GrantPanel, { card: aCard({ grants: [grant(3, { until: now - dayMs })] }), onShare: noop }))),
    '',
  )
})

test('CASE-4 what is missing stands in the place of the answer, and an answer with what became of it', () => {
  const answer = (own: Partial<CaseCard>): Part => draw(made(Answer, { card: aCard(own) }))
  const missing = answer({ missing: 'Fotokopi KK', outcome: 'fulfilled', result: 'Aktif.' })
  says(missing, t('case.missing'), 'Fotokopi KK')
  saysNot(missing, 'Aktif.')
  const given = answer({
    outcome: 'fulfilled',
    result: 'Kartu aktif.',
    satisfaction: 4,
    visitAt: now,
    becameAt: now - dayMs,
  })
  says(given, t('case.answer'), 'Kartu aktif.', t('case.satisfaction', { marks: 4 }))
  says(given, t('case.visit.due', { date: date(now) }), date(now - dayMs))
  saysNot(answer({ outcome: 'fulfilled', satisfaction: null }), t('case.visit.due', { date: date(now) }))
})

const step = (seq: number, action: string, own: object = {}) => ({
  seq,
  action,
  at: now,
  doneAt: now,
  actorName: 'Sari',
  officeName: 'Puskesos',
  note: '',
  say: {},
  ...own,
})

test('OUTCOME-5 the last word of the citizen stands on the card, and no word of an officer for it', () => {
  const history = [
    step(1, 'confirm', { note: 'Belum.' }),
    step(2, 'reopen', { note: 'Dibuka' }),
    step(3, 'confirm', { note: 'Sudah.' }),
  ]
  const page = draw(made(Answer, { card: aCard({ outcome: 'fulfilled', history }) }))
  says(page, t('case.word', { word: 'Sudah.' }))
  saysNot(page, 'Belum.', 'Dibuka')
})

test('CARD-3 whoever is no staff is named on the way by what they are', () => {
  const history = [
    step(1, 'register', { actorName: 'citizen', officeName: null }),
    step(2, 'remind', { actorName: 'clock' }),
    step(3, 'take'),
  ]
  const page = draw(made(Way, { card: aCard({ history }) }))
  says(page, t('case.actor.citizen'), t('case.actor.clock'), 'Sari · Puskesos')
  saysNot(page, 'clock', 'citizen')
})

test('PRIVACY-3 that somebody asked to erase is told with who and when; after it that it is done', () => {
  const asked = { byName: 'Budi', own: false, at: now, basis: 'request' as const }
  const note = (own: Partial<CaseCard>, line: Partial<CaseCard['line']> = {}): Part =>
    draw(made(ErasureNote, { card: aCard(own, line) }))
  const said = { basis: t('erasure-basis.request'), date: date(now) }
  says(note({ erasure: asked }), t('erasure.asked', { ...said, name: 'Budi' }))
  says(note({ erasure: { ...asked, own: true } }), t('erasure.asked.own', said))
  const gone = note({ erasure: asked }, { status: 'erased' })
  says(gone, t('erasure.done'))
  saysNot(gone, 'Budi')
})

test('CARD-4 files lead to where they are checked again, joined cases to their cards', () => {
  const file = {
    id: ids.attachment(1),
    name: 'ktp & kk.jpg',
    type: 'image/jpeg',
    size: 2048,
    addedAt: now,
    arrived: true,
  }
  const [href] = links(draw(made(FilePanel, { card: aCard({ attachments: [file] }) })))
  const coming = draw(made(FilePanel, { card: aCard({ attachments: [{ ...file, arrived: false }] }) }))
  assert.deepEqual(links(coming), [], 'FIELD-14 what is still on a phone opens nothing')
  const address = new URL(href ?? '', 'http://x')
  assert.deepEqual(
    [...address.searchParams],
    [
      ['district', '34.04'],
      ['case', ids.case(1)],
      ['attachment', ids.attachment(1)],
    ],
  )
  const one = (n: number) => ({ id: ids.case(n), number: `3404-26-00000${n}` })
  const related = draw(made(RelatedPanel, { card: aCard({ duplicateOf: one(7), merged: [one(8), one(9)] }) }))
  assert.deepEqual(
    links(related),
    [7, 8, 9].map((n) => `/kasus/34.04/${ids.case(n)}`),
  )
})

test('ACCESS-16 the last looks at a case are told to whoever reviews them: never of a grant, nobody without a name', () => {
  const items = looks.slice(0, 6).map((look, n) => ({
    id: ids.case(n + 1),
    at: now,
    look,
    staff: n === 0 ? null : ids.staff(n),
    staffName: n === 0 ? '' : `Petugas ${n}`,
    office: ids.office(n + 1),
    officeName: `Kantor ${n}`,
    case: null,
    reason: '',
  }))
  const key = { district: '34.04', id: ids.case(1) }
  const reply = { items, total: 6, page: 1, size: 25, number: '3404-26-000123' }
  const trail = { ...answered(accessRoutes.trail, key, reply) }
  const look = (own: Partial<CaseCard>, rights: readonly Permission[]): Part =>
    drawDesk(made(LookPanel, { card: aCard(own) }), [trail], sari(rights))
  const page = look({}, ['access.review'])
  assert.equal(terms(page).length, Math.min(4, items.length))
  for (const term of terms(page)) assert.notEqual(term, '')
  says(page, 'Kantor 0', 'Petugas 1')
  assert.ok(links(page).includes(`/akses/34.04/${ids.case(1)}`))
  assert.equal(textOf(look({ sees: 'grant' }, ['access.review'])), '')
  assert.equal(textOf(look({}, [])), '')
})

test('CARD-7 a note and a file are offered as the law lets them', () => {
  const box = (...actions: readonly (readonly [string, boolean])[]): Part => {
    const offers = actions.map(([action, may]) => ({
      action,
      refusal: may ? null : { code: 'wrong-status' },
      message: null,
    }))
    return draw(made(NoteBox, { card: aCard({ offers }), onDone: noop }))
  }
  assert.deepEqual(buttons(box(['note', true], ['attach', true])), [t('case.note.send'), t('move.attach')])
  assert.deepEqual(buttons(box(['note', true], ['attach', false])), [t('case.note.send')])
  const alone = box(['note', false], ['attach', true])
  assert.deepEqual(buttons(alone), [t('move.attach')])
  says(alone, t('case.files.add'))
  assert.equal(textOf(box(['note', false], ['attach', false])), '')
})

test('TRACK-11 the words for an SMS, the story and the facts of a case stand on its card', () => {
  says(
    draw(made(ShortPanel, { card: aCard({ short: 'Kasus 123 ditangani.' }) })),
    'Kasus 123 ditangani.',
    t('short.copy'),
  )
  says(draw(made(Story, { card: aCard({ story: '<b>Ditolak</b>' }) })), '<b>Ditolak</b>')
  const detail = (own: Partial<CaseCard>): Part => draw(made(DetailPanel, { card: aCard(own) }))
  says(detail({}), t('kind.complaint'), 'Caturtunggal')
  saysNot(detail({}), t('case.decision.approved'))
  says(detail({ decision: 'approved' }), t('case.decision.approved'))
  const { line } = aCard()
  saysNot(draw(made(CardHead, { line, restricted: 'unheard-of' })), 'unheard-of')
  says(draw(made(CardHead, { line, restricted: null })), line.number, line.summary)
})

test('CARD-2 a card that is not there, whose leave is over, and that did not come are told apart', () => {
  const none = (): null => null
  const parts = { Form: none, Letters: none, Meetings: none, Sections: none, Panel: none }
  const params = { district: '34.04', id: ids.case(1) }
  const screen = (at: string, code: string): Part =>
    drawRefused(
      createElement(cardScreen(parts), { params }),
      [{ row: caseRoutes.card, query: params, code }],
      sari(),
      at,
    )
  for (const code of ['not-found', 'wrong-district']) {
    says(screen('/kasus', code), t('case.card.none.title'))
    says(screen(`/kasus?rujukan=${ids.referral(1)}`, code), t('case.card.lapsed.title'))
  }
  const failed = screen('/kasus', 'offline')
  says(failed, t('case.card.failed'), refusal.message, t('failed.request', { id: refusal.requestId }))
  assert.deepEqual(buttons(failed), [t('failed.action')])
  says(draw(createElement(cardScreen(parts), { params: { district: 'x', id: 'y' } })), t('case.card.none.title'))
})
