/**
 * `ip link … type xfrm`.
 *
 * @module
 */

import {
  fail,
  invalidArgument,
  missingArgument,
} from "../../../parse/errors.ts";
import { hex } from "../../../print/format.ts";
import { type Grammar, value } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { existingDevice, type Kind, kindParser } from "./kind.ts";
import type { XfrmData } from "../../../../messages/link/kinds/xfrm.ts";

const HELP = `\
Usage: ... xfrm dev [ PHYS_DEV ] [ if_id IF-ID ]
		[ external ]

Where: IF-ID := { 0x1..0xffffffff }
`;

const grammar: Grammar<XfrmData> = {
  "dev*": existingDevice("link", true),
  "if_id*": (data, { words }) => {
    const word = words.take();
    const id = unsigned(word, 32);
    if (!id) throw invalidArgument("if_id value is invalid", word);
    data.ifId = id;
  },
  external: value("collectMetadata", true),
};

/** Interfaces of IPsec policies. */
export const kind: Kind<XfrmData> = {
  help: HELP,
  print({ printer }, { collectMetadata, ifId }) {
    if (collectMetadata) printer.value("external", true, "external ");
    else if (ifId !== undefined) printer.named("if_id", hex(ifId));
  },
  parse: kindParser(grammar, {
    help: HELP,
    unknown: () => "",
    finish({ collectMetadata, ifId, link }) {
      if (!collectMetadata && ifId === undefined) {
        throw missingArgument("IF_ID");
      }
      if (collectMetadata && (ifId !== undefined || link !== undefined)) {
        throw fail(
          1,
          "xfrmi: both 'external' and if_id/link cannot be specified",
        );
      }
    },
  }),
};
