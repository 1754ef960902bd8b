import { id, type MessageKey } from './id.ts'

/** Whether there is a text under this key: for codes that come from data, which may know more than this release. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(id, key)
