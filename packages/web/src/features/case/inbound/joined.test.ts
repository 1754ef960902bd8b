import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MessageWhole } from '@openslrt/core/contract/inbound.ts'
import { categoryChoices } from '@openslrt/core/testing/a-report.ts'
import { pastedOf, startOfPasted } from '../intake/pasted.ts'
import { joined } from './joined.ts'
import { senderOf } from './sender-of.ts'

const line: MessageWhole['line'] = {
  id: 'a',
  way: 'sms',
  kind: 'text',
  from: '08**-****-**01',
  senderName: '',
  begins: '',
  reports: 0,
  sentAt: 20,
  sorted: 'village',
  unsorted: false,
  state: 'waiting',
  reason: null,
  cases: [],
}
const message = (text: string, own: Partial<MessageWhole['line']> = {}): MessageWhole => ({
  line: { ...line, ...own },
  text,
  phone: '081299990001',
  more: [],
})
const more = [
  { id: 'b', text: 'Jenis: layanan', sentAt: 10 },
  { id: 'c', text: 'Kategori: x', sentAt: 30 },
]

test('INBOUND-6 messages that belong together are read in the order in which they were sent', () => {
  assert.deepEqual(joined(message('Nama: Siti'), more, ['c', 'b']), {
    ids: ['b', 'a', 'c'],
    text: 'Jenis: layanan\nNama: Siti\nKategori: x',
    sender: { channel: 'sms', phone: '081299990001' },
  })
  assert.deepEqual(joined(message('Nama: Siti'), more, []).ids, ['a'])
})

test('INBOUND-6 an officer’s own number is put into no form, a citizen’s into their own field', () => {
  const start = (text: string, own: Partial<MessageWhole['line']> = {}) => {
    const { sender } = joined(message(text, own), [], [])
    const [pasted] = pastedOf(text, categoryChoices)
    assert.ok(pasted)
    return startOfPasted({ ...pasted, sender }, null)
  }
  assert.equal(start('Nama: Siti\nKeluhan: lapar', { sorted: 'sender' }).phone, '')
  assert.equal(start('Nama: Siti\nKeluhan: lapar').phone, '081299990001')
  const other = start('Nama: Siti\nPelapor: Sri\nHubungan: tetangga')
  assert.deepEqual([other.phone, other.reporterPhone, other.channel], ['', '081299990001', 'sms'])
  // Whoever writes freely has written the story.
  assert.equal(start('Atap rumah Bu Siti roboh').story, 'Atap rumah Bu Siti roboh')
  assert.equal(start('No. formulir: F3404-26-012-07\nNama: Siti').form, 'F3404-26-012-07')
})

test('INBOUND-11 a sender is called by the name that they gave, and as much of the number as tells two apart', () => {
  assert.equal(senderOf({ senderName: 'Bu Sri', from: '08**-****-**01' }), 'Bu Sri 08**-****-**01')
  assert.equal(senderOf({ senderName: '', from: '08**-****-**01' }), '08**-****-**01')
})
