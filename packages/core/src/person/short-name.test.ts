import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortName } from './short-name.ts'

for (const [name, short] of [
  ['Siti Aminah Putri', 'Siti A. P.'],
  ['Sumarni', 'Sumarni'],
  ['  siti   aminah ', 'siti A.'],
  ['Élise éclair', 'Élise É.'],
  ['', ''],
] as const)
  test(`SUPER-14 on paper "${name}" is "${short}"`, () => assert.equal(shortName(name), short))
