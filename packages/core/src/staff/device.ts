/** What a browser and the machine under it are called by people; null where it does not say. */
export interface Device {
  readonly browser: string | null
  readonly system: string | null
}

// In this order: nearly every browser also calls itself Chrome and Safari, and Android calls itself Linux.
const browsers = [
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['Linux', 'Linux'],
] as const

/** ACCOUNT-17 The device behind a user agent, in words that its owner knows it by. */
export function deviceOf(agent: string): Device {
  return { browser: nameIn(agent, browsers), system: nameIn(agent, systems) }
}

const nameIn = (agent: string, marks: readonly (readonly [mark: string, name: string])[]): string | null =>
  marks.find(([mark]) => agent.includes(mark))?.[1] ?? null
