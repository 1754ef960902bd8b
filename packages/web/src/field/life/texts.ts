import { fieldLife } from '@openslrt/core/i18n/id/field-life.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

addTexts(fieldLife)
