import assert from 'node:assert/strict'
import { test } from 'node:test'
import { batchId, blankId } from '@openslrt/core/kernel/id.ts'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import { nameKey } from '@openslrt/core/person/name-key.ts'
import { aCase, aGrant, aLetter, aReferral } from '@openslrt/core/testing/a-case.ts'
import { joint, partner, target, task } from '@openslrt/core/testing/a-joint.ts'
import { aMeeting, aTask } from '@openslrt/core/testing/a-meeting.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { offices } from '@openslrt/core/testing/an-office.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import type { Codec, DbRow } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { keyedDigest, keyOf, seal, unseal } from './seal.ts'
import { codecOf, columnOf, rowOf, specs } from './tables.ts'

const secret = keyOf(Buffer.alloc(32, 3))
const keys: DistrictKeys = {
  seal: (plain, about) => seal({ id: 1, secret }, plain, about),
  open: (sealed, about) => unseal(() => secret, sealed, about),
  index: (purpose, value) => keyedDigest(secret, purpose, value),
}

const district = offices.village.district
/** One row of each table with something in every field that may hold something. */
const rows: Readonly<Record<Table, object>> = {
  case: aCase('answered', {
    reporterPhone: '081300001111',
    statusBefore: 'handling',
    decision: 'approved',
    missing: 'KK',
    closure: 'confirmed',
    satisfaction: 4,
    duplicateOf: ids.case(2),
    appeals: ['village', 'district'],
    openReferrals: 2,
    waitingOffice: offices.hospital.id,
    closedAt: monday,
    restricted: 'hiv',
    doorShort: 'ab'.repeat(32),
    doorLong: 'cd'.repeat(32),
  }),
  referral: aReferral({ partOf: ids.referral(2), reason: 'x', outcome: 'y', result: 'z', endedAt: monday }),
  grant: aGrant({ withdrawnAt: monday }),
  attachment: {
    id: ids.attachment(1),
    district,
    version: 1,
    caseId: ids.case(1),
    name: 'surat.pdf',
    type: 'application/pdf',
    size: 9,
    sha256: 'e'.repeat(64),
    addedBy: 'staff',
    addedAt: monday,
  },
  letter: aLetter({
    marks: [{ staff: ids.staff(1), at: monday }],
    note: 'Nama keliru.',
    number: '400/001/SLRT/XI/2026',
    serial: 1,
    issuedAt: monday,
    content: '{}',
    contentDigest: 'ef'.repeat(32),
    holder: 'S***',
    door: 'ab'.repeat(32),
    handedAt: monday,
    handedTo: 'Sumarni',
    replaces: ids.letter(2),
    replacedBy: ids.letter(3),
  }),
  meeting: aMeeting({
    attendance: '[]',
    minutes: '{}',
    follows: ids.meeting(2),
    carried: [ids.task(2)],
    note: 'Hujan.',
    heldAt: monday,
    closedAt: monday,
  }),
  meetingTask: aTask({
    person: ids.staff(1),
    overdueSince: monday,
    note: 'Kamar penuh.',
    settledAt: monday,
  }),
  batch: {
    id: batchId.parse('a0000000-0000-4000-8000-000000000001'),
    district,
    version: 1,
    number: 'F3404-26-012',
    serial: 12,
    office: offices.village.id,
    size: 10,
    issuedBy: ids.staff(1),
    issuedAt: monday,
  },
  blank: {
    id: blankId.parse('b0000000-0000-4000-8000-000000000001'),
    district,
    version: 1,
    batch: batchId.parse('a0000000-0000-4000-8000-000000000001'),
    sheet: 1,
    office: offices.village.id,
    status: 'typed',
    caseId: ids.case(1),
    note: 'x',
    changedAt: monday,
    doorShort: 'ab'.repeat(32),
    doorLong: 'cd'.repeat(32),
  },
  office: offices.village,
  staff: { id: ids.staff(1), district, version: 1, name: 'Siti', active: true },
  post: {
    id: ids.post(1),
    district,
    version: 1,
    staff: ids.staff(1),
    office: offices.village.id,
    role: 'bo',
    from: monday,
    until: monday + 1,
  },
  leave: {
    id: ids.case(6),
    district,
    version: 1,
    staff: ids.staff(1),
    post: ids.post(1),
    office: offices.village.id,
    standIn: ids.staff(2),
    standInPost: null,
    from: monday,
    until: monday + 1,
  },
  duty: {
    id: ids.case(7),
    district,
    version: 1,
    office: offices.village.id,
    staff: ids.staff(1),
    from: monday,
    until: monday + 1,
  },
  area: { id: ids.post(1), district, version: 1, villages: ['34.04.07.2001', '34.04.07.2002'] },
  listItem: {
    id: ids.case(3),
    district,
    version: 1,
    list: 'category',
    code: 'pip',
    from: '2026-11-02',
    says: 'holds',
    names: { id: 'PIP', en: 'School aid' },
    data: { kinds: ['complaint'] },
  },
  calendarDay: {
    id: ids.case(4),
    district,
    version: 1,
    day: '2026-11-03',
    closed: true,
    name: 'Hari jadi',
    basis: 'SK Bupati',
  },
  officeWeek: {
    id: ids.case(6),
    district,
    version: 1,
    office: ids.office(1),
    from: '2026-11-02',
    week: [null, [480, 840], null, null, null, null, null],
  },
  officeHours: {
    id: ids.case(5),
    district,
    version: 1,
    from: '2026-11-02',
    week: [null, [450, 960], null, null, null, null, null],
    basis: 'SK Bupati',
  },
  joint: { ...joint, endedAt: monday },
  jointPartner: { ...partner, leftAt: monday, contact: 'Bu Rina' },
  jointTask: { ...task, note: 'Selesai.' },
  jointTarget: {
    ...target,
    caseId: ids.case(1),
    nik: '3404075203600001',
    phone: '081300001111',
    address: 'Jalan Melati',
    partner: partner.id,
    result: 'Diserahkan.',
  },
}

