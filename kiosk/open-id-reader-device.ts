import { createHmac } from 'node:crypto'
import type { Presented } from '@jiaohao/core/contract/presented.ts'
import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import type { CardKind } from '@jiaohao/drivers/id-reader/card-layout.ts'
import { withoutPersons } from '@jiaohao/drivers/id-reader/hide.ts'
import { isSamPulse, samMeaning } from '@jiaohao/drivers/id-reader/meaning.ts'
import { type IdReaderState, openIdReader } from '@jiaohao/drivers/id-reader/reader.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openTap } from '@jiaohao/drivers/transport/tap.ts'
import { openArrivalCheck } from '@jiaohao/station/arrival-check.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationParts, StationStart } from '@jiaohao/station/station.ts'

type CardPresented = Extract<Presented, { kind: 'card' }>

/** A kiosk's card reader: each card laid on is told to the page as a hash and a mask, and to nobody else. */
export function openIdReaderDevice(
  { address }: DeviceOf<'idReader'>,
  { link, present }: Pick<StationParts, 'link' | 'present'>,
  { clock, random }: Pick<StationStart, 'clock' | 'random'>,
  tell: TellState,
): OpenedDevice {
  const check = openArrivalCheck(clock, 'noCard')
  const tap = openTap({
    dial: dialOf(address, clock),
    clock,
    meaning: samMeaning,
    isHeartbeat: isSamPulse,
    hide: withoutPersons,
  })
  const reader = openIdReader({
    dial: tap.dial,
    clock,
    random,
    hash: (idNumber) => {
      const secret = link.here()?.cardSecret
      return secret === undefined ? '' : createHmac('sha256', secret).update(idNumber).digest('base64url')
    },
    // An expired card is still its owner's, who may have come to renew it.
    onCard: ({ kind, hash, masked }) => {
      const cardKind = kinds[kind]
      if (check.takes(cardKind)) return
      // A kiosk that has not heard of its hub since it was started: nobody here can tell whose card it is.
      if (hash === '') return present({ kind: 'cardProblem', why: 'refused' })
      present({ kind: 'card', hash, masked, cardKind })
    },
    onFault: ({ fault: why }) => {
      if (!check.fails(why === 'unreadable' ? why : 'cardRefused')) present({ kind: 'cardProblem', why })
    },
    onState: (state) => tell(...wordsOf(state)),
  })
  return {
    inspect: () => ({ counters: reader.counters(), exchanges: tap.exchanges(), picture: null }),
    test: (test) => (test === 'layCard' ? check.wait() : undefined),
    close: () => {
      check.close()
      return reader.close()
    },
  }
}

const kinds: Record<CardKind, CardPresented['cardKind']> = {
  resident: 'resident',
  foreigner: 'foreigner',
  foreigner2023: 'foreigner',
  hkMacaoTaiwan: 'residencePermit',
}

function wordsOf(state: IdReaderState): [state: string, detail: string] {
  switch (state.state) {
    case 'ready':
      return ['ready', '']
    case 'refusing':
      return ['refusing', `${state.command}: ${state.why}`]
    case 'offline':
      return ['offline', state.why]
  }
}
