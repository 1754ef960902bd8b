import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { addDays, daysIn } from '@openslrt/core/figures/period.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Locator, Page } from 'playwright-core'
import { rowOf } from './case-card.ts'
import { acceptLink, clerkAt, post } from './clerk.ts'
import { button, heading, link, say, typedDay } from './desk.ts'
import { textIn } from './papers.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit, enter } = await setScene()
const { people, admin, offices } = sleman
const manager = await sit(people.manager)
const today = dayIn('Asia/Jakarta', Date.now())

async function aCase(
  summary: string,
  own: Partial<RegisterData> = {},
  steps: readonly (readonly [string, object])[] = [],
) {
  const id = randomUUID()
  await people.manager.does('case.register', { subject: id, data: registration({ ...own, summary }) })
  for (const [kind, data] of steps) await people.manager.does(kind, { subject: id, data })
  return id
}

const take = ['case.take', { note: '' }] as const
const answer = ['case.answer', { outcome: 'granted', note: 'Sudah aktif.', openReferrals: '' }] as const
const confirm = ['case.confirm', { how: 'phone', satisfaction: 5, note: '' }] as const

// What the figures below are counted of: six came in, three were handled, one of them was confirmed, one was referred.
const sleman13 = villageCode.parse('34.04.13.2002')
await aCase('Baru masuk')
await aCase('Di Kapanewon Sleman', { place: sleman13, category: 'pip' })
await aCase('Sudah dijawab', {}, [take, answer])
await aCase('Dijawab juga', { place: sleman13 }, [take, answer])
await aCase('Dikonfirmasi warga', {}, [take, answer, confirm])
const request = {
  referral: randomUUID(),
  grant: randomUUID(),
  to: offices.rsud,
  fields: ['story'],
  note: 'Mohon surat.',
}
const referred = await aCase('Dirujuk', {}, [
  take,
  ['case.recommend', { note: 'Rujuk' }],
  ['case.approve', { note: '' }],
  ['referral.request', request],
])

const search = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams)
const strip = (page: Page): Locator => page.getByRole('region', { name: say('figures.strip') })
const summaries = (page: Page): Promise<string[]> => page.locator('[data-row-link]').allInnerTexts()

async function openBoard(address = '/meja/dasbor'): Promise<void> {
  await manager.goto(address)
  await strip(manager).waitFor()
}

/** How many cases the list has that is shown now. */
async function listed(page: Page): Promise<number> {
  const none = heading(page, say('case.queue.none.title'))
  await page.locator('[data-row-link]').first().or(none).waitFor()
  return (await none.isVisible()) ? 0 : page.locator('[data-row-link]').count()
}

test('BOARD-1 every figure on top opens as many cases as it says, and the way back leads to the figures', async () => {
  await openBoard()
  const tiles = await strip(manager).getByRole('link').all()
  assert.equal(tiles.length, 5)
  const told: Record<string, number> = {}
  for (let at = 0; at < tiles.length; at += 1) {
    const tile = strip(manager).getByRole('link').nth(at)
    const [name = '', number] = (await tile.innerText()).split('\n').filter(Boolean)
    told[name] = Number(number)
    await tile.click()
    await heading(manager, say('case.queue.title')).waitFor()
    assert.equal(await listed(manager), Number(number), name)
    await manager.goBack()
    await strip(manager).waitFor()
  }
  assert.deepEqual(told, {
    [say('measure.registered')]: 6,
    [say('measure.handled')]: 3,
    [say('measure.confirmed')]: 1,
    [say('measure.on-time')]: 3,
    [say('measure.late')]: 0,
  })
})

test('BOARD-2 so does every number of the tables: by place, by category, by what became of referrals', async () => {
  await openBoard()
  const numbers = manager.locator('main').locator('.bar-table a[href*="/antrean"], .panel dd a[href*="/antrean"]')
  await numbers.first().waitFor()
  const found = await numbers.evaluateAll((links) =>
    links.map((one) => [one.getAttribute('href') ?? '', one.textContent ?? '']),
  )
  assert.ok(found.length >= 8, `${found.length} numbers`)
  for (const [href = '', text = ''] of found.filter(([, said]) => /^\d+$/.test(said ?? ''))) {
    await manager.goto(href)
    assert.equal(await listed(manager), Number(text), href)
  }
})

test('BOARD-3 a place leads to its own figures and up again, with the days that were chosen', async () => {
  await openBoard('/meja/dasbor?urut=registered')
  await link(manager.getByRole('table').first(), 'Sleman').first().click()
  await heading(manager, say('figures.of', { place: 'Sleman' })).waitFor()
  assert.deepEqual(search(manager), { place: '34.04.13', urut: 'registered' })
  await strip(manager).getByText('2', { exact: true }).first().waitFor()
  await checkScreen(manager, 'dashboard-subdistrict')
  await link(manager, /^Naik ke/).click()
  await heading(manager, /Kab\.? ?Sleman|Kabupaten Sleman|Angka Sleman/).waitFor()
  assert.deepEqual(search(manager), { place: '34.04', urut: 'registered' })
})

