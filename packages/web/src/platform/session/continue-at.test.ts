import assert from 'node:assert/strict'
import { test } from 'node:test'
import { continueAt, wantedPlace } from './continue-at.ts'

test('SESSION-1 signing in leads back to the screen that was asked for, with its filters', () => {
  assert.equal(
    continueAt('/kantor', 'jenis=puskesos&halaman=2'),
    '/masuk?lanjut=%2Fkantor%3Fjenis%3Dpuskesos%26halaman%3D2',
  )
  assert.equal(wantedPlace('lanjut=%2Fkantor%3Fjenis%3Dpuskesos%26halaman%3D2'), '/kantor?jenis=puskesos&halaman=2')
  assert.equal(continueAt('/', ''), '/masuk')
  assert.equal(wantedPlace(''), '/')
})

test('SESSION-2 an address elsewhere is not followed after signing in', () => {
  for (const wanted of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/masuk?lanjut=/',
  ])
    assert.equal(wantedPlace(`lanjut=${encodeURIComponent(wanted)}`), '/', wanted)
})
