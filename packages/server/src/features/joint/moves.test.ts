import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { jointCommandData } from '@openslrt/core/contract/joint.ts'
import { jointRoutes } from '@openslrt/core/contract/joint-queries.ts'
import type { JointTaskStatus, TargetStatus } from '@openslrt/core/joint/joint.ts'
import { targetActs, targetRule, taskActs, taskRule } from '@openslrt/core/joint/moves.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Programme } from '../../testing/a-programme.ts'
import { note, person, programme, programmesOf } from '../../testing/a-programme.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertJsonProblem } from '../../testing/problem.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const ministry = await openOffice(house, { name: 'Kementerian Sosial', kind: 'agency', level: 'nation', place: '00' })
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const lead = await house.staffAt(offices.secretariat, 'manager')
const hospital = await house.staffAt(offices.rsud, 'provider')
const village = await house.staffAt(offices.caturtunggal, 'coordinator')

const { addTask, list, begun } = programmesOf(lead, offices)

const codeOf = ({ status, body }: Pick<Answer, 'status' | 'body'>) => [status, body.code]
const cardOf = (client: Client, id: string, district = '34.04') =>
  client.read(jointRoutes.card, { query: { district, id } })
const targetsOf = async (client: Client, id: string, status: string) =>
  (await client.read(jointRoutes.targets, { query: { district: '34.04', id, status } })).items
const headOf = async (district = '34.04') =>
  (await house.owner<{ seq: number }>('select max(seq)::int as seq from ledger where district = $1', [district]))[0]
    ?.seq

/** How a task and a target come to each state. */
const taskWays: Readonly<Record<JointTaskStatus, readonly string[]>> = {
  planned: [],
  'under-way': ['begin-task'],
  done: ['finish-task'],
  dropped: ['drop-task'],
}
const targetWays: Readonly<Record<TargetStatus, readonly string[]>> = {
  listed: [],
  reached: ['reach-target'],
  dropped: ['drop-target'],
}

for (const status of keysOf(taskWays)) {
  test(`JOINT-4 of a task that is ${status} each is offered what the law takes from them, and nothing else is taken`, async () => {
    const { id, rsud } = await begun()
    for (const client of [lead, hospital, village]) {
      for (const act of taskActs) {
        const task = await addTask(id, rsud)
        for (const way of taskWays[status])
          await lead.does(`joint.${way}`, { subject: task, data: { joint: id, note } })
        const offered = (await cardOf(client, id)).tasks.find((one) => one.id === task)?.acts ?? []
        const answer = await client.send(`joint.${act}`, { subject: task, data: { joint: id, note } })
        const about = `${act} ${client.office} ${answer.text}`
        assert.equal(answer.status === 200, offered.includes(act), about)
        const { from, to, by } = taskRule(act)
        const theirs = client === lead || (client === hospital && by === 'partner')
        assert.equal(offered.includes(act), from.some((one) => one === status) && theirs, about)
        const now = (await cardOf(lead, id)).tasks.find((one) => one.id === task)
        assert.equal(now?.status, answer.status === 200 ? to : status, about)
      }
    }
  })
}

for (const status of keysOf(targetWays)) {
  test(`JOINT-6 of a target that is ${status} each is offered what the law takes from them, and nothing else is taken`, async () => {
    const { id } = await begun()
    for (const client of [lead, hospital, village]) {
      for (const act of targetActs) {
        const target = await list(id)
        const said = { joint: id, note, ...(act === 'reach-target' ? { partner: null } : {}) }
        for (const way of targetWays[status])
          await lead.does(`joint.${way}`, {
            subject: target,
            data: { joint: id, note, ...(way === 'reach-target' ? { partner: null } : {}) },
          })
        const line = (await targetsOf(client, id, status)).find((one) => one.id === target)
        const answer = await client.send(`joint.${act}`, { subject: target, data: said })
        const about = `${act} ${client.office} ${answer.text}`
        assert.equal(answer.status === 200, line?.acts.includes(act), about)
        const { from, to, by } = targetRule(act)
        assert.equal(
          line?.acts.includes(act),
          from.some((one) => one === status) && (client === lead || by === 'partner'),
        )
        const after = answer.status === 200 ? to : status
        assert.ok(
          (await targetsOf(lead, id, after)).some((one) => one.id === target),
          about,
        )
      }
    }
  })
}

