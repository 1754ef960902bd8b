import { join } from 'node:path'
import type { Parts } from './app.ts'
import { noticePartsOf } from './capabilities.ts'
import { isUnderWay } from './demo/queries.ts'
import { forgetOldLooks } from './features/access/index.ts'
import { actorOf, forgetOld } from './features/account/index.ts'
import { caseHandler, caseTasks, pressCases } from './features/case/index.ts'
import { challengeHandler, pressChallenges } from './features/challenge/index.ts'
import { countConditions } from './features/figures/index.ts'
import { inboundTasks, inboundTimes } from './features/inbound/index.ts'
import { letterHandler, letterTasks, letterTimes } from './features/letter/index.ts'
import { loadTasks, loadTimes, resumeLoads } from './features/load/index.ts'
import { meetingHandler, pressTasks } from './features/meeting/index.ts'
import { carryLines, needHandler, pressApplications } from './features/need/index.ts'
import { noticeTasks, noticeTimes, tellingSoon } from './features/notice/index.ts'
import { pressProposals, proposalHandler } from './features/proposal/index.ts'
import { pressReferrals, referralHandler } from './features/referral/index.ts'
import { doubleTasks, doubleTimes } from './features/registry/index.ts'
import { forgetOver, retentionHandler } from './features/retention/index.ts'
import { surgeHandler, surgeTasks, surgeTimes } from './features/surge/index.ts'
import { uploadTasks, uploadTimes } from './features/upload/index.ts'
import { pressVisits, visitHandler } from './features/visit/index.ts'
import { openFiles } from './open-files.ts'
import type { FileStore } from './platform/files/store.ts'
import { counted } from './platform/http/counted.ts'
import type { Handler } from './platform/http/order.ts'
import type { Tasks, Worker } from './platform/jobs/worker.ts'
import { startWorker } from './platform/jobs/worker.ts'
import { anchorHeads } from './platform/ledger/anchor.ts'
import { sumCounters } from './platform/ledger/sums.ts'
import { queueDueTimers } from './platform/ledger/timers.ts'

/** The worker: what time does by itself. */
export async function buildWorker(parts: Parts): Promise<Worker> {
  const { store } = await openFiles(parts.config)
  const started = await startWorker(parts.pools.worker, tasksOf(parts, store), regular, parts.log)
  await resumeLoads(parts.pools.worker, new Date())
  return started
}

/** By name, what the queue may be asked for. Who asked is found anew when it is done: a right may be gone by then. */
function tasksOf(parts: Parts, store: FileStore): Tasks {
  const { config, pools, ledger, reference, log, metrics } = parts
  const worker = pools.worker
  const caseParts = { ledger, reference }
  const handle = tellingSoon({ pool: worker, log })(counted(metrics, caseHandler(caseParts)))
  const asked = {
    ...caseParts,
    worker,
    actorAt: (staff: string, office: string) => actorOf(pools.api, reference, staff, office),
    log,
  }
  return {
    ...caseTasks({ ...caseParts, pool: worker, files: store, log, unattachedDays: config.unattachedFileDays }, handle),
    ...uploadTasks({ pool: worker, files: store, log, unattachedDays: config.unattachedFileDays }),
    ...noticeTasks(noticePartsOf(parts)),
    ...inboundTasks(noticePartsOf(parts)),
    ...letterTasks({ ...asked, handle: counted(metrics, letterHandler(caseParts)) }),
    ...doubleTasks(worker),
    ...loadTasks({ ...asked, store }),
    ...surgeTasks({ ...asked, surge: counted(metrics, surgeHandler(caseParts)), cases: handle }),
    ...pressingTasks(parts, handle),
    ...keepingTasks(parts),
  }
}

/** What stands too long is pressed; not while a demo's past is being replayed, whose cases are still on their way. */
function pressingTasks({ pools: { worker }, ledger, reference, log, metrics }: Parts, handle: Handler): Tasks {
  const caseParts = { ledger, reference }
  const soon = tellingSoon({ pool: worker, log })
  const unlessDemo = (press: () => Promise<unknown>) => async () => {
    if (!(await isUnderWay(worker))) await press()
  }
  return {
    'press-cases': unlessDemo(() => pressCases({ pool: worker, reference }, handle, Date.now())),
    'press-referrals': unlessDemo(() =>
      pressReferrals(worker, soon(counted(metrics, referralHandler(caseParts))), Date.now()),
    ),
    'forget-over': unlessDemo(() =>
      forgetOver({ pool: worker, reference }, counted(metrics, retentionHandler(caseParts)), Date.now()),
    ),
    'press-tasks': unlessDemo(() => pressTasks(worker, counted(metrics, meetingHandler(caseParts)), Date.now())),
    'press-visits': unlessDemo(() => pressVisits(worker, counted(metrics, visitHandler(caseParts)), Date.now())),
    'press-proposals': unlessDemo(() =>
      pressProposals(worker, soon(counted(metrics, proposalHandler(caseParts))), Date.now()),
    ),
    'press-applications': unlessDemo(() =>
      pressApplications(worker, soon(counted(metrics, needHandler(caseParts))), Date.now()),
    ),
    'press-challenges': unlessDemo(() =>
      pressChallenges(worker, soon(counted(metrics, challengeHandler(caseParts))), Date.now()),
    ),
    'carry-lines': unlessDemo(() => carryLines(worker, soon(counted(metrics, needHandler(caseParts))), Date.now())),
  }
}

/** What the house does for itself: it anchors, forgets, and sums. */
const keepingTasks = ({ config, pools: { worker }, reference }: Parts): Tasks => ({
  'anchor-heads': async () => {
    await anchorHeads(worker, join(config.dataFolder, 'anchors.log'), new Date())
  },
  'forget-old-sign-ins': () => forgetOld(worker, new Date(), config.signInLogDays),
  'forget-old-looks': async () => {
    await forgetOldLooks(worker, reference, Date.now())
  },
  'due-timers': async () => {
    await queueDueTimers(worker)
  },
  'sum-counters': async () => {
    await sumCounters(worker)
  },
  'count-conditions': async () => {
    if (!(await isUnderWay(worker))) await countConditions({ pool: worker, reference }, Date.now())
  },
})

const regular = [
  { task: 'due-timers', at: '* * * * *' },
  { task: 'sum-counters', at: '* * * * *' },
  { task: 'count-conditions', at: '* * * * *' },
  { task: 'press-cases', at: '* * * * *' },
  { task: 'press-referrals', at: '* * * * *' },
  { task: 'press-tasks', at: '* * * * *' },
  { task: 'press-visits', at: '* * * * *' },
  { task: 'press-proposals', at: '*/5 * * * *' },
  { task: 'press-applications', at: '*/5 * * * *' },
  { task: 'press-challenges', at: '*/5 * * * *' },
  { task: 'carry-lines', at: '* * * * *' },
  { task: 'forget-old-sign-ins', at: '23 1 * * *' },
  { task: 'anchor-heads', at: '*/10 * * * *' },
  { task: 'list-retention', at: '47 18 * * *' },
  { task: 'forget-old-looks', at: '11 19 * * *' },
  { task: 'forget-over', at: '21 19 * * *' },
  { task: 'sweep-files', at: '31 19 * * *' },
  ...uploadTimes,
  ...noticeTimes,
  ...inboundTimes,
  ...letterTimes,
  ...surgeTimes,
  ...doubleTimes,
  ...loadTimes,
]
