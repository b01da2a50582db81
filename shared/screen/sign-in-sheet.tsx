import type { ReactNode } from 'react'

interface Sheet {
  title: string
  about: string
  problem: string
  button: string
  underWay: boolean
  onSubmit(): void
  children: ReactNode
}

/** What the three forms share: a title, one line, the fields, what went wrong, and one button. */
export function SignInSheet({ title, about, problem, button, underWay, onSubmit, children }: Sheet) {
  return (
    <form
      className="sign-in-sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <h1>{title}</h1>
      {about && (
        <p className="sign-in-about" role="status">
          {about}
        </p>
      )}
      {children}
      <p className="sign-in-problem" role="alert">
        {problem}
      </p>
      <button type="submit" aria-disabled={underWay}>
        {button}
      </button>
    </form>
  )
}
