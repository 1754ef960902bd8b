import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { factFrom } from '@openslrt/core/programme/place-facts.ts'
import { vocabularyWith } from '@openslrt/core/programme/vocabulary.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import { aProgrammeCard, hungerFact, pkhFact } from '../../testing/a-programme-card.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import type { CriteriaValues } from './criteria-values.ts'

const { Screen: List } = await import('./list-screen.tsx')
const { Screen: One } = await import('./programme-screen.tsx')
const { SubPages } = await import('./sub-pages.tsx')
const { CriteriaFields } = await import('./criteria-fields.tsx')
const { RuleEditor } = await import('./rule-editor.tsx')
const { OfficeField } = await import('./office-field.tsx')
const { WithVocabulary } = await import('./vocabulary.tsx')
const { draftOf, newPart } = await import('./rule-draft.ts')

const t = sayIn('id')
const vocabulary = vocabularyWith([pkhFact, hungerFact].map(factFrom))
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const holds = (page: Part, ...words: readonly string[]): void => {
  const text = textOf(page)
  for (const word of words) assert.ok(text.includes(word), `${word}: not in ${text.slice(0, 2000)}`)
}
const lacks = (page: Part, ...words: readonly string[]): void => {
  for (const word of words) assert.ok(!textOf(page).includes(word), word)
}

const line = (own: object = {}) => {
  const { id, district, version, name, gives, sector, unit, owner, ownerName, place } = aProgrammeCard()
  const words = { id, district, version, name, gives, sector, unit, owner, ownerName, place }
  return { ...words, placeName: 'Sleman', certainty: 'sure' as const, disputed: false, endsOn: null, ...own }
}
const listOf = (items: readonly object[], rights: readonly Permission[] = [], at = '/program', query: object = {}) =>
  drawDesk(
    made(List, {}),
    [
      answered(
        programmeRoutes.list,
        { q: '', show: 'now', page: 1, ...query },
        { items: items.map((own) => line(own)), total: items.length, page: 1, size: 25 },
      ),
    ],
    sari(rights),
    at,
  )

test('PROG-11 the catalogue tells of each programme what is given, whose it is, for whom, and how sure that is', () => {
  const page = listOf([
    {},
    { name: 'Sembako', owner: 'central', certainty: 'unsure', disputed: true, endsOn: '2026-12-31' },
  ])
  holds(page, 'Beras Sleman', 'Beras 10 kg setiap bulan', t('programme-owner.district'), 'Pemkab Sleman')
  holds(page, t('programme-unit.family'), t('programme-certainty.sure'), t('programme-certainty.unsure'))
  holds(page, t('programme.disputed'), t('programme.ends', { day: '31 Desember 2026' }).slice(0, 8))
  const { district, id } = line()
  assert.ok(find(page, 'a').some((one) => valueOf(one, 'href') === `/program/${district}/${id}`))
})

test('PROG-9 only who manages programmes may add one, and an empty list says what to do', () => {
  assert.ok(!buttons(listOf([])).includes(t('programme.new')))
  const page = listOf([], ['programme.manage'])
  assert.ok(buttons(page).includes(t('programme.new')))
  holds(page, t('programme.empty.title'), t('programme.empty.text'))
})

test('PROG-11 the address says which programmes are asked for, and the filters show it', () => {
  const page = listOf([], [], '/program?bidang=food&pemilik=village&lihat=ended', {
    sector: 'food',
    owner: 'village',
    show: 'ended',
  })
  const chosen = find(page, 'option').filter((one) => one.attributes.has('selected'))
  assert.deepEqual(
    chosen.map((one) => valueOf(one, 'value')),
    ['food', 'village', ''],
  )
})

test('PROG-11 pages beside the catalogue are offered to whom they are open, and to nobody else', () => {
  const links = (rights: readonly Permission[]) =>
    find(drawDesk(made(SubPages, { current: '/program' }), [], sari(rights)), 'a').map((one) => valueOf(one, 'href'))
  assert.deepEqual(links([]), [])
  assert.deepEqual(links(['figures.read']), ['/program', '/kebutuhan'])
  assert.deepEqual(links(['programme.manage']), ['/program', '/kuota'])
  assert.deepEqual(links(['registry.edit', 'programme.manage', 'figures.read']), [
    '/program',
    '/permohonan',
    '/kuota',
    '/kebutuhan',
  ])
})

const cardOf = (own: object = {}, rights: readonly Permission[] = []) => {
  const card = aProgrammeCard(own)
  const query = { district: card.district, id: card.id }
  return drawDesk(
    made(One, { params: query }),
    [answered(programmeRoutes.card, query, card)],
    sari(rights),
    `/program/${card.district}/${card.id}`,
  )
}

