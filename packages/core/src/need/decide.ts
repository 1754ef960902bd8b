import type { Actor, StaffActor } from '../access/actor.ts'
import type { Policy } from '../case/policy.ts'
import { needCommandData } from '../contract/need.ts'
import { no } from '../kernel/result.ts'
import { decideApplication } from './decide-application.ts'
import { decideNeed } from './decide-need.ts'
import { recordParticipation } from './decide-participation.ts'
import { setQuota } from './decide-quota.ts'
import type { NeedAnswer, NeedFile, NeedMove, NeedScene } from './scene.ts'

/** NEED-1 to NEED-9, QUOTA-1 to QUOTA-6 Decides one command about needs and what becomes of them. Pure, resolved whole. */
export function decideAboutNeed(file: NeedFile, move: NeedMove, actor: Actor, policy: Policy): NeedAnswer {
  const { rights } = needCommandData[move.kind]
  if (actor.kind !== 'staff' || !holdsOne(actor, rights)) return no({ code: 'not-permitted', needs: rights })
  const scene: NeedScene = { file, actor, policy }
  switch (move.kind) {
    case 'need.record':
    case 'need.match':
    case 'need.meet':
    case 'need.fail':
    case 'need.reopen':
      return decideNeed(scene, move)
    case 'participation.record':
      return recordParticipation(scene, move)
    case 'quota.set':
      return setQuota(scene, move)
    default:
      return decideApplication(scene, move)
  }
}

const holdsOne = ({ permissions }: StaffActor, rights: (typeof needCommandData)[NeedMove['kind']]['rights']): boolean =>
  rights.some((right) => permissions.has(right))
