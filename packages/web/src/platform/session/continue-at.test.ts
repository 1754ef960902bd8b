import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { continueAt, keepWanted, signInPath, takeWanted, wantedPlace } from './continue-at.ts'

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
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/\u0000/elsewhere.example',
    '/../',
    '/..//elsewhere.example',
    '/%2e%2e//elsewhere.example',
    '/kantor/..\\..\\lain',
    '/kantor//elsewhere.example',
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

/** Runs with a window's store, as browsers have it; gives what it holds afterwards. */
function inWindow(store: Partial<Storage>, run: () => void): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage')
  Object.defineProperty(globalThis, 'sessionStorage', { value: store, configurable: true })
  try {
    run()
  } finally {
    if (before) Object.defineProperty(globalThis, 'sessionStorage', before)
    else Reflect.deleteProperty(globalThis, 'sessionStorage')
  }
}

function aStore(first: string | null = null): Partial<Storage> {
  let kept = first
  return {
    getItem: () => kept,
    setItem: (_key, value) => {
      kept = value
    },
    removeItem: () => {
      kept = null
    },
  }
}

test('SESSION-8 the screen that was asked for is found again after the identity provider, once', () => {
  inWindow(aStore(), () => {
    keepWanted('?lanjut=%2Fkasus%2F34.04%2Fabc%3Ftab%3D2')
    assert.equal(takeWanted(), '/kasus/34.04/abc?tab=2')
    assert.equal(takeWanted(), '/')
    keepWanted('')
    assert.equal(takeWanted(), '/')
  })
})

test('SESSION-8 neither an address nor what was put into the store leads elsewhere', () => {
  const elsewhere = [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\\\elsewhere.example',
    'javascript:alert(1)',
    '/masuk',
  ]
  for (const wanted of elsewhere) {
    inWindow(aStore(), () => {
      keepWanted(`?lanjut=${encodeURIComponent(wanted)}`)
      assert.equal(takeWanted(), '/', wanted)
    })
    inWindow(aStore(wanted), () => assert.equal(takeWanted(), '/', wanted))
  }
})

test('SESSION-8 a window that stores nothing leads to the first page', () => {
  const refuse = (): never => {
    throw new Error('private window')
  }
  inWindow({ getItem: refuse, setItem: refuse, removeItem: refuse }, () => {
    keepWanted('?lanjut=%2Fkantor')
    assert.equal(takeWanted(), '/')
  })
})
