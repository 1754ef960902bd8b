import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { repoRoot } from '../source-files.ts'
import { mutantsOf } from './plant.ts'
import { isLaw, tell } from './run.ts'
import { Workshop } from './workshop.ts'

const root = mkdtempSync(join(tmpdir(), 'planted-'))
after(() => rmSync(root, { recursive: true }))

const law = `export const most = 10\nexport const fits = (n: number): boolean => n <= most\nexport const unseen = (n: number): boolean => n > 3\nexport const word = (): 'yes' | 'no' => ('yes')\n`
const proof = `import assert from 'node:assert/strict'\nimport { test } from 'node:test'\nimport { fits, most } from './law.ts'\ntest('fits', () => assert.deepEqual([fits(most), fits(11)], [true, false]))\n`
mkdirSync(join(root, 'packages/small/src'), { recursive: true })
writeFileSync(join(root, 'packages/small/src/law.ts'), law)
writeFileSync(join(root, 'packages/small/src/law.test.ts'), proof)
writeFileSync(join(root, 'package.json'), '{"type":"module"}')
writeFileSync(join(root, 'tsconfig.json'), readFileSync(join(repoRoot, 'tsconfig.json')))
symlinkSync(join(repoRoot, 'node_modules'), join(root, 'node_modules'))

const path = 'packages/small/src/law.ts'
const none = new Set<string>()
const tests = ['packages/small/src/law.test.ts']
const planted = (line: number, what: string) => {
  const found = mutantsOf({ path, text: law }).find((mutant) => mutant.line === line && mutant.what.includes(what))
  assert.ok(found, what)
  return found
}

test('MUTATE-1 a fault that a test notices is killed, one that nobody looks at survives, one that no compiler takes is told apart', async () => {
  const workshop = new Workshop(root, 'packages/small')
  try {
    assert.deepEqual(await workshop.failing(tests), new Set())
    assert.equal(await workshop.try(planted(2, '<= becomes <'), tests, none), 'killed')
    assert.equal(await workshop.try(planted(3, '> becomes >='), tests, none), 'survived')
    const nonsense = { ...planted(3, '> becomes >='), text: 'plus' }
    assert.equal(await workshop.try(nonsense, [], none), 'compiler')
    assert.deepEqual(await workshop.failing(tests), new Set(), 'the fault was taken out again')
  } finally {
    workshop.close()
  }
})

test('MUTATE-1 a test that failed before is no witness, and a run that breaks is noticed', async () => {
  const workshop = new Workshop(root, 'packages/small')
  try {
    const failed = new Set(['fits'])
    assert.equal(await workshop.try(planted(2, '<= becomes <'), tests, failed), 'survived')
    const broken = { ...planted(2, '<= becomes <'), text: '<=> <' }
    assert.equal(await workshop.try(broken, tests, failed), 'killed')
  } finally {
    workshop.close()
  }
})

test('MUTATE-1 the work tree is never touched, and nothing is left behind', async () => {
  const before = new Set(readdirSync(tmpdir()))
  const workshop = new Workshop(root, 'packages/small')
  await workshop.try(planted(1, '10 becomes 11'), tests, none)
  workshop.close()
  assert.equal(readFileSync(join(root, path), 'utf8'), law)
  assert.deepEqual(
    readdirSync(tmpdir()).filter((name) => name.startsWith('mutate-') && !before.has(name)),
    [],
  )
})

test('MUTATE-1 a run that is broken off takes its copy with it', () => {
  const own = mkdtempSync(join(root, 'tmp-'))
  const code = `const { Workshop } = await import(${JSON.stringify(join(import.meta.dirname, 'workshop.ts'))}); new Workshop(${JSON.stringify(root)}, 'packages/small'); process.exit(130)`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, TMPDIR: own } })
  assert.equal(run.status, 130, run.stderr.toString())
  assert.deepEqual(readdirSync(own), [])
})

test('MUTATE-5 faults are planted in law, contract and code that speaks, not in tests, texts or lists', () => {
  const core = 'packages/core/src'
  for (const own of ['case/decide.ts', 'contract/route.ts', 'i18n/when.ts', 'kernel/id.ts', 'lists/decide.ts'])
    assert.equal(isLaw(`${core}/${own}`), true, own)
  for (const other of ['case/decide.test.ts', 'testing/walk.ts', 'i18n/id/case.ts', 'i18n/en.ts', 'lists/reasons.ts'])
    assert.equal(isLaw(`${core}/${other}`), false, other)
  assert.equal(isLaw('packages/server/src/app.ts'), false)
})

test('MUTATE-5 the score counts what was noticed, and apart from it what only the compiler noticed', () => {
  const mutant = planted(1, '10 becomes 11')
  const fates = (['killed', 'killed', 'killed', 'compiler', 'survived'] as const).map((fate) => ({ mutant, fate }))
  assert.equal(
    tell({ seed: 7, fates }),
    'of 5 faults 3 were noticed by tests, 1 by the compiler, 1 by nobody: 80.0 % noticed, 75.0 % of what compiles; seed 7',
  )
  assert.match(tell({ seed: 7, fates: [] }), /^of 0 faults .* 0\.0 % noticed/)
})
