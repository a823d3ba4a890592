/**
 * What has to be known about a kind of object to watch it.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import type { RtnetlinkObject } from "../../messages/objects.ts";
import type { Connection } from "../connection/connection.ts";
import type { MessageCheck, Reading } from "../reading/reading.ts";
import type { Store } from "./store.ts";

/** A request that the kernel answers with objects of a kind. */
export interface DumpRequest<M> {
  /** The message. */
  readonly message: M;
  /** Its codec, if it is another than that of the answers. */
  readonly codec?: Codec<M>;
  /**
   * Whether kernels without the request have no such objects.
   *
   * @default {false}
   */
  readonly optional?: boolean;
}

/** Where the requests of a kind come from that depend on other objects. */
export interface DumpSource {
  /** Where to ask what else there is. */
  readonly connection: Connection;
  /** Gives up. */
  readonly signal?: AbortSignal;
}

/**
 * Finds the requests for all objects of a kind, where the kernel lists only
 * those that belong to another object.
 */
export type FindDumps<M> = (
  source: DumpSource,
) => Promise<readonly DumpRequest<M>[]>;

/** A kind of object that can be watched. */
export interface Kind<M> {
  /** What the messages are called. */
  readonly object: RtnetlinkObject;
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** Puts objects into people's terms; the messages are shown if not given. */
  readonly reading?: Reading<M, unknown>;
  /** Whether a message is about the kind; all are, if not given. */
  readonly accepts?: (message: M) => boolean;
  /**
   * Takes a message apart that reports several objects: each result has one
   * object, or with `ranges` one range of objects, as the kernel reports them.
   */
  readonly split?: (message: M, ranges: boolean) => readonly M[];
  /**
   * The same for a kind whose store reads the bytes of what it keeps: values
   * are checked while an object is read, and the message is not decoded.
   */
  readonly check?: MessageCheck;
  /**
   * Whether a notification reports something that happened, even if it leaves
   * the object as it was.
   */
  readonly isEvent?: (message: M) => boolean;
  /**
   * How the objects can be listed; if not given, only notifications report
   * them.
   */
  readonly known?: Known<M>;
}

/** How the objects of a kind can be known. */
export interface Known<M> {
  /**
   * Makes a store; it takes messages as they are, and as
   * {@linkcode KeptMessage}.
   */
  readonly makeStore: () => Store<M>;
  /**
   * Whether the kernel keeps an object without a notification: it does not
   * count, and one that becomes so is taken for gone.
   */
  readonly hidden?: (message: M) => boolean;
  /**
   * Whether an object is one that comes, changes and goes without a
   * notification, even if some changes of such objects are reported: it is not
   * kept.
   */
  readonly untracked?: (message: M) => boolean;
  /**
   * Whether the kernel marks dumps during which objects have changed
   * (`NLM_F_DUMP_INTR`), or finds where to go on in spite of that. Other dumps
   * count objects to find where to go on: if one that has been dumped is
   * deleted, the next one is missing.
   *
   * @default {false}
   */
  readonly consistent?: boolean;
  /** Asks for all objects; by default, with a message that is empty. */
  readonly dumps?: readonly DumpRequest<M>[] | FindDumps<M>;
}
