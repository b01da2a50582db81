import { CloseCircleFilled } from '@ant-design/icons'
import type { Problem } from './draft.ts'
import { useProblemWords } from './field-rule.ts'

/** What is wrong with one row, under its name. */
export function RowProblems({ problems }: { problems: Problem[] }) {
  const words = useProblemWords()
  return problems.map((problem) => (
    <div key={problem.path} className="wrong" role="alert">
      <CloseCircleFilled /> {words(problem)}
    </div>
  ))
}
