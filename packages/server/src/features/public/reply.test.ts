import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { replyRoutes } from '@openslrt/core/contract/reply.ts'
import { caseId, linkId, officeId, referralId } from '@openslrt/core/kernel/id.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const clinic = await openOffice(house, { name: 'Klinik Bina Sehat', kind: 'provider' })
const note = 'Sudah diperiksa.'
const page = '/rujukan/jawab'

interface Asking {
  readonly fields?: readonly string[]
  readonly to?: string
  readonly link?: boolean
}

/** An approved case that asks an office for help, with the secrets of its reply link. */
async function asked({ fields = ['story'], to = clinic, link = true }: Asking = {}) {
  const { id, number } = await aCaseBy(desk)
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note } })
  return { id, number, ...(await askFor(id, to, fields, link)) }
}

async function askFor(id: string, to: string, fields: readonly string[], link: boolean) {
  const referral = randomUUID()
  const own = link ? { link: randomUUID() } : {}
  await desk.does('referral.request', {
    subject: id,
    data: { referral, to, grant: randomUUID(), fields, note, ...own },
  })
  return { referral, secrets: () => secretsOf(id, referral) }
}

const secretsOf = (id: string, referral: string) =>
  desk.read(replyRoutes.link, {
    body: { district: '34.04', case: caseId.parse(id), referral: referralId.parse(referral) },
  })

async function openBy(fields: Readonly<Record<string, string>>) {
  const browser = plainBrowser(house.door)
  await browser.open('/rujukan')
  await browser.press('/rujukan', fields)
  return browser
}

const cardOf = async (id: string) => desk.read(caseRoutes.card, { query: { district: '34.04', id: caseId.parse(id) } })
const statusOf = async (id: string, referral: string) =>
  (await cardOf(id)).referrals.find((line) => line.id === referral)?.status

test('REF-20 without account and script an office accepts, asks for data, starts and completes; all of it stands in the ledger under its link', async () => {
  const { id, referral, secrets } = await asked()
  const { long } = await secrets()
  const browser = await openBy({ key: long })
  assert.match(browser.page().text, /Puskesos Caturtunggal meminta bantuan Klinik Bina Sehat/)
  assert.equal(browser.page().path, page)
  assert.ok(!browser.page().html.includes(long))
  await browser.press(page, { note: 'Senin pagi.' }, { act: 'accept' })
  assert.match(browser.page().text, /Rujukan Anda terima/)
  await browser.press(page, { note: 'Mohon surat pengantar.' }, { act: 'hold' })
  assert.match(browser.page().text, /Mohon surat pengantar\./)
  assert.equal(await statusOf(id, referral), 'on-hold')
  await desk.does('referral.supply', { subject: id, data: { referral, note: 'Terlampir.' } })
  await browser.open(page)
  await browser.press(page, {}, { act: 'accept' })
  await browser.press(page, {}, { act: 'start' })
  const end = await browser.press(page, { note: 'Diobati sampai sembuh.', outcome: 'granted' }, { act: 'complete' })
  assert.match(end.text, /Hasilnya sudah dikirim/)
  assert.equal(await statusOf(id, referral), 'completed')
  const entries = await house.owner<{ kind: string; office: string }>(
    'select kind, office from ledger where actor = $1 order by seq',
    [`provider:${referral}`],
  )
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['accept', 'hold', 'accept', 'start', 'complete'].map((step) => `referral.${step}`),
  )
  assert.ok(entries.every(({ office }) => office === clinic))
  const looks = await house.owner<{ action: string }>('select action from access_log where actor = $1', [
    `provider:${referral}`,
  ])
  assert.deepEqual([...new Set(looks.map(({ action }) => action))], ['open'])
  await assertVerified(house)
})

test('REF-20 an office declines with a reason from the list, and is told what is missing with its words kept', async () => {
  const { id, referral, number, secrets } = await asked()
  const { short } = await secrets()
  const browser = await openBy({ number, secret: short.toUpperCase() })
  const back = await browser.press(page, { note: 'Penuh sampai Desember.' }, { act: 'reject' })
  assert.equal(back.status, 422)
  assert.match(back.text, /Pilih salah satu/)
  assert.ok(back.html.includes('Penuh sampai Desember.'))
  await browser.press(page, { reason: 'capacity-full' }, { act: 'reject' })
  const line = (await cardOf(id)).referrals.find((one) => one.id === referral)
  assert.deepEqual(
    [line?.status, line?.reason, line?.result, line?.linkUntil],
    ['rejected', 'capacity-full', 'Penuh sampai Desember.', null],
  )
  assert.equal((await openBy({ number, secret: short })).page().status, 403)
})

