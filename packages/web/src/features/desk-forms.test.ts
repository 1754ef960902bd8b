import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankActs } from '@openslrt/core/blank/moves.ts'
import { blankLine, blankRoutes } from '@openslrt/core/contract/blank.ts'
import { type MeetingPage, meetingPage, meetingRoutes, taskLine } from '@openslrt/core/contract/meeting-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { dayMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
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
  times,
  told,
} from '../testing/form-stage.ts'
import { callOf } from './meeting/call-values.ts'

const askedOf = (path: string) => asked.filter((one) => one.path === path).map(({ body }) => body)
const district = ledgerCode.parse('34.04')
const [secretariat, hospital] = [
  { id: ids.office(3), name: 'Sekretariat SLRT Sleman' },
  { id: ids.office(7), name: 'RSUD Sleman' },
]
const of = { district, id: ids.case(1), number: '3404-26-000001', opens: true }
const aMeeting = (own: object = {}): MeetingPage =>
  meetingPage.parse({
    id: ids.meeting(1),
    district,
    kindNames: { id: 'Rapat tim teknis', en: 'Technical team meeting' },
    nth: 1,
    officeName: secretariat.name,
    status: 'held',
    startsAt: Date.parse('2026-11-24T09:30:00+07:00'),
    version: 4,
    kind: 'technical-team',
    office: secretariat,
    offices: [secretariat, hospital],
    callerName: 'Maryanto',
    lasts: 75,
    zone: 'Asia/Jakarta',
    place: 'Ruang rapat',
    link: '',
    points: [
      { id: ids.point(1), case: of, title: 'Rumah singgah', minutes: 'Setuju.' },
      { id: ids.point(2), case: { ...of, opens: false }, title: null, minutes: null },
      { id: ids.point(3), case: null, title: 'Anggaran', minutes: '' },
    ],
    seats: [{ office: hospital.id, present: false, names: '' }],
    note: null,
    follows: null,
    tasks: [],
    carried: [],
    acts: [],
    next: null,
    dueDays: [1, 5, 10].map((days) => ({ days, day: `2026-12-${10 + days}` })),
    people: [
      { staff: ids.staff(4), name: 'Ratna', office: hospital.id },
      { staff: ids.staff(5), name: 'Budi', office: secretariat.id },
    ],
    ...own,
  })

test('MEET-9 a decision names an office that takes part, and a person of that office and of no other', async () => {
  await show('DecideForm', { meeting: aMeeting() })
  await press(t('meeting.act.decide'))
  await said(t('task.form.text.missing'))
  await said(t('task.form.office.missing'))
  await fill(t('task.form.text'), ' Siapkan kamar. ')
  await fieldOf(t('task.form.office')).selectOption(hospital.id)
  const person = fieldOf(t('task.form.person'))
  assert.deepEqual(await person.locator('option').allInnerTexts(), [t('task.form.person.none'), 'Ratna'])
  await person.selectOption(ids.staff(4))
  await fieldOf(t('task.form.office')).selectOption(secretariat.id)
  assert.equal(await person.inputValue(), '', 'whoever was chosen at the other office is not taken along')
  await fieldOf(t('task.form.point')).selectOption('')
  await press(t('meeting.act.decide'))
  const { data, base, subject } = await theCommand()
  assert.deepEqual([base, subject], [null, ids.meeting(1)])
  const { task, ...said2 } = data
  assert.notEqual(task, ids.meeting(1))
  assert.deepEqual(said2, { point: null, office: secretariat.id, person: null, text: 'Siapkan kamar.', days: 5 })
})

test('MEET-5 minutes go out for the points that the writer may read of, with who came of all who take part', async () => {
  await show('MinuteForm', { meeting: aMeeting() })
  assert.equal(await page.getByRole('textbox').count(), 3, 'two points, and the names of who came')
  assert.equal(await fieldOf(`${t('meeting.case', { number: of.number })}: Rumah singgah`).inputValue(), 'Setuju.')
  await fill('Anggaran', ' Cukup.\n')
  await fieldOf(hospital.name).check()
  await page.getByRole('textbox').last().fill(' dr. Ratna ')
  await press(t('meeting.form.save'))
  const { data, base } = await theCommand()
  assert.equal(base, 4)
  assert.deepEqual(data['minutes'], [
    { point: ids.point(1), text: 'Setuju.' },
    { point: ids.point(3), text: 'Cukup.' },
  ])
  assert.deepEqual(data['seats'], [
    { office: secretariat.id, present: true, names: '' },
    { office: hospital.id, present: true, names: 'dr. Ratna' },
  ])
})

