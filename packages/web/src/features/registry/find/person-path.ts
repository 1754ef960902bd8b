import type { Holder } from '@openslrt/core/registry/registry.ts'

/** The address of a person's own page. */
export const personPath = ({ district, id }: { readonly district: string; readonly id: string }): string =>
  `/anggota/${district}/${id}`

export const doublesPath = '/keluarga/ganda'

/** The address at which two people, or two families, are compared. */
export const mergePath = (district: string, kept: string, gone: string, of: Holder = 'person'): string =>
  `${doublesPath}/${district}/${kept}/${gone}${of === 'family' ? '?jenis=keluarga' : ''}`
/** Of which two it is, by what stands behind that address. */
export const comparedIn = (search: string): Holder =>
  new URLSearchParams(search).get('jenis') === 'keluarga' ? 'family' : 'person'

/** The list of likely doubles from which two were compared. */
export const listPath = (of: Holder): string => (of === 'family' ? `${doublesPath}?lihat=families` : doublesPath)
