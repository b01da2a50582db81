import '@jiaohao/screen/no-eval.ts'

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
  storedKey(),
)
