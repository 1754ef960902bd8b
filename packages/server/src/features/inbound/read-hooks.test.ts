import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSmsMessages } from './read-sms.ts'
import { kindOf, nameOf, readWhatsAppMessages, sentAt } from './read-whatsapp.ts'

const now = Date.parse('2026-11-22T03:00:00Z')
const sent = String(Math.floor(now / 1000) - 60)
const callback = (messages: readonly unknown[], contacts: readonly unknown[] = []) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value: { messages, contacts } }] }],
})
const text = { id: 'wamid.1', from: '6281234567890', timestamp: sent, type: 'text', text: { body: 'Nama: Siti' } }

test('INBOUND-1 a text message of WhatsApp is read with its sender, name and moment', () => {
  const contacts = [{ wa_id: '6281234567890', profile: { name: 'Bu Sri' } }]
  assert.deepEqual(readWhatsAppMessages(callback([text], contacts), now), [
    {
      way: 'whatsapp',
      reference: 'wamid.1',
      from: '6281234567890',
      name: 'Bu Sri',
      kind: 'text',
      text: 'Nama: Siti',
      sentAt: now - 60_000,
    },
  ])
})

test('INBOUND-1 of every other kind what is told in words is kept; one that nobody knows is kept by its kind', () => {
  const read = (own: object) => {
    const [one] = readWhatsAppMessages(callback([{ ...text, text: undefined, ...own }]), now)
    return [one?.kind, one?.text]
  }
  assert.deepEqual(read({ type: 'image', image: { id: '1', caption: 'atap roboh' } }), ['image', 'atap roboh'])
  assert.deepEqual(read({ type: 'document', document: { filename: 'surat.pdf' } }), ['document', 'surat.pdf'])
  assert.deepEqual(read({ type: 'button', button: { text: 'Ya', payload: 'x' } }), ['button', 'Ya'])
  assert.deepEqual(read({ type: 'location', location: { latitude: -7.7, longitude: 110.3, name: 'Balai desa' } }), [
    'location',
    'Balai desa\n-7.7, 110.3',
  ])
  assert.deepEqual(read({ type: 'audio', audio: { id: '1' } }), ['audio', ''])
  assert.deepEqual(read({ type: 'Some Thing<new>', new: 1 }), ['somethingnew', ''])
  assert.deepEqual(read({ type: undefined }), ['unknown', ''])
  assert.deepEqual(read({ type: 'text', text: 'no object' }), ['text', ''])
})

test('INBOUND-1 one message that can not be read takes no other with it, and a callback of statuses holds none', () => {
  const odd = [null, {}, { id: 'x' }, { id: 'x', from: '<script>' }, text]
  assert.equal(readWhatsAppMessages(callback(odd), now).length, 1)
  for (const none of [null, [], {}, { entry: [{}] }, { entry: [{ changes: [{ value: { statuses: [] } }] }] }])
    assert.deepEqual(readWhatsAppMessages(none, now), [])
})

test('INBOUND-1 a moment that has not come yet is now, and a name longer than an index is its digest', () => {
  const [one] = readWhatsAppMessages(callback([{ ...text, timestamp: '99999999999', id: 'w'.repeat(500) }]), now)
  assert.equal(one?.sentAt, now)
  assert.match(one?.reference ?? '', /^[0-9a-f]{64}$/)
})

test('INBOUND-1 a gateway for text messages hands in one or several, with or without names of its own', () => {
  const one = { id: 'sms-7', from: '+62 812-3456-7890', text: 'tolong', at: '2026-11-22T02:00:00Z' }
  assert.deepEqual(readSmsMessages(one, now)?.[0]?.sentAt, now - 3_600_000)
  const bare = { from: '0812', text: 'tolong' }
  const [first] = readSmsMessages(bare, now) ?? []
  const [second] = readSmsMessages(bare, now + 5) ?? []
  assert.equal(first?.reference, second?.reference)
  assert.equal(readSmsMessages({ messages: [one, null, { text: 'x' }, bare] }, now)?.length, 2)
  for (const none of [null, {}, { from: 'SLRT-INFO', text: 'x' }, { text: 'x' }, 'x'])
    assert.equal(readSmsMessages(none, now), null)
})

const digest = /^[0-9a-f]{64}$/
for (const [what, name, as] of [
  ['of WhatsApp', 'wamid.HBgNNjI4MTI5OTk5MDAwMRUCABIYFDNBMDI=', null],
  ['as long as an index takes', 'w'.repeat(200), null],
  ['a sign longer', 'w'.repeat(201), digest],
  ['with a sign that no text may hold', 'a\u0000b', digest],
  ['with a line in it', 'a\nb', digest],
  ['with half of a sign', 'a\ud83d', digest],
  ['in the letters of others', 'пример-é-例', null],
] as const)
  test(`INBOUND-1 a name ${what} is kept so that the same one is known again`, () => {
    const kept = nameOf(name)
    if (as) assert.match(kept, as)
    else assert.equal(kept, name)
    assert.equal(nameOf(name), kept)
    assert.notEqual(nameOf(`${name}.`), kept)
  })

test('INBOUND-1 a moment is believed as long as it is past, and a kind is what a column holds', () => {
  for (const [said, believed] of [
    [now, now],
    [now + 1, now],
    [now - 1, now - 1],
    [1, 1],
    [0, now],
    [-1, now],
    [Number.NaN, now],
    [Number.POSITIVE_INFINITY, now],
    [Number.NEGATIVE_INFINITY, now],
  ] as const)
    assert.equal(sentAt(said, now), believed, String(said))
  for (const [said, kind] of [
    ['image', 'image'],
    ['IMAGE', 'image'],
    ['two words', 'twowords'],
    ['<b>', 'b'],
    ['\u0000', 'unknown'],
    ['', 'unknown'],
    ['例', 'unknown'],
  ] as const)
    assert.equal(kindOf(said), kind, said)
})

test('INBOUND-1 two messages of a gateway without names are two when a word, the number or the moment differs', () => {
  const base = { from: '0812 0000 0001', text: 'tolong', at: '2026-11-22T02:00:00Z' }
  const nameIn = (own: object): string => readSmsMessages({ ...base, ...own }, now)?.[0]?.reference ?? assert.fail()
  const all = [{}, { text: 'tolong!' }, { from: '0812 0000 0002' }, { at: '2026-11-22T02:00:01Z' }, { at: undefined }]
  assert.equal(new Set(all.map(nameIn)).size, all.length)
  assert.equal(nameIn({ id: 'own' }), 'own')
  assert.equal(nameIn({ id: 'own', text: 'other words' }), 'own', 'its own name is enough')
  assert.equal(readSmsMessages({ ...base, at: 'kemarin' }, now)?.[0]?.sentAt, now)
  assert.equal(readSmsMessages({ ...base, at: '2999-01-01T00:00:00Z' }, now)?.[0]?.sentAt, now)
})

test('INBOUND-1 a sender’s name is cut, never guessed, and of several callbacks each message has its own', () => {
  const contacts = [
    { wa_id: '6281234567890', profile: { name: 'B'.repeat(500) } },
    { wa_id: '6281234567891', profile: {} },
    null,
  ]
  const others = { ...text, id: 'wamid.2', from: '6281234567891' }
  const [first, second] = readWhatsAppMessages(callback([text, others], contacts), now)
  assert.deepEqual([first?.name.length, second?.name], [100, ''])
  const two = { entry: [...callback([text]).entry, ...callback([others]).entry] }
  assert.deepEqual(
    readWhatsAppMessages(two, now).map(({ reference }) => reference),
    ['wamid.1', 'wamid.2'],
  )
})
