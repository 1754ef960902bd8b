import type { CompletenessShown } from '@openslrt/core/contract/registry-queries.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** How much is known: in words, and as a bar for the eye. */
export function CompleteBar({ completeness: { known, asked, percent } }: { readonly completeness: CompletenessShown }) {
  const t = useText()
  const text = t('family.known', { known, asked })
  return (
    <span className="family__complete">
      <meter className="only-for-readers" aria-label={t('family.column.complete')} min={0} max={100} value={percent}>
        {text}
      </meter>
      <span className="family__track" aria-hidden="true">
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      <span>{text}</span>
    </span>
  )
}
