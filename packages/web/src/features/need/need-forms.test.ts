import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  applicationLine,
  needLine,
  needRoutes,
  participationLine,
  quotaLine,
} from '@openslrt/core/contract/need-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { aFamily } from '@openslrt/core/testing/a-family.ts'
import { aNeed, anApplication, aParticipation, aQuota, needNth, someProgramme } from '@openslrt/core/testing/a-need.ts'
import {
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
} from '../../testing/form-stage.ts'

const district = ledgerCode.parse('34.04')
const item = (code: string, name: string) => ({ code, names: { id: name, en: name }, data: {} })
replies.set(
  '/api/lists',
  referenceRoutes.lists.reply.parse({
    lists: {
      need: [item('food-card', 'Kartu sembako')],
      'need-unmet': [item('no-programme', 'Tidak ada program')],
      'need-stopped': [item('moved', 'Pindah')],
      reject: [item('not-eligible', 'Tidak memenuhi syarat')],
    },
  }),
)
const pkh = programmeId.parse(needNth(901))
replies.set(
  '/api/needs/programmes',
  needRoutes.programmes.reply.parse({
    items: [
      { id: someProgramme.id, name: someProgramme.name, officeName: 'Dinas Sosial', papers: ['KTP', 'KK'] },
      { id: pkh, name: 'PKH', officeName: '', papers: ['KTP', 'Surat RT'] },
    ],
  }),
)
const need = needLine.parse({
  ...aNeed({ version: 4 }),
  name: 'S*** A***',
  placeName: 'Caturtunggal',
  note: '',
  acts: [],
})
const line = (own: object = {}) =>
  applicationLine.parse({
    ...anApplication({ version: 7 }),
    name: 'S*** A***',
    placeName: 'Caturtunggal',
    fromName: 'Puskesos Caturtunggal',
    officeName: 'Dinas Sosial Sleman',
    nth: null,
    note: '',
    late: false,
    acts: [],
    ...own,
  })

test('NEED-1 a need is recorded for its holder, as a kind of the list, once however often it is sent', async () => {
  await show('NeedRecord', { district, of: { family: aFamily.id } })
  await press(t('need.form.save'))
  await said(t('need.form.missing'))
  await fieldOf('Kartu sembako').check()
  await fill(t('need.form.text'), ' Belum pernah menerima. ')
  await call('slow')
  for (const _ of [1, 2]) await page.locator('form').dispatchEvent('submit')
  await call('release')
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['need.record', null])
  assert.deepEqual(data, {
    holder: { person: null, family: aFamily.id, case: null },
    kind: 'food-card',
    text: 'Belum pernah menerima.',
  })
})

test('NEED-4 of the papers only those go out that the chosen programme asks for', async () => {
  await show('ApplyForm', { need })
  await press(t('need.form.save'))
  await said(t('need.form.missing'))
  await fieldOf(t('need.form.programme')).selectOption(someProgramme.id)
  for (const name of ['KTP', 'KK']) await fieldOf(name).check()
  await fieldOf(t('need.form.programme')).selectOption(pkh)
  assert.ok(await fieldOf('KTP').isChecked(), 'what both ask for is not asked twice')
  assert.equal(await page.getByLabel('KK', { exact: true }).count(), 0)
  await page.getByText(t('need.apply.decides', { office: t('need.apply.outside') })).waitFor()
  await fieldOf(t('need.apply.later')).check()
  await press(t('need.form.save'))
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['application.draft', null])
  assert.deepEqual(data, { need: need.id, programme: pkh, ticked: ['KTP'], note: '', send: false })
})

test('NEED-3 one that is refused and sent again is one application', async () => {
  await show('ApplyForm', { need })
  await fieldOf(t('need.form.programme')).selectOption(someProgramme.id)
  await call('answerInTurn', ['refused'])
  await press(t('need.form.save'))
  await page.getByText('Ditolak.').first().waitFor()
  await press(t('need.form.save'))
  await page.waitForFunction('globalThis.parts.sent().length === 2')
  const [first, second] = await sent()
  assert.equal(first?.subject, second?.subject)
})

for (const [step, words] of [
  ['meet', true],
  ['reopen', true],
  ['fail', false],
] as const)
  test(`NEED-2 ${step} goes out on what was seen, and says ${words ? 'in words' : 'by the list'} why`, async () => {
    await show('NeedStepForm', { need, step })
    await press(t(`need-act.${step}`))
    await said(t('need.form.missing'))
    if (words) {
      await fill(t(`need.form.note.${step}`), '   ')
      await press(t(`need-act.${step}`))
      await fill(t(`need.form.note.${step}`), ' Sudah. ')
    } else await fieldOf('Tidak ada program').check()
    assert.deepEqual(await sent(), [])
    await press(t(`need-act.${step}`))
    const { kind, base, data } = await theCommand()
    assert.deepEqual([kind, base], [`need.${step}`, 4])
    assert.deepEqual(data, words ? { note: 'Sudah.' } : { reason: 'no-programme', note: '' })
  })

