import type { Reason } from '@jiaohao/core/queue/refused.ts'
import {
  fileOf,
  type Language,
  languageIn,
  languages,
  nameIn,
  type staffTexts,
  usualLanguage,
} from '@jiaohao/core/text/language.ts'
import i18next, { type i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider, initReactI18next, useTranslation } from 'react-i18next'

/** The texts of a page, with those of staff where it is theirs; `?lang=en` begins, else the hall's own language. */
export function openTexts(staff?: Awaited<ReturnType<typeof staffTexts>>): i18n {
  const instance = i18next.createInstance()
  const resources = Object.fromEntries(
    languages
      .filter((id) => !staff || staff[id])
      .map((id) => [id, { translation: { ...fileOf(id).citizen, ...staff?.[id] } }]),
  )
  const lng = chosenLanguage()
  document.documentElement.lang = lng
  void instance.use(initReactI18next).init({
    resources,
    lng,
    fallbackLng: usualLanguage,
    // A language may have nothing to say before or after a number.
    returnEmptyString: true,
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
  const language = languageIn(instance.language)
  return {
    t: (key: string, facts: Record<string, string | number> = {}): string => t(key, facts),
    language,
    speak: (next: Language) => void instance.changeLanguage(next),
    /** Every other language, with its own name. */
    others: languages
      .filter((id) => id !== language && instance.hasResourceBundle(id, 'translation'))
      .map((id) => ({ language: id, name: fileOf(id).name })),
    /** A thing of the hall in this language. */
    nameOf: (thing: { name: string; nameEn: string }) => nameIn(language, thing),
    refusal: (reason: Reason) => t(`refusals.${reason}`),
  }
}

function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? ''
  return languageIn(asked)
}
