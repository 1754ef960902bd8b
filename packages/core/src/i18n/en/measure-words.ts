import type { measureWords as source } from '../id/measure-words.ts'

export const measureWords: Record<keyof typeof source, string> = {
  'measure.registered': 'Registered',
  'measure.registered.what': 'Cases registered on that day, through any channel.',
  'measure.answered': 'Answered',
  'measure.answered.what':
    'How often staff answered a citizen or did not grant what was asked. A case opened again may count again.',
  'measure.confirmed': 'Confirmed by citizens',
  'measure.confirmed.what':
    'How often citizens said that it is solved, themselves or through an officer who recorded how.',
  'measure.settled': 'Settled at the desk',
  'measure.settled.what': 'Services and questions that the front office settled on the spot.',
  'measure.no-word': 'No word from the citizen',
  'measure.no-word.what': 'Cases that were answered and then closed, because the citizen gave no word in time.',
  'measure.escalated': 'Passed up',
  'measure.escalated.what':
    'How often a case went to the office above: by staff, because its time was up, or because the citizen objected.',
  'measure.disputed': 'Not solved, say citizens',
  'measure.disputed.what': 'How often citizens said that the answer did not solve it.',
  'measure.referred': 'Referred',
  'measure.referred.what': 'Referrals sent to another office, redirected ones included.',
  'measure.referral-completed': 'Referrals completed',
  'measure.referral-completed.what': 'Referrals that the asked office reported as completed, with an outcome.',
}
