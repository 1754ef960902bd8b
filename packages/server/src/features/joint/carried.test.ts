import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { jointRoutes } from '@openslrt/core/contract/joint-queries.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { note, person, programme, programmesOf } from '../../testing/a-programme.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const ministry = await openOffice(house, { name: 'Kementerian Sosial', kind: 'agency', level: 'nation', place: '00' })
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const lead = await house.staffAt(offices.secretariat, 'manager')
const hospital = await house.staffAt(offices.rsud, 'provider')
const village = await house.staffAt(offices.caturtunggal, 'coordinator')

const { invite, addTask, list, begun } = programmesOf(lead, offices)

const codeOf = ({ status, body }: Pick<Answer, 'status' | 'body'>) => [status, body.code]
const cardOf = (client: Client, id: string, district = '34.04') =>
  client.read(jointRoutes.card, { query: { district, id } })
const targetsOf = async (client: Client, id: string, status: string) =>
  (await client.read(jointRoutes.targets, { query: { district: '34.04', id, status } })).items
test('JOINT-3 nobody is partner twice, nor the lead its own: an office, a body by its name, also when two invite at once', async () => {
  const { id, rsud } = await begun()
  const data = { joint: id, kind: 'agency', office: null, name: '', contact: '', fields: [] }
  const add = (own: object) => lead.send('joint.add-partner', { subject: randomUUID(), data: { ...data, ...own } })
  assert.deepEqual(codeOf(await add({ office: offices.rsud })), [409, 'joint-twice'])
  assert.deepEqual(codeOf(await add({ office: offices.secretariat })), [409, 'joint-twice'])
  assert.deepEqual(codeOf(await add({})), [422, 'joint-partner'])
  assert.deepEqual(codeOf(await add({ office: randomUUID() })), [422, 'unknown-office'])
  await invite(id, null, { name: 'Yayasan Kasih', kind: 'non-government' })
  assert.deepEqual(codeOf(await add({ name: 'Yayasan Kasih ' })), [409, 'joint-twice'])
  const both = await Promise.all([1, 2, 3].map(() => add({ office: offices.dinsos })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409, 409])
  const closed = await openOffice(house, { name: 'Klinik Tutup', kind: 'provider' })
  const office = { name: 'Klinik Tutup', kind: 'provider', level: 'district', place: '34.04', parent: null }
  await house.setUp('office.change', { subject: closed, data: { ...office, address: '', phone: '', active: false } })
  assert.deepEqual(codeOf(await add({ office: closed })), [422, 'office-not-active'])
  const found = await lead.read(jointRoutes.offices, { query: { q: 'klinik' } })
  assert.deepEqual(found.items, [], 'one that is closed is offered to nobody')
  await lead.does('joint.end-partner', { subject: rsud, data: { joint: id, note } })
  assert.deepEqual(codeOf(await lead.send('joint.end-partner', { subject: rsud, data: { joint: id, note } })), [
    422,
    'joint-part-unknown',
  ])
  await invite(id, offices.rsud)
  const partners = (await cardOf(hospital, id)).partners.filter(({ office: one }) => one === offices.rsud)
  assert.deepEqual(
    partners.map(({ left, own }) => [left, own]),
    [
      [true, false],
      [false, true],
    ],
  )
})

