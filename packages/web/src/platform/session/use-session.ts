import type { Permission } from '@openslrt/core/access/permission.ts'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { useSyncExternalStore } from 'react'
import { actAt, type Session, session, subscribeSession } from './session-store.ts'

export type Post = Me['posts'][number]

export interface Acting {
  /** Null for someone who holds no post now. */
  readonly post: Post | null
  readonly posts: readonly Post[]
  readonly can: (permission: Permission) => boolean
  readonly actAt: (office: string) => void
}

export const useSession = (): Session => useSyncExternalStore(subscribeSession, session, session)

/** Who is signed in. Only below `RequireSession`, where somebody is. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('a screen that needs somebody signed in is shown outside RequireSession')
  return me
}

export const useActingOffice = (): string | null => useSession().office

/** Where the person acts now, and what they may do there. */
export function useActing(): Acting {
  const { me, office } = useSession()
  const posts = me?.posts ?? []
  const post = posts.find((one) => one.office === office) ?? null
  return { post, posts, can: (permission) => post?.permissions.includes(permission) ?? false, actAt }
}

/** The IANA zone in which the acting office tells times. */
export const useZone = (): string => useActing().post?.zone ?? 'Asia/Jakarta'
