import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { continueAt, signInPath, wantedPlace } from './continue-at.ts'

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

const origin = 'https://slrt.example'

property(
  'SESSION-2 whatever an address asks for, signing in stays on this desk',
  fc
    .webUrl()
    .chain((url) =>
      fc.constantFrom(
        url,
        url.slice(6),
        `/${url}`,
        `/\\${url}`,
        `/\t/${url}`,
        `//${url}`,
        `javascript:${url}`,
        `${url}/masuk`,
      ),
    ),
  (wanted) => {
    const place = wantedPlace(new URLSearchParams({ lanjut: wanted }).toString())
    const address = new URL(`/meja${place}`, origin)
    assert.equal(address.origin, origin)
    assert.ok(address.pathname.startsWith('/meja/'), address.href)
  },
)

property(
  'SESSION-1 every screen of the desk is found again after signing in',
  fc.record({
    path: fc.constantFrom('/antrean', '/kasus/34.04/0192f000-0000-7000-8000-000000000001', '/dasbor', '/cari'),
    query: fc.dictionary(
      fc.constantFrom('queue', 'place', 'cari', 'halaman'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
  }),
  ({ path, query }) => {
    const search = new URLSearchParams(query).toString()
    const [door, asked = ''] = continueAt(path, search).split('?')
    assert.equal(door, signInPath)
    assert.equal(wantedPlace(asked), search === '' ? path : `${path}?${search}`)
  },
)

test('SESSION-2 the sign-in screen does not lead to itself', () => {
  assert.equal(wantedPlace('lanjut=%2Fmasuk%3Flanjut%3D%2Fkantor'), '/')
  assert.equal(wantedPlace('lanjut='), '/')
})
