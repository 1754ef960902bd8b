import type { RunItemLine, RunLine, RunWhat } from '@openslrt/core/contract/letter-runs.ts'
import { letterRunRoutes, lettersInPart } from '@openslrt/core/contract/letter-runs.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { caseId, letterId } from '@openslrt/core/kernel/id.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { inScope } from '../../platform/db/scope.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { CaseParts } from '../case/index.ts'
import type { ItemRow, RunRow } from './queries-runs.ts'
import { askToWork, cancelRun, closeRun, insertRun, selectItems, selectRun, selectRuns } from './queries-runs.ts'
import { about } from './work-runs.ts'

/** LETTER-35 The doors to one's own work on many letters. */
export function letterRunRoutesOf({ ledger }: CaseParts): readonly Route[] {
  const { pool, keys } = ledger
  return [
    route(letterRunRoutes.list, ({ person }) => {
      const { staff } = person()
      return inScope(pool, { staff }, async (client) => ok({ runs: (await selectRuns(client, staff)).map(lineOf) }))
    }),
    route(letterRunRoutes.start, async ({ body: { id, what, items }, person, actor }) => {
      const { staff, only } = person()
      // A program may do what its key says; through work of the server it would do all that its person may.
      if (only) return no({ code: 'not-permitted', needs: ['letter.draft'] })
      const { office, place } = actor()
      const district = ledgerOf(place)
      const said = sealedWords(what, id, await keys.forDistrict(district))
      return inScope(pool, { staff }, async (client) => {
        await insertRun(client, { district, id, kind: what.kind, staff, office, said, items, now: new Date() })
        await askToWork(client)
        const run = await selectRun(client, staff, id)
        return run ? ok({ run: lineOf(run) }) : no({ code: 'not-found' })
      })
    }),
    route(letterRunRoutes.lines, ({ query: { id, state, page }, person, request }) => {
      const { staff } = person()
      return inScope(pool, { staff }, async (client) => {
        const run = await selectRun(client, staff, id)
        if (!run) return no({ code: 'not-found' })
        const part = { state, limit: pageSize, offset: (page - 1) * pageSize }
        const items = await selectItems(client, staff, id, part)
        const total = { done: run.done, refused: run.refused, waiting: run.total - run.done - run.refused }[state]
        return ok({ items: items.map((one) => itemLineOf(one, languageOf(request))), total, page, size: pageSize })
      })
    }),
    route(letterRunRoutes.cancel, ({ body: { id }, person }) => {
      const { staff } = person()
      return inScope(pool, { staff }, async (client) => {
        await cancelRun(client, staff, id, new Date())
        const run = await selectRun(client, staff, id)
        return run ? ok({ run: lineOf(run) }) : no({ code: 'not-found' })
      })
    }),
    route(letterRunRoutes.close, ({ body: { id }, person }) => {
      const { staff } = person()
      return inScope(pool, { staff }, async (client) => {
        await closeRun(client, staff, id, new Date())
        return ok({})
      })
    }),
  ]
}

/** What all drafts say: words of people, perhaps. */
function sealedWords(what: RunWhat, id: string, keys: DistrictKeys): Buffer | null {
  if (what.kind !== 'draft') return null
  const { letter: kind, purpose, fields } = what
  return keys.seal(Buffer.from(canonical({ kind, purpose, fields })), about({ id }))
}

const lineOf = ({ id, kind, asked_at, ended, cancelled, total, done, refused }: RunRow): RunLine => ({
  id,
  kind,
  askedAt: asked_at,
  total,
  done,
  refused,
  ended,
  cancelled,
  parts: ended && (kind === 'sign' || kind === 'print') ? Math.ceil(done / lettersInPart) : 0,
})

const itemLineOf = ({ ledger, case_id, case_number, letter, number, refusal }: ItemRow, lang: Lang): RunItemLine => ({
  district: ledger,
  caseId: caseId.parse(case_id),
  caseNumber: case_number,
  letter: letterId.parse(letter),
  number,
  message: refusal && sayRefusal(lang, refusal),
})
