import type { Said } from '@openslrt/core/i18n/say-programme.ts'
import type { Truth } from '@openslrt/core/programme/truth.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import './programme.css'

/** A rule in words, part below part; with the answer of each, where it was held against somebody. */
export function RuleView({ said }: { readonly said: Said }) {
  return (
    <ul className="rule">
      <Part said={said} />
    </ul>
  )
}

function Part({ said }: { readonly said: Said }) {
  const t = useText()
  const { text, truth, detail, parts } = said
  return (
    <li className="rule__part">
      <span className="rule__line">
        {truth && (
          <span className={`rule__truth rule__truth--${truth}`}>
            <span aria-hidden="true">{signs[truth]}</span>
            <span className="only-for-readers">{t(`rule.truth.${truth}`)}: </span>
          </span>
        )}
        <span>{parts.length > 0 ? `${text}:` : text}</span>
        {detail && <span className="rule__detail">{detail}</span>}
      </span>
      {parts.length > 0 && (
        <ul className="rule">
          {parts.map((part) => (
            <Part key={JSON.stringify(part)} said={part} />
          ))}
        </ul>
      )}
    </li>
  )
}

const signs: Readonly<Record<Truth, string>> = { met: '✓', 'not-met': '✗', unknown: '?' }
