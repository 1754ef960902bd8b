import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubleRoutes, linkLine, mergePreview } from '@openslrt/core/contract/doubles.ts'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { familyCard, personCard, registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { shippedCodes } from '@openslrt/core/registry/shipped-codes.ts'
import {
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
} from '../../testing/form-stage.ts'

const nth = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const district = '34.04'
const village = { place: '34.04.07.2001', placeName: 'Caturtunggal' }
const completeness = { known: 1, asked: 2, percent: 50 }
const rights = ['registry.read', 'registry.edit', 'registry.merge'] as const
const asManager = { permissions: rights, level: 'district', place: district }
const person = (own: object = {}) =>
  personCard.parse({
    ...village,
    district,
    id: nth(2),
    version: 3,
    family: nth(1),
    name: 'Siti Aminah',
    age: 46,
    status: 'known',
    mergedInto: null,
    today: '2026-11-22',
    said: { status_hubungan_keluarga: '1', nomor_induk_kependudukan: '3404**********01' },
    completeness,
    doubts: [],
    changedAt: 0,
    ...own,
  })
const family = familyCard.parse({
  line: {
    ...village,
    district,
    id: nth(1),
    version: 4,
    head: 'Siti Aminah',
    members: 2,
    address: 'RT 04',
    kk: null,
    desil: 2,
    complete: 30,
    status: 'known',
    changedAt: 0,
  },
  said: {},
  completeness,
  doubts: [],
  mergedInto: null,
  today: '2026-11-22',
  members: [person(), person({ id: nth(3), version: 8, name: 'Budi', said: { status_hubungan_keluarga: '3' } })],
  cases: [],
  mayEdit: true,
  mayReveal: false,
})
replies.set(
  '/api/registry/choices',
  registryRoutes.choices.reply.parse({
    lists: Object.fromEntries(codeLists.map((list) => [list, shippedCodes.filter((item) => item.list === list)])),
    local: [],
  }),
)
replies.set('/api/registry/family', family)
replies.set('/api/registry/links', { items: [] })
replies.set('/api/registry/erasures', { items: [], total: 0, page: 1, size: 25 })
const relation = (code: string): string =>
  shippedCodes.find((item) => item.list === 'status_hubungan_keluarga' && item.code === code)?.names.id ??
  assert.fail(code)

const openFamily = async (act: string): Promise<void> => {
  await show('FamilyCardScreen', { params: { district, id: nth(1) } }, newKey(), asManager)
  await page.getByRole('button', { name: act, exact: true }).first().click()
}
const openPerson = async (act: string, own: object = {}): Promise<void> => {
  replies.set('/api/registry/person', person(own))
  await show('PersonCardScreen', { params: { district, id: nth(2) } }, newKey(), asManager)
  await page.getByRole('button', { name: act, exact: true }).first().click()
}
const home = (name: string, of: number, family_: number) => ({
  ...village,
  id: nth(of),
  district,
  name,
  nik: null,
  birthDate: null,
  sex: null,
  family: nth(family_),
  status: 'known',
})
/** Looks families up by one of their people. */
async function search(words: string, ...found: readonly ReturnType<typeof home>[]): Promise<void> {
  const read = { as: 'name', name: words, birth: null, year: null, places: [] }
  const reply = findRoutes.find.reply.parse({ items: found, more: false, read, elsewhere: [], limited: false })
  replies.set('/api/registry/find', reply)
  await fill(t('family.pick.label'), words)
  await press(t('family.pick.find'))
}
const ofFound = (name: string) => page.getByRole('radio', { name: t('family.pick.one', { name }) })

test('DOUBLE-11 a family is compared with one that was chosen; a choice out of sight is none', async () => {
  await openFamily(t('family.merge'))
  await press(t('family.merge.compare'))
  await said(t('family.pick.missing'))
  await search('Paijo', home('Paijo', 20, 7), home('Sendiri', 21, 1))
  await ofFound('Paijo').check()
  assert.equal(await ofFound('Sendiri').count(), 0, 'a family is not merged into itself')
  await search('Tukiyem', home('Tukiyem', 22, 8))
  await ofFound('Tukiyem').waitFor()
  const before = await call('wentTo')
  await press(t('family.merge.compare'))
  assert.equal(await call('wentTo'), before, 'Paijo was chosen of another search')
  await ofFound('Tukiyem').check()
  await press(t('family.merge.compare'))
  assert.equal(await call('wentTo'), `/keluarga/ganda/34.04/${nth(1)}/${nth(8)}?jenis=keluarga`)
  assert.deepEqual(await sent(), [], 'nothing is done before the two are compared')
})

test('REGISTRY-22 somebody is moved to the family that is chosen in sight, as what, and why, on what was seen', async () => {
  await openFamily(t('family.move-person'))
  await press(t('person.move.send'))
  for (const words of ['person.move.who.missing', 'family.pick.missing', 'person.move.relation.missing'] as const)
    await page.getByText(t(words), { exact: true }).first().waitFor()
  await fieldOf('Budi').check()
  await search('Paijo', home('Paijo', 20, 7))
  await ofFound('Paijo').check()
  await page
    .getByRole('combobox')
    .last()
    .selectOption({ label: relation('3') })
  await page.getByLabel(t('family.source'), { exact: true }).last().fill(' Menikah ')
  await press(t('person.move.send'))
  const { kind, subject, base, data } = await theCommand()
  assert.deepEqual([kind, subject, base], ['registry.join-family', nth(3), 8])
  assert.deepEqual([data['family'], data['from'], data['relation'], data['source']], [nth(7), nth(1), '3', 'Menikah'])
  assert.equal(await call('wentTo'), `/keluarga/34.04/${nth(7)}`)
})

test('REGISTRY-22 a family is founded once, also where the move after it was refused first', async () => {
  await openPerson(t('person.move'))
  await fieldOf(t('person.move.to.new')).check()
  await page.getByLabel(t('family.source'), { exact: true }).last().fill('Pisah rumah')
  await call('answerInTurn', ['accepted', 'refused'])
  await press(t('person.move.send'))
  await page.getByText('Ditolak.').first().waitFor()
  await press(t('person.move.send'))
  await page.waitForFunction('globalThis.parts.sent().length === 4')
  const all = await sent()
  assert.deepEqual(
    all.map(({ kind }) => kind),
    ['registry.add-family', 'registry.join-family', 'registry.add-family', 'registry.join-family'],
  )
  const [first, joined, again] = all
  assert.equal(first?.subject, again?.subject, 'one family')
  assert.deepEqual([joined?.subject, Object(joined?.data).family], [nth(2), first?.subject])
  assert.equal(Object(joined?.data).relation, '1', 'who founds it is its head')
})

test('REGISTRY-22 a family goes to another village, never to its own', async () => {
  await openFamily(t('family.move'))
  await press(t('person.move.send'))
  await said(t('family.new.village.missing'))
  await chooseVillage(t('family.new.village'))
  await page.getByLabel(t('family.source'), { exact: true }).last().fill('Ikut anak')
  await press(t('person.move.send'))
  await said(t('family.move.same'))
  assert.deepEqual(await sent(), [])
})

test('REGISTRY-15 who leaves a family says why, and goes out of it on what was seen', async () => {
  await openPerson(t('person.leave'))
  await press(t('person.leave'))
  await said(t('family.source.missing'))
  await fill(t('family.source'), ' a ')
  await press(t('person.leave'))
  assert.deepEqual(await sent(), [], 'one letter is no reason')
  await fill(t('family.source'), ' Merantau ')
  await press(t('person.leave'))
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['registry.leave-family', 3])
  assert.deepEqual(data, { way: 'desk', source: 'Merantau', ref: null })
})

