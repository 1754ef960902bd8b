/**
 * Runs a work once at a time. Who asks while it runs gets the next run, which begins after they asked: what was
 * committed before is then seen. However many ask meanwhile, they share that one run.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const run = (): Promise<void> => {
    next = null
    running = work().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (running === null && next === null) return run()
    next ??= (running ?? Promise.resolve()).then(run, run)
    return next
  }
}
