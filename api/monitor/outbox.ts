/**
 * What a watcher has to report and nobody has read yet.
 *
 * @module
 */

import type { Cause } from "./change.ts";
import type { KeptMessage } from "./kept_message.ts";
import type { Notification } from "../connection/listener.ts";
import {
  type Marker,
  ObjectReport,
  type Watched,
  type WatchReport,
} from "./reports.ts";
import type { Difference } from "./store.ts";

type Item = KeptMessage<unknown>;

/** Reports that wait to be taken. */
export class Outbox {
  readonly #wanted: () => boolean;
  #reports: WatchReport[] = [];
  #changed = false;

  /**
   * Makes the outbox.
   *
   * @param wanted Whether anybody wants reports of objects.
   */
  constructor(wanted: () => boolean) {
    this.#wanted = wanted;
  }

  /** How many reports there are. */
  get size(): number {
    return this.#reports.length;
  }

  /** Whether something has happened, even if nobody wants reports. */
  get changed(): boolean {
    return this.#changed;
  }

  /**
   * Hands the reports out.
   *
   * @returns The reports.
   */
  take(): WatchReport[] {
    const reports = this.#reports;
    this.#reports = [];
    this.#changed = false;
    return reports;
  }

  /**
   * Reports what has happened to the watching itself.
   *
   * @param object What has happened.
   */
  mark(object: Marker["object"]): void {
    this.#reports.push({ object });
    this.#changed = true;
  }

  /**
   * Reports what has become of an object.
   *
   * @param watched What kind of object.
   * @param difference What it is, and was before.
   * @param source The notification, or why it is reported without one.
   * @param received What the notification has.
   */
  publish(
    watched: Watched,
    { now, old }: Difference<Item>,
    source: Notification | Cause,
    received?: Item,
  ): void {
    if (now !== undefined) this.add(watched, "new", now, old, source);
    else if (received !== undefined && old!.equals(received)) {
      // It may have been converted already.
      this.add(watched, "delete", received, received, source);
    } else this.add(watched, "delete", old!, old, source);
  }

  /**
   * Reports an object.
   *
   * @param watched What kind of object.
   * @param action Whether it is there now, or gone.
   * @param item The object; the last that is known of it, if it is gone.
   * @param before What it was before, if that is known.
   * @param source The notification, or why it is reported without one.
   */
  add(
    watched: Watched,
    action: "new" | "delete",
    item: Item,
    before: Item | undefined,
    source: Notification | Cause,
  ): void {
    this.#changed = true;
    if (!this.#wanted()) return;
    const value = watched.intake.valueOf(item);
    const reported = { watched, item, value, before, source };
    this.#reports.push(new ObjectReport(action, reported));
  }
}
