/**
 * `encap mpls`: MPLS labels to push.
 *
 * @module
 */

import { AF_MPLS } from "../../../../messages/families.ts";
import {
  type MplsEncap,
  mplsEncap,
} from "../../../../messages/route/encap/mpls.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { labels as labelsText } from "../../../print/format.ts";
import { unitsOf } from "../parse_address.ts";
import { type EncapKind, encapOfSettings } from "./kind.ts";

/** MPLS labels. */
export const kind: EncapKind<MplsEncap> = encapOfSettings(
  mplsEncap,
  {
    labels: {
      json: "dst",
      print: ({ printer }, { json }, labels) =>
        printer.value(json, labelsText(labels), ` ${labelsText(labels)} `),
    },
    ttl: "ttl",
  },
  {
    before: "MPLSLABEL",
    start: (args) => ({ labels: unitsOf(addressOf(args.take(), AF_MPLS)) }),
  },
);
