/**
 * What becomes of notifications: they are applied to what is cached, kept until
 * a dump is there, or reported as they are.
 *
 * @module
 */

import { NLMSG_HDRLEN } from "../../messages/header.ts";
import type { Notification } from "../connection/listener.ts";
import type { Room } from "../mapping/origin.ts";
import type { KeptMessage } from "./kept_message.ts";
import type { Outbox } from "./outbox.ts";
import type { Watched, WatcherOptions } from "./reports.ts";
import type { Schedule } from "./schedule.ts";
import type { TriggerName } from "./sources.ts";
import { Triggers } from "./triggers.ts";

/** What a type of messages reports. */
interface Arrival {
  readonly watched: Watched;
  /** Whether an object is gone. */
  readonly deleted: boolean;
}

/** Where notifications go. */
export interface Recipients {
  /** The kinds that are watched. */
  readonly watched: readonly Watched[];
  /** Where messages are kept. */
  readonly room: Room;
  /** Gets what is to be reported. */
  readonly outbox: Outbox;
  /** When to look for what comes without a notification. */
  readonly schedule: Schedule;
  /** Called if a notification cannot be read. */
  readonly onLoss: () => void;
}

/** Takes notifications to the kinds that they are about. */
export class Reception {
  readonly #watched: readonly Watched[];
  readonly #room: Room;
  readonly #outbox: Outbox;
  readonly #schedule: Schedule;
  readonly #onLoss: () => void;
  readonly #keptOnly: boolean;
  readonly #snapshot: boolean;
  /** By message type: numbers so small that an array finds them fastest. */
  readonly #byType: Arrival[][] = [];
  readonly #triggers = new Triggers();
  readonly #triggered = new Set<TriggerName>();

  /**
   * Makes the reception of a watcher.
   *
   * @param options What to watch.
   * @param recipients Where notifications go.
   */
  constructor(options: WatcherOptions, recipients: Recipients) {
    this.#watched = recipients.watched;
    this.#room = recipients.room;
    this.#outbox = recipients.outbox;
    this.#schedule = recipients.schedule;
    this.#onLoss = recipients.onLoss;
    this.#keptOnly = options.keptOnly;
    this.#snapshot = options.snapshot;
    for (const watched of this.#watched) {
      const { object } = watched.kind;
      this.#route(object.new, watched, false);
      if (object.has(object.delete)) this.#route(object.delete, watched, true);
      if (options.connection === undefined) continue;
      for (const name of watched.triggers) this.#triggered.add(name);
    }
  }

  #route(type: number, watched: Watched, deleted: boolean): void {
    (this.#byType[type] ??= []).push({ watched, deleted });
  }

  /** Takes one notification; bound, as it is a callback. */
  readonly accept = (notification: Notification): void => {
    if (this.#triggered.size > 0 && notification.nsid === undefined) {
      this.#triggers.of(notification).forEach(this.#trigger);
    }
    const arrivals = this.#byType[notification.type];
    if (arrivals === undefined) return;
    for (let i = 0; i < arrivals.length; i++) {
      const { watched, deleted } = arrivals[i]!;
      this.#notice(watched, deleted, notification);
    }
  };

  readonly #trigger = (name: TriggerName): void => {
    if (!this.#triggered.has(name)) return;
    for (const watched of this.#watched) {
      if (watched.triggers.includes(name)) requestDump(watched, this.#schedule);
    }
  };

  #notice(
    watched: Watched,
    deleted: boolean,
    notification: Notification,
  ): void {
    const { view, start, end } = notification;
    let items: readonly KeptMessage<unknown>[];
    try {
      const { intake, store, held } = watched;
      // What is not kept is reported as the kernel reports it.
      const ranges = store === undefined && held === undefined;
      const from = start + NLMSG_HDRLEN;
      items = intake.takeAll(view, from, end, this.#room, ranges);
    } catch {
      this.#onLoss();
      return;
    }
    for (let i = 0; i < items.length; i++) {
      this.#apply(watched, deleted, items[i]!, notification);
      items[i]!.release();
    }
  }

  #apply(
    watched: Watched,
    deleted: boolean,
    item: KeptMessage<unknown>,
    notification: Notification,
  ): void {
    const { flags, nsid } = notification;
    const { kind, store, held } = watched;
    const action = deleted ? "delete" : "new";
    if (store !== undefined || held !== undefined) {
      if (kind.known?.untracked?.(item.message)) {
        if (this.#keptOnly) return;
        // What it was before is not known.
        return this.#outbox.add(watched, action, item, undefined, notification);
      }
    }
    const hidden = kind.known?.hidden?.(item.message) === true;
    const report = { deleted: deleted || hidden, flags, message: item };
    const foreign = nsid !== undefined;
    if (held !== undefined && !foreign) {
      held.push(report);
      if (store !== undefined || this.#snapshot) return;
    }
    if (store === undefined || foreign) {
      // Until the snapshot is there, what is received is part of it.
      const later = !foreign && this.#snapshot &&
        kind.known !== undefined;
      if (later) return;
      return this.#outbox.add(watched, action, item, undefined, notification);
    }
    const differences = store.apply(report);
    if (differences === undefined || store.incomplete === true) {
      requestDump(watched, this.#schedule);
    }
    if (differences?.length === 0 && kind.isEvent?.(item.message)) {
      const old = store.find(item)[0];
      this.#outbox.add(watched, "new", item, old, notification);
    } else if (differences !== undefined) {
      for (let i = 0; i < differences.length; i++) {
        const difference = differences[i]!;
        this.#outbox.publish(watched, difference, notification, item);
      }
    }
    watched.renewal.after(store);
  }
}

/**
 * Notes that a kind has to be dumped again, if anything is cached of it.
 *
 * @param watched The kind.
 * @param schedule When to do it.
 */
export function requestDump(watched: Watched, schedule: Schedule): void {
  if (watched.store === undefined) return;
  watched.needsDump = true;
  schedule.soon();
}
