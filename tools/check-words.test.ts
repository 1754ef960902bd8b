import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkWords } from './check-words.ts'

const linesFound = (path: string, text: string) => checkWords([{ path, text }]).findings.map(({ line }) => line)

test('WORDS-1 paths of one machine, package registries and the tools behind a file are told with their line', () => {
  const planted = [
    'cd /home/anna/openslrt',
    "const folder = '/tmp/openslrt'",
    // Put together here: else this file would itself be what it looks for.
    ['see https://registry', 'npmjs', 'org/zod'].join('.'),
    'written by a coding agent',
  ]
  for (const text of planted) assert.deepEqual(linesFound('docs/a.md', `fine\n${text}\n`), [2], text)
})

test('WORDS-2 ordinary words of this product are let through', () => {
  const clean =
    'The User-Agent of a sign-in session; GET /work-days and /tmpl; roots /rooted; agents of change; a registry of cases.'
  assert.deepEqual(linesFound('docs/a.md', clean), [])
})

test('WORDS-3 tests left out are told in test files, promises and unexplained silences in source', () => {
  assert.deepEqual(
    linesFound('packages/core/src/a.test.ts', "test.only('a')\ntest('b', { skip: true })\nit.todo('c')\ntest('d')"),
    [1, 2, 3],
  )
  assert.deepEqual(
    linesFound('packages/core/src/a.ts', '// TODO later\n// biome-ignore lint/x\n// oxlint-disable-next-line no-x'),
    [1, 2, 3],
  )
  assert.deepEqual(
    linesFound(
      'packages/core/src/a.ts',
      '// biome-ignore lint/x: why not\n// oxlint-disable-next-line no-x -- a reason',
    ),
    [],
  )
})

test('WORDS-4 a lock file that names where packages came from is told', () => {
  assert.deepEqual(
    linesFound('package-lock.json', '{\n"resolved": "https://packages.example/zod.tgz"\n"resolved": "packages/core"'),
    [2],
  )
})

test('WORDS-5 a day taken from the clock of London is told, a day in a zone is not', () => {
  const day = ['toISOString()', 'slice(0, 10)'].join('.')
  const planted = [`new Date().${day}`, `new Date(Date.now()).${day}`, `new Date(Date.now() + 7 * 3_600_000).${day}`]
  for (const text of planted) assert.deepEqual(linesFound('e2e/a.test.ts', text), [1], text)
  assert.deepEqual(linesFound('e2e/a.test.ts', `dayIn('Asia/Jakarta', Date.now())\nnew Date(at).${day}`), [])
})
