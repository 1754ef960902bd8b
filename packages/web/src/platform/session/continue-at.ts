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
  return /^\/(?![/\\])/.test(wanted) && !wanted.startsWith(signInPath) ? wanted : '/'
}
