import assert from 'node:assert/strict'
import { test } from 'node:test'
import { qrModules } from './qr-modules.ts'
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

test('QR-2 a code made of an address is square, framed by its three corners, and drawn whole', () => {
  const modules = qrModules('https://slrt.example/lacak#k=abcdefghijklmnopqrstuvwxyz234567')
  const size = modules.length
  assert.ok(modules.every((row) => row.length === size) && (size - 17) % 4 === 0)
  const corner = (x: number, y: number) => Array.from({ length: 7 }, (_, at) => modules[y]?.[x + at])
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    assert.ok(corner(x, y).every(Boolean), `${x},${y}`)
  const drawn = [...qrPath(modules).matchAll(/h(\d+)v1/g)].reduce((sum, [, length]) => sum + Number(length), 0)
  assert.equal(drawn, modules.flat().filter(Boolean).length)
})

test('QR-2 another text is another code', () => {
  assert.notEqual(qrPath(qrModules('k=abc')), qrPath(qrModules('k=abd')))
})
