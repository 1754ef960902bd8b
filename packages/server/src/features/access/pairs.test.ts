import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sees } from '@openslrt/core/access/can.ts'
import { blankStatuses } from '@openslrt/core/blank/blank.ts'
import { caseMeasures } from '@openslrt/core/case/measures.ts'
import { groupings, queues } from '@openslrt/core/contract/case-queries.ts'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { inboundShows } from '@openslrt/core/contract/inbound.ts'
import { letterShows } from '@openslrt/core/contract/letter-queries.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { letterData } from '@openslrt/core/testing/a-letter.ts'
import { meetingData } from '@openslrt/core/testing/a-meeting.ts'
import { surgeData } from '@openslrt/core/testing/a-surge.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { blankData } from '@openslrt/core/testing/blank-data.ts'
import { caseData, referralData } from '@openslrt/core/testing/moves.ts'
import { noticeData } from '@openslrt/core/testing/notice-data.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aPdf, upload } from '../../testing/a-file.ts'
import type { Laid, Reader } from '../../testing/access-world.ts'
import { anyLie, layCases, openAccessWorld } from '../../testing/access-world.ts'
import type { Answer, Asked } from '../../testing/door.ts'
import { besideCases, entrances } from '../../testing/doors-beside-cases.ts'
import { startTestHouse } from '../../testing/house.ts'
import { allRouteRows } from '../../testing/registry.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const world = await openAccessWorld(house, async (client, district) => {
  const answer = await upload(client, district, { bytes: aPdf, type: 'application/pdf' })
  return String(answer.body['sha256'])
})
const rounds = Number(process.env['FC_RUNS'] ?? 1)
const lies = fc.array(anyLie, { minLength: world.cases.length, maxLength: world.cases.length })
const numbers = new Map(
  (await house.owner<{ id: string; number: string }>('select id, number from cases')).map((row) => [
    row.id,
    row.number,
  ]),
)

/** What the registrations of the world say: whoever looks for these words looks for every case there is. */
const words = { name: 'Sumarni', nik: '3404075203600001', kk: '3404070101100001', phone: '081234567890' }

const get = (path: string, query: Readonly<Record<string, string>> = {}): Asked => ({
  method: 'GET',
  path: `${path}?${new URLSearchParams(query)}`,
})
const post = (path: string, body: object): Asked => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** Everything that can be asked without naming a case. */
function general({ actor }: Reader): readonly Asked[] {
  const reason = 'Ingin tahu'
  const district = { from: '2026-01-01', to: '2026-12-31' }
  const typed = { place: null, category: null, name: '', nik: null, kk: null, phone: null }
  return [
    ...queues.map((queue) => get('/api/cases', { queue })),
    ...caseMeasures.map((measure) => get('/api/cases', { queue: 'all', measure })),
    ...['34.04.07.2001', '34.02'].map((place) => get('/api/cases', { queue: 'all', place })),
    ...['registered', 'closed'].map((status) => get('/api/cases', { queue: 'all', status })),
    ...['newest', 'oldest'].map((sort) => get('/api/cases', { queue: 'all', sort })),
    ...['', '34.04', '34.04.07', '34.04.07.2001', '34.02'].map((place) =>
      get('/api/figures/district', { ...district, ...(place ? { place } : {}) }),
    ),
    ...['', '34.04.07'].map((place) => get('/api/figures/indicators', { ...district, ...(place ? { place } : {}) })),
    ...['', 'pbi-inactive'].map((category) =>
      get('/api/figures/referrals', { ...district, ...(category ? { category } : {}) }),
    ),
    ...Object.values(words).map((text) => post('/api/cases/search', { text, page: 1 })),
    ...['3404-26-', '3402-26-'].map((text) => post('/api/cases/search', { text, page: 1 })),
    post('/api/cases/similar', { ...typed, nik: words.nik }),
    post('/api/cases/similar', { ...typed, ...words, place: '34.04.07.2001', category: 'pbi-inactive' }),
    ...['in', 'out'].flatMap((side) => [
      get('/api/referrals', { side }),
      get('/api/referrals', { side, status: 'open' }),
    ]),
    ...groupings.map((by) => get('/api/cases/groups', { queue: 'all', by })),
    ...['open', 'over', 'all'].map((show) => get('/api/cases/opened', { show })),
    get('/api/workload'),
    get('/api/workload/offices', { page: '1' }),
    ...['category', 'channel', 'outcome'].map((list) =>
      get('/api/lists/items', { list, district: ledgerOf(actor.place) }),
    ),
    ...[ledgerOf(actor.place), '00'].map((district) =>
      get('/api/lists/uses', { list: 'category', district, code: 'pbi-inactive' }),
    ),
    ...letterShows.map((show) => get('/api/letters/inbox', { show })),
    get('/api/offices/colleagues'),
    get('/api/notices'),
    get('/api/notices/count'),
    get('/api/notices/tellings'),
    ...inboundShows.map((show) => get('/api/inbound', { show })),
    get('/api/inbound/count'),
    ...blankStatuses.map((show) => get('/api/forms', { show })),
    get('/api/access'),
    ...['coming', 'past'].map((show) => get('/api/meetings/list', { show })),
    ...['mine', 'office', 'late', 'settled'].map((show) => get('/api/meetings/tasks', { show })),
    ...['mine', 'office', 'late', 'ended'].map((show) => get('/api/visits/list', { show })),
    get('/api/network/list'),
    get('/api/network/table'),
    get('/api/network/growth'),
    get('/api/activity/list'),
    get('/api/activity/report'),
    ...['unserved', 'unvisited'].map((show) => get('/api/activity/coverage', { show })),
    ...['due', 'asked'].map((show) => get('/api/retention', { show })),
    // A phone has its person's own number here, so that each asks for itself.
    post('/api/replica/pull', { device: actor.staff, app: '', name: '', cursor: null, waiting: 0, held: 0 }),
    get('/api/replica/programmes', {}),
    ...['case', 'visit', 'need', 'ppks'].map((table) => post('/api/replica/marks', { table, after: null })),
    post('/api/persons/export', { nik: words.nik, purpose: `${reason} ${ledgerOf(actor.place)}` }),
  ]
}

