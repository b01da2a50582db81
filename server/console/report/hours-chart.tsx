import type { Report } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer])

const ink = '#14202e'

/** Numbers taken and called per hour as bars, the mean wait as a line; told apart by pattern too, not by colour alone. */
export function HoursChart({ hours }: { hours: Report['hours'] }) {
  const { t } = useTexts()
  const at = useRef<HTMLDivElement>(null)
  const words = {
    issued: t('report.figures.issued'),
    called: t('report.figures.called'),
    wait: t('report.meanWaitMinutes'),
    about: t('report.chartAbout'),
  }
  const key = JSON.stringify(words)
  useEffect(() => {
    if (!at.current) return
    const { issued, called, wait, about } = JSON.parse(key) as typeof words
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const chart = init(at.current)
    chart.setOption({
      animation: !still,
      animationDuration: 300,
      aria: { enabled: true, label: { description: about }, decal: { show: true } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink },
      color: ['#0b4a8f', '#8fb3dc', '#8a5a00'],
      tooltip: { trigger: 'axis' },
      legend: { top: 0, textStyle: { fontSize: 14, color: ink } },
      grid: { left: 48, right: 56, top: 48, bottom: 32 },
      xAxis: {
        type: 'category',
        data: hours.map(({ hour }) => `${String(hour).padStart(2, '0')}:00`),
        axisLabel: { fontSize: 13, color: ink },
      },
      yAxis: [
        { type: 'value', minInterval: 1, axisLabel: { fontSize: 13, color: ink } },
        {
          type: 'value',
          splitLine: { show: false },
          axisLabel: { fontSize: 13, color: ink, formatter: '{value}′' },
        },
      ],
      series: [
        { name: issued, type: 'bar', barMaxWidth: 26, data: hours.map((each) => each.issued) },
        { name: called, type: 'bar', barMaxWidth: 26, data: hours.map((each) => each.called) },
        {
          name: wait,
          type: 'line',
          yAxisIndex: 1,
          symbolSize: 9,
          lineStyle: { width: 3 },
          data: hours.map(({ meanWaitMs }) =>
            meanWaitMs === null ? null : Math.round(meanWaitMs / 6_000) / 10,
          ),
        },
      ],
    })
    const fit = () => chart.resize()
    addEventListener('resize', fit)
    return () => {
      removeEventListener('resize', fit)
      chart.dispose()
    }
  }, [hours, key])
  return <div ref={at} className="report-chart" />
}
