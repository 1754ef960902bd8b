/** Longer than a slow line needs for the app; then the page opens with what there is. */
const patienceMs = 60_000

/** Fetches the newest release, so that the next start takes it. Without a line nothing comes of it. */
export async function fetchNewRelease(): Promise<void> {
  const known = await navigator.serviceWorker?.getRegistration('/lapangan').catch(() => undefined)
  const updated = await known?.update().catch(() => undefined)
  const coming = known?.installing
  if (!updated || !coming) return
  await new Promise<void>((go) => {
    setTimeout(go, patienceMs)
    coming.addEventListener('statechange', () => go(), { once: true })
  })
}
