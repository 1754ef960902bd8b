import './match.css'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Match, MatchGroup } from '@openslrt/core/programme/match.ts'
import { matchSaid } from '@openslrt/core/programme/match-said.ts'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import type { KeptProgrammes } from '../../platform/replica/phone-db.ts'
import type { Shown } from '../../platform/replica/view.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../ask/use-words.ts'
import type { Words } from '../ask/words.ts'
import { laidTaken } from '../need/laid.ts'
import { usePhone } from '../phone-context.ts'
import { headOf, textIn } from '../screens/names.ts'
import { type Household, householdOf, saidHousehold } from './household.ts'
import { MatchItem } from './match-item.tsx'
import { useProgrammes } from './use-programmes.ts'
import type { Around } from './ways.ts'

/** FIELD-21 Programmes for a family, worked out on the phone, with the reasons. */
export function MatchScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { view } = usePhone()
  const kept = useProgrammes()
  const told = useWords()
  const household = useMemo(() => householdOf(view, id), [view, id])
  if (kept === undefined || told === undefined) return null
  if (!household)
    return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  if (!kept || !told) return <EmptyState level={1} title={t('work.match.open')} text={t('field.lists.none')} />
  return <Matches household={household} kept={kept} words={told.words} back={id} />
}

interface MatchesProps {
  readonly household: Household
  readonly kept: KeptProgrammes
  readonly words: Words
  readonly back: string
}

function Matches({ household, kept: { carried, at }, words, back }: MatchesProps) {
  const t = useText()
  const when = useWhen()
  const { view, pending } = usePhone()
  const day = dayIn(useZone(), when.now)
  const { groups, vocabulary } = useMemo(
    () => matchSaid(saidHousehold(view, household, takenNow(view, pending)), carried, day),
    [view, pending, household, carried, day],
  )
  const around = { household, vocabulary, programmes: carried.programmes, local: words.local, day }
  const names = household.members.map(({ said }) => textIn(said, 'nama'))
  return (
    <>
      <h1 className="field__title">
        {t('work.match.title', { name: headOf(household.members) || t('work.match.nameless') })}
      </h1>
      <p className="field__note">{t('work.match.at', { time: when.moment(at) })}</p>
      {groups.every(({ matches }) => matches.length === 0) && <p>{t('match.none')}</p>}
      {groups.map((group) => (
        <Group
          key={group.member ?? 'family'}
          group={group}
          title={group.member === null ? t('match.family') : (names[group.member] ?? '')}
          around={{ ...around, member: group.member }}
        />
      ))}
      <Link href={`/keluarga/${back}`} className="field__link">
        {t('work.match.back')}
      </Link>
    </>
  )
}

// What was only just said here counts as well.
const takenNow = (...[view, pending]: [Shown, readonly Pending[]]) =>
  laidTaken(view, pending, () => '').map(({ row }) => row)

/** Programmes by what is known of them; what somebody has already stands with what fits. */
export const sortedOut = (matches: readonly Match[]) => ({
  fits: matches.filter(({ verdict, has }) => verdict === 'eligible' || has),
  unsure: matches.filter(({ verdict, has }) => verdict === 'cannot-tell' && !has),
  others: matches.filter(({ verdict, has }) => verdict === 'not-eligible' && !has),
})

interface GroupProps {
  readonly group: MatchGroup
  readonly title: string
  readonly around: Around
}

function Group({ group, title, around }: GroupProps) {
  const t = useText()
  if (group.matches.length === 0) return null
  const { fits, unsure, others } = sortedOut(group.matches)
  return (
    <section>
      <h2 className="field__heading">{title}</h2>
      {fits.length === 0 && <p>{t('match.fits.none')}</p>}
      <Items matches={fits} around={around} />
      <Fold title={t('match.unsure', { n: unsure.length })} matches={unsure} around={around} />
      <Fold title={t('match.others', { n: others.length })} matches={others} around={around} />
    </section>
  )
}

interface ItemsProps {
  readonly matches: readonly Match[]
  readonly around: Around
}

const Items = ({ matches, around }: ItemsProps) => (
  <div className="match__items">
    {matches.map((match) => (
      <MatchItem key={match.programme.id} match={match} around={around} />
    ))}
  </div>
)

function Fold({ title, ...items }: ItemsProps & { readonly title: string }) {
  if (items.matches.length === 0) return null
  return (
    <details className="match__fold">
      <summary>{title}</summary>
      <Items {...items} />
    </details>
  )
}
