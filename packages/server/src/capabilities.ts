import type { Parts } from './app.ts'
import { accessRoutesOf } from './features/access/index.ts'
import type { AccountParts } from './features/account/index.ts'
import { accountRoutesOf, giveLink } from './features/account/index.ts'
import { activityHandler, activityRoutesOf } from './features/activity/index.ts'
import { blankHandler, blankRoutesOf } from './features/blank/index.ts'
import type { CaseParts } from './features/case/index.ts'
import { caseHandler, caseRoutesOf, retentionRoutesOf } from './features/case/index.ts'
import { challengeHandler, challengeRoutesOf } from './features/challenge/index.ts'
import { dutyHandler, dutyRoutesOf } from './features/duty/index.ts'
import { figureRoutesOf } from './features/figures/index.ts'
import { independenceHandler, independenceRoutesOf } from './features/independence/index.ts'
import { jointHandler, jointRoutesOf } from './features/joint/index.ts'
import { letterHandler, letterRoutesOf, letterRunRoutesOf } from './features/letter/index.ts'
import { listHandler, listRoutesOf, roleRoutesOf } from './features/lists/index.ts'
import { loadHandler, loadRoutesOf } from './features/load/index.ts'
import { meetingHandler, meetingRoutesOf } from './features/meeting/index.ts'
import { needHandler, needRoutesOf } from './features/need/index.ts'
import { networkHandler, networkRoutesOf } from './features/network/index.ts'
import type { NoticeParts } from './features/notice/index.ts'
import { noticeHandler, noticeRoutesOf, openWays, tellingSoon } from './features/notice/index.ts'
import type { OfficeParts } from './features/office/index.ts'
import { importRoutesOf, officeHandler, officeRoutesOf } from './features/office/index.ts'
import { ppksHandler, ppksRoutesOf } from './features/ppks/index.ts'
import { programmeHandler, programmeRoutesOf } from './features/programme/index.ts'
import { proposalHandler, proposalRoutesOf } from './features/proposal/index.ts'
import { psksHandler, psksRoutesOf } from './features/psks/index.ts'
import { referralHandler, referralRoutesOf } from './features/referral/index.ts'
import {
  doubleHandler,
  doubleRoutesOf,
  erasureHandler,
  erasureRoutesOf,
  findRoutesOf,
  registryHandler,
  registryRoutesOf,
} from './features/registry/index.ts'
import { deviceRoutesOf, replicaRoutesOf } from './features/replica/index.ts'
import { forgetRoutesOf, retentionHandler } from './features/retention/index.ts'
import { surgeHandler, surgeRoutesOf } from './features/surge/index.ts'
import { visitHandler, visitRoutesOf } from './features/visit/index.ts'
import { counted } from './platform/http/counted.ts'
import type { Route } from './platform/http/route.ts'

/** Who decides on which commands. Of what becomes of a case people are told soon. */
export function handlersOf({ metrics, pools, log }: Parts, caseParts: CaseParts, officeParts: OfficeParts) {
  const soon = tellingSoon({ pool: pools.api, log })
  return {
    case: soon(counted(metrics, caseHandler(caseParts))),
    referral: soon(counted(metrics, referralHandler(caseParts))),
    letter: counted(metrics, letterHandler(caseParts)),
    office: counted(metrics, officeHandler(officeParts)),
    network: counted(metrics, networkHandler(caseParts)),
    duty: counted(metrics, dutyHandler(caseParts)),
    lists: counted(metrics, listHandler(caseParts)),
    notice: counted(metrics, noticeHandler(caseParts)),
    joint: counted(metrics, jointHandler(caseParts)),
    meeting: soon(counted(metrics, meetingHandler(caseParts))),
    blank: counted(metrics, blankHandler(caseParts)),
    visit: soon(counted(metrics, visitHandler(caseParts))),
    surge: counted(metrics, surgeHandler(caseParts)),
    registry: counted(metrics, registryHandler(caseParts)),
    double: counted(metrics, doubleHandler(caseParts)),
    load: counted(metrics, loadHandler(caseParts)),
    programme: counted(metrics, programmeHandler(caseParts)),
    need: soon(counted(metrics, needHandler(caseParts))),
    proposal: soon(counted(metrics, proposalHandler(caseParts))),
    ppks: counted(metrics, ppksHandler(caseParts)),
    psks: counted(metrics, psksHandler(caseParts)),
    challenge: soon(counted(metrics, challengeHandler(caseParts))),
    activity: counted(metrics, activityHandler(caseParts)),
    independence: counted(metrics, independenceHandler(caseParts)),
    erasure: counted(metrics, erasureHandler(caseParts)),
    retention: counted(metrics, retentionHandler(caseParts)),
  }
}

/** Every door through which something is asked, whoever answers. */
export const routesOf = (account: AccountParts, caseParts: CaseParts, officeParts: OfficeParts): readonly Route[] => [
  ...accountRoutesOf(account),
  ...caseRoutesOf(caseParts),
  ...retentionRoutesOf(caseParts),
  ...accessRoutesOf(caseParts),
  ...referralRoutesOf(caseParts),
  ...letterRoutesOf(caseParts),
  ...jointRoutesOf(caseParts),
  ...blankRoutesOf(caseParts),
  ...letterRunRoutesOf(caseParts),
  ...noticeRoutesOf({ pool: caseParts.ledger.pool }),
  ...officeRoutesOf(officeParts),
  ...importRoutesOf(officeParts, (staff, actor) => giveLink(account, staff, actor)),
  ...networkRoutesOf(caseParts),
  ...dutyRoutesOf({ pool: officeParts.pool, reference: officeParts.reference }),
  ...listRoutesOf(caseParts),
  ...roleRoutesOf(caseParts),
  ...meetingRoutesOf(caseParts),
  ...visitRoutesOf(caseParts),
  ...activityRoutesOf(caseParts),
  ...independenceRoutesOf(caseParts),
  ...challengeRoutesOf(caseParts),
  ...surgeRoutesOf(caseParts),
  ...figureRoutesOf(caseParts),
  ...needRoutesOf(caseParts),
  ...findRoutesOf(caseParts),
  ...registryRoutesOf(caseParts),
  ...doubleRoutesOf(caseParts),
  ...loadRoutesOf(caseParts),
  ...programmeRoutesOf(caseParts),
  ...proposalRoutesOf(caseParts),
  ...ppksRoutesOf(caseParts),
  ...psksRoutesOf(caseParts),
  ...erasureRoutesOf(caseParts),
  ...forgetRoutesOf(caseParts),
  ...replicaRoutesOf(caseParts),
  ...deviceRoutesOf(caseParts),
]

/** What telling people needs, in the web and in the worker. */
export const noticePartsOf = ({ config, pools, ledger, reference, log }: Parts): NoticeParts => ({
  pool: pools.worker,
  ledger,
  reference,
  ways: openWays(config.notices, ledger.keys, config.publicUrl),
  home: config.publicUrl,
  log,
})