test('MEET-4 at the beginning everybody is taken to be there who was not said to be away', async () => {
  await show('HoldForm', { meeting: aMeeting({ status: 'planned' }) })
  await press(t('meeting.act.hold'))
  const { data, kind, base } = await theCommand()
  assert.deepEqual([kind, base], ['meeting.hold', 4])
  assert.deepEqual(data['seats'], [
    { office: secretariat.id, present: true, names: '' },
    { office: hospital.id, present: false, names: '' },
  ])
})

test('MEET-3, MEET-6 a meeting is cancelled for a reason, on what was seen; it is closed with whatever was written last', async () => {
  await show('CancelForm', { meeting: aMeeting() })
  await fill(t('meeting.form.note'), '  ')
  await press(t('meeting.act.cancel'))
  await said(t('meeting.form.note.missing'))
  await fill(t('meeting.form.note'), 'Hujan.')
  await press(t('meeting.act.cancel'))
  assert.deepEqual((({ base, data }) => [base, data])(await theCommand()), [4, { note: 'Hujan.' }])
  await show('CloseForm', { meeting: aMeeting() })
  await press(t('meeting.act.close'))
  assert.deepEqual((({ base, data }) => [base, data])(await theCommand()), [null, {}])
})

for (const [action, word, needed] of [
  ['task-done', 'done', false],
  ['task-fail', 'fail', true],
  ['task-reopen', 'reopen', true],
] as const)
  test(`MEET-12 ${action} goes out for its task, ${needed ? 'never without' : 'also without'} words`, async () => {
    const task = taskLine.parse({
      id: ids.task(1),
      district,
      meeting: ids.meeting(1),
      point: null,
      case: null,
      officeName: hospital.name,
      personName: null,
      text: 'Siapkan kamar',
      dueDay: '2026-11-09',
      dueAt: 0,
      late: false,
      status: 'open',
      note: null,
      madeAt: 0,
      acts: [action],
    })
    await show('SettleForm', { task, action })
    await press(t(`task.${word}`))
    if (needed) {
      await said(t('task.note.missing'))
      assert.deepEqual(await sent(), [])
      await fill(t('task.note'), ' Penuh. ')
      await press(t(`task.${word}`))
    }
    const { kind, subject, base, data } = await theCommand()
    assert.deepEqual([kind, subject, base], [`meeting.${action}`, ids.meeting(1), null])
    assert.deepEqual(data, { task: ids.task(1), note: needed ? 'Penuh.' : '' })
  })

const choices = meetingRoutes.choices.reply.parse({
  kinds: [{ code: 'case-conference', names: { id: 'Pembahasan kasus', en: 'Case conference' }, months: 0 }],
  offices: [{ ...hospital, placeName: 'Sleman', kind: 'provider' }],
  zone: 'Asia/Jakarta',
})

test('MEET-2 an invitation that is changed in nothing goes out as it was, also of a length and a zone of its own', async () => {
  replies.set('/api/meetings/choices', choices)
  const meeting = aMeeting({ zone: 'Asia/Jayapura' })
  const points = meeting.points.map((point) => ({ id: point.id, case: point.case, title: point.title ?? '' }))
  const initial = callOf(meeting, meeting.startsAt, points)
  await show('CallForm', { draft: 'ubah', initial, before: { meeting, follows: false } })
  await page.getByText(hospital.name).first().waitFor()
  await press(t('meeting.form.save'))
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['meeting.change', 4])
  assert.deepEqual([data['startsAt'], data['lasts']], ['2026-11-24T02:30:00.000Z', 75])
  assert.deepEqual([data['offices'], data['place']], [[hospital.id], 'Ruang rapat'])
  assert.deepEqual(data['points'], [
    { id: ids.point(1), case: { district, id: ids.case(1) }, title: 'Rumah singgah' },
    { id: ids.point(2), case: { district, id: ids.case(1) }, title: '' },
    { id: ids.point(3), case: null, title: 'Anggaran' },
  ])
})

test('MEET-23 an invited office that may be invited no more keeps its name on the list', async () => {
  const closed = { id: ids.office(9), name: 'Panti Tutup' }
  const meeting = aMeeting({ offices: [secretariat, closed] })
  replies.set('/api/meetings/choices', choices)
  const initial = callOf(meeting, meeting.startsAt, [])
  await show('CallForm', { draft: 'tutup', initial, before: { meeting, follows: false } })
  await said('Panti Tutup')
  assert.equal(await times(closed.id), 0)
})

