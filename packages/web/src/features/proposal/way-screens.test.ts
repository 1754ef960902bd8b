import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import type { AnswerPlan } from '@openslrt/core/contract/proposal-answers.ts'
import { type ProposalCard, proposalRoutes, proposalShows } from '@openslrt/core/contract/proposal-queries.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { proposalIds } from '@openslrt/core/testing/a-proposal.ts'
import type { FunctionComponent } from 'react'
import { aCard, aLine, buttons, district, floor, id, linksTo, makes, names, t } from '../../testing/a-proposal.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: Batches } = await import('./batches-screen.tsx')
const { Screen: Batch } = await import('./batch-screen.tsx')
const { Screen: Copy } = await import('./copy-screen.tsx')
const { Screen: Calendar } = await import('./calendar-screen.tsx')
const { Screen: Meetings } = await import('./minutes-list-screen.tsx')
const { Screen: Meeting } = await import('./minutes-screen.tsx')
const { Screen: Sptjm } = await import('./sptjm-screen.tsx')
const { Screen: Answers, AnswerLines } = await import('./answers-screen.tsx')

type Params = Readonly<Record<string, string | undefined>>
const drawn = (
  screen: FunctionComponent<{ params: Params }>,
  answers: readonly Answered[],
  params: Params = {},
  at = '/',
): Part => drawDesk(made(screen, { params }), [...answers, names], sari([...makes, 'proposal.verify']), at)
const aBatch = {
  id: proposalIds.batch(1),
  district,
  month: '2026-11',
  placeName: 'Sleman',
  makerName: 'Endah',
  size: 2,
  madeAt: monday,
  answered: 1,
} as const

test('PROPOSAL-25 batches say how far they are answered, and lead to the file of answers for who may record them', () => {
  const reply = { items: [aBatch], total: 1, page: 1, size: 25 }
  const draw = (rights: readonly Permission[]) =>
    drawDesk(made(Batches, {}), [answered(proposalRoutes.batches, { page: 1 }, reply)], sari(rights), '/kiriman')
  const page = draw(makes)
  assert.ok(textOf(page).includes(t('proposal.of', { done: 1, count: 2 })))
  assert.ok(linksTo(page).includes('/jawaban'))
  assert.ok(!linksTo(draw(['registry.read'])).includes('/jawaban'))
})

test('PROPOSAL-10 a batch tells who typed whom, and how far it is in each system', () => {
  const items = [
    { ...aLine({ status: 'exported' }), typed: { byName: 'Budi', at: monday } },
    { ...aLine({ id: proposalIds.proposal(2), status: 'exported' }), typed: null },
  ]
  const targets = [{ code: 'siks-ng', names: { id: 'SIKS-NG', en: 'SIKS-NG' } }]
  const reply = { ...aBatch, target: 'siks-ng', targets, typed: 1, items }
  const params = { district, id: proposalIds.batch(1) }
  const page = drawn(
    Batch,
    [answered(proposalRoutes.batch, params, reply)],
    params,
    `/kiriman/${district}/${params.id}`,
  )
  assert.equal(valueOf(only(page, 'progress'), 'max'), '2')
  const said = textOf(page)
  for (const words of ['SIKS-NG', 'Diketik Budi', t('proposal.typed.not'), t('proposal.typed', { done: 1, count: 2 })])
    assert.ok(said.includes(words), words)
  assert.ok(linksTo(page).includes(`/ketik/${district}/${id}?sistem=siks-ng`))
})

test('PROPOSAL-10 the sheet shows what is filled alone, each value to be copied and ticked by its name', () => {
  const lines = [
    { field: 'nama', value: 'Siti Aminah', tick: { byName: 'Budi', at: monday } },
    { field: 'alamat', value: 'RT 04', tick: null },
    { field: 'penyakit_kronis', value: '', tick: null },
  ]
  const sheet = { id, version: 3, name: 'Siti Aminah', target: 'siks-ng', lines, done: null }
  const draw = (acts: ProposalCard['acts']) => {
    const given = {
      ...answered(proposalRoutes.sheet, null, { ...sheet, acts }),
      input: { body: { district, id, target: 'siks-ng' } },
    }
    return drawn(Copy, [given], { district, id }, `/ketik/${district}/${id}`)
  }
  const page = draw(['tick'])
  assert.equal(find(page, 'li').length, 2)
  const boxes = find(page, 'input', { type: 'checkbox' })
  assert.deepEqual(
    boxes.map((box) => box.attributes.has('checked')),
    [true, false],
  )
  assert.ok(buttons(page).includes(t('proposal.copy.whole')))
  assert.ok(find(draw([]), 'input', { type: 'checkbox' }).every((box) => box.attributes.has('disabled')))
})

test('PROPOSAL-20 the calendar names the days of its month, and what runs', () => {
  const reply = {
    month: '2026-11',
    today: '2026-11-18',
    closes: '2026-11-17',
    pulled: '2026-11-18',
    finalised: '2026-11-25',
    counts: tableOf(proposalShows, () => 3),
    meetings: [],
    objections: [aLine({ kind: 'objection', dueAt: monday, late: true })],
  }
  const page = drawn(Calendar, [answered(proposalRoutes.calendar, {}, reply)], {}, '/tenggat')
  const said = textOf(page)
  for (const words of [
    '17',
    '18',
    '25',
    t('proposal.calendar.closes'),
    t('proposal.calendar.objections'),
    t('proposal-kind.objection'),
  ])
    assert.ok(said.includes(words), words)
})