for (const [of, act, status, version] of [
  ['family', 'family.mark', 'moved', 4],
  ['person', 'person.mark', 'dead', 3],
] as const)
  test(`REGISTRY-16 a ${of} is marked as what it is not already, with a day that has come`, async () => {
    await (of === 'family' ? openFamily(t(act)) : openPerson(t(act)))
    await press(t('family.edit.send'))
    await said(t('person.mark.same'))
    await page
      .getByRole('radio', { name: t(`person-status.${status}`), exact: true })
      .last()
      .check()
    await page.getByLabel(t('family.source'), { exact: true }).last().fill('Surat RT')
    await fill(t('person.mark.day'), '23/11/2026')
    await press(t('family.edit.send'))
    await said(t('person.mark.day.missing'))
    assert.deepEqual(await sent(), [], 'tomorrow has not come')
    await fill(t('person.mark.day'), '22/11/2026')
    await press(t('family.edit.send'))
    const { kind, base, data } = await theCommand()
    assert.deepEqual([kind, base], ['registry.mark', version])
    assert.deepEqual(data, { of, status, on: '2026-11-22', way: 'desk', source: 'Surat RT', ref: null })
  })

test('REGISTRY-14 a desil is recorded with the day on which it was seen, and where; no day that is to come', async () => {
  await openFamily(t('family.desil.record'))
  await press(t('family.edit.send'))
  for (const words of ['family.desil.missing', 'family.desil.day.missing', 'family.desil.source.missing'] as const)
    await said(t(words))
  await fieldOf(t('family.desil.value')).selectOption('3')
  await fill(t('family.desil.day'), '01/12/2026')
  await fill(t('family.desil.source'), ' Cek DTSEN ')
  await press(t('family.edit.send'))
  assert.deepEqual(await sent(), [])
  await fill(t('family.desil.day'), '10/07/2026')
  await press(t('family.edit.send'))
  assert.deepEqual((await theCommand()).data, {
    of: 'family',
    values: {},
    desil: { value: 3, on: '2026-07-10', source: 'Cek DTSEN' },
    way: 'desk',
    source: 'Cek DTSEN',
    ref: null,
  })
})

