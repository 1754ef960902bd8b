import { importTexts } from '@openslrt/core/i18n/id/import.ts'
import { leave } from '@openslrt/core/i18n/id/leave.ts'
import { lists } from '@openslrt/core/i18n/id/lists.ts'
import { office } from '@openslrt/core/i18n/id/office.ts'
import { serviceKeyTexts } from '@openslrt/core/i18n/id/service-key.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'
import '../../platform/session/texts.ts'

// Told when a screen of this folder is fetched, before it is shown.
addTexts({ ...importTexts, ...leave, ...lists, ...office, ...serviceKeyTexts })