test('PROG-8 a programme is told with all that people ask about it: papers, when, where, and which office decides', () => {
  const page = cardOf()
  holds(page, 'Beras 10 kg setiap bulan', 'Pemkab Sleman', 'Kabupaten Sleman', 'KTP', 'KK', '0274-123')
  holds(page, 'Setiap tanggal 5', 'Dinas Sosial Sleman', 'Kepala dinas', t('programme-unit.family'))
  const bare = cardOf({ office: null, officeName: '', decides: '', papers: [], contact: '', schedule: '' })
  assert.equal(textOf(bare).split(t('programme.unsaid')).length - 1, 4, 'what nobody said is told to be so')
})

test('PROG-10 versions stand in their time: the one to come, the one that holds, the one that was', () => {
  const page = cardOf()
  const heads = find(page, 'h3').map(textOf)
  assert.equal(heads.length, 3)
  assert.match(heads[0] ?? '', /^Berlaku mulai/)
  assert.match(heads[1] ?? '', /^Berlaku sejak/)
  assert.match(heads[2] ?? '', /^Pernah berlaku/)
  const future = cardOf({ today: '2025-01-01' })
  assert.ok(find(future, 'h3').every((one) => textOf(one).startsWith('Berlaku mulai')))
  const past = cardOf({ today: '2030-01-01' })
  assert.deepEqual(
    find(past, 'h3').map((one) => textOf(one).split(' ').slice(0, 2).join(' ')),
    ['Berlaku sejak', 'Pernah berlaku', 'Pernah berlaku'],
  )
})

test('PROG-18, PROG-17 a version says in words whom it is for, what it can not be had with, its base, and who differs', () => {
  const page = cardOf()
  holds(page, 'Desil 4 ke bawah', 'Makan kurang dari dua kali', t('programme.excludes', { programmes: 'PKH' }))
  holds(page, t('programme.legal', { legal: 'Perbup 7/2026' }), 'Diutamakan lansia.')
  holds(page, t('programme.conflict'), 'Desil 1–5 (Laman dinas)')
  lacks(page, 'lokal-makan', 'program-pkh')
})

test('PROG-20 the card tells which other programmes exclude whoever has this one, and leads to them', () => {
  const other = { district: '34.04', id: 'c0000000-0000-4000-8000-000000000008', name: 'Beras Baru' }
  const page = cardOf({ excludedBy: [other] })
  holds(page, t('programme.excluded-by'), 'Beras Baru')
  assert.ok(find(page, 'a').some((one) => valueOf(one, 'href') === `/program/34.04/${other.id}`))
  lacks(cardOf(), t('programme.excluded-by'))
})

test('PROG-9 what may be done stands on the card, and nothing else', () => {
  assert.deepEqual(buttons(cardOf({ mayChange: false })), [t('programme.print')])
  assert.deepEqual(buttons(cardOf({ mayChange: false, mayReplace: true })), [
    t('programme.replace'),
    t('programme.print'),
  ])
  assert.deepEqual(buttons(cardOf()), [
    t('programme.set-criteria'),
    t('programme.change'),
    t('programme.print'),
    t('programme.end'),
  ])
  assert.ok(!buttons(cardOf({ endsOn: '2026-12-31' })).includes(t('programme.end')), 'it ends already')
})

test('PROG-11 an address of no programme says so, and leads back', () => {
  for (const params of [{}, { district: 'x', id: 'y' }, { district: '34.04', id: '1' }]) {
    const page = drawDesk(made(One, { params }))
    holds(page, t('programme.none.title'))
    assert.equal(valueOf(only(page, 'a'), 'href'), '/program')
  }
})

const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }
const idle = { id: 'f', error: undefined, onChange: () => undefined }
const fields = (own: Partial<CriteriaValues> = {}, errors: Errors<CriteriaValues> = {}): Part => {
  const values: CriteriaValues = {
    rule: draftOf({ all: [poor] }),
    from: '2026-11-22',
    legal: '',
    criteriaNote: '',
    excludes: ['pkh'],
    conflicts: [{ says: 'Desil 5', source: '' }],
    ...own,
  }
  const field = <Name extends keyof CriteriaValues>(name: Name) => ({
    ...idle,
    id: name,
    value: values[name],
    error: errors[name],
  })
  const children = made(CriteriaFields, { field, unit: 'family', own: '' })
  return drawDesk(made(WithVocabulary, { known: vocabulary, children }), [], sari(['programme.manage']))
}

test('PROG-18 a form names what is excluded, lets it be removed, and offers what is not excluded yet', () => {
  const page = fields()
  const list = only(page, 'ul', { 'aria-label': t('programme.form.excludes') })
  holds(list, 'PKH', t('rule.edit.remove', { what: 'PKH' }))
  const offered = (part: Part) =>
    find(only(part, 'select', { id: 'excludes' }), 'option').map((one) => valueOf(one, 'value'))
  assert.deepEqual(offered(page), [''])
  assert.deepEqual(offered(fields({ excludes: [] })), ['', 'pkh'])
  assert.equal(find(fields({ excludes: [] }), 'ul', { 'aria-label': t('programme.form.excludes') }).length, 0)
})

