import { challengeStatuses } from '@openslrt/core/challenge/challenge.ts'
import { challengeActs, challengeRule, reportedChallenge } from '@openslrt/core/challenge/moves.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import type { Machine } from './machine.ts'

export const challengeColumns = ['From where']
const sides = { holder: 'where it lies', reporter: 'where it was reported', anywhere: 'no office' } as const

/** The law of challenges: what hinders offices. */
export const challengeMachine: Machine = {
  title: 'Challenges: what may follow what',
  source: 'packages/core/src/challenge/moves.ts',
  states: challengeStatuses.map((code) => ({ code, name: translate('en', `challenge-status.${code}`) })),
  begins: {
    move: translate('en', 'challenge-act.report'),
    who: translate('en', 'permission.challenge.report'),
    at: reportedChallenge,
  },
  moves: challengeActs.map((act) => {
    const { from, to, by, at } = challengeRule(act)
    return {
      name: translate('en', `challenge-did.${act}`),
      ways: from.map((status) => [status, to === 'same' ? status : to] as const),
      who: by === 'clock' ? 'the clock' : translate('en', `permission.${by}`),
      more: [sides[at]],
    }
  }),
}
