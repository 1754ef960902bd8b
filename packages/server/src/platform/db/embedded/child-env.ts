/**
 * The whole environment of initdb and postgres. Ours is not passed on: it may hold secrets, and its locale and time
 * zone would leak into the database.
 */
export const childEnv = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' } as const
