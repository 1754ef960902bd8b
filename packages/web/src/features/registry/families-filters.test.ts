import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { made } from '../../testing/draw.ts'
import { drawDesk } from '../../testing/draw-desk.ts'
import { find, only, textOf, valueOf } from '../../testing/html.ts'

const { FamiliesFilters, chosenIn } = await import('./families-filters.tsx')

const t = sayIn('id')
const saidIn = (search: string) => chosenIn(search, t).map(({ said }) => said)
const drawn = (search: string) => drawDesk(made(FamiliesFilters, { search, onChange: () => {} }))

test('REGISTRY-17 what families are narrowed by is told in words, a place by its name', () => {
  assert.deepEqual(saidIn(''), [])
  assert.deepEqual(saidIn('wilayah=34.04.07.2001&nama=Caturtunggal%2C+Depok&lengkap=low&desil=none&keadaan=gone'), [
    'Caturtunggal, Depok',
    t('family.complete.low'),
    t('family.filter.desil.none'),
    t('family-status.gone'),
  ])
  assert.deepEqual(saidIn('wilayah=34.04.07.2001&desil=3'), ['34.04.07.2001', t('family.desil.one', { n: 3 })])
  assert.deepEqual(saidIn('desil=11&lengkap=x&keadaan=x'), [], 'what it says wrongly it does not say')
})

test('REGISTRY-17 the fields wait folded, so that the list is seen; what is chosen stands outside and can be taken away', () => {
  const fold = only(drawn('desil=3'), 'details')
  assert.equal(valueOf(fold, 'open') ?? null, null)
  assert.equal(textOf(only(fold, 'summary')), t('family.filter.open-some', { count: 1 }))
  assert.equal(find(drawn(''), 'ul').length, 0)
  assert.ok(find(drawn('desil=3'), 'button').some((one) => textOf(one).includes(t('family.desil.one', { n: 3 }))))
})
