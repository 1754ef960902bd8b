import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { isUnderWay } from './demo/queries.ts'
import { accessRoutesOf, forgetOldLooks } from './features/access/index.ts'
import type { AccountParts, Sessions } from './features/account/index.ts'
import {
  accountRoutesOf,
  actorOf,
  firstAdminLink,
  forgetOld,
  giveLink,
  makeFirstAdmin,
  makeSessions,
} from './features/account/index.ts'
import { blankBook, blankHandler, blankRoutesOf } from './features/blank/index.ts'
import type { CaseParts } from './features/case/index.ts'
import {
  caseHandler,
  caseRoutesOf,
  caseTasks,
  pressCases,
  retentionRoutesOf,
  serveFiles,
} from './features/case/index.ts'
import { serveCommands } from './features/command/index.ts'
import { dutyHandler, dutyRoutesOf } from './features/duty/index.ts'
import { figureRoutesOf } from './features/figures/index.ts'
import {
  dropHeldAnswers,
  inboundRoutesOf,
  inboundTasks,
  inboundTimes,
  keepWhatsApp,
  messageBook,
  ownPhoneRoutesOf,
  serveSmsHook,
} from './features/inbound/index.ts'
import { jointHandler, jointRoutesOf } from './features/joint/index.ts'
import {
  letterHandler,
  letterRoutesOf,
  letterRunRoutesOf,
  letterTasks,
  letterTimes,
  serveLogos,
  servePapers,
} from './features/letter/index.ts'
import { listHandler, listRoutesOf, roleRoutesOf } from './features/lists/index.ts'
import { meetingHandler, meetingRoutesOf, pressTasks } from './features/meeting/index.ts'
import type { NoticeParts } from './features/notice/index.ts'
import {
  noticeHandler,
  noticeRoutesOf,
  noticeTasks,
  noticeTimes,
  noticeWayRoutesOf,
  openWays,
  ownNoticeRoutesOf,
  secretIn,
  serveHooks,
  tellingSoon,
  tellRoutesOf,
  watchNotices,
} from './features/notice/index.ts'
import type { OfficeParts } from './features/office/index.ts'
import { importRoutesOf, officeHandler, officeRoutesOf } from './features/office/index.ts'
import { openRenderer, sendProblem, servePublic } from './features/public/index.ts'
import { openReference } from './features/reference/index.ts'
import { pressReferrals, referralHandler, referralRoutesOf } from './features/referral/index.ts'
import type { DemoFlag } from './features/system/index.ts'
import { openDemoFlag, serveApiDocs, serveHealth, serveMetrics, serveWeb } from './features/system/index.ts'
import { openFiles } from './open-files.ts'
import { makeProvider } from './platform/auth/provider.ts'
import type { Pools } from './platform/db/pools.ts'
import { buildApp } from './platform/http/build-app.ts'
import { countRequests } from './platform/http/count-requests.ts'
import { counted } from './platform/http/counted.ts'
import type { Route } from './platform/http/route.ts'
import { serveRoutes } from './platform/http/serve.ts'
import type { Worker } from './platform/jobs/worker.ts'
import { startWorker } from './platform/jobs/worker.ts'
import { anchorHeads } from './platform/ledger/anchor.ts'
import type { Ledger } from './platform/ledger/execute.ts'
import { openKeys } from './platform/ledger/keys.ts'
import { makeLanes } from './platform/ledger/lanes.ts'
import { sumCounters } from './platform/ledger/sums.ts'
import { queueDueTimers } from './platform/ledger/timers.ts'
import type { Siblings } from './platform/processes/siblings.ts'
import { alone } from './platform/processes/siblings.ts'
import type { Figures, Metrics } from './platform/telemetry/metrics.ts'
import { openMetrics } from './platform/telemetry/metrics.ts'
import { tellingOthers } from './tell-others.ts'

/** How many commands of one district are prepared at once in this process; see `makeLanes`. */
const laneWidth = 4
const version = '0.1.0'

/** Everything that a running process is made of, for its parts and for tests. */
export interface Parts {
  readonly config: Config
  readonly pools: Pools
  readonly ledger: Ledger
  readonly reference: Awaited<ReturnType<typeof openReference>>
  readonly demo: DemoFlag
  readonly log: Logger
  readonly metrics: Metrics
  /** The other processes of this installation on this machine. */
  readonly siblings: Siblings
}

