import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { indicatorRoutes } from '@openslrt/core/contract/indicators.ts'
import type { ShownIndicator } from '@openslrt/core/figures/indicator-codes.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { inTurn } from '../../testing/in-turn.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const second = await house.staffAt(offices.caturtunggal, 'bo')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'bo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const today = dayIn('Asia/Jakarta', Date.now())
const { district } = sleman

type Query = Readonly<Record<string, string>>
const read = (who: Client, query: Query = {}) => who.read(indicatorRoutes.indicators, { query })
async function saysOf(code: ShownIndicator, who: Client = manager, query: Query = {}) {
  const line = (await read(who, query)).lines.find((one) => one.code === code)
  assert.ok(line, code)
  return [line.n, line.of]
}
interface Kept {
  readonly promised: number | null
  readonly first_minutes: number | null
  readonly left: number | null
}
const keptOf = async (id: string): Promise<Kept | undefined> =>
  (
    await house.owner<Kept & Record<string, unknown>>(
      'select promised, first_minutes, total_left as left from cases where id = $1',
      [id],
    )
  )[0]
const acts = (
  who: Client,
  subject: string,
  action: 'take' | 'note' | 'answer' | 'return' | 'assign',
  own: object = {},
) => who.send(`case.${action}`, { subject, data: { ...caseData[action], ...own } })

test('INDICATOR-1 a case keeps what was promised from its first entry on, and the first act when it is done; the ledger proves both', async () => {
  const { id } = await aCaseBy(fo)
  const fresh = await keptOf(id)
  assert.ok(fresh && fresh.promised !== null && fresh.promised > 0)
  assert.equal(fresh.first_minutes, null)
  assert.equal((await acts(bo, id, 'note')).status, 200)
  assert.equal((await keptOf(id))?.first_minutes, null, 'a note answers nobody')
  assert.equal((await acts(bo, id, 'take')).status, 200)
  assert.equal((await keptOf(id))?.first_minutes, 0, 'in the same minute')
  await assertVerified(house)
})

test('INDICATOR-1 rebuilt from its entries a case keeps the same, and a row that was bent is put right', async () => {
  const { id } = await aCaseBy(fo)
  await acts(bo, id, 'take')
  const kept = await keptOf(id)
  await house.owner('update cases set promised = 7, first_minutes = 9999 where id = $1', [id])
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, district))
  assert.deepEqual(await keptOf(id), kept)
})

test('INDICATOR-1 of two officers who take a case at once one is first, and what is kept is theirs alone', async () => {
  const { id } = await aCaseBy(fo)
  const answers = await inTurn(house, district, [() => acts(bo, id, 'take'), () => acts(second, id, 'return')])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 200])
  const [first] = await house.owner<{ n: string }>(
    "select count(*) as n from ledger where subject = $1 and kind in ('case.take', 'case.return')",
    [id],
  )
  assert.equal(Number(first?.n), 2)
  assert.equal((await keptOf(id))?.first_minutes, 0)
  await assertVerified(house)
})

test('INDICATOR-1 a refused act is no first act', async () => {
  const { id } = await aCaseBy(fo)
  assert.equal((await acts(neighbour, id, 'take')).status, 404)
  assert.equal((await acts(fo, id, 'take')).status, 403)
  assert.equal((await acts(bo, id, 'answer')).status, 409)
  assert.equal((await keptOf(id))?.first_minutes, null)
})

test('INDICATOR-3 a village counts its own and nothing of the next one; the sub-district and the district count both', async () => {
  const maguwoharjo = villageCode.parse(sleman.maguwoharjo)
  const [was] = await saysOf('registered', bo)
  const [wide] = await saysOf('registered', manager, { place: sleman.depok })
  await aCaseBy(neighbour, { place: maguwoharjo })
  assert.deepEqual(await saysOf('registered', bo), [was, null])
  assert.deepEqual(await saysOf('registered', neighbour), [1, null])
  assert.deepEqual(await saysOf('registered', manager, { place: sleman.depok }), [Number(wide) + 1, null])
  assert.deepEqual(await saysOf('registered', manager, { place: maguwoharjo }), [1, null])
})

test('INDICATOR-3 a restricted case is counted for whoever sees its kind, and for nobody else', async () => {
  const before = [await saysOf('registered', bo), await saysOf('registered', coordinator)].map(([n]) => Number(n))
  await aCaseBy(coordinator, { restricted: 'violence' })
  const after = [await saysOf('registered', bo), await saysOf('registered', coordinator)].map(([n]) => Number(n))
  assert.deepEqual(after, [before[0], Number(before[1]) + 1])
  assert.deepEqual((await saysOf('responded', bo))[1], before[0])
})

