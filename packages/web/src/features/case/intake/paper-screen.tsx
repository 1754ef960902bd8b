import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { blankRoutes } from '@openslrt/core/contract/blank.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import type { ReportField } from '@openslrt/core/intake/report.ts'
import { formLines } from '@openslrt/core/intake/template.ts'
import { useMemo } from 'react'
import { Link, useSearch } from 'wouter'
import type { z } from 'zod'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { Qr } from '../../../ui/qr.tsx'
import { qrModules } from '../../../ui/qr-modules.ts'
import { IssuePart } from '../blank/issue-part.tsx'
import { inHalves, trackLink, trackPage } from '../register/receipt-link.ts'
import '../blank/texts.ts'
import '../blank/blank.css'
import './texts.ts'
import './paper.css'

/** The form for days without power: sheets of A4 with the lines and numbers of the message, and a slip to tear off. */
export function Screen() {
  const t = useText()
  const batch = new URLSearchParams(useSearch()).get('cetakan')
  const { data } = useAsk(blankRoutes.print, { query: { batch: batch ?? '' } }, { enabled: batch !== null })
  const sheets = batch === null ? [null] : (data?.sheets ?? [])
  return (
    <>
      <div className="not-on-paper paper-page">
        <PageHead
          title={t('paper.title')}
          action={
            <Button
              icon={<PrinterSmallIcon aria-hidden />}
              disabled={sheets.length === 0}
              onClick={() => window.print()}
            >
              {t('paper.print')}
            </Button>
          }
        />
        <p className="reading">{t('paper.about')}</p>
        <IssuePart />
        {batch !== null && (
          <p>
            <output>{data && t('blank.ready', { count: sheets.length })}</output>{' '}
            <Link href="/formulir">{t('blank.plain')}</Link>
          </p>
        )}
      </div>
      {sheets.map((sheet) => (
        <Sheet key={sheet?.number ?? ''} sheet={sheet} />
      ))}
    </>
  )
}

type Numbered = z.output<typeof blankRoutes.print.reply>['sheets'][number]

function Sheet({ sheet }: { sheet: Numbered | null }) {
  const t = useText()
  const { post } = useActing()
  return (
    <section
      className={sheet ? 'paper paper--numbered' : 'paper'}
      aria-label={[t('paper.name'), sheet?.number].filter(Boolean).join(' ')}
    >
      <header className="paper__head">
        <h2>{t('paper.name')}</h2>
        <p>
          {t('paper.office')}: {post?.officeName}
        </p>
        {sheet && (
          <p className="paper__number">
            {t('paper.form-number')}: <strong className="numbers">{sheet.number}</strong>
          </p>
        )}
        <Blanks
          names={sheet ? ['paper.date', 'paper.taken-by'] : ['paper.form-number', 'paper.date', 'paper.taken-by']}
        />
      </header>
      <ol className="paper__lines">
        {formLines.map(({ field, number, label }) => (
          <li key={field} className={field === 'story' ? 'paper__line paper__line--long' : 'paper__line'}>
            <span className="paper__label">
              {number}. {label}
            </span>
            <span className="paper__room">{hintOf(field, t)}</span>
          </li>
        ))}
      </ol>
      {sheet ? <NumberedSlip sheet={sheet} /> : <PlainSlip />}
    </section>
  )
}

function PlainSlip() {
  const t = useText()
  return (
    <footer className="paper__slip">
      <h3>{t('paper.slip')}</h3>
      <Blanks names={['paper.form-number', 'paper.date', 'paper.taken-by']} />
      <p>{t('paper.slip.text')}</p>
    </footer>
  )
}

/** BLANK-2 What the citizen tears off: number, code and QR code, before there is any case. */
function NumberedSlip({ sheet }: { sheet: Numbered }) {
  const t = useText()
  const { post } = useActing()
  const modules = useMemo(() => qrModules(trackLink(window.location.origin, sheet.long)), [sheet.long])
  return (
    <footer className="paper__slip paper__slip--numbered">
      <div>
        <h3>{t('blank.slip')}</h3>
        <p>{post?.officeName}</p>
        <p className="paper__codes">
          <span>
            {t('paper.form-number')}: <strong className="numbers">{sheet.number}</strong>
          </span>
          <span>
            {t('blank.code')}: <strong className="paper__code">{inHalves(sheet.short)}</strong>
          </span>
        </p>
        <p>{t('blank.slip.text', { page: trackPage(window.location.host) })}</p>
        <Blanks names={['paper.date', 'paper.taken-by']} />
      </div>
      <Qr modules={modules} label={t('blank.qr', { number: sheet.number })} size={132} />
    </footer>
  )
}

function Blanks({ names }: { names: readonly ('paper.form-number' | 'paper.date' | 'paper.taken-by')[] }) {
  const t = useText()
  return (
    <p className="paper__blanks">
      {names.map((name) => (
        <span key={name}>{t(name)}: </span>
      ))}
    </p>
  )
}

function hintOf(field: ReportField, t: ReturnType<typeof useText>): string {
  const key = `paper.hint.${field}`
  return isMessageKey(key) ? t(key) : ''
}
