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

/** Copies what is known from buffer to buffer, message by message. */
export class Renewal {
  readonly #room: Room;
  readonly #rounds = new WeakMap<Known, Iterator<KeptMessage<unknown>>>();
  #even = false;

  /**
   * Makes the renewal.
   *
   * @param room Where messages are copied to.
   */
  constructor(room: Room) {
    this.#room = room;
  }

  /**
   * Copies one message after every second notification. All messages get their
   * turn, so that no buffer stays for longer than two notifications for each
   * object.
   *
   * @param store What is known.
   */
  after(store: Known): void {
    this.#even = !this.#even;
    if (this.#even) return;
    let round = this.#rounds.get(store);
    if (round === undefined) {
      round = store.values()[Symbol.iterator]();
      this.#rounds.set(store, round);
    }
    const { value, done } = round.next();
    if (done) this.#rounds.delete(store);
    else value.move(this.#room);
  }
}
