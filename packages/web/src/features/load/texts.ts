import { load } from '@openslrt/core/i18n/id/load.ts'
import { variableWords } from '@openslrt/core/i18n/id/variables.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

// Told when a screen of this folder is fetched, before it is shown.
addTexts(load)
addTexts(variableWords)
