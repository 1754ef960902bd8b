import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseRoutes, countedQueues } from '@openslrt/core/contract/case-queries.ts'
import { jointCard } from '@openslrt/core/contract/joint-queries.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCaseLine } from '../../testing/a-card.ts'
import {
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
  told,
} from '../../testing/form-stage.ts'

const district = '34.04'
const nth = (n: number): string => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const aCard = (own: object = {}) =>
  jointCard.parse({
    id: nth(1),
    district,
    version: 3,
    name: 'Lansia Sendirian',
    status: 'running',
    lead: ids.office(3),
    leadName: 'Sekretariat SLRT Sleman',
    leads: true,
    standing: 'valid',
    validUntil: '2027-01-31',
    runs: true,
    today: '2026-11-22',
    purpose: 'Lansia dikunjungi.',
    agreement: 'PKS/7/2026',
    agreedOn: '2026-01-05',
    partners: [
      [nth(2), 'Yayasan Kasih Ibu', null, false],
      [nth(3), 'Karang Taruna', null, true],
    ].map(([id, name, office, left]) => ({
      id,
      version: 2,
      kind: 'non-government',
      office,
      name,
      left,
      contact: ' Bu Rina ',
      fields: ['name', 'need'],
      own: false,
    })),
    tasks: [],
    progress: { targets: 4, reached: 1, tasks: 2, done: 1, late: 1, shares: [] },
    fields: ['name', 'phone', 'need'],
    ...own,
  })

test('JOINT-16 a programme begins without an agreement; days without a number, or the wrong way round, do not go out', async () => {
  await show('ProgrammeForm', { card: null })
  await press(t('joint.start'))
  assert.equal(await times(t('joint.form.missing')), 2)
  await fill(t('joint.form.name'), '  Rumah Aman ')
  await fill(t('joint.form.purpose'), ' Anak dilindungi. ')
  await fill(t('joint.form.valid-until'), '31/01/2027')
  await press(t('joint.start'))
  await said(t('joint.form.days'))
  await fill(t('joint.form.agreement'), 'PKS/8')
  await fill(t('joint.form.agreed-on'), '01/02/2027')
  await press(t('joint.start'))
  assert.deepEqual(await sent(), [])
  await fill(t('joint.form.agreement'), '')
  await fill(t('joint.form.agreed-on'), '')
  await fill(t('joint.form.valid-until'), '')
  await press(t('joint.start'))
  const { data, base, subject, kind } = await theCommand()
  assert.deepEqual([kind, base], ['joint.start', null])
  const none = { agreement: '', agreedOn: null, validUntil: null }
  assert.deepEqual(data, { name: 'Rumah Aman', purpose: 'Anak dilindungi.', ...none })
  assert.deepEqual(await told(), [['onDone', `/bersama/${district}/${subject}`]])
})

test('JOINT-16 a programme is changed on the version that was seen, and all that was not touched stays', async () => {
  await show('ProgrammeForm', { card: aCard() })
  await fill(t('joint.form.purpose'), 'Lansia dikunjungi tiap minggu.')
  await press(t('joint.form.save'))
  const { kind, base, subject, data } = await theCommand()
  assert.deepEqual([kind, base, subject], ['joint.change', 3, nth(1)])
  assert.deepEqual(data, {
    name: 'Lansia Sendirian',
    purpose: 'Lansia dikunjungi tiap minggu.',
    agreement: 'PKS/7/2026',
    agreedOn: '2026-01-05',
    validUntil: '2027-01-31',
  })
})

test('JOINT-16 what was refused stays in the form and goes out again as the same programme; without signal it waits', async () => {
  await show('ProgrammeForm', { card: null })
  await call('answerWith', 'refused')
  await fill(t('joint.form.name'), 'Rumah Aman')
  await fill(t('joint.form.purpose'), 'Anak dilindungi.')
  await press(t('joint.start'))
  await said('Ditolak.')
  assert.deepEqual(await call('told'), [])
  assert.equal(await page.getByLabel(t('joint.form.name')).inputValue(), 'Rumah Aman')
  await call('answerWith', 'waiting')
  await press(t('joint.start'))
  assert.deepEqual(await told(), [['onDone', null]], 'it is on no page yet')
  const [first, second] = await sent()
  assert.equal(second?.subject, first?.subject)
  assert.notEqual(second?.id, first?.id)
})

