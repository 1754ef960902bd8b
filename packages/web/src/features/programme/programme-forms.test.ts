import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aProgrammeCard, hungerFact, pkhFact } from '../../testing/a-programme-card.ts'
import {
  answers,
  asked,
  call,
  chooseVillage,
  fieldOf,
  fill,
  newKey,
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

const district = { level: 'district', place: '34.04', placeName: 'Sleman', kind: 'secretariat' } as const
const offices = [
  { id: ids.office(7), name: 'Dinas Sosial Sleman', kind: 'agency' },
  { id: ids.office(8), name: 'Puskesos Caturtunggal', kind: 'puskesos' },
]
const choicesPath = '/api/programmes/choices'
beforeEach(() => {
  answers.clear()
  replies.clear()
  replies.set(choicesPath, programmeRoutes.choices.reply.parse({ facts: [pkhFact, hungerFact], offices }))
})

const blank = { card: null, replaces: null }
const value = () => page.getByLabel(t('rule.edit.value'), { exact: true }).first()
const choose = (label: string, option: string) => fieldOf(label).selectOption(option)
/** What has to be said of every programme. */
async function fillWords(): Promise<void> {
  await fill(t('programme.form.name'), 'Beras Lansia ')
  await fill(t('programme.form.gives'), 'Beras 10 kg')
  await fill(t('programme.form.owner-name'), 'Pemkab Sleman')
}
const chooseOffice = async (name: string): Promise<void> => {
  await page.getByRole('combobox', { name: t('programme.form.office') }).click()
  await page.getByRole('option', { name, exact: true }).click()
}

test('PROG-8 a programme is opened with what was chosen and typed, once, and its address is told', async () => {
  await show('CatalogueForm', blank, newKey(), district)
  await fillWords()
  await choose(t('programme.form.sector'), 'food')
  await choose(t('programme.form.unit'), 'family')
  await chooseOffice('Dinas Sosial Sleman')
  await value().fill('4')
  await choose(t('programme.form.excludes'), 'pkh')
  await fill(t('programme.form.note'), 'Diutamakan lansia.')
  await fill(t('programme.form.papers'), ' KTP \n\nKK\nx')
  await press(t('programme.form.save'))
  const { kind, subject, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['programme.open', null])
  assert.deepEqual(
    { ...data, from: '' },
    {
      name: 'Beras Lansia',
      gives: 'Beras 10 kg',
      sector: 'food',
      unit: 'family',
      owner: 'district',
      ownerName: 'Pemkab Sleman',
      place: '34.04',
      office: ids.office(7),
      decides: '',
      papers: ['KTP', 'KK'],
      contact: '',
      schedule: '',
      certainty: 'sure',
      code: '',
      replaces: null,
      from: '',
      rule: { all: [{ fact: 'desil', is: 'at-most', value: 4 }] },
      legal: '',
      note: 'Diutamakan lansia.',
      conflicts: [],
      excludes: ['pkh'],
    },
  )
  assert.deepEqual(await told(), [['onDone', `/program/34.04/${subject}`]])
})

test('PROG-8 what is missing is told at its place, and nothing is sent', async () => {
  await show('CatalogueForm', blank, newKey(), district)
  await press(t('programme.form.save'))
  await said(t('programme.form.rule'))
  await said(t('rule-fault.wrong-value'))
  // The name of the owner is that of the acting office already.
  assert.equal(await times(t('programme.form.missing')), 2)
  await value().fill('empat')
  await press(t('programme.form.save'))
  await said(t('rule-fault.wrong-value'))
  assert.deepEqual(await sent(), [])
})

test('PROG-9 an office above says for which village, and a village writes for itself', async () => {
  await show('CatalogueForm', blank, newKey(), district)
  await fillWords()
  await value().fill('4')
  await choose(t('programme.form.owner'), 'village')
  await press(t('programme.form.save'))
  await said(t('programme.form.missing'))
  assert.deepEqual(await sent(), [])
  await chooseVillage(t('programme.form.village'))
  await press(t('programme.form.save'))
  assert.equal((await theCommand()).data['place'], '34.04.07.2001')
  await show('CatalogueForm', blank)
  assert.equal(await fieldOf(t('programme.form.village')).count(), 0)
  await fillWords()
  await value().fill('4')
  await press(t('programme.form.save'))
  const { data } = await theCommand()
  assert.deepEqual([data['owner'], data['place']], ['village', '34.04.07.2001'])
})

test('PROG-9 what was chosen for a village is not taken along when the district’s own is written', async () => {
  await show('CatalogueForm', blank, newKey(), district)
  await fillWords()
  await value().fill('4')
  await choose(t('programme.form.owner'), 'village')
  await chooseVillage(t('programme.form.village'))
  await choose(t('programme.form.owner'), 'district')
  await press(t('programme.form.save'))
  const { data } = await theCommand()
  assert.deepEqual([data['owner'], data['place']], ['district', '34.04'])
})

test('PROG-17 a rule is put together with what the district asks and with other programmes, by choosing', async () => {
  await show('CatalogueForm', blank, newKey(), district)
  await fillWords()
  await fieldOf(t('rule.edit.fact')).selectOption({ label: 'Makan kurang dari dua kali' })
  await press(t('rule.edit.add'))
  await fieldOf(t('rule.edit.fact')).last().selectOption({ label: 'Kepesertaan PKH' })
  await fieldOf(t('rule.edit.is'))
    .last()
    .selectOption({ label: t('rule-is.in') })
  await page.getByLabel(t('taking.stopped'), { exact: true }).check()
  await page.getByLabel(t('taking.never'), { exact: true }).check()
  await press(t('programme.form.save'))
  assert.deepEqual((await theCommand()).data['rule'], {
    all: [
      { fact: 'lokal-makan', is: 'eq', value: true },
      { fact: 'program-pkh', is: 'in', value: ['stopped', 'never'] },
    ],
  })
})

test('PROG-11 a local rule begins as the general one is, under the name of whoever writes it', async () => {
  const replaces = aProgrammeCard({ district: '00', place: '00', owner: 'central', ownerName: 'Kemensos', code: 'x' })
  await show('CatalogueForm', { card: null, replaces }, newKey(), district)
  await said(t('programme.replace.hint'))
  await press(t('programme.form.save'))
  const { district: home, data } = await theCommand()
  assert.equal(home, '34.04')
  assert.deepEqual(
    [data['replaces'], data['code'], data['owner'], data['office'], data['excludes'], data['conflicts']],
    [replaces.id, 'x', 'district', null, ['pkh'], [{ says: 'Desil 1–5', source: 'Laman dinas' }]],
  )
  assert.deepEqual(data['rule'], {
    all: [
      { fact: 'desil', is: 'at-most', value: 4 },
      { fact: 'lokal-makan', is: 'eq', value: true },
    ],
  })
})

test('PROG-8 other words leave the criteria alone, and the office that decides is changed or taken away', async () => {
  const card = aProgrammeCard()
  await show('CatalogueForm', { card, replaces: null }, newKey(), district)
  assert.equal(await page.getByText(t('programme.form.criteria')).count(), 0)
  await chooseOffice('Puskesos Caturtunggal')
  await fill(t('programme.form.contact'), '0274-999')
  await press(t('programme.form.save'))
  const changed = await theCommand()
  assert.deepEqual([changed.kind, changed.subject, changed.base], ['programme.change', card.id, 3])
  assert.deepEqual([changed.data['office'], changed.data['contact']], [ids.office(8), '0274-999'])
  assert.ok(!('rule' in changed.data))
  await show('CatalogueForm', { card, replaces: null }, newKey(), district)
  await chooseOffice(t('programme.form.office.outside'))
  await press(t('programme.form.save'))
  assert.equal((await theCommand()).data['office'], null)
})

test('PROG-9 an office that can not be chosen any more stays, while nobody chooses another', async () => {
  const card = aProgrammeCard({ office: ids.office(9), officeName: 'Dinas Lama' })
  await show('CatalogueForm', { card, replaces: null }, newKey(), district)
  assert.equal(await page.getByRole('combobox', { name: t('programme.form.office') }).inputValue(), 'Dinas Lama')
  await press(t('programme.form.save'))
  assert.equal((await theCommand()).data['office'], ids.office(9))
})

test('PROG-10 new criteria begin as those of today, with what they exclude and who differs, and keep what was typed', async () => {
  const card = aProgrammeCard()
  const key = newKey()
  await show('CatalogueCriteria', { card }, key, district)
  await value().fill('3')
  await press(t('rule.edit.remove', { what: 'PKH' }))
  await press(t('programme.form.conflicts.add'))
  await fieldOf(t('programme.form.conflicts.says')).last().fill('Desil 1–2')
  await press(t('programme.form.save'))
  await said(t('programme.form.conflicts.half'))
  assert.deepEqual(await sent(), [])
  await fieldOf(t('programme.form.conflicts.source')).last().fill('Surat edaran')
  await press(t('programme.form.save'))
  const { kind, subject, base, data } = await theCommand()
  assert.deepEqual([kind, subject, base], ['programme.set-criteria', card.id, 3])
  assert.deepEqual(data, {
    from: '2026-11-22',
    rule: {
      all: [
        { fact: 'desil', is: 'at-most', value: 3 },
        { fact: 'lokal-makan', is: 'eq', value: true },
      ],
    },
    legal: 'Perbup 7/2026',
    note: 'Diutamakan lansia.',
    conflicts: [
      { says: 'Desil 1–5', source: 'Laman dinas' },
      { says: 'Desil 1–2', source: 'Surat edaran' },
    ],
    excludes: [],
  })
  assert.deepEqual(await told(), [['onClose', false]])
})

test('PROG-18 a programme can not be chosen as one that excludes itself', async () => {
  await show('CatalogueCriteria', { card: aProgrammeCard({ code: 'pkh' }) }, newKey(), district)
  const offered = await fieldOf(t('programme.form.excludes')).first().locator('option').allTextContents()
  assert.ok(!offered.includes('PKH'))
})

test('PROG-10 without signal, and before it is known what may be asked, what is known everywhere can still be asked', async () => {
  replies.set(choicesPath, 'cut')
  await show('CatalogueForm', blank, newKey(), district)
  await fillWords()
  await value().fill('4')
  await call('answerWith', 'waiting')
  await press(t('programme.form.save'))
  await theCommand()
  assert.deepEqual(await told(), [['onDone', null]])
})

test('PROG-8 what is refused says why, and what was typed is still there', async () => {
  await show('CatalogueForm', blank, newKey(), district)
  await fillWords()
  await value().fill('4')
  await call('answerWith', 'refused')
  await press(t('programme.form.save'))
  await said('Ditolak.')
  assert.equal(await fieldOf(t('programme.form.name')).inputValue(), 'Beras Lansia ')
  const [first] = await sent()
  await call('answerWith', 'accepted')
  await press(t('programme.form.save'))
  await told()
  const [, second] = await sent()
  assert.equal(second?.subject, first?.subject, 'it is one programme still')
})

test('PROG-10 a programme ends from a day on, with a reason', async () => {
  const card = aProgrammeCard()
  await show('CatalogueEnd', { card }, newKey(), district)
  await press(t('programme.end'))
  await said(t('programme.form.missing'))
  assert.deepEqual(await sent(), [])
  await fill(t('programme.end.note'), ' Anggaran habis. ')
  await press(t('programme.end'))
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base, data], ['programme.end', 3, { from: '2026-11-22', note: 'Anggaran habis.' }])
})

