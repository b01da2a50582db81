/** A kiosk without the hub, as its page tells it; instants are on the hall's clock. */
export type OfflineNow =
  /** It gives numbers of its own, until then at most. */
  | { is: 'giving'; sinceMs: number; untilMs: number }
  /** It gives none any more: for too long without the hub, or by a clock that cannot be right. */
  | { is: 'stopped'; sinceMs: number; because: 'offlineOver' | 'clockWrong' }
