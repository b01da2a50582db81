import { useTexts } from './texts.tsx'

/** A button for every other language, named in itself. */
export function LanguageButtons({ className }: { className?: string }) {
  const { others, speak } = useTexts()
  return others.map(({ language, name }) => (
    <button
      key={language}
      type="button"
      className={className}
      lang={language}
      onClick={() => speak(language)}
    >
      {name}
    </button>
  ))
}
