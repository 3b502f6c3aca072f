/** Tells long work that its result is no longer wanted. */
export interface Cancellation {
  readonly isCancelled: boolean;
}

/** Work that nobody cancels. */
export const NEVER_CANCELLED: Cancellation = { isCancelled: false };
