import { Button } from '@navikt/ds-react/Button'
import { type JointCard, type JointTargetLine, jointRoutes } from '@openslrt/core/contract/joint-queries.ts'
import { type TargetStatus, targetStatuses } from '@openslrt/core/joint/joint.ts'
import { countedTargets, targetActs } from '@openslrt/core/joint/moves.ts'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import { targetsOf } from './joint-address.ts'
import { type NoteAct, NoteForm } from './note-form.tsx'
import { RevealDialog } from './reason-form.tsx'
import { TargetForm } from './target-form.tsx'

const tones: Readonly<Record<TargetStatus, Tone>> = { listed: 'waiting', reached: 'done', dropped: 'stopped' }

/** For whom the programme is: masked, and shown as far as the agreement says. */
export function TargetPanel({ card }: { readonly card: JointCard }) {
  const t = useText()
  const search = useSearch()
  const { status, page } = targetsOf(search)
  const [adding, setAdding] = useState(false)
  const { district, id } = card
  const asked = useAsk(jointRoutes.targets, { query: { district, id, status, page } }, { keepPrevious: true })
  const href = (changes: Record<string, string | number | undefined>): string =>
    addressWith(`/bersama/${district}/${id}`, search, changes)
  const add = card.leads && card.runs && (
    <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
      {t('joint.target.add')}
    </Button>
  )
  return (
    <Panel title={t('joint.targets.title')} action={add}>
      <FilterTabs
        label={t('list.filters')}
        tabs={targetStatuses.map((tab) => ({
          key: tab,
          label: t(`joint-target.${tab}`),
          href: href({ sasaran: tab, halaman: undefined }),
          current: tab === status,
          count: tab === status ? asked.data?.total : undefined,
        }))}
      />
      <AskedList
        asked={asked}
        failedTitle={t('joint.failed')}
        hrefOf={(nth) => href({ halaman: nth })}
        empty={
          <p className="joint__aside">
            {t('joint.targets.none')} {add && t('joint.targets.none.lead')}
          </p>
        }
      >
        {(items) => <TargetItems card={card} items={items} />}
      </AskedList>
      {adding && <TargetForm card={card} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function TargetItems({ card, items }: { readonly card: JointCard; readonly items: readonly JointTargetLine[] }) {
  const t = useText()
  const [doing, setDoing] = useState<NoteAct | null>(null)
  const [revealing, setRevealing] = useState<string | null>(null)
  return (
    <>
      <ul className="joint__items">
        {items.map((target) => (
          <li key={target.id} className="joint__item">
            <div className="joint__head">
              <span className="joint__name">{target.name ?? t('joint.target.unnamed')}</span>
              <StatusTag tone={tones[target.status]} label={t(`joint-target.${target.status}`)} />
            </div>
            <p className="joint__aside">
              {[target.placeName, target.partnerName && t('joint.target.by', { name: target.partnerName })]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="joint__acts not-on-paper">
              {targetActs
                .filter((act) => target.acts.includes(act))
                .map((act) => (
                  <Button
                    key={act}
                    size="small"
                    variant={act === 'drop-target' ? 'tertiary' : 'secondary'}
                    data-color="neutral"
                    onClick={() =>
                      setDoing({
                        act,
                        subject: target.id,
                        version: target.version,
                        title: t(`joint-act.${act}`),
                        sendText: t(`joint-act.${act}`),
                      })
                    }
                  >
                    {t(`joint-act.${act}`)}
                  </Button>
                ))}
              {card.fields.length > 0 && countedTargets.includes(target.status) && (
                <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setRevealing(target.id)}>
                  {t('joint.target.reveal')}
                </Button>
              )}
              {target.caseId && <Link href={`/kasus/${card.district}/${target.caseId}`}>{t('joint.target.case')}</Link>}
            </div>
          </li>
        ))}
      </ul>
      {doing && <NoteForm card={card} doing={doing} onClose={() => setDoing(null)} />}
      {revealing && <RevealDialog card={card} target={revealing} onClose={() => setRevealing(null)} />}
    </>
  )
}
