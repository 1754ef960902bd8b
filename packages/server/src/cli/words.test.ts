import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from './words.ts'

const known = { options: ['until', 'archive'], switches: ['as-rows'] }
const lines: readonly (readonly [
  rest: readonly string[],
  words: readonly string[],
  options: object,
  switches: readonly string[],
])[] = [
  [[], [], {}, []],
  [['/backups/a'], ['/backups/a'], {}, []],
  [['a', 'b', 'c'], ['a', 'b', 'c'], {}, []],
  [['a', '--as-rows'], ['a'], {}, ['as-rows']],
  [['--as-rows', 'a', '--as-rows'], ['a'], {}, ['as-rows']],
  [['--until', '2026-11-22T00:00:00Z', 'a'], ['a'], { until: '2026-11-22T00:00:00Z' }, []],
  [['--until=x', '--archive=/log', 'a'], ['a'], { until: 'x', archive: '/log' }, []],
  [['--until', 'x', '--until', 'y'], [], { until: 'y' }, []],
  [['a', '--', '--as-rows'], ['a', '--as-rows'], {}, []],
  [['a b', ''], ['a b', ''], {}, []],
]
for (const [rest, words, options, switches] of lines)
  test(`CLI-10 what stands behind a verb is read: ${JSON.stringify(rest)}`, () => {
    const read = wordsOf(rest, known)
    assert.deepEqual([[...read.words], { ...read.options }, [...read.switches]], [[...words], options, [...switches]])
  })

const unread: readonly (readonly [rest: readonly string[], told: RegExp])[] = [
  [['--unknown'], /'--unknown'/],
  [['--until'], /--until/],
  [['--until', '--as-rows'], /--until/],
  [['--as-rows=yes'], /--as-rows/],
  [['-u'], /'-u'/],
  [['--as-row'], /'--as-row'/],
]
for (const [rest, told] of unread)
  test(`CLI-10 what a verb does not know is named: ${rest.join(' ')}`, () => {
    assert.throws(() => wordsOf(rest, known), told)
    assert.throws(() => wordsOf(rest.slice(0, 1), {}), told)
  })
