import type { Day } from '../kernel/instant.ts'
import type { CriteriaVersion, ProgrammeRow } from './programme.ts'
import { versionOn } from './programme.ts'

/** A programme with the versions that count today and later: what was said before nobody needs at a door. */
export const carriedFrom = (programme: ProgrammeRow, day: Day): ProgrammeRow => ({
  ...programme,
  versions: programme.versions.filter(({ from }) => from > day || from === versionOn(programme, day)?.from).map(bare),
})

// Sources that differ are for whoever keeps the rule.
const bare = (version: CriteriaVersion): CriteriaVersion => ({ ...version, note: '', conflicts: [] })
