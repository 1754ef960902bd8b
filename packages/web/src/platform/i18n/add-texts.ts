import { id } from '@openslrt/core/i18n/id.ts'

/** Adds the texts that came with a screen, which the build keeps out of the first load. */
export const addTexts = (texts: Readonly<Record<string, string>>): void => void Object.assign(id, texts)
