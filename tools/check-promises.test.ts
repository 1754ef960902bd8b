import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkPromises } from './check-promises.ts'

const planted = `
declare const save: () => Promise<void>
declare const maybe: () => Promise<void> | undefined
declare const plain: () => void
declare const test: (body: () => Promise<void>) => Promise<void>
export async function run() {
  save()
  maybe()
  await save()
  void save()
  save().catch(() => {})
  save().then(() => {})
  plain()
  test(save)
}
`

test('PROMISE-1 a promise that nobody waits for is told with its line; awaited, caught and voided ones are not', (t) => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'promises-')))
  t.after(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'a.ts'), planted)
  writeFileSync(
    join(root, 'tsconfig.json'),
    '{ "compilerOptions": { "strict": true, "target": "es2022", "types": [] }, "files": ["a.ts"] }',
  )
  assert.deepEqual(
    checkPromises(root, 'tsconfig.json').findings.map(({ file, line }) => `${file}:${line}`),
    ['a.ts:7', 'a.ts:8', 'a.ts:12'],
  )
})
