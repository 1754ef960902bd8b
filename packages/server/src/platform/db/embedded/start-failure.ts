export type StartFailureCode =
  | 'unsupported-platform'
  | 'folder-in-use'
  | 'other-major-version'
  | 'not-writable'
  | 'wrong-owner'
  | 'wrong-password'
  | 'port-taken'
  | 'no-start'

/** Why the embedded database did not start, as a sentence that the person at the terminal can act on. */
export class StartFailure extends Error {
  readonly code: StartFailureCode

  constructor(code: StartFailureCode, sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'StartFailure'
    this.code = code
  }
}

const diskTroubles = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG'])

/** Turns what the file system refused into a sentence; anything else passes unchanged. */
export function explained(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || !diskTroubles.has(String(error.code))) return error
  if (error instanceof StartFailure) return error
  const sentence =
    `The database cannot write its data below ${dataDir} (${error.message}). ` +
    'Make the folder writable and see that the disk has room, or choose another data folder.'
  return new StartFailure('not-writable', sentence, error)
}
