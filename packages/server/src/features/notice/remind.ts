import { restrictedKind } from '@openslrt/core/access/permission.ts'
import { activeStatuses } from '@openslrt/core/case/moves.ts'
import { addWorking, minutesOfDay } from '@openslrt/core/kernel/calendar.ts'
import { caseId, officeId, staffId } from '@openslrt/core/kernel/id.ts'
import { reminderOf } from '@openslrt/core/notice/tell.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import { inScope } from '../../platform/db/scope.ts'
import type { NoticeParts } from './parts.ts'
import { districtsAtWork, selectDueSoon } from './queries-dispatch.ts'
import { writeNotices } from './write.ts'

/** NOTICE-8 Reminds whoever has a case one working day before its time at the office is over: once for each due moment. */
export async function remindAll(parts: NoticeParts, now: number): Promise<void> {
  for (const district of await districtsAtWork(parts.pool)) await remind(parts, district, now)
}

async function remind(parts: NoticeParts, district: string, now: number): Promise<void> {
  const { calendar } = parts.reference.policyFor(district, now, now)
  const until = addWorking(calendar, now, minutesOfDay(calendar))
  await inScope(parts.pool, {}, async (client) => {
    for (const row of await selectDueSoon(client, district, activeStatuses, new Date(now), new Date(until))) {
      const { number } = row
      const kase = {
        id: caseId.parse(row.id),
        district: ledgerCode.parse(district),
        number,
        place: placeCode.parse(row.place),
        restricted: restrictedKind.nullable().parse(row.restricted),
      }
      const assignee = row.assignee === null ? null : staffId.parse(row.assignee)
      const due = row.due.getTime()
      const notices = reminderOf({ office: officeId.parse(row.office), assignee }, due)
      await writeNotices(parts, client, { kase, contact: null, notices, mark: due, actor: 'clock', now })
    }
  })
}
