import { usualLanguage } from '@jiaohao/core/text/language.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { ConfigProvider, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'

/** Civic calm in antd's words. */
const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4a8f',
    colorText: '#14202e',
    colorTextSecondary: '#4d5b6b',
    colorTextPlaceholder: '#5f6b7a',
    colorBorder: '#9aa7b5',
    colorBgContainerDisabled: '#f3f5f8',
    colorTextDisabled: '#5f6b7a',
    borderRadius: 8,
    fontSize: 16,
    controlHeight: 36,
    fontFamily: '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", sans-serif',
  },
  components: { Segmented: { trackBg: '#e6eef8', itemSelectedBg: '#0b4a8f', itemSelectedColor: '#ffffff' } },
}

/** antd in the page's language and colours; no space slipped between two Han characters. */
export function Antd({ children }: { children: ReactNode }) {
  const { language } = useTexts()
  return (
    <ConfigProvider
      theme={theme}
      locale={language === usualLanguage ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  )
}