test('INDICATOR-3 a case without a NIK is told as such; one whose reporter gave no name, or that was forgotten, is not', async () => {
  const [had] = await saysOf('without-nik', bo)
  const client = { name: 'Tanpa Nomor', nik: null, kk: null, phone: null, address: '' }
  const { id } = await aCaseBy(fo, { client })
  assert.equal((await saysOf('without-nik', bo))[0], Number(had) + 1)
  await aCaseBy(fo, {
    client: { ...client, name: '' },
    reporter: { name: null, phone: null, relation: 'self', anonymous: true },
  })
  assert.equal((await saysOf('without-nik', bo))[0], Number(had) + 1)
  await house.owner("update cases set client_name = '', client_name_key = '' where id = $1", [id])
  assert.equal((await saysOf('without-nik', bo))[0], had)
})

test('INDICATOR-3 what came before time was kept is counted, and left out of shares of time', async () => {
  const { id } = await aCaseBy(fo)
  await acts(bo, id, 'take')
  const [[responded], [, measured]] = [await saysOf('responded', bo), await saysOf('first-half', bo)]
  assert.equal(responded, measured)
  const [all] = await saysOf('registered', bo)
  await house.owner('update cases set promised = null, first_minutes = null where id = $1', [id])
  assert.deepEqual(await saysOf('registered', bo), [all, null])
  assert.equal((await saysOf('first-half', bo))[1], Number(measured) - 1)
})

for (const [place, zone] of [
  ['34.04', 'Asia/Jakarta'],
  ['91.71', 'Asia/Jayapura'],
] as const)
  test(`INDICATOR-3 a day of ${place} goes from midnight to midnight by its own clock`, async () => {
    const desk = await openOffice(house, { name: `Sekretariat ${place} lain`, kind: 'secretariat', place })
    const [village] = await house.owner<{ code: string }>(
      "select code from place where level = 'village' and valid_to is null and left(code, 5) = $1 order by code desc limit 1",
      [place],
    )
    assert.ok(village)
    const lead = await house.staffAt(desk, 'manager', place)
    const here = villageCode.parse(village.code)
    const { id } = await aCaseBy(await house.staffAt(desk, 'fo', place), { place: here }, { district: place })
    const day = addDays(today, -10)
    const counted = async () => (await saysOf('registered', lead, { place: here, from: day, to: day }))[0]
    for (const [at, n] of [
      [`${day} 00:00:00`, 1],
      [`${day} 23:59:59.999`, 1],
      [`${addDays(day, 1)} 00:00:00`, 0],
      [`${addDays(day, -1)} 23:59:59.999`, 0],
    ] as const) {
      await house.owner('update cases set registered_at = $2::timestamp at time zone $3 where id = $1', [id, at, zone])
      assert.equal(await counted(), n, at)
    }
  })

test('INDICATOR-4 whoever sees cases and not the registry opens cases, and is told no few of anything', async () => {
  const admin = await house.staffAt(offices.secretariat, 'admin')
  const { code: _, ...fo } = shippedRoles.find(({ code }) => code === 'fo') ?? { code: 'fo' }
  const data = { ...fo, permissions: ['case.read', 'figures.read'] }
  const names = { id: 'Pengamat', en: 'Watcher' }
  await admin.does('list.add', { data: { list: 'role', code: 'pengamat', names, from: today, data } })
  const watcher = await house.staffAt(offices.maguwoharjo, 'pengamat')
  const { opens, lines, owners } = await read(watcher)
  assert.deepEqual([opens, owners], [true, []])
  assert.equal(lines.find(({ code }) => code === 'registered')?.n, 'few', 'one is registered there')
})

test('R5 an address with something else in it is refused by name', async () => {
  for (const [query, code] of [
    [{ place: 'x' }, 'invalid'],
    [{ from: 'kemarin' }, 'invalid'],
    [{ place: "34.04' or 1=1" }, 'invalid'],
    [{ tahun: '2026' }, 'unknown-filter'],
  ] as const) {
    const { status, body } = await manager.ask(indicatorRoutes.indicators, { query })
    assert.deepEqual([status, body.code], [400, code], JSON.stringify(query))
  }
  assert.equal((await house.stranger().ask(indicatorRoutes.indicators)).status, 401)
  const posted = await manager.raw({ method: 'POST', path: indicatorRoutes.indicators.path, body: '{}' })
  assert.ok(posted.status === 404 || posted.status === 405, String(posted.status))
})

test('R4 reading indicators leaves the ledger, the rows and the queue as they were', async () => {
  const everything = async () => {
    const [row] = await house.owner<{ cases: string; entries: string; jobs: string }>(
      `select (select md5(string_agg(c::text, '' order by id)) from cases c) as cases, (select count(*) from ledger)::text as entries,
        (select count(*) from timer)::text as jobs`,
    )
    return row
  }
  const before = await everything()
  await read(manager)
  await read(bo, { from: addDays(today, -700), to: today })
  assert.deepEqual(await everything(), before)
})
