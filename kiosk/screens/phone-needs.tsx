import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Need } from '@jiaohao/core/queue/need.ts'
import type { PhoneView } from '@jiaohao/core/views/phone.ts'
import { useAccessible } from '@jiaohao/screen/accessible.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { NeedsChoice } from './needs-choice.tsx'

const offered: Need[] = ['slowSpeech', 'lowCounter', 'flash']

/** In accessible mode, or once something was chosen: how to be called and where to be served. */
export function PhoneNeeds({ view, onNeeds }: { view: PhoneView; onNeeds(needs: Need[]): Promise<Answer> }) {
  const { t } = useTexts()
  const { on } = useAccessible()
  const [asking, setAsking] = useState(false)
  if (!on && !offered.some((need) => view.needs.includes(need))) return null
  const choose = (needs: Need[]) => {
    setAsking(true)
    void onNeeds(needs).finally(() => setAsking(false))
  }
  return (
    <section className="phone-needs">
      <p>{t('needs.about')}</p>
      <NeedsChoice chosen={view.needs} offered={offered} disabled={asking} onChoose={choose} />
    </section>
  )
}
