import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { personId } from '../kernel/id.ts'
import type { AnyRow } from '../ledger/entry.ts'
import { changed } from '../ledger/evolve.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { aPerson } from '../testing/a-family.ts'
import { aLink } from '../testing/a-pair.ts'
import { clock, setup, staff } from '../testing/actors.ts'
import { property } from '../testing/property.ts'
import type { LinkLook, LinkRow, LinkStatus } from './link.ts'
import { askable, decideAnswerLink, decideAskLink, decideEndLink, linkStatuses } from './link.ts'

const [sleman, bantul, kulonProgo] = ['34.04', '34.02', '34.01'].map((code) => ledgerCode.parse(code))
assert.ok(sleman && bantul && kulonProgo)
const here = staff('coordinator')
const there = { ...here, place: placeCode.parse('34.02') }
const look: LinkLook = { now: Date.parse('2026-11-22T02:00:00Z'), day: '2026-11-22', actor: here }
const lookThere = { ...look, actor: there }
const asked: LinkRow = {
  ...aLink,
  status: 'asked',
  otherPerson: null,
  otherPlace: null,
  answerOffice: null,
  answeredBy: null,
  answeredAt: null,
}
const theirs = {
  ...aPerson,
  id: personId.parse('b0000000-0000-4000-8000-000000000007'),
  district: bantul,
  place: placeCode.parse('34.02.01.2001'),
}

type Answer = ReturnType<typeof decideEndLink>
const codeOf = (answer: Answer): string => (answer.ok ? 'ok' : answer.error.code)
function rowAfter(answer: Answer, before: LinkRow | null): LinkRow {
  assert.ok(answer.ok, JSON.stringify(answer))
  const [change, ...more] = answer.value.changes
  assert.ok(change && more.length === 0 && change.table === 'registryLink')
  assert.equal(change.base, before?.version ?? 0)
  return changed(before as AnyRow | null, change) as unknown as LinkRow
}
const ask = (elsewhere: readonly (typeof sleman)[], links: readonly LinkRow[] = [], person = aPerson) =>
  decideAskLink(aLink.id, person, { elsewhere, links }, 'Pindah dari sana', look)

test('DOUBLE-12 the first district that knows the number is asked, with who asks and why, and nothing of the person there', () => {
  assert.deepEqual(rowAfter(ask([bantul, kulonProgo]), null), {
    ...asked,
    version: 1,
    other: kulonProgo,
    office: here.office,
    by: `staff:${here.staff}`,
    at: look.now,
  })
})

test('DOUBLE-12 nobody is asked without a number, of no district, of the own one, or twice', () => {
  const table: readonly (readonly [answer: Answer, code: string])[] = [
    [ask([bantul], [], { ...aPerson, nik: null }), 'link-no-nik'],
    [ask([bantul], [], { ...aPerson, status: 'merged' }), 'link-no-nik'],
    [ask([]), 'link-nowhere'],
    [ask([sleman]), 'link-nowhere'],
    [ask([bantul], [asked]), 'link-asked'],
    [ask([bantul], [{ ...asked, status: 'confirmed' }]), 'link-asked'],
    [ask([bantul], [{ ...asked, status: 'refused' }]), 'link-asked'],
    [ask([bantul], [{ ...asked, status: 'ended' }]), 'ok'],
    [ask([bantul, kulonProgo], [asked]), 'ok'],
    [ask([bantul], [], { ...aPerson, status: 'dead' }), 'ok'],
  ]
  for (const [nth, [answer, code]] of table.entries()) assert.equal(codeOf(answer), code, String(nth))
  assert.deepEqual([askable(aPerson), askable({ ...aPerson, nik: null })], [true, false])
})

