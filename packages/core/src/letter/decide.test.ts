import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { caseStatuses } from '../case/case.ts'
import { forgetHangings } from '../case/erasure.ts'
import type { LetterMove } from '../contract/letter.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { aCase, aLetter } from '../testing/a-case.ts'
import { aLetterFile, letterMove, shippedRules } from '../testing/a-letter.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { letterContent, paperOf } from './content.ts'
import type { LetterFile, LetterRules } from './decide.ts'
import { decideLetter } from './decide.ts'
import { letterKinds } from './kinds.ts'

const decide = (file: LetterFile, move: LetterMove, actor: Actor = almighty(), rules: LetterRules = shippedRules()) =>
  decideLetter(file, move, actor, aPolicy(), rules)
function yes(...asked: Parameters<typeof decide>): Decision {
  const decided = decide(...asked)
  assert.ok(decided.ok, JSON.stringify(decided))
  return decided.value
}
const no = (...asked: Parameters<typeof decide>) => {
  const decided = decide(...asked)
  return decided.ok ? 'allowed' : decided.error.code
}
function part<Name extends Change['table']>(decision: Decision, table: Name, id?: string) {
  const found = decision.changes.find(
    (change): change is Extract<Change, { table: Name }> => change.table === table && (!id || change.id === id),
  )
  assert.ok(found, `the decision changes no ${table}`)
  return found
}

for (const kind of ['service', 'complaint'] as const)
  for (const status of caseStatuses) {
    for (const letter of ['registered', 'hardship'] as const) {
      const quick = letter === 'registered' && kind === 'service'
      const opens = status === 'handling' || (quick && status === 'registered')
      test(`LETTER-10 a ${letter} letter of a ${kind} that is ${status} is ${opens ? 'drafted' : 'not drafted'}`, () => {
        const file = aLetterFile({ case: aCase(status, { kind, decision: 'approved' }) })
        const fields =
          letter === 'registered' ? { desil: '2', 'tanggal-data': '2026-10-01' } : { sebab: 'Tidak bekerja.' }
        const said = no(file, letterMove('draft', { kind: letter, fields }))
        assert.equal(said, opens ? 'allowed' : 'wrong-status')
      })
    }
  }

test('LETTER-10 a letter needs a decision, but a statement of registration for a service does not', () => {
  const undecided = (kind: 'service' | 'complaint') => aLetterFile({ case: aCase('handling', { kind }) })
  assert.equal(no(undecided('complaint'), letterMove('draft')), 'decision-missing')
  assert.equal(no(undecided('service'), letterMove('draft')), 'allowed')
  const sktm = letterMove('draft', { kind: 'hardship', fields: { sebab: 'Tidak bekerja.' } })
  assert.equal(no(undecided('service'), sktm), 'decision-missing')
  assert.equal(no(aLetterFile(), letterMove('draft'), almighty(offices.district)), 'not-here')
  assert.equal(
    no(aLetterFile({ case: aCase('handling', { decision: 'approved', clientName: '' }) }), letterMove('draft')),
    'client-missing',
  )
})

test('LETTER-13 a kind is made at the levels that its chain names, and keeps the chain of the day', () => {
  const move = letterMove('draft', {
    kind: 'recommendation',
    purpose: 'baznas',
    fields: { kepada: 'Baznas', isi: 'Mohon dibantu.' },
  })
  assert.equal(no(aLetterFile(), move), 'letter-not-here')
  const kase = aCase('handling', { decision: 'approved', office: offices.district.id })
  const decision = yes(aLetterFile({ case: kase }), move, almighty(offices.district), shippedRules('district'))
  const { set } = part(decision, 'letter')
  assert.deepEqual(
    set.chain?.map(({ act }) => act),
    ['initial', 'sign'],
  )
  assert.deepEqual([set.status, set.drafter, set.office, set.marks], ['drafted', ids.staff(1), offices.district.id, []])
  assert.equal(
    no(aLetterFile(), letterMove('draft'), almighty(), shippedRules('village', { template: () => null })),
    'letter-not-here',
  )
})

