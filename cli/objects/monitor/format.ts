/**
 * What has to be known of a type of message to show it.
 *
 * @module
 */

import type { Flagged } from "../../runtime/as_read.ts";
import type { Context } from "../../runtime/context.ts";
import type { Codec } from "../../../messages/codec/mod.ts";

/** What is known of a message besides itself. */
export interface Circumstances {
  /** Message type, such as `RTM_NEWLINK`. */
  readonly type: number;
  /** Whether it reports that the object is gone. */
  readonly deleted: boolean;
  /** Index of the only device that is shown; 0 for all of them. */
  readonly device: number;
  /** Id of the network namespace, if it is another. */
  readonly nsid: number | undefined;
}

/** How the messages of a type are shown. */
export interface Format<M> {
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** What the messages are about; nothing is shown where there is no label. */
  readonly label: (message: M, context: Context) => string | undefined;
  /**
   * What is printed about a message that is too short for its header, by default
   * {@linkcode wrongLength}; a text that is empty is not printed.
   */
  readonly tooShort?: (excess: number) => string;
  /**
   * Which attributes may have `NLA_F_NESTED` in their types, `inside` by default.
   */
  readonly flagged?: Flagged;
  /**
   * Whether `ip` reads the attributes of new ones twice, and prints twice what is
   * wrong with them.
   */
  readonly twice?: boolean;
  /** Whether nothing is shown after such a message. */
  readonly shortEnds?: boolean;
  /** Called once for each message before it is shown. */
  readonly before?: (
    context: Context,
    message: M,
    circumstances: Circumstances,
  ) => void | Promise<void>;
  /** Called once for each message after it was shown. */
  readonly after?: (
    context: Context,
    message: M,
    circumstances: Circumstances,
  ) => void;
  /** Writes a message. */
  readonly show: (
    context: Context,
    message: M,
    circumstances: Circumstances,
  ) => void;
}

/**
 * What is printed about a message that is too short for its header.
 *
 * @param excess How much longer it is than its header, in bytes: a negative number.
 * @returns The line.
 */
export function wrongLength(excess: number): string {
  return `BUG: wrong nlmsg len ${excess}\n`;
}