test('JOINT-3 a body outside needs a name, an office must be chosen, and what the other choice held is not sent', async () => {
  await show('PartnerForm', { card: aCard() })
  await press(t('joint.partner.add'))
  await said(t('joint.partner.form.missing'))
  await page.getByLabel(t('joint.partner.form.outside')).check()
  await fill(t('joint.partner.form.name'), '   ')
  await press(t('joint.partner.add'))
  assert.deepEqual(await sent(), [])
  await fill(t('joint.partner.form.name'), ' Yayasan ')
  await page.getByLabel(t('joint-kind.non-government')).check()
  await fieldOf(t('joint-field.name')).check()
  await press(t('joint.partner.add'))
  assert.deepEqual((await theCommand()).data, {
    joint: nth(1),
    kind: 'non-government',
    office: null,
    name: 'Yayasan',
    contact: '',
    fields: ['name'],
  })
  replies.set('/api/joint/offices', {
    items: [{ id: ids.office(7), name: 'RSUD Sleman', kind: 'provider', level: 'district', placeName: 'Sleman' }],
  })
  await show('PartnerForm', { card: aCard() })
  await page.getByLabel(t('joint.partner.form.outside')).check()
  await fill(t('joint.partner.form.name'), 'Yayasan')
  await page.getByLabel(t('joint.partner.form.office'), { exact: true }).first().check()
  await page.getByRole('combobox').fill('rsud')
  await page.getByRole('option', { name: 'RSUD Sleman (Sleman)' }).click()
  await press(t('joint.partner.add'))
  const { data } = await theCommand()
  assert.deepEqual([data['office'], data['name']], [ids.office(7), ''])
})

test('JOINT-9 what a partner may know is changed field by field, down to nothing', async () => {
  const card = aCard()
  const [partner] = card.partners
  assert.ok(partner)
  await show('PartnerChange', { card, partner })
  for (const field of partner.fields) await page.getByLabel(t(`joint-field.${field}`)).uncheck()
  await press(t('joint.form.save'))
  const { data, subject, base } = await theCommand()
  assert.deepEqual([subject, base, data], [partner.id, 2, { joint: nth(1), contact: 'Bu Rina', fields: [] }])
})

test('JOINT-4 a task is the lead’s or that of a partner who has not left, and has a day', async () => {
  await show('TaskForm', { card: aCard() })
  const who = page.getByLabel(t('joint.task.form.who'))
  assert.deepEqual(await who.locator('option').allInnerTexts(), [
    'Sekretariat SLRT Sleman',
    `Yayasan Kasih Ibu (${t('joint.partner.outside')})`,
  ])
  await fill(t('joint.task.form.what'), 'ab')
  await press(t('joint.task.add'))
  assert.equal(await times(t('joint.form.missing')), 2)
  await fill(t('joint.task.form.what'), 'Antar makanan')
  await who.selectOption(nth(2))
  await fill(t('joint.task.form.due'), '24/11/2026')
  await press(t('joint.task.add'))
  assert.deepEqual((await theCommand()).data, {
    joint: nth(1),
    partner: nth(2),
    what: 'Antar makanan',
    dueOn: '2026-11-24',
  })
})

for (const [act, needed] of [
  ['begin-task', false],
  ['finish-task', true],
  ['drop-task', true],
  ['reopen-task', true],
  ['drop-target', true],
  ['end-partner', true],
  ['end', true],
] as const)
  test(`JOINT-4 ${act} goes out with the version that was seen, ${needed ? 'never without' : 'also without'} words`, async () => {
    const doing = { act, subject: nth(9), version: 5, title: 'Judul', sendText: 'Lakukan' }
    await show('NoteForm', { card: aCard(), doing })
    if (needed) {
      await fill(t('joint.note'), '  \n ')
      await press('Lakukan')
      await said(t('joint.form.missing'))
      assert.deepEqual(await sent(), [])
      await fill(t('joint.note'), ' Sudah. ')
    }
    await press('Lakukan')
    const { kind, base, subject, data } = await theCommand()
    assert.deepEqual([kind, base, subject], [`joint.${act}`, 5, nth(9)])
    assert.deepEqual(data, { ...(act !== 'end' && { joint: nth(1) }), note: needed ? 'Sudah.' : '' })
  })

test('JOINT-8 the lead says who reached a target, a partner only that it did', async () => {
  const doing = { act: 'reach-target', subject: nth(9), version: 1, title: 'Tercapai', sendText: 'Catat' } as const
  await show('NoteForm', { card: aCard(), doing })
  await fieldOf(t('joint.task.form.who')).selectOption(nth(2))
  await fill(t('joint.note.reach'), 'Sudah dikunjungi.')
  await press('Catat')
  assert.equal((await theCommand()).data['partner'], nth(2))
  await show('NoteForm', { card: aCard({ leads: false }), doing })
  assert.equal(await page.getByLabel(t('joint.task.form.who')).count(), 0)
  await fill(t('joint.note.reach'), 'Sudah dikunjungi.')
  await press('Catat')
  assert.equal((await theCommand()).data['partner'], null)
})

