/** What is left of a card when its file is not at hand: enough to recognise it by. */
export interface CardTrace {
  readonly deck: string;
  readonly card: string;
  /** Of the whole question; empty when it is not known. */
  readonly hash: string;
  /** Both may be cut at some length, the same for all. */
  readonly prompt: string;
  readonly answer: string;
}
