import '@jiaohao/screen/no-eval.ts'

import { phone as en } from '@jiaohao/core/text/en/phone.ts'
import { wait as enWait } from '@jiaohao/core/text/en/wait.ts'
import { phone as zh } from '@jiaohao/core/text/zh-CN/phone.ts'
import { wait as zhWait } from '@jiaohao/core/text/zh-CN/wait.ts'
import { showPage } from '@jiaohao/screen/page.tsx'
import { PhonePage } from './phone-page.tsx'
import { ticketInHash } from './ticket-in-hash.ts'

const ticket = ticketInHash(location.hash)
window.addEventListener('hashchange', () => location.reload())

showPage(
  <PhonePage known={ticket !== null} />,
  { 'zh-CN': { phone: zh, wait: zhWait }, en: { phone: en, wait: enWait } },
  ticket ? { ticket } : {},
)
