import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnswerPlan, answerPlan } from '@openslrt/core/contract/proposal-answers.ts'
import { type ProposalLine, proposalRoutes, proposalShows } from '@openslrt/core/contract/proposal-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { proposalIds } from '@openslrt/core/testing/a-proposal.ts'
import { aCard, aLine, district, id, names } from '../../testing/a-proposal.ts'
import {
  answers,
  asked,
  call,
  fieldOf,
  fill,
  page,
  press,
  replies,
  said,
  sent,
  show,
  t,
  theCommand,
  times,
} from '../../testing/form-stage.ts'

const item = (code: string, name: string) => ({ code, names: { id: name, en: name }, data: {} })
replies.set(
  '/api/lists',
  referenceRoutes.lists.reply.parse({
    lists: {
      'proposal-return': [item('unclear', 'Tidak jelas')],
      'proposal-answer': [item('quota', 'Kuota penuh')],
      'proposal-reason': [item('data-differs', 'Data berbeda')],
    },
  }),
)
replies.set('/api/registry/choices', names.reply)

const listOf = (items: readonly ProposalLine[]) => ({
  items,
  total: items.length,
  page: 1,
  size: 25,
  counts: tableOf(proposalShows, () => items.length),
})
const three = [1, 2, 3].map((nth) =>
  aLine({ id: proposalIds.proposal(nth), version: nth, name: `Orang ${nth}`, status: 'drafted', acts: ['verify'] }),
)

