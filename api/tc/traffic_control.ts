/**
 * Traffic control: what packets wait for, and in which order they are sent.
 *
 * @module
 */

import type { Connection } from "../connection/connection.ts";
import { onFirstUse } from "../object/on_first_use.ts";
import type { Qdiscs } from "./qdisc.ts";
import type { TrafficActions } from "./action.ts";
import type { TrafficChains } from "./chain.ts";
import type { TrafficClasses } from "./class.ts";
import type { TrafficFilters } from "./filter.ts";

/** Traffic control: `tc`. */
export class TrafficControl {
  /** Queueing disciplines: `tc qdisc`. */
  readonly qdisc: Qdiscs;
  /** Classes of queueing disciplines: `tc class`. */
  readonly class: TrafficClasses;
  /** Actions that several filters can share: `tc actions`. */
  readonly action: TrafficActions;
  /** Filters: `tc filter`. */
  readonly filter: TrafficFilters;
  /** Chains of filters: `tc chain`. */
  readonly chain: TrafficChains;

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
    this.filter = onFirstUse(async () => {
      const { TrafficFilters } = await import("./filter.ts");
      return new TrafficFilters(connection);
    }, { list: "listing" });
    this.chain = onFirstUse(async () => {
      const { TrafficChains } = await import("./chain.ts");
      return new TrafficChains(connection);
    }, { list: "listing" });
  }
}
