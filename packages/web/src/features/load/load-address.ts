/** Where loads are listed, begun and looked at. */
export const loadsPath = '/pemuatan'
/** In the place of an id: a load that is still to be begun. */
export const newLoad = 'baru'
export const newLoadPath = `${loadsPath}/${newLoad}`
export const loadAddress = (id: string): string => `${loadsPath}/${id}`
