import { passwordRules } from '@openslrt/core/staff/password.ts'
import { useText } from '../../platform/i18n/use-text.ts'

/** The rules while a password is typed: each says in words and by shape whether it is met. */
export function PasswordRules({ password, signInName }: { password: string; signInName: string }) {
  const t = useText()
  return (
    <ul className="door__rules">
      {passwordRules(password, signInName).map(({ code, least, met }) => (
        <li key={code} data-met={met || undefined}>
          <svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true">
            <path fillRule="evenodd" d={met ? shapes.met : shapes.unmet} />
          </svg>
          {t(`account.rule.${code}`, { least })}
          <span className="only-for-readers">{t(met ? 'account.rule.met' : 'account.rule.unmet')}</span>
        </li>
      ))}
    </ul>
  )
}

const shapes = {
  met: 'm6.2 13.4-5-5L3 6.6l3.2 3.2L13 3l1.8 1.8Z',
  unmet: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
} as const
