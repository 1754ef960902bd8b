import type { CriteriaLine, ProgrammeCard } from '@openslrt/core/contract/programme-queries.ts'
import { sayRule } from '@openslrt/core/i18n/say-programme.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { nameOfKey } from './excludes-field.tsx'
import { RuleView } from './rule-view.tsx'
import { useTelling } from './use-telling.ts'

const headings = { next: 'programme.from.next', now: 'programme.from', past: 'programme.from.past' } as const

/** Who a programme is for in one time: the rule, what it rests on, and what other sources say. */
export function VersionPart({
  version,
  when,
  facts,
}: {
  readonly version: CriteriaLine
  readonly facts: ProgrammeCard['facts']
  readonly when: keyof typeof headings
}) {
  const t = useText()
  const telling = useTelling([], facts)
  const { from, rule, legal, note, conflicts, excludes } = version
  const apart = excludes.map((key) => nameOfKey(key, telling.vocabulary, telling.lang))
  return (
    <section className="programme__version">
      <h3>{t(headings[when], { day: dayText(from) })}</h3>
      <RuleView said={sayRule(rule, telling)} />
      {apart.length > 0 && <p>{t('programme.excludes', { programmes: apart.join(', ') })}</p>}
      {legal && <p className="programme__aside">{t('programme.legal', { legal })}</p>}
      {note && <p className="programme__aside">{note}</p>}
      {conflicts.length > 0 && (
        <>
          <p>
            <strong>{t('programme.conflict')}</strong>
          </p>
          <ul className="programme__lines">
            {conflicts.map(({ says, source }) => (
              <li key={`${says} ${source}`}>{t('programme.conflict.line', { says, source })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
