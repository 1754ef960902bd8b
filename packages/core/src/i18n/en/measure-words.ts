import type { measureWords as source } from '../id/measure-words.ts'

export const measureWords: Record<keyof typeof source, string> = {
  'measure.registered': 'Registered',
  'measure.registered.what':
    'Cases registered in this period through any channel, those later merged or cancelled included.',
  'measure.responded': 'Responded to',
  'measure.responded.what':
    'Cases registered in this period on which an officer has acted: taken, returned to be completed, or settled at once. A note alone does not count.',
  'measure.handled': 'Handled',
  'measure.handled.what':
    'Cases whose answer was given in this period and still stands: answered, not granted, or settled at the desk. Merged and cancelled ones are left out.',
  'measure.on-time': 'In time',
  'measure.on-time.what':
    'Cases handled in this period before their whole time limit was over, of all that were handled in this period.',
  'measure.answered': 'Answered',
  'measure.answered.what':
    'Cases that staff answered or did not grant in this period and whose answer still stands, without those settled at the desk.',
  'measure.settled': 'Settled at the desk',
  'measure.settled.what': 'Services and questions that the front office settled on the spot in this period.',
  'measure.confirmed': 'Confirmed by citizens',
  'measure.confirmed.what':
    'Cases closed in this period because citizens said that it is solved, themselves or through an officer who recorded how.',
  'measure.no-word': 'No word from the citizen',
  'measure.no-word.what':
    'Cases closed in this period because they were answered and the citizen gave no word in time.',
  'measure.disputed': 'Not solved, say citizens',
  'measure.disputed.what':
    'Cases of which citizens said in this period, once or more often, that the answer did not solve it.',
  'measure.escalated': 'Passed up',
  'measure.escalated.what':
    'Cases that went to the office above in this period, once or more often: by staff, because the time was up, or because the citizen objected.',
  'measure.returned': 'Returned to citizens',
  'measure.returned.what': 'Cases returned to the citizen in this period to be completed, once or more often.',
  'measure.reopened': 'Came back',
  'measure.reopened.what':
    'Cases that had been answered and were worked on again in this period: the citizen said that it is not solved, objected, or the case was opened again.',
  'measure.referred': 'Referred',
  'measure.referred.what':
    'Cases referred to another office in this period, once or more often. Referrals entered by mistake are left out.',
  'measure.referral-accepted': 'Referrals accepted',
  'measure.referral-accepted.what': 'Cases with a referral of this period that the asked office accepted.',
  'measure.referral-completed': 'Referrals completed',
  'measure.referral-completed.what':
    'Cases with a referral of this period that the asked office reported as completed, with an outcome.',
  'measure.referral-declined': 'Referrals declined',
  'measure.referral-declined.what': 'Cases with a referral of this period that the asked office declined.',
  'measure.satisfied': 'Satisfied citizens',
  'measure.satisfied.what': 'Cases that citizens confirmed as solved in this period with a mark of 4 or 5.',
  'measure.visited': 'Visited again',
  'measure.visited.what': 'Cases whose last outcome visit was in this period and met the family.',
  'measure.better': 'Better off',
  'measure.better.what':
    'Cases whose last outcome visit, in this period, found the family better off, also where it needs other help.',
  'measure.visit-late': 'Visits overdue',
  'measure.visit-late.what': 'Cases whose outcome visit is past its date now.',
  'measure.open': 'Not finished',
  'measure.open.what': 'Cases that staff still have to work on, or citizens to complete, now.',
  'measure.late': 'Stuck',
  'measure.late.what':
    'Cases that still have to be worked on now and are past the time limit of their office or their whole time limit.',
  'measure.at-risk': 'About to be late',
  'measure.at-risk.what':
    'Cases still within the time of their office, but at a step that has used up more than its part: most likely they will be late.',
  'measure.stale': 'Standing still',
  'measure.stale.what':
    'Cases that wait for an office and have not changed at all for some working days; how many is set in the list of limits.',
}
