import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { dimensions } from '@openslrt/core/independence/instrument.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { sayShare } from './share-text.ts'

/** INDEP-13 The share of each part as a bar and as a number, with a line where the middle of districts alike stands. */
export function ProfileChart({ page }: { readonly page: AssessmentPage }) {
  const [t, lang] = [useText(), useLanguage()]
  const { peers, score } = page
  const percent = (share: number | null): string =>
    share === null ? '–' : t('independence.score.percent', { n: sayShare(share, lang) })
  return (
    <>
      <p className="independence__small">
        {t(peers ? 'independence.profile.hint' : 'independence.profile.hint.alone')}{' '}
        {peers ? t(`independence.peers.${peers.among}`, { n: peers.districts }) : t('independence.peers.none')}
      </p>
      <table className="independence-profile">
        <caption className="only-for-readers">{t('independence.profile')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('independence.part')}</th>
            <td aria-hidden="true" />
            <th scope="col">{t('independence.score')}</th>
            {peers && <th scope="col">{t('independence.middle')}</th>}
          </tr>
        </thead>
        <tbody>
          {dimensions.map((one) => {
            const own = score.dimensions[one]
            const middle = peers?.profile[one] ?? null
            return (
              <tr key={one}>
                <th scope="row">
                  {t(`independence.dimension.${one}`)}
                  {own.known < own.all && (
                    <span className="independence__small">{t('independence.unknown', { n: own.all - own.known })}</span>
                  )}
                </th>
                <td aria-hidden="true" className="independence-profile__bar">
                  <span className="independence-profile__track">
                    <span className="independence-profile__fill" style={{ inlineSize: `${(own.share ?? 0) / 100}%` }} />
                    {middle !== null && (
                      <span className="independence-profile__middle" style={{ insetInlineStart: `${middle / 100}%` }} />
                    )}
                  </span>
                </td>
                <td>{percent(own.share)}</td>
                {peers && <td>{percent(middle)}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
