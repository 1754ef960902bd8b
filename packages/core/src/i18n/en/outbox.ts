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
  'outbox.what.office.open': 'Open an office',
  'outbox.what.office.change': 'Change an office',
  'outbox.what.staff.add': 'Add a member of staff',
  'outbox.what.staff.change': 'Change a member of staff',
  'outbox.what.post.give': 'Give a role',
  'outbox.what.post.end': 'End a role',
  'outbox.what.post.serve': 'Set the villages that somebody looks after',
  'outbox.what.leave.give': 'Record a leave',
  'outbox.what.leave.end': 'End a leave',
  'outbox.what.list.add': 'Add to a list',
  'outbox.what.list.change': 'Change an item of a list',
  'outbox.what.list.end': 'End an item of a list',
  'outbox.what.list.take-back': 'Take back a plan for a list',
  'outbox.what.calendar.close': 'Close a day',
  'outbox.what.calendar.open': 'Open a closed day',
  'outbox.what.hours.set': 'Set office hours',
}
