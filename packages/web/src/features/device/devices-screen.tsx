import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { DeviceLine } from '@openslrt/core/contract/device.ts'
import { deviceRoutes } from '@openslrt/core/contract/device.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import { WipeDialog } from './wipe-dialog.tsx'

const path = '/hp'

/** SYNC-13 The field phones of a place: which were silent for long, what waits on them, and which are to forget all. */
export function Screen() {
  const [t, lang, when, search] = [useText(), useLanguage(), useWhen(), useSearch()]
  const [wiping, setWiping] = useState<DeviceLine | null>(null)
  const [done, setDone] = useState(false)
  const asked = useAsk(deviceRoutes.list, { query: { page: pageOf(search) } }, { keepPrevious: true })
  return (
    <>
      <PageHead title={t('device.title')} />
      <p>{t('device.lead')}</p>
      <output>{done && <InlineMessage status="success">{t('device.wipe.done')}</InlineMessage>}</output>
      <AskedList
        asked={asked}
        failedTitle={t('device.failed')}
        hrefOf={(page) => addressWith(path, search, { halaman: page })}
        empty={<EmptyState title={t('device.empty.title')} text={t('device.empty.text')} />}
      >
        {(items) => (
          <DataRows
            caption={t('device.title')}
            columns={columnsIn({ t, lang, when, onWipe: setWiping })}
            rows={items}
            keyOf={({ id }) => id}
          />
        )}
      </AskedList>
      {wiping && (
        <WipeDialog
          device={wiping}
          onClose={(ordered) => {
            setWiping(null)
            setDone(ordered)
            if (ordered) asked.refetch()
          }}
        />
      )}
    </>
  )
}

interface Showing {
  readonly t: Say
  readonly lang: Lang
  readonly when: When
  readonly onWipe: (device: DeviceLine) => void
}

const columnsIn = ({ t, lang, when, onWipe }: Showing): readonly Column<DeviceLine>[] => [
  {
    key: 'whose',
    header: t('device.whose'),
    place: 'title',
    cell: ({ staffName }) => staffName,
    detail: ({ name, officeName }) => [name, officeName].filter((word) => word !== '').join(' · '),
  },
  {
    key: 'seen',
    header: t('device.seen'),
    place: 'text',
    cell: ({ seenAt }) => <time dateTime={when.iso(seenAt)}>{when.moment(seenAt)}</time>,
    detail: ({ held }) => t('device.held.rows', { n: sayNumber(held, lang) }),
  },
  {
    key: 'waiting',
    header: t('device.waiting'),
    place: 'text',
    cell: (device) => waitingOn(device, t, lang),
  },
  {
    key: 'state',
    header: t('device.state'),
    place: 'aside',
    cell: (device) => <State device={device} onWipe={onWipe} />,
    detail: (device) => orderedBy(device, t, when),
  },
]

/** SYNC-58 Of a phone that was emptied: what it could not send before, and only its person can still open there. */
function waitingOn(device: DeviceLine, t: Say, lang: Lang): string {
  if (device.waiting === 0) return t('device.waiting.none')
  const n = sayNumber(device.waiting, lang)
  return t(stateOf(device) === 'wiped' ? 'device.waiting.left' : 'device.waiting.some', { n })
}

const stateOf = ({ order, toldAt }: DeviceLine): 'used' | 'ordered' | 'wiped' => {
  if (order === 'none') return 'used'
  return toldAt === null ? 'ordered' : 'wiped'
}
const tones = { used: 'active', ordered: 'attention', wiped: 'stopped' } as const satisfies Record<string, Tone>

function State({ device, onWipe }: { readonly device: DeviceLine; readonly onWipe: Showing['onWipe'] }) {
  const t = useText()
  const state = stateOf(device)
  if (state !== 'used') return <StatusTag small tone={tones[state]} label={t(`device.state.${state}`)} />
  return (
    <Button
      size="small"
      variant="tertiary"
      data-color="danger"
      aria-label={t('device.wipe.of', { name: device.staffName })}
      onClick={() => onWipe(device)}
    >
      {t('device.wipe')}
    </Button>
  )
}

function orderedBy({ order, orderedByName, orderedAt, why, toldAt }: DeviceLine, t: Say, when: When): string {
  if (order === 'none' || orderedAt === null) return ''
  const ordered = t('device.ordered.by', { name: orderedByName ?? '', when: when.moment(orderedAt), why })
  return toldAt === null ? ordered : `${ordered}. ${t('device.told', { when: when.moment(toldAt) })}`
}
