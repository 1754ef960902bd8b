import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'trace' })
const offices = await aDistrictOffice(house)
const admin = await house.staffAt(offices.secretariat, 'admin')
const officer = await house.staffAt(offices.caturtunggal, 'coordinator')
const person = {
  name: 'Sumiyem Kartodimejo',
  nik: '3404075203600009',
  kk: '3404070101100009',
  phone: '081987654321',
  address: 'Jalan Rahasia 17',
}
const story = 'Dipukul suami sejak bulan lalu.'
const password = 'kata-sandi-yang-panjang'
const secrets = [...Object.values(person), story, password, '0819', 'Kartodimejo']

/** Everything that was logged holds none of these. */
function assertUnsaid(...more: readonly string[]): void {
  const log = house.logged.join('')
  for (const secret of [...secrets, ...more]) assert.ok(!log.includes(secret), `the log says "${secret}"`)
}

test('LOG-1 the way of a case leaves who did what when, and nothing of the person', async () => {
  const made = await aCaseBy(officer, {
    client: person,
    story,
    reporter: { name: person.name, phone: person.phone, relation: 'self', anonymous: false },
  })
  const sent = { subject: made.id }
  await officer.does('case.take', { ...sent, data: { note: story } })
  const file = await upload(officer, '34.04', { bytes: aPdf, type: 'application/pdf', name: `${person.name}.pdf` })
  await officer.does('case.attach', {
    ...sent,
    data: { attachment: randomUUID(), sha256: String(file.body['sha256']), name: person.name, note: '' },
  })
  await officer.does('case.answer', { ...sent, data: { outcome: 'granted', note: story, openReferrals: '' } })
  await officer.read(caseRoutes.card, { query: { district: '34.04', id: made.id } })
  await officer.read(caseRoutes.reveal, { body: { district: '34.04', id: made.id, reason: person.name } })
  for (const text of [person.nik, person.phone, person.name]) await officer.read(caseRoutes.search, { body: { text } })
  assert.ok(
    house.logged.some(
      (line) => line.includes('case.take') && line.includes(String(officer.staff)) && line.includes(made.id),
    ),
  )
  assertUnsaid(made.receipt.short, made.receipt.long, String(officer.cookie).slice('openslrt='.length))
})

test('LOG-1 what is refused at the door is not repeated in the log', async () => {
  const stranger = house.stranger()
  await officer.send('case.register', {
    data: { ...registration(), client: { ...person, nik: `${person.nik}x`, unknown: person.nik } },
  })
  await officer.ask(caseRoutes.search, { body: { text: person.nik, more: person.phone } })
  await officer.raw({ method: 'GET', path: `/api/cases?number=${person.phone}&nik=${person.nik}` })
  await stranger.ask(accountRoutes.signIn, { body: { name: 'sumiyem', password } })
  await stranger.ask(accountRoutes.link, { body: { token: `${password}-${password}` } })
  assertUnsaid()
})

test('LOG-2 a fault is logged with its number and where it broke, and without the row it broke on', async () => {
  await house.owner("alter table cases add constraint break_it check (story <> 'Rusak')")
  const broken = await officer.send('case.register', { data: { ...registration(), client: person, story: 'Rusak' } })
  assert.equal(broken.status, 500)
  await house.owner('alter table cases drop constraint break_it')
  // Of a table behind a wall PostgreSQL itself tells no row; of this one it does.
  await house.owner("alter table staff add constraint break_too check (name <> 'Kartodimejo')")
  const data = { name: 'Kartodimejo', post: randomUUID(), office: offices.caturtunggal, role: 'fo' }
  assert.equal((await admin.send('staff.add', { data })).status, 500)
  await house.owner('alter table staff drop constraint break_too')
  assert.ok(house.logged.some((text) => text.includes('break_too')))
  const line = house.logged.find((text) => text.includes('break_it')) ?? ''
  assert.match(line, /"code":"23514"/)
  assert.match(line, /execute\.ts/)
  assert.ok(line.includes(broken.body.requestId ?? 'no number'))
  assertUnsaid()
})

test('LOG-2 a value that the database cannot read is not quoted', async () => {
  await house.owner(
    "alter table cases add column broken int generated always as (case when story = 'Rusak' then length(client_address)::text::int / 0 end) stored",
  )
  await officer.send('case.register', { data: { ...registration(), client: person, story: 'Rusak' } })
  await house.owner('alter table cases drop column broken')
  const error = await house.owner('select $1::text::int', [person.address]).then(
    () => assert.fail('that was no number'),
    (thrown: unknown) => thrown,
  )
  house.parts.log.error({ err: error }, 'fault')
  assert.match(house.logged.at(-1) ?? '', /22P02/)
  assertUnsaid()
})