test('DOUBLE-12 whoever sees the person there says yes or no; the id and the village are kept for their own sight', () => {
  for (const [same, status] of [
    [true, 'confirmed'],
    [false, 'refused'],
  ] as const) {
    const row = rowAfter(decideAnswerLink(asked, theirs, same, lookThere), asked)
    assert.deepEqual(
      [row.status, row.otherPerson, row.otherPlace, row.answerOffice, row.answeredAt, row.version],
      [status, theirs.id, theirs.place, there.office, look.now, asked.version + 1],
    )
    assert.deepEqual(
      [row.person, row.place, row.nik, row.by, row.note],
      [asked.person, asked.place, asked.nik, asked.by, asked.note],
    )
  }
})

test('DOUBLE-12 an answer is given by the district that was asked, once, of the person with the number', () => {
  const answer = (link: LinkRow, own: object = {}, by: LinkLook = lookThere) =>
    codeOf(decideAnswerLink(link, { ...theirs, ...own }, true, by))
  assert.equal(answer(asked, {}, look), 'link-not-yours')
  for (const actor of [
    setup,
    clock,
    { ...there, place: placeCode.parse('34.01') },
    { ...there, place: placeCode.parse('34') },
  ])
    assert.equal(answer(asked, {}, { ...look, actor }), 'link-not-yours')
  assert.equal(answer(asked, {}, { ...look, actor: { ...there, place: theirs.place } }), 'ok', 'a village of it too')
  for (const status of linkStatuses.filter((one) => one !== 'asked'))
    assert.equal(answer({ ...asked, status }), 'link-over', status)
  for (const own of [{ nik: '3404074506800002' }, { nik: null }, { district: kulonProgo }, { status: 'merged' }])
    assert.equal(answer(asked, own), 'link-other-nik', JSON.stringify(own))
})

test('DOUBLE-12 either may end what was asked or answered, once, and it can be asked again', () => {
  for (const status of linkStatuses)
    for (const by of [look, lookThere])
      assert.equal(codeOf(decideEndLink({ ...aLink, status }, by)), status === 'ended' ? 'link-over' : 'ok')
  const ended = rowAfter(decideEndLink(aLink, lookThere), aLink)
  assert.deepEqual(ended, { ...aLink, status: 'ended', version: aLink.version + 1 })
  assert.equal(rowAfter(ask([bantul], [ended]), null).other, bantul)
})

property(
  'DOUBLE-12 whatever is asked, answered and ended in whatever order: no district is asked of the same person twice at a time',
  fc.array(fc.tuple(fc.constantFrom('ask', 'yes', 'no', 'end'), fc.nat(5)), { maxLength: 30 }),
  (steps) => {
    const links: LinkRow[] = []
    for (const [what, at] of steps) {
      const nth = at % Math.max(1, links.length)
      const link = links[nth]
      const answer = what === 'ask' ? ask([bantul, kulonProgo], links) : link && step(what, link)
      if (!answer?.ok) continue
      if (what === 'ask') links.push(rowAfter(answer, null))
      else if (link) links[nth] = rowAfter(answer, link)
      const standing = links.filter(({ status }) => status !== 'ended').map(({ other }) => other)
      assert.equal(new Set(standing).size, standing.length)
      for (const row of links) assert.equal(row.otherPerson === null, row.answeredAt === null)
    }
  },
)

function step(what: 'yes' | 'no' | 'end' | string, link: LinkRow): Answer {
  const actor = { ...there, place: placeCode.parse(link.other) }
  const them = { ...theirs, district: link.other, place: placeCode.parse(`${link.other}.01.2001`) }
  return what === 'end' ? decideEndLink(link, look) : decideAnswerLink(link, them, what === 'yes', { ...look, actor })
}

property(
  'DOUBLE-12 an answer that was given is changed by no other answer',
  fc.tuple(fc.constantFrom<LinkStatus>('confirmed', 'refused', 'ended'), fc.boolean()),
  ([status, same]) => {
    assert.equal(codeOf(decideAnswerLink({ ...aLink, status }, theirs, same, lookThere)), 'link-over')
  },
)
