import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { answeredIn, missingOf } from '@openslrt/core/programme/pending.ts'
import { vocabulary } from '@openslrt/core/programme/vocabulary.ts'
import { statementName } from '@openslrt/core/registry/statements.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

// What programmes rest on that no variable says, and how it is answered where it is missing.
const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const district = ledgerCode.parse(sleman.district)
const manager = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'fo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'fo')
const reader = await house.staffAt(offices.secretariat, 'leader')
const today = dayIn('Asia/Jakarta', Date.now())
const ask = 'Tidak sedang menerima bantuan sejenis'
const origin = { desil: null, way: 'visit', source: 'Kata ketua RT', ref: null }

async function opened(name: string, words: string, more: object = {}): Promise<string> {
  const subject = randomUUID()
  const data = { ...programmeData['programme.open'], from: today, name, rule: { ask: words }, ...more }
  await manager.does('programme.open', { subject, data })
  return subject
}
async function aHousehold() {
  const [family, person] = [randomUUID(), randomUUID()]
  const place = sleman.caturtunggal
  await desk.does('registry.add-family', { subject: family, data: { place, values: {}, ...origin } })
  const own = { place, family, values: { nama: 'Siti Aminah' }, way: 'desk', source: '', ref: null }
  await desk.does('registry.add-person', { subject: person, data: own })
  return { family, person }
}
const answersFor = (family: string, by: Client = desk) =>
  by.read(programmeRoutes.forFamily, { query: { district, id: familyId.parse(family) } })
async function told(family: string, name: string, member: number | null = null) {
  const { groups } = await answersFor(family)
  const found = groups.find((group) => group.member === member)?.items.find((item) => item.name === name)
  assert.ok(found, name)
  return found
}
const say = (of: 'person' | 'family', subject: string, value: string | null, words = ask, by: Client = desk) =>
  by.send('registry.record', { subject, data: { of, values: { [statementName(words)]: value }, ...origin } })

test('PROG-21 what is to be found out is answered where it is missing: then it fits, with who said it, when and how', async () => {
  await opened('Paket Sembako', ask)
  const { family } = await aHousehold()
  const before = await told(family, 'Paket Sembako')
  assert.equal(before.verdict, 'cannot-tell')
  assert.deepEqual(missingOf(before.reason, vocabulary), [{ kind: 'ask', ask, member: null }])
  const answer = await answersFor(family)
  assert.deepEqual([answer.family, answer.mayAnswer], [{ id: family, version: 1 }, true])
  assert.equal((await say('family', family, `ya ${today}`)).status, 200)
  const after = await told(family, 'Paket Sembako')
  assert.equal(after.verdict, 'eligible')
  assert.deepEqual(answeredIn(after.reason), [{ ask, member: null, truth: 'met', answer: { yes: true, on: today } }])
  const query = { district, of: 'family', id: family, variable: statementName(ask) } as const
  const { items } = await desk.read(registryRoutes.history, { query })
  assert.deepEqual(
    items.map(({ way, source, values }) => [way, source, values]),
    [['visit', 'Kata ketua RT', { [statementName(ask)]: `ya ${today}` }]],
  )
  assert.equal((await say('family', family, `tidak ${today}`)).status, 200)
  assert.equal((await told(family, 'Paket Sembako')).verdict, 'not-eligible')
  assert.equal((await say('family', family, null)).status, 200)
  assert.equal((await told(family, 'Paket Sembako')).verdict, 'cannot-tell')
  assert.equal((await desk.read(registryRoutes.history, { query })).total, 3, 'nothing is forgotten')
})

test('PROG-21 where the words of the criteria change it is asked anew; an old answer is, too', async () => {
  const id = await opened('Beasiswa', 'Bersedia mengikuti pelatihan', { unit: 'person' })
  const { family, person } = await aHousehold()
  await say('person', person, `ya ${today}`, 'Bersedia mengikuti pelatihan')
  assert.equal((await told(family, 'Beasiswa', 0)).verdict, 'eligible')
  const criteria = { ...programmeData['programme.set-criteria'], from: today }
  const rule = { ask: 'Bersedia mengikuti pelatihan tiga bulan' }
  await manager.does('programme.set-criteria', { subject: id, data: { ...criteria, rule } })
  assert.equal((await told(family, 'Beasiswa', 0)).verdict, 'cannot-tell')
  const old = `${Number(today.slice(0, 4)) - 2}-01-05`
  await say('person', person, `ya ${old}`, rule.ask)
  const again = await told(family, 'Beasiswa', 0)
  assert.equal(again.verdict, 'cannot-tell')
  assert.deepEqual(answeredIn(again.reason)[0]?.answer, { yes: true, on: old })
  assert.equal((await say('person', person, null, 'Bersedia mengikuti pelatihan')).status, 200, 'what nobody asks')
})

test('PROG-21 only what a programme there rests on is answered, by whoever may record there', async () => {
  const { family } = await aHousehold()
  const strange = await say('family', family, `ya ${today}`, 'Tidak ditanyakan siapa pun')
  assert.deepEqual([strange.status, strange.body['code']], [422, 'registry-value'])
  assert.match(String(strange.body['message']), /Tidak ditanyakan siapa pun/)
  const ahead = await say('family', family, 'ya 2199-01-01')
  assert.equal(ahead.body['code'], 'day-ahead')
  assert.equal((await say('family', family, 'mungkin')).body['code'], 'registry-value')
  assert.equal((await say('family', family, `ya ${today}`, ask, neighbour)).status, 404)
  assert.equal((await say('family', family, `ya ${today}`, ask, reader)).status, 403)
})

test('PROG-22 what is known of a case alone counts for its client, for whom the case is whole; for nobody else', async () => {
  const [nik, elsewhere] = ['3404075203600001', '3404075203600009']
  const programme = await opened('Bantuan A', 'x', { rule: { fact: 'desil', is: 'known' } })
  await opened('Bantuan B', 'x', { rule: { fact: 'desil', is: 'at-most', value: 4 }, excludes: [programme] })
  const { family, person } = await aHousehold()
  const desil = { value: 2, on: today, source: 'DTSEN' }
  const data = { of: 'family', values: {}, ...origin, desil }
  await desk.does('registry.record', { subject: family, data })
  const number = { of: 'person', values: { nomor_induk_kependudukan: nik }, ...origin }
  await desk.does('registry.record', { subject: person, data: number })
  const receives = async (of: string, by: Client = desk) => {
    const kase = randomUUID()
    const about = registration()
    await by.does('case.register', {
      subject: kase,
      data: { ...about, client: { ...about.client, nik: of, kk: null } },
    })
    const said = {
      holder: { person: null, family: null, case: kase },
      programme,
      status: 'receives',
      reason: null,
      since: null,
      until: null,
      amountRight: 'yes',
      onTime: 'yes',
      useful: 'yes',
      saidBy: 'person',
      saidOn: today,
      need: null,
    }
    await by.does('participation.record', { subject: randomUUID(), data: said })
    return kase
  }
  await receives(elsewhere)
  assert.equal((await told(family, 'Bantuan B')).verdict, 'cannot-tell', 'of somebody else it says nothing')
  const kase = await receives(nik)
  assert.equal((await told(family, 'Bantuan B')).verdict, 'not-eligible')
  assert.equal((await told(family, 'Bantuan A')).has, true)
  await house.owner("update cases set restricted = 'hiv' where id = $1", [kase])
  assert.equal((await told(family, 'Bantuan B')).verdict, 'cannot-tell', 'of a case that is closed to the reader')
})
