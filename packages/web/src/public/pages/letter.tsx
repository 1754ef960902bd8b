import type { LetterCheckProps } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { letterVerdict } from '@openslrt/core/letter/moves.ts'
import { Facts } from '../facts.tsx'

/** LETTER-25 What the QR code of a letter leads to: one sentence first, then the little that stands on the paper too. */
export function LetterCheck({ letter, zone, shell, t }: LetterCheckProps & { t: Say }) {
  if (!letter)
    return (
      <section className="message message--problem">
        <h1 className="public__title">{t('letter.check.none')}</h1>
        <p className="public__lead">{t('letter.check.none.what')}</p>
      </section>
    )
  const verdict = letterVerdict(letter.status)
  return (
    <section className={`message message--${verdict === 'valid' ? 'done' : 'problem'}`}>
      <h1 className="public__title">{t(`letter.check.${verdict}`)}</h1>
      <p className="public__lead">{t(`letter.check.${verdict}.what`, { number: letter.replacedBy ?? '' })}</p>
      <Facts
        facts={[
          [t('letter.check.kind'), t(`letter-kind.${letter.kind}`)],
          [t('letter.check.number'), letter.number],
          [t('letter.check.date'), sayDate(letter.issuedAt, zone, shell.lang)],
          [t('letter.check.office'), letter.office],
          [t('letter.check.name'), letter.holder],
        ]}
      />
    </section>
  )
}
