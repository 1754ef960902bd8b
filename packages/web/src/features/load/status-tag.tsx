import type { LoadStatus } from '@openslrt/core/load/load.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { loadTone } from './load-view.ts'

/** How a load stands, by word and shape. */
export function LoadTag({ status }: { status: LoadStatus }) {
  const t = useText()
  return <StatusTag tone={loadTone[status]} label={t(`load.stands.${status}`)} />
}
