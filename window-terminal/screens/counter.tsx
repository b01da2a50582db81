import '@jiaohao/screen/no-eval.ts'

import { showStaffPage } from '@jiaohao/screen/staff-page.tsx'
import { Antd } from './counter/antd.tsx'
import { CounterPage } from './counter/counter-page.tsx'
import '@jiaohao/screen/theme.css'

const bar = new URLSearchParams(location.search).get('bar') === '1'

void showStaffPage(
  ({ me, leave }) => (
    <Antd>
      <CounterPage me={me} bar={bar} leave={leave} />
    </Antd>
  ),
  'counter.title',
)