/** Builds the parts that know the business, on an open database. */
export async function buildParts(
  config: Config,
  pools: Pools,
  master: Buffer,
  log: Logger,
  siblings: Siblings = alone,
): Promise<Parts> {
  const read = await openReference(pools.api, (error) =>
    log.warn({ err: error }, 'reference data could not be read anew'),
  )
  const telling = tellingOthers(siblings)
  const reference = telling.reference(read)
  const ledger: Ledger = {
    pool: pools.api,
    keys: await openKeys(master, pools.api),
    lanes: makeLanes(laneWidth),
    refSeq: () => reference.seq(),
  }
  const metrics = openMetrics()
  for (const role of ['api', 'worker', 'door'] as const) metrics.watchPool(role, pools[role])
  siblings.on('figures', () => metrics.figures())
  const demo = telling.demo(await openDemoFlag(pools.api))
  return { config, pools, ledger, reference, demo, log, metrics, siblings }
}

/** The web process: every door, each behind its guard. */
export async function buildWebApp(
  parts: Parts,
): Promise<{ app: FastifyInstance; adminLink: () => Promise<string | null> }> {
  const { config, pools, ledger, reference, log } = parts
  const secure = config.publicUrl?.startsWith('https:') ?? false
  const face = { renderer: await openRenderer(), isDemo: parts.demo.shown, secure }
  const app = await buildApp({
    logger: log,
    trustProxy: config.trustProxy,
    secure,
    mostPerMinute: config.requestsPerMinute,
    problemPage: (reply, refusal) => sendProblem(face, reply, refusal),
  })
  countRequests(app, parts.metrics)
  const sessions = sessionsOf(parts, secure)
  const caseParts = { ledger, reference, messages: messageBook(reference), blanks: blankBook }
  const officeParts = { pool: pools.api, ledger, reference, forget: sessions.forget }
  const handlers = handlersOf(parts, caseParts, officeParts)
  const files = await openFiles(config)
  const account = accountOf(parts, sessions, secure)
  const notices = noticePartsOf(parts)
  const routes = [
    ...routesOf(account, caseParts, officeParts),
    ...ownNoticeRoutesOf({ ...notices, api: pools.api, pushHosts: config.notices.pushHosts }),
    ...noticeWayRoutesOf(notices, dropHeldAnswers),
    ...tellRoutesOf({ ...notices, api: pools.api }),
    ...inboundRoutesOf(caseParts),
    ...ownPhoneRoutesOf({ api: pools.api, ledger }),
  ]
  serveRoutes(app, sessions, routes)
  serveCommands(app, sessions, handlers)
  serveFiles(app, sessions, { ...caseParts, files })
  servePapers(app, sessions, { ...caseParts, files, publicUrl: config.publicUrl })
  serveLogos(app, sessions, { ...caseParts, files })
  serveHealth(app, pools.api, parts.siblings.number)
  serveMetrics(app, {
    metrics: parts.metrics,
    pool: pools.worker,
    dataFolder: config.dataFolder,
    token: config.metricsToken,
    looks: [watchNotices(parts.metrics, pools.worker)],
    siblings: async () => (await parts.siblings.ask('figures')) as readonly Figures[],
  })
  serveApiDocs(
    app,
    routes.map(({ row }) => row),
    version,
  )
  servePublic(app, {
    ...face,
    pools,
    ledger,
    reference,
    handle: handlers.case,
    answer: handlers.referral,
    files: files.store,
    secure,
    publicUrl: config.publicUrl,
    // Filling in a form takes longer than asking a question.
    formsPerMinute: Math.ceil(config.requestsPerMinute / 10),
  })
  await serveHooks(app, notices, hookSecretsOf(config), keepWhatsApp(notices))
  const { smsHookFile } = config.notices
  await serveSmsHook(app, notices, smsHookFile === null ? null : secretIn(smsHookFile))
  await serveWeb(app)
  return { app, adminLink: () => firstAdminLink(pools.api) }
}

/** Who decides on which commands. Of what becomes of a case people are told soon. */
function handlersOf({ metrics, pools, log }: Parts, caseParts: CaseParts, officeParts: OfficeParts) {
  const soon = tellingSoon({ pool: pools.api, log })
  return {
    case: soon(counted(metrics, caseHandler(caseParts))),
    referral: soon(counted(metrics, referralHandler(caseParts))),
    letter: counted(metrics, letterHandler(caseParts)),
    office: counted(metrics, officeHandler(officeParts)),
    duty: counted(metrics, dutyHandler(caseParts)),
    lists: counted(metrics, listHandler(caseParts)),
    notice: counted(metrics, noticeHandler(caseParts)),
    joint: counted(metrics, jointHandler(caseParts)),
    meeting: soon(counted(metrics, meetingHandler(caseParts))),
    blank: counted(metrics, blankHandler(caseParts)),
  }
}

/** Every door through which something is asked, whoever answers. */
const routesOf = (account: AccountParts, caseParts: CaseParts, officeParts: OfficeParts): readonly Route[] => [
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
  ...dutyRoutesOf({ pool: officeParts.pool, reference: officeParts.reference }),
  ...listRoutesOf(caseParts),
  ...roleRoutesOf(caseParts),
  ...meetingRoutesOf(caseParts),
  ...figureRoutesOf(caseParts),
]

