import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sees } from '@openslrt/core/access/can.ts'
import type { GrantField } from '@openslrt/core/case/case.ts'
import { grantFields } from '@openslrt/core/case/case.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { covers, ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { withinScope } from '../../platform/db/within-scope.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import type { Laid, Reader } from '../../testing/access-world.ts'
import { anyLie, layCases, openAccessWorld } from '../../testing/access-world.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const { pools } = house.parts
const world = await openAccessWorld(house, async (client, district) => {
  const answer = await upload(client, district, { bytes: aPdf, type: 'application/pdf' })
  return String(answer.body['sha256'])
})
const rounds = Number(process.env['FC_RUNS'] ?? 1)
const lies = fc.array(anyLie, { minLength: world.cases.length, maxLength: world.cases.length })

/** Holds for every reader in a few worlds that differ by where cases lie, what is restricted and what was granted. */
function inEveryWorld(
  name: string,
  runs: number,
  holds: (reader: Reader, laid: readonly Laid[]) => Promise<void>,
): void {
  test(name, async (context) => {
    context.diagnostic(`FC_SEED=${seed}`)
    const property = fc.asyncProperty(lies, async (drawn) => {
      const laid = await layCases(house, world, drawn)
      for (const reader of world.readers) await holds(reader, laid)
    })
    await fc.assert(property, { seed, numRuns: runs * rounds, endOnFailure: true })
  })
}

const seenBy = ({ actor }: Reader, kase: Laid): boolean =>
  sees(actor, kase, new Set(kase.live.map(({ office }) => office)))
const visible = (reader: Reader, laid: readonly Laid[]): readonly string[] =>
  idsOf(laid.filter((kase) => seenBy(reader, kase)))
const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id).toSorted()

/** ACCESS-7 The fields of a case that a reader may see: all of their own, else what grants that hold name. */
function fieldsOf({ actor }: Reader, kase: Laid): { readonly all: boolean; has(field: GrantField): boolean } {
  const own = kase.office === actor.office || (actor.sees === 'place' && covers(actor.place, kase.place))
  const all = own && (kase.restricted === null || actor.restricted.has(kase.restricted))
  const granted = new Set(kase.live.filter(({ office }) => office === actor.office).flatMap(({ fields }) => fields))
  return { all, has: (field) => all || granted.has(field) }
}

inEveryWorld(
  'ACCESS-4 core, the query and the wall agree on every case, for every reader',
  12,
  async (reader, laid) => {
    const { actor, name } = reader
    const expected = visible(reader, laid)
    // The query alone, run by the owner, whom no wall stops.
    const byQuery = await rowsOf<{ id: string }>(
      house.ownerPool,
      sql`select c.id from cases c where ${withinScope(actor)}`,
    )
    const read = 'select id from cases'
    const byWall = await inScope(
      pools.api,
      scopeOf(actor, null),
      async (client) => (await client.query<{ id: string }>(read)).rows,
    )
    const inLedger = await inScope(
      pools.api,
      scopeOf(actor, '34.04'),
      async (client) => (await client.query<{ id: string }>(read)).rows,
    )
    assert.deepEqual(idsOf(byQuery), expected, `query, ${name}`)
    assert.deepEqual(idsOf(byWall), expected, `wall, ${name}`)
    assert.deepEqual(idsOf(inLedger), expected, `wall inside a ledger, ${name}`)
  },
)

inEveryWorld(
  'ACCESS-5 what hangs on a case is seen with it, and a referral by both its offices',
  4,
  async (reader, laid) => {
    const { actor, name } = reader
    const open = new Set(visible(reader, laid))
    const read = <Column extends string>(text: string, column: Column) =>
      inScope(pools.api, scopeOf(actor, null), async (client) =>
        (await client.query<Record<Column, string>>(text)).rows.map((row) => row[column]).toSorted(),
      )
    assert.deepEqual(
      await read('select case_id from attachment', 'case_id'),
      [...open].toSorted(),
      `attachment, ${name}`,
    )
    assert.deepEqual(
      await read('select distinct subject from ledger', 'subject'),
      [...open].toSorted(),
      `ledger, ${name}`,
    )
    const reads = actor.permissions.has('case.read') && actor.sees !== 'none'
    const referrals = laid.filter(
      ({ id, referral }) =>
        referral && (open.has(id) || (reads && [referral.from, referral.to].includes(actor.office))),
    )
    assert.deepEqual(await read('select case_id from referral', 'case_id'), idsOf(referrals), `referral, ${name}`)
    const grants = laid.flatMap(({ live }) => live).filter(({ office }) => reads && office === actor.office)
    const seen = await read('select office from case_grant where withdrawn_at is null and until > now()', 'office')
    assert.equal(seen.length, grants.length, `case_grant, ${name}`)
  },
)