test('JOINT-8 of two who move one task at once one is heard; whoever took no part speaks for nobody', async () => {
  const { id, rsud, desa } = await begun()
  const [task, target] = [await addTask(id, rsud), await list(id)]
  const finish = (client: Client) => client.send('joint.finish-task', { subject: task, data: { joint: id, note } })
  const both = await Promise.all([finish(lead), finish(hospital)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  const reach = { joint: id, partner: desa, note: 'Sudah dikunjungi.' }
  await hospital.does('joint.reach-target', { subject: target, data: reach })
  assert.equal((await targetsOf(lead, id, 'reached'))[0]?.partnerName, 'RSUD Sleman', 'not the one it named')
  const other = await begun()
  const theirs = { joint: id, what: 'Ukur rumah', dueOn: '2099-01-01' }
  for (const partner of [other.rsud, randomUUID()]) {
    const answer = await lead.send('joint.add-task', { subject: randomUUID(), data: { ...theirs, partner } })
    assert.deepEqual(codeOf(answer), [422, 'joint-part-unknown'])
    const reached = await lead.send('joint.reach-target', { subject: await list(id), data: { ...reach, partner } })
    assert.deepEqual(codeOf(reached), [422, 'joint-part-unknown'])
  }
})

test('JOINT-10 figures of the list and of the card are those of a recount, at every step and on the day a task is due', async () => {
  const { id, rsud, desa } = await begun()
  const { today } = await cardOf(lead, id)
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  const [late, due, gone] = [
    await addTask(id, rsud, yesterday),
    await addTask(id, desa, today),
    await addTask(id, null),
  ]
  const [first, second] = [await list(id), await list(id), await list(id)]
  const figures = async () => {
    const line = (await hospital.read(jointRoutes.list)).items.find((one) => one.id === id)
    const { shares, ...all } = (await cardOf(hospital, id)).progress
    const of = ({ tasks = 0, done = 0, late: overdue = 0, targets = 0, reached = 0 }: Partial<typeof all>) => [
      tasks,
      done,
      overdue,
      targets,
      reached,
    ]
    assert.deepEqual(of(line ?? {}), of(all), 'list and card say the same')
    for (const name of ['tasks', 'done', 'late', 'reached'] as const)
      assert.equal(
        shares.reduce((sum, share) => sum + share[name], 0),
        all[name],
        `${name}: the shares make the whole`,
      )
    return of(all)
  }
  assert.deepEqual(await figures(), [3, 0, 1, 3, 0])
  const own = { joint: id, note }
  await lead.does('joint.drop-task', { subject: gone, data: own })
  await hospital.does('joint.finish-task', { subject: late, data: own })
  assert.deepEqual(await figures(), [2, 1, 0, 3, 0])
  await lead.does('joint.reopen-task', { subject: late, data: own })
  await village.does('joint.finish-task', { subject: due, data: own })
  await village.does('joint.reach-target', { subject: first, data: { ...own, partner: null } })
  await lead.does('joint.reach-target', { subject: second, data: { ...own, partner: rsud } })
  assert.deepEqual(await figures(), [2, 1, 1, 3, 2])
  await lead.does('joint.drop-target', { subject: first, data: own })
  await lead.does('joint.end-partner', { subject: desa, data: own })
  assert.deepEqual(await figures(), [2, 1, 1, 2, 1], 'what a partner did that left stays counted')
})

test('JOINT-2 an agreement is told to be ending from thirty days before, through its last day, and then to be over', async () => {
  const { id, rsud } = await begun()
  const { today } = await cardOf(lead, id)
  const day = (ahead: number) => new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10)
  const shown = async (show: string) =>
    (await hospital.read(jointRoutes.list, { query: { show } })).items.some((one) => one.id === id)
  await lead.does('joint.change-partner', { subject: rsud, data: { joint: id, contact: '', fields: ['name', 'nik'] } })
  for (const [validUntil, standing, fields] of [
    [day(31), 'valid', 2],
    [day(30), 'ending', 2],
    [day(0), 'ending', 2],
    [day(-1), 'over', 0],
    [null, 'valid', 2],
  ] as const) {
    await lead.does('joint.change', { subject: id, data: { ...programme, validUntil } })
    const card = await cardOf(hospital, id)
    assert.deepEqual([card.standing, card.fields.length], [standing, fields], String(validUntil))
    assert.equal(await shown('ending'), standing !== 'valid', String(validUntil))
    assert.equal(await shown('running'), true)
  }
  const none = { agreement: '', agreedOn: null, validUntil: null }
  await lead.does('joint.change', { subject: id, data: { ...programme, ...none } })
  const card = await cardOf(hospital, id)
  assert.deepEqual([card.standing, card.fields, await shown('ending')], ['none', [], false])
  for (const days of [
    { agreedOn: '2026-01-05', validUntil: '2026-01-04' },
    { ...none, agreedOn: '2026-01-05' },
    { ...none, validUntil: '2099-01-01' },
  ])
    assert.deepEqual(codeOf(await lead.send('joint.change', { subject: id, data: { ...programme, ...days } })), [
      422,
      'joint-days',
    ])
  await lead.does('joint.change', { subject: id, data: { ...programme, agreedOn: day(0), validUntil: day(0) } })
})

test('JOINT-1 a ministry leads in the nation’s ledger, with districts as its partners; a village leads in its own', async () => {
  const nation = await house.staffAt(ministry, 'ministry', '00')
  const id = randomUUID()
  const there = await nation.send('joint.start', { subject: id, district: '34.04', data: programme })
  assert.deepEqual(codeOf(there), [422, 'wrong-district'])
  await nation.does('joint.start', { subject: id, data: programme })
  await invite(id, offices.secretariat, { fields: ['name', 'need'] }, nation)
  await invite(id, bantul, {}, nation)
  const target = await list(id, { name: 'Paijo' }, nation)
  assert.equal((await cardOf(lead, id, '00')).partners.find(({ own }) => own)?.office, offices.secretariat)
  const neighbour = await house.staffAt(bantul, 'manager', '34.02')
  await neighbour.does('joint.reach-target', {
    subject: target,
    district: '00',
    data: { joint: id, partner: null, note },
  })
  const reached = await nation.read(jointRoutes.targets, { query: { district: '00', id, status: 'reached' } })
  assert.deepEqual(
    reached.items.map(({ partnerName, name }) => [partnerName, name]),
    [['Sekretariat Bantul', null]],
  )
  const own = randomUUID()
  await village.does('joint.start', { subject: own, data: programme })
  const beyond = { joint: own, ...person, village: sleman.maguwoharjo, need: '' }
  assert.deepEqual(codeOf(await village.send('joint.list-target', { subject: randomUUID(), data: beyond })), [
    422,
    'village-elsewhere',
  ])
  await list(own, {}, village)
  for (const [district, name] of [
    ['34.04', '34.04.07.9999'],
    ['34.04', '34.02.01.2001'],
  ] as const) {
    const data = { joint: own, ...person, village: name, need: '' }
    const answer = await village.send('joint.list-target', { subject: randomUUID(), district, data })
    assert.deepEqual(codeOf(answer), [422, 'village-elsewhere'], name)
  }
})

test('JOINT-15 after all that both ledgers prove their programmes, and write them anew as every reader knew them', async () => {
  const { items } = await lead.read(jointRoutes.list)
  const seen = async () => {
    const cards = []
    for (const { id, district } of items) {
      const query = { district, id }
      cards.push(await lead.read(jointRoutes.card, { query }))
      for (const status of ['listed', 'reached', 'dropped'])
        cards.push((await lead.read(jointRoutes.targets, { query: { ...query, status } })).items)
    }
    return cards
  }
  const before = await seen()
  for (const district of ['34.04', '00']) {
    await assertVerified(house, district)
    await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, district))
    await assertVerified(house, district)
  }
  assert.ok(items.length > 5)
  assert.deepEqual(await seen(), before)
})
