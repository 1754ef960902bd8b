import { type ReportKind, reportKinds } from '@openslrt/core/contract/public-forms.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { DoorCard } from './door-card.tsx'

const texts = {
  pengaduan: { title: 'public.home.complaint', text: 'public.home.complaint.text' },
  layanan: { title: 'public.home.help', text: 'public.home.help.text' },
  pertanyaan: { title: 'public.home.question', text: 'public.home.question.text' },
} as const satisfies Record<ReportKind, { title: MessageKey; text: MessageKey }>

/** The three large choices: complain, ask for help, ask a question. */
export function KindDoors({ t }: { t: Say }) {
  return (
    <div className="doors doors--main">
      {reportKinds.map((kind) => (
        <DoorCard
          key={kind}
          strong
          href={`${publicPaths.report}?jenis=${kind}`}
          title={t(texts[kind].title)}
          text={t(texts[kind].text)}
        />
      ))}
    </div>
  )
}
