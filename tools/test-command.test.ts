import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

const files: Record<string, string> = {
  'good.test.ts': "import { test } from 'node:test'\ntest('fine', () => {})\n",
  'bad.test.ts':
    "import { test } from 'node:test'\ntest('fine', () => {})\ntest('wrong', () => { throw new Error('planted') })\n",
  'empty.test.ts': 'export {}\n',
  'ends.test.ts': "import { test } from 'node:test'\ntest('ends the process', () => process.exit(0))\n",
  'open.test.ts': "import { test } from 'node:test'\ntest('leaves a timer', () => { setInterval(() => {}, 1000) })\n",
}

test('COUNT-7 real files are counted: failures, empty files, processes that end or never end', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'suite-'))
  t.after(() => rmSync(root, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  assert.deepEqual(countsOf(root), {
    'bad.test.ts': [1, 1],
    'empty.test.ts': [0, 1],
    'ends.test.ts': [0, 1],
    'good.test.ts': [1, 0],
    'open.test.ts': [1, 1],
  })
})

/** Runs the suite in a process of its own: inside a test, node:test refuses to run files. */
function countsOf(root: string): unknown {
  const script = join(root, 'count.ts')
  writeFileSync(
    script,
    `import { runSuite } from '${import.meta.dirname}/test-suite.ts'
    const way = { root: ${JSON.stringify(root)}, atOnce: 1, quietMinutes: 0.05, onFile: () => {} }
    const outcomes = await runSuite(${JSON.stringify(Object.keys(files))}, way)
    const counts = outcomes.map(({ file, passed, failures }) => [file, [passed, failures.length]])
    console.log(JSON.stringify(Object.fromEntries(counts)))`,
  )
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  return JSON.parse(spawnSync(process.execPath, [script], { env, encoding: 'utf8' }).stdout)
}
