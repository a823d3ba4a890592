/**
 * Parameters of neighbor tables, each declared once, by the lines that `ip`
 * prints them on.
 *
 * @module
 */

import {
  type NeighborParameters,
  neighborParameters,
} from "../../../messages/neighbor_table/neighbor_table.ts";

/** One parameter. */
export interface Parameter {
  /** Its name, which is its keyword too. */
  readonly name: string;
  /** Where it is. */
  readonly property: Exclude<keyof NeighborParameters, "unknown" | "index">;
  /** What may be set: the argument's name in usage texts. */
  readonly argument?: string;
}

/** The parameters, line by line. */
export const PARAMETER_LINES: readonly (readonly Parameter[])[] = [
  [
    { name: "refcnt", property: "references" },
    { name: "reachable", property: "reachableTime" },
    time("base_reachable", "baseReachableTime"),
    time("retrans", "retransmitTime"),
  ],
  [
    time("gc_stale", "gcStaleTime"),
    time("delay_probe", "delayProbeTime"),
    { name: "queue", property: "queueLength", argument: "LEN" },
  ],
  [
    { name: "app_probes", property: "appProbes", argument: "VAL" },
    { name: "ucast_probes", property: "unicastProbes", argument: "VAL" },
    { name: "mcast_probes", property: "multicastProbes", argument: "VAL" },
    { name: "mcast_reprobes", property: "multicastReprobes", argument: "VAL" },
  ],
  [
    time("anycast_delay", "anycastDelay"),
    time("proxy_delay", "proxyDelay"),
    { name: "proxy_queue", property: "proxyQueueLength", argument: "LEN" },
    time("locktime", "lockTime"),
  ],
];

function time(name: string, property: Parameter["property"]): Parameter {
  return { name, property, argument: "MSEC" };
}

/**
 * Whether a parameter is a number of 64 bits.
 *
 * @param property The parameter.
 * @returns Whether it is, by the schema.
 */
export function isWide(property: Parameter["property"]): boolean {
  const { shape } = neighborParameters;
  if (shape.kind !== "attributes") return false;
  const found = shape.fields.find(({ name }) => name === property);
  return found?.codec.shape.kind === "integer" &&
    found.codec.shape.bits === 64;
}
