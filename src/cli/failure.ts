/** How yl ends. */
export const EXIT = { done: 0, foundErrors: 1, wrongCall: 2, nothingRead: 3, broken: 70 } as const;

/** Ends the run with a Chinese sentence and an exit code. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
  }
}

export function wrongCall(message: string): Failure {
  return new Failure(message, EXIT.wrongCall);
}
