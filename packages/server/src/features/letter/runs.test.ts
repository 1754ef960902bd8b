import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { letterRunRoutes, lettersInPart, runPaths } from '@openslrt/core/contract/letter-runs.ts'
import { letterId } from '@openslrt/core/kernel/id.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { MadeLetter } from '../../testing/a-letter.ts'
import { aDraftBy, anIssuedLetter, letterFields } from '../../testing/a-letter.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { actorOf } from '../account/index.ts'
import { letterHandler } from './index.ts'
import type { RunParts } from './work-runs.ts'
import { letterTasks, workRuns } from './work-runs.ts'

const run = promisify(execFile)
let house: TestHouse
let offices: DistrictOffices
let bo: Client
let coordinator: Client
let work: RunParts
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-runs-'))
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
  const { ledger, reference, pools, log } = house.parts
  work = {
    ledger,
    reference,
    worker: pools.worker,
    handle: letterHandler({ ledger, reference }),
    actorAt: (staff, office) => actorOf(pools.api, reference, staff, office),
    log,
  }
})
after(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const itemOf = ({ id, letter }: MadeLetter, seen = 1) => ({
  district: '34.04',
  caseId: id,
  caseNumber: '3404-26-000001',
  letter,
  seen,
})
const begin = (client: Client, what: object, items: readonly object[], id = randomUUID()) =>
  client.ask(letterRunRoutes.start, { body: { id, what, items } as never })
const standing = async (client: Client, id: string) =>
  (await client.read(letterRunRoutes.list, {})).runs.find((one) => one.id === id)
const linesOf = (client: Client, id: string, state: 'refused' | 'done' | 'waiting') =>
  client.read(letterRunRoutes.lines, { query: { id, state } })
const several = <T>(many: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: many }, make))
const partOf = (client: Client, id: string, part: number) =>
  client.raw({ method: 'GET', path: `${runPaths.pdf}?id=${id}&part=${part}` })

test('LETTER-35 many are signed by the server, each once with its number; what is refused is told, and all become a file', async () => {
  const made = await several(12, () => aDraftBy(bo))
  const [changed, own] = [await aDraftBy(bo), await aDraftBy(coordinator)]
  await bo.does('letter.change', {
    subject: changed.id,
    data: { letter: changed.letter, seen: 1, purpose: 'health', fields: { ...letterFields, desil: '3' } },
  })
  const id = randomUUID()
  const items = [...made, changed, own].map((one) => itemOf(one))
  assert.equal((await begin(coordinator, { kind: 'sign' }, items, id)).status, 200)
  assert.equal((await begin(coordinator, { kind: 'sign' }, items, id)).status, 200, 'pressed twice')
  const waiting = await standing(coordinator, id)
  assert.deepEqual([waiting?.total, waiting?.done, waiting?.ended, waiting?.parts], [14, 0, false, 0])
  await workRuns(work)
  const ended = await standing(coordinator, id)
  assert.deepEqual([ended?.done, ended?.refused, ended?.ended, ended?.parts], [12, 2, true, 1])
  const numbers = (await linesOf(coordinator, id, 'done')).items.map(({ number }) => number)
  assert.equal(new Set(numbers).size, 12)
  const refused = (await linesOf(coordinator, id, 'refused')).items
  assert.deepEqual(
    refused.map(({ letter }) => letter),
    [changed.letter, own.letter],
  )
  for (const { message } of refused) assert.match(message ?? '', /\w+ \w+/)
  const pdf = await partOf(coordinator, id, 1)
  assert.equal(pdf.status, 200, pdf.text)
  await writeFile(join(folder, 'surat.pdf'), pdf.bytes)
  assert.match((await run('pdfinfo', [join(folder, 'surat.pdf')])).stdout, /Pages:\s+12\n/)
  assert.ok((await partOf(coordinator, id, 1)).bytes.equals(pdf.bytes), 'the same bytes each time')
  assert.equal((await partOf(coordinator, id, 2)).status, 404)
  await assertVerified(house)
})

test('LETTER-35 what a dead process left is taken up where it stood, and nothing is done twice', async () => {
  const made = await several(20, () => aDraftBy(bo))
  const id = randomUUID()
  await begin(
    coordinator,
    { kind: 'sign' },
    made.map((one) => itemOf(one)),
    id,
  )
  const [died] = await Promise.allSettled([
    workRuns({
      ...work,
      // It dies after its commands went through and before anybody wrote that down.
      handle: async (...order) => {
        await work.handle(...order)
        throw new Error('killed')
      },
      log: { error: () => assert.fail('nobody is left to say so') },
    }),
  ])
  assert.equal(died?.status, 'rejected')
  const early = await workRuns(work).then(() => standing(coordinator, id))
  assert.deepEqual([early?.done, early?.ended], [0, false], 'somebody still holds it')
  await house.owner("update letter_run set held_until = now() - interval '1 second' where id = $1", [id])
  await workRuns(work)
  const ended = await standing(coordinator, id)
  assert.deepEqual([ended?.done, ended?.refused, ended?.ended], [20, 0, true])
  const signed = await house.owner("select 1 from ledger where kind = 'letter.sign' and subject = any($1)", [
    made.map((one) => one.id),
  ])
  assert.equal(signed.length, 20)
})

