import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { monday } from '../testing/a-policy.ts'
import { aPosting, aPsks, psksData } from '../testing/a-welfare.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { Told } from './tell.ts'
import { psksNoticesOf, tellsOfPsks } from './tell-psks.ts'

const entry = (kind: string, actor = 'clock'): Told => ({
  kind,
  actor,
  office: null,
  at: monday,
  payload: { v: 1, action: 'x', note: '', say: {}, day: '2026-11-02', changes: [] },
})
const asked = aPosting({ office: offices.district.id })
const own = ids.staff(4)
const hears = (kind: string, staff: typeof own | null = null, actor?: string) =>
  psksNoticesOf(entry(kind, actor), aPsks({ staff }), asked).map(({ whom, what, says }) => [
    whom.kind === 'office' ? whom.office : whom.kind === 'staff' && whom.staff,
    what,
    says.office,
  ])

for (const kind of keysOf(psksData))
  test(`PSKS-13 of ${kind} ${tellsOfPsks(kind) ? 'somebody' : 'nobody'} hears`, () => {
    const told = hears(kind)
    assert.equal(told.length, tellsOfPsks(kind) ? 1 : 0)
    assert.equal(tellsOfPsks(kind), kind === 'psks.post' || kind === 'psks.end-posting')
  })

test('PSKS-13 of a task hears the PSKS by their account, else the office that looks after them, from whoever asked', () => {
  assert.deepEqual(hears('psks.post', own), [[own, 'psks-posted', offices.district.id]])
  assert.deepEqual(hears('psks.post'), [[offices.village.id, 'psks-posted', offices.district.id]])
})

test('PSKS-13 nobody hears of a task that they gave themselves', () => {
  assert.deepEqual(hears('psks.post', own, `staff:${own}`), [])
  assert.equal(hears('psks.post', own, `staff:${ids.staff(5)}`).length, 1)
})

test('PSKS-13 of its end hears the office that asked, whoever helped', () => {
  for (const staff of [own, null])
    assert.deepEqual(hears('psks.end-posting', staff), [[offices.district.id, 'psks-done', offices.village.id]])
})

test('PSKS-13 those who hear look after PSKS, and nothing is said of a case, a day or a person', () => {
  for (const kind of ['psks.post', 'psks.end-posting']) {
    const [notice] = psksNoticesOf(entry(kind), aPsks(), asked)
    assert.ok(notice?.whom.kind === 'office')
    assert.deepEqual(notice.whom.rights, ['psks.manage'])
    assert.deepEqual([notice.says.until, notice.says.step, notice.says.act], [null, null, null])
  }
})
