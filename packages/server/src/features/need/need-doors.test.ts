import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { NeedCommand } from '@openslrt/core/contract/need.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { verifyDistrict } from '../../platform/ledger/verify.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aFamilyIn, aProgrammeOf, needsOf } from '../../testing/a-need.ts'
import type { Client, Sent } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const village = await house.staffAt(offices.caturtunggal, 'fo')
const colleague = await house.staffAt(offices.caturtunggal, 'fo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'fo')
const agency = await house.staffAt(offices.dinsos, 'provider')
const hospital = await house.staffAt(offices.rsud, 'provider')
const manager = await house.staffAt(offices.secretariat, 'manager')
const leader = await house.staffAt(offices.secretariat, 'leader')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')
const programme = await aProgrammeOf(manager, offices.dinsos)
const { record, apply } = needsOf(village)

const { district } = sleman
const tomorrow = dayIn('Asia/Jakarta', Date.now() + dayMs)
const codeOf = ({ status, body }: Answer) => [status, body.code]
const send = (who: Client, kind: NeedCommand, subject: string, data: object, own: Sent = {}) =>
  who.send(kind, { subject, data, ...own })
const note = 'Sudah dicek.'
const holderOf = (family: string) => ({ person: null, family, case: null })
const said = (family: string, own: object = {}) => ({
  holder: holderOf(family),
  ...programme,
  status: 'receives',
  reason: null,
  since: '2026-01-01',
  until: null,
  amountRight: 'yes',
  onTime: 'no',
  useful: 'unknown',
  saidBy: 'family',
  saidOn: '2026-01-02',
  need: null,
  ...own,
})
const stored = (id: string) =>
  house.owner(
    ['need', 'application', 'participation']
      .map((table) => `select version, status, place, changed_at, seq from ${table} where id = $1`)
      .join(' union all '),
    [id],
  )
const aNeed = async () => record(await aFamilyIn(house))
const anApplication = async (own: object = {}) => apply(await aNeed(), programme, own)
async function aParticipation(): Promise<string> {
  const subject = randomUUID()
  await village.does('participation.record', { subject, data: said((await aFamilyIn(house)).family) })
  return subject
}

/** Every command about a row that is there: how the row comes to be, who may do it, and what they say. */
interface Step {
  readonly kind: NeedCommand
  readonly of: () => Promise<string>
  readonly by: Client
  readonly data: object
  readonly other: object
}
const steps: readonly Step[] = [
  { kind: 'need.match', of: aNeed, by: village, data: programme, other: { programme: randomUUID() } },
  { kind: 'need.meet', of: aNeed, by: village, data: { note }, other: { note: 'Lain.' } },
  { kind: 'need.fail', of: aNeed, by: village, data: { reason: 'no-budget', note }, other: { reason: 'moved', note } },
  { kind: 'application.tick', of: anApplication, by: agency, data: { ticked: ['KK'] }, other: { ticked: [] } },
  { kind: 'application.grant', of: anApplication, by: agency, data: { note }, other: { note: 'Lain.' } },
  {
    kind: 'application.refuse',
    of: anApplication,
    by: agency,
    data: { reason: 'not-eligible', note },
    other: { reason: 'no-budget', note },
  },
  { kind: 'application.withdraw', of: anApplication, by: village, data: { note }, other: { note: 'Lain.' } },
  {
    kind: 'application.send',
    of: () => anApplication({ send: false }),
    by: village,
    data: { note },
    other: { note: 'Lain.' },
  },
]

for (const { kind, of, by, data, other } of steps) {
  test(`NEED-2, NEED-4 ${kind}: on a base that has moved on nothing is done, sent twice it is done once, other words are refused`, async () => {
    const subject = await of()
    const before = await stored(subject)
    const version = Number(before[0]?.['version'])
    for (const base of [version - 1, version + 1])
      assert.deepEqual(codeOf(await send(by, kind, subject, data, { base })), [409, 'stale'])
    assert.deepEqual(await stored(subject), before)
    const sent = { id: randomUUID(), doneAt: new Date().toISOString(), base: version }
    const [first, again] = await Promise.all([1, 2].map(() => send(by, kind, subject, data, sent)))
    assert.deepEqual([first?.status, again?.body], [200, first?.body], first?.text)
    assert.deepEqual(codeOf(await send(by, kind, subject, other, sent)), [409, 'command-id-reused'])
    assert.equal(Number((await stored(subject))[0]?.['version']), version + 1)
  })

  test(`NEED-10, ACCESS-1 ${kind} is done by nobody of another village, office, role or district, and tells them nothing`, async () => {
    const subject = await of()
    const before = await stored(subject)
    const outside: readonly (readonly [who: Client, ledger: string])[] = [
      [neighbour, district],
      [hospital, district],
      [leader, district],
      [elsewhere, district],
      [elsewhere, '34.02'],
    ]
    for (const [who, ledger] of outside) {
      const answer = await send(who, kind, subject, data, { district: ledger })
      assert.ok(answer.status >= 400 && answer.status < 500, `${kind}: ${answer.status}`)
      assert.ok(
        ['not-permitted', 'need-unknown', 'application-unknown'].includes(String(answer.body.code)),
        answer.text,
      )
      assert.doesNotMatch(answer.text, /Siti|S\*\*\*|food-card|34\.04\.07/)
    }
    assert.deepEqual(await stored(subject), before)
  })
}

test('NEED-1, LEDGER-3 an id that somebody’s row out of sight has is refused, and that row stays as it is', async () => {
  const theirs = await aFamilyIn(house, sleman.maguwoharjo)
  const own = await needsOf(neighbour).record(theirs)
  const draft = { need: own, ...programme, ticked: [], note: '', send: true }
  const taken: readonly (readonly [kind: NeedCommand, subject: string, data: object])[] = [
    ['need.record', await aNeed(), { holder: holderOf(theirs.family), kind: 'food-card', text: '' }],
    ['application.draft', await anApplication(), draft],
    ['participation.record', await aParticipation(), said(theirs.family)],
  ]
  for (const [kind, subject, data] of taken) {
    const before = await stored(subject)
    assert.deepEqual(codeOf(await send(neighbour, kind, subject, data)), [409, 'command-id-reused'], kind)
    assert.deepEqual(await stored(subject), before)
  }
})

test('NEED-3 of many who ask one programme for one need at once, one has asked', async () => {
  for (const isSent of [true, false]) {
    const need = await aNeed()
    const data = { need, ...programme, ticked: [], note: '', send: isSent }
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        send(n % 2 === 0 ? village : colleague, 'application.draft', randomUUID(), data),
      ),
    )
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409, 409, 409, 409])
    assert.ok(answers.every(({ status, body }) => status === 200 || body.code === 'application-twice'))
  }
})