test('PROPOSAL-29 of many the one that was refused is tried again, and none is passed over or done twice', async () => {
  let gone = 0
  answers.set('/api/proposals/list', () => listOf(three.slice(gone)))
  await call('goTo', '/usulan?lihat=to-verify')
  await show('ProposalsScreen', {})
  await page
    .getByRole('checkbox', { name: t('proposal.many.all') })
    .first()
    .check()
  await press(t('proposal.many.verify', { count: 3 }))
  await call('answerInTurn', ['accepted', 'refused'])
  gone = 1
  await press(t('proposal-act.verify'))
  await said(t('proposal.many.done', { done: 1, count: 3 }))
  await page.getByText('Ditolak.').first().waitFor()
  assert.deepEqual(
    (await sent()).map(({ subject }) => subject),
    [1, 2].map(proposalIds.proposal),
    'what comes after a no is not tried',
  )
  await page
    .getByRole('button', { name: t('proposal.many.verify', { count: 2 }), exact: true, includeHidden: true })
    .waitFor({ state: 'attached' })
  await press(t('proposal-act.verify'))
  await page.waitForFunction('globalThis.parts.sent().length >= 4')
  assert.deepEqual(
    (await sent()).map(({ subject, base }) => [subject, base]),
    [1, 2, 2, 3].map((nth) => [proposalIds.proposal(nth), nth]),
  )
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('PROPOSAL-29 all that are ready go out at once under the latest month; where none is left nothing is sent', async () => {
  const items = ['2026-10', '2026-11', '2026-09'].map((month, nth) => ({
    id: proposalIds.proposal(nth + 1),
    district,
    month,
  }))
  for (const ready of [items, []]) {
    replies.set('/api/proposals/ready', { items: ready })
    answers.set('/api/proposals/list', () => listOf([aLine({ status: 'approved', acts: ['export'] })]))
    await call('goTo', '/usulan?lihat=to-export')
    await show('ProposalsScreen', {})
    await press(t('proposal.all-out', { count: 1 }))
    await press(t('proposal-act.export'))
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    if (ready.length === 0) {
      assert.deepEqual(await sent(), [])
      continue
    }
    const { base, subject, data } = await theCommand()
    assert.deepEqual([base, data], [null, { month: '2026-11', proposals: items.map((one) => one.id) }])
    assert.equal(await call('wentTo'), `/kiriman/${district}/${subject}`)
  }
})

test('PROPOSAL-29 a batch that is refused keeps its id for the next try: it is one batch', async () => {
  replies.set('/api/proposals/ready', { items: [{ id, district, month: '2026-11' }] })
  await call('goTo', '/usulan?lihat=to-export')
  await show('ProposalsScreen', {})
  await press(t('proposal.all-out', { count: 1 }))
  await call('answerInTurn', ['refused'])
  await press(t('proposal-act.export'))
  await page.getByText('Ditolak.').first().waitFor()
  await press(t('proposal-act.export'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const [first, second, ...others] = await sent()
  assert.deepEqual([first?.subject, others], [second?.subject, []])
})

const changing = async (card: ReturnType<typeof aCard>): Promise<void> => {
  replies.set('/api/proposals/one', card)
  await call('goTo', `/usulkan?ubah=${district}/${id}`)
  await show('DraftScreen', {})
}

test('PROPOSAL-27 a change sends the numbers that were typed anew, and no other', async () => {
  const card = aCard({ version: 6, kk: '3404**********09', acts: ['change'] })
  await changing(card)
  await said(t('proposal.form.number.kept', { number: '3404**********01' }))
  await fill(t('proposal.form.name'), ' Siti Aminah binti Karto ')
  await fill(t('proposal.form.kk'), '34')
  await press(t('proposal.form.save'))
  await said(t('proposal.form.nik.wrong'))
  assert.deepEqual(await sent(), [])
  await fill(t('proposal.form.kk'), '3404 0701 0110 0001')
  await press(t('proposal.form.save'))
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['proposal.change', 6])
  assert.deepEqual(
    ['nik' in data, data['kk'], data['name'], data['asked']],
    [false, '3404070101100001', 'Siti Aminah binti Karto', card.asked],
  )
  assert.equal(await call('wentTo'), `/usulan/${district}/${id}`)
})

test('PROPOSAL-27 a proposal that its reader may not change opens no form', async () => {
  await changing(aCard({ acts: ['withdraw'] }))
  await said(t('proposal.none.title'))
  assert.equal(await page.locator('form').count(), 0)
})

const sheet = (own: object = {}) =>
  proposalRoutes.sheet.reply.parse({
    id,
    version: 3,
    name: 'Siti Aminah',
    target: 'siks-ng',
    lines: [
      { field: 'nama', value: 'Siti Aminah', tick: null },
      { field: 'alamat', value: 'RT 04', tick: { byName: 'Budi', at: monday } },
    ],
    done: null,
    acts: ['tick'],
    ...own,
  })

test('PROPOSAL-10 one value is ticked by its name and unticked, the whole with none; two may tick at once', async () => {
  replies.set('/api/proposals/sheet', sheet())
  for (const [nth, fields, done] of [
    [0, ['nama'], true],
    [1, ['alamat'], false],
  ] as const) {
    await show('CopySheet', { params: { district, id } })
    await page.getByRole('checkbox').nth(nth).click()
    const { kind, base, data } = await theCommand()
    assert.deepEqual([kind, base, data], ['proposal.tick', null, { target: 'siks-ng', fields, done }])
  }
  await show('CopySheet', { params: { district, id } })
  await press(t('proposal.copy.whole'))
  assert.deepEqual((await theCommand()).data, { target: 'siks-ng', fields: [], done: true })
  replies.set('/api/proposals/sheet', sheet({ done: { byName: 'Budi', at: monday } }))
  await show('CopySheet', { params: { district, id } })
  await press(t('proposal.copy.undo'))
  assert.deepEqual((await theCommand()).data, { target: 'siks-ng', fields: [], done: false })
})

const found = {
  id: 'b0000000-0000-4000-8000-000000000002',
  family: null,
  name: 'Siti Aminah',
  nik: '3404**********01',
  kk: null,
  place: '34.04.07.2002',
  placeName: 'Maguwoharjo',
  values: {},
}
const nik = '3404074506800001'
const seek = async (typed: string): Promise<void> => {
  await call('goTo', '/usulkan')
  await show('DraftScreen', {})
  await fill(t('proposal.nik'), typed)
  await press(t('proposal.form.seek'))
}

test('PROPOSAL-24 nobody is sought by half a number; who is found is proposed by the whole one, in their own village', async () => {
  replies.set('/api/proposals/find', { people: [found], proposals: [aLine()] })
  await seek('3404 0745')
  await said(t('proposal.form.nik.wrong'))
  assert.deepEqual(
    asked.filter(({ path }) => path === '/api/proposals/find'),
    [],
  )
  await fill(t('proposal.nik'), '3404 0745 0680 0001')
  await press(t('proposal.form.seek'))
  await said(t('proposal.underway'))
  await fieldOf(t('proposal-kind.death')).check()
  await press(t('proposal.form.save'))
  await said(t('proposal.reason.missing'))
  await fieldOf('Data berbeda').check()
  for (const box of await page.locator('.proposal__value input').all()) await box.fill('2026-11-01')
  for (const box of await page.locator('.proposal__value select').all()) await box.selectOption({ index: 1 })
  await call('slow')
  for (const _ of [1, 2]) await page.locator('form').last().dispatchEvent('submit')
  await call('release')
  const { kind, base, data, subject } = await theCommand()
  assert.deepEqual([kind, base], ['proposal.draft', null])
  assert.deepEqual(
    [data['person'], data['name'], data['nik'], data['place'], data['kind']],
    [found.id, 'Siti Aminah', nik, '34.04.07.2002', 'death'],
  )
  await page.waitForFunction((to) => Reflect.get(globalThis, 'parts').wentTo() === to, `/usulan/${district}/${subject}`)
})

test('PROPOSAL-24 who is not found is typed in, with the number that was sought; name and village are asked for', async () => {
  replies.set('/api/proposals/find', { people: [], proposals: [] })
  await seek(nik)
  await said(t('proposal.form.unknown'))
  assert.equal(
    await page.getByLabel(t('act.optional', { label: t('proposal.nik') }), { exact: true }).inputValue(),
    nik,
  )
  await press(t('proposal.form.save'))
  for (const words of ['kind', 'name', 'place'] as const) await said(t(`proposal.form.${words}.missing`))
  assert.deepEqual(await sent(), [])
  await press(t('proposal.form.again'))
  await page.getByRole('button', { name: t('proposal.form.seek') }).waitFor()
})

const aPlan = (own: Partial<AnswerPlan['lines'][number]>[]): AnswerPlan =>
  answerPlan.parse({
    head: ['NIK', 'Jawaban'],
    missing: [],
    lines: own.map((line, nth) => ({
      line: nth + 2,
      what: 'matched',
      proposal: proposalIds.proposal(nth + 1),
      name: `Orang ${nth + 1}`,
      kind: 'correction',
      answer: 'accept',
      reason: '',
      answeredOn: '2026-11-20',
      problem: null,
      cells: [`n${nth}`, 'ya'],
      ...line,
    })),
  })
const take = '/api/proposals/answers/take'
const csv = { name: 'jawaban.csv', mimeType: 'text/csv', buffer: Buffer.from('NIK,Jawaban\n1,ya\n') }

test('PROPOSAL-25 only lines that mean somebody are recorded; one that was refused meanwhile says why', async () => {
  const plan = aPlan([{}, { what: 'wrong', problem: 'NIK rusak' }, {}])
  replies.set('/api/proposals/answers/look', plan)
  const [first, , last] = plan.lines.map(({ cells: _, ...line }) => line)
  replies.set(take, { lines: [first, { ...last, what: 'wrong', problem: 'Sudah ditarik' }] })
  await show('AnswersScreen', {})
  await page.locator('input[type=file]').setInputFiles(csv)
  await press(t('proposal.answers.send', { count: 2 }))
  await said(t('proposal.answers.done', { count: 1 }))
  await said('Sudah ditarik')
  const { body } = asked.find(({ path }) => path === take) ?? assert.fail('nothing was recorded')
  assert.deepEqual(Object(body).rows, [
    { line: 2, cells: ['n0', 'ya'] },
    { line: 4, cells: ['n2', 'ya'] },
  ])
  assert.equal(await page.getByRole('button', { name: t('proposal.answers.send', { count: 1 }) }).count(), 0)
})

test('PROPOSAL-25 where the line breaks nothing stands as recorded, and the same lines can be sent again', async () => {
  replies.set('/api/proposals/answers/look', aPlan([{}]))
  replies.delete(take)
  await show('AnswersScreen', {})
  await page.locator('input[type=file]').setInputFiles(csv)
  await press(t('proposal.answers.send', { count: 1 }))
  await page.getByText('Tidak ada.').first().waitFor()
  assert.equal(await times(t('proposal.answers.done', { count: 0 })), 0)
  await page.getByRole('button', { name: t('proposal.answers.send', { count: 1 }), exact: true }).waitFor()
})
