import type { outbox as source } from '../id/outbox.ts'

export const outbox: Record<keyof typeof source, string> = {
  'ask.offline':
    'This device has no signal. What you have written is still here. Check the connection, then try again.',
  'ask.unavailable':
    'The server cannot be reached just now. What you have written is still here. Wait a moment, then try again.',
  'ask.unreadable':
    'This page is older than the OpenSLRT on the server. Reload the page, then try again. What you saved is safe.',
  'outbox.kept':
    'Kept on this device; it will be sent by itself as soon as there is a connection. There is no need to repeat it; the top of the screen shows how it stands.',
  'outbox.light.waiting': '{count} waiting to be sent',
  'outbox.light.offline': 'No signal · {count} kept on this device',
  'outbox.light.look': '{count} need your attention',
  'outbox.light.waiting.short': '{count} waiting',
  'outbox.light.offline.short': '{count} kept',
  'outbox.light.look.short': '{count} to look at',
  'outbox.title': 'Not yet sent from this device',
  'outbox.empty': 'Everything has been sent.',
  'outbox.not-durable': 'This browser cannot keep anything. Do not close this page before everything has been sent.',
  'outbox.waiting': 'Waiting to be sent',
  'outbox.refused': 'Not accepted',
  'outbox.retry': 'Send now',
  'outbox.close': 'Close',
  'outbox.copy': 'Copy my words',
  'outbox.copied': 'Copied',
  'outbox.seen': 'I have seen it, remove',
}
