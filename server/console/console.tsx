import '@jiaohao/screen/no-eval.ts'

import { showStaffPage } from '@jiaohao/screen/staff-page.tsx'
import '@jiaohao/screen/theme.css'
import { Console } from './shell.tsx'

void showStaffPage((signed) => <Console {...signed} />, 'common.console')
