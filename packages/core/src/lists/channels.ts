import type { Line } from './item.ts'

/** How a case came in. */
export const channels: readonly Line[] = [
  ['walk-in', 'Datang ke kantor', 'Came to the office'],
  ['visit', 'Kunjungan petugas', 'Visit by an officer'],
  ['web', 'Halaman web', 'Web page'],
  ['phone', 'Telepon', 'Phone'],
  ['whatsapp', 'WhatsApp', 'WhatsApp'],
  ['sms', 'SMS', 'Text message'],
  ['letter', 'Surat', 'Letter'],
  ['social-media', 'Media sosial', 'Social media'],
  ['lapor', 'SP4N-LAPOR!', 'SP4N-LAPOR!'],
  ['other-office', 'Titipan kantor lain', 'Passed on by another office'],
]
