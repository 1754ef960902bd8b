import { programmeTexts } from '@openslrt/core/i18n/id/programme.ts'
import { variableWords } from '@openslrt/core/i18n/id/variables.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

// Told when a screen of this folder is fetched, before it is shown.
addTexts(programmeTexts)
addTexts(variableWords)
