import type { casePrivacy as source } from '../id/case-privacy.ts'

export const casePrivacy: Record<keyof typeof source, string> = {
  'look.open': 'Opened the case',
  'look.found': 'Opened it from a search',
  'look.reveal': 'Saw NIK, KK or phone',
  'look.file': 'Downloaded a file',
  'look.link': 'Showed the reply link of a referral',
  'look.search': 'Searched for a citizen',
  'look.export': 'Took out a citizen’s data',
  'look.report': 'Printed the record for the citizen',
  'look.elsewhere': 'Asked whether a NIK is known elsewhere',
  'access.case.open': 'See all and print',
  'access.case.none': 'No officer has opened this case yet.',
  'access.panel': 'Who opened these data',
  'erasure-basis.retention': 'Its years are over',
  'erasure-basis.request': 'Asked for by the citizen',
  'erasure.asked': '{name} asked for this case’s data to be erased ({basis}, {date}). Another person who may decides.',
  'erasure.asked.own': 'You asked for this case’s data to be erased ({basis}, {date}). Another person who may decides.',
  'erasure.done': 'The data of this case were erased. Only its number, kind, place and dates are left.',
  'case.form.ask-erasure.hint': 'Once another person agrees, names, words and files of this case are gone for ever.',
  'case.form.ask-erasure.basis': 'Why it is erased',
  'case.form.ask-erasure.basis.missing': 'Choose why these data are erased.',
  'case.form.ask-erasure.note': 'Explanation',
  'case.form.decline-erasure.hint': 'The data of this case are kept.',
  'case.form.decline-erasure.note': 'Why it is not erased yet',
  'case.form.erase.hint':
    'Names, numbers, what was reported, notes and files are erased for ever and can’t be brought back. The number of the case, its place and its dates stay.',
}
