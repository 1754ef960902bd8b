import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import type { Span } from './span.ts'
import { gapsIn, overlap } from './span.ts'

const span = (from: number, until: number): Span => ({ from, until })

test('TIME-3 two times share a moment or not; one right after another shares none, and one that is none shares none', () => {
  assert.equal(overlap(span(0, 5), span(4, 9)), true)
  assert.equal(overlap(span(0, 5), span(1, 2)), true)
  assert.equal(overlap(span(0, 5), span(5, 9)), false)
  assert.equal(overlap(span(0, 5), span(3, 3)), false)
})

test('TIME-3 what no time holds is told in its order, and only of what was asked', () => {
  assert.deepEqual(gapsIn([], span(0, 9)), [span(0, 9)])
  assert.deepEqual(gapsIn([span(-5, 9)], span(0, 9)), [])
  assert.deepEqual(gapsIn([span(6, 20), span(-3, 2), span(2, 4)], span(0, 9)), [span(4, 6)])
  assert.deepEqual(gapsIn([span(1, 2), span(4, 4), span(12, 14)], span(0, 9)), [span(0, 1), span(2, 9)])
  assert.deepEqual(gapsIn([span(1, 8), span(2, 3)], span(0, 9)), [span(0, 1), span(8, 9)], 'one within another')
})

const times = fc.array(
  fc.tuple(fc.integer({ min: -5, max: 30 }), fc.nat(9)).map(([from, long]) => span(from, from + long)),
  { maxLength: 8 },
)
property('TIME-3 every moment is held by some time or lies in a gap, and never both', times, (all) => {
  const gaps = gapsIn(all, span(0, 24))
  for (let at = 0; at < 24; at++) {
    const holds = (one: Span): boolean => one.from <= at && at < one.until
    assert.notEqual(all.some(holds), gaps.some(holds), String(at))
  }
})
