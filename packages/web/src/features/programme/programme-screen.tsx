import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type ProgrammeCard, programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { lazy, Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { dayText } from '../../platform/hours/day-text.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { EndForm } from './end-form.tsx'
import { CertaintyTag } from './programme-tags.tsx'
import { VersionPart } from './version-part.tsx'
import './programme.css'

const CriteriaForm = lazy(async () => ({ default: (await import('./criteria-form.tsx')).CriteriaForm }))
const ProgrammeForm = lazy(async () => ({ default: (await import('./programme-form.tsx')).ProgrammeForm }))

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One programme: what is given, to whom by which rules since when, and where to go. Printed, it is its sheet. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = programmeId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { readonly query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const asked = useAsk(programmeRoutes.card, { query })
  const { data: card } = asked
  if (!card) return <Unread asked={asked} none={<None />} rows={10} />
  return (
    <>
      <PageHead
        title={card.name}
        back={<Link href="/program">{t('programme.back')}</Link>}
        tags={<CertaintyTag certainty={card.certainty} />}
      />
      <div className="programme">
        <Acts card={card} />
        <Panel title={t('programme.criteria')}>
          {card.versions.map((version, nth) => (
            <VersionPart key={version.from} version={version} when={whenOf(card, nth)} facts={card.facts} />
          ))}
          {card.excludedBy.length > 0 && <ExcludedBy card={card} />}
        </Panel>
        <Facts card={card} />
      </div>
    </>
  )
}

/** PROG-20 What other programmes say of this one: matching knows it, and so should who reads. */
function ExcludedBy({ card: { excludedBy } }: { readonly card: ProgrammeCard }) {
  const t = useText()
  return (
    <>
      <p>{t('programme.excluded-by')}</p>
      <ul className="programme__lines">
        {excludedBy.map(({ district, id, name }) => (
          <li key={id}>
            <Link href={`/program/${district}/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The newest stand first: those to come, the one in force, those that were. */
function whenOf({ versions, today }: ProgrammeCard, nth: number): 'next' | 'now' | 'past' {
  const inForce = versions.findIndex(({ from }) => from <= today)
  if (nth === inForce) return 'now'
  return inForce < 0 || nth < inForce ? 'next' : 'past'
}

type Doing = 'change' | 'criteria' | 'end' | 'replace'

function Acts({ card }: { readonly card: ProgrammeCard }) {
  const t = useText()
  const [, go] = useLocation()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = (): void => setDoing(null)
  const act = (what: Doing, label: string) => (
    <Button
      size="small"
      variant="secondary"
      data-color={what === 'end' ? 'danger' : 'accent'}
      onClick={() => setDoing(what)}
    >
      {label}
    </Button>
  )
  return (
    <div className="programme__acts not-on-paper">
      {card.mayChange && act('criteria', t('programme.set-criteria'))}
      {card.mayChange && act('change', t('programme.change'))}
      {card.mayReplace && act('replace', t('programme.replace'))}
      <Button size="small" variant="secondary" data-color="neutral" onClick={() => window.print()}>
        {t('programme.print')}
      </Button>
      {card.mayChange && card.endsOn === null && act('end', t('programme.end'))}
      <Suspense fallback={null}>
        {doing === 'change' && <ProgrammeForm card={card} replaces={null} onClose={close} onDone={close} />}
        {doing === 'replace' && (
          <ProgrammeForm
            card={null}
            replaces={card}
            onClose={close}
            onDone={(address) => (address ? go(address) : close())}
          />
        )}
        {doing === 'criteria' && <CriteriaForm card={card} onClose={close} />}
      </Suspense>
      {doing === 'end' && <EndForm card={card} onClose={close} />}
    </div>
  )
}

function Facts({ card }: { readonly card: ProgrammeCard }) {
  const t = useText()
  const said = (words: string) => words || <span className="programme__aside">{t('programme.unsaid')}</span>
  return (
    <Panel title={t('programme.about')}>
      <FieldRows>
        <FieldRow label={t('programme.gives')}>{card.gives}</FieldRow>
        <FieldRow label={t('programme.form.unit')}>{t(`programme-unit.${card.unit}`)}</FieldRow>
        <FieldRow label={t('programme.owner')} hint={t(`programme-owner.${card.owner}`)}>
          {card.ownerName}
        </FieldRow>
        <FieldRow label={t('programme.place')}>{card.placeName}</FieldRow>
        <FieldRow label={t('programme.decides')} hint={card.officeName && card.decides}>
          {said(card.officeName || card.decides)}
        </FieldRow>
        <FieldRow label={t('programme.papers')}>
          {card.papers.length === 0 ? (
            said('')
          ) : (
            <ul className="programme__lines">
              {card.papers.map((paper) => (
                <li key={paper}>{paper}</li>
              ))}
            </ul>
          )}
        </FieldRow>
        <FieldRow label={t('programme.schedule')}>{said(card.schedule)}</FieldRow>
        <FieldRow label={t('programme.contact')}>{said(card.contact)}</FieldRow>
        {card.endsOn && <FieldRow label={t('programme.show.ended')}>{dayText(card.endsOn)}</FieldRow>}
      </FieldRows>
    </Panel>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      title={t('programme.none.title')}
      text={t('programme.none.text')}
      action={<Link href="/program">{t('programme.back')}</Link>}
    />
  )
}
