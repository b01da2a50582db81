import '@jiaohao/screen/no-eval.ts'

import { counter as en } from '@jiaohao/core/text/en/counter.ts'
import { signIn as enSignIn } from '@jiaohao/core/text/en/sign-in.ts'
import { counter as zh } from '@jiaohao/core/text/zh-CN/counter.ts'
import { signIn as zhSignIn } from '@jiaohao/core/text/zh-CN/sign-in.ts'
import { showStaffPage } from '@jiaohao/screen/staff-page.tsx'
import { Antd } from './counter/antd.tsx'
import { CounterPage } from './counter/counter-page.tsx'
import '@jiaohao/screen/theme.css'

const bar = new URLSearchParams(location.search).get('bar') === '1'

showStaffPage(
  ({ me, leave }) => (
    <Antd>
      <CounterPage me={me} bar={bar} leave={leave} />
    </Antd>
  ),
  { 'zh-CN': { counter: zh, signIn: zhSignIn }, en: { counter: en, signIn: enSignIn } },
  'counter.title',
)
