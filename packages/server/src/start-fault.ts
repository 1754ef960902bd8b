import type { Config } from './config.ts'
import { faultOf } from './platform/db/faults.ts'

/** Why a start failed, as a sentence that the person at the terminal can act on; what no setting can mend stays what it is. */
export function explainStart(error: unknown, config: Config): unknown {
  const { code, syscall } = factsOf(error)
  const sentence = listenCalls.has(syscall)
    ? (listenFaults[code]?.(config) ?? null)
    : (folderFault(code, syscall, config) ?? null)
  if (sentence !== null && !isDatabases(error, config)) return new Error(sentence, { cause: error })
  return config.databaseUrl === null ? error : explainDatabase(error, config.databaseUrl)
}

/** The same for a database that was named by its address, whose password is never repeated. */
export function explainDatabase(error: unknown, databaseUrl: string): unknown {
  const { host, pathname, username } = new URL(databaseUrl)
  const { code } = factsOf(error)
  const named = pathname.slice(1)
  if (code === '28P01' || code === '28000')
    return said(`the database at ${host} does not let ${username} in: see the user and password in DATABASE_URL`, error)
  if (code === '3D000')
    return said(
      `there is no database ${named} at ${host}: let its administrator make it, for ${username} to own`,
      error,
    )
  if (faultOf(error) === 'away' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return said(`no database answers at ${host}: see that it runs and that DATABASE_URL is right`, error)
  return error
}

// One process listens; several behind one port have it bound for them.
const listenCalls = new Set(['listen', 'bind', 'getaddrinfo'])

const listenFaults: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ host, port }) => `port ${port} of ${host} is taken by another program: stop that one, or set PORT`,
  EACCES: ({ port }) => `this account may not listen on port ${port}: set PORT to 1024 or higher`,
  EADDRNOTAVAIL: ({ host }) => `${host} is no address of this machine: set HOST to one that is, or leave it out`,
  ENOTFOUND: ({ host }) => `${host} is no address of this machine: set HOST to one that is, or leave it out`,
}

const folderCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'])

const folderFault = (code: string, syscall: string, { dataFolder }: Config): string | null =>
  folderCodes.has(code) && (syscall === 'mkdir' || syscall === 'open')
    ? `the data folder ${dataFolder} can't be written (${code}): make it writable, or set OPENSLRT_DATA to another one`
    : null

/** A name that could not be looked up is the database's where one was named and it is that one's host. */
const isDatabases = (error: unknown, { databaseUrl }: Config): boolean =>
  databaseUrl !== null &&
  error instanceof Error &&
  'hostname' in error &&
  error.hostname === new URL(databaseUrl).hostname

const said = (sentence: string, cause: unknown): Error => new Error(sentence, { cause })

function factsOf(error: unknown): { code: string; syscall: string } {
  const known = new Map(error instanceof Error ? Object.entries(error) : [])
  const textOf = (name: string): string => {
    const value = known.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { code: textOf('code'), syscall: textOf('syscall') }
}
