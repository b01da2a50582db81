import '@jiaohao/screen/no-eval.ts'

import { checkIn as enCheckIn } from '@jiaohao/core/text/en/check-in.ts'
import { guide as enGuide } from '@jiaohao/core/text/en/guide.ts'
import { kiosk as en } from '@jiaohao/core/text/en/kiosk.ts'
import { wait as enWait } from '@jiaohao/core/text/en/wait.ts'
import { checkIn as zhCheckIn } from '@jiaohao/core/text/zh-CN/check-in.ts'
import { guide as zhGuide } from '@jiaohao/core/text/zh-CN/guide.ts'
import { kiosk as zh } from '@jiaohao/core/text/zh-CN/kiosk.ts'
import { wait as zhWait } from '@jiaohao/core/text/zh-CN/wait.ts'
import { storedKey } from '@jiaohao/screen/key.ts'
import { showPage } from '@jiaohao/screen/page.tsx'
import { Paired } from '@jiaohao/screen/pairing.tsx'
import { CardStrip } from './card-strip.tsx'
import { KioskPage } from './kiosk-page.tsx'

showPage(
  <Paired kind="kiosk">
    <KioskPage />
    <CardStrip />
  </Paired>,
  {
    'zh-CN': { kiosk: zh, guide: zhGuide, checkIn: zhCheckIn, wait: zhWait },
    en: { kiosk: en, guide: enGuide, checkIn: enCheckIn, wait: enWait },
  },
  storedKey(),
)
