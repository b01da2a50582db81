import '@jiaohao/screen/no-eval.ts'

import { showReading } from '@jiaohao/screen/page.tsx'
import { PhoneGuide } from './guide/phone-guide.tsx'

showReading(<PhoneGuide />)
