import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import type { Indicator } from '@openslrt/core/independence/instrument.ts'
import { dimensions } from '@openslrt/core/independence/instrument.ts'
import { takenBack } from '@openslrt/core/independence/moves.ts'
import { Link } from 'wouter'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { homePath } from './independence-address.ts'
import { ProfileChart } from './profile-chart.tsx'
import { ResultActs } from './result-acts.tsx'
import { FigureLine, useLevelText } from './said-words.tsx'
import { sayShare } from './share-text.ts'
import { StandTag } from './status-look.tsx'
import { TrendPanel } from './trend-panel.tsx'
import { OfAssessment, type ScreenProps } from './use-assessment.tsx'

/** INDEP-13 What came of an assessment, on the screen and on paper. */
export function Screen({ params }: ScreenProps) {
  return <OfAssessment params={params}>{(page) => <Result page={page} />}</OfAssessment>
}

interface PageProps {
  readonly page: AssessmentPage
}

function Result({ page }: PageProps) {
  const t = useText()
  const { year, placeName, status } = page
  return (
    <div className="independence-paper">
      <p className="only-on-paper independence-paper__title">{t('independence.paper.title')}</p>
      <PageHead
        title={t('independence.of', { year, place: placeName })}
        back={<Link href={homePath}>{t('independence.back')}</Link>}
        tags={<StandTag status={status} />}
      />
      <ResultActs page={page} />
      <Standing page={page} />
      <Panel title={t('independence.profile')}>
        <ProfileChart page={page} />
      </Panel>
      <div className="not-on-paper">
        <Panel title={t('independence.trend')}>
          <TrendPanel page={page} />
        </Panel>
      </div>
      <Panel title={t('independence.each')}>
        <Details page={page} />
      </Panel>
      <Signs page={page} />
    </div>
  )
}

function Standing({ page }: PageProps) {
  const [t, lang, when, day] = [useText(), useLanguage(), useWhen(), useDay()]
  const { score, instrument, note, status, assessorNames, verifierNames, signerName } = page
  const { total, category } = score
  const by = (names: readonly string[], at: number | null): string =>
    [names.join(', '), at === null ? '' : when.date(at)].filter(Boolean).join(', ')
  return (
    <Panel>
      <FieldRows short>
        <FieldRow
          label={t('independence.score')}
          hint={t('independence.known', { known: total.known, all: total.all })}
        >
          <strong className="independence__score">
            {total.share === null
              ? t('independence.score.none')
              : t('independence.score.percent', { n: sayShare(total.share, lang) })}
          </strong>
        </FieldRow>
        <FieldRow
          label={t('independence.category')}
          hint={
            category
              ? undefined
              : t('independence.category.least', { known: total.known, all: total.all, least: instrument.least })
          }
        >
          {category?.names[lang] ?? t('independence.category.none')}
        </FieldRow>
        {note && (
          <FieldRow label={t(status === takenBack ? 'independence.withdrawn' : 'independence.returned')}>
            {note}
          </FieldRow>
        )}
        <FieldRow label={t('independence.who.assessed')}>{by(assessorNames, page.submittedAt)}</FieldRow>
        {verifierNames.length > 0 && (
          <FieldRow label={t('independence.who.verified')}>{by(verifierNames, page.verifiedAt)}</FieldRow>
        )}
        {signerName && <FieldRow label={t('independence.who.signed')}>{by([signerName], page.signedAt)}</FieldRow>}
        <FieldRow label={t('independence.instrument')}>
          {t('independence.instrument.from')} {day(instrument.from)}
        </FieldRow>
      </FieldRows>
    </Panel>
  )
}

/** Every indicator with what was said and what was found. */
function Details({ page }: PageProps) {
  const t = useText()
  return dimensions.map((part) => (
    <section key={part} className="independence-detail">
      <h3>{t(`independence.dimension.${part}`)}</h3>
      <ul>
        {page.instrument.indicators
          .filter(({ dimension }) => dimension === part)
          .map((one) => (
            <Detail key={one.code} one={one} page={page} />
          ))}
      </ul>
    </section>
  ))
}

function Detail({ one, page }: PageProps & { readonly one: Indicator }) {
  const [t, lang] = [useText(), useLanguage()]
  const levelText = useLevelText()
  const said = page.answers[one.code]
  const found = page.judged[one.code]
  const agrees = found && said && found.level === said.level
  return (
    <li>
      <strong>{one.names[lang]}</strong>
      <span>{said ? levelText(one, said.level) : t('independence.said.none')}</span>
      {said?.text && <span className="independence__words">{said.text}</span>}
      <FigureLine one={one} page={page} />
      {found && (
        <span className={agrees ? 'independence__found' : 'independence__found independence__found--other'}>
          {agrees
            ? t('independence.found.agree')
            : t('independence.found.other', { level: levelText(one, found.level) })}
          {found.text && `. ${found.text}`}
        </span>
      )}
    </li>
  )
}

/** Where it is signed on paper. */
function Signs({ page }: PageProps) {
  const [t, when] = [useText(), useWhen()]
  const { placeName, signedAt, signerName, at } = page
  return (
    <div className="only-on-paper independence-paper__signs">
      <p>
        {t('independence.paper.day', { place: placeName, day: when.date(signedAt ?? at) })}
        <br />
        {t('independence.paper.head')}
        <span>{signerName ?? '\u00a0'}</span>
      </p>
      <p className="independence__small">{t('independence.paper.made', { when: when.exact(at) })}</p>
    </div>
  )
}