/** Who is in. That somebody is out is told to the other processes at once. */
const sessionsOf = ({ config, pools, reference, demo, siblings }: Parts, secure: boolean): Sessions =>
  tellingOthers(siblings).sessions(
    makeSessions({
      pool: pools.api,
      reference,
      secure,
      isDemo: demo.shown,
      // One program leaves room for the people behind the same address.
      keyRequestsPerMinute: Math.ceil(config.requestsPerMinute / 2),
      mostDays: config.sessionDays,
    }),
  )

/** What signing in needs: by password, by a second factor, by somebody else's provider. */
function accountOf(
  { config, pools, ledger, reference, demo, log }: Parts,
  sessions: Sessions,
  secure: boolean,
): AccountParts {
  const onProviderFault = (error: unknown): void =>
    log.warn({ err: error }, 'the identity provider did not let somebody in')
  return {
    pool: pools.api,
    keys: ledger.keys,
    reference,
    sessions,
    firstAdmin: makeFirstAdmin(ledger, reference),
    isDemo: demo.shown,
    logDays: config.signInLogDays,
    secure,
    provider: config.provider && makeProvider(config.provider, onProviderFault),
    onProviderFault,
  }
}

const noticePartsOf = ({ config, pools, ledger, reference, log }: Parts): NoticeParts => ({
  pool: pools.worker,
  ledger,
  reference,
  ways: openWays(config.notices, ledger.keys, config.publicUrl),
  home: config.publicUrl,
  log,
})

function hookSecretsOf({ notices: { whatsapp } }: Config) {
  if (!whatsapp) return null
  return { appSecret: secretIn(whatsapp.appSecretFile), verifyToken: secretIn(whatsapp.verifyTokenFile) }
}

/** The worker: what time does by itself. */
export async function buildWorker(parts: Parts): Promise<Worker> {
  const { config, pools, ledger, reference, log } = parts
  const caseParts = { ledger, reference }
  const soon = tellingSoon({ pool: pools.worker, log })
  const handle = soon(counted(parts.metrics, caseHandler(caseParts)))
  const tasks = {
    ...caseTasks(
      {
        ...caseParts,
        pool: pools.worker,
        files: (await openFiles(config)).store,
        log,
        unattachedDays: config.unattachedFileDays,
      },
      handle,
    ),
    'press-cases': async () => {
      if (!(await isUnderWay(pools.worker))) await pressCases({ pool: pools.worker, reference }, handle, Date.now())
    },
    ...noticeTasks(noticePartsOf(parts)),
    ...inboundTasks(noticePartsOf(parts)),
    ...letterTasks({
      ...caseParts,
      worker: pools.worker,
      handle: counted(parts.metrics, letterHandler(caseParts)),
      actorAt: (staff, office) => actorOf(pools.api, reference, staff, office),
      log,
    }),
    'press-referrals': async () => {
      if (!(await isUnderWay(pools.worker)))
        await pressReferrals(pools.worker, soon(counted(parts.metrics, referralHandler(caseParts))), Date.now())
    },
    'press-tasks': async () => {
      if (!(await isUnderWay(pools.worker)))
        await pressTasks(pools.worker, counted(parts.metrics, meetingHandler(caseParts)), Date.now())
    },
    'anchor-heads': async () => {
      await anchorHeads(pools.worker, join(config.dataFolder, 'anchors.log'), new Date())
    },
    'forget-old-sign-ins': () => forgetOld(pools.worker, new Date(), config.signInLogDays),
    'forget-old-looks': async () => {
      await forgetOldLooks(pools.worker, reference, Date.now())
    },
    'due-timers': async () => {
      await queueDueTimers(pools.worker)
    },
    'sum-counters': async () => {
      await sumCounters(pools.worker)
    },
  }
  const regular = [
    { task: 'due-timers', at: '* * * * *' },
    { task: 'sum-counters', at: '* * * * *' },
    { task: 'press-cases', at: '* * * * *' },
    { task: 'press-referrals', at: '* * * * *' },
    { task: 'press-tasks', at: '* * * * *' },
    { task: 'forget-old-sign-ins', at: '23 1 * * *' },
    { task: 'anchor-heads', at: '*/10 * * * *' },
    { task: 'list-retention', at: '47 18 * * *' },
    { task: 'forget-old-looks', at: '11 19 * * *' },
    { task: 'sweep-files', at: '31 19 * * *' },
    ...noticeTimes,
    ...inboundTimes,
    ...letterTimes,
  ]
  return startWorker(pools.worker, tasks, regular, log)
}
