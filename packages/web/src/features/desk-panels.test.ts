import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type CaseLine, caseRoutes, countedQueues } from '@openslrt/core/contract/case-queries.ts'
import { leagueCounts } from '@openslrt/core/contract/league.ts'
import { inboxLetter, letterOffice, letterRule } from '@openslrt/core/contract/letter-queries.ts'
import { letterRunRoutes, runLine } from '@openslrt/core/contract/letter-runs.ts'
import { noticeWayRoutes, wayLine } from '@openslrt/core/contract/notice-ways.ts'
import { programmeCard } from '@openslrt/core/contract/programme-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { officerLoad } from '@openslrt/core/contract/workload.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCaseLine } from '../testing/a-card.ts'
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
  told,
} from '../testing/form-stage.ts'

const askedOf = (path: string) => asked.filter((one) => one.path === path).map(({ body }) => body)
beforeEach(() => {
  answers.clear()
  replies.clear()
})

const officer = officerLoad.parse({
  staff: ids.staff(2),
  name: 'Budi Santoso',
  here: false,
  away: null,
  open: 3,
  late: 0,
  today: 0,
  week: 3,
  later: 0,
  none: 0,
})
const counts = Object.fromEntries(countedQueues.map((queue) => [queue, 0]))
const casesOf = (items: readonly CaseLine[], nth: number) =>
  caseRoutes.queue.reply.parse({ items, total: 3, page: nth, size: 2, counts })
const handOver = async (...pages: readonly (readonly CaseLine[] | 'cut')[]): Promise<void> => {
  answers.set('/api/cases', (query) => {
    const nth = Number(query.get('page') ?? 1)
    const items = pages[nth - 1] ?? []
    return items === 'cut' ? 'cut' : casesOf(items, nth)
  })
  const away = null
  const people = [{ id: ids.staff(3), name: 'Joko', roles: [], open: 0, away }]
  replies.set('/api/offices/colleagues', referenceRoutes.colleagues.reply.parse({ items: people }))
  await show('AbsentPanel', { office: ids.office(1), officers: [officer] })
  await page.getByRole('button', { name: t('workload.absent.hand-over.of', { name: 'Budi Santoso' }) }).click()
}
const line = (n: number, own: Partial<CaseLine> = {}) => aCaseLine({ id: ids.case(n), ...own })

test('WORKLOAD-5 all that somebody holds is handed over, page after page, but for what waits for the citizen', async () => {
  await handOver([line(1), line(2, { status: 'returned' })], [line(3)])
  await said(t('case.many.assign.title', { count: 2 }))
  await press(t('case.many.assign'))
  await said(t('case.form.assign.missing'))
  await page.getByLabel('Joko').check()
  await press(t('case.many.assign'))
  await page.waitForFunction('globalThis.parts.sent().length === 2')
  const commands = await sent()
  assert.deepEqual(
    commands.map(({ kind, subject, base }) => [kind, subject, base]),
    [
      ['case.assign', ids.case(1), 4],
      ['case.assign', ids.case(3), 4],
    ],
  )
})

test('WORKLOAD-5 where the line breaks in between it says so, and a part is not taken for all', async () => {
  await handOver([line(1), line(2)], 'cut')
  await said(t('act.refused.title'))
  assert.equal(await page.getByRole('dialog').count(), 0)
})

test('WORKLOAD-5 when all of it waits for citizens, pressing says so', async () => {
  await handOver([line(1, { status: 'returned' }), line(2, { status: 'returned' })], [line(3, { status: 'returned' })])
  await said(t('workload.absent.none', { name: 'Budi Santoso' }))
  assert.equal(await page.getByRole('dialog').count(), 0)
})

const way = wayLine.parse({
  way: 'sms',
  open: true,
  failingSince: 0,
  why: 'restored',
  held: true,
  nextTry: null,
  workedAt: null,
  waiting: 2,
  oldest: 0,
  refused: 0,
})

for (const [word, drop] of [
  ['ways.release', false],
  ['ways.release.drop', true],
] as const)
  test(`BACKUP-9 what a restore held goes on ${drop ? 'without' : 'with'} what waited, as it was pressed, and the list is asked anew`, async () => {
    let held = true
    const ways = () => ({
      items: [{ ...way, held, failingSince: held ? 0 : null, why: held ? way.why : null }],
      toTell: 0,
    })
    answers.set('/api/notices/ways', () => noticeWayRoutes.ways.reply.parse(ways()))
    answers.set('/api/notices/ways/release', () => {
      held = false
      return {}
    })
    await show('WaysScreen', {})
    await press(t(word))
    await said(t('ways.released'))
    assert.deepEqual(askedOf('/api/notices/ways/release'), [{ way: 'sms', drop }])
    await said(t('ways.works'))
    assert.equal(await page.getByRole('button').count(), 0)
  })

