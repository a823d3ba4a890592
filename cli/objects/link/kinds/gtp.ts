/**
 * `ip link … type gtp`.
 *
 * @module
 */

import {
  GTP_ROLES,
  type GtpData,
  gtpData,
} from "../../../../messages/link/kinds/gtp.ts";
import { fail, invalidArgument } from "../../../parse/errors.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { oneOf } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { kindOfSettings } from "./settings.ts";

/** GPRS tunnels. */
export const kind: Kind<GtpData> = kindOfSettings(gtpData, {
  role: {
    word: "role",
    problem: "invalid role, use sgsn or ggsn",
    ...oneOf(GTP_ROLES),
  },
  pdpHashsize: {
    word: "hsize",
    problem: "invalid PDP hash size",
    read: (word) => {
      const size = unsigned(word, 32);
      if (size !== undefined && size >= 1 << 17) {
        throw invalidArgument("PDP hash size too big", word);
      }
      return size;
    },
  },
  restartCount: {
    word: "restart_count",
    read: (word) => unsigned(word, 8, 10),
  },
}, {
  once: true,
  wholeHelp: true,
  unknown: () => undefined,
  start: () => ({ createSockets: 1 }),
  finish(data) {
    if (data.role === undefined) {
      throw fail(1, "gtp: role of the gtp device was not specified");
    }
    data.pdpHashsize ??= 1024;
  },
});
