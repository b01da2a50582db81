import '@jiaohao/screen/no-eval.ts'

import { storedKey } from '@jiaohao/screen/key.ts'
import { showPage } from '@jiaohao/screen/page.tsx'
import { Paired } from '@jiaohao/screen/pairing.tsx'
import { BoardPage } from './board-page.tsx'

showPage(
  <Paired kind="display">
    <BoardPage />
  </Paired>,
  storedKey(),
)