test('REGISTRY-13 somebody new needs a name; their NIK says birth and sex, and one id lasts for the form', async () => {
  await openFamily(t('family.members.add'))
  await press(t('family.edit.send'))
  await said(t('family.new.name.missing'))
  await page.getByRole('textbox').first().fill('Tukiyem')
  const nik = page.getByRole('dialog').getByRole('textbox').nth(1)
  await nik.pressSequentially('3404 0745 0680 0001')
  await call('answerInTurn', ['refused'])
  await press(t('family.edit.send'))
  await page.getByText('Ditolak.').first().waitFor()
  await press(t('family.edit.send'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const [first, second, ...others] = await sent()
  assert.deepEqual([first?.subject, others], [second?.subject, []])
  assert.deepEqual([Object(second?.data).place, Object(second?.data).family], [village.place, nth(1)])
  assert.deepEqual(Object(second?.data).values, {
    nama: 'Tukiyem',
    nomor_induk_kependudukan: '3404 0745 0680 0001',
    jenis_kelamin: '2',
    tanggal_lahir: '1980-06-05',
  })
})

test('DOUBLE-12 another district is asked with a reason, once however often it is pressed', async () => {
  await openPerson(t('link.ask'))
  await press(t('link.ask.send'))
  await page.getByRole('dialog').getByText(t('link.ask.note.missing')).nth(1).waitFor()
  assert.deepEqual(await sent(), [])
  await fill(t('link.ask.note'), ' Pindah bulan lalu ')
  await call('slow')
  for (const key of ['Enter', 'Enter']) await fieldOf(t('link.ask.note')).press(key)
  await call('release')
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base, data], ['registry.ask-link', 0, { person: nth(2), note: 'Pindah bulan lalu' }])
})

