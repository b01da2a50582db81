import type { Compared, WhatIfAsk, WhatIfReply } from '@jiaohao/core/contract/estimates.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { asked, type Trouble } from './use-replay.ts'

type Played =
  | { is: 'not' }
  | { is: 'playing' }
  | { is: 'failed'; trouble: Trouble }
  | { is: 'here'; reply: WhatIfReply }

const rules = {
  priorityRun: { least: 1, most: 10 },
  ageMinutes: { least: 0, most: 240 },
  mostPassed: { least: 1, most: 200 },
} as const
type Rule = keyof typeof rules
const ruleNames = Object.keys(rules) as Rule[]

/** What the day would have been with one more counter or another rule, beside what it was. */
export function WhatIfPanel({ day, counters }: { day: string; counters: { id: string; no: string }[] }) {
  const { t, refusal } = useTexts()
  const [moreLike, setMoreLike] = useState(counters[0]?.id ?? '')
  const [policy, setPolicy] = useState<Partial<Record<Rule, number>>>({})
  const [played, setPlayed] = useState<Played>({ is: 'not' })
  const nothing = moreLike === '' && Object.keys(policy).length === 0

  async function play(): Promise<void> {
    setPlayed({ is: 'playing' })
    const body: WhatIfAsk = { day, moreLike: moreLike === '' ? null : moreLike, policy }
    const answer = await asked(routes.whatIf, { body })
    setPlayed(
      'trouble' in answer ? { is: 'failed', trouble: answer.trouble } : { is: 'here', reply: answer.reply },
    )
  }
  function setRule(rule: Rule, value: string): void {
    const { [rule]: _, ...others } = policy
    setPolicy(value === '' ? others : { ...others, [rule]: Number(value) })
  }

  return (
    <section className="replay-panel replay-what-if" aria-label={t('floor.replay.whatIf.title')}>
      <h2>{t('floor.replay.whatIf.title')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void play()
        }}
      >
        <label>
          {t('floor.replay.whatIf.more')}
          <select value={moreLike} onChange={(event) => setMoreLike(event.target.value)}>
            <option value="">{t('floor.replay.whatIf.none')}</option>
            {counters.map(({ id, no }) => (
              <option key={id} value={id}>
                {t('floor.replay.whatIf.like', { no })}
              </option>
            ))}
          </select>
        </label>
        {ruleNames.map((rule) => (
          <label key={rule}>
            {t(`floor.replay.whatIf.rule.${rule}`)}
            <input
              type="number"
              min={rules[rule].least}
              max={rules[rule].most}
              value={policy[rule] ?? ''}
              placeholder={t('floor.replay.whatIf.asIs')}
              onChange={(event) => setRule(rule, event.target.value)}
            />
          </label>
        ))}
        <button type="submit" className="floor-button" disabled={nothing || played.is === 'playing'}>
          {t(played.is === 'playing' ? 'floor.replay.whatIf.playing' : 'floor.replay.whatIf.play')}
        </button>
      </form>
      {played.is === 'playing' && <progress aria-label={t('floor.replay.whatIf.playing')} />}
      {played.is === 'failed' && (
        <p role="alert">
          {played.trouble === 'unreachable' ? t('floor.replay.unreachable') : refusal(played.trouble.refused)}
        </p>
      )}
      {played.is === 'here' && <WhatWouldBe reply={played.reply} />}
    </section>
  )
}

const courses = ['was', 'played', 'changed'] as const

function WhatWouldBe({ reply: { total, services, ranks, formulas } }: { reply: WhatIfReply }) {
  const { t, language } = useTexts()
  return (
    <>
      <table>
        <thead>
          <tr>
            <td />
            <td />
            {courses.map((course) => (
              <th key={course} scope="col">
                {t(`floor.replay.whatIf.course.${course}`)}
              </th>
            ))}
          </tr>
        </thead>
        <Lines name={t('floor.replay.whatIf.all')} of={total} />
        {services.length > 1 && services.map((each) => <Lines key={each.id} name={each.name} of={each} />)}
        {ranks.length > 1 &&
          ranks.map((each) => (
            <Lines key={each.rank} name={t('floor.replay.whatIf.rank', { rank: each.rank })} of={each} />
          ))}
      </table>
      <details>
        <summary>{t('floor.replay.whatIf.how')}</summary>
        {formulas.map((formula) => (
          <p key={formula.figure}>{formula[language]}</p>
        ))}
      </details>
    </>
  )
}

function Lines({ name, of }: { name: string; of: Compared }) {
  const { t } = useTexts()
  const minutes = (ms: number | null) => (ms === null ? '—' : (ms / 60_000).toFixed(1))
  const figures = {
    p50: (course: (typeof courses)[number]) => minutes(of[course].p50Ms),
    p90: (course: (typeof courses)[number]) => minutes(of[course].p90Ms),
    byClosing: (course: (typeof courses)[number]) => of[course].byClosing ?? '—',
    called: (course: (typeof courses)[number]) =>
      `${of[course].called} / ${of[course].called + of[course].uncalled}`,
  }
  return (
    <tbody>
      {Object.entries(figures).map(([figure, value], i) => (
        <tr key={figure}>
          {i === 0 && (
            <th scope="rowgroup" rowSpan={4}>
              {name}
            </th>
          )}
          <th scope="row">{t(`floor.replay.whatIf.figure.${figure}`)}</th>
          {courses.map((course) => (
            <td key={course} data-course={course}>
              {value(course)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
