import { useText } from '../../platform/i18n/use-text.ts'

interface Device {
  readonly browser: string | null
  readonly system: string | null
}

/** A device in words that its owner knows it by. */
export function useDeviceName(): (device: Device) => string {
  const t = useText()
  return ({ browser, system }) =>
    browser && system ? t('device.both', { browser, system }) : (browser ?? system ?? t('device.unknown'))
}
