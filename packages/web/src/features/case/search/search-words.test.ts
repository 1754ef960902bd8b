import assert from 'node:assert/strict'
import { test } from 'node:test'
import { me } from '@openslrt/core/contract/reference-queries.ts'
import { enter, leave } from '../../../platform/session/session-store.ts'
import { rememberedWords, rememberWords, wordsIn } from './search-words.ts'

test('DESK-3 the words of a search are carried by the page, and whatever else it carries is no search', () => {
  assert.equal(wordsIn({ cari: 'Wagiyem' }), 'Wagiyem')
  assert.equal(wordsIn({ cari: '' }), '')
  for (const odd of [null, undefined, 'Wagiyem', 7, {}, [], { cari: 3404 }, { words: 'x' }])
    assert.equal(wordsIn(odd), null)
})

const person = (last: string) =>
  me.parse({ staff: `0192f000-0000-7000-8000-00000000000${last}`, name: 'S', outboxKey: 'k', demo: false, posts: [] })

test('SEAT-1 the last words are remembered for the way back, and for nobody who sits down at the same page later', () => {
  enter(person('a'))
  assert.equal(rememberedWords(), '')
  rememberWords('Wagiyem')
  rememberWords('3404075203600001')
  assert.equal(rememberedWords(), '3404075203600001')
  leave('left')
  assert.equal(rememberedWords(), '')
  enter(person('b'))
  assert.equal(rememberedWords(), '')
})
