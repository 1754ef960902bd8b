import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { dialogOf, rowOf } from './case-card.ts'
import { button, field, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const { people } = sleman

async function aCase(summary: string, category = 'pbi-inactive') {
  const id = randomUUID()
  const { number } = await people.fo.does('case.register', { subject: id, data: registration({ summary, category }) })
  return { id, number }
}
const first = await aCase('Kartu tidak aktif')
const second = await aCase('Bantuan tidak cair', 'aid-not-paid')
const third = await aCase('Atap bocor', 'unfit-house')
await people.bo.does('case.take', { subject: second.id, data: { note: '' } })

const search = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams)
const pick = (page: Page, number: string) => page.getByRole('checkbox', { name: say('case.many.pick', { number }) })
const shows = (page: Page, count: number): Promise<void> =>
  page.locator(`.rows tbody:has(tr:nth-child(${count}):last-child)`).waitFor()

test('QUEUE-10 a list divided by officer or bidang shows how much is in each part, and opens it', async () => {
  const page = await sit(people.coordinator)
  await page.goto('/meja/antrean')
  await page.getByLabel(say('case.group')).selectOption({ label: say('case.group.assignee') })
  const parts = page.getByRole('navigation', { name: say('case.group.assignee') })
  await parts.getByRole('link', { name: `${say('assignee.nobody')} 2` }).waitFor()
  await parts.getByRole('link', { name: 'Bagus Prasetyo 1' }).click()
  await shows(page, 1)
  await page.getByText(`${say('case.filter.assignee')}: Bagus Prasetyo`).waitFor()
  await checkScreen(page, 'queue-grouped')
  await parts.getByRole('link', { name: `${say('case.filter.any')} 3` }).click()
  await shows(page, 3)
  await page.getByLabel(say('case.group')).selectOption({ label: say('case.group.sector') })
  assert.deepEqual(search(page), { group: 'sector' })
  await page.context().close()
})

test('QUEUE-11, QUEUE-13 picked by key and by hand, handed over together, and given back as they were', async () => {
  const page = await sit(people.coordinator)
  await page.goto('/meja/antrean')
  await rowOf(page, 'Atap bocor').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByText(say('case.many.picked', { count: 1 })).waitFor()
  await page.getByRole('checkbox', { name: say('case.many.pick-all') }).check()
  await page.getByText(say('case.many.picked', { count: 3 })).waitFor()
  await checkScreen(page, 'queue-picked')
  await button(page, say('case.many.assign')).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('radio', { name: 'Sari Wulandari' }).check()
  await checkScreen(page, 'queue-assign-many')
  await button(dialog, say('case.many.assign')).click()
  await page.getByText(say('case.many.done.assign', { count: 3, name: 'Sari Wulandari' })).waitFor()
  await rowOf(page, 'Atap bocor').getByText('Sari Wulandari').waitFor()
  await button(page, say('case.many.undo')).click()
  await page.getByText(say('case.many.done.give-back', { count: 3 })).waitFor()
  await rowOf(page, 'Atap bocor').getByText('Sari Wulandari').waitFor({ state: 'detached' })
  await rowOf(page, 'Bantuan tidak cair').getByText('Bagus Prasetyo').waitFor()
  await page.context().close()
})

test('QUEUE-12, QUEUE-13 what is refused is told case by case, and what went up is taken back', async () => {
  const page = await sit(people.coordinator)
  await page.goto('/meja/antrean')
  await pick(page, first.number).check()
  await pick(page, third.number).check()
  await button(page, say('case.many.escalate')).click()
  const dialog = dialogOf(page)
  await dialog.getByText('Sekretariat SLRT Sleman', { exact: false }).first().waitFor()
  await dialog.getByRole('radio').first().check()
  await field(dialog, say('case.form.escalate.note')).fill('Perlu keputusan kabupaten.')
  // Meanwhile somebody else moves one of them.
  await people.bo.does('case.take', { subject: third.id, data: { note: '' } })
  await checkScreen(page, 'queue-escalate-many')
  await button(dialog, say('case.many.escalate')).click()
  await page.getByText(say('case.many.done.escalate', { count: 1 })).waitFor()
  await page.getByText(say('case.many.refused', { count: 1 })).waitFor()
  await page.locator('.many-report').getByRole('link', { name: third.number }).waitFor()
  await checkScreen(page, 'queue-many-refused')
  await link(page, new RegExp(`^${say('workload.title')}`))
    .first()
    .click()
  await heading(page, say('workload.title')).waitFor()
  await link(page, new RegExp(`^${say('case.queue.title')}`))
    .first()
    .click()
  await page.getByText(say('case.many.refused', { count: 1 })).waitFor()
  await button(page, say('case.many.undo.escalate')).click()
  await page.getByText(say('case.many.done.take-back', { count: 1 })).waitFor()
  await pick(page, first.number).waitFor()
  await button(page, say('case.many.close')).click()
  await page.getByText(say('case.many.done.take-back', { count: 1 })).waitFor({ state: 'detached' })
  await page.context().close()
})

test('WORKLOAD-4 the manager sees who has how much at which office, and opens it', async () => {
  const page = await sit(people.manager)
  await page.goto('/meja/beban')
  await heading(page, say('workload.offices')).waitFor()
  await checkScreen(page, 'workload')
  await link(page.getByRole('table').last(), 'Puskesos Caturtunggal').click()
  const officer = page.getByRole('row').filter({ hasText: 'Bagus Prasetyo' })
  await officer.getByRole('link', { name: '2', exact: true }).first().click()
  await shows(page, 2)
  assert.equal(search(page)['assignee'], people.bo.staff)
  await page.context().close()
})

test('QUEUE-11 nothing went wrong in any page without being shown', () => assert.deepEqual(faults, []))
