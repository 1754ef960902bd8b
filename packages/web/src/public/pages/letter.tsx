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
        <h1 className="public__title">{t('public.letter.none')}</h1>
        <p className="public__lead">{t('public.letter.none.what')}</p>
      </section>
    )
  const verdict = letterVerdict(letter.status)
  return (
    <section className={`message message--${verdict === 'valid' ? 'done' : 'problem'}`}>
      <h1 className="public__title">{t(`public.letter.${verdict}`)}</h1>
      <p className="public__lead">{t(`public.letter.${verdict}.what`, { number: letter.replacedBy ?? '' })}</p>
      <Facts
        facts={[
          [t('public.letter.kind'), t(`letter-kind.${letter.kind}`)],
          [t('public.letter.number'), letter.number],
          [t('public.letter.date'), sayDate(letter.issuedAt, zone, shell.lang)],
          [t('public.letter.office'), letter.office],
          [t('public.letter.name'), letter.holder],
        ]}
      />
    </section>
  )
}
