/**
 * The families that this package has words for.
 *
 * @module
 */

import {
  FOU_GENL_NAME,
  FOU_GENL_VERSION,
  type FouAttributes,
  fouMessage,
} from "../../messages/generic/fou.ts";
import {
  MACSEC_GENL_NAME,
  MACSEC_GENL_VERSION,
  type MacsecAttributes,
  macsecMessage,
} from "../../messages/generic/macsec.ts";
import {
  TCP_METRICS_GENL_NAME,
  TCP_METRICS_GENL_VERSION,
  type TcpMetricsAttributes,
  tcpMetricsMessage,
} from "../../messages/generic/tcp_metrics.ts";
import type { FamilyDefinition } from "./family.ts";

/** The family `fou`. */
export const fouFamily: FamilyDefinition<FouAttributes> = {
  name: FOU_GENL_NAME,
  version: FOU_GENL_VERSION,
  codec: fouMessage,
};

/** The family `macsec`. */
export const macsecFamily: FamilyDefinition<MacsecAttributes> = {
  name: MACSEC_GENL_NAME,
  version: MACSEC_GENL_VERSION,
  codec: macsecMessage,
};

/** The family `tcp_metrics`. */
export const tcpMetricsFamily: FamilyDefinition<TcpMetricsAttributes> = {
  name: TCP_METRICS_GENL_NAME,
  version: TCP_METRICS_GENL_VERSION,
  codec: tcpMetricsMessage,
};
