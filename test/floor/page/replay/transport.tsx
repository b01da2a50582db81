import { useTexts } from '@jiaohao/screen/texts.tsx'
import { clockIn } from './clock.ts'
import type { useHallTime } from './use-hall-time.ts'

const speeds = [1, 10, 60, 300, 600]
const stepMs = 1_000

interface Props {
  span: { fromMs: number; toMs: number }
  timeZone: string
  time: ReturnType<typeof useHallTime>
}

/** Play, pause, how fast, and any instant of the day. */
export function Transport({ span: { fromMs, toMs }, timeZone, time }: Props) {
  const { t } = useTexts()
  const clock = clockIn(timeZone)
  return (
    <footer className="replay-transport">
      <button
        type="button"
        className="floor-button replay-play"
        onClick={() => (time.playing ? time.pause() : time.play())}
      >
        {t(time.playing ? 'floor.replay.pause' : time.ended ? 'floor.replay.fromStart' : 'floor.replay.play')}
      </button>
      <output className="replay-clock">{clock(time.atMs)}</output>
      <input
        type="range"
        min={fromMs}
        max={toMs}
        step={stepMs}
        value={time.atMs}
        aria-label={t('floor.replay.instant')}
        aria-valuetext={clock(time.atMs)}
        onChange={(event) => time.seek(Math.min(toMs, Number(event.target.value)))}
      />
      <span className="replay-end">{clock(toMs)}</span>
      <fieldset className="replay-speeds">
        <legend>{t('floor.replay.speed')}</legend>
        {speeds.map((speed) => (
          <button
            key={speed}
            type="button"
            className="floor-button"
            aria-pressed={time.speed === speed}
            onClick={() => time.setSpeed(speed)}
          >
            {speed}×
          </button>
        ))}
      </fieldset>
    </footer>
  )
}
