import assert from 'node:assert/strict'
import { test } from 'node:test'
import { way, ways } from './registry.ts'
import { familyVariables, personVariables, variables } from './variables.ts'

const countOf = (from: string, of: string) => variables.filter((one) => one.from === from && one.of === of).length

test('REGISTRY-2 a family has the 25 official variables and the 19 counts of assets, each once', () => {
  assert.equal(countOf('official', 'family'), 25)
  assert.equal(countOf('asset', 'family'), 19)
  assert.equal(new Set(familyVariables.map(({ name }) => name)).size, familyVariables.length)
})

test('REGISTRY-2 a person has the 13 official variables, three of which have two parts', () => {
  assert.equal(countOf('official', 'person'), 16)
  assert.equal(new Set(personVariables.map(({ name }) => name)).size, personVariables.length)
})

test('REGISTRY-2 what is a code says of which list, and no asset is a yes or no', () => {
  for (const { name, kind, list } of variables)
    assert.equal(kind === 'code' || kind === 'codes', list !== undefined, name)
  for (const { name, from, kind } of variables)
    if (from === 'asset') assert.ok(kind === 'count' || kind === 'quantity', name)
})

test('REGISTRY-1 a value came in one of five ways, and no other is known', () => {
  assert.deepEqual(ways, ['desk', 'visit', 'document', 'import', 'citizen'])
  assert.equal(way.safeParse('rumour').success, false)
})
