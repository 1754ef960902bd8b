import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalCommandData } from '@openslrt/core/contract/proposal.ts'
import { kindLaw, proposalKinds } from '@openslrt/core/proposal/kinds.ts'
import { shippedProposalItems } from '@openslrt/core/proposal/shipped.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import { emptyView } from '../../platform/replica/view.ts'
import { aCommand } from '../../testing/a-command.ts'
import { aReplicaFamily, aReplicaPerson, aReplicaProposal } from '../../testing/replica-rows.ts'
import { inOrder, laidProposals } from './laid.ts'
import { commandsOfProposal, faultsOf, mendable, type ProposeValues, withKind } from './propose-values.ts'

const family = aReplicaFamily()
const person = aReplicaPerson({
  family: family.id,
  said: { nama: 'Sumarni', tanggal_lahir: '1950-08-17', jenis_kelamin: '2', penyakit_kronis: ['asma'] },
})
const values: ProposeValues = {
  id: randomUUID(),
  at: '2026-11-23T02:00:00.000Z',
  who: person.id,
  kind: 'correction',
  reason: 'data-differs',
  nik: '',
  kk: '',
  programme: '',
  asked: { status_kawin: '4' },
  note: ' Suami meninggal ',
}
const whom = { person, family, spot: null }
const drafted = (own: Partial<ProposeValues>) => {
  const [first] = commandsOfProposal({ ...values, ...own }, whom)
  assert.equal(first?.kind, 'proposal.draft')
  return proposalCommandData.draft.parse(first?.data)
}

test('FIELD-24 every kind begins with the reason that mostly goes with it, of those that the list has', () => {
  const reasons = shippedProposalItems.filter(({ list }) => list === 'proposal-reason').map(({ code }) => code)
  for (const kind of proposalKinds) {
    const { reason } = withKind(kind, reasons)
    assert.equal(reason === '', kind === 'eligibility', kind)
  }
  assert.equal(withKind('death', ['own']).reason, '', 'a district that has other reasons is asked')
  assert.deepEqual(withKind('death', reasons), { kind: 'death', reason: 'died', asked: {}, programme: '' })
})

test('FIELD-24 a proposal goes as the desk sends it: what it was, what it is to be, and when it was taken down', () => {
  const data = drafted({})
  assert.deepEqual(data.asked, [{ name: 'status_kawin', before: null, after: '4' }])
  assert.deepEqual(
    [data.name, data.person, data.family, data.place, data.capturedAt, data.note, data.nik],
    ['Sumarni', person.id, family.id, person.place, values.at, 'Suami meninggal', null],
  )
  assert.deepEqual(drafted({ asked: { jenis_atap_terluas: '4', status_kawin: ' ' } }).asked, [
    { name: 'jenis_atap_terluas', before: '2', after: '4' },
  ])
  assert.deepEqual(drafted({ asked: { penyakit_kronis: 'asma stroke' } }).asked, [
    { name: 'penyakit_kronis', before: 'asma', after: 'asma,stroke' },
  ])
})

test('FIELD-24 numbers are typed whole, from a card: a masked one is never sent', () => {
  const masked = aReplicaPerson({ said: { nama: 'Karto', nomor_induk_kependudukan: '3404**********34' } })
  assert.equal(mendable('nomor_induk_kependudukan', masked, null)?.before, '')
  const data = drafted({ nik: '3404 0745 0680 0001', kind: 'double', asked: { nik_ganda: '3404.0745.0680.0002' } })
  assert.equal(data.nik, '3404074506800001')
  assert.deepEqual(data.asked, [{ name: 'nik_ganda', before: null, after: '3404074506800002' }])
})

test('FIELD-24 of somebody new all that the phone knows is proposed, without being asked again', () => {
  assert.deepEqual(
    drafted({ kind: 'new', asked: {} }).asked.map(({ name, after }) => [name, after]),
    [
      ['nama', 'Sumarni'],
      ['jenis_kelamin', '2'],
      ['tanggal_lahir', '1950-08-17'],
      ['alamat', 'Jalan Kaliurang km 5'],
    ],
  )
})

test('FIELD-24 where a house is shown, where the phone stood goes along; without a spot the rest goes all the same', () => {
  const objection = { ...values, kind: 'objection', asked: { kelayakan: 'tidak' } }
  const spot = { lat: -7.75, long: 110.38, accuracy: 12 }
  const [, shown] = commandsOfProposal(objection, { ...whom, spot })
  assert.deepEqual([shown?.kind, shown?.subject, shown?.base], ['proposal.evidence', values.id, 1])
  assert.deepEqual(proposalCommandData.evidence.parse(shown?.data), { photos: null, spot })
  assert.equal(commandsOfProposal(objection, whom).length, 1)
  assert.equal(commandsOfProposal(values, { ...whom, spot }).length, 1)
})

test('FIELD-24 each kind asks for what the law needs of it, and a number may follow later', () => {
  const faults = (own: Partial<ProposeValues>, has = true) => Object.keys(faultsOf({ ...values, ...own }, has))
  assert.deepEqual(faults({}), [])
  assert.deepEqual(faults({ kind: '', reason: '' }), ['kind', 'reason'])
  for (const kind of proposalKinds) {
    const law = kindLaw(kind)
    const wanted = [
      ...(law.asks.length > 0 || (law.some && kind !== 'new') ? ['asked'] : []),
      ...(law.programme ? ['programme'] : []),
    ]
    assert.deepEqual(faults({ kind, asked: {} }), wanted, kind)
  }
  assert.deepEqual(faults({ kind: 'programme', asked: {} }, false), [], 'a phone without programmes asks for none')
  assert.deepEqual(faults({ nik: '34', kk: '1' }), ['nik', 'kk'])
  assert.deepEqual(faults({ kind: 'double', asked: { nik_ganda: '34' } }), ['asked'])
})

test('FIELD-24 what waits is shown as a draft, what was taken back as such, and what was refused not at all', () => {
  const known = aReplicaProposal({ person: person.id, family: family.id })
  const view = { ...emptyView(), proposal: new Map([[String(known.id), known]]) }
  const made = commandsOfProposal(values, whom).map((command): Pending => ({ command, state: 'waiting' }))
  const back = aCommand('w', { kind: 'proposal.withdraw', subject: known.id, data: { note: 'Keliru' } })
  const shown = laidProposals(view, [...made, { command: back, state: 'sent' }])
  assert.deepEqual(
    shown.map(({ row, pending }) => [row.name, row.status, row.words, pending]),
    [
      [known.name, 'withdrawn', 'Keliru', 'sent'],
      ['Sumarni', 'drafted', null, 'waiting'],
    ],
  )
  const evidence = aCommand('e', { kind: 'proposal.evidence', subject: values.id, data: {} })
  const [, own] = laidProposals(view, [...made, { command: evidence, state: 'waiting' }])
  assert.equal(own?.row.version, 2, 'what follows is taken on the version that it will have')
  assert.deepEqual(laidProposals(view, [{ command: back, state: 'refused' }]), [{ row: known, pending: null }])
  assert.deepEqual(
    inOrder(shown).map(({ row }) => row.status),
    ['drafted', 'withdrawn'],
  )
})