test('BACKUP-9 a release that did not arrive is told, and can be pressed again', async () => {
  replies.set('/api/notices/ways', { items: [way], toTell: 0 })
  replies.set('/api/notices/ways/release', 'cut')
  await show('WaysScreen', {})
  await press(t('ways.release'))
  await page.getByRole('alert').waitFor()
  assert.equal(await times(t('ways.released')), 0)
  assert.equal(await page.getByRole('button', { name: t('ways.release'), exact: true }).isEnabled(), true)
})

const letters = [1, 2].map((n) =>
  inboxLetter.parse({
    id: ids.letter(n),
    district: '34.04',
    version: n + 4,
    caseId: ids.case(n),
    caseNumber: `3404-26-00000${n}`,
    kind: 'registered',
    status: 'initialled',
    number: null,
    clientMasked: 'S***',
    placeName: 'Caturtunggal',
    drafterName: 'Sari',
    post: 'Kepala Dinas',
    changedAt: 0,
  }),
)
const run = runLine.parse({
  id: ids.letter(9),
  kind: 'sign',
  askedAt: 0,
  total: 2,
  done: 0,
  refused: 0,
  ended: false,
  cancelled: false,
  parts: 0,
})

test('LETTER-35 many are signed after one question, each as it was seen; a broken line begins no second piece of work', async () => {
  await show('ManyLetters', { show: 'sign', letters })
  await press(t('letter.many.sign', { count: 2 }))
  await said(t('letter.sure.sign', { count: 2 }))
  await press(t('dialog.cancel'))
  assert.deepEqual(askedOf('/api/letters/runs'), [])
  replies.set('/api/letters/runs', 'cut')
  const sign = async (): Promise<void> => {
    await page
      .getByRole('button', { name: t('letter.many.sign', { count: 2 }) })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('letter.many.sign', { count: 2 }) })
      .click()
  }
  await sign()
  await page.getByRole('alert').waitFor()
  assert.deepEqual(await call('told'), [], 'what was picked stays picked')
  replies.set('/api/letters/runs', { run })
  await sign()
  assert.deepEqual(await told(), [['onDone']])
  const bodies = askedOf('/api/letters/runs').map((body) => letterRunRoutes.start.body.parse(body))
  assert.equal(new Set(bodies.map(({ id }) => id)).size, 1)
  const [first] = bodies
  assert.deepEqual(first?.what, { kind: 'sign' })
  assert.deepEqual(
    first?.items.map(({ letter, seen }) => [letter, seen]),
    [
      [ids.letter(1), 5],
      [ids.letter(2), 6],
    ],
  )
})

test('LETTER-35 printing asks nothing before it begins', async () => {
  replies.set('/api/letters/runs', { run })
  await show('ManyLetters', { show: 'waiting', letters })
  await press(t('letter.many.print', { count: 2 }))
  assert.deepEqual(await told(), [['onDone']])
  assert.deepEqual(
    askedOf('/api/letters/runs').map((body) => letterRunRoutes.start.body.parse(body).what),
    [{ kind: 'print' }],
  )
})

test('LETTER-35 what goes on can be stopped, what has ended is put away: each by its own question', async () => {
  for (const ended of [false, true]) {
    replies.set('/api/letters/runs', { runs: [{ ...run, ended }] })
    await show('RunReport', {})
    const path = `/api/letters/runs/${ended ? 'close' : 'cancel'}`
    const answered = page.waitForResponse(`**${path}`)
    await press(t(ended ? 'letter.run.close' : 'letter.run.cancel'))
    await answered
    assert.deepEqual(askedOf(path), [{ id: run.id }])
  }
})

const today = '2026-11-22'
const offices = [1, 2].map((n) =>
  letterOffice.parse({ office: ids.office(n), name: `Kantor ${n}`, place: '34.04.07.2001', next: 14 }),
)
const ruleOf = (code: string, pattern: string) => {
  const names = { id: 'Aturan', en: 'Rule' }
  const holds = { place: '34.04', from: '2026-01-01', says: 'holds', names, data: { pattern, basis: '' } }
  return letterRule.parse({ list: 'letter-number', code, about: '', now: holds, said: [holds] })
}
const rules = [ruleOf('standard', '{nomor}/{wilayah}/{tahun}'), ruleOf(ids.office(2), '{nomor}/B/{tahun}')]