inEveryWorld('ACCESS-4 a queue shows exactly the cases that the reader sees', 3, async (reader, laid) => {
  const { client, actor, name } = reader
  const expected = visible(reader, laid)
  if (!actor.permissions.has('case.read')) {
    assert.equal((await client.ask(caseRoutes.queue, { query: { queue: 'all' } })).status, 403)
    assert.equal((await client.ask(caseRoutes.search, { body: { text: 'Sumarni' } })).status, 403)
    return
  }
  const queue = await client.read(caseRoutes.queue, { query: { queue: 'all' } })
  assert.deepEqual([idsOf(queue.items), queue.total], [expected, expected.length], `queue, ${name}`)
  const here = laid.filter((kase) => kase.office === actor.office && seenBy(reader, kase))
  const own = await client.read(caseRoutes.queue)
  assert.deepEqual([idsOf(own.items), own.counts.office], [idsOf(here), here.length], `own queue, ${name}`)
})

// Numbers begin with the district and the year.
const [numbered] = await house.owner<{ number: string }>("select number from cases where district = '34.04' limit 1")
const ours = numbered?.number.slice(0, 8) ?? ''
const everyCase = { name: 'Sumarni', nik: '3404075203600001', kk: '3404070101100001', phone: '081234567890' }
const searched: readonly (readonly [text: string, part: GrantField])[] = [
  [everyCase.name, 'client'],
  [everyCase.nik, 'identity'],
  [everyCase.kk, 'identity'],
  [everyCase.phone, 'contact'],
]

inEveryWorld(
  'ACCESS-14 a search finds a granted case by what the grant names, and tells of nothing else whether it is there',
  4,
  async (reader, laid) => {
    const { client, actor, name } = reader
    if (!actor.permissions.has('case.read')) return
    const seen = laid.filter((kase) => seenBy(reader, kase))
    for (const [text, part] of searched) {
      const found = await client.read(caseRoutes.search, { body: { text } })
      const expected = idsOf(seen.filter((kase) => fieldsOf(reader, kase).has(part)))
      assert.deepEqual([idsOf(found.items), found.total], [expected, expected.length], `search ${text}, ${name}`)
    }
    const byNumber = await client.read(caseRoutes.search, { body: { text: ours } })
    assert.deepEqual(
      idsOf(byNumber.items),
      idsOf(seen.filter(({ district }) => district === '34.04')),
      `number, ${name}`,
    )
  },
)

const nobody = { place: null, category: null, name: '', nik: null, kk: null, phone: null }

inEveryWorld(
  'ACCESS-14 likeness compares of a granted case what the grant names, and gives no other reason',
  4,
  async (reader, laid) => {
    const { client, actor, name } = reader
    if (!actor.permissions.has('case.register')) return
    const near = laid.filter((kase) => kase.district === ledgerOf(actor.place) && seenBy(reader, kase))
    const byNik = await client.read(caseRoutes.similar, { body: { ...nobody, nik: everyCase.nik } })
    const shown = near.filter((kase) => fieldsOf(reader, kase).has('identity'))
    assert.equal(byNik.items.length, Math.min(10, shown.length), `similar, ${name}`)
    for (const place of new Set(near.map((kase) => villageCode.parse(kase.place)))) {
      const { items } = await client.read(caseRoutes.similar, { body: { ...nobody, ...everyCase, place } })
      for (const { line, reasons } of items) {
        const kase = near.find(({ id }) => id === line.id)
        assert.ok(kase, `similar shows ${line.id}, ${name}`)
        const { has } = fieldsOf(reader, kase)
        assert.deepEqual(
          (['same-nik', 'same-kk', 'same-phone', 'like-name'] as const).map((reason) => reasons.includes(reason)),
          [has('identity'), has('identity'), has('contact'), has('client')],
          `reasons, ${name}`,
        )
      }
    }
  },
)

inEveryWorld(
  'ACCESS-7 a card shows its fields to those who may see them, and to others there is no such case',
  2,
  async (reader, laid) => {
    for (const kase of laid) await assertCard(reader, kase)
  },
)

async function assertCard(reader: Reader, kase: Laid): Promise<void> {
  const { client, actor, name } = reader
  const answer = await client.ask(caseRoutes.card, { query: { district: kase.district, id: kase.id } })
  if (!actor.permissions.has('case.read')) return assert.equal(answer.status, 403)
  if (!seenBy(reader, kase)) return assert.deepEqual([answer.status, answer.body.code], [404, 'not-found'], name)
  const card = caseRoutes.card.reply.parse(answer.body)
  const fields = fieldsOf(reader, kase)
  assert.deepEqual(shownOn(card), shownBy(fields), name)
  const referral = kase.referral && (fields.all || [kase.referral.from, kase.referral.to].includes(actor.office))
  assert.equal(card.referrals.length, referral ? 1 : 0, `referrals, ${name}`)
  assert.doesNotMatch(answer.text, /3404075203600001|081234567890|081300001111/)
}

