import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import type { Conditions } from '@openslrt/core/contract/conditions.ts'
import { Link, useSearch } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { conditionPath } from './condition-address.ts'
import { ConditionPanel } from './condition-panel.tsx'
import { ConditionTable } from './condition-table.tsx'
import { figuresPath } from './figures-address.ts'
import { useDays } from './use-days.ts'

/** A panel for each face, and one face of it for each place below. */
export function ConditionBoard({ conditions }: { conditions: Conditions }) {
  const t = useText()
  const search = useSearch()
  const { place, above, day, faces, below } = conditions
  return (
    <>
      <PageHead
        title={t('condition.of', { place: place.name })}
        back={
          above ? (
            <Link href={addressWith(conditionPath, search, { place: above.code })}>
              {t('figures.up', { place: above.name })}
            </Link>
          ) : (
            <Link href={figuresPath}>{t('figures.title')}</Link>
          )
        }
        action={
          <Button
            className="board__print"
            variant="secondary"
            icon={<PrinterSmallIcon aria-hidden />}
            onClick={() => window.print()}
          >
            {t('figures.print')}
          </Button>
        }
      />
      {day === null ? (
        <EmptyState title={t('condition.never.title')} text={t('condition.never.text')} />
      ) : (
        <>
          <Source conditions={conditions} day={day} />
          <div className="condition__faces">
            {faces.map((one) => (
              <ConditionPanel key={one.face} {...one} />
            ))}
          </div>
          {below.length > 0 && <ConditionTable conditions={conditions} />}
        </>
      )}
    </>
  )
}

/** Of when the numbers are, how exact they are, and what they are counted from. */
function Source({ conditions, day }: { readonly conditions: Conditions; readonly day: string }) {
  const t = useText()
  const days = useDays()
  const { opens, base, place, uncounted } = conditions
  const wide = place.level === 'province' || place.level === 'nation'
  return (
    <div className="board__source">
      <p>{t('condition.what')}</p>
      <p>
        {t(wide ? 'condition.day.oldest' : 'condition.day', { day: days.day(day) })}{' '}
        {wide && uncounted > 0 ? `${t('condition.uncounted', { n: uncounted })} ` : ''}
        {opens ? t('condition.exact') : t('condition.rounded', { base })}
      </p>
    </div>
  )
}
