import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw } from './draw.ts'
import { importersIn, testsNear } from './import-graph.ts'
import { describeMutant, withFault } from './mutant.ts'
import { mutantsOf } from './plant.ts'

/** What a piece of code becomes under each fault that can be planted in it. */
const faultsIn = (text: string): readonly string[] =>
  mutantsOf({ path: 'a.ts', text }).map((mutant) => withFault(text, mutant))

const samples: readonly (readonly [what: string, code: string, faults: readonly string[]])[] = [
  ['a boundary is moved, and turned round', 'const a = b < c', ['const a = b <= c', 'const a = b >= c']],
  ['an equality is denied', 'const a = b === c', ['const a = b !== c']],
  ['both becomes either', 'const a = b && c', ['const a = b || c']],
  ['a fallback is always taken', 'const a = b ?? c', ['const a = c']],
  ['a denial is left out', 'const a = !b', ['const a = b']],
  ['a condition is denied', 'const a = b ? c : d', ['const a = !(b) ? c : d']],
  ['a sum becomes a difference', 'const a = b + c', ['const a = b - c']],
  ['a number is one more', 'const a = 7', ['const a = 8']],
  ['a truth is a lie', 'const a = true', ['const a = false']],
  ['nothing is not known', 'const a = null', ['const a = undefined']],
  ['a row of a list is gone', 'const a = [b, c]', ['const a = [ c]', 'const a = [b]']],
  ['a field of a table is gone', 'const a = { b, c: d }', ['const a = {  c: d }', 'const a = { b }']],
  ['a text is another text of the file', "const a = f('x', 'y')", ["const a = f('y', 'y')", "const a = f('x', 'x')"]],
  ['a link of a chain is left out', 'const a = b.trim()', ['const a = b']],
  ['a call is left out', 'f(b)', [';']],
  [
    'a guard lets everything through',
    'function f() { if (a) return }',
    ['function f() { ; }', 'function f() { if (!(a)) return }'],
  ],
  ['a pattern is looked for anywhere', 'const a = /^b$/u', ['const a = /b$/u', 'const a = /^b/u']],
]

for (const [what, code, faults] of samples) {
  test(`MUTATE-2 ${what}`, () => {
    assert.deepEqual(faultsIn(code).toSorted(), faults.toSorted())
  })
}

test('MUTATE-2 types, imports, thrown errors and sentences for people are left alone', () => {
  const silent = [
    "import { b } from './b.ts'",
    "type A = 'x' | 'y'",
    'interface A { readonly b: 7 }',
    "function f(): never { throw new Error('7 and true') }",
    "const a = { summary: 'Who is signed in' }",
    "const a = 'two words'",
  ]
  for (const code of silent.slice(0, 4)) assert.deepEqual(faultsIn(code), [], code)
  for (const code of silent.slice(4))
    assert.deepEqual(
      faultsIn(code).filter((text) => text.includes('becomes')),
      [],
      code,
    )
  assert.deepEqual(faultsIn("const a = 'two words'"), [])
})

test('MUTATE-2 a fault is told by its place, its kind and what it does', () => {
  const [mutant] = mutantsOf({ path: 'packages/core/src/x.ts', text: 'const a = 1\nconst b = a < 2\n' }).slice(1)
  assert.ok(mutant)
  assert.equal(describeMutant(mutant), 'packages/core/src/x.ts:2 flip: < becomes <=')
})

test('MUTATE-3 one number draws the same faults everywhere, another one others, and none twice', () => {
  const all = Array.from({ length: 100 }, (_, n) => n)
  const drawn = draw(all, 20, 7)
  assert.deepEqual(drawn, draw(all, 20, 7))
  assert.notDeepEqual(drawn, draw(all, 20, 8))
  assert.equal(new Set(drawn).size, 20)
  assert.deepEqual(
    draw(all, 500, 7).toSorted((a, b) => a - b),
    all,
  )
})

test('MUTATE-4 the tests that a fault can reach are those that import its file, over others too, its own first', () => {
  const files = [
    { path: 'p/law.ts', text: '' },
    { path: 'p/use.ts', text: "import { a } from './law.ts'" },
    { path: 'p/use.test.ts', text: "import { a } from './use.ts'" },
    { path: 'p/law.test.ts', text: "import { a } from './law.ts'" },
    { path: 'q/other.test.ts', text: "import { a } from '../r/else.ts'" },
    { path: 'r/else.ts', text: "import { z } from 'zod'" },
  ]
  const importers = importersIn(files)
  assert.deepEqual(testsNear('p/law.ts', importers), ['p/law.test.ts', 'p/use.test.ts'])
  assert.deepEqual(testsNear('r/else.ts', importers), ['q/other.test.ts'])
  assert.deepEqual(testsNear('p/nobody.ts', importers), [])
})
