/** The part of an `AbortSignal` that long work reads. The engine is compiled without the types of any platform. */
export interface CancellationSignal {
  readonly aborted: boolean;
  /** The error that the work throws once it is cancelled. */
  readonly reason?: unknown;
}

/** Throws the signal's reason once the work is cancelled. */
export function throwIfAborted(signal: CancellationSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}