/** Every command of a programme, with words that the law has nothing against while it runs. */
async function everyCommand({ id, rsud }: Programme) {
  const [task, done, target] = [await addTask(id, rsud), await addTask(id, rsud), await list(id)]
  await lead.does('joint.finish-task', { subject: done, data: { joint: id, note } })
  const own = { joint: id, note }
  return [
    ['joint.change', id, { ...programme, name: 'Nama Lain' }],
    [
      'joint.add-partner',
      randomUUID(),
      { joint: id, kind: 'agency', office: offices.dinsos, name: '', contact: '', fields: [] },
    ],
    ['joint.change-partner', rsud, { joint: id, contact: 'Pak Joko', fields: ['name'] }],
    ['joint.add-task', randomUUID(), { joint: id, partner: rsud, what: 'Cat dinding', dueOn: '2099-01-01' }],
    ['joint.begin-task', task, own],
    ['joint.finish-task', task, own],
    ['joint.drop-task', task, own],
    ['joint.reopen-task', done, own],
    ['joint.list-target', randomUUID(), { joint: id, ...person, name: 'Lain', need: '' }],
    ['joint.reach-target', target, { ...own, partner: null }],
    ['joint.drop-target', target, own],
    ['joint.end-partner', rsud, own],
    ['joint.end', id, { note }],
  ] as const
}

test('JOINT-7 after the end not one command of a programme is taken, whoever gives it, and nothing is written', async () => {
  const made = await begun()
  const commands = await everyCommand(made)
  assert.equal(commands.length, keysOf(jointCommandData).length - 1, 'every command but the first')
  await lead.does('joint.end', { subject: made.id, data: { note } })
  const before = [await headOf(), await cardOf(lead, made.id)]
  for (const [kind, subject, data] of commands)
    assert.deepEqual(codeOf(await lead.send(kind, { subject, data })), [409, 'joint-over'], kind)
  for (const act of ['begin-task', 'finish-task']) {
    const [, task = ''] = commands.find(([kind]) => kind === `joint.${act}`) ?? []
    const answer = await hospital.send(`joint.${act}`, { subject: task, data: { joint: made.id, note } })
    assert.deepEqual(codeOf(answer), [409, 'joint-over'])
  }
  const after = await cardOf(lead, made.id)
  assert.deepEqual([await headOf(), after], before)
  assert.deepEqual([after.runs, after.tasks.flatMap(({ acts }) => acts)], [false, []])
})

test('JOINT-11 each command from an office outside, and each about a programme that is nowhere, is answered alike', async () => {
  const made = await begun()
  const nowhere = randomUUID()
  const outside = await house.staffAt(bantul, 'manager', '34.02')
  const sent: (readonly unknown[])[] = []
  for (const [kind, subject, data] of await everyCommand(made)) {
    const elsewhere = 'joint' in data ? [subject, { ...data, joint: nowhere }] : [nowhere, data]
    const answers = [
      await outside.send(kind, { subject, district: '34.04', data }),
      await outside.send(kind, { subject: String(elsewhere[0]), district: '34.04', data: elsewhere[1] }),
    ]
    for (const answer of answers) {
      assertJsonProblem(answer, kind)
      sent.push([kind, ...codeOf(answer), answer.body.message])
    }
  }
  for (const [kind, status, code] of sent) assert.deepEqual([status, code], [404, 'joint-unknown'], String(kind))
  assert.equal(
    new Set(sent.map(([, , , message]) => message)).size,
    1,
    'one sentence: it tells nothing of what is there',
  )
})

