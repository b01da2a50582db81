import { useAccessible } from '@jiaohao/screen/accessible.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect } from 'react'

/** Speaks a prompt when it changes in accessible mode, if this machine has a voice of the language; else stays silent. */
export function useSpoken(prompt: string): void {
  const { on } = useAccessible()
  const { language } = useTexts()
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const voices = speechSynthesis.getVoices() // the first question only makes Chromium load them
    if (!on || prompt === '') return
    const voice = voices.find(({ lang }) => lang.startsWith(language.slice(0, 2)))
    if (!voice) return
    const said = new SpeechSynthesisUtterance(prompt)
    said.voice = voice
    said.lang = language
    said.rate = 0.9
    speechSynthesis.cancel()
    speechSynthesis.speak(said)
    return () => speechSynthesis.cancel()
  }, [prompt, language, on])
}
