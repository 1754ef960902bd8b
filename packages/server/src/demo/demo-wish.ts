/** What is asked of the demo. */
export interface DemoWish {
  readonly cases: number
  readonly say: (line: string) => void
  /** When it is aborted, the demo breaks off after the commands in hand; the next start goes on from there. */
  readonly signal: AbortSignal
  /** Called once the installation is marked as one with demo data. */
  readonly onMarked: () => Promise<void>
}
