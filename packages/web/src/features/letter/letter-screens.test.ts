import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { inboxLetter, letterLine, letterRoutes, letterShows } from '@openslrt/core/contract/letter-queries.ts'
import { letterRunRoutes } from '@openslrt/core/contract/letter-runs.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { letterKinds } from '@openslrt/core/letter/kinds.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { drawRefused, refusal } from '../../testing/draw-refused.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { sampleHead } from './template-state.ts'

const { Screen: Inbox } = await import('./inbox-screen.tsx')
const { Screen: Many } = await import('./draft-many-screen.tsx')
const { Screen: Paper } = await import('./paper-screen.tsx')
const { Screen: Rules } = await import('./rules-screen.tsx')
const { SignerForm } = await import('./signer-form.tsx')
const { ChainForm } = await import('./chain-form.tsx')
const { RuleHistory } = await import('./rule-history.tsx')

const t = sayIn('id')
const now = Date.parse('2026-11-20T10:00:00+07:00')
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const inLine = (n: number) =>
  inboxLetter.parse({
    id: ids.letter(n),
    district: '34.04',
    version: 2,
    caseId: ids.case(n),
    caseNumber: `3404-26-00000${n}`,
    kind: 'registered',
    status: 'initialled',
    number: null,
    clientMasked: 'S***',
    placeName: 'Caturtunggal',
    drafterName: 'Sari',
    post: 'Kepala Dinas',
    changedAt: now,
  })
const noRuns = answered(letterRunRoutes.list, null, { runs: [] })
const inbox = (show: (typeof letterShows)[number], rights: readonly Permission[], count = 0): Part => {
  const items = Array.from({ length: count }, (_, n) => inLine(n + 1))
  const list = answered(letterRoutes.inbox, { show, page: 1 }, { items, total: count, page: 1, size: 25 })
  return drawDesk(made(Inbox, {}), [list, noRuns], sari(rights), `/surat?lihat=${show}`)
}

for (const [rights, tabs] of [
  [[], []],
  [['letter.sign'], ['sign', 'issued', 'handed-over']],
  [['letter.initial'], ['initial']],
  [['letter.draft'], ['returned', 'waiting', 'issued', 'handed-over']],
  [['case.settle'], ['issued', 'handed-over']],
  [
    ['letter.sign', 'letter.initial', 'letter.draft'],
    ['sign', 'initial', 'returned', 'waiting', 'issued', 'handed-over'],
  ],
] as const)
  test(`LETTER-29 whoever holds ${rights.join(', ') || 'no right of letters'} has the views that are of use`, () => {
    const page = inbox('issued', rights)
    const views = links(page).filter((href) => href.startsWith('/surat?lihat='))
    assert.deepEqual(
      views,
      tabs.map((tab) => `/surat?lihat=${tab}`),
    )
    says(page, t('letter.empty.title'), t('letter.empty.text'))
  })

test('LETTER-27 letters are picked in every view but those where nothing can be done with many', () => {
  for (const show of letterShows) {
    const page = inbox(show, ['letter.sign', 'letter.initial', 'letter.draft'], 2)
    const picks = show !== 'returned' && show !== 'waiting'
    assert.equal(buttons(page).includes(t('letter.pick-all')), picks, show)
    assert.equal(find(page, 'input', { type: 'checkbox' }).length > 0, picks, show)
    const read = links(page).filter((href) => href.includes(ids.letter(1)) || href.includes(ids.case(1)))
    assert.ok(read.length > 0, `${show}: a letter leads to what it says`)
  }
})

test('LETTER-29 an inbox that did not come says why, with a number to name and a way to ask again', () => {
  const row = letterRoutes.inbox
  const page = drawRefused(
    made(Inbox, {}),
    [{ row, query: { show: 'sign', page: 1 } }],
    sari(['letter.sign']),
    '/surat',
  )
  says(page, t('letter.inbox.failed'), refusal.message, t('failed.request', { id: refusal.requestId }))
  assert.ok(buttons(page).includes(t('failed.action')))
})

