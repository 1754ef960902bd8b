import { useLocation, useSearch } from 'wouter'
import { LanguageSwitch } from '../../platform/i18n/language-switch.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { wantedPlace } from '../../platform/session/continue-at.ts'
import { SignInForm } from '../../platform/session/sign-in-form.tsx'
import { DoorPage } from './door-page.tsx'
import { ProviderButton } from './provider-button.tsx'

/** Signing in: leads back to the screen that was asked for. */
export function Screen() {
  const t = useText()
  const [, go] = useLocation()
  const search = useSearch()
  return (
    <DoorPage
      title={t('account.title')}
      language={<LanguageSwitch />}
      aside={
        <>
          <p>{t('account.help')}</p>
          <p>
            {t('account.citizen')} <a href="/">{t('account.citizen.link')}</a>
          </p>
        </>
      }
    >
      <SignInForm onIn={() => go(wantedPlace(search), { replace: true })} />
      <ProviderButton />
    </DoorPage>
  )
}
