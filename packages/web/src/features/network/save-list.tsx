import { Button } from '@navikt/ds-react/Button'
import { type NetworkLine, networkRoutes } from '@openslrt/core/contract/network-queries.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import { saveAs } from '../../platform/files/save-as.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { tableOf } from './list-table.ts'
import type { NetworkFilter } from './network-address.ts'

interface SaveListProps {
  readonly query: NetworkFilter & { readonly page: number }
  readonly place: string
}

/** NETWORK-8 The whole list as a file: as many parts as it takes, in the order of the list. */
export function SaveList({ query: { page: _page, ...filter }, place }: SaveListProps) {
  const t = useText()
  const today = dayIn(useZone(), useWhen().now)
  const [how, setHow] = useState<'still' | 'busy' | 'failed'>('still')
  const save = async (): Promise<void> => {
    setHow('busy')
    const lines = await allOf(filter)
    setHow(lines ? 'still' : 'failed')
    if (lines) saveAs(`jaringan-${place}-${today}.csv`, tableOf(lines, t))
  }
  return (
    <div className="network__save not-on-paper">
      <Button
        variant="secondary"
        data-color="neutral"
        size="small"
        loading={how === 'busy'}
        onClick={() => void save()}
      >
        {t(how === 'busy' ? 'network.csv.busy' : 'network.csv')}
      </Button>
      {how === 'failed' && <p role="alert">{t('network.csv.failed')}</p>}
    </div>
  )
}

/** Null where a part did not come: half a list must not look like a whole one. */
async function allOf(filter: NetworkFilter): Promise<readonly NetworkLine[] | null> {
  const lines: NetworkLine[] = []
  for (let after: OfficeId | null | undefined; after !== null; ) {
    const part = await ask(networkRoutes.table, { query: { ...filter, after } })
    if (!part.ok) return null
    lines.push(...part.value.items)
    after = part.value.next
  }
  return lines
}
