import { lists } from '@openslrt/core/i18n/id/lists.ts'
import { networkTexts } from '@openslrt/core/i18n/id/network.ts'
import { office } from '@openslrt/core/i18n/id/office.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

// Told when a screen of this folder is fetched, before it is shown. When an office is open is said in the words of others.
addTexts({ ...lists, ...networkTexts, ...office })
