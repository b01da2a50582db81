import '@jiaohao/screen/no-eval.ts'

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
  storedKey(),
)