const slice = (own: object) =>
  programmeRoutes.try.reply.parse({
    looked: 2000,
    counts: { eligible: 500, 'cannot-tell': 300, 'not-eligible': 1200 },
    next: null,
    examples: [],
    ...own,
  })
const triedWith = () => asked.filter(({ path }) => path === '/api/programmes/try').map(({ body }) => body)

test('PROG-13 slices are asked for one after the other, added up, and a rule that is broken can not be tried', async () => {
  const next = ids.staff(9)
  answers.set('/api/programmes/try', (_query, body) =>
    Reflect.get(Object(body), 'after') === null
      ? slice({ next })
      : slice({ looked: 7, counts: { eligible: 1, 'cannot-tell': 2, 'not-eligible': 4 } }),
  )
  await show('CatalogueForm', blank, newKey(), district)
  assert.ok(await page.getByRole('button', { name: t('try.start') }).isDisabled())
  await value().fill('4')
  await press(t('try.start'))
  await said(t('try.done', { n: '2.007' }))
  for (const sum of ['501', '302', '1.204']) await said(sum)
  const rule = { all: [{ fact: 'desil', is: 'at-most', value: 4 }] }
  assert.deepEqual(triedWith(), [
    { district: '34.04', unit: 'family', rule, after: null },
    { district: '34.04', unit: 'family', rule, after: next },
  ])
  assert.deepEqual(await sent(), [], 'nothing is saved by trying')
})

test('PROG-13 counting can be stopped, says when the line breaks, and when there is nobody to count', async () => {
  answers.set('/api/programmes/try', () =>
    slice({ looked: 0, counts: { eligible: 0, 'cannot-tell': 0, 'not-eligible': 0 } }),
  )
  await show('CatalogueForm', blank, newKey(), district)
  await value().fill('4')
  await press(t('try.start'))
  await said(t('try.none'))
  answers.set('/api/programmes/try', () => 'cut')
  await press(t('try.start'))
  await page.locator('.try .editor__fault').waitFor()
  answers.set('/api/programmes/try', () => slice({ next: ids.staff(9) }))
  await press(t('try.start'))
  await press(t('try.stop'))
  await page.getByRole('button', { name: t('try.start') }).waitFor()
})
