import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** The name of a role. Roles are data: one that is newer than this page is shown by its code. */
export function useRoleName(): (role: string) => string {
  const t = useText()
  return (role) => {
    const key = `role.${role}`
    return isMessageKey(key) ? t(key) : role
  }
}
