/**
 * The families that this package has names for.
 *
 * @module
 */

import {
  FOU_CMD_ADD,
  FOU_CMD_DEL,
  FOU_CMD_GET,
  FOU_GENL_NAME,
  FOU_GENL_VERSION,
  type FouAttributes,
  fouMessage,
} from "../../messages/generic/fou.ts";
import {
  MACSEC_CMD_ADD_RXSA,
  MACSEC_CMD_ADD_RXSC,
  MACSEC_CMD_ADD_TXSA,
  MACSEC_CMD_DEL_RXSA,
  MACSEC_CMD_DEL_RXSC,
  MACSEC_CMD_DEL_TXSA,
  MACSEC_CMD_GET_TXSC,
  MACSEC_CMD_UPD_OFFLOAD,
  MACSEC_CMD_UPD_RXSA,
  MACSEC_CMD_UPD_RXSC,
  MACSEC_CMD_UPD_TXSA,
  MACSEC_GENL_NAME,
  MACSEC_GENL_VERSION,
  type MacsecAttributes,
  macsecMessage,
} from "../../messages/generic/macsec.ts";
import {
  TCP_METRICS_CMD_DEL,
  TCP_METRICS_CMD_GET,
  TCP_METRICS_GENL_NAME,
  TCP_METRICS_GENL_VERSION,
  type TcpMetricsAttributes,
  tcpMetricsMessage,
} from "../../messages/generic/tcp_metrics.ts";
import { macsecSci } from "../link/kinds/macsec.ts";
import type { FamilyDefinition } from "../connection/generic_family.ts";

/** The family `fou`. */
export const fouFamily: FamilyDefinition<FouAttributes> = {
  name: FOU_GENL_NAME,
  version: FOU_GENL_VERSION,
  codec: fouMessage,
  actions: {
    [FOU_CMD_ADD]: "create FOU port",
    [FOU_CMD_DEL]: "delete FOU port",
    [FOU_CMD_GET]: "get FOU port",
  },
  subject: ({ port }) => port === undefined ? undefined : String(port),
};

/** The family `macsec`. */
export const macsecFamily: FamilyDefinition<MacsecAttributes> = {
  name: MACSEC_GENL_NAME,
  version: MACSEC_GENL_VERSION,
  codec: macsecMessage,
  actions: {
    [MACSEC_CMD_GET_TXSC]: "list MACsec links",
    [MACSEC_CMD_ADD_TXSA]: "create transmit association",
    [MACSEC_CMD_UPD_TXSA]: "change transmit association",
    [MACSEC_CMD_DEL_TXSA]: "delete transmit association",
    [MACSEC_CMD_ADD_RXSC]: "create receive channel",
    [MACSEC_CMD_UPD_RXSC]: "change receive channel",
    [MACSEC_CMD_DEL_RXSC]: "delete receive channel",
    [MACSEC_CMD_ADD_RXSA]: "create receive association",
    [MACSEC_CMD_UPD_RXSA]: "change receive association",
    [MACSEC_CMD_DEL_RXSA]: "delete receive association",
    [MACSEC_CMD_UPD_OFFLOAD]: "change MACsec offload",
  },
  subject: ({ ifindex, rxscConfig, saConfig }, nameOf) => {
    if (ifindex === undefined) return undefined;
    const parts = [
      saConfig?.an,
      rxscConfig?.sci === undefined
        ? undefined
        : `of channel ${macsecSci.fromKernel(rxscConfig.sci)}`,
      `of ${nameOf(ifindex) ?? ifindex}`,
    ];
    return parts.filter((part) => part !== undefined).join(" ");
  },
};

/** The family `tcp_metrics`. */
export const tcpMetricsFamily: FamilyDefinition<TcpMetricsAttributes> = {
  name: TCP_METRICS_GENL_NAME,
  version: TCP_METRICS_GENL_VERSION,
  codec: tcpMetricsMessage,
  actions: {
    [TCP_METRICS_CMD_DEL]: "delete TCP metrics",
    [TCP_METRICS_CMD_GET]: "get TCP metrics",
  },
  subject: ({ addrIpv4, addrIpv6 }) => {
    const address = addrIpv4 ?? addrIpv6;
    return address === undefined ? undefined : `of ${address}`;
  },
};
