import { after } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openWindow, pictureFailures, type WindowOptions } from './browser.ts'
import { type House, type HouseOptions, startHouse } from './house.ts'
import { enterSleman, type Person, type Sleman } from './sleman.ts'

/** A district at work and a browser to look at it: what most journeys begin with. Everything ends with the test file. */
export interface Scene {
  readonly house: House
  readonly sleman: Sleman
  readonly browser: Browser
  /** What went wrong in any page without being shown. */
  readonly faults: readonly string[]
  /** Somebody's own window. */
  enter(options?: Omit<WindowOptions, 'faults'>): Promise<Page>
  /** The window of somebody who is signed in. */
  sit(person: Pick<Person, 'cookie'>): Promise<Page>
}

export async function setScene(options: HouseOptions = {}): Promise<Scene> {
  const house = await startHouse([], { from: 'sleman', ...options })
  after(() => house.stop())
  const sleman = await enterSleman(house)
  const browser = await openBrowser()
  after(() => browser.close())
  pictureFailures(browser)
  const faults: string[] = []
  const enter: Scene['enter'] = (options = {}) => openWindow(browser, house, { ...options, faults })
  return { house, sleman, browser, faults, enter, sit: ({ cookie }) => enter({ cookie }) }
}
