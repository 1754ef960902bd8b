/** Where the sign-in screen is, below the desk's own address. */
export const signInPath = '/masuk'

/** The sign-in screen, remembering where the person wanted to go. */
export function continueAt(path: string, search: string): string {
  const wanted = search === '' ? path : `${path}?${search}`
  return wanted === '/' ? signInPath : `${signInPath}?lanjut=${encodeURIComponent(wanted)}`
}

/** Where to go after signing in. Only addresses of this desk: one that leads elsewhere is somebody's trick. */
export function wantedPlace(search: string): string {
  const wanted = new URLSearchParams(search).get('lanjut') ?? '/'
  return leadsHere(wanted) && !wanted.startsWith(signInPath) ? wanted : '/'
}

const here = 'https://desk.invalid/desk/'

/** Asked of what the browser makes of it: it drops tabs and line ends, and steps up where dots say so. */
function leadsHere(wanted: string): boolean {
  if (!/^\/(?![/\\])\P{Cc}*$/u.test(wanted)) return false
  const at = URL.parse(`.${wanted}`, here)
  return at !== null && at.href.startsWith(here) && !at.pathname.includes('//')
}

const awayKey = 'openslrt.lanjut'

/** Remembers in this window where the person wanted to go, while they are at the identity provider. */
export function keepWanted(search: string): void {
  try {
    sessionStorage.setItem(awayKey, wantedPlace(search))
  } catch {
    // Where nothing is stored, signing in leads to the first page.
  }
}

/** Where to go after the identity provider, once. What was stored is looked through as if an address had said it. */
export function takeWanted(): string {
  try {
    const wanted = sessionStorage.getItem(awayKey) ?? '/'
    sessionStorage.removeItem(awayKey)
    return wantedPlace(new URLSearchParams({ lanjut: wanted }).toString())
  } catch {
    return '/'
  }
}
