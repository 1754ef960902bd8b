import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type PsksCard, psksCard, psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import {
  answers,
  asked,
  call,
  chooseVillage,
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
} from '../testing/form-stage.ts'
import { toVillage } from './psks/post-target.ts'

beforeEach(() => {
  answers.clear()
  replies.clear()
})

const nth = (n: number): string => `e0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const names = (id: string) => ({ id, en: id })
const optional = (label: string): string => t('act.optional', { label })
const village = { place: '34.04.07.2001', placeName: 'Caturtunggal' }
const select = (label: string, value: string) => fieldOf(label).selectOption(value)
const card = (own: object = {}): PsksCard =>
  psksCard.parse({
    district: '34.04',
    id: nth(11),
    kindNames: names('PSM'),
    name: 'Sri Wahyuni',
    placeName: 'Caturtunggal',
    serves: ['Caturtunggal'],
    status: 'verified',
    dueOn: null,
    due: false,
    version: 2,
    kind: 'community-worker',
    who: 'person',
    place: '34.04.07.2001',
    served: [{ code: '34.04.07.2001', name: 'Caturtunggal' }],
    nik: '3404**********02',
    phone: '081300002222',
    email: null,
    address: null,
    fields: { education: 'SMA' },
    asks: [],
    note: null,
    officeName: '',
    registeredBy: '',
    verifiedBy: null,
    checkedOn: null,
    reports: [],
    events: [],
    postings: [],
    user: null,
    today: '2026-11-22',
    acts: [],
    ...own,
  })
const field = (code: string, kind: string) => ({ code, kind, id: code, en: code })
const kinds = psksRoutes.choices.reply.parse({
  district: '34.04',
  place: '34.04.07.2001',
  kinds: [
    {
      code: 'community-worker',
      names: names('PSM'),
      number: 2,
      who: 'person',
      fields: [field('education', 'text'), field('sex', 'sex')],
    },
    {
      code: 'youth',
      names: names('Karang Taruna'),
      number: 5,
      who: 'institution',
      fields: [field('members', 'count')],
    },
  ],
})

test('PSKS-4 a kind asks for its own fields: a body for no NIK, and what another kind was told does not go out', async () => {
  replies.set('/api/psks/choices', kinds)
  await show('PsksRegister', { card: null })
  await select(t('psks.column.kind'), 'community-worker')
  await fill(optional('education'), 'SMA')
  await fill(optional(t('psks.form.nik')), '3404 0752 0380 0002')
  await select(t('psks.column.kind'), 'youth')
  assert.equal(await page.getByLabel(optional(t('psks.form.nik')), { exact: true }).count(), 0)
  await fill(t('psks.form.body'), 'Tunas Muda')
  await fill(optional('members'), '4a0')
  await chooseVillage(t('psks.form.place'))
  await press(t('psks-act.register'))
  const { data } = await theCommand()
  assert.deepEqual(
    [data['kind'], data['name'], data['nik'], data['fields'], data['place'], data['serves']],
    ['youth', 'Tunas Muda', null, { members: '40' }, '34.04.07.2001', ['34.04.07.2001']],
  )
})

test('PSKS-4 what is missing or can not be is named before anything goes out', async () => {
  replies.set('/api/psks/choices', kinds)
  await show('PsksRegister', { card: null })
  await press(t('psks-act.register'))
  await said(t('psks.form.missing'))
  await select(t('psks.column.kind'), 'community-worker')
  await fill(optional(t('psks.form.nik')), '1')
  await fill(optional(t('psks.form.phone')), 'x')
  await fill(optional(t('psks.form.email')), 'x')
  await press(t('psks-act.register'))
  for (const words of ['psks.form.nik.wrong', 'psks.form.phone.wrong', 'psks.form.email.wrong'] as const)
    await said(t(words))
  assert.equal((await sent()).length, 0)
})

test('PSKS-3 a change goes out on the version that was seen, and leaves a masked NIK as it is', async () => {
  replies.set('/api/psks/choices', kinds)
  await show('PsksRegister', { card: card() })
  await said(t('psks.form.nik.kept', { nik: '3404**********02' }))
  await fill(t('psks.column.name'), 'Sri W.')
  await press(t('psks-act.change'))
  const { kind, base, data } = await theCommand()
  assert.deepEqual(
    [kind, base, data['nik'], data['name'], data['fields']],
    ['psks.change', 2, null, 'Sri W.', { education: 'SMA' }],
  )
})

test('PSKS-5 a month is reported with days and people as numbers; more days than a month has are named', async () => {
  await show('PsksReport', { card: card(), report: null })
  await fill(t('psks.report.activities'), 'Mendampingi.')
  await fill(t('psks.report.days'), '32')
  await fill(t('psks.report.people'), 'lima')
  await press(t('psks.report.send'))
  await said(t('psks.form.number'))
  await fill(t('psks.report.days'), '31')
  await fill(t('psks.report.people'), '5')
  await select(t('psks.report.month'), '2026-01')
  await press(t('psks.report.send'))
  const { report, ...data } = (await theCommand()).data
  assert.equal(typeof report, 'string')
  assert.deepEqual(data, { month: '2026-01', activities: 'Mendampingi.', days: 31, people: 5 })
})

test('PSKS-14 a mentoring is recorded with its hours', async () => {
  await show('PsksEvent', { card: card() })
  await press(t('psks.event.save'))
  await said(t('psks.form.missing'))
  await fieldOf(t('psks-event.mentoring')).check()
  await fill(t('psks.event.title'), 'Kunjungan fasilitator')
  await fill(t('psks.event.hours'), '2')
  await press(t('psks.event.save'))
  const { event, ...data } = (await theCommand()).data
  assert.equal(typeof event, 'string')
  assert.deepEqual(data, {
    what: 'mentoring',
    title: 'Kunjungan fasilitator',
    onDay: '2026-11-22',
    hours: 2,
    result: '',
  })
})

test('PSKS-7 from the card of a PSKS a village is named, or a case by its number that somebody sees', async () => {
  await show('PsksPost', { card: card() })
  await chooseVillage(t('psks-posting.village'))
  await fill(t('psks.post.task'), 'Mendata lansia')
  await press(t('psks-act.post'))
  const { data } = await theCommand()
  assert.deepEqual(
    [data['target'], data['village'], data['case'], data['visit']],
    ['village', '34.04.07.2001', null, null],
  )
  await show('PsksPost', { card: card() })
  await fieldOf(t('psks-posting.case')).check()
  await fill(t('psks.post.number'), '3404-26-000099')
  await fill(t('psks.post.task'), 'Dampingi')
  await press(t('psks-act.post'))
  await said(t('psks.post.number.none'))
  assert.equal((await sent()).length, 0)
})

const line = {
  district: '34.04',
  id: nth(11),
  kindNames: names('PSM'),
  name: 'Sri Wahyuni',
  placeName: 'Caturtunggal',
  serves: [],
  status: 'verified',
  dueOn: null,
  due: false,
}
const assign = {
  district: ledgerCode.parse('34.04'),
  place: placeCode.parse('34.04.07.2001'),
  target: toVillage('34.04.07.2001'),
  today: '2026-11-22',
}

test('PSKS-7 from another card one of those who serve the place is asked; a task that ends before it begins is none', async () => {
  replies.set('/api/psks/at', psksRoutes.at.reply.parse({ ...village, serving: [line], items: [] }))
  await show('PsksAssign', assign)
  await press(t('psks.assign'))
  await said(t('psks.form.missing'))
  await page.getByRole('combobox', { name: t('psks.assign.who'), exact: true }).fill('sri')
  await page.getByRole('option', { name: /Sri Wahyuni/ }).click()
  await fill(t('psks.post.task'), 'Mendata lansia')
  await fill(optional(t('psks.post.until')), '01/11/2026')
  await press(t('psks.assign'))
  await said(t('psks.post.until.before'))
  await fill(optional(t('psks.post.until')), '30/11/2026')
  await press(t('psks.assign'))
  const { subject, base, data } = await theCommand()
  assert.deepEqual(
    [subject, base, data['village'], data['until'], data['task']],
    [nth(11), null, '34.04.07.2001', '2026-11-30', 'Mendata lansia'],
  )
})

test('PSKS-7 where nobody serves the place, that is said', async () => {
  replies.set('/api/psks/at', psksRoutes.at.reply.parse({ ...village, serving: [], items: [] }))
  await show('PsksAssign', assign)
  await page.getByRole('combobox', { name: t('psks.assign.who'), exact: true }).click()
  await said(t('psks.assign.nobody'))
})

test('PSKS-13 an account is one of the acting office, or none; the same again is no change', async () => {
  const away = null
  const items = [
    { id: ids.staff(3), name: 'Joko', roles: [], open: 0, away },
    { id: ids.staff(4), name: 'Sri W.', roles: [], open: 0, away },
  ]
  replies.set('/api/offices/colleagues', referenceRoutes.colleagues.reply.parse({ items }))
  await show('PsksUser', { card: card({ user: { id: ids.staff(4), name: 'Sri W.' } }) })
  await press(t('psks.user.save'))
  await said(t('psks.user.same'))
  await page.getByRole('option', { name: 'Joko' }).waitFor({ state: 'attached' })
  assert.deepEqual(await fieldOf(t('psks.user')).locator('option').allInnerTexts(), [
    t('psks.user.none'),
    'Sri W.',
    'Joko',
  ])
  await select(t('psks.user'), '')
  await press(t('psks.user.save'))
  assert.deepEqual((await theCommand()).data, { staff: null })
})

for (const act of ['verify', 'renew', 'send-back', 'end', 'reopen'] as const)
  test(`PSKS-2 ${act} ${act === 'verify' || act === 'renew' ? 'asks for a yes' : 'asks why'}`, async () => {
    await show('PsksNote', { card: card(), act, part: null })
    await press(t(`psks-act.${act}`))
    const silent = act === 'verify' || act === 'renew'
    if (!silent) {
      await said(t('psks.form.missing'))
      await fill(t('psks.form.reason'), 'Pindah.')
      await press(t(`psks-act.${act}`))
    }
    const { kind, base, data } = await theCommand()
    assert.deepEqual([kind, base, data], [`psks.${act}`, 2, silent ? {} : { note: 'Pindah.' }])
  })

test('PSKS-2 what the law refuses stays in the form, with its words', async () => {
  await show('PsksNote', { card: card(), act: 'end', part: null })
  await call('answerWith', 'refused')
  await fill(t('psks.form.reason'), 'Pindah.')
  await press(t('psks-act.end'))
  await said('Ditolak.')
  assert.equal(await fieldOf(t('psks.form.reason')).inputValue(), 'Pindah.')
  await call('answerWith', 'accepted')
})

test('PSKS-9 a file is looked at first, then its right lines go out, and the wrong ones stay with their reasons', async () => {
  const looked = {
    head: ['Jenis PSKS', 'Nama'],
    missing: [],
    unknown: ['Sepatu'],
    twice: [],
    lines: [
      { line: 2, what: 'new', name: 'Budi', turn: 0, changes: [], problem: null, cells: ['PSM', 'Budi'] },
      {
        line: 3,
        what: 'wrong',
        name: 'Joko',
        turn: 0,
        changes: [],
        problem: { column: 'Jenis PSKS', text: 'Tidak dikenal.' },
        cells: ['Ojek', 'Joko'],
      },
    ],
  }
  replies.set('/api/psks/plan', psksRoutes.plan.reply.parse(looked))
  await show('PsksImport', {})
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('x') })
  await said(t('psks.import.unknown', { columns: 'Sepatu' }))
  await said('Jenis PSKS: Tidak dikenal.')
  const { cells: _cells, ...done } = looked.lines[0] ?? { cells: [] }
  replies.set('/api/psks/take', { lines: [done] })
  await press(t('psks.import.send', { n: 1 }))
  await said(t('psks.import.done', { n: 1 }))
  assert.deepEqual(asked.find(({ path }) => path === '/api/psks/take')?.body, {
    head: looked.head,
    rows: [{ line: 2, cells: ['PSM', 'Budi'] }],
  })
  assert.equal(await times('Jenis PSKS: Tidak dikenal.'), 1)
})
