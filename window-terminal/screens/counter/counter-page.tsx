import { type HallSetUp, type Me, routes } from '@jiaohao/core/contract/routes.ts'
import { callRoute, isRefusal } from '@jiaohao/screen/call-route.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useHub, useView } from '@jiaohao/screen/use-hub.tsx'
import { useOnce } from '@jiaohao/screen/use-once.ts'
import { useEffect, useState } from 'react'
import { ChooseCounter } from './choose-counter.tsx'
import { OpenCounter } from './open-counter.tsx'

const place = 'jiaohao.counter'
const againAfterMs = 3_000

interface CounterPageProps {
  me: Me
  bar: boolean
  leave(): void
}

/** Choose a counter, sit down, work, leave; the counter of last time is remembered in this browser. */
export function CounterPage({ me, bar, leave }: CounterPageProps) {
  const { t } = useTexts()
  const setUp = useSetUp()
  const [last, setLast] = useState(() => localStorage.getItem(place))
  const known = setUp?.counters.some(({ id }) => id === last) ? last : null
  const watched = known ?? setUp?.counters[0]?.id
  if (!setUp) return <p className="sign-in-unreachable">{t('counter.loading')}</p>
  if (!watched) return <ChooseCounter {...nothing} name={me.name} onSignOut={leave} />
  const remember = (counterId: string) => {
    localStorage.setItem(place, counterId)
    setLast(counterId)
  }
  return <AtCounter key={watched} {...{ me, bar, leave, setUp, counterId: watched, last: known, remember }} />
}

const nothing = { choices: [], last: null, problem: '', underWay: false, onChoose: () => undefined }

interface AtCounterProps extends CounterPageProps {
  setUp: HallSetUp
  counterId: string
  last: string | null
  remember(counterId: string): void
}

function AtCounter({ me, bar, leave, setUp, counterId, last, remember }: AtCounterProps) {
  const { t, refusal } = useTexts()
  const hub = useHub()
  const { view } = useView({ view: 'counter', counterId })
  const [problem, setProblem] = useState('')
  const { underWay, once } = useOnce(() => setProblem(refusal('notSaved')))

  if (view && view.staffId === me.staffId) return <OpenCounter {...{ me, bar, view, leave }} />
  if (bar) {
    return (
      <p className="bar-lost">
        {t(view ? 'counter.bar.openFirst' : 'counter.loading')}
        <a href={location.pathname}>{t('counter.bar.open')}</a>
      </p>
    )
  }
  const choose = (chosen: string) =>
    once(async () => {
      setProblem('')
      const answer = await hub.send({ command: 'openCounter', counterId: chosen })
      if ('refused' in answer) setProblem(refusal(answer.refused))
      else remember(chosen)
    })
  const nameOf = (id: string) => setUp.services.find((service) => service.id === id)?.name ?? ''
  const choices = setUp.counters.map(({ id, no, serviceIds }) => ({
    id,
    no,
    services: serviceIds.map(nameOf),
    now: view?.counters.find((each) => each.id === id) ?? null,
  }))
  return (
    <ChooseCounter
      name={me.name}
      choices={view ? choices : null}
      last={last}
      problem={problem}
      underWay={underWay}
      onChoose={choose}
      onSignOut={leave}
    />
  )
}

/** The hall as set up; asked again until it comes. */
function useSetUp(): HallSetUp | null {
  const [setUp, setSetUp] = useState<HallSetUp | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let here = true
    const again = () => {
      if (here) timer = setTimeout(ask, againAfterMs)
    }
    const ask = () =>
      callRoute(routes.readHall).then((reply) => {
        if (!isRefusal(reply)) setSetUp(reply.hall)
        else again()
      }, again)
    void ask()
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [])
  return setUp
}
