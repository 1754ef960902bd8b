import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MinutesPage, minutesPage } from '@openslrt/core/contract/proposal-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { proposalIds } from '@openslrt/core/testing/a-proposal.ts'
import { aCard, aLine, district, id, names } from '../../testing/a-proposal.ts'
import { fieldOf, fill, page, press, replies, said, sent, show, t, theCommand } from '../../testing/form-stage.ts'

const sha256 = 'a'.repeat(64)
const uploads: string[] = []
let upload: 'kept' | 'refused' = 'kept'
await page.route('**/api/files?**', (route) => {
  uploads.push(route.request().url())
  return upload === 'kept'
    ? route.fulfill({ json: { sha256, type: 'application/pdf', size: 3 } })
    : route.fulfill({ status: 422, json: { code: 'file', message: 'Berkas rusak.', requestId: 'r', details: {} } })
})
const paper = { name: 'sptjm.pdf', mimeType: 'application/pdf', buffer: Buffer.from('pdf') }
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

/** Opens the form of an act from the card, as whoever may do it. */
async function open(act: ReturnType<typeof aCard>['acts'][number], own: Parameters<typeof aCard>[0] = {}) {
  await show('ProposalActs', { card: aCard({ version: 4, acts: [act], ...own }) })
  await page
    .getByRole('button', { name: t(`proposal-act.${act}`), exact: true })
    .first()
    .click()
}

for (const act of ['return', 'send-back'] as const)
  test(`PROPOSAL-6 ${act} says why by the list and in words, and goes out on what was seen`, async () => {
    await open(act)
    await press(t(`proposal-act.${act}`))
    await said(t('proposal.reason.missing'))
    await said(t('proposal.note.missing'))
    await fieldOf('Tidak jelas').check()
    await fill(t('proposal.return.note'), '   ')
    await press(t(`proposal-act.${act}`))
    assert.deepEqual(await sent(), [], 'blank words are none')
    await fill(t('proposal.return.note'), ' KK tidak terbaca. ')
    await press(t(`proposal-act.${act}`))
    const { kind, subject, base, data } = await theCommand()
    assert.deepEqual([kind, subject, base], [`proposal.${act}`, id, 4])
    assert.deepEqual(data, { reason: 'unclear', note: 'KK tidak terbaca.' })
  })

for (const [act, needed] of [
  ['approve', false],
  ['resend', false],
  ['withdraw', true],
] as const)
  test(`PROPOSAL-1 ${act} goes out ${needed ? 'never without' : 'also without'} words`, async () => {
    await open(act)
    await press(t(`proposal-act.${act}`))
    if (needed) {
      await said(t('proposal.note.missing'))
      assert.deepEqual(await sent(), [])
      await fill(t('proposal.note'), ' Sudah meninggal. ')
      await press(t(`proposal-act.${act}`))
    }
    assert.deepEqual((await theCommand()).data, { note: needed ? 'Sudah meninggal.' : '' })
  })

test('PROPOSAL-21 of an odd time whoever verifies says which counts; of a plain one nobody asks', async () => {
  await open('verify', { flagged: true })
  await press(t('proposal-act.verify'))
  await said(t('proposal.capture.missing'))
  await page.getByRole('radio').last().check()
  await press(t('proposal-act.verify'))
  assert.deepEqual((await theCommand()).data, { note: '', capture: 'received' })
  await open('verify')
  assert.equal(await page.getByRole('radio').count(), 0)
  await press(t('proposal-act.verify'))
  assert.deepEqual((await theCommand()).data, { note: '', capture: null })
})

test('PROPOSAL-11 a rejection has a reason of the list, an acceptance has none; each has its day', async () => {
  await open('reject')
  await press(t('proposal-act.reject'))
  await said(t('proposal.reason.missing'))
  await fieldOf('Kuota penuh').check()
  await press(t('proposal-act.reject'))
  const { answeredOn, ...rejected } = (await theCommand()).data
  assert.deepEqual(rejected, { reason: 'quota', note: '' })
  assert.match(String(answeredOn), /^\d{4}-\d\d-\d\d$/)
  await open('accept')
  assert.equal(await page.getByRole('radio').count(), 0)
  await press(t('proposal-act.accept'))
  assert.deepEqual(Object.keys((await theCommand()).data).toSorted(), ['answeredOn', 'note'])
})

test('PROPOSAL-5 the statement is sent before it is named; without it, or where it is refused, nothing goes out', async () => {
  uploads.length = 0
  await open('back')
  await press(t('proposal-act.back'))
  await said(t('proposal.scan.missing'))
  upload = 'refused'
  await page.locator('input[type=file]').setInputFiles(paper)
  await press(t('proposal-act.back'))
  await page.getByText('Berkas rusak.').waitFor()
  assert.deepEqual(await sent(), [])
  upload = 'kept'
  await press(t('proposal-act.back'))
  assert.deepEqual((await theCommand()).data, { file: sha256, fileName: 'sptjm.pdf' })
  assert.equal(uploads.length, 2)
  assert.equal(new URL(uploads[0] ?? '').searchParams.get('district'), district)
})