/** Everything that can be asked of one case by whoever knows its id and number. */
function about({ client }: Reader, kase: Laid): readonly Asked[] {
  const key = { district: kase.district, id: kase.id }
  const subject = { district: kase.district, subject: kase.id, office: client.office, v: 1, base: null }
  const moves = commandRows
    .filter(({ kind, capability }) => capability !== 'office' && capability !== 'duty' && kind !== 'case.register')
    .map(({ kind, path }) => {
      const [capability, action = ''] = kind.split('.')
      const data = dataOf(capability, action)
      return post(path, { ...subject, id: randomUUID(), doneAt: new Date().toISOString(), data })
    })
  return [
    get('/api/cases/card', key),
    get('/api/access/case', key),
    get('/api/letters/case', key),
    get('/api/letters/paper', { district: kase.district, id: kase.letter }),
    post('/api/letters/preview', { ...key, kind: 'registered', purpose: 'health', fields: {} }),
    get('/api/files', { district: kase.district, case: kase.id, attachment: kase.attachment }),
    get('/api/cases', { queue: 'all', number: numbers.get(kase.id) ?? '' }),
    post('/api/cases/search', { text: numbers.get(kase.id) ?? '', page: 1 }),
    post('/api/cases/reveal', { ...key, reason: 'Ingin tahu' }),
    post('/api/referrals/link', {
      district: kase.district,
      case: kase.id,
      referral: kase.referral?.id ?? randomUUID(),
    }),
    post('/api/access/report', { ...key, reason: 'Ingin tahu' }),
    get('/api/notices/case', key),
    get('/api/meetings/case', key),
    get('/api/proposals/case', key),
    get('/api/meetings/one', key),
    get('/api/visits/one', key),
    get('/api/surges/one', key),
    get('/api/surges/rows', key),
    get('/api/surges/cases', key),
    get('/api/visits/about', { district: kase.district, case: kase.id }),
    get('/api/programmes/for-case', key),
    get('/api/ppks/case', key),
    get('/api/psks/case', key),
    get('/api/needs/of', { district: kase.district, case: kase.id }),
    post('/api/notices/link', key),
    get('/api/registry/of-case', { district: kase.district, case: kase.id }),
    get('/api/network/one', key),
    ...moves,
  ]
}

