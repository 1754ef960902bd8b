export const rolesPath = '/peran'
/** In the place of a code: a new role whose original is still to be chosen. */
export const anyRole = 'baru'

/** What an address of the roles asks for: words looked for, a role to look at, one to change, or one to copy. */
export function rolesAddressOf(search: string) {
  const params = new URLSearchParams(search)
  return {
    words: params.get('cari')?.trim() ?? '',
    opened: params.get('buka'),
    changed: params.get('ubah'),
    copied: params.get('salin'),
    file: params.has('berkas'),
  }
}
