import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const operator = await house.staffAt(offices.caturtunggal, 'village-operator')
const reason = 'Pembaruan tahunan'

/** Names that files, formulas, quotes and other alphabets have broken before. */
const names = [
  '=SUM(A1)',
  '+62 Peduli',
  '-Tanpa Nama-',
  '@dusun',
  "'Petik",
  'Kata "dua"',
  'A;B,C\tD',
  '00123',
  '1e5',
  'TRUE',
].concat(['Ĵoko Ñ', 'محمد علي', '王小明 3', '😀😀😀', "D'Ayu", 'NULL', '<b>Sri</b>', '{"a":1}', '\\x00'])
const words = fc.record({
  name: fc.constantFrom(...names),
  address: fc.oneof(fc.constant(''), fc.constantFrom(...names), fc.string({ unit: 'grapheme-ascii', maxLength: 80 })),
  phone: fc.constantFrom(null, '081300002222', '+62 813-0000-2222', '(0274) 123456'),
  email: fc.constantFrom(null, 'a.b+c@contoh.go.id', "o'b@contoh.id"),
})

async function registered(own: object): Promise<{ readonly id: string; readonly status: number }> {
  const id = randomUUID()
  const usual = {
    kind: 'community-worker',
    place: sleman.caturtunggal,
    serves: [sleman.caturtunggal],
    nik: null,
    fields: {},
  }
  const { status } = await manager.send('psks.register', { subject: id, data: { ...usual, ...own } })
  return { id, status }
}
const cardOf = (id: string) => manager.read(psksRoutes.one, { query: { district: '34.04', id } })

test('PSKS-4, PSKS-9 whatever is typed is read as it was typed, and the file that is taken out changes nothing when it is sent in', async () => {
  const kept = new Map<
    string,
    { readonly name: string; readonly phone: string | null; readonly email: string | null }
  >()
  // One of each name in a village: two of one kind and name are one for a file.
  for (const said of new Map(
    fc.sample(words, { seed, numRuns: 80 }).map((one) => [one.name.toLowerCase(), one]),
  ).values()) {
    const { id, status } = await registered(said)
    if (status !== 200) continue
    kept.set(id, said)
    const { name, phone, email, address } = await cardOf(id)
    const typed = (text: string): string => text.trim()
    assert.deepEqual([name, phone, email], [typed(said.name), said.phone, said.email])
    assert.equal(address ?? '', typed(said.address))
  }
  assert.ok(kept.size >= 15, String(kept.size))
  for (const form of ['csv', 'xlsx'] as const) {
    const { content } = await manager.read(psksRoutes.table, { body: { form, reason } })
    const { lines } = await manager.read(psksRoutes.plan, { body: { file: content } })
    assert.deepEqual(
      lines
        .filter(({ what }) => what !== 'same')
        .map(({ name, what, changes, problem }) => ({ name, what, changes, problem })),
      [],
      form,
    )
    assert.equal(lines.length, kept.size)
  }
})

const rowsOf = (many: number, nameOf: (n: number) => string): readonly string[] =>
  Array.from({ length: many }, (_, n) => `PSM;${nameOf(n)};${sleman.caturtunggal}`)
const head = 'Jenis PSKS;Nama;Kode wilayah'
const lines = [head, ...rowsOf(3, (n) => `Séri ${n}`)]
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

const spellings: readonly (readonly [what: string, file: Buffer])[] = [
  ['with the mark of UTF-8', Buffer.from(`\uFEFF${lines.join('\n')}`)],
  ['in the letters of Windows', Buffer.from(lines.join('\r\n'), 'latin1')],
  ['in two bytes a letter', utf16(lines.join('\r\n'))],
  ['with tabs', Buffer.from(lines.join('\n').replaceAll(';', '\t'))],
  [
    'with commas and quotes',
    Buffer.from(
      lines
        .join('\n')
        .replaceAll(/[^;\n]+/g, '"$&"')
        .replaceAll(';', ','),
    ),
  ],
  ['with empty lines and cells behind', Buffer.from(`${lines.join(';;;\n\n')};;;\n\n;;;\n`)],
  ['with signs that nobody sees', Buffer.from(lines.join('\n').replaceAll('Séri', '\u200bSé\u00adri\u202c'))],
]
for (const [what, file] of spellings)
  test(`PSKS-9 a file ${what} says the same as any other`, async () => {
    const plan = await manager.read(psksRoutes.plan, { body: { file: file.toString('base64') } })
    assert.deepEqual(
      plan.lines.map(({ name, what: does, problem }) => [name, does, problem]),
      [0, 1, 2].map((n) => [`Séri ${n}`, 'new', null]),
    )
  })

const refused: readonly (readonly [what: string, file: Buffer])[] = [
  ['of ten thousand and one lines', Buffer.from([head, ...rowsOf(10_001, (n) => `Relawan ${n}`)].join('\n'))],
  ['that is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
]
for (const [what, file] of refused)
  test(`PSKS-9 a file ${what} is refused as a whole, and nothing is written`, async () => {
    const before = await house.owner('select count(*)::int as n from psks')
    const answer = await manager.ask(psksRoutes.plan, { body: { file: file.toString('base64') } })
    assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${answer.text.slice(0, 200)}`)
    assert.deepEqual(await house.owner('select count(*)::int as n from psks'), before)
  })

test('PSKS-9 a line with a cell of a book is wrong, and the lines around it are not', async () => {
  const rows = [head, ...rowsOf(3, (n) => (n === 1 ? 'a'.repeat(2_001) : `Pendek ${n}`))]
  const file = Buffer.from(rows.join('\n')).toString('base64')
  const { lines: looked } = await manager.read(psksRoutes.plan, { body: { file } })
  assert.deepEqual(
    looked.map(({ what }) => what),
    ['new', 'wrong', 'new'],
  )
})

test('PSKS-9 two thousand lines are looked at in one go, none of them twice, and the sums agree', async () => {
  const file = Buffer.from([head, ...rowsOf(2_000, (n) => `Relawan ${n % 1_900}`)].join('\n')).toString('base64')
  const { lines: looked } = await operator.read(psksRoutes.plan, { body: { file } })
  const many = (what: string): number => looked.filter((line) => line.what === what).length
  assert.deepEqual([looked.length, many('new'), many('wrong')], [2_000, 1_900, 100])
  assert.deepEqual(
    looked.map(({ line }) => line),
    Array.from({ length: 2_000 }, (_, n) => n + 2),
  )
})

test('PSKS-11 what odd words wrote is proven by the ledger', () => assertVerified(house))
