import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import { type RecordLine, registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { type Day, dayIn } from '@openslrt/core/kernel/instant.ts'
import { variableOf } from '@openslrt/core/registry/variables.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../platform/lists/unread.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { useFocusBack } from '../../ui/focus-back.ts'
import type { Held } from './holder.ts'
import type { Choices } from './use-choices.ts'

interface HistoryProps {
  readonly held: Pick<Held, 'of' | 'id' | 'district'>
  readonly choices: Choices
  /** Of one value; of all where none is named. */
  readonly name?: string
}

/** REGISTRY-9 One value through time: who gave it, when, how, and what stood before. */
export function HistoryDialog({ onClose, ...props }: HistoryProps & { readonly onClose: () => void }) {
  const t = useText()
  useFocusBack()
  const { name, choices } = props
  const heading = name ? t('family.history.of', { variable: choices.label(name) }) : t('family.history')
  return (
    <Modal open onClose={onClose} header={{ heading, size: 'small' }} width="small" placement="top">
      <Modal.Body>
        <History {...props} />
      </Modal.Body>
    </Modal>
  )
}

/** What was given, the newest first, a page at a time. */
export function History({ held, name, choices }: HistoryProps) {
  const t = useText()
  const day = useDay()
  const [page, setPage] = useState(1)
  const zone = useActing().post?.zone ?? 'Asia/Jakarta'
  const { of, id, district } = held
  const asked = useAsk(
    registryRoutes.history,
    { query: { district, of, id, page, ...(name && { variable: name }) } },
    { keepPrevious: true },
  )
  const { data } = asked
  if (!data) return <UnreadPart asked={asked} rows={3} />
  if (data.total === 0 && data.heard.length === 0) return <p className="family__aside">{t('family.history.none')}</p>
  return (
    <>
      <ol className="family__history">
        {withHeard(data, zone).map((one) =>
          typeof one === 'string' ? (
            <li key={one}>{t('family.history.heard', { day: day(one) })}</li>
          ) : (
            <Step key={one.id} item={one} of={of} choices={choices} {...(name && { name })} />
          ),
        )}
      </ol>
      {data.page * data.size < data.total && (
        <Button size="small" variant="tertiary" data-color="neutral" onClick={() => setPage(page + 1)}>
          {t('family.history.more')}
        </Button>
      )}
    </>
  )
}

type Told = z.output<typeof registryRoutes.history.reply>

/** REGISTRY-9 What was given, with the days between for which extracts found it so: each above what it confirms. */
export function withHeard({ items, heard, page, size, total }: Told, zone: string): readonly (RecordLine | Day)[] {
  const dayOf = ({ on, at }: RecordLine): Day => on ?? dayIn(zone, at)
  const older = (than: Day): Day[] => heard.filter((day) => day < than)
  // A page further on goes on where the one before ended.
  const [first] = items
  let left: readonly Day[] = page === 1 || !first ? heard : heard.filter((day) => day < dayOf(first))
  const lines = items.flatMap((item): (RecordLine | Day)[] => {
    const above = left.filter((day) => day >= dayOf(item))
    left = older(dayOf(item))
    return [...above, item]
  })
  return page * size < total ? lines : [...lines, ...left]
}

interface StepProps {
  readonly item: RecordLine
  readonly of: Held['of']
  readonly choices: Choices
  readonly name?: string
}

function Step({ item, of, choices, name }: StepProps) {
  const t = useText()
  const lang = useLanguage()
  const zone = useActing().post?.zone ?? 'Asia/Jakarta'
  const { at, byName, officeName, way, source, values, was } = item
  return (
    <li>
      <div className="family__when">
        {sayDate(at, zone, lang)} · {t(`family.way.${way}`)}
        {source && ` · ${source}`}
      </div>
      <ul>
        {Object.entries(values)
          .filter(([one]) => name === undefined || one === name)
          .map(([one, value]) => (
            <li key={one}>
              {name === undefined && `${choices.label(one)}: `}
              <strong>{said(choices, of, one, value, t)}</strong>
              {one in was && ` (${t('family.history.was', { was: said(choices, of, one, was[one], t) })})`}
            </li>
          ))}
      </ul>
      {byName && <div className="family__aside">{t('family.history.by', { name: byName, office: officeName })}</div>}
    </li>
  )
}

/** Where somebody stands is no variable: it has its own words. */
function said(choices: Choices, of: Held['of'], name: string, value: unknown, t: ReturnType<typeof useText>): string {
  if (name !== 'keadaan') return choices.say(variableOf(of, name) ?? localOf(choices, name) ?? dayOf(name), value)
  if (value === 'dead') return t('person-status.dead')
  if (value === 'gone') return t('family-status.gone')
  return t(value === 'moved' ? 'person-status.moved' : 'person-status.known')
}

const localOf = (choices: Choices, name: string) => choices.local.find((local) => local.name === name)
const dayOf = (name: string) =>
  name.endsWith('_on') || name.endsWith('_pada') ? ({ kind: 'day' } as const) : undefined