const key = { district: '34.04', id: ids.letter(1) }
const paper = {
  paper: {
    head: sampleHead,
    title: 'Surat Keterangan',
    number: '400.9/001',
    body: 'Menerangkan bahwa Sumarni terdaftar.',
    signed: { at: 'Sleman', post: 'Kepala Dinas', name: 'Budi', rank: '', nip: '' },
    check: '',
    day: now,
  },
  kind: 'registered' as const,
  status: 'initialled' as const,
  caseId: ids.case(1),
  version: 2,
}
const aLetter = (own: object = {}) =>
  letterLine.parse({
    ...key,
    version: 2,
    kind: 'registered',
    status: 'initialled',
    office: ids.office(1),
    officeName: 'Dinas Sosial',
    number: '400.9/001',
    purpose: null,
    fields: {},
    drafterName: 'Sari',
    steps: [{ act: 'sign', post: 'Kepala Dinas', name: null, at: null }],
    note: null,
    draftedAt: now,
    issuedAt: null,
    handedAt: null,
    handedTo: null,
    replaces: null,
    replacedBy: null,
    offers: [],
    ...own,
  })
const around = (letters: readonly ReturnType<typeof aLetter>[]): Answered =>
  answered(
    letterRoutes.ofCase,
    { district: '34.04', id: ids.case(1) },
    { letters: [...letters], kinds: [], purposes: [] },
  )
const read = (letters: readonly ReturnType<typeof aLetter>[]): Part =>
  drawDesk(made(Paper, { params: key }), [answered(letterRoutes.paper, key, paper), around(letters)])

test('LETTER-29 a letter is read with its chain, its words and the acts of its reader, and leads to its case', () => {
  const offer = (action: string, refused: string | null) => ({ action, refusal: refused, message: refused })
  const page = read([aLetter({ offers: [offer('letter.sign', null), offer('letter.return', 'not-your-turn')] })])
  says(page, t('letter-kind.registered'), 'Menerangkan bahwa Sumarni terdaftar.', 'Kepala Dinas')
  assert.ok(links(page).includes(`/kasus/34.04/${ids.case(1)}`))
  assert.equal(buttons(read([aLetter()])).length, 0, 'who may do nothing is offered nothing')
})

test('LETTER-23 only a letter that counts is printed where it is read', () => {
  for (const [status, prints] of [
    ['initialled', false],
    ['issued', true],
    ['handed-over', true],
    ['revoked', false],
    ['replaced', false],
  ] as const)
    assert.equal(buttons(read([aLetter({ status })])).length > 0, prints, status)
})

test('LETTER-29 a letter that is not there is told apart from one that did not come', () => {
  const at = (code: string): Part =>
    drawRefused(made(Paper, { params: key }), [{ row: letterRoutes.paper, query: key, code }])
  for (const code of ['not-found', 'wrong-district']) {
    const none = at(code)
    says(none, t('letter.read.none'), t('letter.read.none.text'))
    assert.ok(links(none).includes('/surat'))
  }
  for (const code of ['offline', 'unavailable', 'internal']) {
    const failed = at(code)
    says(failed, t('letter.failed'), refusal.message)
    assert.deepEqual(buttons(failed), [t('failed.action')], code)
    assert.ok(!textOf(failed).includes(t('letter.read.none')), code)
  }
  says(drawDesk(made(Paper, { params: { district: '34.04', id: 'x' } })), t('letter.read.none'))
  says(drawDesk(made(Paper, { params: { district: 'x', id: key.id } })), t('letter.read.none'))
  says(read([]), t('letter.read.none'))
  says(drawDesk(made(Paper, { params: key })), t('shell.loading'))
})

test('LETTER-32 rules of letters that did not come say why and are asked for again', () => {
  const row = letterRoutes.rules
  const page = drawRefused(made(Rules, {}), [{ row, query: { district: '34.04' } }])
  says(page, t('letter.rule.failed'), refusal.message)
  assert.deepEqual(buttons(page), [t('failed.action')])
})

