import type { ReactNode } from 'react'

/** One setting: its name and what it does on the left, the field on the right, and what is wrong under the field. */
export function SettingRow({
  name,
  help,
  wrong = '',
  note = '',
  children,
}: {
  name: string
  help: string
  wrong?: string
  /** Default and limits, beside the field. */
  note?: string
  children: ReactNode
}) {
  return (
    <div className="setting">
      <div>
        <strong>{name}</strong>
        <p className="quiet">{help}</p>
      </div>
      <div>
        <div className="setting-field">
          {children}
          {note && <span className="quiet">{note}</span>}
        </div>
        {wrong && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
      </div>
    </div>
  )
}
