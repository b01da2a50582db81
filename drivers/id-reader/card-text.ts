import { calendarDate, maskName, readIdNumber } from '@jiaohao/core/text/ids.ts'
import { CARD_TEXT_BYTES, type CardKind, cardLayouts, MARK_AT_BYTE, type Place } from './card-layout.ts'

/** A card as far as the driver itself may know it; never to be kept, told or logged. */
export interface CardText {
  kind: CardKind
  number: string
  /** Absent when the card holds none that could be one. */
  maskedName?: string
  validTo: { until: 'longTerm' } | { until: 'day'; day: string }
}

export type CardRefusal = 'length' | 'kind' | 'number' | 'checkDigit' | 'birthDate' | 'validTo'

/** The 256 bytes of a card's text (devices.md §4). A card is hostile input: whatever is not as it must be is refused. */
export function readCardText(text: Uint8Array): CardText | { refused: CardRefusal } {
  if (text.length !== CARD_TEXT_BYTES) return { refused: 'length' }
  const kind = kindOf(fieldOf(text, { atByte: MARK_AT_BYTE, bytes: 2 }))
  if (!kind) return { refused: 'kind' }
  const layout = cardLayouts[kind]
  const read = numberOf(kind, fieldOf(text, layout.number))
  if ('refused' in read) return read
  const bornOn = calendarDate(fieldOf(text, layout.bornOn))
  if (!bornOn || (read.bornOn && read.bornOn !== bornOn)) return { refused: 'birthDate' }
  const validTo = validToOf(fieldOf(text, layout.validTo))
  if (!validTo) return { refused: 'validTo' }
  const places = layout.otherName ? [layout.name, layout.otherName] : [layout.name]
  const name = places.map((place) => fieldOf(text, place)).find(mayBeName)
  return { kind, number: read.number, validTo, ...(name && { maskedName: maskName(name) }) }
}

/** A foreigner's number before 2023: country, then twelve digits. Its check digit is in no public source. */
const OLD_FOREIGNERS_NUMBER = /^[A-Z]{3}\d{12}$/
const LONG_TERM = '长期'

/** A letter we do not know is another layout, which is not guessed; anything else stands on old residents' cards. */
function kindOf(mark: string): CardKind | undefined {
  if (!/^[A-Z]$/.test(mark)) return 'resident'
  return (Object.keys(cardLayouts) as CardKind[]).find((kind) => cardLayouts[kind].mark === mark)
}

function numberOf(
  kind: CardKind,
  field: string,
): { number: string; bornOn?: string } | { refused: CardRefusal } {
  if (kind === 'foreigner')
    return OLD_FOREIGNERS_NUMBER.test(field) ? { number: field } : { refused: 'number' }
  const read = readIdNumber(field)
  if ('idNumber' in read) return { number: read.idNumber, bornOn: read.bornOn }
  return { refused: read.refused === 'shape' ? 'number' : read.refused }
}

function validToOf(field: string): CardText['validTo'] | undefined {
  if (field === LONG_TERM) return { until: 'longTerm' }
  const day = calendarDate(field)
  return day ? { until: 'day', day } : undefined
}

/** Rare names may stand in private use or be newer than this machine's Unicode; controls and half characters may not. */
const mayBeName = (field: string) => field.length > 0 && !/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(field)

/** Space padded; some writers pad with NUL. */
function fieldOf(text: Uint8Array, { atByte, bytes }: Place): string {
  const units = Buffer.from(text.buffer, text.byteOffset + atByte, bytes)
  return units.toString('utf16le').replace(/[ \u3000\0]+$/, '')
}
