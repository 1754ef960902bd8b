import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { staffWords } from '@openslrt/core/notice/staff-words.ts'
import { citizenWords as allWords } from '@openslrt/core/notice/words.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { aReference } from '../../testing/a-reference.ts'
import { citizenWords, staffMessage } from './message.ts'

const home = 'https://slrt.contoh.go.id'
const facts = { officeName: 'Puskesos Caturtunggal', until: monday, step: 'accepted', act: 'dispute' }
const told = (what: string, says: object = facts) => ({
  district: '34.04',
  case_id: randomUUID(),
  notice: randomUUID(),
  number: '3404-26-000123',
  what,
  says,
})

test('NOTICE-5 every word for citizens becomes a message with number and address', () => {
  for (const what of allWords) {
    const { text, url } = citizenWords(aReference(), home, told(what), 'full', monday)
    assert.ok(text.startsWith('SLRT 3404-26-000123: '), text)
    assert.ok(text.endsWith(` ${home}/lacak`), text)
    assert.equal(url, `${home}/lacak`)
  }
})

test('NOTICE-4 said barely, every word is the same and tells nothing', () => {
  const bare = allWords.map((what) => citizenWords(aReference(), home, told(what), 'bare', monday).text)
  assert.deepEqual([...new Set(bare)], [`SLRT 3404-26-000123: ada kabar untuk Anda. Cek: ${home}/lacak`])
})

test('NOTICE-5 an installation without an address of its own says nothing of one', () => {
  const { text, url } = citizenWords(aReference(), null, told('received'), 'full', monday)
  assert.equal(
    text,
    'SLRT 3404-26-000123: laporan Anda diterima Puskesos Caturtunggal. Jawaban paling lambat 2 November.',
  )
  assert.equal(url, '')
})

test('NOTICE-5 a word that the list does not have is said in the words that were shipped', () => {
  const empty = aReference({ list: () => [] })
  const said = (reference: ReturnType<typeof aReference>) =>
    citizenWords(reference, home, told('received'), 'full', monday).text
  assert.equal(said(empty), said(aReference()))
})

test('NOTICE-14 officers read what happened in their language, with the number and the way to the case', () => {
  for (const what of staffWords) {
    const one = told(what)
    const [id, en] = (['id', 'en'] as const).map((lang) => staffMessage(aReference(), home, one, lang, monday))
    assert.notEqual(id?.text, en?.text, what)
    for (const message of [id, en]) {
      assert.ok(message?.subject.startsWith('3404-26-000123: '), what)
      assert.ok(message?.text.endsWith(`${home}/meja/kasus/34.04/${one.case_id}`), what)
      assert.doesNotMatch(message?.text ?? '', /[{}]|undefined/)
    }
  }
})

test('NOTICE-14 without an address of its own the message is the sentence alone', () => {
  const { text, url, subject } = staffMessage(aReference(), null, told('handed'), 'id', monday)
  assert.deepEqual([text, url], [subject, ''])
})

test('NOTICE-5 facts that nobody wrote are a fault, not a message', () => {
  assert.throws(() => citizenWords(aReference(), home, told('received', {}), 'full', monday))
  assert.throws(() => staffMessage(aReference(), home, told('sung'), 'id', monday))
})