test('LETTER-27 a letter for many begins with cases that were picked, and without any it leads to the queue', () => {
  const page = drawDesk(made(Many, {}))
  says(page, t('letter.massal.none'), t('letter.massal.none.text'))
  assert.deepEqual(links(page), ['/antrean'])
})

type RuleLine = Parameters<typeof SignerForm>[0]['rules'][number]
const names = { id: 'Aturan', en: 'Rule' }
const ruleOf = (list: RuleLine['list'], code: string, data: Record<string, unknown>, own: object = {}): RuleLine => {
  const [first, ...more] = letterRoutes.rules.reply.shape.rules.parse([
    {
      list,
      code,
      about: '',
      now: { place: '34.04', from: '2026-01-01', says: 'holds', names, data },
      said: [{ place: '34.04', from: '2026-01-01', says: 'holds', names, data }],
      ...own,
    },
  ])
  assert.ok(first && more.length === 0)
  return first
}
const today = '2026-11-20'
const place = { district: '34.04', today }

test('LETTER-6 who signs stands there with post, rank and NIP, and without what they lack', () => {
  const signer = (rank: string, nip: string): Part => {
    const rules = [ruleOf('letter-signer', ids.staff(1), { post: 'Kepala Dinas', rank, nip })]
    return drawDesk(made(SignerForm, { ...place, rules, signers: [{ staff: ids.staff(1), name: 'Budi' }] }))
  }
  says(signer('Pembina', '196803121990031004'), 'Kepala Dinas · Pembina · 196803121990031004')
  const bare = find(signer('', ''), 'dd').map(textOf)
  assert.deepEqual(bare, ['Kepala Dinas'])
  says(signer('', ''), t('letter.rule.signer.who'), 'Budi')
})

test('LETTER-13 the chain of each kind stands level by level, also where nothing was said of it', () => {
  const rules = [ruleOf('letter-chain', 'registered', { levels: {}, basis: '' })]
  for (const kind of letterKinds) {
    const page = drawDesk(made(ChainForm, { ...place, kind, rules }))
    for (const level of ['village', 'subdistrict', 'district'] as const) says(page, t(`level.${level}`))
    assert.deepEqual(buttons(page), [t('letter.rule.chain.save')], kind)
  }
})

test('LETTER-30 of a rule the newest stands first; only what the place itself has planned is taken back', () => {
  const said = (at: string, from: string, pattern: string, says: string = 'holds') => ({
    place: at,
    from,
    says,
    names,
    data: { pattern },
  })
  const own = {
    said: [
      said('00', '2027-06-01', 'bangsa'),
      said('34.04', '2026-01-01', 'lama'),
      said('34.04', '2027-01-01', 'baru'),
      said('34.04', '2027-02-01', 'tidak jadi', 'taken-back'),
      said('34.04', today, 'hari ini'),
      said('34.04', '2027-03-01', '', 'ended'),
    ],
  }
  const rule = ruleOf('letter-number', 'standard', { pattern: 'lama' }, own)
  const sayRule = (data: unknown): string => String(Reflect.get(Object(data), 'pattern'))
  const page = drawDesk(made(RuleHistory, { ...place, rule, sayRule, onDone: () => {} }))
  const rows = find(page, 'li')
  assert.deepEqual(
    rows.map((row) =>
      ['bangsa', 'lama', 'baru', 'hari ini', t('letter.rule.ended')].find((word) => textOf(row).includes(word)),
    ),
    ['bangsa', t('letter.rule.ended'), 'baru', 'hari ini', 'lama'],
  )
  assert.deepEqual(
    rows.map((row) => find(row, 'button').length),
    [0, 1, 1, 0, 0],
  )
  assert.equal(textOf(only(page, 'h3')), t('letter.rule.history'))
  const none = drawDesk(made(RuleHistory, { ...place, rule: undefined, sayRule, onDone: () => {} }))
  assert.equal(textOf(none), '')
})
