import type { Language } from './language.ts'

/** What a public speaker may tell of a call: number, counter and service, nothing of the person (T10). */
export interface Announced {
  number: string
  counter: string
  service?: string
}

/** The sentence as a screen writes it; what a voice is given to read is `spelled`. */
export function announcement({ number, counter, service }: Announced, language: Language): string {
  switch (language) {
    case 'zh-CN':
      return `请${number}号到${counter}号窗口${service ? `办理${service}` : ''}`
    case 'en':
      return `Ticket ${number}, please go to counter ${counter}${service ? ` for ${service}` : ''}`
  }
}
