import type { ReportKind } from '@openslrt/core/contract/public-forms.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'

/** What a report of each kind is called, on its pages and as a choice. */
export const kindTitle = {
  pengaduan: 'public.report.complaint',
  layanan: 'public.report.service',
  pertanyaan: 'public.report.question',
} as const satisfies Record<ReportKind, MessageKey>
