import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicApplications } from '@openslrt/core/contract/public-application.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aProgrammeOf, needsOf } from '../../testing/a-need.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const village = await house.staffAt(offices.caturtunggal, 'fo')
const agency = await house.staffAt(offices.dinsos, 'provider')
const manager = await house.staffAt(offices.secretariat, 'manager')
const { record, apply } = needsOf(village)
const { pools, ledger } = house.parts
const heading = /Permohonan ke program bantuan/

type Case = Awaited<ReturnType<typeof aCaseBy>>
const pageOf = async ({ number, receipt }: Case) => {
  const browser = plainBrowser(house.door)
  await browser.open('/lacak')
  return (await browser.press('/lacak', { number, secret: receipt.short })).text
}
const needOf = ({ id }: Case) => record({ person: null, family: null, case: id })

test('NEED-14 the citizen of the case reads what was asked for them, until when it is answered, and how, without a word of anybody', async () => {
  const programme = await aProgrammeOf(manager, offices.dinsos, 'Bedah Rumah')
  const [kase, other] = [await aCaseBy(village), await aCaseBy(village)]
  assert.doesNotMatch(await pageOf(kase), heading)
  const asked = await apply(await needOf(kase), programme)
  const sent = await pageOf(kase)
  assert.match(sent, heading)
  for (const words of [
    'Bedah Rumah',
    'Disiapkan Puskesos Caturtunggal',
    'Diajukan ke Dinas Sosial',
    'Dijawab Dinas Sosial Sleman, paling lambat',
  ])
    assert.ok(sent.includes(words), words)
  assert.doesNotMatch(await pageOf(other), heading)
  const words = 'Kata orang dalam.'
  await agency.does('application.refuse', { subject: asked, data: { reason: 'not-eligible', note: words } })
  const refused = await pageOf(kase)
  assert.match(refused, /Tidak dikabulkan: /)
  assert.doesNotMatch(refused, /Kata orang dalam|Dijawab Dinas/)
  const found = async (secret: string, at: string = sleman.district) => {
    const sql = 'select public_applications($1, $2, $3) as found'
    const { rows } = await pools.door.query<{ found: unknown }>(sql, [at, kase.id, ledger.keys.doorDigest(secret)])
    return publicApplications.parse(rows[0]?.found)
  }
  assert.deepEqual(
    (await found(kase.receipt.short)).map(({ status, why }) => [status, why]),
    [['refused', 'not-eligible']],
  )
  assert.equal((await found(kase.receipt.long)).length, 1)
  assert.deepEqual(
    [await found(other.receipt.short), await found(kase.receipt.short, '34.02'), await found('')],
    [[], [], []],
  )
})

test('NEED-14 granted, in line, withdrawn and not sent yet are told apart', async () => {
  const programme = await aProgrammeOf(manager, offices.dinsos, 'Alat Bantu')
  await needsOf(manager).setQuota(programme, 1)
  const cases = [await aCaseBy(village), await aCaseBy(village), await aCaseBy(village)] as const
  const asked = []
  for (const kase of cases) asked.push(await apply(await needOf(kase), programme))
  const [first = '', second = '', third = ''] = asked
  for (const subject of [first, second]) await agency.does('application.grant', { subject, data: { note: '' } })
  await village.does('application.withdraw', { subject: third, data: { note: 'Batal.' } })
  assert.match(await pageOf(cases[0]), /Dikabulkan Dinas Sosial/)
  assert.match(await pageOf(cases[1]), /Masuk daftar tunggu: semua tempat sedang terisi/)
  const ended = await pageOf(cases[2])
  assert.match(ended, /Permohonan tidak dilanjutkan/)
  assert.doesNotMatch(ended, /Batal/)
  const waiting = await aCaseBy(village)
  await apply(await needOf(waiting), programme, { send: false })
  const draft = await pageOf(waiting)
  assert.match(draft, /Disiapkan Puskesos Caturtunggal/)
  assert.doesNotMatch(draft, /Dijawab Dinas|Dikabulkan/)
})
