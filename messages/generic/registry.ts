/**
 * The families of generic netlink that this library knows, by name: their
 * numbers are told by the kernel's controller.
 *
 * @module
 */

import type { Codec } from "../codec/mod.ts";
import { controlMessage } from "./control.ts";
import { FOU_GENL_NAME, fouMessage } from "./fou.ts";
import { L2TP_GENL_NAME, l2tpMessage } from "./l2tp.ts";
import { MACSEC_GENL_NAME, macsecMessage } from "./macsec.ts";
import { TCP_METRICS_GENL_NAME, tcpMetricsMessage } from "./tcp_metrics.ts";

/** Codec of the messages of each family, by the family's name. */
export const genericFamilies: ReadonlyMap<string, Codec<unknown>> = new Map([
  ["nlctrl", controlMessage as Codec<unknown>],
  [FOU_GENL_NAME, fouMessage as Codec<unknown>],
  [L2TP_GENL_NAME, l2tpMessage as Codec<unknown>],
  [MACSEC_GENL_NAME, macsecMessage as Codec<unknown>],
  [TCP_METRICS_GENL_NAME, tcpMetricsMessage as Codec<unknown>],
]);
