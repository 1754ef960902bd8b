import type { StaffActor } from '../access/actor.ts'
import { needCommandData } from '../contract/need.ts'
import { mayNotStep as applicationMayNot } from './decide-application.ts'
import { mayNotStep as needMayNot } from './decide-need.ts'
import type { ApplicationStep, NeedStep } from './moves.ts'
import { applicationSteps, mayApply, needSteps } from './moves.ts'
import type { ApplicationRow, NeedRow } from './need.ts'

// Words are asked for in the form, whoever opens it.
const someWords = '-'

/** What somebody may do with a need now; `apply` where a programme may be asked. */
export function needActs(actor: StaffActor, need: NeedRow): readonly (NeedStep | 'apply')[] {
  if (!needCommandData['need.meet'].rights.some((right) => actor.permissions.has(right))) return []
  const steps = needSteps.filter((step) => step !== 'match' && needMayNot(need, step, someWords) === null)
  return mayApply.includes(need.status) ? ['apply', ...steps] : steps
}

/** What somebody may do with an application now, from the office where they act. */
export const applicationActs = (actor: StaffActor, application: ApplicationRow): readonly ApplicationStep[] =>
  applicationSteps.filter(
    (step) =>
      needCommandData[`application.${step}`].rights.some((right) => actor.permissions.has(right)) &&
      applicationMayNot({ actor }, application, step, someWords) === null,
  )
