import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { maskNumber } from '@openslrt/core/person/mask.ts'
import { minutesRule, minutesSteps, openMinutes, waitingFor } from '@openslrt/core/proposal/moves.ts'
import type { MinutesRow } from '@openslrt/core/proposal/proposal.ts'
import { attendanceOf, verdictsOf } from '@openslrt/core/proposal/proposal.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { holdBlob } from '../case/index.ts'
import { lineOf, minutesLineOf } from './lines.ts'
import { findOne, findProposals, openRows } from './load.ts'
import { countRows, selectMinutesPage, selectProposals } from './queries.ts'
import { readingOf } from './reading.ts'

/** As many drafts as a meeting of a village talks about. */
const mostWaiting = 200

/** The doors to the minutes of village meetings. */
export const minutesRoutes = (parts: CaseParts): readonly Route[] => [meetingsRoute(parts), meetingRoute(parts)]

const meetingsRoute = (parts: CaseParts): Route =>
  route(proposalRoutes.meetings, ({ query: { page }, actor }) => {
    const reader = actor()
    return inScope(parts.ledger.pool, scopeOf(reader, null), async (client) => {
      const part = { limit: pageSize, offset: (page - 1) * pageSize }
      const rows = await openRows(parts, 'minutes', await selectMinutesPage(client, reader, part))
      const about = await readingOf(parts, client, reader, [], { places: rows })
      const total = await countRows(client, reader, 'minutes')
      return ok({ items: rows.map((row) => minutesLineOf(row, about)), total, page, size: pageSize })
    })
  })

const meetingRoute = (parts: CaseParts): Route =>
  route(proposalRoutes.meeting, ({ query: { district, id }, actor }) => {
    const reader = actor()
    return inScope(parts.ledger.pool, scopeOf(reader, null), async (client) => {
      const own = await parts.ledger.keys.forDistrict(district)
      const row = await findOne(client, reader, 'minutes', { district, id }, own)
      if (!row) return no({ code: 'not-found' })
      const verdicts = verdictsOf(row)
      const named = await findProposals(
        client,
        reader,
        district,
        verdicts.map(({ proposal }) => proposal),
        own,
      )
      const filter = { statuses: waitingFor['to-back'], place: row.place }
      const stored = await selectProposals(client, reader, filter, { limit: mostWaiting, offset: 0 })
      const waiting = await openRows(parts, 'proposal', stored)
      const about = await readingOf(parts, client, reader, [...named.values(), ...waiting], {
        places: [row, { place: district }],
        staff: [row.writer],
      })
      const may = reader.permissions.has('proposal.make')
      return ok({
        ...minutesLineOf(row, about),
        version: row.version,
        place: row.place,
        districtName: about.places.get(district) ?? '',
        leader: row.leader,
        writerName: about.names.get(row.writer) ?? '',
        attendance: attendanceOf(row).map((one) => ({ ...one })),
        counts: row.counts,
        decisions: row.decisions,
        verdicts: verdicts.flatMap(({ proposal, agreed, note }) => {
          const one = named.get(proposal)
          // The minutes name people whole: they are read aloud, and signed. Numbers stay masked.
          return one
            ? [{ proposal: { ...lineOf(one, about), name: one.name, nik: maskNumber(one.nik) }, agreed, note }]
            : []
        }),
        waiting: waiting.map((one) => ({ ...lineOf(one, about), name: one.name })),
        ...(await scanOf(client, row, may)),
        note: row.note,
        acts: may ? minutesSteps.filter((step) => minutesRule(step).from.includes(row.status)) : [],
      })
    })
  })

/** FIELD-31 The signed scan as far as it is here; the sheet that a phone names is of use to whoever may sign with it. */
async function scanOf(client: PoolClient, { district, status, file, fileName }: MinutesRow, maySign: boolean) {
  if (file === null) return { fileName: null, sheet: null }
  const arrived = (await holdBlob(client, district, file)) !== null
  const isOpen = status === openMinutes && maySign
  return { fileName: arrived ? fileName : null, sheet: isOpen ? { file, fileName: fileName ?? '', arrived } : null }
}
