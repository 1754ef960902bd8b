import type { MessageLine } from '@openslrt/core/contract/inbound.ts'

/** What a sender is called: the name that they gave themselves, and as much of the number as tells two of one name apart. */
export const senderOf = ({ senderName, from }: Pick<MessageLine, 'senderName' | 'from'>): string =>
  [senderName, from].filter((part) => part !== '').join(' ')
