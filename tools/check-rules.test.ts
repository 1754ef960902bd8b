import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRules } from './check-rules.ts'

const spec = (...lines: readonly string[]) => ({ path: 'docs/spec/rules.md', text: lines.join('\n') })
const aTest = (text: string) => ({ path: 'packages/core/src/made-up.test.ts', text })
const aSource = (text: string) => ({ path: 'packages/core/src/made-up.ts', text })
const tea = '- **TEA-1** Water boils before it is poured.'
const proof = aTest("test('TEA-1 cold water is not poured', () => {})\ntest(`${rule} holds`, () => {})\n")

const sentences = (list: ReturnType<typeof spec>, ...files: Parameters<typeof checkRules>[1]) =>
  checkRules(list, files).findings.map(({ file, line, sentence }) => `${file.split('/').at(-1)}:${line} ${sentence}`)

test('RULE-1 a number that the specification does not list is told, in tests and in comments', () => {
  assert.deepEqual(sentences(spec(tea), proof), [])
  assert.deepEqual(sentences(spec(tea), proof, aSource('// UTF-8\n/** TEA-2 Two spoons. */')), [
    'made-up.ts:2 names TEA-2, which docs/spec/rules.md does not list',
  ])
  assert.deepEqual(sentences(spec(tea), proof, aTest("it('MILK-1 comes after', () => {})")), [
    'made-up.test.ts:1 names MILK-1, which docs/spec/rules.md does not list',
  ])
})

test('RULE-2 a test whose title begins with no number is told', () => {
  const [found] = sentences(spec(tea), proof, aTest("\ntest('it works', () => {})"))
  assert.match(found ?? '', /^made-up\.test\.ts:2 "it works" begins with no rule/)
})

test('RULE-3 a rule that no test names is told with its line', () => {
  assert.deepEqual(sentences(spec('# Tea', tea, '- **TEA-2** Milk comes after.'), proof), [
    'rules.md:3 TEA-2 is named by no test and by no check',
  ])
})

test('RULE-4 a number listed twice, out of order or without a sentence is told', () => {
  const found = sentences(spec(tea, '- **TEA-0** Nobody drinks alone.', tea, '- **TEA-3**'), proof, aTest('// TEA-0'))
  assert.deepEqual(found, [
    'rules.md:4 is no rule: write "- **CASE-1** " and its sentence',
    'rules.md:2 TEA-0 is listed twice or out of its order',
  ])
})

test('RULE-5 an empty list, or no tests at all, is a fault and not a success', () => {
  assert.equal(sentences(spec('# Tea'), proof).length, 1)
  assert.equal(sentences(spec(tea), aSource('// TEA-1')).length, 1)
})
