import type { ItemLine } from '@openslrt/core/contract/list-queries.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { Tone } from '../../ui/status-tag.tsx'

export interface ItemState {
  readonly tone: Tone
  readonly key: Extract<MessageKey, `lists.state.${string}`>
  readonly day: string
}

/** How an item stands today, and what comes next. */
export function stateOf({ holds, said }: Pick<ItemLine, 'holds' | 'said'>, today: string): ItemState {
  const next = said.filter(({ from }) => from > today).toSorted((one, other) => one.from.localeCompare(other.from))[0]
  const day = next?.from ?? ''
  if (!holds) return next?.says === 'holds' ? { tone: 'new', key: 'lists.state.begins', day } : ended
  if (!next) return { tone: 'done', key: 'lists.state.holds', day }
  return next.says === 'ended'
    ? { tone: 'attention', key: 'lists.state.ends', day }
    : { tone: 'waiting', key: 'lists.state.changes', day }
}
const ended: ItemState = { tone: 'stopped', key: 'lists.state.ended', day: '' }
