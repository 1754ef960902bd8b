import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { League, LeagueLine, SpentFigure } from '@openslrt/core/contract/league.ts'
import { leagueCounts } from '@openslrt/core/contract/league.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import type { Offices } from '@openslrt/core/office/office.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import type { PoolClient } from 'pg'
import type { Frame } from './frame.ts'
import type { GroupRow } from './queries-league.ts'
import { selectGroups } from './queries-league.ts'

export interface LeagueLook {
  readonly frame: Frame
  /** Null for those who read figures and no cases. */
  readonly reader: StaffActor | null
  readonly category: string | null
  readonly offices: Offices
  readonly dayMinutes: number
}

/** LEAGUE-4 How each asked office answered, each kind of offices, and all of them together. */
export async function leagueOf(client: PoolClient, look: LeagueLook): Promise<League> {
  const { frame, reader, category, offices, dayMinutes } = look
  const { place, above, period, zone, at, stale } = frame
  const asked = { counted: { place: place.code, zone, now: at, stale, reader }, period, category }
  const groups = await selectGroups(client, asked)
  const lines = groups.map((row) => ({ row, line: lineOf(row) }))
  return {
    place,
    above,
    period,
    at,
    dayMinutes,
    opens: reader !== null,
    all: lines.find(({ row }) => row.kind === null)?.line ?? nothing,
    kinds: officeKinds.flatMap((kind) =>
      lines.filter(({ row }) => row.office === null && row.kind === kind).map(({ line }) => ({ ...line, kind })),
    ),
    offices: lines.flatMap(({ row, line }) => {
      const office = row.office === null ? undefined : offices.get(row.office)
      return office ? [{ ...line, office: office.id, name: office.name, kind: office.kind }] : []
    }),
  }
}

function lineOf(row: GroupRow): LeagueLine {
  return {
    counts: tableOf(leagueCounts, (name) => row[name]),
    reasons: row.reasons,
    take: spentOf(row.take, row.take_measured),
    work: spentOf(row.work, row.work_measured),
  }
}

const spentOf = (shares: readonly number[] | null, measured: number): SpentFigure => ({
  measured,
  half: shares?.[0] ?? null,
  most: shares?.[1] ?? null,
})

const unmeasured: SpentFigure = { measured: 0, half: null, most: null }
const nothing: LeagueLine = { counts: tableOf(leagueCounts, () => 0), reasons: [], take: unmeasured, work: unmeasured }
