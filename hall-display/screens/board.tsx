import '@jiaohao/screen/no-eval.ts'

import { board as en } from '@jiaohao/core/text/en/board.ts'
import { board as zh } from '@jiaohao/core/text/zh-CN/board.ts'
import { storedKey } from '@jiaohao/screen/key.ts'
import { showPage } from '@jiaohao/screen/page.tsx'
import { Paired } from '@jiaohao/screen/pairing.tsx'
import { BoardPage } from './board-page.tsx'

showPage(
  <Paired kind="display">
    <BoardPage />
  </Paired>,
  { 'zh-CN': { board: zh }, en: { board: en } },
  storedKey(),
)