test('LETTER-13 a Puskesos of three people makes its letters: one drafts, another signs', () => {
  const drafted = part(yes(aLetterFile(), letterMove('draft'), staff('bo', offices.village, 2)), 'letter').set
  const file = aLetterFile({ letters: [aLetter({ ...drafted, id: ids.letter(1) })] })
  assert.equal(no(file, letterMove('sign'), staff('coordinator', offices.village, 2)), 'own-letter')
  assert.equal(no(file, letterMove('sign'), staff('coordinator', offices.village, 3)), 'allowed')
  assert.equal(no(file, letterMove('sign'), staff('fo', offices.village, 1)), 'not-permitted')
})

test('LETTER-14 initials come before the signature, each by somebody else', () => {
  const chain = [
    { act: 'initial' as const, post: 'Kepala Seksi' },
    { act: 'initial' as const, post: 'Kepala Bidang' },
    { act: 'sign' as const, post: 'Kepala Dinas' },
  ]
  const at = (n: number) => ({ staff: ids.staff(n), at: monday })
  const withMarks = (marks: readonly ReturnType<typeof at>[]) => aLetterFile({ letters: [aLetter({ chain, marks })] })
  const by = (n: number) => almighty(offices.village, n)
  assert.deepEqual(decide(withMarks([]), letterMove('sign'), by(1)), {
    ok: false,
    error: { code: 'letter-turn', act: 'initial' },
  })
  assert.equal(no(withMarks([]), letterMove('initial'), by(8)), 'own-letter', 'the drafter')
  const first = part(yes(withMarks([]), letterMove('initial'), by(2)), 'letter').set
  assert.deepEqual(first.marks, [at(2)])
  assert.equal(no(withMarks([at(2)]), letterMove('initial'), by(2)), 'own-letter')
  assert.deepEqual(part(yes(withMarks([at(2)]), letterMove('initial'), by(3)), 'letter').set.marks, [at(2), at(3)])
  assert.equal(no(withMarks([at(2), at(3)]), letterMove('initial'), by(4)), 'letter-turn')
  assert.equal(no(withMarks([at(2), at(3)]), letterMove('sign'), by(3)), 'own-letter')
  const signed = part(yes(withMarks([at(2), at(3)]), letterMove('sign'), by(4)), 'letter').set
  assert.deepEqual(signed.marks, [at(2), at(3), at(4)])
})

test('LETTER-4 a letter that is returned says why, and begins its chain anew once it was changed', () => {
  const marks = [{ staff: ids.staff(2), at: monday }]
  const returned = part(yes(aLetterFile({ letters: [aLetter({ marks })] }), letterMove('return')), 'letter').set
  assert.deepEqual([returned.status, returned.marks, returned.note], ['returned', [], 'Sudah diperiksa.'])
  const file = aLetterFile({ letters: [aLetter({ status: 'returned', note: 'Nama keliru.' })] })
  const changed = part(yes(file, letterMove('change', { purpose: 'baznas' })), 'letter').set
  assert.deepEqual(
    [changed.status, changed.note, changed.purpose, changed.drafter],
    ['drafted', null, 'baznas', ids.staff(1)],
  )
})

test('LETTER-6 signing fixes what the letter says, with the secret of its check page and a place in the series', () => {
  const decision = yes(aLetterFile(), letterMove('sign'))
  const { set, numbered } = part(decision, 'letter')
  assert.deepEqual(numbered, {
    series: `${offices.village.id}/2026`,
    pattern: '400.9/{nomor}/SLRT-34.04.07.2001/XI/2026',
  })
  assert.deepEqual([set.issuedAt, set.holder, set.door], [monday, 'S***', 'ab'.repeat(32)])
  assert.equal(set.contentDigest, `digest of ${set.content?.length}`)
  const content = letterContent.parse(JSON.parse(set.content ?? ''))
  assert.equal(content.check, '/surat/3404.rahasia')
  assert.deepEqual(content.signed, {
    at: 'Sleman, 2 November 2026'.replace('Sleman', 'Caturtunggal'),
    post: 'Koordinator Puskesos',
    name: 'Siti Aminah',
    rank: '',
    nip: '',
  })
  for (const known of [
    'Sumarni',
    '3404075203600001',
    'Caturtunggal',
    'desil 2',
    '1 Oktober 2026',
    'Pelayanan kesehatan',
  ])
    assert.ok(content.body.includes(known), known)
  assert.equal(paperOf(content, '400.9/001/SLRT').number, '400.9/001/SLRT')
})

