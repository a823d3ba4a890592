/**
 * `ip link … type vti` and `vti6`.
 *
 * @module
 */

import type { Context } from "../../../runtime/context.ts";
import { type Grammar, number } from "../../../parse/grammar.ts";
import { existingDevice, type Kind, kindParser } from "./kind.ts";
import { printEndpoint, printKey, takeKey } from "./tunnel.ts";
import { printDevice, printMark } from "./tunnel_text.ts";
import { currentData, endpoint } from "./tunnel_words.ts";
import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import type { VtiData } from "../../../../messages/link/kinds/vti.ts";

const VTI_HELP = `\
Usage: ... vti 	[ remote ADDR ]
		[ local ADDR ]
		[ [i|o]key KEY ]
		[ dev PHYS_DEV ]
		[ fwmark MARK ]

Where:	ADDR := { IP_ADDRESS }
	KEY  := { DOTTED_QUAD | NUMBER }
	MARK := { 0x0..0xffffffff }
`;
const VTI6_HELP = `\
Usage: ... vti6	[ remote ADDR ]
		[ local ADDR ]
		[ [i|o]key KEY ]
		[ dev PHYS_DEV ]
		[ fwmark MARK ]

Where:	ADDR := { IPV6_ADDRESS }
	KEY  := { DOTTED_QUAD | NUMBER }
	MARK := { 0x0..0xffffffff }
`;

function vti(help: string, family: number): Kind<VtiData> {
  return {
    help,
    print,
    parse: kindParser<VtiData>(grammar(family), {
      help,
      unknown: () => "",
      start: async (change) => ({
        ikey: 0,
        okey: 0,
        fwmark: 0,
        ...await currentData<VtiData>(change),
      }),
      finish(data) {
        if (data.link === 0) delete data.link;
      },
    }),
  };
}

/** `type vti`. */
export const kind: Kind<VtiData> = vti(VTI_HELP, AF_INET);
/** `type vti6`. */
export const vti6: { readonly kind: Kind<VtiData> } = {
  kind: vti(VTI6_HELP, AF_INET6),
};

function grammar(family: number): Grammar<VtiData> {
  return {
    "key*": (data, { words }) => {
      data.ikey = data.okey = takeKey(words, "key");
    },
    "ikey*": (data, { words }) => {
      data.ikey = takeKey(words, "ikey");
    },
    "okey*": (data, { words }) => {
      data.okey = takeKey(words, "okey");
    },
    "remote*": endpoint("remote", family),
    "local*": endpoint("local", family),
    "dev*": existingDevice("link", true),
    fwmark: number("fwmark", 32, "invalid fwmark\n"),
  };
}

function print(context: Context, data: VtiData): void {
  const { printer } = context;
  printEndpoint(printer, "remote", data.remote);
  printEndpoint(printer, "local", data.local);
  printDevice(context, data.link);
  if (data.ikey) printKey(printer, "ikey", data.ikey);
  if (data.okey) printKey(printer, "okey", data.okey);
  printMark(context, data.fwmark);
}
