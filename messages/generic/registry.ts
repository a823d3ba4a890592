/**
 * The families of generic netlink that this library supports, by name: their
 * numbers come from the kernel's controller.
 *
 * @module
 */

import type { Codec } from "../codec/mod.ts";
import { controlMessage } from "./control.ts";
import { FOU_GENL_NAME, fouMessage } from "./fou.ts";
import { ILA_GENL_NAME, ilaMessage } from "./ila.ts";
import { IOAM6_GENL_NAME, ioam6Message } from "./ioam6.ts";
import { L2TP_GENL_NAME, l2tpMessage } from "./l2tp.ts";
import { MACSEC_GENL_NAME, macsecMessage } from "./macsec.ts";
import { MPTCP_PM_NAME, mptcpMessage } from "./mptcp.ts";
import { SEG6_GENL_NAME, seg6Message } from "./seg6.ts";
import { TCP_METRICS_GENL_NAME, tcpMetricsMessage } from "./tcp_metrics.ts";
import { WG_GENL_NAME, wgMessage } from "./wireguard.ts";

/** Codec of the messages of each family, by the family's name. */
export const genericFamilies: ReadonlyMap<string, Codec<unknown>> = new Map([
  ["nlctrl", controlMessage as Codec<unknown>],
  [FOU_GENL_NAME, fouMessage as Codec<unknown>],
  [ILA_GENL_NAME, ilaMessage as Codec<unknown>],
  [IOAM6_GENL_NAME, ioam6Message as Codec<unknown>],
  [L2TP_GENL_NAME, l2tpMessage as Codec<unknown>],
  [MACSEC_GENL_NAME, macsecMessage as Codec<unknown>],
  [MPTCP_PM_NAME, mptcpMessage as Codec<unknown>],
  [SEG6_GENL_NAME, seg6Message as Codec<unknown>],
  [TCP_METRICS_GENL_NAME, tcpMetricsMessage as Codec<unknown>],
  [WG_GENL_NAME, wgMessage as Codec<unknown>],
]);
