import { useText } from '../../platform/i18n/use-text.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { FactorPart } from './factor-part.tsx'
import { NoticePart } from './notice-part.tsx'
import { PhonePart } from './phone-part.tsx'
import { ProviderPart } from './provider-part.tsx'
import { SessionsPart } from './sessions-part.tsx'
import { SignInLog } from './sign-in-log.tsx'
import './own-account.css'
import './texts.ts'
import '../../platform/session/texts.ts'

/** The own account: what guards it, where it is open, and what was tried at it. */
export function Screen() {
  const t = useText()
  return (
    <>
      <PageHead title={t('own.title')} />
      <div className="own-account">
        <FactorPart />
        <ProviderPart />
        <NoticePart />
        <PhonePart />
        <SessionsPart />
        <SignInLog />
      </div>
    </>
  )
}