test('LETTER-35 a long run is done in slices, so that other jobs come between, and can be stopped', async () => {
  const made = await several(20, () => aDraftBy(bo))
  const id = randomUUID()
  await begin(
    coordinator,
    { kind: 'sign' },
    made.map((one) => itemOf(one)),
    id,
  )
  await house.owner("select graphile_worker.remove_job('letter-runs-now')")
  await workRuns(work, 0)
  const some = await standing(coordinator, id)
  assert.deepEqual([some?.done, some?.ended], [8, false])
  const asked = await house.owner("select 1 from graphile_worker.jobs where key = 'letter-runs-now'")
  assert.equal(asked.length, 1, 'the rest is asked for anew')
  await coordinator.read(letterRunRoutes.cancel, { body: { id } })
  await workRuns(work)
  const stopped = await standing(coordinator, id)
  assert.deepEqual([stopped?.done, stopped?.ended, stopped?.cancelled, stopped?.parts], [8, true, true, 1])
  assert.equal((await linesOf(coordinator, id, 'waiting')).total, 12)
  await coordinator.read(letterRunRoutes.close, { body: { id } })
  assert.equal(await standing(coordinator, id), undefined)
})

test('LETTER-35 one letter is drafted for each of many cases; what they say lies sealed', async () => {
  const cases = await several(3, () => aCaseBy(bo, { kind: 'service' }))
  const id = randomUUID()
  const what = {
    kind: 'draft',
    letter: 'registered',
    purpose: 'health',
    fields: { ...letterFields, 'tempat-lahir': 'Seyegan' },
  }
  const items = cases.map((one) => ({ ...itemOf({ id: one.id, letter: randomUUID() }), seen: 0 }))
  assert.equal((await begin(bo, what, items, id)).status, 200)
  const [kept] = await house.owner<{ said: Buffer }>('select said from letter_run where id = $1', [id])
  assert.ok(kept && !kept.said.includes('Seyegan'))
  await workRuns(work)
  assert.equal((await standing(bo, id))?.done, 3)
  const letters = await house.owner('select 1 from letter where case_id = any($1)', [cases.map((one) => one.id)])
  assert.equal(letters.length, 3)
  assert.equal((await standing(bo, id))?.parts, 0, 'drafts are no paper')
})

test('LETTER-36 letters become files of fifty each; what is not signed or out of sight is not among them', async () => {
  const made = await several(lettersInPart + 2, () => anIssuedLetter(bo, coordinator))
  const draft = await aDraftBy(bo)
  const strange = { ...itemOf(draft), letter: letterId.parse(randomUUID()) }
  const id = randomUUID()
  await begin(bo, { kind: 'print' }, [...made.map((one) => itemOf(one)), itemOf(draft), strange], id)
  while ((await standing(bo, id))?.ended === false) await workRuns(work)
  const ended = await standing(bo, id)
  assert.deepEqual([ended?.done, ended?.refused, ended?.parts], [lettersInPart + 2, 2, 2])
  const rest = await partOf(bo, id, 2)
  await writeFile(join(folder, 'rest.pdf'), rest.bytes)
  assert.match((await run('pdfinfo', [join(folder, 'rest.pdf')])).stdout, /Pages:\s+2\n/)
})

test('LETTER-35 everybody sees and stops their own work alone; who lost the post does nothing more by it', async () => {
  const made = await aDraftBy(bo)
  const leaving = await house.staffAt(offices.caturtunggal, 'coordinator')
  const id = randomUUID()
  await begin(leaving, { kind: 'sign' }, [itemOf(made)], id)
  assert.equal(await standing(coordinator, id), undefined)
  for (const asked of [
    await coordinator.ask(letterRunRoutes.lines, { query: { id } }),
    await coordinator.ask(letterRunRoutes.cancel, { body: { id } }),
    await partOf(coordinator, id, 1),
  ])
    assert.equal(asked.status, 404)
  assert.equal(
    (await begin(coordinator, { kind: 'sign' }, [itemOf(made)], id)).status,
    404,
    'the id is somebody else’s',
  )
  await house.owner('update post set valid_until = now() where staff = $1', [leaving.staff])
  await workRuns(work)
  const [left] = await house.owner<{ state: string; refusal: { code: string } }>(
    'select state, refusal from letter_run_item where run = $1',
    [id],
  )
  assert.deepEqual([left?.state, left?.refusal.code], ['refused', 'not-permitted'])
  const reader = await house.staffAt(offices.secretariat, 'leader')
  assert.equal((await begin(reader, { kind: 'sign' }, [itemOf(made)])).body.code, 'not-permitted')
  assert.equal((await house.stranger().ask(letterRunRoutes.list, {})).status, 401)
  assert.equal((await begin(bo, { kind: 'sign' }, [])).status, 400)
})

test('LETTER-35 ended work is thrown away after a month, and what is under way is not', async () => {
  await house.owner("update letter_run set asked_at = now() - interval '31 days'")
  const open = randomUUID()
  await begin(coordinator, { kind: 'sign' }, [itemOf(await aDraftBy(bo))], open)
  await house.owner("update letter_run set asked_at = now() - interval '31 days' where id = $1", [open])
  await letterTasks(work)['forget-old-runs']?.({}, {} as never)
  const left = await house.owner<{ id: string }>('select id from letter_run')
  assert.deepEqual(
    left.map(({ id }) => id),
    [open],
  )
})
