import { fieldWork } from '@openslrt/core/i18n/id/field-work.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

addTexts(fieldWork)