for (const [act, note, data] of [
  ['send', '', { note: '' }],
  ['grant', '', { note: '' }],
  ['withdraw', 'Sudah mampu.', { note: 'Sudah mampu.' }],
  ['release', 'Pindah.', { note: 'Pindah.' }],
] as const)
  test(`NEED-4 ${act} of an application goes out ${note === '' ? 'also without' : 'never without'} words`, async () => {
    await show('ApplicationForm', { line: line(), act })
    await press(t(`application-act.${act}`))
    if (note !== '') {
      await said(t('need.form.missing'))
      assert.deepEqual(await sent(), [])
      await fill(t('need.form.note'), ` ${note} `)
      await press(t(`application-act.${act}`))
    }
    const command = await theCommand()
    assert.deepEqual([command.kind, command.base, command.data], [`application.${act}`, 7, data])
  })

test('NEED-4 a refusal has a reason of the list; papers are ticked and unticked as they come', async () => {
  await show('ApplicationForm', { line: line(), act: 'refuse' })
  await press(t('application-act.refuse'))
  await said(t('need.form.missing'))
  await fieldOf('Tidak memenuhi syarat').check()
  await press(t('application-act.refuse'))
  assert.deepEqual((await theCommand()).data, { reason: 'not-eligible', note: '' })
  await show('ApplicationForm', { line: line(), act: 'tick' })
  await fieldOf('KTP').uncheck()
  await fieldOf('KK').check()
  await press(t('application-act.tick'))
  assert.deepEqual((await theCommand()).data, { ticked: ['KK'] })
})

const quota = (own: object = {}) =>
  quotaLine.parse({ ...aQuota({ version: 5, places: 2 }), placeName: 'Kabupaten Sleman', sets: true, ...own })
for (const [why, own, words] of [
  ['no quota', null, t('application.places.none')],
  ['free places', quota(), t('application.places.free', { n: 2, all: 2 })],
  ['none free', quota({ granted: 2, waiting: 3 }), t('application.places.full', { all: 2, n: 4 })],
] as const)
  test(`QUOTA-3 before it is granted it is said that there is ${why}`, async () => {
    const { need: _, ...application } = line()
    const about = { need: { kind: 'food-card', text: '' }, quota: own, owed: false }
    replies.set('/api/applications/one', needRoutes.application.reply.parse({ ...application, ...about }))
    await show('ApplicationForm', { line: line(), act: 'grant' })
    await page.getByText(words).waitFor()
  })

test('NEED-8 what was never had asks for nothing more; what stopped asks why', async () => {
  const has = participationLine.parse(aParticipation({ version: 3 }))
  await show('ParticipationForm', { district, of: { family: aFamily.id }, line: has, today: '2026-11-22' })
  await fieldOf(t('participation-status.stopped')).check()
  await press(t('need.form.save'))
  await said(t('need.form.missing'))
  await fieldOf('Pindah').check()
  await fieldOf(t('participation-status.never')).check()
  assert.equal(await page.getByText(t('need.form.since'), { exact: true }).count(), 0)
  await press(t('need.form.save'))
  const { kind, subject, base, data } = await theCommand()
  assert.deepEqual([kind, subject, base], ['participation.record', has.id, 3])
  assert.deepEqual(
    [data['status'], data['reason'], data['since'], data['until'], data['useful'], data['saidOn']],
    ['never', null, null, null, 'unknown', '2026-11-22'],
  )
})

test('QUOTA-5 of a quota that is there only its places are changed, on what was seen', async () => {
  await show('QuotaForm', { line: quota() })
  for (const wrong of ['', '-1', 'dua', '1,5']) {
    await fill(t('quota.form.places'), wrong)
    await press(t('need.form.save'))
    await said(t('quota.form.places.wrong'))
  }
  assert.deepEqual(await sent(), [])
  await fill(t('quota.form.places'), ' 12 ')
  await press(t('need.form.save'))
  const { subject, base, data } = await theCommand()
  assert.deepEqual([subject, base, data['places'], data['place']], [quota().id, 5, 12, '34.04'])
})

test('NEED-10 a name is shown for a reason alone; where that is refused none stands there', async () => {
  const reveal = '/api/applications/reveal'
  await show('ApplicationReveal', { line: line() })
  await fill(t('application.reveal.reason'), ' abcd ')
  await press(t('application.reveal'))
  await said(t('need.form.missing'))
  assert.ok(!asked.some(({ path }) => path === reveal))
  await fill(t('application.reveal.reason'), ' Verifikasi berkas ')
  await press(t('application.reveal'))
  await page.getByText('Tidak ada.').first().waitFor()
  replies.set(reveal, needRoutes.reveal.reply.parse({ name: 'Siti Aminah' }))
  await press(t('application.reveal'))
  await said('Siti Aminah')
  assert.equal(Object(asked.findLast(({ path }) => path === reveal)?.body).reason, 'Verifikasi berkas')
})
