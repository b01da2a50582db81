import { fileOf, type Language, languages } from '@jiaohao/core/text/language.ts'
import type { ReactNode } from 'react'
import './leave-now.css'

/** The whole screen says to leave, in every language at once: nobody looks for a button to change them now. */
export function LeaveNow({ children }: { children?: ReactNode }) {
  return (
    <main className="leave-now" role="alert">
      <ExitSign />
      <h1 lang={first}>{words(first).title}</h1>
      {others.map((language) => (
        <h2 key={language} lang={language}>
          {words(language).title}
        </h2>
      ))}
      {languages.map((language) => (
        <p key={language} lang={language}>
          {words(language).how}
        </p>
      ))}
      {children}
    </main>
  )
}

const [first, ...others] = languages
const words = (language: Language) => fileOf(language).citizen.standing.leave

/** A figure running to a door, as over every exit. */
function ExitSign() {
  return (
    <svg className="leave-now-sign" viewBox="0 0 64 40" aria-hidden="true" focusable="false">
      <path className="leave-now-door" d="M40 3h20v34H40z" />
      <circle cx="25" cy="7" r="4" />
      <path className="leave-now-body" d="M24 13l-6 10 8 4-3 10M18 23l-9 6M22 16l-9 1-3 6M22 16l8 6 8-1" />
    </svg>
  )
}