function dataOf(capability = '', action = ''): object {
  const all = {
    case: caseData,
    referral: referralData,
    letter: letterData,
    meeting: meetingData,
    // A plan names an office and whom to see, and no case unless one is named.
    visit: { ...visitData, plan: {} },
    // To start one, or to put people on it, is about no case.
    surge: { ...surgeData, start: {}, list: {} },
    notice: { tell: noticeData['notice.tell'] },
    // Issuing is about no case, and gives away a number that is given once.
    blank: { void: blankData['blank.void'], lose: blankData['blank.lose'], find: blankData['blank.find'] },
  }
  const own = new Map<string, object>(Object.entries(all)).get(capability) ?? {}
  return new Map<string, object>(Object.entries(own)).get(action) ?? {}
}

const pathOf = ({ method, path }: Asked): string => `${method} ${path.split('?')[0]}`

/** What a reader is told, without what is of the moment: numbers of requests, times of asking, minutes that are left. */
async function told({ client }: Reader, asked: readonly Asked[]): Promise<readonly string[]> {
  const answers: string[] = []
  for (const one of asked)
    answers.push(`${pathOf(one)} ${one.path} ${one.body ?? ''} -> ${lasting(await client.raw(one))}`)
  return answers.map((answer) => answer.replace(/"id":"[^"]*","v":1|"(id|doneAt)":"[^"]*",?/g, ''))
}
const momentary: ReadonlySet<string> = new Set(['requestId', 'syncedAt', 'madeAt', 'left', 'at', 'id'])
const lasting = ({ status, body }: Answer): string =>
  `${status} ${JSON.stringify(body, (key, value: unknown) => (momentary.has(key) ? undefined : value))}`

const hung = ['retention_due', 'letter', 'case_grant', 'attachment', 'referral'] as const

/** Runs as if these cases had never been: their rows are taken out of every table, and laid back afterwards. */
async function without<T>(ids: readonly string[], run: () => Promise<T>): Promise<T> {
  const of: readonly (readonly [table: string, column: string])[] = [
    ...hung.map((table) => [table, 'case_id'] as const),
    ['ledger', 'subject'],
    ['cases', 'id'],
  ]
  for (const [table, column] of of) {
    await house.owner(
      `create table kept_${table} as select * from ${table} where ${column} = any('{${ids.join(',')}}')`,
    )
    await house.owner(`delete from ${table} where ${column} = any($1::uuid[])`, [ids])
  }
  try {
    return await run()
  } finally {
    for (const [table] of of.toReversed()) {
      await house.owner(`insert into ${table} select * from kept_${table}`)
      await house.owner(`drop table kept_${table}`)
    }
  }
}

/** What is on record of the asking itself is no part of what was asked. */
const forgetAsking = () => house.owner('truncate access_log, command_outcome, device')

/** A case of which this reader may know nothing: not seen, and no referral of theirs. */
const isHidden = ({ actor }: Reader, { live, referral, ...kase }: Laid): boolean =>
  !sees(actor, kase, new Set(live.map(({ office }) => office))) &&
  referral?.from !== actor.office &&
  referral?.to !== actor.office

const someReaders = fc.shuffledSubarray([...world.readers], { minLength: 3, maxLength: 3 })

/** Holds in worlds that differ by where cases lie, what is restricted and what was granted, for a few readers of each. */
function inSomeWorlds(
  name: string,
  runs: number,
  holds: (reader: Reader, laid: readonly Laid[]) => Promise<void>,
): void {
  test(name, async (context) => {
    context.diagnostic(`FC_SEED=${seed}`)
    const property = fc.asyncProperty(lies, someReaders, async (drawn, readers) => {
      const laid = await layCases(house, world, drawn)
      for (const reader of readers) await holds(reader, laid)
    })
    await fc.assert(property, { seed, numRuns: runs * rounds, endOnFailure: true })
  })
}

/** Who reads figures and no cases counts all of them by law (FIG-7): of those figures nothing is held here. */
const countsAll = ({ actor }: Reader): boolean => !(actor.permissions.has('case.read') && actor.sees === 'place')
const askedBy = (reader: Reader): readonly Asked[] =>
  general(reader).filter((one) => !(countsAll(reader) && one.path.startsWith('/api/figures')))

