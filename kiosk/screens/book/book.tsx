import '@jiaohao/screen/no-eval.ts'

import { book as en } from '@jiaohao/core/text/en/book.ts'
import { book as zh } from '@jiaohao/core/text/zh-CN/book.ts'
import { showReading } from '@jiaohao/screen/page.tsx'
import { BookPage } from './book-page.tsx'

showReading(<BookPage />, { 'zh-CN': { book: zh }, en: { book: en } })