test('PROG-8 a form has a line for each source that differs, and says when half of one is missing', () => {
  const page = fields({}, { conflicts: t('programme.form.conflicts.half') })
  holds(page, t('programme.form.conflicts'), t('programme.form.conflicts.half'), t('programme.form.conflicts.add'))
  holds(page, t('rule.edit.remove', { what: 'Desil 5' }))
  const many = fields({ conflicts: Array.from({ length: 10 }, () => ({ says: '', source: '' })) })
  lacks(many, t('programme.form.conflicts.add'))
  holds(many, t('rule.edit.remove', { what: t('programme.form.conflicts.one', { n: 10 }) }))
})

test('PROG-17 facts of the place can be chosen in their groups, each by its name', () => {
  const page = fields()
  const group = (name: string) => only(page, 'optgroup', { label: name })
  holds(group(t('rule.edit.family')), 'Kepesertaan PKH', 'Makan kurang dari dua kali', 'Desil')
  lacks(group(t('rule.edit.person')), 'Kepesertaan PKH')
})

const edited = (draft: ReturnType<typeof draftOf>, told_ = false, unit: 'family' | 'person' = 'family'): Part =>
  drawDesk(
    made(WithVocabulary, {
      known: vocabulary,
      children: made(RuleEditor, { draft, unit, told: told_, onChange: () => undefined }),
    }),
  )

test('PROG-7 a contradiction is told at once, what is not filled in only once somebody wanted to save it', () => {
  const clash = draftOf({ all: [poor, { fact: 'desil', is: 'at-least', value: 5 }] })
  holds(edited(clash), t('rule-fault.clash'))
  const empty = { kind: 'all', parts: [newPart] } as const
  lacks(edited(empty), t('rule-fault.wrong-value'))
  holds(edited(empty, true), t('rule-fault.wrong-value'))
  holds(edited({ kind: 'all', parts: [] }, true), t('rule-fault.empty-group'))
  const old = draftOf({ all: [{ fact: 'usia', is: 'at-least', value: 70 }] })
  holds(edited(old), t('rule-fault.needs-member'))
  lacks(edited(old, true, 'person'), t('rule-fault.needs-member'))
})

test('PROG-7 each kind of datum is asked for in its own way: amounts, codes, days, yes or no, several at once', () => {
  const editorOf = (rule: Criterion) => edited(draftOf({ all: [rule] }), false, 'person')
  const between = editorOf({ fact: 'usia', is: 'between', value: [6, 21] })
  assert.deepEqual(
    find(between, 'input').map((one) => valueOf(one, 'value')),
    ['6', '21'],
  )
  const taken = editorOf({ fact: 'program-pkh', is: 'in', value: ['stopped', 'never'] })
  const boxes = find(taken, 'input', { type: 'checkbox' })
  assert.deepEqual(
    boxes.map((one) => [valueOf(one, 'value'), one.attributes.has('checked')]),
    [
      ['receives', false],
      ['stopped', true],
      ['never', true],
    ],
  )
  holds(taken, t('taking.receives'), t('taking.stopped'), t('taking.never'))
  const hungry = editorOf({ fact: 'lokal-makan', is: 'eq', value: false })
  assert.ok(find(hungry, 'option').some((one) => valueOf(one, 'value') === 'false' && one.attributes.has('selected')))
  const recorded = editorOf({ fact: 'desil', is: 'known' })
  assert.equal(find(recorded, 'input').length, 0)
  const sex = editorOf({ fact: 'jenis_kelamin', is: 'eq', value: 'P' })
  holds(sex, t('fact.jenis_kelamin.P'))
  const asked = editorOf({ ask: 'Diusulkan RT' })
  assert.equal(valueOf(only(asked, 'input'), 'value'), 'Diusulkan RT')
})

test('PROG-9 the office that decides is found among those of the place; one that can not be chosen any more keeps its name', () => {
  const offices = [{ id: ids.office(7), name: 'Dinas Sosial Sleman', kind: 'agency' as const }]
  const shown = (value: string, named = '') =>
    valueOf(
      only(drawDesk(made(OfficeField, { ...idle, offices, named, value })), 'input', { role: 'combobox' }),
      'value',
    )
  assert.equal(shown(ids.office(7)), 'Dinas Sosial Sleman')
  assert.equal(shown(''), t('programme.form.office.outside'))
  assert.equal(shown(ids.office(8), 'Dinas Lama'), 'Dinas Lama')
})
