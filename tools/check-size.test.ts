import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSizes, longFunctions, measureFunctions } from './check-size.ts'

const file = (path: string, lines: number) => ({ path, text: 'const a = 1\n'.repeat(lines) })

test('SIZE-1 a file may have 400 lines and not one more; data and generated files may', () => {
  const files = [
    file('packages/core/src/fits.ts', 400),
    file('packages/core/src/long.ts', 401),
    file('packages/core/src/i18n/id/shell.ts', 900),
    file('packages/core/src/generated/codes.ts', 900),
  ]
  assert.deepEqual(
    checkSizes(files).findings.map(({ file: path }) => path),
    ['packages/core/src/long.ts'],
  )
})

test('SIZE-2 functions are measured by name, and those that hold another one are no leaves', () => {
  const text =
    'export function outer() {\n  const inner = () => {\n    return 1\n  }\n  return inner\n}\nconst small = () => 1\n'
  assert.deepEqual(
    measureFunctions({ path: 'a.ts', text }).map(({ name, lines, leaf }) => [name, lines, leaf]),
    [
      ['outer', 6, false],
      ['inner', 3, true],
      ['small', 1, true],
    ],
  )
})

test('SIZE-3 one long function in a thousand is let through, one in a hundred is told', () => {
  const measured = (lines: number) => ({ file: 'a.ts', line: 1, name: 'f', lines, leaf: true })
  const short = Array.from({ length: 999 }, () => measured(10))
  assert.deepEqual(longFunctions([...short, measured(61)]), [])
  assert.equal(longFunctions([...short.slice(0, 99), measured(61)]).length, 1)
})
