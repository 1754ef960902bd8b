import './ask-texts.ts'
import { variableWords } from '@openslrt/core/i18n/id/variables.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

addTexts(variableWords)
