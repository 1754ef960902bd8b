import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { type PpksCard, ppksCard, ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { caseId, familyId, personId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import {
  answers,
  asked,
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
  told,
} from '../testing/form-stage.ts'

beforeEach(() => {
  answers.clear()
  replies.clear()
})

const nth = (n: number): string => `e0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const names = (id: string) => ({ id, en: id })
const optional = (label: string): string => t('act.optional', { label })
const village = { place: '34.04.07.2001', placeName: 'Caturtunggal' }
const choices = ppksRoutes.choices.reply.parse({
  district: '34.04',
  ...village,
  today: '2026-11-22',
  types: [
    { code: 'poor', names: names('Fakir miskin'), number: 24, open: true },
    { code: 'hiv', names: names('HIV'), number: 16, open: false },
  ],
  risks: [{ code: 'no-carer', names: names('Tidak ada yang merawat') }],
  endings: [{ code: 'moved', names: names('Pindah daerah') }],
  offices: [{ id: ids.office(3), name: 'Dinas Sosial Sleman' }],
})
const ppks = (own: object = {}): PpksCard =>
  ppksCard.parse({
    district: '34.04',
    id: nth(1),
    typeNames: names('Fakir miskin'),
    ...village,
    name: 'Karto Wiyono',
    since: '2026-03-01',
    status: 'received',
    version: 3,
    type: 'poor',
    officeName: 'Puskesos',
    nik: null,
    restricted: false,
    case: null,
    findings: null,
    risks: [],
    assessedOn: null,
    assessedBy: null,
    services: [],
    course: [],
    outcome: null,
    endedOn: null,
    today: '2026-11-22',
    acts: [],
    ...own,
  })
const select = (label: string, value: string) => fieldOf(label).selectOption(value)
const receive = t('ppks-act.receive')

test('PPKS-3 somebody is taken down by name: what is missing is named, and a NIK is read however it is grouped', async () => {
  await show('PpksReceive', { choices, kase: null })
  await press(receive)
  await said(t('ppks.form.missing'))
  assert.equal((await sent()).length, 0)
  assert.deepEqual(
    await fieldOf(t('ppks.column.type')).locator('option').allInnerTexts(),
    [t('act.choose'), '24. Fakir miskin'],
    'a type that is shut is no choice',
  )
  await fill(t('ppks.form.name'), ' Karto Wiyono ')
  await fill(optional(t('ppks.form.nik')), '3404 0701 0140')
  await select(t('ppks.column.type'), 'poor')
  await press(receive)
  await said(t('ppks.form.nik.wrong'))
  await fill(optional(t('ppks.form.nik')), '3404 0701.0140-0001')
  await press(receive)
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['ppks.receive', null])
  assert.deepEqual(data, {
    type: 'poor',
    since: '2026-11-22',
    village: '34.04.07.2001',
    name: 'Karto Wiyono',
    nik: '3404070101400001',
    person: null,
    family: null,
    case: null,
  })
})

const found = findRoutes.find.reply.parse({
  items: [
    {
      id: nth(5),
      district: '34.04',
      name: 'Sukinem',
      nik: '3404**********01',
      birthDate: '1952-06-05',
      sex: 'P',
      place: '34.04.07.2002',
      placeName: 'Maguwoharjo',
      family: null,
      status: 'known',
    },
  ],
  more: false,
  read: { as: 'name', name: 'Sukinem', birth: null, year: null, places: [] },
  elsewhere: [],
  limited: false,
})
const box = () => page.getByRole('combobox', { name: optional(t('ppks.form.person')), exact: true })

test('PPKS-14 whoever is picked needs no name and no NIK, and their village comes along', async () => {
  replies.set('/api/registry/find', found)
  await show('PpksReceive', { choices, kase: null })
  await fill(t('ppks.form.name'), 'Nama lama')
  await box().fill('Sukinem')
  await page.getByRole('option', { name: 'Sukinem · 05/06/1952 · Maguwoharjo · NIK 3404**********01' }).click()
  assert.equal(await page.getByLabel(t('ppks.form.name'), { exact: true }).count(), 0)
  await select(t('ppks.column.type'), 'poor')
  await press(receive)
  const { data } = await theCommand()
  assert.deepEqual(
    [data['person'], data['name'], data['nik'], data['village']],
    [personId.parse(nth(5)), '', null, '34.04.07.2002'],
  )
  assert.deepEqual(asked.find(({ path }) => path === '/api/registry/find')?.body, { text: 'Sukinem', place: null })
})

test('PPKS-14 where nobody is found it says so, and two signs ask for nobody', async () => {
  replies.set('/api/registry/find', { ...found, items: [] })
  await show('PpksReceive', { choices, kase: null })
  await box().fill('Su')
  await fill(t('ppks.form.name'), 'Karto')
  assert.equal(asked.filter(({ path }) => path === '/api/registry/find').length, 0)
  await box().fill('Bambang')
  await said(t('find.none.title'))
})

test('PPKS-3 from a case nothing but the type has to be said: its citizen is meant', async () => {
  const kase = { id: caseId.parse(ids.case(1)), district: ledgerCode.parse('34.04'), ...village }
  await show('PpksReceive', { choices, kase })
  assert.equal(await box().count(), 0)
  await select(t('ppks.column.type'), 'poor')
  await press(receive)
  const { data } = await theCommand()
  assert.deepEqual([data['case'], data['name'], data['village']], [ids.case(1), '', '34.04.07.2001'])
  assert.equal((await told())[0]?.[0], 'onDone')
})

test('PPKS-14 from the card of a family one of its members is chosen, or another by name', async () => {
  const member = { id: personId.parse(nth(5)), label: 'Sukinem', place: '34.04.07.2002', placeName: 'Maguwoharjo' }
  const family = { id: familyId.parse(nth(4)), members: [member] }
  await show('PpksReceive', { choices, kase: null, family })
  await select(t('ppks.form.member'), nth(5))
  await select(t('ppks.column.type'), 'poor')
  await press(receive)
  const { data } = await theCommand()
  assert.deepEqual([data['person'], data['family'], data['village']], [nth(5), nth(4), '34.04.07.2002'])
})

test('PPKS-4 what is put right is sent on the version that was seen, with the reason', async () => {
  await show('PpksCorrect', { choices, card: ppks(), known: { name: 'Karto Wiyono', nik: '3404070101400001' } })
  await press(t('ppks-act.correct'))
  await said(t('ppks.form.missing'))
  await fill(t('ppks.form.name'), 'Karto Wiyana')
  await fill(t('ppks.form.reason'), 'Salah tulis.')
  await press(t('ppks-act.correct'))
  const { base, data } = await theCommand()
  assert.deepEqual(
    [base, data['name'], data['nik'], data['note']],
    [3, 'Karto Wiyana', '3404070101400001', 'Salah tulis.'],
  )
})

test('PPKS-2 an assessment says what was found, with the risks of the list', async () => {
  await show('PpksAssess', { card: ppks(), choices })
  await press(t('ppks-act.assess'))
  await said(t('ppks.form.missing'))
  await fill(t('ppks.findings'), ' Tinggal sendiri. ')
  await fieldOf('Tidak ada yang merawat').check()
  await press(t('ppks-act.assess'))
  const { data } = await theCommand()
  assert.deepEqual(data, { findings: 'Tinggal sendiri.', risks: ['no-carer'], on: '2026-11-22' })
})

test('PPKS-5 a plan has several services, by an office or by another provider; one that is empty holds it back', async () => {
  await show('PpksPlan', { card: ppks(), choices, act: 'plan' })
  await fill(t('ppks.service.what'), 'Makanan harian')
  await page.getByRole('combobox', { name: t('ppks.service.office'), exact: true }).fill('Dinas')
  await page.getByRole('option', { name: /Dinas Sosial Sleman/ }).click()
  await press(t('ppks.plan.more'))
  await press(t('ppks-act.plan'))
  await said(t('ppks.form.missing'))
  await page.getByLabel(t('ppks.service.what'), { exact: true }).last().fill('Kursi roda')
  await page.getByLabel(optional(t('ppks.service.provider')), { exact: true }).fill('Yayasan Kasih')
  await press(t('ppks-act.plan'))
  const services = (await theCommand()).data['services'] as readonly Record<string, unknown>[]
  assert.deepEqual(
    services.map(({ what, office, provider, from, until }) => [what, office, provider, from, until]),
    [
      ['Makanan harian', ids.office(3), '', '2026-11-22', null],
      ['Kursi roda', null, 'Yayasan Kasih', '2026-11-22', null],
    ],
  )
  assert.notEqual(services[0]?.['service'], services[1]?.['service'])
})

test('PPKS-6 it ends with an outcome, and words are free', async () => {
  await show('PpksEnd', { card: ppks(), choices })
  await press(t('ppks-act.end'))
  await said(t('ppks.form.missing'))
  await select(t('ppks.outcome'), 'moved')
  await press(t('ppks-act.end'))
  assert.deepEqual((await theCommand()).data, { outcome: 'moved', note: '' })
})

for (const act of ['reassess', 'replan', 'reopen', 'monitor'] as const)
  test(`PPKS-2 ${act} goes out with its words, and not without`, async () => {
    await show('PpksNote', { card: ppks(), act, service: null })
    await press(t(`ppks-act.${act}`))
    await said(t('ppks.form.missing'))
    await fill(t(act === 'monitor' ? 'ppks.monitored' : 'ppks.form.reason'), 'Sudah diperiksa.')
    await press(t(`ppks-act.${act}`))
    const { kind, data } = await theCommand()
    assert.equal(kind, `ppks.${act}`)
    assert.deepEqual(data, { note: 'Sudah diperiksa.', ...(act === 'monitor' && { on: '2026-11-22' }) })
  })
