import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { dialogOf } from './case-card.ts'
import { acceptLink, post } from './clerk.ts'
import { button, choosePassword, field, heading, link, lookUp, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, enter } = await setScene()
const page = await enter({ cookie: await districtAdmin() })
const dialog = dialogOf(page)
const today = dayIn('Asia/Jakarta', Date.now())
const row = (name: string) => page.getByRole('row').filter({ hasText: name })
const gone = (): Promise<void> => dialog.waitFor({ state: 'detached' })
const tick = (name: string) => dialog.getByRole('checkbox', { name, exact: true })

/** The administrator of Sleman, whom the nation's adds. */
async function districtAdmin(): Promise<string> {
  const { admin, offices } = sleman
  const [staff, name] = [randomUUID(), 'Endang Palupi']
  await admin.does('staff.add', {
    subject: staff,
    data: { name, post: randomUUID(), office: offices.secretariat, role: 'admin' },
  })
  const headers = { cookie: `openslrt=${admin.cookie}`, 'x-office': admin.office }
  const { path } = await post<{ path: string }>(house, '/api/staff/invite', { headers, body: { staff } })
  return (await acceptLink(house, path, name, 'endang.sleman')).cookie
}

test('ROLE-3 roles stand in a list with what they allow, found by name or by right; a role from above is read only', async () => {
  await page.goto('/meja/peran')
  await row(say('role.fo')).waitFor()
  await checkScreen(page, 'roles')
  await field(page, say('roles.search')).fill('menjawab rujukan')
  await row(say('role.fo')).waitFor({ state: 'detached' })
  await link(page, say('role.provider')).click()
  await dialog.getByText(say('roles.locked', { level: say('level.nation') })).waitFor()
  assert.equal(await button(dialog, say('roles.end')).count(), 0)
  await checkScreen(page, 'role')
  await button(dialog, say('dialog.close')).last().click()
  await gone()
  await field(page, say('roles.search')).fill('tidak ada yang begini')
  await heading(page, say('roles.none.title')).waitFor()
  await checkScreen(page, 'roles-none')
})

test('ROLE-12 an administrator makes a role from a copy, and is told what is missing and what no role may hold', async () => {
  await page.goto('/meja/peran?salin=baru')
  await button(dialog, say('lists.form.send')).click()
  await dialog.getByText(say('roles.form.permissions.missing')).waitFor()
  await checkScreen(page, 'role-form-wrong')
  await dialog.getByLabel(say('roles.form.copy')).selectOption({ label: say('role.fo') })
  await field(dialog, say('lists.form.name.id')).fill('Penerima tamu')
  await field(dialog, say('lists.form.name.en')).fill('Greeter')
  await tick(say('permission.case.settle')).uncheck()
  await tick(say('permission.figures.read')).uncheck()
  await tick(say('permission.staff.manage')).check()
  await button(dialog, say('lists.form.send')).click()
  await dialog.getByText(/Dua hak ini tidak boleh berada dalam satu peran/).waitFor()
  await checkScreen(page, 'role-form')
  await tick(say('permission.staff.manage')).uncheck()
  await button(dialog, say('lists.form.send')).click()
  await gone()
  await page.getByText(/Peran “Penerima tamu” dibuat/).waitFor()
  await row('Penerima tamu').getByText(say('roles.held.none')).waitFor()
})

test('ROLE-12 it is given to somebody, who signs in, begins at the queue, and can do exactly that', async () => {
  await page.goto('/meja/petugas?buka=baru')
  await field(dialog, say('staff.form.name')).fill('Retno Astuti')
  await lookUp(dialog, say('staff.form.office'), 'caturtunggal', /^Puskesos Caturtunggal/)
  await dialog.getByLabel(say('staff.form.role')).selectOption({ label: 'Penerima tamu' })
  await button(dialog, say('staff.form.add')).click()
  const address = await dialog.getByText('/meja/tautan#t=').innerText()
  const retno = await enter()
  await retno.goto(address)
  await choosePassword(retno, 'retno.depok')
  await heading(retno, say('case.queue.title')).waitFor()
  await retno.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
  await checkScreen(retno, 'role-holder-queue')
  await button(retno, say('case.queue.register')).waitFor()
  assert.equal(await link(retno, say('figures.title')).count(), 0)
  await retno.goto('/meja/dasbor')
  await retno.getByText(new RegExp(say('permission.figures.read'))).waitFor()
  await retno.goto('/meja/petugas')
  await retno.getByText(new RegExp(say('permission.staff.manage'))).waitFor()
  await retno.context().close()
})

test('ROLE-10 before a change it is told for whom it is and what they get and lose; it holds from its day', async () => {
  await page.goto('/meja/peran?cari=penerima+tamu')
  await row('Penerima tamu')
    .getByText(say('roles.held', { people: 1, offices: 1 }))
    .waitFor()
  await link(page, 'Penerima tamu').click()
  await link(dialog, 'Retno Astuti').waitFor()
  await checkScreen(page, 'role-own')
  await button(dialog, say('roles.change')).click()
  await tick(say('permission.case.register')).uncheck()
  await tick(say('permission.figures.read')).check()
  await dialog.getByLabel(say('lists.form.from')).fill(typedDay(addDays(today, 7)))
  await dialog.getByText(say('roles.impact.gets', { what: say('permission.figures.read') })).waitFor()
  await dialog.getByText(say('roles.impact.loses', { what: say('permission.case.register') })).waitFor()
  await checkScreen(page, 'role-change')
  await button(dialog, say('lists.form.send')).click()
  await gone()
  await row('Penerima tamu')
    .getByText(/^Berubah/)
    .waitFor()
  await link(page, 'Penerima tamu').click()
  await button(dialog, /^Batalkan rencana/).click()
  await gone()
  await row('Penerima tamu').getByText(say('lists.state.holds')).waitFor()
})

test('ROLE-10 who ends a role is told first how many lose its rights; then they find nothing to do', async () => {
  await page.goto('/meja/peran?buka=penerima-tamu')
  await button(dialog, say('roles.end')).click()
  await dialog.getByText(say('roles.end.text', { people: 1, offices: 1 })).waitFor()
  await checkScreen(page, 'role-end')
  await button(dialog, say('roles.end')).click()
  await gone()
  await row('Penerima tamu').getByText(say('lists.state.ended')).waitFor()
})

test('SCREEN-3 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
