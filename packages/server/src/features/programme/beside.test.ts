import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { matchAnswer, programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { familyId, programmeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import type { z } from 'zod'
import { inScope } from '../../platform/db/scope.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { layFamily } from '../../testing/a-family-row.ts'
import { startTestHouse } from '../../testing/house.ts'
import { openShippedProgrammes, shippedProgrammeId } from './open-shipped.ts'

// What stands beside the rows of a family when programmes are held against it: other programmes, PPKS, quotas.
const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
await openShippedProgrammes(house.parts)
const district = ledgerCode.parse(sleman.district)
const manager = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'fo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const today = dayIn('Asia/Jakarta', Date.now())
const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }
const openData = { ...programmeData['programme.open'], from: today }

async function opened(more: object): Promise<string> {
  const subject = randomUUID()
  await manager.does('programme.open', { subject, data: { ...openData, ...more } })
  return subject
}
const card = (id: string) => desk.ask(programmeRoutes.card, { query: { district, id: programmeId.parse(id) } })

/** What is said of people past the doors of their own registers: the ledger knows nothing of it. */
async function layTaken(programme: string, status: string, of: { person?: string | undefined; family?: string }) {
  await house.owner(
    `insert into participation (district, id, version, seq, person, family, place, programme, programme_name, status,
        amount_right, on_time, useful, said_by, said_on, recorded_by, changed_at)
      values ('34.04', gen_random_uuid(), 1, 1, $1, $2, $3, $4, 'x', $5, 'unknown', 'unknown', 'unknown', 'family', now(), 'x', now())`,
    [of.person ?? null, of.family ?? null, sleman.caturtunggal, programme, status],
  )
}
async function layPpks(type: string, person: string | undefined, more: { status?: string; restricted?: string } = {}) {
  const { status = 'received', restricted = null } = more
  await house.owner(
    `insert into ppks (district, id, version, seq, place, office, person, name, type, restricted, since, status, outcome,
        risks, course, added_at, changed_at)
      values ('34.04', gen_random_uuid(), 1, 1, $1, $2, $3, '', $4, $5, now(), $6, $7, '{}', '', now(), now())`,
    [
      sleman.caturtunggal,
      offices.caturtunggal,
      person,
      type,
      restricted,
      status,
      status === 'ended' ? 'not-ppks' : null,
    ],
  )
}
const familyOf = (id: string) => ({ query: { district, id: familyId.parse(id) } })
async function answersFor(family: string, by = desk) {
  const { groups, facts } = await by.read(programmeRoutes.forFamily, familyOf(family))
  const lines = groups.flatMap(({ member, items }) =>
    items.map(({ name, verdict, room, has }) => [`${member ?? 'family'} ${name}`, { verdict, room, has }] as const),
  )
  return { lines: new Map<string, (typeof lines)[number][1]>(lines), order: lines.map(([name]) => name), facts }
}

test('PROG-17 a rule asks whether somebody is in another programme, and is told what was said of them', async () => {
  const rice = await opened({
    name: 'Beras Selain PKH',
    rule: { all: [poor, { fact: 'program-pkh', is: 'in', value: ['stopped', 'never'] }] },
  })
  const school = await opened({
    name: 'Buku Selain PIP',
    unit: 'pupil',
    rule: { fact: 'program-pip', is: 'eq', value: 'never' },
  })
  const lay = (name: string) => layFamily(house, { desil: 2 }, [{ name, born: '2014-01-01' }])
  const [in_, out, unsaid] = [await lay('Ikut'), await lay('Berhenti'), await lay('Belum')]
  await layTaken(shippedProgrammeId('pkh'), 'receives', { family: in_.family })
  await layTaken(shippedProgrammeId('pkh'), 'stopped', { person: out.people[0], family: out.family })
  await layTaken(shippedProgrammeId('pip'), 'never', { person: in_.people[0], family: in_.family })
  const verdict = async ({ family }: { family: string }, line: string) =>
    (await answersFor(family)).lines.get(line)?.verdict
  assert.deepEqual(
    [
      await verdict(in_, 'family Beras Selain PKH'),
      await verdict(out, 'family Beras Selain PKH'),
      await verdict(unsaid, 'family Beras Selain PKH'),
    ],
    ['not-eligible', 'eligible', 'cannot-tell'],
  )
  assert.deepEqual(
    [await verdict(in_, '0 Buku Selain PIP'), await verdict(unsaid, '0 Buku Selain PIP')],
    ['eligible', 'cannot-tell'],
  )
  const { facts } = await answersFor(unsaid.family)
  assert.deepEqual(
    facts.find(({ name }) => name === 'program-pkh'),
    {
      name: 'program-pkh',
      of: 'family',
      kind: 'code',
      names: { id: 'Program Keluarga Harapan (PKH)', en: 'Program Keluarga Harapan (PKH)' },
    },
  )
  for (const id of [rice, school])
    await manager.does('programme.end', { subject: id, data: { from: today, note: 'x' } })
})

test('PROG-17 a district’s own indicator is asked by its rules, and by no rule of the nation or of another district', async () => {
  const hungry: Criterion = { fact: 'lokal-makan-dua-kali', is: 'eq', value: true }
  const id = await opened({ name: 'Dapur Umum', rule: hungry })
  const values = { 'lokal-makan-dua-kali': true }
  const { family } = await layFamily(house, { values }, [{ name: 'Lapar' }])
  const found = await answersFor(family)
  assert.equal(found.lines.get('family Dapur Umum')?.verdict, 'eligible')
  assert.deepEqual(found.facts.map(({ name }) => name).includes('lokal-makan-dua-kali'), true)
  const shown = await card(id)
  assert.deepEqual(shown.body['facts'], [
    {
      name: 'lokal-makan-dua-kali',
      of: 'family',
      kind: 'yes-no',
      names: { id: 'Makan kurang dari dua kali sehari', en: 'Eats less than twice a day' },
    },
  ])
  const strange = { ...openData, rule: { fact: 'lokal-tidak-ada', is: 'eq', value: true } }
  const refused = await manager.send('programme.open', { subject: randomUUID(), data: strange })
  assert.deepEqual([refused.status, refused.body.code], [422, 'programme-rule'])
  assert.match(String(refused.body['message']), /Data ini tidak dikenal/)
  await manager.does('programme.end', { subject: id, data: { from: today, note: 'x' } })
})

test('PROG-18 what can not be had together is refused where nobody knows it, told on the card, and asked of families', async () => {
  const open = (excludes: readonly string[], more: object = {}) =>
    manager.send('programme.open', { subject: randomUUID(), data: { ...openData, excludes, ...more } })
  assert.equal((await open(['bst'])).body.code, 'programme-rule')
  assert.equal((await open(['sembako'], { code: 'sembako' })).body.code, 'programme-excludes')
  assert.equal((await open(Array.from({ length: 21 }, (_, n) => `p${n}`))).body.code, 'invalid')
  assert.equal((await open([''])).body.code, 'invalid')
  const id = await opened({ name: 'BLT Sleman', excludes: ['pkh', 'pbi-jkn'] })
  const itself = await manager.send('programme.set-criteria', {
    subject: id,
    data: { ...programmeData['programme.set-criteria'], from: today, excludes: [id] },
  })
  assert.equal(itself.body.code, 'programme-excludes')
  const { versions, facts } = await desk.read(programmeRoutes.card, { query: { district, id: programmeId.parse(id) } })
  assert.deepEqual(versions[0]?.excludes, ['pkh', 'pbi-jkn'])
  assert.deepEqual(facts.map(({ name }) => name).toSorted(), ['program-pbi-jkn', 'program-pkh'])
  const { family, people } = await layFamily(house, { desil: 1 }, [{ name: 'Ayah' }, { name: 'Ibu' }])
  const verdict = async () => (await answersFor(family)).lines.get('family BLT Sleman')?.verdict
  assert.equal(await verdict(), 'cannot-tell')
  await layTaken(shippedProgrammeId('pkh'), 'never', { family })
  await layTaken(shippedProgrammeId('pbi-jkn'), 'never', { person: people[0] })
  assert.equal(await verdict(), 'cannot-tell', 'of one of them it is not known')
  await layTaken(shippedProgrammeId('pbi-jkn'), 'stopped', { person: people[1] })
  assert.equal(await verdict(), 'eligible')
  await house.owner("update participation set status = 'receives' where person = $1", [people[1]])
  assert.equal(await verdict(), 'not-eligible')
  await manager.does('programme.end', { subject: id, data: { from: today, note: 'x' } })
})

test('PROG-19 as which PPKS somebody is recorded is told to whom may know it; to nobody that they are none', async () => {
  const kind = (...value: readonly string[]): Criterion => ({ fact: 'jenis_ppks', is: 'in', value })
  const ids = [
    await opened({ name: 'Untuk terlantar', unit: 'person', rule: kind('neglected-elderly') }),
    await opened({ name: 'Untuk HIV', unit: 'person', rule: kind('hiv') }),
  ]
  const lay = (name: string) => layFamily(house, {}, [{ name, born: '1950-01-01' }])
  const [old, ill, none] = [await lay('Terlantar'), await lay('Sakit'), await lay('Bukan')]
  await layPpks('neglected-elderly', old.people[0])
  await layPpks('neglected-elderly', ill.people[0])
  await layPpks('hiv', ill.people[0], { restricted: 'hiv' })
  await layPpks('poor', none.people[0], { status: 'ended' })
  const told = async ({ family }: { family: string }, by = desk) => {
    const { lines } = await answersFor(family, by)
    return [lines.get('0 Untuk terlantar')?.verdict, lines.get('0 Untuk HIV')?.verdict]
  }
  assert.deepEqual(await told(old), ['eligible', 'cannot-tell'])
  assert.deepEqual(await told(ill), ['eligible', 'cannot-tell'], 'nothing of it shows')
  assert.deepEqual(await told(none), ['not-eligible', 'cannot-tell'])
  const handler = await house.staffAt(offices.secretariat, 'manager')
  assert.deepEqual(await told(ill, handler), ['eligible', 'eligible'])
  assert.deepEqual(await told(none, handler), ['not-eligible', 'not-eligible'])
  for (const id of ids) await manager.does('programme.end', { subject: id, data: { from: today, note: 'x' } })
})

test('MATCH-7 a programme that is full is told so with how many wait, after its equals that have room', async () => {
  const ids = await Promise.all(['Jatah A', 'Jatah B', 'Jatah C'].map((name) => opened({ name })))
  const quota = (nth: number, more: object) =>
    manager.does('quota.set', {
      subject: randomUUID(),
      data: {
        programme: ids[nth],
        place: sleman.district,
        from: '2000-01-01',
        until: '2199-12-31',
        places: 1,
        ...more,
      },
    })
  await quota(0, { places: 0 })
  await quota(1, { places: 5 })
  await quota(1, { place: sleman.maguwoharjo, places: 0 })
  await quota(2, { places: 1, from: '2000-01-01', until: '2000-12-31' })
  await house.owner('update quota set waiting = 12 where programme = $1', [ids[0]])
  const { family } = await layFamily(house, { desil: 1 }, [{ name: 'Antre' }])
  const { lines, order } = await answersFor(family)
  const rooms = ['A', 'B', 'C'].map((one) => lines.get(`family Jatah ${one}`)?.room)
  assert.deepEqual(rooms, [{ full: true, left: 0, waiting: 12 }, { full: false, left: 5, waiting: 0 }, null])
  const at = (name: string) => order.indexOf(`family ${name}`)
  assert.ok(at('Jatah B') < at('Jatah A') && at('Jatah C') < at('Jatah A'))
  assert.ok(at('Program Sembako (BPNT)') < at('Jatah A'), 'what the nation gives has room')
  const next = await layFamily(house, { desil: 1, place: sleman.maguwoharjo }, [{ name: 'Tetangga' }])
  assert.equal((await answersFor(next.family, manager)).lines.get('family Jatah B')?.room?.full, true)
  for (const id of ids) await manager.does('programme.end', { subject: id, data: { from: today, note: 'x' } })
})

test('PROG-17 what stands beside a family is behind the second wall too: nobody elsewhere reads a row of it', async () => {
  const { family, people } = await layFamily(house, {}, [{ name: 'Rahasia' }])
  await layTaken(shippedProgrammeId('pkh'), 'receives', { family })
  await layPpks('hiv', people[0], { restricted: 'hiv' })
  const rows = (scope: object, table: string, id: string | undefined) =>
    inScope(
      house.parts.pools.api,
      scope,
      async (client) => (await client.query(`select 1 from ${table} where family = $1 or person = $1`, [id])).rowCount,
    )
  const here = { registryFrom: sleman.caturtunggal, registryTo: `${sleman.caturtunggal}/` }
  const there = { registryFrom: sleman.maguwoharjo, registryTo: `${sleman.maguwoharjo}/` }
  assert.deepEqual(
    [
      await rows(here, 'participation', family),
      await rows(there, 'participation', family),
      await rows({}, 'participation', family),
    ],
    [1, 0, 0],
  )
  assert.deepEqual(
    [await rows(here, 'ppks', people[0]), await rows({ ...here, restricted: 'hiv' }, 'ppks', people[0])],
    [0, 1],
  )
})

test('MATCH-8 who has a programme already is told so; who stopped may ask again', async () => {
  const { family } = await layFamily(house, { desil: 1 }, [{ name: 'Punya' }])
  const has = async () => (await answersFor(family)).lines.get('family Program Sembako (BPNT)')?.has
  assert.equal(await has(), false)
  await layTaken(shippedProgrammeId('sembako'), 'receives', { family })
  assert.equal(await has(), true)
  const { order, lines } = await answersFor(family)
  const eligible = order.filter((name) => name.startsWith('family') && lines.get(name)?.verdict === 'eligible')
  assert.equal(eligible.at(-1), 'family Program Sembako (BPNT)')
  await house.owner("update participation set status = 'stopped' where family = $1", [family])
  assert.equal(await has(), false)
})

type Trial = z.input<typeof programmeRoutes.try.body>
const trial = (rule: Criterion, more: Partial<Trial> = {}, by = manager) =>
  by.read(programmeRoutes.try, { body: { district, unit: 'family', rule, after: null, ...more } })

test('PROG-13 what is counted is what counting by hand comes to, for rules of every kind, family by family', async () => {
  const rules: readonly Criterion[] = [
    poor,
    { not: poor },
    { fact: 'program-pkh', is: 'in', value: ['stopped', 'never'] },
    { all: [poor, { not: { fact: 'program-sembako', is: 'eq', value: 'receives' } }] },
    {
      any: [
        { fact: 'lokal-makan-dua-kali', is: 'eq', value: true },
        { member: { fact: 'usia', is: 'at-least', value: 60 } },
      ],
    },
    { member: { fact: 'jenis_ppks', is: 'known' } },
    { member: { fact: 'jenis_ppks', is: 'in', value: ['hiv', 'poor'] } },
    { ask: 'Ditetapkan musdes' },
  ]
  const ids = await Promise.all(rules.map((rule) => opened({ name: 'Dihitung tangan', rule })))
  const families = await house.owner<{ id: string }>("select id from family where status = 'known'")
  for (const by of [manager, coordinator]) {
    const seen = await Promise.all(families.map((one) => by.ask(programmeRoutes.forFamily, familyOf(one.id))))
    const items = seen
      .filter(({ status }) => status === 200)
      .flatMap(({ body }) => matchAnswer.parse(body).groups.flatMap((group) => group.items))
    for (const [nth, rule] of rules.entries()) {
      const verdicts = items.filter(({ id }) => id === ids[nth]).map(({ verdict }) => verdict)
      const { counts, looked } = await trial(rule, {}, by)
      const byHand = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length
      assert.deepEqual(
        [counts.eligible, counts['cannot-tell'], counts['not-eligible'], looked],
        [byHand('eligible'), byHand('cannot-tell'), byHand('not-eligible'), verdicts.length],
        JSON.stringify(rule),
      )
    }
  }
  for (const id of ids) await manager.does('programme.end', { subject: id, data: { from: today, note: 'x' } })
})

test('PROG-13 people are counted as families are: by what each of them has, and what their family has', async () => {
  const rule: Criterion = {
    all: [
      { fact: 'program-pbi-jkn', is: 'eq', value: 'stopped' },
      { fact: 'program-pkh', is: 'eq', value: 'never' },
    ],
  }
  const before = (await trial(rule, { unit: 'person' })).counts.eligible
  const { family, people } = await layFamily(house, {}, [{ name: 'Satu' }, { name: 'Dua' }])
  await layTaken(shippedProgrammeId('pkh'), 'never', { family })
  await layTaken(shippedProgrammeId('pbi-jkn'), 'stopped', { person: people[0] })
  const counted = await trial(rule, { unit: 'person' })
  assert.equal(counted.counts.eligible, before + 1)
  assert.ok(counted.examples.every(({ members, name }) => members.includes(name)))
})

test('PROG-13 nobody tries a rule on people whom they do not see, and no broken rule is tried', async () => {
  const nobody = await house.staffAt(offices.caturtunggal, 'planner')
  const refused = await nobody.ask(programmeRoutes.try, {
    body: { district, unit: 'family', rule: poor, after: null },
  })
  if (refused.status === 200) assert.equal(refused.body['looked'], 0)
  else assert.equal(refused.status, 403)
  const asked = (rule: Criterion) =>
    manager.ask(programmeRoutes.try, { body: { district, unit: 'family', rule, after: null } })
  for (const [rule, words] of [
    [{ all: [] }, /Kelompok ini masih kosong/],
    [{ fact: 'program-tidak-ada', is: 'eq', value: 'never' }, /tidak dikenal/],
    [{ fact: 'desil', is: 'at-least', value: 11 }, /Desil: Tidak seorang pun/],
    [{ all: [poor, { not: poor }] }, /bertentangan/],
    [{ fact: 'usia', is: 'at-least', value: 70 }, /Untuk keluarga/],
  ] as const) {
    const { status, body } = await asked(rule)
    assert.deepEqual([status, body['code']], [422, 'programme-rule'])
    assert.match(String(body['message']), words)
  }
  const other = await manager.ask(programmeRoutes.try, {
    body: { district: '34.02', unit: 'family', rule: poor, after: null },
  })
  assert.equal(other.body['looked'], 0, 'of another district nobody is looked at')
  const beyond = await trial(poor, { after: 'ffffffff-ffff-4fff-bfff-ffffffffffff' })
  assert.deepEqual([beyond.looked, beyond.next], [0, null])
})

test('PROG-17 two readers of one family are told the same but for what one of them may not know', async () => {
  const { family, people } = await layFamily(house, { desil: 3 }, [{ name: 'Sama', born: '1960-01-01' }])
  await layPpks('hiv', people[0], { restricted: 'hiv' })
  await layTaken(shippedProgrammeId('pkh'), 'stopped', { family })
  const told = async (by: typeof manager) =>
    [...(await answersFor(family, by)).lines].filter(([name]) => !name.includes('ATENSI'))
  assert.deepEqual(await told(manager), await told(desk))
  const answer = await desk.read(programmeRoutes.forFamily, familyOf(family))
  assert.ok(!JSON.stringify(answer).includes('hiv'), 'nothing of it crosses the wire')
})

test('PROG-8 the same command twice is one programme; an older page is told so; the ledger proves it all', async () => {
  const subject = randomUUID()
  const order = {
    id: randomUUID(),
    doneAt: new Date().toISOString(),
    subject,
    data: { ...openData, name: 'Dikirim dua kali', excludes: ['pkh'] },
  }
  const first = await manager.send('programme.open', order)
  const second = await manager.send('programme.open', order)
  assert.deepEqual([first.status, second.status], [200, 200])
  assert.equal((await manager.send('programme.open', { subject, data: openData })).status, 409)
  const other = await manager.send('programme.change', {
    subject,
    base: 7,
    data: { ...programmeData['programme.change'], name: 'Basi' },
  })
  assert.equal(other.body['code'], 'stale')
  const rows = await house.owner<{ version: number }>('select version from programme where id = $1', [subject])
  assert.deepEqual(rows, [{ version: 1 }])
})
