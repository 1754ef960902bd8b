import type { NetworkState } from '@openslrt/core/network/kinds.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'

const tones: Readonly<Record<NetworkState, Tone>> = {
  planned: 'new',
  growing: 'waiting',
  active: 'active',
  independent: 'done',
  lapsed: 'stopped',
}

/** Where an office stands, in one word; nobody having said it is no alarm. */
export function StateTag({ state, small = false }: { readonly state: NetworkState | null; readonly small?: boolean }) {
  const t = useText()
  if (state === null) return <span className="network__quiet">{t('network-state.unsaid')}</span>
  return <StatusTag small={small} tone={tones[state]} label={t(`network-state.${state}`)} />
}