test('JOINT-1 each command takes its right, and nobody gives one without a seat', async () => {
  const made = await begun()
  const fo = await house.staffAt(offices.secretariat, 'fo')
  for (const [kind, subject, data] of await everyCommand(made)) {
    assert.deepEqual(codeOf(await fo.send(kind, { subject, data })), [403, 'not-permitted'], kind)
    assert.equal((await house.stranger().send(kind, { subject, data })).status, 401, kind)
    const { right } = jointCommandData[kind]
    const answer = await hospital.send(kind, { subject, data })
    assert.equal(answer.body.code === 'not-permitted', right === 'joint.lead', `${kind} ${answer.text}`)
  }
  for (const route of [jointRoutes.list, jointRoutes.offices])
    assert.equal((await fo.ask(route, { query: route === jointRoutes.offices ? { q: 'dinas' } : {} })).status, 403)
  assert.equal((await hospital.ask(jointRoutes.offices, { query: { q: 'dinas' } })).status, 403, 'who leads invites')
})

test('JOINT-1 what cannot be meant is turned away at the door with the field that is wrong', async () => {
  const { id, rsud } = await begun()
  const before = await headOf()
  const partner = { joint: id, kind: 'agency', office: null, name: 'Yayasan', contact: '', fields: [] }
  const task = { joint: id, partner: rsud, what: 'Ukur rumah', dueOn: '2099-01-01' }
  const target = { joint: id, ...person, need: '' }
  const wrong: readonly (readonly [kind: string, data: object, field: string])[] = [
    ['start', { ...programme, name: 'RT' }, 'name'],
    ['start', { ...programme, purpose: '   ' }, 'purpose'],
    ['start', { ...programme, agreement: 'x'.repeat(101) }, 'agreement'],
    ['start', { ...programme, validUntil: '2026-02-30' }, 'validUntil'],
    ['start', { ...programme, agreedOn: '5 Januari' }, 'agreedOn'],
    ['change', { ...programme, lead: ministry }, 'lead'],
    ['add-partner', { ...partner, kind: 'hospital' }, 'kind'],
    ['add-partner', { ...partner, fields: ['story'] }, 'fields.0'],
    ['add-partner', { ...partner, fields: ['name', 'name', 'name', 'name', 'name', 'name'] }, 'fields'],
    ['add-task', { ...task, dueOn: null }, 'dueOn'],
    ['add-task', { ...task, what: 'x'.repeat(201) }, 'what'],
    ['finish-task', { joint: id, note: ' \n ' }, 'note'],
    ['drop-target', { joint: id, note: '' }, 'note'],
    ['list-target', { ...target, nik: '340407520360000' }, 'nik'],
    ['list-target', { ...target, phone: 'tanya anaknya' }, 'phone'],
    ['list-target', { ...target, village: '34.04.07' }, 'village'],
    ['list-target', { ...target, name: 'Karto\u0000' }, 'name'],
    ['reach-target', { joint: id, note }, 'partner'],
    ['end', {}, 'note'],
  ]
  for (const [kind, data, field] of wrong) {
    const answer = await lead.send(`joint.${kind}`, { subject: randomUUID(), data })
    assert.equal(answer.status, 400, `${kind} ${field}: ${answer.text}`)
    assert.match(JSON.stringify(answer.body.details), new RegExp(`\\b${field}\\b`), `${kind}: ${answer.text}`)
  }
  assert.equal(await headOf(), before, 'none of it is written')
})

