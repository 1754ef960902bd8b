import { caseForms } from '@openslrt/core/i18n/id/case-forms.ts'
import { caseMany } from '@openslrt/core/i18n/id/case-many.ts'
import { addTexts } from '../../../platform/i18n/add-texts.ts'

// Told when what is done to many is fetched, before it is shown.
addTexts(caseForms)
addTexts(caseMany)
