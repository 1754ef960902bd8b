import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCasts } from './check-casts.ts'

const lines = (count: number, more = ''): string => `${'export const a = 1\n'.repeat(count)}${more}`
const told = (path: string, text: string) => checkCasts([{ path, text }]).findings.map(({ line }) => line)

test('CAST-1 one cast in two thousand lines is let through, two are told with their places', () => {
  const one = 'const b = a as unknown\n'
  assert.deepEqual(told('packages/core/src/a.ts', lines(2_000, one)), [])
  assert.deepEqual(told('packages/core/src/a.ts', lines(2_000, one + one)), [2_001, 2_002])
  assert.deepEqual(told('packages/core/src/a.ts', 'const b = <unknown>1\n'), [1], 'in the old spelling as well')
})

test('CAST-1 what believes nothing is no cast, and tests and data are not looked at', () => {
  const text = 'const a = [1] as const\nconst b = { a } satisfies object\nimport { x as y } from "./x.ts"\n'
  assert.deepEqual(told('packages/core/src/a.ts', text), [])
  for (const path of [
    'packages/core/src/a.test.ts',
    'packages/core/src/testing/a.ts',
    'packages/core/src/i18n/id/a.ts',
  ])
    assert.deepEqual(told(path, 'const b = 1 as unknown\n'), [], path)
})

test('CAST-1 a double cast counts twice', () => {
  const { seen } = checkCasts([{ path: 'packages/core/src/a.ts', text: 'const b = 1 as unknown as string\n' }])
  assert.match(seen, /2 casts/)
})