test('PROPOSAL-13 PROPOSAL-14 minutes are listed and printed with who came, what was counted and what was said', () => {
  const line = {
    id: proposalIds.minutes(1),
    district,
    kind: 'musdes',
    status: 'open',
    placeName: 'Caturtunggal',
    day: '2026-11-02',
    venue: 'Balai desa',
    proposals: 1,
  } as const
  const list = drawn(
    Meetings,
    [answered(proposalRoutes.meetings, { page: 1 }, { items: [line], total: 1, page: 1, size: 25 })],
    {},
    '/musyawarah',
  )
  assert.ok(linksTo(list).includes(`/musyawarah/${district}/${line.id}`))
  const counts = { notFound: 1, wellOff: 2, moved: 3, corrected: 4, prelist: 100, fresh: 5 }
  const verdicts = [
    { proposal: { ...aLine(), name: 'Siti Aminah', nik: '3404**********01' }, agreed: false, note: 'Sudah mampu' },
  ]
  const reply = {
    ...line,
    version: 2,
    place: '34.04.07.2001',
    districtName: 'Sleman',
    leader: 'Pak Dukuh',
    writerName: 'Sari',
    attendance: [{ name: 'Bu Lurah', post: 'Lurah' }],
    counts,
    decisions: 'Semua sepakat.',
    verdicts,
    waiting: [],
    fileName: null,
    sheet: { file: 'e'.repeat(64), fileName: 'berita-acara.jpg', arrived: false },
    note: null,
    acts: ['minute', 'sign', 'call-off'] as const,
  }
  const at = { district, id: line.id }
  const page = drawn(
    Meeting,
    [answered(proposalRoutes.meeting, at, { ...reply, acts: [...reply.acts] })],
    at,
    `/musyawarah/${district}/${line.id}`,
  )
  const said = textOf(page)
  for (const words of [
    'Pak Dukuh',
    'Bu Lurah',
    'Siti Aminah',
    t('proposal.minutes.refused'),
    'Sudah mampu',
    'Semua sepakat.',
    '100',
    t('proposal.sheet.coming'),
  ])
    assert.ok(said.includes(words), words)
  for (const act of ['minute', 'sign', 'call-off'] as const)
    assert.ok(buttons(page).includes(t(`minutes-act.${act}`)), act)
})

test('PROPOSAL-5 the statement is printed with what is asked for by name, and room to sign', () => {
  const page = drawn(
    Sptjm,
    [answered(proposalRoutes.one, { district, id }, aCard())],
    { district, id },
    `/sptjm/${district}/${id}`,
  )
  const said = textOf(page)
  for (const words of [
    t('proposal.sptjm.title'),
    'Siti Aminah',
    '3404**********01',
    floor('5'),
    t('proposal.sptjm.sign'),
  ])
    assert.ok(said.includes(words), words)
})

const planned: AnswerPlan['lines'][number] = {
  line: 2,
  what: 'matched',
  proposal: id,
  name: 'S*** A***',
  kind: 'correction',
  answer: 'reject',
  reason: 'Kuota penuh',
  answeredOn: '2026-11-20',
  problem: null,
  cells: [],
}

test('PROPOSAL-25 the file of answers is chosen with its day; its lines stand under what comes of them, wrong ones with why', () => {
  const page = drawn(Answers, [], {}, '/jawaban')
  assert.ok(textOf(page).includes(t('proposal.answers.about')))
  assert.ok(!buttons(page).some((text) => text.startsWith('Catat ')), 'nothing is recorded before a look')
  const lines = [
    planned,
    { ...planned, line: 3, what: 'wrong' as const, problem: 'NIK rusak' },
    { ...planned, line: 4, what: 'unknown' as const, name: '' },
  ]
  const shown = (own: Partial<AnswerPlan>) =>
    drawDesk(made(AnswerLines, { plan: { head: [], missing: [], lines: [], ...own }, onSave: () => {} }))
  const look = shown({ lines })
  assert.deepEqual(find(look, 'summary').map(textOf), [
    t('proposal.answers.wrong', { count: 1 }),
    t('proposal.answers.unknown', { count: 1 }),
    t('proposal.answers.matched', { count: 1 }),
  ])
  assert.ok(textOf(look).includes('NIK rusak') && textOf(look).includes('Ditolak pusat: Kuota penuh'))
  assert.deepEqual(buttons(look), [t('proposal.answers.save-wrong')])
  assert.ok(textOf(shown({ missing: ['Jawaban'] })).includes(t('proposal.answers.missing', { columns: 'Jawaban' })))
  assert.ok(textOf(shown({ lines: [{ ...planned, what: 'answered' }] })).includes(t('proposal.answers.nothing')))
  const many = Array.from({ length: 130 }, (_, nth) => ({ ...planned, line: nth + 2 }))
  assert.equal(find(shown({ lines: many }), 'li').length, 100)
  assert.ok(textOf(shown({ lines: many })).includes(t('proposal.answers.more', { count: 30 })))
})
