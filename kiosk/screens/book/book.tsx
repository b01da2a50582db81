import '@jiaohao/screen/no-eval.ts'

import { showReading } from '@jiaohao/screen/page.tsx'
import { BookPage } from './book-page.tsx'

showReading(<BookPage />)
