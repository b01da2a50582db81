import '@jiaohao/screen/no-eval.ts'

import { guide as en } from '@jiaohao/core/text/en/guide.ts'
import { guide as zh } from '@jiaohao/core/text/zh-CN/guide.ts'
import { showReading } from '@jiaohao/screen/page.tsx'
import { PhoneGuide } from './guide/phone-guide.tsx'

showReading(<PhoneGuide />, { 'zh-CN': { guide: zh }, en: { guide: en } })
