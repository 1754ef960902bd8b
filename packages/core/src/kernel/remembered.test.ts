import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameKey } from '../person/name-key.ts'
import { remembered } from './remembered.ts'

test('PERSON-1 a word that was read before is not read again, and a twenty-thousandth is forgotten at once', () => {
  let asked = 0
  const of = remembered((word) => `${word}${++asked}`)
  assert.deepEqual([of('siti'), of('budi'), of('siti')], ['siti1', 'budi2', 'siti1'])
  for (let nth = 0; nth < 20_000; nth++) of(`w${nth}`)
  const before = asked
  of('new')
  of('new')
  assert.equal(asked, before + 2, 'it does not grow without end')
  assert.equal(of('siti'), 'siti1')
  of('x'.repeat(50))
  of('x'.repeat(50))
  assert.equal(asked, before + 4, 'what is no word is not kept')
})

test('PERSON-1 a name is spelt the same whether its words were read before or not, marks or none', () => {
  for (const name of ['Djoko Soeharto', 'Nuraéni', 'Moh. Tjipto', 'Ḥasan', '𝐁udi']) {
    const once = nameKey(name)
    assert.equal(nameKey(name), once, name)
    assert.equal(nameKey(name.normalize('NFD')), once, name)
  }
})
