import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubleRoutes, type FamilyDoubleLine, familyDoubleLine } from '@openslrt/core/contract/doubles.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { familyReasons } from '@openslrt/core/registry/family-double.ts'
import { made } from '../../../testing/draw.ts'
import { drawDesk, sari } from '../../../testing/draw-desk.ts'
import { find, textOf } from '../../../testing/html.ts'

const { Screen: Doubles } = await import('./doubles-screen.tsx')
const { listPath, mergePath } = await import('./person-path.ts')
const { reasonsText } = await import('./reasons-text.ts')

const t = sayIn('id')
const nth = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const family = (n: number, name: string, members: number) => ({
  id: nth(n),
  name,
  address: n === 1 ? 'Jl. Melati 3' : '',
  placeName: 'Caturtunggal',
  members,
})
const line = familyDoubleLine.parse({
  id: nth(9),
  district: '34.04',
  first: family(1, 'Budi Santoso', 3),
  second: family(2, '', 0),
  score: 90,
  reasons: ['same-head', 'other-card'],
})
const list = (items: readonly FamilyDoubleLine[]) =>
  drawDesk(
    made(Doubles, {}),
    [
      {
        row: doubleRoutes.families,
        input: { query: { page: 1 } },
        reply: doubleRoutes.families.reply.parse({ items, total: items.length, page: 1, size: 25 }),
      },
    ],
    sari(['registry.merge']),
    listPath('family'),
  )

test('DOUBLE-14 families are listed by their heads, with the reasons, and lead to where they are compared', () => {
  const page = list([line])
  const said = textOf(page)
  for (const words of [
    `${t('merge.family', { name: 'Budi Santoso' })} – ${t('merge.family', { name: t('merge.nameless') })}`,
    [t('double.members', { n: 3 }), 'Jl. Melati 3', 'Caturtunggal'].join(' · '),
    [t('double.members', { n: 0 }), 'Caturtunggal'].join(' · '),
    t('double.reason.same-head'),
    t('double.sure', { n: 90 }),
  ])
    assert.ok(said.includes(words), words)
  const to = mergePath('34.04', nth(1), nth(2), 'family')
  assert.ok(find(page, 'a').some((one) => one.attributes.get('href')?.endsWith(to)))
})

test('DOUBLE-14 the tab of families says that there are none, and is the one that is shown', () => {
  const page = list([])
  assert.ok(textOf(page).includes(t('double.none.title')))
  const shown = find(page, 'a').find((one) => one.attributes.get('aria-current') === 'true')
  assert.equal(shown && textOf(shown), t('double.show.families'))
})

test('DOUBLE-14 every reason about families has its words', () => {
  const said = reasonsText(t, familyReasons)
  for (const reason of familyReasons) assert.ok(said.includes(t(`double.reason.${reason}`)), reason)
})
