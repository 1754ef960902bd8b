import './ask/ask-texts.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { sayNumber } from './say-number.ts'
import { type NoSpot, type Spot, worthOf } from './spot.ts'

/** FIELD-10 Says in words what came of looking for where this phone stands. */
export function SpotNote({ found }: { readonly found: Result<Spot, NoSpot> | null }) {
  const t = useText()
  return <output className="field__note">{said()}</output>

  function said(): string {
    if (found === null) return t('spot.looking')
    if (!found.ok) return t(`spot.${found.error}`)
    const { accuracy } = found.value
    return t('spot.found', { metres: sayNumber(accuracy), words: t(`spot.${worthOf(accuracy)}`) })
  }
}
