/**
 * `encap xfrm`: IPsec.
 *
 * @module
 */

import {
  type XfrmEncap,
  xfrmEncap,
} from "../../../../messages/route/encap/xfrm.ts";
import { unsigned } from "../../../parse/numbers.ts";
import {
  type EncapKind,
  encapOfSettings,
  help,
  neededDevice,
  usageOf,
} from "./kind.ts";

/** IPsec; like `ip`, this takes all arguments that follow. */
export const kind: EncapKind<XfrmEncap> = encapOfSettings(
  xfrmEncap,
  {
    interfaceId: {
      word: "if_id",
      read: (word) => unsigned(word, 32) || undefined,
    },
    link: { word: "link_dev LINK:device", ...neededDevice },
  },
  {
    called: "XFRMINFO",
    keywords: { help: help("xfrm", () => kind) },
    otherwise: () => {},
    finish: (encap) => {
      if (encap.interfaceId === undefined) {
        throw usageOf("xfrm", kind.take.form);
      }
      return encap;
    },
  },
);
