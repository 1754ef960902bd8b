import { caseForms } from '@openslrt/core/i18n/id/case-forms.ts'
import { caseMany } from '@openslrt/core/i18n/id/case-many.ts'
import { caseQueue } from '@openslrt/core/i18n/id/case-queue.ts'
import { caseRegister } from '@openslrt/core/i18n/id/case-register.ts'
import { addTexts } from '../../../platform/i18n/add-texts.ts'

// Told when a form of this folder is fetched, before it is shown.
addTexts(caseForms)
addTexts(caseMany)
addTexts(caseQueue)
addTexts(caseRegister)
