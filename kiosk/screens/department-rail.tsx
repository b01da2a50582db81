import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'

const perTurn = 6

/** The departments to jump to, a few at a time and without gestures. */
export function DepartmentRail({
  departments,
  chosen,
  onChoose,
}: {
  departments: string[]
  chosen: string
  onChoose(department: string): void
}) {
  const { t } = useTexts()
  const [turn, setTurn] = useState({ chosen, at: turnOf(departments, chosen) })
  const turns = Math.ceil(departments.length / perTurn)
  const at = turn.chosen === chosen ? turn.at % turns : turnOf(departments, chosen)
  return (
    <nav className="rail" aria-label={t('kiosk.departments')}>
      {departments.slice(at * perTurn, (at + 1) * perTurn).map((department) => (
        <button
          key={department}
          type="button"
          aria-current={department === chosen ? 'true' : undefined}
          onClick={() => onChoose(department)}
        >
          {department === '' ? t('kiosk.others') : department}
        </button>
      ))}
      {turns > 1 && (
        <button type="button" className="rail-more" onClick={() => setTurn({ chosen, at: (at + 1) % turns })}>
          {t('kiosk.moreDepartments')}
        </button>
      )}
    </nav>
  )
}

const turnOf = (departments: string[], chosen: string): number =>
  Math.max(0, Math.floor(departments.indexOf(chosen) / perTurn))
