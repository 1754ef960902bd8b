import type { FileLine } from '@openslrt/core/contract/list-queries.ts'
import { listCommandData } from '@openslrt/core/contract/lists.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'

type FileCommand = 'list.add' | 'list.change' | 'list.end' | 'calendar.close' | 'calendar.open'
type Sending = { readonly [Kind in FileCommand]: { readonly kind: Kind; readonly data: Sendable[Kind] } }[FileCommand]

/** A command that a line of a file asks for, as the outbox takes it; null for what this page does not know. */
export function sendableOf({ kind, data }: FileLine['asks'][number]): Sending | null {
  switch (kind) {
    case 'list.add':
    case 'list.change':
      return { kind, data: listCommandData[kind].data.parse(data) }
    case 'list.end':
      return { kind, data: listCommandData[kind].data.parse(data) }
    case 'calendar.close':
      return { kind, data: listCommandData[kind].data.parse(data) }
    case 'calendar.open':
      return { kind, data: listCommandData[kind].data.parse(data) }
    default:
      return null
  }
}
