/**
 * Traffic control: what packets wait for, and in which order they are sent.
 *
 * @module
 */

import type { Connection } from "../connection/connection.ts";
import { onFirstUse } from "../on_first_use.ts";
import type { Qdiscs } from "./qdisc.ts";
import type { TrafficActions } from "./action.ts";
import type { TrafficClasses } from "./class.ts";

/** Traffic control: `tc`. */
export class TrafficControl {
  /** Queueing disciplines: `tc qdisc`. */
  readonly qdisc: Qdiscs;
  /** Classes of queueing disciplines: `tc class`. */
  readonly class: TrafficClasses;
  /** Actions that several filters can share: `tc actions`. */
  readonly action: TrafficActions;

  /**
   * Makes the verbs of all objects, each of which is loaded when it is first
   * used.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    this.qdisc = onFirstUse(async () => {
      const { Qdiscs } = await import("./qdisc.ts");
      return new Qdiscs(connection);
    }, { list: "listing" });
    this.class = onFirstUse(async () => {
      const { TrafficClasses } = await import("./class.ts");
      return new TrafficClasses(connection);
    }, { list: "listing" });
    this.action = onFirstUse(async () => {
      const { TrafficActions } = await import("./action.ts");
      return new TrafficActions(connection);
    }, { list: "listing" });
  }
}