test('JOINT-5 somebody is named with their village; numbers that are none are said beside their field', async () => {
  await show('TargetForm', { card: aCard() })
  await press(t('joint.target.add'))
  assert.equal(await times(t('joint.form.missing')), 2)
  await fill(t('joint.target.form.name'), ' Kasiyem ')
  await chooseVillage(t('joint.target.form.village'))
  await fill(t('joint.target.form.nik'), '340407')
  await fill(t('joint.target.form.phone'), '12')
  await press(t('joint.target.add'))
  await said(t('joint.target.form.nik.wrong'))
  await said(t('joint.target.form.phone.wrong'))
  await fill(t('joint.target.form.nik'), '')
  await fill(t('joint.target.form.phone'), '0812 3456 7890')
  await press(t('joint.target.add'))
  assert.deepEqual((await theCommand()).data, {
    joint: nth(1),
    need: '',
    case: null,
    village: '34.04.07.2001',
    name: 'Kasiyem',
    nik: null,
    phone: '0812 3456 7890',
    address: '',
  })
})

test('JOINT-5 a NIK that was typed in groups, as cards are read aloud, is a NIK', async () => {
  await show('TargetForm', { card: aCard() })
  await fill(t('joint.target.form.name'), 'Kasiyem')
  await chooseVillage(t('joint.target.form.village'))
  await fill(t('joint.target.form.nik'), '3404 0701 0180 0002')
  await press(t('joint.target.add'))
  assert.equal((await theCommand()).data['nik'], '3404070101800002')
})

test('JOINT-5 a case is named by its number; a line that broke is told from a number of none, and is tried again', async () => {
  await show('TargetForm', { card: aCard() })
  await page.getByLabel(t('joint.target.form.from-case')).check()
  await fill(t('joint.target.form.case'), ' 3404-26-000123 ')
  replies.set('/api/cases', 'cut')
  await press(t('joint.target.add'))
  await said(t('act.refused.title'))
  assert.equal(await times(t('joint.target.form.case.none')), 0)
  const counts = Object.fromEntries(countedQueues.map((queue) => [queue, 0]))
  const none = caseRoutes.queue.reply.parse({ items: [], total: 0, page: 1, size: 25, counts })
  replies.set('/api/cases', none)
  await press(t('joint.target.add'))
  await said(t('joint.target.form.case.none'))
  assert.equal(await times(t('act.refused.title')), 0)
  await fill(t('joint.target.form.case'), '3404-26-000124')
  replies.set('/api/cases', { ...none, items: [aCaseLine({ id: ids.case(4) })], total: 1 })
  await press(t('joint.target.add'))
  const { data, subject } = await theCommand()
  assert.deepEqual([data['case'], data['village'], data['name']], [ids.case(4), null, ''])
  assert.notEqual(subject, ids.case(4))
})

test('JOINT-12 whoever looks says why, and sees what the agreement opens and no more', async () => {
  await show('RevealDialog', { card: aCard(), target: nth(5) })
  await fill(t('joint.reveal.reason'), ' abc ')
  await press(t('joint.target.reveal'))
  await said(t('joint.reveal.short'))
  assert.deepEqual(asked, [])
  await fill(t('joint.reveal.reason'), ' Kunjungan rumah ')
  const known = { name: 'Kasiyem', nik: '3404070101800002', phone: null, address: 'Jl. Melati', need: '', result: null }
  replies.set('/api/joint/reveal', known)
  await press(t('joint.target.reveal'))
  await said('Kasiyem')
  assert.deepEqual(asked, [
    { path: '/api/joint/reveal', body: { district, id: nth(1), target: nth(5), reason: 'Kunjungan rumah' } },
  ])
  assert.deepEqual([await times(known.nik), await times(known.address)], [0, 0])
  assert.equal(await times(t('joint.reveal.empty')), 2)
  await show('RevealDialog', { card: aCard(), target: nth(5) })
  replies.delete('/api/joint/reveal')
  await fill(t('joint.reveal.reason'), 'Kunjungan')
  await press(t('joint.target.reveal'))
  await page.getByText('Tidak ada.').waitFor()
  assert.equal(await fieldOf(t('joint.reveal.reason')).inputValue(), 'Kunjungan')
})

test('JOINT-14 the list is a workbook unless somebody wants CSV; without a reason there is no file', async () => {
  await show('TableDialog', { card: aCard() })
  await press(t('joint.table'))
  await said(t('joint.reveal.short'))
  replies.set('/api/joint/table', { name: 'sasaran.csv', type: 'text/csv', content: 'YTtiCg==' })
  await page.getByLabel(t('joint.table.csv')).check()
  await fill(t('joint.reveal.reason'), 'Rapat mitra')
  const saved = page.waitForEvent('download')
  await press(t('joint.table'))
  assert.equal((await saved).suggestedFilename(), 'sasaran.csv')
  assert.deepEqual(asked, [
    { path: '/api/joint/table', body: { district, id: nth(1), form: 'csv', reason: 'Rapat mitra' } },
  ])
  assert.deepEqual(await told(), [['onClose']])
})
