import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ExportWish } from '@openslrt/core/contract/load-export.ts'
import { exportRoutes } from '@openslrt/core/contract/load-export.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { mayLoad } from '@openslrt/core/load/decide.ts'
import { fitsForm, markOf, mayExport, mayReviewExports, typedMark } from '@openslrt/core/load/export.ts'
import type { ExportLocals } from '@openslrt/core/load/export-row.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { languageOf } from '../../platform/http/answers.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { logAccess } from '../../platform/ledger/access-log.ts'
import type { CaseParts } from '../case/index.ts'
import { exportLineOf } from './export-lines.ts'
import { localsOf } from './locals.ts'
import type { ExportShown } from './queries-export.ts'
import { askForExports, countExports, insertExport, selectExportShown, selectExports } from './queries-export.ts'
import { countChosen, selectProgrammeName } from './queries-exported.ts'

/** LOAD-16 The doors through which data is asked out of the registry, and through which it is looked up who did. */
export function exportRoutesOf({ ledger: { pool }, reference }: CaseParts): readonly Route[] {
  return [
    route(exportRoutes.ask, ({ body, actor, person, request }) => {
      const asker = actor()
      const district = ledgerOf(asker.place)
      // A program may do what its key says; through work of the server it would do all that its person may.
      if (person().only) return Promise.resolve(no({ code: 'not-permitted', needs: ['registry.load'] } as const))
      const may = mayExport(asker, district, body)
      if (!may.ok) return Promise.resolve(may)
      const { day } = reference.policyFor(district, Date.now(), Date.now())
      const locals = localsOf(reference, district, day).map(({ name, of }) => ({ name, of }))
      return inScope(pool, scopeOf(asker, district), async (client) => {
        const asked = await askOnce(client, asker, body, { lang: languageOf(request), locals })
        return asked.ok ? ok(exportLineOf(asked.value, asker)) : asked
      })
    }),
    route(exportRoutes.list, ({ query: { page }, actor }) => {
      const reader = actor()
      const may = mayLoad(reader, ledgerOf(reader.place))
      return may.ok ? pageOf(pool, reader, null, page) : Promise.resolve(may)
    }),
    route(exportRoutes.log, ({ query: { mark, page }, actor }) => {
      const reader = actor()
      const may = mayReviewExports(reader, ledgerOf(reader.place))
      return may.ok ? pageOf(pool, reader, mark ? typedMark(mark) : null, page) : Promise.resolve(may)
    }),
  ]
}

/** The same id is the same export; somebody else's, or one of another wish, is nobody's to have. */
async function askOnce(
  client: PoolClient,
  asker: StaffActor,
  wish: ExportWish,
  how: { readonly lang: Lang; readonly locals: ExportLocals },
): Promise<Result<ExportShown, Refusal>> {
  const district = ledgerOf(asker.place)
  const total = await countChosen(client, asker, district, wish)
  const fits = fitsForm(wish.form, total)
  if (!fits.ok) return fits
  const programmeName = wish.programme && (await selectProgrammeName(client, wish.programme))
  if (wish.programme && programmeName === null) return no({ code: 'programme-unknown' })
  const asking = { district, mark: markOf(wish.id), wish, programmeName, total, ...how, by: asker }
  if (await insertExport(client, asking)) {
    await logAccess(client, asker, { district, action: 'export', subject: wish.id, reason: wish.reason })
    await askForExports(client)
  }
  const row = await selectExportShown(client, district, wish.id)
  return row && row.staff === asker.staff && isWish(row, wish) ? ok(row) : no({ code: 'not-found' })
}

const asked = ['subject', 'form', 'place', 'programme', 'complete', 'numbers', 'reason'] as const
const isWish = (row: ExportShown, wish: ExportWish): boolean =>
  asked.every((part) => row[part] === wish[part]) && row.desils.join() === wish.desils.join()

function pageOf(pool: CaseParts['ledger']['pool'], reader: StaffActor, mark: string | null, page: number) {
  const district = ledgerOf(reader.place)
  return inScope(pool, scopeOf(reader, district), async (client) => {
    const rows = await selectExports(client, district, { mark, limit: pageSize, offset: (page - 1) * pageSize })
    const total = await countExports(client, district, mark)
    return ok({ items: rows.map((row) => exportLineOf(row, reader)), total, page, size: pageSize })
  })
}
