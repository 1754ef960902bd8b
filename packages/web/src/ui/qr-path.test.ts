import assert from 'node:assert/strict'
import { test } from 'node:test'
import { qrPath } from './qr-path.ts'

test('QR-1 neighbours become one rectangle, single modules one each', () => {
  const modules = [
    [true, true, false],
    [false, false, true],
    [false, false, false],
  ]
  assert.equal(qrPath(modules), 'M0 0h2v1h-2zM2 1h1v1h-1z')
})

test('QR-2 every dark module is drawn exactly once', () => {
  const modules = Array.from({ length: 25 }, (_, y) => Array.from({ length: 25 }, (_, x) => (x * 7 + y * 3) % 5 < 2))
  const drawn = [...qrPath(modules).matchAll(/h(\d+)v1/g)].reduce((sum, [, length]) => sum + Number(length), 0)
  assert.equal(drawn, modules.flat().filter(Boolean).length)
})
