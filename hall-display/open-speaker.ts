import type { Clock } from '@jiaohao/core/clock.ts'
import type { DeviceTestResult } from '@jiaohao/core/contract/inspection.ts'
import type { DeviceOf, SpeechWord } from '@jiaohao/core/contract/station.ts'
import type { PublicCall } from '@jiaohao/core/views/board.ts'
import type { Mouth } from '@jiaohao/drivers/voice/mouth.ts'
import { policyOf, usualPolicy } from '@jiaohao/drivers/voice/policy.ts'
import type { Unsaid } from '@jiaohao/drivers/voice/queue.ts'
import type { Sink } from '@jiaohao/drivers/voice/sink.ts'
import { openSpeaker, type Speaker, type SpeakerState } from '@jiaohao/drivers/voice/speaker.ts'
import type { NoVoice, Voice } from '@jiaohao/drivers/voice/voices.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationParts } from '@jiaohao/station/station.ts'
import { openStandingVoice } from './standing-voice.ts'

/** Under the hub's own limit for a test, so that the answer is this one. */
const testWithinMs = 28_000

/** Nobody waits to hear these. */
const excuses: ReadonlySet<Unsaid> = new Set(['served', 'quiet'])

/** What one zone is heard through: a voice and a player, or a board that is both. */
export type Heard = { voice: Voice | NoVoice; sink: Sink } | { mouth: Mouth }

/**
 * How far a zone has heard its calls. It outlives a change of the set-up: what waited, and what was called while the
 * speaker was opened anew, is said as it is set up now.
 */
export interface Heeded {
  /** Calls up to this one were heard of; undefined before the first word of the hub. */
  seq: number | undefined
  /** Calls handed to it and not yet reported, by number and counter, as the speaker knows them. */
  owed: Map<string, PublicCall[]>
}

/**
 * The loudspeaker of one zone. It follows the calls, not the view: five calls in a second are five
 * announcements, in order, and each is reported when it was said to its end.
 */
export function openZoneSpeaker(
  device: DeviceOf<'speaker'>,
  { link, feeds, tell }: StationParts,
  clock: Clock,
  heard: Heard,
  heeded: Heeded,
  tellState: TellState,
): OpenedDevice {
  let timeZone = usualPolicy.timeZone
  let tried: { id: string; end: (result: DeviceTestResult) => void } | undefined
  let tests = 0
  const { owed } = heeded
  const ask = { view: 'board', zoneId: device.zoneId } as const
  let speaker = open()
  const standingVoice = openStandingVoice({
    clock,
    clockOffsetMs: link.clockOffsetMs,
    say: (call) => speaker.say(call),
  })
  sayAll(inOrder(owed))
  if (heeded.seq !== undefined) take(feeds.callsSince(ask, heeded.seq))

  function open(): Speaker {
    return openSpeaker({
      clock,
      ...heard,
      policy: policyOf(device, timeZone),
      onSpoken: (id) => {
        if (id === tried?.id) tried.end({ result: 'passed', why: '', detail: '' })
        settle(id, (call) => tellSpoken(call.seq))
      },
      onUnsaid: (id, why) => {
        if (id === tried?.id) tried.end({ result: 'failed', why, detail: '' })
        settle(id, ({ seq }) => tellWord(seq, excuses.has(why) ? 'excused' : 'unsaid'))
      },
      onState: (state) => tellState(...wordsOf(state)),
    })
  }

  /** A recall that still waits in the speaker's line is not what was just said. */
  function settle(id: string, done: (call: PublicCall) => void) {
    const waiting = speaker.queue().waiting.find((each) => each.id === id)
    const [over, later] = [
      (owed.get(id) ?? []).filter((call) => !waiting || call.recall < waiting.recall),
      (owed.get(id) ?? []).filter((call) => waiting && call.recall >= waiting.recall),
    ]
    if (later.length > 0) owed.set(id, later)
    else owed.delete(id)
    over.forEach(done)
  }

  const tellSpoken = (callSeq: number) =>
    void tell(
      { command: 'reportSpoken', callSeq, deviceId: device.id },
      `spoken-${callSeq}-${device.id}`.slice(0, 64),
    )

  const tellWord = (callSeq: number, is: SpeechWord['is']) =>
    link.tellSpeech({ deviceId: device.id, callSeq, is })

  function take(calls: readonly PublicCall[]) {
    for (const { seq } of calls) tellWord(seq, 'waits')
    for (const call of calls) owed.set(idOf(call), [...(owed.get(idOf(call)) ?? []), call])
    sayAll(calls)
  }

  function sayAll(calls: readonly PublicCall[]) {
    for (const { number, counterId, counterNo, recall, atMs, announcement, manner } of calls) {
      speaker.say({
        id: idOf({ number, counterId }),
        number,
        counter: counterNo,
        wording: announcement,
        recall,
        pace: manner.pace,
        // The hub's instant on this machine's clock, which decides what is too old to be said.
        atMs: atMs - link.clockOffsetMs(),
      })
    }
  }

  /** A number no kiosk gives, in its turn after the calls that wait. */
  function saySentence(): Promise<DeviceTestResult> {
    tests += 1
    const id = `test ${tests}`
    return new Promise((resolve) => {
      const cancel = clock.after(testWithinMs, () =>
        tried?.end({ result: 'unknown', why: 'silent', detail: '' }),
      )
      tried = {
        id,
        end: (result) => {
          cancel()
          tried = undefined
          resolve(result)
        },
      }
      speaker.say({ id, number: 'A000', counter: '0', recall: 0, atMs: clock.now() })
    })
  }

  const stop = feeds.follow(ask, ({ seq, view, calls }) => {
    heeded.seq = seq
    if (view.view === 'board' && view.hall.timeZone !== timeZone) {
      timeZone = view.hall.timeZone
      speaker.close()
      speaker = open()
      sayAll(inOrder(owed))
    }
    take(calls)
    if (view.view !== 'board') return
    for (const call of view.calls) if (call.started) speaker.served(idOf(call))
    // Whoever is told to leave must not hear a number after it.
    if (view.hall.standing.is === 'evacuated') for (const id of owed.keys()) speaker.served(id)
    standingVoice.heed(view)
  })

  return {
    inspect: () => ({ counters: null, exchanges: [], picture: null }),
    test: (test) => (test === 'say' ? saySentence() : undefined),
    close: () => {
      stop()
      standingVoice.close()
      tried?.end({ result: 'unknown', why: 'off', detail: '' })
      speaker.close()
    },
  }
}

const inOrder = (owed: Heeded['owed']) => [...owed.values()].flat().sort((a, b) => a.seq - b.seq)

const idOf = ({ number, counterId }: Pick<PublicCall, 'number' | 'counterId'>) => `${number} ${counterId}`

function wordsOf(state: SpeakerState): [state: string, detail: string] {
  switch (state.status) {
    case 'ready':
      return ['ready', state.voice]
    case 'noVoice':
      return ['noVoice', state.refusals.join('; ')]
    case 'voiceFailing':
    case 'sinkFailing':
      return [state.status, state.reason]
  }
}
