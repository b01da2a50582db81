import '@jiaohao/screen/no-eval.ts'

import { evaluator as en } from '@jiaohao/core/text/en/evaluator.ts'
import { pairing as enPairing } from '@jiaohao/core/text/en/pairing.ts'
import { evaluator as zh } from '@jiaohao/core/text/zh-CN/evaluator.ts'
import { pairing as zhPairing } from '@jiaohao/core/text/zh-CN/pairing.ts'
import { storedKey } from '@jiaohao/screen/key.ts'
import { showPage } from '@jiaohao/screen/page.tsx'
import { Paired } from '@jiaohao/screen/pairing.tsx'
import { EvaluatorPage } from './evaluator/evaluator-page.tsx'
import './evaluator/evaluator.css'
import '@jiaohao/screen/theme.css'

showPage(
  <Paired kind="evaluator">
    <EvaluatorPage />
  </Paired>,
  { 'zh-CN': { evaluator: zh, pairing: zhPairing }, en: { evaluator: en, pairing: enPairing } },
  storedKey(),
)
