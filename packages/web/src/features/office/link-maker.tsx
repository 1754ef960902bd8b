import { Button } from '@navikt/ds-react/Button'
import { CopyButton } from '@navikt/ds-react/CopyButton'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'

interface LinkMakerProps {
  readonly name: string
  readonly staff: string
  readonly hasAccount: boolean
  /** Make it without being asked: right after the person was added. */
  readonly atOnce?: boolean
}

interface OneTimeLink {
  readonly path: string
  readonly expiresAt: number
}

/** Makes a one-time link and shows it, once: the server itself keeps only its digest. */
export function LinkMaker({ name, staff, hasAccount, atOnce = false }: LinkMakerProps) {
  const t = useText()
  const { link, problem, busy, make } = useLink(staff, atOnce)
  return (
    <>
      {!link && <p>{t(hasAccount ? 'staff.link.hint.reset' : 'staff.link.hint.new')}</p>}
      <ActProblem problem={problem} />
      {link ? (
        <LinkBox name={name} link={link} />
      ) : (
        <div>
          <Button size="small" variant="secondary" loading={busy} onClick={make}>
            {t(hasAccount ? 'staff.link.reset' : 'staff.link.new')}
          </Button>
        </div>
      )}
    </>
  )
}

function LinkBox({ name, link }: { name: string; link: OneTimeLink }) {
  const t = useText()
  const when = useWhen()
  const address = `${window.location.origin}${link.path}`
  return (
    <section className="link-box" ref={bringIntoView}>
      <strong>{t('staff.link.title', { name })}</strong>
      <p>{t('staff.link.text')}</p>
      <code className="link-box__address">{address}</code>
      <p>
        <time dateTime={when.iso(link.expiresAt)}>{t('staff.link.until', { until: when.exact(link.expiresAt) })}</time>
      </p>
      <div>
        <CopyButton
          size="small"
          variant="action"
          copyText={address}
          text={t('staff.link.copy')}
          activeText={t('staff.link.copied')}
        />
      </div>
    </section>
  )
}

const bringIntoView = (box: HTMLElement | null): void => box?.scrollIntoView({ block: 'nearest' })

function useLink(staff: string, atOnce: boolean) {
  const [link, setLink] = useState<OneTimeLink | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const make = useCallback(async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const answer = await ask(accountRoutes.invite, { body: { staff } })
    setBusy(false)
    if (answer.ok) setLink(answer.value)
    else setProblem(answer.error)
  }, [staff])
  const begun = useRef(false)
  useEffect(() => {
    if (!atOnce || begun.current) return
    begun.current = true
    // What comes of it is seen on the screen.
    void make()
  }, [atOnce, make])
  return { link, problem, busy, make: () => void make() }
}
