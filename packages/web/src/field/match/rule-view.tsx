import type { Said } from '@openslrt/core/i18n/say-programme.ts'
import type { Truth } from '@openslrt/core/programme/truth.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** A rule in words, part below part, with what it came to. */
export function RuleView({ said }: { readonly said: Said }) {
  return (
    <ul className="match__rule">
      <Part said={said} />
    </ul>
  )
}

function Part({ said: { text, truth, detail, parts } }: { readonly said: Said }) {
  const t = useText()
  return (
    <li>
      {truth && (
        <>
          <span className={`match__truth match__truth--${truth}`} aria-hidden="true">
            {signs[truth]}
          </span>
          <span className="only-for-readers">{t(`rule.truth.${truth}`)}: </span>
        </>
      )}
      {parts.length > 0 ? `${text}:` : text}
      {detail && <span className="field__note"> {detail}</span>}
      {parts.length > 0 && (
        <ul className="match__rule">
          {parts.map((part) => (
            <Part key={JSON.stringify(part)} said={part} />
          ))}
        </ul>
      )}
    </li>
  )
}

const signs: Readonly<Record<Truth, string>> = { met: '✓', 'not-met': '✗', unknown: '?' }
