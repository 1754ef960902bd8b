import type { HistoryStep } from '@openslrt/core/contract/case-queries.ts'

/** What an entry says beside its note: a text key `case.fact.<name>` with the words in it, a code of a list, or plain. */
export interface Fact {
  readonly name:
    | 'reason'
    | 'outcome'
    | 'how'
    | 'office'
    | 'into'
    | 'satisfaction'
    | 'open-referrals'
    | 'result'
    | 'check'
    | 'contact'
    | 'consent'
  /** The list that names the value; null where it is shown as it is. */
  readonly list: string | null
  readonly value: string
  /** What its words begin with, where they are ours and in no list. */
  readonly words?: 'tell-result' | 'check' | 'contact' | 'consent'
}

const reasonLists: Readonly<Record<string, string | undefined>> = {
  return: 'return',
  reject: 'reject',
  escalate: 'escalate',
  cancel: 'cancel',
  visit: 'became',
  'referral-reject': 'decline',
  'referral-fail': 'unmet',
  'referral-cancel': 'cancel',
}

type Step = Pick<HistoryStep, 'action' | 'say'> & { readonly officeName?: string | null }

/** CARD-4 The facts that an entry of the history carries, as far as this release knows them; the office where it was done is told already. */
export function factsOf({ action, say, officeName = null }: Step): readonly Fact[] {
  const reasons = reasonLists[action]
  return [
    say['office'] === officeName ? null : fact('office', null, say['office']),
    reasons ? fact('reason', reasons, say['reason'] ?? say['became']) : null,
    fact('outcome', 'outcome', say['outcome']),
    fact('result', null, action === 'tell' ? say['result'] : null, 'tell-result'),
    fact('consent', null, say['consent'], 'consent'),
    fact('check', null, say['check'], 'check'),
    fact('contact', null, say['contactVia'], 'contact'),
    fact('how', 'how', say['how']),
    fact('satisfaction', null, say['satisfaction']),
    fact('into', null, say['into']),
    fact('open-referrals', null, say['openReferrals']),
  ].filter((one) => one !== null)
}

function fact(name: Fact['name'], list: string | null, value: unknown, words?: Fact['words']): Fact | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return value === '' ? null : { name, list, value: String(value), ...(words && { words }) }
}

/** The file that an entry added. */
export const fileOf = ({ say }: Pick<HistoryStep, 'say'>): string | null =>
  typeof say['attachment'] === 'string' ? say['attachment'] : null
