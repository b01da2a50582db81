import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { accessible as enAccessible } from '@jiaohao/core/text/en/accessible.ts'
import { needs as enNeeds } from '@jiaohao/core/text/en/needs.ts'
import { pairing as enPairing } from '@jiaohao/core/text/en/pairing.ts'
import { refusals as en } from '@jiaohao/core/text/en/refusals.ts'
import { isLanguage, type Language } from '@jiaohao/core/text/language.ts'
import { accessible as zhAccessible } from '@jiaohao/core/text/zh-CN/accessible.ts'
import { needs as zhNeeds } from '@jiaohao/core/text/zh-CN/needs.ts'
import { pairing as zhPairing } from '@jiaohao/core/text/zh-CN/pairing.ts'
import { refusals as zh } from '@jiaohao/core/text/zh-CN/refusals.ts'
import i18next, { type i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider, initReactI18next, useTranslation } from 'react-i18next'

/** One screen's texts in every language. */
export type Tables<Texts> = Record<Language, Texts>

/** The texts of a page; `?lang=en` or the last choice on this machine begins, else zh-CN. */
export function openTexts(tables: Tables<object>): i18n {
  const instance = i18next.createInstance()
  const resources = {
    'zh-CN': {
      translation: {
        ...tables['zh-CN'],
        refusals: zh,
        pairing: zhPairing,
        accessible: zhAccessible,
        needs: zhNeeds,
      },
    },
    en: {
      translation: {
        ...tables.en,
        refusals: en,
        pairing: enPairing,
        accessible: enAccessible,
        needs: enNeeds,
      },
    },
  }
  const lng = chosenLanguage()
  document.documentElement.lang = lng
  void instance.use(initReactI18next).init({
    resources,
    lng,
    fallbackLng: 'zh-CN',
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0])
  instance.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  return instance
}

export function Texts({ texts, children }: { texts: i18n; children: ReactNode }) {
  return <I18nextProvider i18n={texts}>{children}</I18nextProvider>
}

/** `t('key.path', {facts})`, the language, how to change it, and a refusal in words. */
export function useTexts() {
  const { t, i18n: instance } = useTranslation()
  const language: Language = isLanguage(instance.language) ? instance.language : 'zh-CN'
  return {
    t: (key: string, facts: Record<string, string | number> = {}): string => t(key, facts),
    language,
    speak: (next: Language) => void instance.changeLanguage(next),
    refusal: (reason: Reason) => t(`refusals.${reason}`),
  }
}

function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? ''
  return isLanguage(asked) ? asked : 'zh-CN'
}