test('JOINT-1 questions that cannot be meant are refused, and a page beyond the last is empty', async () => {
  const { id } = await begun()
  const at = { district: '34.04', id }
  const odd: readonly (readonly [keyof typeof jointRoutes, Record<string, string>])[] = [
    ['list', { show: 'all' }],
    ['list', { page: '0' }],
    ['list', { q: 'rumah' }],
    ['card', { district: '34.04' }],
    ['card', { district: 'Sleman', id }],
    ['card', { ...at, id: `${id}' or true` }],
    ['targets', { ...at, status: 'open' }],
    ['targets', { ...at, page: '1.5' }],
    ['offices', {}],
    ['offices', { q: 'x'.repeat(61) }],
  ]
  for (const [name, query] of odd) assert.equal((await lead.ask(jointRoutes[name], { query })).status, 400, name)
  for (const body of [
    { ...at, form: 'pdf', reason: 'Rapat mitra' },
    { ...at, form: 'csv', reason: '    .' },
  ])
    assert.equal((await lead.ask(jointRoutes.table, { body })).status, 400)
  const far = await lead.read(jointRoutes.list, { query: { page: 999 } })
  assert.deepEqual([far.items, far.page, far.total > 0], [[], 999, true])
  assert.deepEqual(await targetsOf(lead, id, 'dropped'), [])
})

test('JOINT-6 a command that is sent twice is done once; its words under the same id cannot be others', async () => {
  const { id } = await begun()
  const data = { joint: id, ...person, need: 'Atap' }
  const sent = { id: randomUUID(), subject: randomUUID(), doneAt: new Date().toISOString(), data }
  const [first, ...others] = await Promise.all([1, 2, 3].map(() => lead.send('joint.list-target', sent)))
  assert.equal(first?.status, 200)
  for (const other of others) assert.deepEqual(other.body, first?.body)
  const changed = await lead.send('joint.list-target', { ...sent, data: { ...data, name: 'Paijo' } })
  assert.deepEqual(codeOf(changed), [409, 'command-id-reused'])
  assert.equal((await targetsOf(lead, id, 'listed')).length, 1)
})

test('JOINT-1 an id that something else has begins nothing anew, and changes nothing of what has it', async () => {
  const { id, rsud } = await begun()
  const other = await begun()
  const [task, target] = [await addTask(id, rsud), await list(id)]
  const before = await Promise.all([cardOf(lead, id), targetsOf(lead, id, 'listed')])
  const partner = { joint: other.id, kind: 'agency', office: offices.dinsos, name: '', contact: '', fields: [] }
  const again: readonly (readonly [kind: string, subject: string, data: object])[] = [
    ['start', id, { ...programme, name: 'Direbut' }],
    ['add-partner', rsud, partner],
    ['add-task', task, { joint: other.id, partner: null, what: 'Direbut', dueOn: '2099-01-01' }],
    ['list-target', target, { joint: other.id, ...person, name: 'Direbut', need: '' }],
  ]
  for (const [kind, subject, data] of again) {
    const answer = await lead.send(`joint.${kind}`, { subject, data })
    assert.deepEqual([answer.status, answer.body.code], [409, 'command-id-reused'], `${kind} ${answer.text}`)
  }
  assert.deepEqual(await Promise.all([cardOf(lead, id), targetsOf(lead, id, 'listed')]), before)
  assert.deepEqual((await cardOf(lead, other.id)).partners.length, 2)
})

test('JOINT-8 a form that was opened before somebody else changed the same row is told so, whatever row it is', async () => {
  const { id, rsud } = await begun()
  const [task, target] = [await addTask(id, rsud), await list(id)]
  const own = { joint: id, note }
  const moves: readonly (readonly [kind: string, subject: string, data: object])[] = [
    ['change', id, programme],
    ['change-partner', rsud, { joint: id, contact: '', fields: [] }],
    ['begin-task', task, own],
    ['reach-target', target, { ...own, partner: null }],
  ]
  for (const [kind, subject, data] of moves)
    for (const base of [0, 99])
      assert.deepEqual(codeOf(await lead.send(`joint.${kind}`, { subject, base, data })), [409, 'stale'], kind)
  const { version, partners, tasks } = await cardOf(lead, id)
  assert.deepEqual([partners.map((one) => one.version), tasks.map((one) => one.version)], [[1, 1], [1]])
  assert.equal((await lead.send('joint.change', { subject: id, base: version, data: programme })).status, 200)
})