test('LETTER-6 who has no line on the list of signers signs under the post that the chain names', () => {
  const decision = yes(aLetterFile(), letterMove('sign'), almighty(), shippedRules('village', { signer: () => null }))
  const content = letterContent.parse(JSON.parse(part(decision, 'letter').set.content ?? ''))
  assert.deepEqual([content.signed.post, content.signed.nip], ['Koordinator', ''])
})

test('LETTER-31 folding gives the same dense numbers as the ledger: each office and year for itself', () => {
  const world = emptyWorld()
  const numbers = [1, 2, 3].map((n) => {
    const kase = aCase('handling', { id: ids.case(n), decision: 'approved' })
    const letter = aLetter({ id: ids.letter(n), caseId: kase.id })
    world.rows.case.set(kase.id, kase)
    world.rows.letter.set(letter.id, letter)
    const decision = yes(aLetterFile({ case: kase, letters: [letter] }), letterMove('sign', { letter: letter.id }))
    evolve(world, '34.04', payloadOf(decision))
    return world.rows.letter.get(letter.id)?.['number']
  })
  assert.deepEqual(
    numbers,
    [1, 2, 3].map((n) => `400.9/00${n}/SLRT-34.04.07.2001/XI/2026`),
  )
  assert.equal(world.series.get(`${offices.village.id}/2026`), 3)
})

test('LETTER-8 a letter is replaced by signing another; until then it counts', () => {
  const old = aLetter({ status: 'handed-over', number: '1', serial: 1 })
  const drafted = yes(aLetterFile({ letters: [old] }), letterMove('replace'))
  const next = part(drafted, 'letter', ids.letter(2)).set
  assert.deepEqual([next.replaces, next.status, drafted.changes.length], [old.id, 'drafted', 2])
  const under = aLetter({ id: ids.letter(2), replaces: old.id })
  const both = aLetterFile({ letters: [old, under] })
  assert.equal(no(both, letterMove('replace', { next: ids.letter(3) })), 'already-so')
  const signed = yes(both, letterMove('sign', { letter: under.id }))
  const gone = part(signed, 'letter', old.id)
  assert.deepEqual([gone.set.status, gone.set.replacedBy, gone.base], ['replaced', under.id, 1])
  const revoked = aLetterFile({ letters: [aLetter({ status: 'revoked' }), under] })
  assert.equal(yes(revoked, letterMove('sign', { letter: under.id })).changes.length, 2, 'what is revoked stays so')
  assert.equal(no(aLetterFile(), letterMove('replace')), 'wrong-letter-status')
})

test('LETTER-12 handing over a letter of a service is the citizen’s confirmation', () => {
  const service = (own: Partial<Parameters<typeof aCase>[1] & object> = {}) =>
    aCase('handling', { kind: 'service', ...own })
  const issued = aLetter({ status: 'issued', number: '400/001' })
  const decision = yes(aLetterFile({ case: service(), letters: [issued] }), letterMove('hand-over'))
  const { set } = part(decision, 'case')
  assert.equal(decision.action, 'letter-confirm')
  assert.deepEqual(
    [set.status, set.closure, set.outcome, set.closedAt, set.answeredAt, set.hop?.dueAt],
    ['closed', 'confirmed', 'letter-issued', monday, monday, null],
  )
  assert.match(set.result ?? '', /400\/001/)
  assert.deepEqual([part(decision, 'letter').set.handedTo, part(decision, 'letter').set.handedAt], ['Sumarni', monday])
  const kept = part(
    yes(aLetterFile({ case: aCase('answered', { kind: 'service' }), letters: [issued] }), letterMove('hand-over')),
    'case',
  ).set
  assert.deepEqual([kept.outcome, kept.result], ['granted', 'Kartu sudah aktif.'])
})

