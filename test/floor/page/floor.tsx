import '@jiaohao/screen/no-eval.ts'

import { staffTexts } from '@jiaohao/core/text/language.ts'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openFloorLink } from './floor-link.ts'
import { FloorPage } from './floor-page.tsx'
import { ReplayPage } from './replay/replay-page.tsx'
import { useHash } from './use-hash.ts'
import '@jiaohao/screen/theme.css'

const link = openFloorLink()

/** The hall as it is now or, behind `#replay`, as it was. */
function Shown() {
  return useHash() === 'replay' ? <ReplayPage /> : <FloorPage link={link} />
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <Texts texts={openTexts(await staffTexts())}>
      <Shown />
    </Texts>
  </StrictMode>,
)