test('LETTER-32 a pattern that would give a number twice does not go out; a good one does, for its office and day', async () => {
  await show('NumberForm', { rules, offices, district: '34.04', today })
  assert.equal(await times('014/34.04.07.2001/2026'), 1)
  for (const wrong of ['', '{nomor}', '{nomor}{tahun}', '{nomor}/{tahun}/{hari}']) {
    await fill(t('letter.rule.number'), wrong)
    await press(t('letter.rule.number.save'))
    await said(t('letter.rule.number.wrong'))
    assert.deepEqual(await sent(), [], wrong)
  }
  await fill(t('letter.rule.number'), ' {nomor}/SLRT/{tahun} ')
  await fill(t('letter.rule.from'), '')
  await press(t('letter.rule.number.save'))
  await said(t('letter.rule.from.past'))
  await fill(t('letter.rule.from'), '01/01/2027')
  await said('001/SLRT/2027')
  await press(t('letter.rule.number.save'))
  const { kind, data } = await theCommand()
  assert.equal(kind, 'list.change')
  assert.deepEqual(
    [data['code'], data['from'], data['data']],
    ['standard', '2027-01-01', { pattern: '{nomor}/SLRT/{tahun}', basis: '' }],
  )
  assert.deepEqual(await told(), [['onDone']])
})

test('LETTER-32 an office gives its own pattern up from a day on, and from no day it does not', async () => {
  await show('NumberForm', { rules, offices, district: '34.04', today })
  assert.equal(await page.getByRole('button', { name: t('letter.rule.number.end') }).count(), 0)
  await fieldOf(t('letter.rule.office')).selectOption(ids.office(2))
  assert.equal(await fieldOf(t('letter.rule.number')).inputValue(), '{nomor}/B/{tahun}')
  await fill(t('letter.rule.from'), '')
  await press(t('letter.rule.number.end'))
  await said(t('letter.rule.from.past'))
  assert.deepEqual(await sent(), [])
  await fill(t('letter.rule.from'), '01/12/2026')
  await press(t('letter.rule.number.end'))
  const { kind, data } = await theCommand()
  assert.deepEqual(
    [kind, data],
    ['list.end', { list: 'letter-number', code: ids.office(2), from: '2026-12-01', above: false }],
  )
})

test('LEAGUE-3 a table that begins with its highest is sorted by name at one press, and turned at the next', async () => {
  const spent = { measured: 0, half: null, most: null }
  const row = (name: string, received: number) => ({
    key: name,
    name,
    line: { counts: tableOf(leagueCounts, () => received), reasons: [], take: spent, work: spent },
  })
  await show('LeagueTable', {
    caption: 'Rujukan',
    columns: [{ key: 'received', label: 'Masuk' }],
    rows: [row('Baznas', 2), row('Panti', 9), row('RSUD', 5)],
    first: { orderBy: 'received', direction: 'descending' },
    dayMinutes: 450,
  })
  const names = () => page.locator('tbody th').allInnerTexts()
  assert.deepEqual(await names(), ['Panti', 'RSUD', 'Baznas'])
  for (const [urut, order] of [
    ['name', ['Baznas', 'Panti', 'RSUD']],
    ['-name', ['RSUD', 'Panti', 'Baznas']],
    ['name', ['Baznas', 'Panti', 'RSUD']],
  ] as const) {
    await page
      .getByRole('columnheader', { name: t('league.office') })
      .getByRole('button')
      .click()
    assert.equal(await call('wentTo'), `/peringkat?urut=${urut}`)
    assert.deepEqual(await names(), order)
  }
})

test('PROG-8 who changes the words of a programme leaves it to the office that decides', async () => {
  const card = programmeCard.parse({
    id: ids.staff(1),
    district: '34.04',
    version: 3,
    name: 'Bantuan sekolah anak yatim',
    gives: 'Rp1.000.000 setahun',
    sector: 'social-economy',
    unit: 'person',
    owner: 'district',
    ownerName: 'Pemkab Sleman',
    place: '34.04',
    placeName: 'Sleman',
    certainty: 'sure',
    disputed: false,
    endsOn: null,
    today: '2026-11-22',
    code: 'yatim',
    office: ids.office(7),
    officeName: 'Dinas Sosial',
    decides: 'Dinas Sosial',
    papers: ['KTP', 'KK'],
    contact: '',
    schedule: '',
    startsOn: '2026-01-01',
    replaces: null,
    versions: [],
    excludedBy: [],
    facts: [],
    mayChange: true,
    mayReplace: false,
  })
  await show('CatalogueForm', { card, replaces: null })
  await fill(t('programme.form.gives'), 'Rp1.200.000 setahun')
  await press(t('programme.form.save'))
  const { kind, base, data } = await theCommand()
  assert.deepEqual([kind, base, data['gives']], ['programme.change', 3, 'Rp1.200.000 setahun'])
  assert.equal(data['office'], ids.office(7))
})