const monday = startOfDay('Asia/Jakarta', '2099-11-02')
const roster = {
  office: ids.office(1),
  officeName: 'Puskesos Caturtunggal',
  district,
  now: monday - dayMs,
  until: monday + 28 * dayMs,
  current: null,
  turns: [],
  gaps: [],
  people: [{ id: ids.staff(5), name: 'Siti Aminah' }],
}

test('DUTY-3 a gap is filled with its own whole days, and the answer names who and when', async () => {
  await show('NameTurn', { roster, days: { from: monday, until: monday + 2 * dayMs } })
  await press(t('duty.save'))
  await said(t('duty.who.missing'))
  await fieldOf(t('duty.who')).selectOption(ids.staff(5))
  await press(t('duty.save'))
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base], ['duty.name', null])
  assert.deepEqual(data, { office: ids.office(1), staff: ids.staff(5), from: '2099-11-02', until: '2099-11-03' })
  const [[, words] = []] = await told()
  assert.match(String(words), /Siti Aminah.*2 Nov 2099 sampai .*3 Nov 2099/)
})

test('DUTY-5 a turn that runs is ended, one that is to come is cancelled: both on what was seen', async () => {
  const turn = { id: ids.point(1), version: 6, staff: ids.staff(5), name: 'Siti Aminah', here: true, leaves: [] }
  for (const [from, word] of [
    [monday - 2 * dayMs, 'duty.end'],
    [monday, 'duty.cancel'],
  ] as const) {
    await show('EndTurn', { roster, turn: { ...turn, from, until: monday + dayMs } })
    await press(t(word))
    const { kind, subject, base, data } = await theCommand()
    assert.deepEqual([kind, subject, base, data], ['duty.end', ids.point(1), 6, {}])
  }
})

const aBlank = blankLine.parse({
  id: ids.point(2),
  district,
  version: 3,
  batch: ids.point(9),
  number: 'F3404-26-012-07',
  status: 'issued',
  note: '',
  issuedAt: 0,
  changedAt: 0,
  case: null,
})

test('BLANK-1 void and lost say why; found may', async () => {
  for (const move of new Set([...blankActs('issued'), ...blankActs('lost')])) {
    await show('FormDialog', { line: aBlank, move })
    await press(t(`blank.${move}`))
    if (move !== 'find') {
      await said(t('blank.note.missing'))
      assert.deepEqual(await sent(), [], move)
      await fill(t('blank.note'), ' Basah ')
      await press(t(`blank.${move}`))
    }
    const { kind, subject, base, data } = await theCommand()
    assert.deepEqual([kind, subject, base], [`blank.${move}`, ids.point(2), 3])
    assert.deepEqual(data, { note: move === 'find' ? '' : 'Basah' })
  }
})

test('BLANK-2 a batch has from one to the most sheets, and is issued once however often Enter is pressed', async () => {
  const counts = { issued: 0, typed: 0, void: 0, lost: 0 }
  replies.set(
    '/api/forms',
    blankRoutes.list.reply.parse({ items: [], total: 0, page: 1, size: 25, counts, batches: [] }),
  )
  await show('IssuePart', {})
  const size = fieldOf(t('blank.size'))
  for (const wrong of ['', '0', '-3', '1,5', '1001', 'sepuluh']) {
    await size.fill(wrong)
    await size.press('Enter')
    assert.deepEqual(await sent(), [], wrong)
  }
  await call('slow')
  await size.fill(' 12 ')
  for (const key of ['Enter', 'Enter']) await size.press(key)
  await call('release')
  const { data, subject } = await theCommand()
  assert.deepEqual(data, { size: 12 })
  await page.waitForFunction('globalThis.parts.wentTo() !== "/"')
  assert.equal(await call('wentTo'), `/formulir?cetakan=${subject}`)
})

const lists = referenceRoutes.lists.reply.parse({
  lists: {
    category: [
      {
        code: 'pbi-inactive',
        names: { id: 'PBI tidak aktif', en: 'PBI' },
        data: { sector: 'social', kinds: ['complaint'] },
      },
      {
        code: 'violence',
        names: { id: 'Kekerasan', en: 'Violence' },
        data: { sector: 'social', restricted: 'violence' },
      },
    ],
    sector: [{ code: 'social', names: { id: 'Sosial', en: 'Social' }, data: {} }],
    channel: [{ code: 'other-office', names: { id: 'Kantor lain', en: 'Other office' }, data: {} }],
    aside: [{ code: 'ads', names: { id: 'Iklan', en: 'Ad' }, data: {} }],
  },
})
async function openCase(key = newKey()): Promise<void> {
  replies.set('/api/lists', lists)
  await show('OpeningForm', {}, key)
}

