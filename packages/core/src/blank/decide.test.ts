import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerCase } from '../case/register.ts'
import { batchId, blankId } from '../kernel/id.ts'
import { aBlank } from '../testing/a-blank.ts'
import { registration } from '../testing/a-case.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { almighty, citizen, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { BlankRow } from './blank.ts'
import { blankStatuses } from './blank.ts'
import { decideBlank, issueBlanks } from './decide.ts'

const batch = batchId.parse('a0000000-0000-4000-8000-000000000001')
const sheet = (n: number) => ({
  id: blankId.parse(`b0000000-0000-4000-8000-00000000000${n}`),
  short: `${n}a`.repeat(32),
  long: `${n}b`.repeat(32),
})
const { district } = offices.village
const policy = aPolicy()
const fo = almighty()
const lacking = staffLacking(['case.register'])

test('BLANK-2 a batch is numbered in a series of its own, and every sheet holds its receipt', () => {
  const issued = issueBlanks(batch, [sheet(1), sheet(2)], fo, policy, district)
  assert.ok(issued.ok)
  const [first, ...sheets] = issued.value.changes
  assert.deepEqual(first?.numbered, { series: 'form 2026', pattern: 'F3404-26-{nomor}' })
  assert.deepEqual(
    sheets.map(({ table, set }) => [table, 'sheet' in set && set.sheet, 'doorShort' in set && set.doorShort]),
    [
      ['blank', 1, sheet(1).short],
      ['blank', 2, sheet(2).short],
    ],
  )
})

test('BLANK-2 forms are issued by who takes cases in, at an office that does, in its own district', () => {
  const issue = (actor: Parameters<typeof issueBlanks>[2], where = district) =>
    issueBlanks(batch, [sheet(1)], actor, policy, where)
  const code = (said: ReturnType<typeof issue>) => (said.ok ? 'yes' : said.error.code)
  assert.equal(code(issue(lacking)), 'not-permitted')
  assert.equal(code(issue(citizen(ids.case(1)))), 'not-permitted')
  assert.equal(code(issue(fo, offices.province.district)), 'wrong-place')
  assert.equal(code(issue({ ...fo, office: offices.hospital.id })), 'wrong-place')
})

test('BLANK-5 voiding and losing take words, finding none; each from where it may, at the office of the pile', () => {
  const did = (form: BlankRow, move: 'void' | 'lose' | 'find', note = 'Robek.', actor = fo) => {
    const said = decideBlank(form, { move, data: { note } }, actor, policy)
    return said.ok ? said.value.changes.map(({ set }) => ('status' in set ? set.status : '')).join() : said.error.code
  }
  assert.deepEqual(
    blankStatuses.map((status) =>
      (['void', 'lose', 'find'] as const).map((move) => did(aBlank({ status }), move)).join(' '),
    ),
    [
      'void lost wrong-form-status',
      'wrong-form-status wrong-form-status wrong-form-status',
      'wrong-form-status wrong-form-status wrong-form-status',
      'void wrong-form-status issued',
    ],
  )
  assert.equal(did(aBlank(), 'void', ''), 'note-missing')
  assert.equal(did(aBlank({ status: 'lost' }), 'find', ''), 'issued')
  assert.equal(did(aBlank({ office: offices.otherVillage.id }), 'void'), 'not-here')
  assert.equal(did(aBlank(), 'void', 'x', lacking), 'not-permitted')
})

test('BLANK-3 a case typed from a form takes over its receipt, and the form is done with', () => {
  const data = { ...registration(), form: 'F3404-26-012-01' }
  const door = { short: 'c'.repeat(64), long: 'd'.repeat(64) }
  const made = registerCase(ids.case(1), data, fo, { ...door, form: aBlank() }, policy)
  assert.ok(made.ok)
  const [kase, form] = made.value.changes
  assert.ok(kase && 'doorShort' in kase.set && kase.set.doorShort === sheet(1).short)
  assert.deepEqual(form, {
    table: 'blank',
    id: sheet(1).id,
    base: 1,
    set: { status: 'typed', caseId: ids.case(1), changedAt: policy.now },
  })
  const refused = (typed: { form?: BlankRow | null }) => {
    const said = registerCase(ids.case(1), data, fo, { ...door, ...typed }, policy)
    return said.ok ? 'yes' : said.error
  }
  assert.deepEqual(refused({ form: null }), { code: 'unknown-form' })
  assert.deepEqual(refused({}), { code: 'unknown-form' })
  for (const status of ['typed', 'void', 'lost'] as const)
    assert.deepEqual(refused({ form: aBlank({ status }) }), { code: 'wrong-form-status', status })
  // Without a number on it no form is touched.
  const plain = registerCase(ids.case(1), registration(), fo, { ...door, form: aBlank() }, policy)
  assert.equal(plain.ok && plain.value.changes.length, 1)
})
