/**
 * Keeps the memory of what is known in proportion to what is known.
 *
 * Messages share buffers, and most of those that come with notifications are
 * soon out of date. A buffer would stay for the sake of the last message in it
 * that still counts.
 *
 * @module
 */

import type { Room } from "../mapping/origin.ts";
import type { KeptMessage } from "./kept_message.ts";
import type { Store } from "./store.ts";

type Known = Store<KeptMessage<unknown>>;

/** Copies what is known of a kind from buffer to buffer, message by message. */
export class Renewal {
  readonly #room: Room;
  /** What is known, as it was when the round began. */
  #store: Known | undefined;
  #round: Iterator<KeptMessage<unknown>> | undefined;
  /** How many objects there were. */
  #size = 0;
  /** Whether a message has got out of date since one was copied. */
  #isDue = false;

  /**
   * Makes the renewal.
   *
   * @param room Where messages are copied to.
   */
  constructor(room: Room) {
    this.#room = room;
  }

  /**
   * Copies one message for every two that are out of date. All messages get
   * their turn, so that no buffer stays for longer than it takes for two messages
   * for each object to get out of date. What is only new needs no copies.
   *
   * @param store What is known, after a notification.
   */
  after(store: Known): void {
    const { size } = store;
    if (this.#store !== store) {
      this.#store = store;
      this.#round = undefined;
      this.#size = size;
    }
    const hasGrown = size > this.#size;
    this.#size = size;
    if (hasGrown) return;
    this.#isDue = !this.#isDue;
    if (this.#isDue) return;
    this.#round ??= store.values()[Symbol.iterator]();
    const { value, done } = this.#round.next();
    if (done) this.#round = undefined;
    else value.move(this.#room);
  }
}