test('OPEN-4 a case is opened at the Puskesos of its village by one press, and its receipt names no other', async () => {
  await openCase()
  await press(t('open.send'))
  await page.getByRole('link', { name: t('consent.missing') }).waitFor()
  await fill(t('case.register.name'), ' Paijo ')
  await chooseVillage(t('case.register.place'))
  await page.getByRole('combobox', { name: t('case.field.category') }).fill('kekerasan')
  await page.getByRole('option', { name: 'Kekerasan' }).click()
  await said(t('open.restricted'))
  await fill(t('open.summary'), ' Perlu tempat aman ')
  await fieldOf(t('consent.verbal')).check()
  await press(t('open.send'))
  await page.getByRole('link', { name: t('open.words.missing') }).waitFor()
  await fill(t('consent.verbal.words'), ' Perawat Siti ')
  await call('slow')
  const name = fieldOf(t('case.register.name'))
  for (const key of ['Enter', 'Enter']) await name.press(key)
  await call('release')
  const { data, district: ledger, base, subject } = await theCommand()
  assert.deepEqual([ledger, base], ['34.04', null])
  const { restricted, channel, contactVia, consent } = data
  assert.deepEqual([restricted, channel, contactVia], ['violence', 'other-office', 'none'])
  assert.deepEqual(consent, { basis: 'verbal', words: 'Perawat Siti' })
  const [[what, receipt] = []] = await told()
  assert.equal(what, 'onOpened')
  assert.equal(Object(receipt).id, subject)
})

test('OPEN-2 words that were written for another basis do not go out with a signed form', async () => {
  await openCase()
  await fill(t('case.register.name'), 'Paijo')
  await chooseVillage(t('case.register.place'))
  await page.getByRole('combobox', { name: t('case.field.category') }).fill('pbi')
  await page.getByRole('option', { name: 'PBI tidak aktif' }).click()
  await fill(t('open.summary'), 'BPJS mati')
  await fieldOf(t('consent.override')).check()
  await fill(t('consent.override.words'), 'Tidak sadar')
  await fieldOf(t('consent.form')).check()
  assert.equal(await page.getByLabel(t('consent.override.words')).count(), 0)
  await call('answerWith', 'waiting')
  await press(t('open.send'))
  assert.deepEqual((await theCommand()).data['consent'], { basis: 'form', words: '' })
  assert.deepEqual(
    (await told()).map(([what]) => what),
    ['onKept'],
  )
})

test('INBOUND-7 what is no report has a reason, what is another’s a village or nobody’s', async () => {
  replies.set('/api/lists', lists)
  await show('AsideDialog', { id: ids.point(4) })
  await press(t('inbound.aside'))
  await said(t('inbound.aside.reason.missing'))
  await fieldOf('Iklan').check()
  replies.set('/api/inbound/aside', {})
  await press(t('inbound.aside'))
  assert.deepEqual(await told(), [['onDone']])
  assert.deepEqual(askedOf('/api/inbound/aside'), [{ id: ids.point(4), reason: 'ads' }])
  replies.delete('/api/inbound/move')
  await show('MoveDialog', { line: { id: ids.point(4), unsorted: false } })
  await press(t('inbound.move'))
  await said(t('inbound.move.missing'))
  await chooseVillage(t('inbound.move.village'))
  await press(t('inbound.move'))
  await page.getByText('Tidak ada.').waitFor()
  assert.deepEqual(askedOf('/api/inbound/move'), [{ id: ids.point(4), village: '34.04.07.2001' }])
  replies.set('/api/inbound/move', {})
  await fieldOf(t('inbound.move.unknown')).check()
  await press(t('inbound.move'))
  assert.deepEqual(await told(), [['onDone']])
  assert.deepEqual(askedOf('/api/inbound/move').slice(1), [{ id: ids.point(4), village: null }])
  await show('MoveDialog', { line: { id: ids.point(4), unsorted: true } })
  assert.equal(await page.getByLabel(t('inbound.move.unknown')).count(), 0)
})
