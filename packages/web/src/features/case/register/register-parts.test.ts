import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likeReasons } from '@openslrt/core/case/likeness.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCaseLine } from '../../../testing/a-card.ts'
import { made } from '../../../testing/draw.ts'
import { type Answered, drawDesk } from '../../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../../testing/html.ts'
import { comparisonOf, emptyCase, type RegisterValues } from './register-values.ts'

const { SimilarPanel } = await import('./similar-panel.tsx')

const t = sayIn('id')
const filled: RegisterValues = {
  ...emptyCase,
  place: { code: '34.04.07.2001', label: 'Caturtunggal' },
  name: 'Siti Aminah',
  category: 'pbi-inactive',
}
const like = (n: number, reasons: readonly string[] = ['same-nik']) => ({
  line: aCaseLine({ id: ids.case(n), number: `3404-26-00000${n}` }),
  score: 1,
  reasons,
})
const panel = (values: RegisterValues, items?: readonly object[]): Part => {
  const body = comparisonOf(values)
  const found: Answered[] = items
    ? [{ row: caseRoutes.similar, input: { body }, reply: caseRoutes.similar.reply.parse({ items }) }]
    : []
  return drawDesk(made(SimilarPanel, { values }), found)
}
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')

test('REGISTER-3 before there is something to compare by it says what it waits for; then whether there is any', () => {
  assert.ok(textOf(panel(emptyCase)).includes(t('case.similar.hint')))
  assert.ok(textOf(panel(filled)).includes(t('case.similar.hint')), 'while it is asked nothing is claimed')
  assert.ok(textOf(panel(filled, [])).includes(t('case.similar.none')))
})

test('REGISTER-3 a case that is alike says why it is thought so, masked, and leads to its card', () => {
  const page = panel(filled, [like(1, likeReasons)])
  for (const reason of likeReasons) assert.ok(textOf(page).includes(t(`alike.${reason}`)), reason)
  for (const words of ['3404-26-000001', 'S***', 'Caturtunggal']) assert.ok(textOf(page).includes(words), words)
  assert.deepEqual(links(page), [`/kasus/34.04/${ids.case(1)}`])
})

test('REGISTER-3 of many the likest three stand there, and how many more there are', () => {
  const page = panel(
    filled,
    [1, 2, 3, 4, 5].map((n) => like(n)),
  )
  assert.equal(links(page).length, 3)
  assert.deepEqual(find(page, 'button').map(textOf), [t('case.similar.more', { count: 2 })])
  assert.equal(find(panel(filled, [like(1), like(2), like(3)]), 'button').length, 0)
})

test('REGISTER-2 who hides themselves is compared with nobody', () => {
  assert.equal(textOf(panel({ ...filled, anonymous: true, relation: 'self' }, [like(1)])), '')
  assert.notEqual(textOf(panel({ ...filled, anonymous: true, relation: 'neighbour' }, [like(1)])), '')
})
