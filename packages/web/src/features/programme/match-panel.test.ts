import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MatchAnswer, matchAnswer, programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { explain } from '@openslrt/core/programme/explain.ts'
import { verdictOf } from '@openslrt/core/programme/match.ts'
import { factFrom } from '@openslrt/core/programme/place-facts.ts'
import { vocabularyWith } from '@openslrt/core/programme/vocabulary.ts'
import { statementName } from '@openslrt/core/registry/statements.ts'
import { factsOf } from '@openslrt/core/testing/a-programme.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCard } from '../../testing/a-card.ts'
import { hungerFact, pkhFact } from '../../testing/a-programme-card.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Panel } = await import('./match-panel.tsx')

const t = sayIn('id')
const vocabulary = vocabularyWith([pkhFact, hungerFact].map(factFrom))
const holds = (page: Part, ...words: readonly string[]): void => {
  const text = textOf(page)
  for (const word of words) assert.ok(text.includes(word), `${word}: not in ${text.slice(0, 2000)}`)
}
const lacks = (page: Part, ...words: readonly string[]): void => {
  for (const word of words) assert.ok(!textOf(page).includes(word), word)
}

const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }
const told = (name: string, rule: Criterion, family: Parameters<typeof factsOf>[0], own: object = {}) => {
  const reason = explain(rule, factsOf(family), { vocabulary, day: '2026-11-22' })
  return {
    id: ids.staff(name.length),
    district: '34.04',
    name,
    gives: `Isi ${name}`,
    owner: 'district',
    ownerName: 'Pemkab',
    unit: 'family',
    certainty: 'sure',
    papers: ['KTP', 'KK'],
    legal: 'Perbup 7/2026',
    verdict: verdictOf(reason.truth),
    reason,
    room: null,
    has: false,
    ...own,
  }
}
const kase = aCard()
const matched = (answer: object) => {
  const { district, id } = kase.line
  const whole: MatchAnswer = matchAnswer.parse({
    today: '2026-11-22',
    known: true,
    family: { id: ids.staff(2), version: 3 },
    members: [{ id: ids.staff(1), version: 2, name: 'Mbah Karto' }],
    mayAnswer: true,
    facts: [pkhFact, hungerFact],
    groups: [],
    ...answer,
  })
  return drawDesk(made(Panel, { card: kase }), [answered(programmeRoutes.forCase, { district, id }, whole)])
}

test('MATCH-4 a family is told what fits, what is still to be found out, and, folded, what does not fit', () => {
  const page = matched({
    groups: [
      {
        member: null,
        items: [
          told('Beras', poor, { family: { desil: 2 } }),
          told('Rumah', { all: [poor, { fact: 'program-pkh', is: 'eq', value: 'never' }] }, { family: { desil: 2 } }),
          told('Listrik', poor, { family: { desil: 9 } }),
        ],
      },
      { member: 0, items: [told('Lansia', { fact: 'usia', is: 'at-least', value: 70 }, {}, { unit: 'person' })] },
      { member: null, items: [] },
    ],
  })
  assert.deepEqual(find(page, 'h3').map(textOf), [t('match.family'), 'Mbah Karto'])
  holds(page, 'Isi Beras', t('verdict.eligible'), t('verdict.cannot-tell'), t('match.papers', { papers: 'KTP, KK' }))
  holds(page, `${t('match.missing')}:Kepesertaan PKH`, `${t('match.missing')}:Tanggal lahir`)
  const [unsure, others, ...more] = find(page, 'details')
  assert.ok(unsure && others)
  holds(unsure, t('match.unsure', { n: 1 }), 'Rumah', t('verdict.cannot-tell'))
  holds(others, t('match.others', { n: 1 }), 'Listrik', t('verdict.not-eligible'))
  lacks(others, t('match.papers', { papers: 'KTP, KK' }))
  assert.ok(more[0] && textOf(more[0]).includes('Lansia'))
  assert.deepEqual(
    find(page, 'details').map((one) => valueOf(one, 'open') !== undefined && valueOf(one, 'open') !== null),
    [false, false, true],
    'where nothing fits for sure, the few that may stand open',
  )
  holds(page, t('match.fits.none'))
  const links = find(page, 'a').map((one) => valueOf(one, 'href'))
  assert.equal(links.length, 4)
  assert.ok(links.every((href) => href?.startsWith('/program/34.04/')))
})

test('PROG-21 a statement is answered where it is missing, and changed where it was answered, by whoever may', () => {
  const ask = 'Diusulkan RT'
  const groups = (facts: object) => [{ member: null, items: [told('Beras', { ask }, facts)] }]
  const acts = (page: ReturnType<typeof matched>) =>
    find(page, 'button').flatMap((one) => valueOf(one, 'aria-label') ?? [])
  assert.deepEqual(acts(matched({ groups: groups({}) })), [`${t('match.answer')}: ${ask}`])
  const said = { [statementName(ask)]: 'ya 2026-06-01' }
  const page = matched({ groups: groups({ said }) })
  holds(page, `${t('match.answered')}:${ask}: ya, menurut keadaan 1 Juni 2026`)
  assert.equal(acts(page).length, 1)
  assert.ok(acts(page)[0]?.startsWith(t('match.answer.change')))
  assert.deepEqual(acts(matched({ groups: groups({}), mayAnswer: false })), [], 'who may only read')
  assert.deepEqual(acts(matched({ groups: groups({}), family: null })), [], 'a family that is not recorded')
})

test('MATCH-9 what fits, or is had, stands first; many of which it is not known wait folded even where nothing fits', () => {
  const ask = (nth: number) => told(`Program ${nth}`, { ask: 'Diusulkan RT' }, {})
  const page = matched({ groups: [{ member: null, items: [1, 2, 3, 4].map(ask) }] })
  assert.equal(valueOf(only(page, 'details'), 'open') ?? null, null)
  const had = { ...told('Listrik', poor, { family: { desil: 9 } }), has: true }
  const own = matched({ groups: [{ member: null, items: [had] }] })
  assert.equal(find(own, 'details').length, 0)
  lacks(own, t('match.fits.none'))
})

test('MATCH-7 what is full says so with how many wait, what has room says how much; of what does not fit nobody is told', () => {
  const item = (room: object, desil = 2) => told('Beras', poor, { family: { desil } }, { room })
  const only_ = (...items: readonly object[]) => matched({ groups: [{ member: null, items }] })
  holds(only_(item({ full: true, left: 0, waiting: 12 })), 'Kuota penuh, daftar tunggu 12')
  holds(only_(item({ full: true, left: 0, waiting: 0 })), 'Kuota penuh')
  holds(only_(item({ full: false, left: 3, waiting: 0 })), 'Masih ada 3 tempat')
  lacks(only_(item({ full: true, left: 0, waiting: 12 }, 9)), 'Kuota')
})

test('MATCH-8 what they have already says so, and nobody is told what to bring for it', () => {
  const item = told('Beras', poor, { family: { desil: 2 } }, { has: true, room: { full: true, left: 0, waiting: 2 } })
  const page = matched({ groups: [{ member: null, items: [item] }] })
  holds(page, t('match.has'), t('verdict.eligible'))
  lacks(page, 'Kuota', t('match.papers', { papers: 'KTP, KK' }))
})

test('MATCH-5 who was not found, and a place without programmes, are told apart', () => {
  holds(matched({ known: false }), t('match.unknown'))
  holds(matched({}), t('match.none'))
})