test('BOARD-4 a period is one of the usual lengths or any two days, in whichever order, and says what it is compared with', async () => {
  await openBoard()
  for (const days of [7, 90, 365, 30] as const) {
    await link(manager, say(`figures.last.${days}`)).click()
    await manager.waitForURL(`**from=${addDays(today, 1 - days)}&to=${today}`)
    await manager.locator('[aria-current=true]', { hasText: say(`figures.last.${days}`) }).waitFor()
  }
  await manager.getByText(say('figures.other'), { exact: true }).click()
  const [first, last] = [addDays(today, -3), addDays(today, -9)]
  await manager.getByLabel(say('figures.from'), { exact: true }).fill(typedDay(first))
  await manager.getByLabel(say('figures.to'), { exact: true }).fill(typedDay(last))
  await button(manager, say('figures.show')).click()
  await manager.waitForURL(`**from=${last}&to=${first}`)
  assert.equal(daysIn({ from: last, to: first }), 7)
  await strip(manager).getByText('0', { exact: true }).first().waitFor()
  await manager.getByText(say('figures.categories.none')).waitFor()
  await checkScreen(manager, 'dashboard-empty')
})

test('BOARD-4 more days than can be drawn are refused where they are chosen', async () => {
  await openBoard()
  await manager.getByText(say('figures.other'), { exact: true }).click()
  await manager.getByLabel(say('figures.from'), { exact: true }).fill(typedDay(addDays(today, -800)))
  await button(manager, say('figures.show')).click()
  await manager.getByText(say('figures.too-long', { most: 731 })).waitFor()
  assert.deepEqual(search(manager), {})
  await manager.getByLabel(say('figures.from'), { exact: true }).fill(typedDay(addDays(today, -700)))
  await button(manager, say('figures.show')).click()
  await manager.waitForURL(`**from=${addDays(today, -700)}**`)
})

test('BOARD-5 a change is said in words against the period before; of what holds now there is none', async () => {
  await openBoard()
  const tile = (measure: 'registered' | 'late') =>
    strip(manager).getByRole('link', { name: new RegExp(`^${say(`measure.${measure}`)}`) })
  await tile('registered').getByText(say('figures.change.none')).waitFor()
  await tile('late').getByText(say('figures.now')).waitFor()
  await openBoard(`/meja/dasbor?from=${addDays(today, 1)}&to=${addDays(today, 1)}`)
  await tile('registered')
    .getByText(say('figures.change.less', { n: 6, count: 6 }))
    .waitFor()
})

test('BOARD-6 a heading sorts, pressed again it turns, and the address keeps it', async () => {
  await openBoard()
  const table = manager.getByRole('table').first()
  const order = () => table.getByRole('rowheader').allInnerTexts()
  const byName = await order()
  assert.deepEqual(
    byName,
    byName.toSorted((a, b) => a.localeCompare(b, 'id')),
  )
  await button(table, say('measure.registered')).click()
  await manager.waitForURL('**urut=registered')
  assert.deepEqual((await order()).slice(0, 2), ['Depok', 'Sleman'])
  await button(table, say('measure.registered')).click()
  await manager.waitForURL('**urut=-registered')
  await manager.reload()
  await strip(manager).waitFor()
  assert.deepEqual((await order()).slice(-2), ['Sleman', 'Depok'])
})

test('BOARD-7 the table is taken along as a file, in the order in which it is shown', async () => {
  await openBoard('/meja/dasbor?urut=registered')
  const coming = manager.waitForEvent('download')
  await button(manager, say('figures.csv')).click()
  const file = await coming
  assert.match(file.suggestedFilename(), /^dasbor-34\.04-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
  const [head = '', first = '', second = ''] = (await textIn(file)).split('\r\n')
  assert.ok(head.startsWith(`\uFEFF${say('figures.place')};${say('measure.registered')};`))
  assert.ok(first.startsWith('Depok;4;') && second.startsWith('Sleman;2;'), `${first} ${second}`)
})

test('BOARD-8 the drawing has its table, and a number there opens the cases of that part of the time', async () => {
  await openBoard()
  await button(manager, say('chart.table')).click()
  const table = manager.getByRole('table', { name: say('figures.trend') })
  const numbers = await table.getByRole('row').last().getByRole('cell').allInnerTexts()
  assert.deepEqual(numbers, ['6', '3', '1'])
  await link(table.getByRole('row').last(), '1').click()
  await rowOf(manager, 'Dikonfirmasi warga').waitFor()
  assert.deepEqual(await summaries(manager), ['Dikonfirmasi warga'])
  assert.equal(search(manager)['to'], today)
})

test('BOARD-9 what each number counts is on the page, with its source and the moment', async () => {
  await openBoard()
  await button(manager, say('figures.definitions')).click()
  for (const measure of ['registered', 'handled', 'confirmed', 'on-time', 'late'] as const)
    await manager
      .getByText(say(`measure.${measure}.what`), { exact: true })
      .first()
      .waitFor()
  await manager.getByText(/^Sumber: kasus di wilayah ini yang boleh Anda lihat/).waitFor()
  await checkScreen(manager, 'dashboard-definitions')
})

test('BOARD-10 an office of one village has no places below; a place elsewhere is told and left', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/dasbor')
  await strip(fo).waitFor()
  assert.equal(await fo.getByText(say('figures.below'), { exact: true }).count(), 0)
  await checkScreen(fo, 'dashboard-village')
  for (const place of ['34.04.13', '99.99']) {
    await fo.goto(`/meja/dasbor?place=${place}`)
    await heading(fo, say('figures.elsewhere.title')).waitFor()
  }
  await checkScreen(fo, 'dashboard-elsewhere')
  await button(fo, say('figures.elsewhere.action')).click()
  await heading(fo, say('figures.of', { place: 'Caturtunggal' })).waitFor()
  await fo.context().close()
})