test('PROPOSAL-28 a place that is typed goes out without photos and without an accuracy; nothing at all does not', async () => {
  await open('evidence')
  await press(t('proposal.form.save'))
  await said(t('proposal.evidence.missing'))
  await fill(t('proposal.evidence.lat'), '7,78 LS')
  await press(t('proposal.form.save'))
  await said(t('proposal.evidence.long.wrong'))
  assert.deepEqual(await sent(), [])
  await fill(t('proposal.evidence.long'), '110,38')
  await press(t('proposal.form.save'))
  assert.deepEqual((await theCommand()).data, { photos: null, spot: { lat: -7.78, long: 110.38, accuracy: null } })
})

test('PROPOSAL-28 a corrected place is no longer what the device knew', async () => {
  await open('evidence', { spot: { lat: -7.5, long: 110.5, accuracy: 12 } })
  await fill(t('proposal.evidence.long'), '110.6')
  await press(t('proposal.form.save'))
  assert.deepEqual((await theCommand()).data['spot'], { lat: -7.5, long: 110.6, accuracy: null })
})

const minutes = (own: Partial<MinutesPage> = {}): MinutesPage => ({
  ...minutesPage.parse({
    id: proposalIds.minutes(1),
    district,
    kind: 'musdes',
    status: 'open',
    placeName: 'Caturtunggal',
    day: '2026-11-02',
    venue: 'Balai desa',
    proposals: 2,
    version: 2,
    place: '34.04.07.2001',
    districtName: 'Sleman',
    leader: '',
    writerName: 'Sari',
    attendance: [],
    counts: { notFound: 0, wellOff: 0, moved: 0, corrected: 0, prelist: 0, fresh: 0 },
    decisions: '',
    verdicts: [],
    waiting: [aLine({ name: 'Siti' }), aLine({ id: proposalIds.proposal(2), name: 'Budi' })],
    fileName: null,
    sheet: null,
    note: null,
    acts: ['minute'],
  }),
  ...own,
})
const ofDraft = (name: string) => fieldOf(`${name} (${t('proposal-kind.correction')})`)

test('PROPOSAL-13 minutes carry what was said of drafts, and nothing of those that nobody talked about', async () => {
  await show('MinutesMinute', { minutes: minutes() })
  await ofDraft('Siti').selectOption('refused')
  await fill(t('proposal.minutes.why'), ' Sudah mampu ')
  await fill(t('minutes-count.prelist'), '1.200')
  await fill(t('proposal.minutes.attendance'), 'Bu Lurah, Lurah\n\n, \nPak RT')
  await fill(t('proposal.meet.venue'), 'x')
  await press(t('proposal.form.save'))
  await said(t('proposal.meet.venue.missing'))
  await fill(t('proposal.meet.venue'), ' Balai RW ')
  await press(t('proposal.form.save'))
  const { base, data } = await theCommand()
  assert.equal(base, 2)
  assert.deepEqual(data['verdicts'], [{ proposal: id, agreed: false, note: 'Sudah mampu' }])
  assert.deepEqual([data['venue'], Object(data['counts']).prelist], ['Balai RW', 1200])
  assert.deepEqual(data['attendance'], [
    { name: 'Bu Lurah', post: 'Lurah' },
    { name: 'Pak RT', post: '' },
  ])
})

test('PROPOSAL-14 minutes are signed with their scan, and called off for a reason', async () => {
  await show('MinutesSign', { minutes: minutes() })
  await press(t('minutes-act.sign'))
  await said(t('proposal.scan.missing'))
  await page.locator('input[type=file]').setInputFiles({ ...paper, name: 'berita.pdf' })
  await press(t('minutes-act.sign'))
  const { kind, subject, base, data } = await theCommand()
  assert.deepEqual([kind, subject, base], ['proposal.sign', proposalIds.minutes(1), 2])
  assert.deepEqual(data, { file: sha256, fileName: 'berita.pdf' })
  const sheet = { file: 'e'.repeat(64), fileName: 'berita-acara.jpg', arrived: true }
  await show('MinutesSign', { minutes: minutes({ sheet }) })
  await press(t('minutes-act.sign'))
  assert.deepEqual((await theCommand()).data, { file: sheet.file, fileName: sheet.fileName }, 'FIELD-31 the phone’s')
  await show('MinutesSign', { minutes: minutes({ sheet: { ...sheet, arrived: false } }) })
  await press(t('minutes-act.sign'))
  await said(t('proposal.scan.missing'))
  await show('MinutesCallOff', { minutes: minutes() })
  await press(t('minutes-act.call-off'))
  await said(t('proposal.note.missing'))
  await fill(t('proposal.note'), 'Hujan.')
  await press(t('minutes-act.call-off'))
  assert.deepEqual((await theCommand()).data, { note: 'Hujan.' })
})
