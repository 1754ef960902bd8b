import './work-texts.ts'
import { programmeTexts } from '@openslrt/core/i18n/id/programme.ts'
import { variableWords } from '@openslrt/core/i18n/id/variables.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

addTexts(programmeTexts)
addTexts(variableWords)
