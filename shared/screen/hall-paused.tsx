import { standing as en } from '@jiaohao/core/text/en/standing.ts'
import { standing as zh } from '@jiaohao/core/text/zh-CN/standing.ts'
import type { HallFace } from '@jiaohao/core/views/parts.ts'
import { useTexts } from './texts.tsx'
import './hall-paused.css'

/** One strip over a screen that otherwise stays as it is: the hall pauses, why, and what becomes of the numbers. */
export function HallPaused({ standing }: { standing: HallFace['standing'] }) {
  const { language } = useTexts()
  if (standing.is !== 'paused') return null
  const words = language === 'en' ? en.paused : zh.paused
  return (
    <p className="hall-paused" role="status">
      <strong>
        {words.title}
        {language === 'en' ? ': ' : '：'}
        {standing.reason}
      </strong>
      <span>{words.stay}</span>
    </p>
  )
}
