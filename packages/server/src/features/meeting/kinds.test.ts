import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { dayIn, wireOf } from '@openslrt/core/kernel/instant.ts'
import { meetingData } from '@openslrt/core/testing/a-meeting.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const rsud = await house.staffAt(offices.rsud, 'provider')
const bappeda = await house.staffAt(offices.dinsos, 'planner')

const codeOf = ({ status, body }: Answer) => [status, body.code]
const district = '34.04'

const read = (who: Client, id: string) => who.ask(meetingRoutes.one, { query: { district, id } })
const page = async (who: Client, id: string) => meetingRoutes.one.reply.parse((await read(who, id)).body)

test('MEET-7 who may call what is said by the list, and a district says it for itself', async () => {
  const kinds = async (who: Client) => (await who.read(meetingRoutes.choices)).kinds.map(({ code }) => code)
  assert.deepEqual(await kinds(manager), ['case-conference', 'technical-team', 'coordination-team'])
  assert.deepEqual(await kinds(desk), ['case-conference', 'technical-team'])
  assert.deepEqual([await kinds(rsud), await kinds(bappeda)], [[], ['technical-team', 'coordination-team']])
  const { offices: near } = await desk.read(meetingRoutes.choices)
  assert.deepEqual(near.map(({ name }) => name).includes('RSUD Sleman'), true)
  assert.equal(
    near.some(({ id }) => id === offices.caturtunggal),
    false,
  )
  const sent = {
    ...meetingData.call,
    kind: 'coordination-team',
    offices: [],
    points: [{ id: randomUUID(), case: null, title: 'x' }],
  }
  assert.deepEqual(codeOf(await desk.send('meeting.call', { data: sent })), [403, 'meeting-not-yours'])
  assert.deepEqual(codeOf(await manager.send('meeting.call', { district: '34.02', data: sent })), [
    422,
    'wrong-district',
  ])
})

test('MEET-7 a district adds a kind of its own, and from then on whom it names may call it', async () => {
  const admin = await house.staffAt(offices.secretariat, 'admin')
  const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
  const kindsOf = async () =>
    (await facilitator.read(meetingRoutes.choices)).kinds.map(({ code, months }) => [code, months])
  assert.deepEqual(await kindsOf(), [])
  const data = { callers: [{ rights: ['case.register'], offices: ['puskesos'] }], months: 1, basis: 'SK Bupati' }
  const names = { id: 'Musyawarah dusun', en: 'Hamlet meeting' }
  const from = dayIn('Asia/Jakarta', Date.now())
  await admin.does('list.add', {
    subject: randomUUID(),
    data: { list: 'meeting-kind', code: 'hamlet', names, from, data },
  })
  assert.deepEqual(await kindsOf(), [['hamlet', 1]])
  const id = randomUUID()
  const call = {
    ...meetingData.call,
    kind: 'hamlet',
    offices: [],
    startsAt: wireOf(Date.now()),
    points: [{ id: randomUUID(), case: null, title: 'Data keluarga' }],
  }
  await facilitator.does('meeting.call', { subject: id, data: call })
  assert.deepEqual((await page(desk, id)).kindNames, names)
  const wrong = { ...data, callers: [{ rights: ['arisan'], offices: ['puskesos'] }] }
  const refused = await admin.send('list.add', {
    subject: randomUUID(),
    data: { list: 'meeting-kind', code: 'lain', names, from, data: wrong },
  })
  assert.deepEqual(codeOf(refused), [400, 'invalid'])
})
