import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base64Of, bytesOf } from './base64-of.ts'

test('IMPORT-10 a file that is longer than one step arrives whole', async () => {
  for (const length of [0, 1, 29_999, 30_000, 30_001, 90_001]) {
    const bytes = Buffer.from(Array.from({ length }, (_, nth) => (nth * 7) % 256))
    const text = await base64Of(new Blob([bytes]))
    assert.ok(Buffer.from(text, 'base64').equals(bytes), String(length))
    assert.ok(Buffer.from(bytesOf(text)).equals(bytes), String(length))
  }
})
