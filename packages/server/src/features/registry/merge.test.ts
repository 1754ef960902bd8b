import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import type { Change, Table } from '@openslrt/core/ledger/entry.ts'
import { namings } from '@openslrt/core/registry/merge-refs.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import { aParticipation } from '@openslrt/core/testing/a-need.ts'
import { inScope } from '../../platform/db/scope.ts'
import { columnOf, specs } from '../../platform/ledger/tables.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { layAllAbout, layChanges, peopleIn } from '../../testing/people.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const desk = await house.staffAt(offices.caturtunggal, 'fo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const there = await house.staffAt(bantul, 'verifier', '34.02')
const lay = peopleIn(house)

const preview = (client: Client, kept: string, gone: string, of = 'person') =>
  client.ask(doubleRoutes.preview, { query: { district: '34.04', of, kept, gone } })
const codeOf = ({ status, body }: { status: number; body: { code?: unknown } }) => [status, body.code]

const tellNamings = (laid: readonly { readonly table: Table; readonly id: string }[], of: Holder) =>
  Promise.all(
    laid.map(async ({ table, id }) => {
      const naming = namings.find((one) => one.table === table && one.of === of)
      assert.ok(naming, table)
      const rows = await house.owner<{ named: string }>(
        `select "${columnOf(table, naming.field)}" as named from ${specs[table].sqlName} where id = $1`,
        [id],
      )
      return [table, rows[0]?.named]
    }),
  )

for (const whose of ['person', 'family'] as const)
  test(`DOUBLE-7 what other offices and other villages wrote of a ${whose} follows though whoever merges does not see it, and comes back`, async () => {
    const of: Holder = whose
    const [kept, gone] =
      of === 'person'
        ? [await lay.person({ name: 'Lastri' }), await lay.person({ name: 'Lastri' })]
        : [await lay.family({}), await lay.family({})]
    const named = { person: null, family: null, [of]: gone, office: offices.rsud, place: sleman.maguwoharjo }
    const laid = (await layAllAbout(house, named)) as readonly { table: Table; id: string }[]
    assert.deepEqual(
      laid.map(({ table }) => table).toSorted(),
      namings
        .filter((one) => one.of === of && one.table !== 'person')
        .map(({ table }) => table)
        .toSorted(),
      'a row in every table',
    )
    const shown = doubleRoutes.preview.reply.parse((await preview(coordinator, kept, gone, of)).body)
    assert.deepEqual(
      shown.follows,
      [{ table: 'registryRecord', n: 1 }],
      'of what is out of sight nothing is told, not even how many; a history is seen by whoever sees whose it is',
    )
    const subject = randomUUID()
    const data = { of, kept, gone, take: [], keptVersion: 1, goneVersion: 1 }
    const { body } = await coordinator.send('registry.merge', { subject, data })
    assert.deepEqual(Object.keys(body).toSorted(), ['seq', 'status', 'version'], 'nor in the answer')
    assert.deepEqual(
      await tellNamings(laid, of),
      laid.map(({ table }) => [table, kept]),
    )
    await assertVerified(house, '34.04')
    await coordinator.does('registry.unmerge', { subject, data: {} })
    assert.deepEqual(
      await tellNamings(laid, of),
      laid.map(({ table }) => [table, gone]),
    )
    await assertVerified(house, '34.04')
  })

test('DOUBLE-7 after a merge the same rows are as far out of sight as before, in its own transaction and in the next', async () => {
  const [kept, gone] = [await lay.person({ name: 'Wagiyem' }), await lay.person({ name: 'Wagiyem' })]
  const laid = await layAllAbout(house, { person: gone, family: null, office: offices.rsud, place: sleman.maguwoharjo })
  const data = { of: 'person', kept, gone, take: [], keptVersion: 1, goneVersion: 1 }
  await coordinator.does('registry.merge', { subject: randomUUID(), data })
  const ppks = laid.find(({ table }) => table === 'ppks')?.id
  for (const scope of [
    {},
    { ledger: '34.04' },
    { follows: randomUUID() },
    { registryFrom: sleman.caturtunggal, registryTo: `${sleman.caturtunggal}/` },
  ]) {
    const seen = await inScope(house.parts.pools.api, scope, (client) =>
      client.query('select 1 from ppks where id = $1', [ppks]),
    )
    assert.equal(seen.rowCount, 0, JSON.stringify(scope))
  }
})

test('DOUBLE-7 of two who have the same programme each keeps the own row; the others follow, and come back', async () => {
  const [kept, gone] = [await lay.person({ name: 'Parjiyem' }), await lay.person({ name: 'Parjiyem' })]
  const [pkh, pip] = [randomUUID(), randomUUID()]
  const rows = [
    [kept, pkh],
    [gone, pkh],
    [gone, pip],
  ].map(([whose, programme]) => ({ id: randomUUID(), whose, programme }))
  await layChanges(
    house,
    sleman.maguwoharjo,
    rows.map(({ id, whose, programme }) => {
      const { id: _id, version: _version, ...set } = aParticipation()
      const own = { person: whose, family: null, caseId: null, programme, place: sleman.maguwoharjo }
      return { table: 'participation', id, base: 0, set: { ...set, ...own } } as unknown as Change
    }),
  )
  const holders = async () =>
    Promise.all(
      rows.map(
        async ({ id }) =>
          (await house.owner<{ person: string }>('select person from participation where id = $1', [id]))[0]?.person,
      ),
    )
  const subject = randomUUID()
  await coordinator.does('registry.merge', {
    subject,
    data: { of: 'person', kept, gone, take: [], keptVersion: 1, goneVersion: 1 },
  })
  assert.deepEqual(await holders(), [kept, gone, kept])
  await coordinator.does('registry.unmerge', { subject, data: {} })
  assert.deepEqual(await holders(), [kept, gone, gone])
})

test('DOUBLE-7 every column of the database that names a person or a family is one that follows', async () => {
  const columns = await house.owner<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'uuid' and column_name in ('person', 'family', 'holder') order by 1`,
  )
  const followed = namings.map(({ table, field }) => `${specs[table].sqlName}.${columnOf(table, field)}`)
  // Of a task of a meeting it is an officer who does it; a wish to be forgotten stays with the record that it was made of.
  const others = ['meeting_task.person', 'registry_erasure.holder']
  assert.deepEqual(
    columns.map(({ name }) => name),
    [...new Set([...followed, ...others])].toSorted(),
  )
})

test('DOUBLE-10 families of two villages become one with everybody in its village, and part with everybody back in theirs', async () => {
  const there_ = { place: sleman.maguwoharjo }
  const [one, two] = [
    await lay.family({ address: 'Gang Melon' }),
    await lay.family({ address: 'Gang Nangka', ...there_ }),
  ]
  const [mine, theirs] = [
    await lay.person({ name: 'Ngatini', family: one }),
    await lay.person({ name: 'Ngatiman', family: two, ...there_ }),
  ]
  const homes = async () =>
    house.owner<{ family: string; place: string }>(
      'select family, place from person where id = any($1) order by name desc',
      [[mine, theirs]],
    )
  const data = { of: 'family', kept: one, gone: two, keptVersion: 1, goneVersion: 1 }
  assert.deepEqual(
    codeOf(await coordinator.send('registry.merge', { subject: randomUUID(), data: { ...data, take: [] } })),
    [404, 'not-found'],
  )
  const before = await homes()
  const [first, second] = [randomUUID(), randomUUID()]
  await verifier.does('registry.merge', { subject: first, data: { ...data, take: [] } })
  assert.deepEqual(
    await homes(),
    [mine, theirs].map(() => ({ family: one, place: sleman.caturtunggal })),
  )
  await verifier.does('registry.unmerge', { subject: first, data: {} })
  assert.deepEqual(await homes(), before)
  await verifier.does('registry.merge', {
    subject: second,
    data: { ...data, take: ['place'], keptVersion: 3, goneVersion: 3 },
  })
  assert.deepEqual(
    await homes(),
    [mine, theirs].map(() => ({ family: one, place: sleman.maguwoharjo })),
  )
  await verifier.does('registry.unmerge', { subject: second, data: {} })
  assert.deepEqual(await homes(), before)
  await assertVerified(house, '34.04')
})

test('DOUBLE-11 before families become one both are told by their heads and members; of the merged one its address is left', async () => {
  const [one, two] = [await lay.family({ address: 'Gang Manggis' }), await lay.family({ address: 'Gang Jambu' })]
  await lay.person({ name: 'Poniman', family: one, values: { status_hubungan_keluarga: '2' } })
  await lay.person({ name: 'Ponirah', family: one, values: { status_hubungan_keluarga: '1' } })
  const { body, status } = await preview(verifier, one, two, 'family')
  assert.equal(status, 200)
  const shown = doubleRoutes.preview.reply.parse(body)
  assert.deepEqual([shown.kept.name, shown.kept.members], ['Ponirah', ['Ponirah', 'Poniman']])
  assert.deepEqual([shown.gone.name, shown.gone.members], ['Gang Jambu', []])
  assert.deepEqual([shown.score, shown.reasons], [20, ['one-village']])
  const again = doubleRoutes.preview.reply.parse((await preview(verifier, two, one, 'family')).body)
  assert.deepEqual(again.follows, [{ table: 'person', n: 2 }])
  assert.equal((await preview(verifier, one, two)).status, 404, 'a family is no person')
  assert.equal((await preview(there, one, two, 'family')).status, 404)
  assert.equal((await preview(desk, one, two, 'family')).status, 403)
  const data = { of: 'family', kept: one, gone: two, take: [], keptVersion: 1, goneVersion: 1 }
  const subject = randomUUID()
  await verifier.does('registry.merge', { subject, data })
  const line = (await verifier.read(doubleRoutes.merged)).items.find(({ id }) => id === subject)
  assert.deepEqual([line?.of, line?.keptName, line?.goneName], ['family', 'Ponirah', 'Gang Jambu'])
  assert.deepEqual(
    codeOf(await preview(verifier, one, two, 'family')),
    [200, undefined],
    'it is still told what went into it',
  )
})

test('DOUBLE-7 whoever went with a family that went into another is parted in the order of the merges', async () => {
  const [home, third] = [await lay.family({ address: 'Gang Salak' }), await lay.family({ address: 'Gang Duku' })]
  const [kept, gone] = [await lay.person({ name: 'Tukinah' }), await lay.person({ name: 'Tukinah', family: home })]
  const [people, families] = [randomUUID(), randomUUID()]
  const versions = { take: [], keptVersion: 1, goneVersion: 1 }
  await verifier.does('registry.merge', { subject: people, data: { of: 'person', kept, gone, ...versions } })
  await verifier.does('registry.merge', {
    subject: families,
    data: { of: 'family', kept: third, gone: home, ...versions },
  })
  assert.deepEqual(codeOf(await verifier.send('registry.unmerge', { subject: people, data: {} })), [409, 'pair-later'])
  await verifier.does('registry.unmerge', { subject: families, data: {} })
  await verifier.does('registry.unmerge', { subject: people, data: {} })
  assert.deepEqual(await house.owner('select family, status from person where id = $1', [gone]), [
    { family: home, status: 'known' },
  ])
})

test('DOUBLE-7 nobody of another district merges, says anything of, or parts two whom they do not see', async () => {
  const [kept, gone] = [await lay.person({ name: 'Kasinem' }), await lay.person({ name: 'Kasinem' })]
  const data = { of: 'person', kept, gone, take: [], keptVersion: 1, goneVersion: 1 }
  const subject = randomUUID()
  const refused = async (
    kind: 'registry.merge' | 'registry.not-same' | 'registry.unmerge',
    own: object,
    about = randomUUID(),
  ) => codeOf(await there.send(kind, { subject: about, district: '34.04', data: own }))
  assert.deepEqual(await refused('registry.merge', data), [404, 'not-found'])
  assert.deepEqual(await refused('registry.not-same', { of: 'person', kept, gone }), [404, 'not-found'])
  await coordinator.does('registry.merge', { subject, data })
  assert.deepEqual(await refused('registry.unmerge', {}, subject), [404, 'not-found'])
  assert.deepEqual(codeOf(await desk.send('registry.unmerge', { subject, data: {} })), [403, 'not-permitted'])
  // In a village beside, with the right, and out of sight all the same.
  const beside = await house.staffAt(offices.maguwoharjo, 'coordinator')
  assert.deepEqual(codeOf(await beside.send('registry.unmerge', { subject, data: {} })), [404, 'not-found'])
  assert.ok(!(await beside.read(doubleRoutes.merged)).items.some(({ id }) => id === subject))
  assert.ok(!(await there.read(doubleRoutes.merged)).items.some(({ id }) => id === subject))
  await coordinator.does('registry.unmerge', { subject, data: {} })
})
