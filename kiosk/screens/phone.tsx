import '@jiaohao/screen/no-eval.ts'

import { showPage } from '@jiaohao/screen/page.tsx'
import { PhonePage } from './phone-page.tsx'
import { ticketInHash } from './ticket-in-hash.ts'

const ticket = ticketInHash(location.hash)
window.addEventListener('hashchange', () => location.reload())

showPage(<PhonePage known={ticket !== null} />, ticket ? { ticket } : {})