const shownOn = (card: CaseCard) => ({
  sees: card.sees,
  story: card.story !== null,
  client: card.client !== null,
  nik: typeof card.client?.nikMasked === 'string',
  phone: typeof card.client?.phoneMasked === 'string',
  address: card.client !== null && card.client.address !== '',
  contact: card.contactVia !== null,
  history: card.history.length > 0,
  files: card.attachments.length > 0,
  reporter: card.reporter !== null,
})

const shownBy = (fields: ReturnType<typeof fieldsOf>): ReturnType<typeof shownOn> => ({
  sees: fields.all ? 'all' : 'grant',
  story: fields.has('story'),
  client: fields.has('client'),
  nik: fields.has('client') && fields.has('identity'),
  phone: fields.has('client') && fields.has('contact'),
  address: fields.has('client') && fields.has('contact'),
  contact: fields.has('contact'),
  history: fields.has('history'),
  files: fields.has('files'),
  reporter: fields.all,
})

inEveryWorld(
  'ACCESS-7 numbers are revealed and files opened no further than the card goes',
  2,
  async (reader, laid) => {
    for (const kase of laid) await assertRevealed(reader, kase)
  },
)

async function assertRevealed(reader: Reader, kase: Laid): Promise<void> {
  const { client, actor, name } = reader
  const fields = fieldsOf(reader, kase)
  const key = { district: kase.district, id: kase.id }
  const revealed = await client.ask(caseRoutes.reveal, { body: { ...key, reason: 'Mencocokkan dengan kartu' } })
  const file = await client.raw({
    method: 'GET',
    path: `/api/files?${new URLSearchParams({ district: kase.district, case: kase.id, attachment: kase.attachment })}`,
  })
  assert.equal(
    revealed.status,
    statusOf(actor.permissions.has('person.reveal'), seenBy(reader, kase)),
    `reveal, ${name}`,
  )
  assert.equal(
    file.status,
    statusOf(actor.permissions.has('case.read'), seenBy(reader, kase) && fields.has('files')),
    `file, ${name}`,
  )
  if (file.status === 200) assert.deepEqual(file.bytes, aPdf)
  if (revealed.status !== 200) return
  const { nik, kk, phone, reporterPhone } = revealed.body
  assert.deepEqual(
    [nik !== null, kk !== null, phone !== null, reporterPhone !== null],
    [fields.has('identity'), fields.has('identity'), fields.has('contact'), fields.all],
    `reveal, ${name}`,
  )
}

function statusOf(permitted: boolean, seen: boolean): number {
  if (!permitted) return 403
  return seen ? 200 : 404
}

inEveryWorld(
  'REF-16 an inbox shows the referrals of its office, and of their cases no more than a grant allows',
  3,
  async (reader, laid) => {
    const { client, actor, name } = reader
    for (const side of ['in', 'out'] as const) {
      const answer = await client.ask(caseRoutes.inbox, { query: { side } })
      if (!actor.permissions.has('case.read')) return assert.equal(answer.status, 403)
      const { items, open } = caseRoutes.inbox.reply.parse(answer.body)
      const expected = laid.filter(({ referral }) => (side === 'in' ? referral?.to : referral?.from) === actor.office)
      assert.deepEqual(items.map(({ caseId }) => caseId).toSorted(), idsOf(expected), `${side}, ${name}`)
      assert.equal(open, expected.length)
      for (const item of items) {
        const kase = expected.find(({ id }) => id === item.caseId)
        assert.equal(
          item.caseNumber !== '' && item.summary !== '',
          kase !== undefined && seenBy(reader, kase),
          `${side}, ${name}`,
        )
      }
    }
  },
)

test('ACCESS-7 a grant that has ended names nothing any more, even beside one that holds for the same office', async () => {
  const reader = world.readers.find(({ name }) => name.startsWith('provider+bo'))
  assert.ok(reader)
  const own = world.offices.findIndex(({ id }) => id === reader.actor.office)
  const elsewhere = world.offices.findIndex(({ place }) => place === '34.02')
  const ended = { office: own, fields: grantFields }
  const grants = [
    { office: own, fields: ['story'] as const, state: 'live' as const },
    { ...ended, state: 'expired' as const },
    { ...ended, state: 'withdrawn' as const },
  ]
  const lie = { village: 0, office: elsewhere, restricted: 'hiv' as const, grants, referral: null }
  const [kase] = await layCases(house, world, [lie])
  assert.ok(kase)
  await assertCard(reader, kase)
  await assertRevealed(reader, kase)
})
