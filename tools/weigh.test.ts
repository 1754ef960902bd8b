import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, linesOfCode, weigh } from './weigh.ts'

const lines = (text: string, path = 'a.ts'): number => linesOfCode({ path, text })

test('WEIGH-1 a line counts when something stands on it that is no comment', () => {
  assert.equal(lines('\n// why\n/** what\n * more\n */\nconst a = 1 // too\n\n'), 1)
  assert.equal(lines('/** of a field */\nexport interface A {\n  /** below */\n  readonly b: 7\n}\n'), 3)
  assert.equal(lines('const a = `one\n\n  // no comment\n`\n'), 3)
  assert.equal(lines('const a = (\n  <p>\n    words {/* why */}\n\n  </p>\n)\n', 'a.tsx'), 5)
  assert.equal(lines(''), 0)
})

const file = (path: string, count: number) => ({ path, text: 'f()\n'.repeat(count) })
const house = [
  file('packages/core/src/law.ts', 10),
  file('packages/core/src/law.test.ts', 12),
  file('packages/core/src/testing/walk.ts', 3),
  file('packages/core/src/i18n/id/case.ts', 900),
  file('packages/core/src/i18n/id.ts', 900),
  file('packages/core/src/lists/categories-social.ts', 900),
  file('packages/core/src/lists/holidays.ts', 900),
  file('packages/core/src/demo/needs-services.ts', 900),
  file('packages/web/src/screen.tsx', 10),
  file('packages/web/src/screen.test.ts', 2),
  file('e2e/journey.test.ts', 3),
  file('e2e/scene.ts', 1),
]
const scales = [
  { name: 'core', folder: 'packages/core/', least: 1.5 },
  { name: 'web', folder: 'packages/web/', alsoTests: 'e2e/', least: 0.7 },
]

test('WEIGH-2 what only tests load is test, journeys count for the screens, texts and shipped lists for nobody', () => {
  assert.deepEqual(
    weigh(house, scales).map(({ name, tests, code }) => [name, tests, code]),
    [
      ['core', 15, 10],
      ['web', 6, 10],
    ],
  )
})

test('WEIGH-3 a package that is too lightly tested is told with its figures', () => {
  const { findings, seen } = judge(weigh(house, scales))
  assert.equal(seen, 'core 15 : 10 = 1.50; web 6 : 10 = 0.60')
  assert.deepEqual(
    findings.map(({ file: path, sentence }) => [path, sentence]),
    [['web', 'has 0.60 lines of test for each line of code, and 0.7 is the least']],
  )
})
