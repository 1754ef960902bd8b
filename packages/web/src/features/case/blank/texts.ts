import { blank } from '@openslrt/core/i18n/id/blank.ts'
import { addTexts } from '../../../platform/i18n/add-texts.ts'

// Told when a part of this folder is fetched, before it is shown.
addTexts(blank)
