import { programmeId } from '@openslrt/core/kernel/id.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import type { Shown } from '../../platform/replica/view.ts'
import { commandOf } from '../make-command.ts'
import { holderOf } from './who.ts'

export interface NeedValues {
  /** Kept with what is typed: a phone that dies in between records it once. */
  readonly id: string
  readonly who: string
  readonly kind: string
  readonly text: string
  readonly programme: string
}

/** FIELD-23 A need, and the programme that was found for it where there is one. */
export function commandsOfNeed(view: Shown, place: string, { id, who, kind, text, programme }: NeedValues): Command[] {
  const about = { district: ledgerOf(placeCode.parse(place)), subject: id }
  const data = { holder: holderOf(view, who), kind, text: text.trim() }
  const recorded = commandOf('need.record', { ...about, base: null, data })
  if (programme === '') return [recorded]
  return [recorded, commandOf('need.match', { ...about, base: 1, data: { programme: programmeId.parse(programme) } })]
}
