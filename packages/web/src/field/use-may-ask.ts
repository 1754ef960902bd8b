import { useActing } from '../platform/session/use-session.ts'

/** Whether this person may record what families say: a surveyor comes for one visit, and writes no more than that. */
export const useMayAsk = (): boolean => useActing().post?.permissions.includes('registry.edit') ?? false
