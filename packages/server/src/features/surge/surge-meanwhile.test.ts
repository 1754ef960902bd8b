import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { sleman } from '../../testing/a-district-office.ts'
import { codeOf, csv, day, line, nikOf, startSurgeHouse } from '../../testing/surge-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { workSurges } from './work.ts'

const { house, parts, offices, district, manager, fo, desk, load, work, started, opened, filled, page, rows } =
  await startSurgeHouse()

const slots = (own: object = {}) => ({
  name: 'PBI dinonaktifkan',
  offices: [offices.caturtunggal],
  days: [day(1), day(2)],
  perDay: 2,
  isPublic: false,
  ...own,
})
const change = (id: string, own: object, base: number | null, by = manager) =>
  by.send('surge.change', { subject: id, base, data: slots(own) })

test('SURGE-17 slots given and people helped while a form is open do not make it stale', async () => {
  const id = await started(slots())
  const { edition } = await page(id)
  await load(id, csv([line(1), line(2), line(3)]))
  await work()
  await opened(id)
  const [first] = await rows(id, 'queue')
  assert.ok(first)
  await fo.does('surge.done', { subject: id, data: { row: first.id, note: '' } })
  assert.equal((await page(id)).edition, edition)
  assert.equal((await change(id, { name: 'Gelombang dua' }, edition)).status, 200)
  const after = await page(id)
  assert.deepEqual([after.name, after.edition, after.counts.queued], ['Gelombang dua', edition + 1, 2])
})

test('SURGE-17 of two who change a list at once one is told that it was changed, and slots given meanwhile tell nobody', async () => {
  const other = await house.staffAt(offices.secretariat, 'manager')
  const id = await started(slots())
  await load(id, csv([line(11), line(12), line(13), line(14)]))
  await work()
  const { edition } = await page(id)
  const arrange = () => manager.send('surge.arrange', { id: randomUUID(), subject: id, base: null, data: {} })
  const [one, two, given] = await Promise.all([
    change(id, { name: 'Nama pertama' }, edition),
    change(id, { name: 'Nama kedua' }, edition, other),
    arrange(),
  ])
  assert.equal(given?.status, 200)
  assert.deepEqual([one, two].map(({ status }) => status).toSorted(), [200, 409])
  assert.deepEqual(codeOf(one.status === 409 ? one : two), [409, 'stale'])
  assert.equal((await page(id)).edition, edition + 1)
})

/** The worker at its list, with something done after it has looked who waits, and before it lets go. */
async function whileOpening(id: string, act: () => Promise<unknown>): Promise<void> {
  let done = false
  const cases: typeof parts.cases = async (order, actor, receivedAt) => {
    if (!done) {
      done = true
      await act()
    }
    return parts.cases(order, actor, receivedAt)
  }
  await manager.read(surgeRoutes.work, { body: { district, id } })
  await workSurges({ ...parts, cases }, 60_000)
  assert.ok(done)
}

test('SURGE-12 a slot that is given back while the last cases are opened is given again by itself', async () => {
  const id = await started(slots({ days: [day(1)] }))
  await load(id, csv([line(21), line(22), line(23)]))
  await work()
  await whileOpening(id, async () => {
    const [first] = await rows(id, 'queue', fo)
    assert.ok(first)
    await fo.does('surge.drop', { subject: id, data: { row: first.id, note: 'Pindah.' } })
  })
  assert.equal((await page(id)).counts.listed, 1)
  await work()
  assert.deepEqual([(await page(id)).counts.listed, (await page(id)).counts.queued], [0, 2])
})

test('SURGE-12 days that are changed while the last cases are opened move their people by themselves', async () => {
  const id = await started(slots({ days: [day(1)] }))
  await load(id, csv([line(31), line(32)]))
  await work()
  await whileOpening(id, () => change(id, { days: [day(3)] }, null))
  await work()
  assert.deepEqual(
    (await rows(id, 'queue')).map(({ slotDay }) => slotDay),
    [day(3), day(3)],
  )
})

test('SURGE-12 work that has ended stays ended where nothing has happened since', async () => {
  const id = await filled([line(41), line(42), line(43)], slots({ days: [day(1)] }))
  await work()
  const ended = (await page(id)).work?.endedAt
  await work()
  assert.ok(ended)
  assert.equal((await page(id)).work?.endedAt, ended)
})

test('PRIVACY-4 who waits on a list is forgotten once it is closed, and not before', async () => {
  const person = randomUUID()
  const origin = { way: 'desk', source: '', ref: null }
  const values = { nama: 'Warga 51', nomor_induk_kependudukan: nikOf(51), tanggal_lahir: '1980-02-01' }
  await fo.does('registry.add-person', {
    subject: person,
    data: { place: sleman.caturtunggal, family: null, values, ...origin },
  })
  const id = await started(slots())
  await load(id, csv([line(51)]))
  await work()
  const wish = randomUUID()
  const asked = { of: 'person', who: person, basis: 'request', note: 'Memintanya sendiri.' }
  const ask = (subject: string) => desk.send('registry.ask-erasure', { subject, data: asked })
  const erase = () => manager.send('registry.erase', { subject: wish, data: {} })
  assert.equal((await ask(wish)).status, 200)
  assert.deepEqual(codeOf(await erase()), [409, 'still-going'])
  await manager.does('surge.close', { subject: id, data: { note: 'Bantuan selesai.' } })
  assert.equal((await erase()).status, 200)
  const [row] = await house.owner('select nik_index from affected where surge = $1', [id])
  assert.deepEqual(row, { nik_index: null })
})

test('SURGE-17 the ledger proves how often a list was said', () => assertVerified(house))
