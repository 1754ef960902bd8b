import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { aCommand } from '../../testing/a-command.ts'
import type { Entry } from './entry.ts'
import { lightOf } from './light.ts'
import { whatKey } from './what.ts'
import { wordsOf } from './words-of.ts'

const command = aCommand('a', { data: {} })
const waiting = (tries: number): Entry => ({ state: 'waiting', command, tries, nextAt: 0, why: null })
const refused: Entry = { state: 'refused', command, why: { code: 'stale', message: '', details: {} } }

test('SYNC-8 the light is quiet when nothing is kept back, also while something is on its way', () => {
  assert.deepEqual(lightOf([], true), { kind: 'quiet' })
  assert.deepEqual(lightOf([], false), { kind: 'quiet' })
  assert.deepEqual(lightOf([waiting(0)], true), { kind: 'quiet' })
})

test('SYNC-8 the light tells what waits, that there is no signal, and first of all what a person must look at', () => {
  assert.deepEqual(lightOf([waiting(1), waiting(0)], true), { kind: 'waiting', count: 2 })
  assert.deepEqual(lightOf([waiting(0)], false), { kind: 'offline', count: 1 })
  assert.deepEqual(lightOf([waiting(3), refused], false), { kind: 'look', count: 1 })
})

test('SYNC-8 of a refused entry the typed words can be taken back, not its ids and codes', () => {
  const data = {
    note: 'Atap bocor, minta terpal',
    reason: 'not-enough-papers',
    office: '0192f000-0000-7000-8000-000000000001',
    place: '34.04.07.2003',
    client: { name: 'Sutinah', nik: '3404071234567890', phone: null },
    red: true,
  }
  assert.deepEqual(wordsOf(data), ['Atap bocor, minta terpal', 'Sutinah', '3404071234567890'])
})

test('SYNC-8 every command has words for the list of what waits', () => {
  for (const { kind } of commandRows) assert.ok(isMessageKey(whatKey(kind)), kind)
})

test('SYNC-8 what was accepted and waits only for its window is no matter for a person', () => {
  const accepted: Entry = { state: 'accepted', command, outcome: { status: 'accepted', seq: 1, version: 1 }, at: 0 }
  assert.deepEqual(lightOf([accepted], false), { kind: 'quiet' })
  assert.deepEqual(lightOf([accepted, waiting(1)], true), { kind: 'waiting', count: 1 })
})

test('SYNC-8 every light has its words, long and short, with its number in them', () => {
  for (const kind of ['waiting', 'offline', 'look'] as const)
    for (const lang of ['id', 'en'] as const) {
      assert.match(sayIn(lang)(`outbox.light.${kind}`, { count: 3 }), /3/)
      assert.match(sayIn(lang)(`outbox.light.${kind}.short`, { count: 3 }), /^3 /)
    }
})

test('SYNC-8 typed words are found however deep they lie, numbers of people among them', () => {
  const typed = ['+6281234567890', 'Bu Sri', 'KK hilang sejak banjir']
  assert.deepEqual(
    wordsOf({ a: [{ b: typed[0] }, typed[1]], c: { d: { e: typed[2] } }, f: null, g: 7, h: true }),
    typed,
  )
  assert.deepEqual(wordsOf(undefined), [])
})

test('SYNC-8 a command of a later release is shown by its own name', () => {
  assert.equal(whatKey('case.take'), 'move.take')
  assert.equal(whatKey('referral.accept'), 'referral-move.accept')
  assert.equal(whatKey('visit.plan'), 'outbox.what.visit')
  assert.equal(whatKey('surge.start'), 'outbox.what.surge')
  assert.equal(whatKey('lantern.light'), 'outbox.what.lantern.light')
})
