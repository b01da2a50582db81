import { standing as en } from '@jiaohao/core/text/en/standing.ts'
import { standing as zh } from '@jiaohao/core/text/zh-CN/standing.ts'
import type { ReactNode } from 'react'
import './leave-now.css'

/** The whole screen says to leave, in both languages at once: nobody looks for a button to change them now. */
export function LeaveNow({ children }: { children?: ReactNode }) {
  return (
    <main className="leave-now" role="alert">
      <ExitSign />
      <h1 lang="zh-CN">{zh.leave.title}</h1>
      <h2 lang="en">{en.leave.title}</h2>
      <p lang="zh-CN">{zh.leave.how}</p>
      <p lang="en">{en.leave.how}</p>
      {children}
    </main>
  )
}

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
