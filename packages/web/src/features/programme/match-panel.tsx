import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { type MatchAnswer, type MatchLine, programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import type { FamilyCard } from '@openslrt/core/contract/registry-queries.ts'
import { sayReason, sayRoom, sayTurn } from '@openslrt/core/i18n/say-programme.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { reachable, turnOf } from '@openslrt/core/programme/pending.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Asked, useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { MatchAsks, type Whom } from './match-asks.tsx'
import { CertaintyTag, VerdictTag } from './programme-tags.tsx'
import { RuleView } from './rule-view.tsx'
import { useTelling } from './use-telling.ts'
import './programme.css'

/** Programmes for whom a case is about: a part of its card. */
export function Panel({ card }: { readonly card: CaseCard }) {
  const { district, id } = card.line
  return <Matches district={district} asked={useAsk(programmeRoutes.forCase, { query: { district, id } })} />
}

/** Programmes for a family and each of its people: a part of its card. */
export function FamilyPanel({ card }: { readonly card: FamilyCard }) {
  const { district, id } = card.line
  return <Matches district={district} asked={useAsk(programmeRoutes.forFamily, { query: { district, id } })} />
}

interface MatchesProps {
  readonly district: LedgerCode
  readonly asked: Asked<MatchAnswer>
}

function Matches({ district, asked }: MatchesProps) {
  const t = useText()
  const { data } = asked
  if (!data) return <UnreadPart asked={asked} title={t('match.failed')} rows={4} />
  if (!data.known) return <p>{t('match.unknown')}</p>
  if (data.groups.every(({ items }) => items.length === 0)) return <p>{t('match.none')}</p>
  const names = data.members.map(({ name }) => name)
  return (
    <div className="match">
      {data.groups.map(({ member, items }) => (
        <Group
          key={member ?? 'family'}
          title={member === null ? t('match.family') : (names[member] ?? '')}
          items={items}
          of={{ names, facts: data.facts, whom: { data, district, member } }}
        />
      ))}
    </div>
  )
}

interface Of {
  readonly names: readonly string[]
  readonly facts: MatchAnswer['facts']
  readonly whom: Whom
}

/** So few that they need no fold where nothing fits for sure. */
const fewUnsure = 3

/** What fits stands first. What is still to be found out, and what does not fit, wait folded: there are many of them. */
function Group({
  title,
  items,
  of,
}: {
  readonly title: string
  readonly items: readonly MatchLine[]
  readonly of: Of
}) {
  const t = useText()
  const { fits, unsure, others } = sortedOut(items)
  if (items.length === 0) return null
  return (
    <section className="match__group" aria-label={title}>
      <h3>{title}</h3>
      {fits.map((item) => (
        <Item key={item.id} item={item} of={of} />
      ))}
      {fits.length === 0 && <p className="programme__aside">{t('match.fits.none')}</p>}
      <Folded
        title={t('match.unsure', { n: unsure.length })}
        items={unsure}
        open={fits.length === 0 && unsure.length <= fewUnsure}
        of={of}
      />
      <Folded title={t('match.others', { n: others.length })} items={others} of={of} />
    </section>
  )
}

/** Programmes by what is known of them; what somebody has already stands with what fits. */
export const sortedOut = (items: readonly MatchLine[]) => ({
  fits: items.filter(({ verdict, has }) => verdict === 'eligible' || has),
  unsure: items.filter(({ verdict, has }) => verdict === 'cannot-tell' && !has),
  others: items.filter(({ verdict, has }) => verdict === 'not-eligible' && !has),
})

interface FoldedProps {
  readonly title: string
  readonly items: readonly MatchLine[]
  readonly of: Of
  readonly open?: boolean
}

function Folded({ title, items, of, open = false }: FoldedProps) {
  if (items.length === 0) return null
  return (
    <details className="match__fold" open={open}>
      <summary>{title}</summary>
      {items.map((item) => (
        <Item key={item.id} item={item} of={of} />
      ))}
    </details>
  )
}

function Item({ item, of }: { readonly item: MatchLine; readonly of: Of }) {
  const t = useText()
  const lang = useLanguage()
  const [opened, setOpened] = useState(false)
  return (
    <article className="match__item">
      <div className="match__head">
        <Link className="match__name" href={`/program/${item.district}/${item.id}`}>
          {item.name}
        </Link>
        <VerdictTag verdict={item.verdict} />
      </div>
      <span className="programme__aside">{item.gives}</span>
      {item.has && <strong>{t('match.has')}</strong>}
      {item.verdict !== 'not-eligible' && !item.has && item.room && (
        <span className={item.room.full ? 'match__full' : 'programme__aside'}>{sayRoom(item.room, lang)}</span>
      )}
      <MatchAsks item={item} whom={of.whom} />
      {item.verdict !== 'not-eligible' && !item.has && item.papers.length > 0 && (
        <span className="programme__aside">{t('match.papers', { papers: item.papers.join(', ') })}</span>
      )}
      <div>
        <Button size="xsmall" variant="tertiary" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t('match.why')}
        </Button>
      </div>
      {opened && <Why item={item} of={of} />}
    </article>
  )
}

function Why({ item, of }: { readonly item: MatchLine; readonly of: Of }) {
  const t = useText()
  const telling = useTelling(of.names, of.facts)
  const turn = item.verdict === 'not-eligible' ? reachable(turnOf(item.reason)) : null
  return (
    <div>
      <RuleView said={sayReason(item.reason, telling)} />
      {turn && (
        <>
          <strong>{t('match.change')}</strong>
          <RuleView said={sayTurn(turn, telling)} />
        </>
      )}
      {item.legal && <p className="programme__aside">{t('programme.legal', { legal: item.legal })}</p>}
      <CertaintyTag certainty={item.certainty} />
    </div>
  )
}
