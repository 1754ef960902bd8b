import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proposalMoveData } from '../contract/proposal.ts'
import { canonical } from '../kernel/json.ts'
import type { Change } from '../ledger/entry.ts'
import { maskNumber } from '../person/mask.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aLook, aProposal, proposalData, proposalIds, proposalMove } from '../testing/a-proposal.ts'
import { almighty, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { decideProposal } from './decide.ts'
import { missingOf, numberFields, unfitField, unmasked } from './fields.ts'
import { kindLaw, proposalKinds } from './kinds.ts'
import type { Asked, ProposalRow } from './proposal.ts'
import { askedOf, proposalStatuses, spotOf } from './proposal.ts'
import type { ProposalLook } from './scene.ts'

const policy = aPolicy(monday + 1000)
const other = almighty(offices.district, 9)
const [one, two, three] = ['1', '2', '3'].map((sign) => sign.repeat(64)) as [string, string, string]
const here = { lat: -7.78262, long: 110.38831, accuracy: 8 }

function set(
  row: Partial<ProposalRow>,
  move: ReturnType<typeof proposalMove>,
  look: Partial<ProposalLook> = {},
): Partial<ProposalRow> | string {
  const asked = aLook({ proposal: aProposal(row), ...look })
  const decided = decideProposal(proposalIds.proposal(1), move, other, asked, policy)
  if (!decided.ok) return decided.error.code
  const [change] = decided.value.changes as readonly Extract<Change, { table: 'proposal' }>[]
  return change?.set ?? {}
}
function changed(...asked: Parameters<typeof set>): Partial<ProposalRow> {
  const answer = set(...asked)
  assert.ok(typeof answer !== 'string', String(answer))
  return answer
}
const show = (photos: readonly string[] | null, spot: typeof here | null = here) =>
  proposalMove('evidence', { photos: photos === null ? null : [...photos], spot })

test('PROPOSAL-28 photos and place are shown while it is drafted, backed or returned, by whoever makes proposals, who then has drafted it', () => {
  for (const status of proposalStatuses) {
    const answer = set({ status, exportedAt: monday }, show([one]))
    const open = ['drafted', 'backed', 'returned'].includes(status)
    assert.equal(typeof answer === 'string' ? answer : 'accepted', open ? 'accepted' : 'wrong-proposal-status', status)
  }
  const { photos, spot, drafters, status } = changed({ status: 'backed' }, show([one, two, one]))
  assert.deepEqual([photos, drafters, status], [[one, two], [ids.staff(1), ids.staff(9)], 'backed'])
  assert.deepEqual(spotOf({ spot: spot ?? null }), here)
  const look = aLook({ proposal: aProposal() })
  const lacking = decideProposal(proposalIds.proposal(1), show([one]), staffLacking(['proposal.make']), look, policy)
  assert.ok(!lacking.ok && lacking.error.code === 'not-permitted')
})

test('PROPOSAL-28 photos that were never sent show nothing; without photos those that are there stay, and an empty list takes them off', () => {
  assert.equal(set({}, show([one]), { filed: false }), 'unknown-file')
  assert.deepEqual(changed({ photos: [two, three] }, show(null), { filed: false }).photos, [two, three])
  assert.equal(changed({ photos: [two] }, show([]), { filed: false }).photos, null)
  assert.equal(changed({ photos: [two] }, show(null, null)).spot, null)
  assert.deepEqual(changed({ photos: [two] }, show([three])).photos, [three])
})

test('PROPOSAL-28 an objection goes nowhere without both, no other kind asks for them', () => {
  const asked = canonical([{ name: 'kelayakan', before: 'ya', after: 'tidak' }])
  const lacks = (own: Partial<ProposalRow>) => missingOf(aProposal({ kind: 'objection', asked, ...own })).join()
  assert.equal(lacks({}), 'foto,lokasi')
  assert.equal(lacks({ photos: [one] }), 'lokasi')
  assert.equal(lacks({ spot: canonical(here) }), 'foto')
  assert.equal(lacks({ photos: [one], spot: canonical(here) }), '')
  for (const kind of proposalKinds) {
    const missing = missingOf(aProposal({ kind, asked: '[]', nik: null, kk: null }))
    assert.equal(missing.includes('foto'), kind === 'objection', kind)
    assert.equal(kindLaw(kind).clock, missing.includes('lokasi'), kind)
  }
  const bare = { kind: 'objection', asked } as const
  assert.equal(set(bare, proposalMove('back')), 'proposal-incomplete')
  assert.equal(set({ ...bare, status: 'returned' }, proposalMove('resend')), 'proposal-incomplete')
  const full = { ...bare, photos: [one], spot: canonical(here) }
  assert.equal(changed(full, proposalMove('back')).status, 'backed')
})

test('PROPOSAL-28 a place is degrees on the globe; a typed one has no accuracy, and there are six photos at most', () => {
  const wire = proposalMoveData.evidence
  const fits = (data: object): boolean => wire.safeParse({ ...proposalData.evidence, ...data }).success
  assert.ok(fits({}) && fits({ spot: null }) && fits({ photos: null }) && fits({ photos: [] }))
  assert.ok(fits({ spot: { lat: -90, long: 180, accuracy: null } }))
  for (const spot of [
    { lat: -90.01, long: 0, accuracy: null },
    { lat: 0, long: 180.01, accuracy: null },
    { lat: 0, long: 0, accuracy: -1 },
    { lat: 0, long: 0 },
    { lat: '0', long: '0', accuracy: null },
    { lat: Number.NaN, long: 0, accuracy: null },
    { ...here, street: 'Jalan Kaliurang' },
  ])
    assert.ok(!fits({ spot }), JSON.stringify(spot))
  assert.ok(fits({ photos: Array.from({ length: 6 }, () => one) }))
  for (const photos of [Array.from({ length: 7 }, () => one), ['x'], [one.toUpperCase().replace('1', 'G')], 'x'])
    assert.ok(!fits({ photos }), String(photos).slice(0, 20))
  assert.ok(!wire.safeParse({ ...proposalData.evidence, note: '' }).success)
})

const nik = '3404074506800001'
const kk = '3404070101100001'

test('PROPOSAL-27 what nobody typed anew stays: no number is lost by a change of something else', () => {
  const { nik: _nik, kk: _kk, ...words } = proposalData.change
  const kept = changed({ nik, kk }, { action: 'change', data: { ...words, note: 'Diperbaiki' } })
  assert.deepEqual([kept.nik, kept.kk, kept.note], [nik, kk, 'Diperbaiki'])
  const typed = changed({ nik, kk }, { action: 'change', data: { ...words, nik: '3404074506800002' } })
  assert.deepEqual([typed.nik, typed.kk], ['3404074506800002', kk])
  const taken = changed({ nik, kk }, { action: 'change', data: { ...words, nik: null, kk: null } })
  assert.deepEqual([taken.nik, taken.kk], [null, null])
})

test('PROPOSAL-27 a number among the values that comes back as it was shown is put back whole', () => {
  const stood: Asked = { name: 'nik_ganda', before: kk, after: nik }
  const change = (asked: readonly Asked[]) => proposalMove('change', { asked: asked.map((value) => ({ ...value })) })
  const masked = { name: 'nik_ganda', before: maskNumber(kk), after: maskNumber(nik) }
  const kept = changed({ asked: canonical([stood]) }, change([masked]))
  assert.deepEqual(askedOf({ asked: kept.asked ?? '' }), [stood])
  const anew = { ...masked, after: '3404074506800002' }
  assert.deepEqual(askedOf({ asked: changed({ asked: canonical([stood]) }, change([anew])).asked ?? '' }), [
    { ...stood, after: '3404074506800002' },
  ])
})

test('PROPOSAL-27 a masked number that nobody showed is refused by its name: kept, it would be lost for good', () => {
  const strange = { name: 'nik_ganda', before: null, after: '3404**********99' }
  assert.equal(set({}, proposalMove('change', { asked: [strange] })), 'proposal-field')
  const draft = decideProposal(
    proposalIds.proposal(1),
    proposalMove('draft', { asked: [strange] }),
    almighty(offices.village, 1),
    aLook(),
    policy,
  )
  assert.deepEqual(draft, { ok: false, error: { code: 'proposal-field', field: 'nik_ganda' } })
  assert.equal(unfitField([{ name: 'nama', before: null, after: 'S*** A***' }]), null, 'a name may hold a star')
  for (const name of numberFields) assert.equal(unfitField([{ name, before: '34**', after: nik }]), name)
})

const digits = fc.stringMatching(/^[1-9]\d{15}$/)
const asked = fc.uniqueArray(
  fc.record(
    {
      name: fc.constantFrom(
        'nik_ganda',
        'nomor_kartu_keluarga',
        'nomor_induk_kependudukan',
        'nama',
        'alamat',
        'kelayakan',
      ),
      before: fc.option(digits),
      after: fc.option(digits),
    },
    { noNullPrototype: true },
  ),
  { selector: ({ name }) => name },
)
property(
  'PROPOSAL-27 whatever is asked for, opened and saved untouched it stays as it was, and nothing masked is ever kept',
  asked,
  (values) => {
    const shown = values.map((value) =>
      numberFields.has(value.name)
        ? { ...value, before: maskNumber(value.before), after: maskNumber(value.after) }
        : value,
    )
    assert.deepEqual(unmasked(values, shown), values)
    assert.deepEqual(unmasked(values, values), values)
    const orphan = unmasked([], shown)
    const refused = orphan.some(({ name, before, after }) => numberFields.has(name) && (before ?? after) !== null)
    assert.equal(unfitField(orphan) !== null, refused)
  },
)
