/** Why a card laid on a kiosk's reader told nothing: lay it on again; or it is no card a hall can use. */
export type CardProblem = 'unreadable' | 'refused'

/**
 * What a citizen has just held to a kiosk. A code is hostile input: one line of at most 512 bytes without control
 * or invisible characters, and what it means is for the hub to find out. Of a card only a hash and a mask are told:
 * HMAC-SHA-256 of the number under the hall's own secret, in base64url, the same at every kiosk of the hall.
 */
export type Presented =
  | { kind: 'code'; text: string }
  | {
      kind: 'card'
      hash: string
      /** `110***********1234` */
      masked: string
      cardKind: 'resident' | 'foreigner' | 'residencePermit'
    }
  | { kind: 'cardProblem'; why: CardProblem }
