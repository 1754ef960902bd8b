import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RowReason } from '../office/import/row-plan.ts'
import { sayReason } from './import-reasons.ts'

const examples: readonly RowReason[] = [
  { code: 'place-missing' },
  { code: 'place-unknown', column: 'village', said: 'Tidakada' },
  { code: 'place-differs', column: 'village', said: 'Sinduadi', place: 'Depok (34.04.07)' },
  { code: 'place-ambiguous', column: 'village', said: 'Sukamaju', candidates: ['A', 'B'] },
  { code: 'cell-missing' },
  { code: 'cell-unreadable', said: 'x' },
  { code: 'yes-or-no', said: 'mungkin' },
  { code: 'kind-unknown', said: 'toko' },
  { code: 'kind-there', kind: 'puskesos', office: 'Puskesos A' },
  { code: 'role-unknown', said: 'satpam' },
  { code: 'id-unknown' },
  { code: 'office-unknown', said: 'Puskesos X' },
  { code: 'office-ambiguous', said: 'Posko', candidates: ['A', 'B', 'C', 'D', 'E'] },
  { code: 'staff-ambiguous', said: 'Siti', candidates: ['Siti (id 1)', 'Siti (id 2)'] },
  { code: 'staff-unknown', said: 'Siti' },
  { code: 'taken-elsewhere', said: 'Siti' },
  { code: 'twice', line: 7 },
  { code: 'law', refusal: { code: 'wrong-place' } },
]

for (const reason of examples)
  test(`IMPORT-9 ${reason.code} is said in both languages, with everything that it is about`, () => {
    const said = (['id', 'en'] as const).map((lang) => sayReason(lang, reason))
    for (const text of said) {
      assert.doesNotMatch(text, /[{}]|undefined/)
      assert.match(text, /\.$/)
      if ('said' in reason) assert.ok(text.includes(reason.said))
    }
    assert.notEqual(said[0], said[1])
  })

test('IMPORT-9 of many candidates some are named, and that there are more', () => {
  const text = sayReason('id', { code: 'office-ambiguous', said: 'Posko', candidates: ['A', 'B', 'C', 'D', 'E'] })
  assert.match(text, /A; B; C; D …/)
  assert.doesNotMatch(text, /E/)
})
