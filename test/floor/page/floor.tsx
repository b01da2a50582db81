import '@jiaohao/screen/no-eval.ts'

import { floor as en } from '@jiaohao/core/text/en/floor.ts'
import { floor as zh } from '@jiaohao/core/text/zh-CN/floor.ts'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openFloorLink } from './floor-link.ts'
import { FloorPage } from './floor-page.tsx'
import '@jiaohao/screen/theme.css'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <Texts texts={openTexts({ 'zh-CN': { floor: zh }, en: { floor: en } })}>
      <FloorPage link={openFloorLink()} />
    </Texts>
  </StrictMode>,
)
