import { inbound } from '@openslrt/core/i18n/id/inbound.ts'
import { noticeTexts } from '@openslrt/core/i18n/id/notice.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

// Told when a screen of this folder is fetched, before it is shown.
addTexts(noticeTexts)
addTexts(inbound)
