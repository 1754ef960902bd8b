import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSmsMessages } from './read-sms.ts'
import { readWhatsAppMessages } from './read-whatsapp.ts'

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
