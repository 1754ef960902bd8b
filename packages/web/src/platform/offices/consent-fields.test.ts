import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { consentBases, lacksConsentWords } from '@openslrt/core/referral/consent.ts'
import { made } from '../../testing/draw.ts'
import { drawDesk } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { ConsentFields, consentOf, isBasis } = await import('./consent-fields.tsx')

const t = sayIn('id')
const fields = (basis: string, own: { words?: string; basisError?: string; wordsError?: string } = {}): Part => {
  const onChange = () => undefined
  return drawDesk(
    made(ConsentFields, {
      basis: { id: 'basis', value: basis, onChange, error: own.basisError },
      words: { id: 'words', value: own.words ?? '', onChange, error: own.wordsError },
    }),
  )
}
const typed = (page: Part) => find(page, 'input', { id: 'words' })

test('REF-31 no basis is taken for granted: nothing is chosen and nothing is sent before somebody chose', () => {
  const page = fields('')
  const radios = find(page, 'input', { type: 'radio' })
  assert.deepEqual(
    radios.map((one) => valueOf(one, 'value')),
    keysOf(consentBases),
  )
  assert.deepEqual(
    radios.map((one) => valueOf(one, 'checked')),
    radios.map(() => null),
  )
  assert.equal(typed(page).length, 0)
  for (const basis of ['', 'yes', 'toString'])
    assert.deepEqual([isBasis(basis), consentOf({ basis, words: 'Ya' })], [false, {}])
})

for (const [basis, takesWords] of Object.entries(consentBases))
  test(`REF-31 the basis ${basis} ${takesWords ? 'asks for its words, and what is sent is whole' : 'speaks for itself'}`, () => {
    assert.ok(isBasis(basis))
    const page = fields(basis, { words: 'Perawat Siti' })
    assert.ok(textOf(page).includes(t(`consent.${basis}`)))
    assert.equal(typed(page).length, takesWords ? 1 : 0)
    if (takesWords) assert.equal(valueOf(only(page, 'input', { id: 'words' }), 'value'), 'Perawat Siti')
    const { consent } = consentOf({ basis, words: ' Perawat Siti ' })
    assert.deepEqual(consent, { basis, words: takesWords ? 'Perawat Siti' : '' })
    assert.equal(lacksConsentWords(consent), null)
    assert.equal(lacksConsentWords(consentOf({ basis, words: ' ' }).consent) === null, !takesWords)
  })

test('REF-31 what is wrong stands at the field that it is about', () => {
  assert.ok(textOf(fields('', { basisError: t('consent.missing') })).includes(t('consent.missing')))
  const page = fields('override', { wordsError: t('open.words.missing') })
  assert.equal(valueOf(only(page, 'input', { id: 'words' }), 'aria-invalid'), 'true')
  assert.ok(textOf(page).includes(t('consent.override.words')))
})
