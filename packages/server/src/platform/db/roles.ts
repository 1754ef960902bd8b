import type { Client } from 'pg'
import { DatabaseError, escapeLiteral } from 'pg'

/** The application's own database roles: none owns a table, none is a superuser, each has one duty. */
export const roleNames = ['openslrt_api', 'openslrt_worker', 'openslrt_door'] as const
export type RoleName = (typeof roleNames)[number]
export type RolePasswords = Readonly<Record<RoleName, string>>

/**
 * Makes the roles, or gives them the passwords that this installation keeps. The connecting user needs CREATEROLE;
 * where it lacks that, the error says what an administrator of the database has to run.
 */
export async function ensureRoles(owner: Client, passwords: RolePasswords): Promise<void> {
  for (const role of roleNames) await ensureRole(owner, role, passwords[role])
  // The worker owns the queue's schema; the owner's functions add jobs to it and so must be one of its members.
  const { rows } = await owner.query<{ name: string }>('select quote_ident(current_database()) as name')
  await owner.query(
    `grant create on database ${rows[0]?.name} to openslrt_worker; grant openslrt_worker to current_user`,
  )
}

const notAllowed = '42501'

async function ensureRole(owner: Client, role: RoleName, password: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = rowCount === 0 ? 'create' : 'alter'
  // A role that is there keeps its attributes: naming them again takes a superuser since PostgreSQL 16.
  const attributes = rowCount === 0 ? 'nosuperuser nocreatedb nocreaterole' : ''
  try {
    await owner.query(`${verb} role ${role} login ${attributes} password ${escapeLiteral(password)}`)
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === notAllowed)) throw error
    const whoseRole = rowCount === 0 ? '' : ` grant ${role} to <that user> with admin option;`
    throw new Error(
      `the database user can't ${verb} the role ${role}. Let an administrator run: alter role <that user> createrole;${whoseRole}`,
      { cause: error },
    )
  }
}