inSomeWorlds(
  'ACCESS-20 every answer is that of a database without the cases that are out of sight',
  1,
  async (reader, laid) => {
    const hidden = laid.filter((kase) => isHidden(reader, kase))
    const asked = [...askedBy(reader), ...hidden.slice(0, 1).flatMap((kase) => about(reader, kase))]
    await forgetAsking()
    const withThem = await told(reader, asked)
    await forgetAsking()
    const withoutThem = await without(
      hidden.map(({ id }) => id),
      () => told(reader, asked),
    )
    await forgetAsking()
    assert.deepEqual(withThem, withoutThem, reader.name)
  },
)

/** Parts of a case, and how they are made to say something else where a grant does not name them. */
const otherwise = {
  story: "story = 'Kisah yang lain'",
  client: "client_name = 'Xaverius', client_name_key = 'xaverius'",
  identity: "client_nik_index = '\\x00', client_kk_index = '\\x00', client_nik = null, client_kk = null",
  contact: "client_phone_index = '\\x00', client_phone = null, client_address = 'Jalan lain', contact_via = 'visit'",
  history:
    "answered_at = now() - interval '1 day', total_left = -5, satisfaction = 1, outcome = 'granted', result = 'Lain'",
} as const

inSomeWorlds(
  'ACCESS-20 of a granted case every answer is the same whatever stands in what the grant does not name',
  1,
  async (reader, laid) => {
    const { actor } = reader
    const granted = laid.filter(
      (kase) => sees(actor, kase, new Set(kase.live.map(({ office }) => office))) && !sees(actor, kase, new Set()),
    )
    if (granted.length === 0) return
    const asked = [...askedBy(reader), ...granted.slice(0, 1).flatMap((kase) => about(reader, kase).slice(0, 5))]
    await forgetAsking()
    const before = await told(reader, asked)
    await house.owner(
      'create table kept_cases as select * from cases; create table kept_ledger as select * from ledger',
    )
    for (const { id, live } of granted) {
      const named = new Set(live.filter(({ office }) => office === actor.office).flatMap(({ fields }) => fields))
      for (const [part, set] of Object.entries(otherwise))
        if (![...named].some((field) => field === part))
          await house.owner(`update cases set ${set} where id = $1`, [id])
      if (!named.has('history')) await house.owner("update ledger set kind = 'case.dispute' where subject = $1", [id])
    }
    await forgetAsking()
    const after = await told(reader, asked)
    const columns = await house.owner<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = 'cases'::regclass and attnum > 0 and not attisdropped",
    )
    const sets = columns.map(({ name }) => `${name} = k.${name}`).join(', ')
    await house.owner(`update cases c set ${sets} from kept_cases k where k.id = c.id`)
    await house.owner(
      'update ledger l set kind = k.kind from kept_ledger k where k.district = l.district and k.seq = l.seq',
    )
    await house.owner('drop table kept_cases, kept_ledger')
    assert.deepEqual(before, after, reader.name)
  },
)

test('ACCESS-20 every door of the registry is asked, or tells nothing of any case', async () => {
  const [reader] = world.readers
  const [kase] = await layCases(house, world, fc.sample(lies, { seed, numRuns: 1 })[0] ?? [])
  assert.ok(reader && kase)
  const asked = new Set([...general(reader), ...about(reader, kase)].map(pathOf))
  const rows = (await allRouteRows()).map(({ method, path }) => `${method} ${path}`)
  const unasked = rows.filter((row) => !asked.has(row) && !besideCases.has(row) && !entrances.test(row))
  assert.deepEqual(unasked, [])
})

test('ACCESS-20 the test would notice: a reader who sees a case is told of it', async () => {
  const [lie] = fc.sample(lies, { seed, numRuns: 1 })
  const laid = await layCases(house, world, lie ?? [])
  const reader = world.readers.find(({ name }) => name.startsWith('manager'))
  assert.ok(reader)
  const seen = laid.filter((kase) => !isHidden(reader, kase)).slice(0, 1)
  const asked = askedBy(reader)
  await forgetAsking()
  const withIt = await told(reader, asked)
  await forgetAsking()
  const withoutIt = await without(
    seen.map(({ id }) => id),
    () => told(reader, asked),
  )
  const differing = withIt
    .filter((answer, at) => answer !== withoutIt[at])
    .map((answer) => answer.split(' ', 2).join(' '))
  for (const path of [
    'GET /api/cases',
    'POST /api/cases/search',
    'GET /api/figures/district',
    'POST /api/persons/export',
  ])
    assert.ok(differing.includes(path), path)
})