test('NEED-8 of many who say at once what a family has of a programme, one said it', async () => {
  const { family } = await aFamilyIn(house)
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => send(village, 'participation.record', randomUUID(), said(family))),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409, 409, 409, 409])
  assert.ok(answers.every(({ status, body }) => status === 200 || body.code === 'participation-twice'))
})

test('QUOTA-5 of many who set quotas of one place at once whose times meet, one stands', async () => {
  const own = await aProgrammeOf(manager, offices.secretariat, 'Kursi Roda')
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      send(manager, 'quota.set', randomUUID(), {
        ...own,
        place: district,
        from: `2026-0${n + 1}-01`,
        until: '2026-12-31',
        places: 5,
      }),
    ),
  )
  assert.deepEqual(
    answers
      .map(({ body }) => body.code ?? 'done')
      .toSorted()
      .slice(0, 2),
    ['done', 'quota-twice'],
  )
  assert.equal((await house.owner('select 1 from quota where programme = $1', [own.programme])).length, 1)
})

test('NEED-2 of two who say at once that a need is met, one is told that it was; so is who says after it that it can not be', async () => {
  const need = await aNeed()
  const both = await Promise.all(
    [village, colleague].map((officer, nth) => send(officer, 'need.meet', need, { note: `${note} ${nth}` })),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal((await send(colleague, 'need.fail', need, { reason: 'no-budget', note })).status, 409)
  const reopened = await Promise.all([1, 2].map(() => send(village, 'need.reopen', need, { note: 'Keliru.' })))
  assert.deepEqual(reopened.map(({ status }) => status).toSorted(), [200, 409])
})

/** What is wrong with each command's words, and what is said of it. */
const odd: readonly (readonly [what: string, kind: NeedCommand, own: object, code: string])[] = [
  ['a need of nobody', 'need.record', { holder: { person: null, family: null, case: null } }, 'need-holder'],
  ['a kind that no list has', 'need.record', { kind: 'yacht' }, 'need-kind'],
  ['words of a megabyte', 'need.record', { text: 'a'.repeat(100_000) }, 'invalid'],
  ['a status of its own', 'need.record', { status: 'met' }, 'unknown-field'],
  ['a programme that is none', 'participation.record', { programme: randomUUID() }, 'programme-unknown'],
  ['what was said tomorrow', 'participation.record', { saidOn: tomorrow }, 'participation-days'],
  [
    'an end before its beginning',
    'participation.record',
    { status: 'stopped', reason: 'moved', until: '2025-12-31' },
    'participation-days',
  ],
  ['a day that is none', 'participation.record', { since: '2026-02-30' }, 'invalid'],
  ['a need of another', 'participation.record', { need: randomUUID() }, 'need-unknown'],
]
for (const [what, kind, own, code] of odd)
  test(`NEED-1, NEED-8 ${what} is refused as ${code}, and nothing is written`, async () => {
    const { family } = await aFamilyIn(house)
    const usual = kind === 'need.record' ? { holder: holderOf(family), kind: 'food-card', text: '' } : said(family)
    const subject = randomUUID()
    assert.equal((await send(village, kind, subject, { ...usual, ...own })).body.code, code)
    assert.deepEqual(await stored(subject), [])
  })

test('NEED-12, R5 odd questions are answered with a refusal, and never with a fault', async () => {
  const asks: readonly (readonly [row: keyof typeof needRoutes, query: Record<string, string>])[] = [
    ['of', { district: '34.04.07' }],
    ['of', { district, family: 'x' }],
    ['application', { district, id: '1' }],
    ['line', { district }],
    ['table', { year: '1e3' }],
    ['table', { by: 'name' }],
    ['list', { state: 'any' }],
    ['list', { page: '0' }],
    ['list', { place: 'depok' }],
    ['file', { year: '2026', form: 'pdf' }],
    ['quotas', { programme: '%' }],
  ]
  for (const [row, query] of asks)
    assert.equal((await manager.ask(needRoutes[row], { query })).status, 400, `${row} ${JSON.stringify(query)}`)
})

test('NEED-6 whoever decides finds only what was sent to them, and a day that is over says nothing about a decision', async () => {
  const open = await anApplication()
  const decided = await anApplication()
  await send(agency, 'application.grant', decided, { note })
  const shown = new Set<string>((await agency.read(needRoutes.applications)).items.map(({ id }) => id))
  assert.ok(shown.has(open) && !shown.has(decided))
  assert.ok(!(await hospital.read(needRoutes.applications)).items.some(({ id }) => id === open))
  assert.deepEqual(codeOf(await send(agency, 'application.grant', decided, { note })), [409, 'application-status'])
})

test('NEED-2, QUOTA-2 after all of that the ledger proves every need, application, participation and quota', async () => {
  const { problems } = await verifyDistrict(house.parts.pools.worker, house.parts.ledger.keys, district, null)
  // The families were laid down without the registry's commands; only their own rows are no more than that.
  const rest = problems.map((problem) => JSON.stringify(problem)).filter((words) => !/^"(family|person) /.test(words))
  assert.deepEqual(rest, [])
})
