import { doubleTexts } from '@openslrt/core/i18n/id/doubles.ts'
import { ppksTexts } from '@openslrt/core/i18n/id/ppks.ts'
import { addTexts } from '../i18n/add-texts.ts'

// Told when a part of this folder is fetched, before it is shown.
addTexts(doubleTexts)
addTexts(ppksTexts)
