import { blankVerdict } from '@openslrt/core/blank/moves.ts'
import type { BlankProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { Facts } from '../facts.tsx'

/** BLANK-4 The slip of a paper form that is no case yet: where it lies, and what to do. */
export function Blank({ form, zone, shell, t }: BlankProps & { t: Say }) {
  const verdict = blankVerdict[form.status]
  const office = form.officeName
  return (
    <section className={`message message--${verdict === 'waits' ? 'note' : 'problem'}`}>
      <h1 className="public__title">{t(`public.form.${verdict}`, { office })}</h1>
      <p className="public__lead">{t(`public.form.${verdict}.what`, { office })}</p>
      <Facts
        facts={[
          [t('public.form.number'), form.number],
          [t('public.form.since'), sayDate(form.issuedAt, zone, shell.lang)],
          [t('public.form.office'), [office, form.officePhone].filter((part) => part !== '').join(', ')],
        ]}
      />
    </section>
  )
}