test('REF-22 pressing twice answers once, and what somebody else did meanwhile is told', async () => {
  const { id, referral, secrets } = await asked()
  const { long } = await secrets()
  const browser = await openBy({ key: long })
  await browser.press(page, {}, { act: 'accept' })
  const twice = await browser.again()
  assert.equal(twice.status, 200)
  const colleague = await openBy({ key: long })
  await desk.does('referral.cancel', { subject: id, data: { referral, note, reason: 'no-longer-needed' } })
  const over = await colleague.press(page, {}, { act: 'start' })
  assert.equal(over.status, 401)
  assert.match(over.text, /tidak terbuka lagi/)
  assert.equal(await statusOf(id, referral), 'cancelled')
})

test('REF-23 a revoked link, one that was given anew, and one whose time is over open nothing, also not in a browser that has it open', async () => {
  const { id, referral, number, secrets } = await asked()
  const first = await secrets()
  const browser = await openBy({ key: first.long })
  await desk.does('referral.give-link', { subject: id, data: { referral, link: randomUUID(), note: '' } })
  assert.equal((await browser.open(page)).status, 410)
  const second = await secrets()
  assert.notEqual(second.long, first.long)
  for (const old of [{ key: first.long }, { number, secret: first.short }])
    assert.equal((await openBy(old)).page().status, 403)
  const next = await openBy({ key: second.long })
  assert.equal(next.page().path, page)
  await desk.does('referral.revoke-link', { subject: id, data: { referral, note: '' } })
  assert.equal((await next.press(page, {}, { act: 'accept' })).status, 401)
  assert.equal(await statusOf(id, referral), 'requested')
  await desk.does('referral.give-link', { subject: id, data: { referral, link: randomUUID(), note: '' } })
  const third = await openBy({ key: (await secrets()).long })
  await house.owner("update referral set link_until = now() - interval '1 second' where id = $1", [referral])
  assert.equal((await third.open(page)).status, 410)
  assert.equal((await third.press('/rujukan', { key: second.long })).status, 403)
  // A fresh link writes the moment anew: what the test set by hand must not stand beside the ledger.
  await desk.does('referral.give-link', { subject: id, data: { referral, link: randomUUID(), note: '' } })
})

test('REF-24 a link is made with the request where nobody of the asked office has an account, and not where somebody has', async () => {
  assert.notEqual((await cardOf((await asked()).id)).referrals[0]?.linkUntil, null)
  const { id, referral } = await asked({ to: offices.rsud })
  assert.notEqual((await cardOf(id)).referrals[0]?.linkUntil, null)
  await house.staffAt(offices.rsud, 'provider')
  const manned = await asked({ to: offices.rsud })
  assert.equal((await cardOf(manned.id)).referrals[0]?.linkUntil, null)
  const next = { next: randomUUID(), to: clinic, grant: randomUUID(), fields: [], note, link: randomUUID() }
  await desk.does('referral.redirect', { subject: id, data: { referral, ...next } })
  assert.deepEqual(
    (await cardOf(id)).referrals.map(({ linkUntil }) => linkUntil === null),
    [true, false],
  )
})

test('REF-20 the page shows what the grant names and nothing else of the case', async () => {
  const { secrets } = await asked({ fields: ['story'] })
  const bare = (await openBy({ key: (await secrets()).long })).page().text
  assert.ok(bare.includes('sejak Februari') || bare.includes('Cerita'))
  for (const hidden of ['Sumarni', '3404075203600001', '081234567890', 'Telepon0'])
    assert.ok(!bare.includes(hidden), hidden)
  const whole = await asked({ fields: ['client', 'contact', 'identity'] })
  const full = (await openBy({ key: (await whole.secrets()).long })).page().text
  assert.ok(full.includes('Sumarni'))
  assert.ok(!full.includes('3404075203600001') && !full.includes('081234567890'))
})

test('REF-26 whole numbers are shown for a stated reason, which stands in the access log', async () => {
  const { referral, secrets } = await asked({ fields: ['client', 'contact', 'identity'] })
  const browser = await openBy({ key: (await secrets()).long })
  assert.equal((await browser.press(page, { note: ' ok ' }, { act: 'reveal' })).status, 422)
  const shown = await browser.press(page, { note: 'Menelepon pasien' }, { act: 'reveal' })
  assert.ok(shown.text.includes('3404075203600001') && /0?81234567890/.test(shown.text))
  assert.ok(!(await browser.open(page)).text.includes('3404075203600001'))
  const looks = await house.owner<{ reason: string }>(
    "select reason from access_log where actor = $1 and action = 'reveal'",
    [`provider:${referral}`],
  )
  assert.deepEqual(looks, [{ reason: 'Menelepon pasien' }])
})

test('REF-20 a file is given where the grant names files, and is written down', async () => {
  const answer = await upload(desk, '34.04', { bytes: aPdf, type: 'application/pdf' })
  const tried = []
  for (const fields of [['files'], ['story']]) {
    const { id, secrets } = await asked({ fields })
    const attachment = randomUUID()
    const data = { attachment, sha256: answer.body['sha256'], name: 'surat.pdf', note: '' }
    await desk.does('case.attach', { subject: id, data })
    const browser = await openBy({ key: (await secrets()).long })
    tried.push([
      browser.page().text.includes('surat.pdf'),
      (await browser.open(`/rujukan/berkas?nomor=${attachment}`)).status,
    ])
  }
  assert.deepEqual(tried, [
    [true, 200],
    [false, 404],
  ])
})