const link = (own: object = {}) =>
  linkLine.parse({
    id: nth(30),
    district,
    version: 5,
    status: 'asked',
    asked: false,
    otherName: 'Kabupaten Bantul',
    officeName: '',
    note: '',
    at: 0,
    answeredAt: null,
    person: nth(2),
    personName: 'Siti Aminah',
    mayAnswer: true,
    mayEnd: false,
    ...own,
  })
for (const [word, same] of [
  ['link.yes', true],
  ['link.no', false],
] as const)
  test(`DOUBLE-12 ${word} goes out alone: until it is heard nothing else can be said`, async () => {
    await show('LinkItem', { link: link() }, newKey(), asManager)
    await call('slow')
    await press(t(word))
    // A button that waits says so and not its word.
    await page
      .getByRole('button')
      .nth(same ? 1 : 0)
      .dispatchEvent('click')
    await call('release')
    const { kind, subject, base, data } = await theCommand()
    assert.deepEqual([kind, subject, base], ['registry.answer-link', nth(30), 5])
    assert.deepEqual(data, { person: nth(2), same })
  })

test('DOUBLE-12 a link is ended on what was seen, and where that is refused it says why', async () => {
  await show('LinkItem', { link: link({ status: 'confirmed', mayAnswer: false, mayEnd: true }) }, newKey(), asManager)
  await call('answerWith', 'refused')
  await press(t('link.end.confirmed'))
  await page.getByText('Ditolak.').first().waitFor()
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base, data], ['registry.end-link', 5, {}])
})

const preview = (of: 'person' | 'family') =>
  mergePreview.parse({
    district,
    of,
    kept: { id: nth(1), version: 3, name: 'Siti', placeName: 'Caturtunggal', members: [] },
    gone: { id: nth(2), version: 9, name: 'St.', placeName: 'Maguwoharjo', members: [] },
    fields: [
      { field: 'status_kawin', kept: '2', gone: '4', same: false, take: true },
      { field: 'agama', kept: 'islam', gone: 'katolik', same: false, take: false },
      { field: 'sex', kept: 'P', gone: 'P', same: true, take: false },
    ],
    follows: [],
    score: 80,
    reasons: [],
  })
async function compare(of: 'person' | 'family'): Promise<void> {
  replies.set(doubleRoutes.preview.path, preview(of))
  await call('goTo', `/keluarga/ganda/x${of === 'family' ? '?jenis=keluarga' : ''}`)
  await show('MergeScreen', { params: { district, kept: nth(1), gone: nth(2) } }, newKey(), asManager)
  await page.getByRole('radio').first().waitFor()
}

test('DOUBLE-6 a merge takes the fields that are chosen, on the versions that were compared', async () => {
  await compare('person')
  const radios = page.getByRole('radio')
  assert.ok(await radios.nth(1).isChecked(), 'what stands if nobody chooses')
  await radios.nth(0).check()
  await radios.nth(3).check()
  await call('answerInTurn', ['refused'])
  await press(t('merge.do'))
  await page.getByText('Ditolak.').first().waitFor()
  assert.ok(await radios.nth(3).isChecked(), 'a no takes no choice away')
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['registry.merge', null])
  const two = { of: 'person', kept: nth(1), gone: nth(2) }
  assert.deepEqual(data, { ...two, take: ['agama'], keptVersion: 3, goneVersion: 9 })
  await compare('person')
  await press(t('merge.not-same'))
  assert.deepEqual((await theCommand()).data, two)
  assert.equal(await call('wentTo'), '/keluarga/ganda')
})

test('DOUBLE-11 two families are merged, and the one that stays is opened; that they are two is said of people alone', async () => {
  await compare('family')
  assert.equal(await page.getByRole('button', { name: t('merge.not-same') }).count(), 0)
  await press(t('merge.do'))
  assert.deepEqual((await theCommand()).data['take'], ['status_kawin'])
  assert.equal(await call('wentTo'), `/keluarga/34.04/${nth(1)}`)
  assert.ok(asked.some(({ path }) => path === doubleRoutes.preview.path))
})