/** A cell as PostgreSQL gives it back: text of a moment comes as a moment, and JSON is read. */
function readBack(type: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (type === 'timestamptz') return new Date(value)
  return type === 'jsonb' ? JSON.parse(value) : value
}

/** The row as PostgreSQL would give it back. */
function stored(table: Table, row: object): DbRow {
  const fields = new Map(Object.entries(row))
  const cells = Object.entries<Codec>(specs[table].fields).flatMap(([field, { cells: own }]) =>
    own.map(({ suffix, type, of }) => {
      const value = of(fields.get(field) ?? null, keys)
      return [`${columnOf(table, field)}${suffix}`, readBack(type, value)] as const
    }),
  )
  return {
    district: fields.get('district'),
    id: fields.get('id'),
    version: fields.get('version'),
    ...Object.fromEntries(cells),
  }
}

for (const table of tables) {
  test(`LEDGER-5 a row of ${table} is read from its columns as it was written into them, field by field`, () => {
    assert.deepEqual(rowOf(table, stored(table, rows[table]), keys), rows[table])
  })

  test(`LEDGER-5 every field of ${table} has columns of its own`, () => {
    const columns = Object.entries<Codec>(specs[table].fields).flatMap(([field, { cells }]) =>
      cells.map(({ suffix }) => `${columnOf(table, field)}${suffix}`),
    )
    assert.equal(new Set(columns).size, columns.length)
    for (const column of columns) assert.match(column, /^[a-z][a-z0-9_]*$/)
  })

  test(`LEDGER-4 an entry that names a field which ${table} does not have is a fault, whatever the name`, () => {
    for (const field of ['colour', 'constructor', 'toString', '', 'id'])
      if (!(field in specs[table].fields) || field === 'constructor' || field === 'toString')
        assert.throws(() => codecOf(table, field).cells.length, `${table}.${field}`)
  })
}

test('LEDGER-5 fields are called as columns are, but for the two that SQL keeps for itself', () => {
  assert.deepEqual(
    [
      columnOf('case', 'clientNik'),
      columnOf('case', 'registeredOffice'),
      columnOf('case', 'status'),
      columnOf('post', 'from'),
      columnOf('post', 'until'),
      columnOf('grant', 'until'),
    ],
    ['client_nik', 'registered_office', 'status', 'valid_from', 'valid_until', 'until'],
  )
})

test('CASE-28 numbers of people lie sealed, and only the numbers that are searched for have a digest', () => {
  const row = stored('case', rows.case)
  const bytes = [
    'client_nik',
    'client_kk',
    'client_phone',
    'reporter_phone',
    'client_nik_index',
    'client_kk_index',
    'client_phone_index',
  ]
  for (const column of bytes) assert.ok(Buffer.isBuffer(row[column]), column)
  assert.equal('reporter_phone_index' in row, false)
  for (const secretText of ['3404075203600001', '3404070101100001', '081234567890', '081300001111'])
    for (const value of Object.values(row))
      assert.equal(String(Buffer.isBuffer(value) ? value.toString('latin1') : value).includes(secretText), false)
})

test('CASE-27 a phone number has one digest however it is typed, and a name one key', () => {
  const digest = (clientPhone: string) =>
    (stored('case', { ...rows.case, clientPhone })['client_phone_index'] as Buffer).toString('hex')
  assert.equal(digest('0812-3456-7890'), digest('+62 812 3456 7890'))
  assert.notEqual(digest('081234567890'), digest('081234567891'))
  const row = stored('case', { ...rows.case, clientName: 'Hj. Siti Aminnah' })
  assert.equal(row['client_name_key'], nameKey('Siti Aminah'))
})

test('CASE-28 without keys a row is read as far as deciding needs: sealed fields stay closed', () => {
  const row = rowOf('case', stored('case', rows.case), null)
  const { clientNik, clientKk, clientPhone, reporterPhone } = row
  assert.deepEqual([clientNik, clientKk, clientPhone, reporterPhone], [null, null, null, null])
  assert.equal(row.clientName, 'Sumarni')
})

test('CLOCK-4 a held clock and a running one lie in the same three columns', () => {
  const running = stored('case', rows.case && aCase('registered'))
  assert.deepEqual([running['hop_left'], running['hop_due_at'] instanceof Date], [null, true])
  const held = stored('case', aCase('returned'))
  assert.deepEqual([held['hop_left'], held['hop_due_at']], [600, null])
})

const moment = fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 }), { nil: null })
property(
  'LEDGER-5 whatever a case holds, it is read back as it was written',
  fc.record({
    summary: fc.string({ unit: 'grapheme' }),
    clientNik: fc.option(fc.stringMatching(/^\d{16}$/), { nil: null }),
    clientPhone: fc.option(fc.stringMatching(/^\+?[0-9 ()-]{6,20}$/), { nil: null }),
    satisfaction: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    answeredAt: moment,
    closedAt: moment,
    appeals: fc.subarray(['village', 'district', 'province'] as const),
    hop: fc
      .record({
        startedAt: fc.nat(),
        dueAt: moment,
        left: fc.option(fc.integer({ min: -9_000, max: 9_000 }), { nil: null }),
      })
      .map((clock) => ({ ...clock })),
  }),
  (own) => {
    const kase = aCase('handling', { ...own, doorShort: null, doorLong: null })
    assert.deepEqual(rowOf('case', stored('case', kase), keys), kase)
  },
)