test('REF-25 wrong guesses are answered alike and soon with a wait, and lock out no citizen', async () => {
  const { number } = await asked()
  const texts: string[] = []
  for (let guess = 0; guess < 5; guess++) texts.push((await openBy({ number, secret: 'aaaabbbb' })).page().text)
  assert.equal(new Set(texts).size, 1)
  assert.equal((await openBy({ number, secret: 'aaaabbbb' })).page().status, 429)
  const citizen = plainBrowser(house.door)
  await citizen.open('/lacak')
  assert.equal((await citizen.press('/lacak', { number, secret: 'aaaabbbb' })).status, 403)
})

test('REF-20 the wall of a link: its transaction sees one referral, its case, its grant, and no other row', async () => {
  const own = await asked({ fields: ['story'] })
  const other = await askFor(own.id, offices.dinsos, ['story', 'files'], false)
  await asked()
  const actor = {
    kind: 'provider',
    referral: referralId.parse(own.referral),
    case: caseId.parse(own.id),
    office: officeId.parse(clinic),
  } as const
  const seen = () =>
    inScope(house.parts.pools.api, scopeOf(actor, '34.04'), async (client) => {
      const idsOf = async (sql: string) => (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id)
      return {
        cases: await idsOf('select id from cases'),
        referral: await idsOf('select id from referral'),
        grant: await idsOf('select referral as id from case_grant'),
        attachment: await idsOf('select id from attachment'),
        ledger: await idsOf('select actor as id from ledger'),
      }
    })
  assert.deepEqual(await seen(), {
    cases: [own.id],
    referral: [own.referral],
    grant: [own.referral],
    attachment: [],
    ledger: [],
  })
  await desk.does('referral.revoke-link', { subject: own.id, data: { referral: own.referral, note: '' } })
  assert.deepEqual((await seen()).cases, [])
  assert.ok(other.referral !== own.referral)
})

test('REF-20 whoever ends one referral by link leaves the case waiting for the other one', async () => {
  const own = await asked()
  await askFor(own.id, offices.dinsos, ['story'], false)
  const browser = await openBy({ key: (await own.secrets()).long })
  await browser.press(page, { note: 'Penuh.', reason: 'capacity-full' }, { act: 'reject' })
  const [row] = await house.owner<{ open_referrals: number; waiting_office: string }>(
    'select open_referrals, waiting_office from cases where id = $1',
    [own.id],
  )
  assert.deepEqual(row, { open_referrals: 1, waiting_office: offices.dinsos })
  await assertVerified(house)
})

test('REF-21 the secrets of a link are told to who could give it, and to nobody else; each telling is written down', async () => {
  const { id, referral } = await asked()
  const body = { district: '34.04', case: caseId.parse(id), referral: referralId.parse(referral) } as const
  const fo = await house.staffAt(offices.caturtunggal, 'fo')
  const bo = await house.staffAt(offices.maguwoharjo, 'bo')
  assert.deepEqual(
    [(await fo.ask(replyRoutes.link, { body })).status, (await bo.ask(replyRoutes.link, { body })).status],
    [403, 404],
  )
  await secretsOf(id, referral)
  const looks = await house.owner("select 1 from access_log where action = 'link' and subject = $1", [id])
  assert.equal(looks.length, 1)
  const twice = await desk.send('referral.give-link', {
    subject: id,
    data: { referral, link: linkId.parse(randomUUID()), note: '' },
  })
  assert.equal(twice.status, 200)
})

test('REF-31 the asked office reads by what right it is told, at its desk and behind its link', async () => {
  await house.staffAt(offices.dinsos, 'provider').then(async (dinsos) => {
    const { id } = await asked()
    const data = {
      referral: randomUUID(),
      to: offices.dinsos,
      grant: randomUUID(),
      fields: [],
      note,
      link: randomUUID(),
    }
    const consent = { basis: 'verbal', words: 'Pak RT Suroto' }
    await desk.does('referral.request', { subject: id, data: { ...data, consent } })
    const card = await dinsos.read(caseRoutes.card, { query: { district: '34.04', id: caseId.parse(id) } })
    assert.deepEqual(card.referrals.at(-1)?.consent, consent)
    await desk.does('referral.give-link', {
      subject: id,
      data: { referral: data.referral, link: randomUUID(), note: '' },
    })
    const { long } = await secretsOf(id, data.referral)
    assert.match((await openBy({ key: long })).page().text, /disaksikan: Pak RT Suroto/)
  })
  await assertVerified(house)
})