test('LETTER-12 a case stays open while something of it waits, and a complaint always', () => {
  const issued = aLetter({ status: 'issued', number: '400/001' })
  const open = [
    aLetterFile({ case: aCase('handling', { kind: 'complaint' }), letters: [issued] }),
    aLetterFile({ case: aCase('handling', { kind: 'service', openReferrals: 1 }), letters: [issued] }),
    aLetterFile({ case: aCase('closed', { kind: 'service' }), letters: [issued] }),
    ...(['drafted', 'initialled', 'returned', 'issued'] as const).map((status) =>
      aLetterFile({
        case: aCase('handling', { kind: 'service' }),
        letters: [issued, aLetter({ id: ids.letter(2), status })],
      }),
    ),
  ]
  for (const file of open) {
    const decision = yes(file, letterMove('hand-over'))
    assert.equal(decision.action, 'letter-hand-over')
    assert.deepEqual(part(decision, 'case').set, { changedAt: monday })
  }
  const done = aLetterFile({
    case: aCase('handling', { kind: 'service' }),
    letters: [issued, aLetter({ id: ids.letter(2), status: 'revoked' })],
  })
  assert.equal(yes(done, letterMove('hand-over')).action, 'letter-confirm')
})

test('LETTER-15 every shipped letter says the name, and leaves out what nobody knows', () => {
  const typed: Record<string, string> = {
    kepada: 'Direktur RSUD',
    isi: 'Mohon dibantu.',
    desil: '2',
    'tanggal-data': '2026-10-01',
    'nomor-jkn': '0001',
    alasan: 'kronis',
    faskes: 'RSUD Sleman',
    'nomor-surat-faskes': '12/X',
    sebab: 'Tidak bekerja.',
    tujuan: 'RSUD',
    masalah: 'Sakit.',
    kontak: '0812',
    'tanggal-kunjungan': '2026-10-02',
    petugas: 'Siti',
    hasil: 'Benar.',
    kesimpulan: 'Layak.',
  }
  for (const kind of letterKinds) {
    const letter = aLetter({ kind, fields: JSON.stringify(typed) })
    const decision = yes(aLetterFile({ letters: [letter] }), letterMove('sign'))
    const { body } = letterContent.parse(JSON.parse(part(decision, 'letter').set.content ?? ''))
    assert.ok(body.includes('**Sumarni**'), kind)
    assert.doesNotMatch(body.replaceAll('{nomor}', ''), /[{}]/, kind)
    assert.ok(!body.includes('Tempat lahir'), `${kind}: a row without its words`)
    if (kind === 'pbi-reactivation') assert.ok(body.includes('penyakit kronis'))
  }
})

test('LETTER-1 a step moves the case with it, and ends the time in which it could be taken back', () => {
  const passed = {
    office: offices.village.id,
    assignee: null,
    status: 'handling' as const,
    decision: null,
    hop: aCase().hop,
  }
  const decision = yes(aLetterFile({ case: aCase('handling', { decision: 'approved', passed }) }), letterMove('sign'))
  assert.deepEqual(part(decision, 'case').set, { changedAt: monday, passed: null })
})

test('LETTER-19 with its case a letter forgets its words and keeps its place in the register', () => {
  const letter = aLetter({
    status: 'issued',
    number: '400/001',
    serial: 1,
    content: '{}',
    holder: 'S***',
    handedTo: 'Sumarni',
  })
  const [change] = forgetHangings({
    referrals: [],
    attachments: [],
    letters: [letter],
    visits: [],
    photos: [],
    help: [],
    helpEntries: [],
    entries: [],
  })
  assert.deepEqual(change, {
    table: 'letter',
    id: letter.id,
    base: 1,
    set: { fields: '{}', note: null, content: null, contentDigest: null, holder: '', handedTo: null },
  })
})
