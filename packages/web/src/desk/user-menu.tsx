import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '../platform/api/problem.ts'
import { useOtherLanguage } from '../platform/i18n/use-other-language.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { useOutbox } from '../platform/outbox/use-outbox.ts'
import { signOut } from '../platform/session/sign-in.ts'
import { useMe } from '../platform/session/use-session.ts'
import { BarMenu, BarMenuItem } from '../ui/bar-menu.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { initialsOf } from './initials.ts'

/** The person's own: who they are, which language, and the way out. */
export function UserMenu() {
  const t = useText()
  const { name } = useMe()
  const other = useOtherLanguage()
  const leaving = useLeaving()
  const [, go] = useLocation()
  return (
    <>
      <BarMenu
        className="shell__person"
        heading={name}
        button={
          <>
            <span aria-hidden="true">{initialsOf(name)}</span>
            <span className="only-for-readers">{t('account.menu', { name })}</span>
          </>
        }
      >
        <BarMenuItem onChoose={() => go('/akun')}>{t('own.title')}</BarMenuItem>
        <BarMenuItem lang={other.speaks} onChoose={other.choose}>
          {other.label}
        </BarMenuItem>
        <BarMenuItem onChoose={leaving.begin}>{t('account.leave')}</BarMenuItem>
      </BarMenu>
      {leaving.text && (
        <ConfirmDialog
          open
          title={leaving.text.title}
          confirmText={leaving.text.act}
          cancelText={t('account.stay')}
          busy={leaving.busy}
          onConfirm={leaving.go}
          onCancel={leaving.stay}
        >
          {leaving.text.body}
        </ConfirmDialog>
      )}
    </>
  )
}

/** Signs out; asks first where something still waits to be sent, and says so where it could not be done. */
function useLeaving() {
  const t = useText()
  const queries = useQueryClient()
  const { entries } = useOutbox()
  const count = entries.filter(({ state }) => state !== 'accepted').length
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const leave = async (): Promise<void> => {
    setBusy(true)
    setProblem(await signOut(queries))
    setBusy(false)
  }
  const failed = problem && { title: t('account.leave.title'), body: problem.message, act: t('failed.action') }
  const waits = {
    title: t('account.leave.waiting.title'),
    body: t('account.leave.waiting', { count }),
    act: t('account.leave.anyway'),
  }
  return {
    busy,
    text: failed ?? (asking ? waits : null),
    begin: () => (count > 0 ? setAsking(true) : void leave()),
    go: () => void leave(),
    stay: () => {
      setAsking(false)
      setProblem(null)
    },
  }
}
