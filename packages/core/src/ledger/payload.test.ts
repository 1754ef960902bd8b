import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerCase } from '../case/register.ts'
import { canonical } from '../kernel/json.ts'
import { registration } from '../testing/a-case.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { staff } from '../testing/actors.ts'
import { ids } from '../testing/ids.ts'
import { payloadOf } from './entry.ts'
import { payload } from './payload.ts'

const decided = registerCase(ids.case(1), registration(), staff('fo'), { short: 's', long: 'l' }, aPolicy())
assert.ok(decided.ok)
const written = payloadOf(decided.value)

test('LEDGER-4 an entry reads back as it was written', () => {
  assert.deepEqual(payload(JSON.parse(canonical(written))), written)
})

test('LEDGER-4 what is no entry is a broken ledger, told at once', () => {
  for (const broken of [
    null,
    {},
    { ...written, v: 2 },
    { ...written, day: 'today' },
    { ...written, changes: [{ table: 'money' }] },
  ])
    assert.throws(() => payload(broken))
})
