import { type HomeProps, publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { DoorCard } from '../door-card.tsx'
import { Guide } from '../guide.tsx'
import { KindDoors } from '../kind-doors.tsx'

const steps = ['public.home.how.1', 'public.home.how.2', 'public.home.how.3'] as const

/** The front door: three large choices, then what someone comes back for. */
export function Home({ also, t }: HomeProps & { t: Say }) {
  return (
    <>
      <h1 className="public__title">{t('public.home.title')}</h1>
      <p className="public__lead">{t('public.home.lead')}</p>
      <KindDoors t={t} />
      <h2 className="public__subtitle">{t('public.home.also')}</h2>
      <div className="doors">
        {(['track', ...also] as const).map((door) => (
          <DoorCard
            key={door}
            href={publicPaths[door]}
            title={t(`public.home.${door}`)}
            text={t(`public.home.${door}.text`)}
          />
        ))}
      </div>
      <Guide>
        <h2 className="public__subtitle">{t('public.home.how')}</h2>
        <ol className="public__steps">
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </Guide>
    </>
  )
}
