import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import type { DistrictFigures } from '@openslrt/core/contract/figures.ts'
import { isRegion } from '@openslrt/core/place/code.ts'
import type { ReactNode } from 'react'
import { Link, useSearch } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { addressWith } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { conditionPath } from './condition-address.ts'
import { cataloguePath, figuresPath, indicatorPath } from './figures-address.ts'
import { PeriodBar } from './period-bar.tsx'
import { useDays } from './use-days.ts'

interface BoardHeadProps {
  readonly figures: Pick<DistrictFigures, 'place' | 'above' | 'period'>
  /** Which figures: their address and their name. */
  readonly path?: string
  readonly named?: 'figures.of' | 'league.of' | 'indicator.of'
  /** The way back, where it is not to the place above. */
  readonly back?: ReactNode
}

/** Whose figures these are, of which days, the way up, and the way to paper. */
export function BoardHead({ figures, path = figuresPath, named = 'figures.of', back }: BoardHeadProps) {
  const t = useText()
  const days = useDays()
  const search = useSearch()
  const { place, above, period } = figures
  return (
    <>
      <PageHead
        title={t(named, { place: place.name })}
        back={
          back ??
          (above && (
            <Link href={addressWith(path, search, { place: above.code })}>
              {t('figures.up', { place: above.name })}
            </Link>
          ))
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
      <p className="board__when">{days.period(period)}</p>
      {path === figuresPath && <MoreFigures figures={figures} />}
      <PeriodBar period={period} path={path} />
    </>
  )
}

/**
 * Where more is told than a dashboard holds. Indicators are counted from cases, which nobody above a district reads; how far
 * districts stand on their own feet is no matter of a village's desk.
 */
function MoreFigures({ figures: { place } }: Pick<BoardHeadProps, 'figures'>) {
  const t = useText()
  const level = useActing().post?.level ?? 'nation'
  const search = useSearch()
  return (
    <p className="board__more not-on-paper">
      {isRegion(place.code) ? (
        <Link href={cataloguePath}>{t('catalogue.title')}</Link>
      ) : (
        <Link href={addressWith(indicatorPath, search, { urut: undefined })}>{t('indicator.title')}</Link>
      )}
      <Link href={addressWith(conditionPath, '', { place: place.code })}>{t('condition.title')}</Link>
      <Link href="/kebutuhan">{t('need.table.title')}</Link>
      {level !== 'village' && level !== 'subdistrict' && <Link href="/kemandirian">{t('independence.title')}</Link>}
      <Link href="/kendala/jumlah">{t('challenge.title')}</Link>
    </p>
  )
}