/** Somebody new in an office, signed in. */
async function aPerson(name: string, signInName: string, office: string, role: string) {
  const staff = randomUUID()
  await admin.does('staff.add', { subject: staff, data: { name, post: randomUUID(), office, role } })
  const headers = { cookie: `openslrt=${admin.cookie}`, 'x-office': admin.office }
  const { path } = await post<{ path: string }>(house, '/api/staff/invite', { headers, body: { staff } })
  const { cookie } = await acceptLink(house, path, name, signInName)
  return clerkAt(house, cookie, office)
}

test('BOARD-11 who leads a district sees its numbers and opens no case', async () => {
  const { cookie } = await aPerson('Bupati', 'bupati', offices.secretariat, 'leader')
  const leader = await enter({ cookie })
  await leader.goto('/meja/')
  await strip(leader).waitFor()
  await strip(leader).getByText('6', { exact: true }).first().waitFor()
  assert.equal(await leader.locator('main a[href*="/antrean"]').count(), 0)
  await leader.getByText(/Kasusnya sendiri tidak dapat dibuka\./).waitFor()
  await checkScreen(leader, 'dashboard-leader')
  await leader.context().close()
})

test('BOARD-12 the nation’s figures come from counters: every province has its line, and its districts below it', async () => {
  const nation = await enter({ cookie: admin.cookie })
  await nation.goto('/meja/dasbor?urut=registered')
  await heading(nation, say('figures.of', { place: 'Indonesia' })).waitFor()
  const rows = nation.getByRole('table').first().getByRole('rowheader')
  assert.equal(await rows.count(), 38)
  await strip(nation).getByText(sayNumber(6, 'id'), { exact: true }).first().waitFor()
  assert.equal(await nation.locator('main a[href*="/antrean"]').count(), 0)
  await checkScreen(nation, 'dashboard-nation')
  await link(rows.first(), /Yogyakarta/).click()
  await heading(nation, /Yogyakarta/).waitFor()
  assert.equal(await rows.count(), 5)
  assert.match(await rows.first().innerText(), /Sleman/)
  await nation.context().close()
})

test('LEAGUE-4 one press leads from what was referred to who answers, and within how many days', async () => {
  await people.provider.does('referral.accept', { subject: referred, data: { referral: request.referral, note: '' } })
  await openBoard()
  await link(manager, say('league.title')).click()
  await heading(manager, /^Rujukan per kantor, /).waitFor()
  const cellsOf = (caption: 'league.counts' | 'league.days', name: string) =>
    manager
      .getByRole('table', { name: say(caption) })
      .getByRole('row')
      .filter({ hasText: name })
      .getByRole('cell')
      .allInnerTexts()
  assert.deepEqual(await cellsOf('league.counts', 'RSUD Sleman'), ['1', '1', '0', '0', '1', '0'])
  assert.deepEqual(await cellsOf('league.days', 'RSUD Sleman'), ['0', '0', '–', '–'])
  await checkScreen(manager, 'league')
  const coming = manager.waitForEvent('download')
  await button(manager, say('figures.csv')).click()
  const file = await coming
  assert.match(file.suggestedFilename(), /^rujukan-34\.04-/)
  assert.ok((await textIn(file)).split('\r\n')[1]?.startsWith('RSUD Sleman;1;1;0;0;0;0;0;1;'))
})

test('LEAGUE-1 kinds of offices, a category and the days stand in the address; the way back keeps place and days', async () => {
  await manager.goto('/meja/peringkat')
  await link(manager, say('league.by.kinds')).click()
  await manager.waitForURL('**kelompok=jenis')
  await manager
    .getByRole('rowheader', { name: say('office-kind.provider') })
    .first()
    .waitFor()
  await manager.getByLabel(say('figures.category'), { exact: true }).selectOption({ value: 'pip' })
  await manager.waitForURL('**category=pip')
  await manager.getByText(say('league.all', { received: 0, completed: 0, open: 0 })).waitFor()
  assert.equal(await manager.getByRole('table').count(), 0)
  await checkScreen(manager, 'league-none')
  await link(manager, say('figures.last.90')).click()
  await manager.waitForURL(`**to=${today}`)
  await link(manager.locator('.page-head'), say('figures.title')).click()
  await strip(manager).waitFor()
  assert.deepEqual(search(manager), { from: addDays(today, -89), to: today })
})

test('BOARD-13 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
