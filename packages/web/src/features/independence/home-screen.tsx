import { isRegion, nationPlace } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { DistrictHome } from './district-home.tsx'
import { instrumentPath } from './independence-address.ts'
import { RegionHome } from './region-home.tsx'
import './texts.ts'
import './independence.css'

/** INDEP-13, INDEP-16 A district's own assessments, year by year; above it, the districts below. */
export function Screen() {
  const t = useText()
  const place = useActing().post?.place ?? nationPlace
  const region = isRegion(place)
  return (
    <>
      <PageHead title={t('independence.title')} back={<Link href="/dasbor">{t('figures.title')}</Link>} />
      <p className="independence__lead">{t(region ? 'independence.lead.region' : 'independence.lead')}</p>
      <p>
        <Link href={instrumentPath}>{t('independence.instrument.title')}</Link>
      </p>
      {region ? <RegionHome /> : <DistrictHome place={place} />}
    </>
  )
}
