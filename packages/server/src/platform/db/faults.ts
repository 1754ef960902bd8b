/**
 * What a thrown error means to whoever asked: try again at once, try again on rows that nobody moves meanwhile, already done,
 * the database is away, a disk is full.
 */
export type Fault = 'moved' | 'mixed' | 'repeated' | 'away' | 'full' | 'other'

/** Our own version check. */
export const movedCode = 'SL001'
/** And the two ways in which PostgreSQL breaks a tie between transactions. */
const movedCodes = new Set([movedCode, '40001', '40P01'])
/**
 * A row that can't be. Rows that are read one after the other may be of two moments, and are judged before their versions
 * are compared.
 */
const checkViolation = '23514'
/** A key that is taken: this command was answered before, or its id belongs to something else. The outcome tells which. */
const uniqueViolation = '23505'
/** PostgreSQL's disk, or that of our own files. */
const fullCodes = /^(53100|ENOSPC|EDQUOT)$/
const awayCodes = /^(08...|57P0[123]|53300|ECONN(REFUSED|RESET)|EPIPE|ENOENT|ETIMEDOUT)$/
const awayWords =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error/i

/** Names the kind of a thrown error. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return 'other'
  const { code, constraint } = detailsOf(error)
  if (movedCodes.has(code)) return 'moved'
  if (code === checkViolation) return 'mixed'
  if (code === uniqueViolation) return faultOfKey(constraint)
  if (fullCodes.test(code)) return 'full'
  return awayCodes.test(code) || awayWords.test(error.message) ? 'away' : 'other'
}

// What two people said at once of one thing and day, reported of one month, or called to follow one sitting: the second is decided again, beside
// what the first has said.
function faultOfKey(constraint: string): Fault {
  if (constraint.endsWith('_pkey')) return 'repeated'
  return /_(said|followed|asked|report)_once$/.test(constraint) ? 'moved' : 'other'
}

function detailsOf(error: Error): { code: string; constraint: string } {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : ''
  return { code, constraint }
}
