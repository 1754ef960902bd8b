import type { deviceTexts as source } from '../id/device.ts'

export const deviceTexts: Readonly<Record<keyof typeof source, string>> = {
  'device.lead':
    'Phones that field workers of your place use. The longest silent stand on top: call their officers, something may not have been sent.',
  'device.failed': 'The list of phones can’t be opened',
  'device.empty.title': 'No field phones yet',
  'device.empty.text': 'A phone appears here once its officer has signed in to the field app.',
  'device.whose': 'Officer',
  'device.seen': 'Last connected',
  'device.waiting': 'Not sent yet',
  'device.state': 'State',
  'device.waiting.none': 'All sent',
  'device.waiting.some': '{n} waiting to be sent',
  'device.waiting.left': '{n} left there, locked',
  'device.held.rows': '{n} records',
  'device.state.ordered': 'Will be emptied',
  'device.state.wiped': 'Emptied',
  'device.wipe': 'Empty this phone',
  'device.wipe.of': 'Empty this phone: {name}',
  'device.wipe.title': 'Empty the phone {name}?',
  'device.wipe.text':
    'All data of citizens on this phone is deleted as soon as it connects again. What waits to be sent is sent first, if its officer can still sign in. If the phone was lost, end this officer’s sessions as well.',
  'device.wipe.waiting': '{n} records on this phone have not been sent yet.',
  'device.wipe.why': 'Why is it emptied?',
  'device.wipe.why.hint': 'For example: lost at the market on 20 November.',
  'device.wipe.why.missing': 'Write down why.',
  'device.wipe.done': 'The phone will be emptied as soon as it connects.',
  'device.ordered.by': '{name}, {when}: {why}',
  'device.told': 'The phone took the order {when}',
}
