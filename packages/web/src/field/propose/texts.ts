import '../match/work-texts.ts'
import '../ask/ask-texts.ts'
import { proposalTexts } from '@openslrt/core/i18n/id/proposal.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

addTexts(proposalTexts)
