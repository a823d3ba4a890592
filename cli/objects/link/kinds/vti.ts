/**
 * `ip link … type vti` and `vti6`.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../../../messages/families.ts";
import type { Codec } from "../../../../messages/codec/mod.ts";
import { type VtiData, vtiData } from "../../../../messages/link/kinds/vti.ts";
import { vti6Data } from "../../../../messages/link/kinds/vti6.ts";
import { lowerDevice } from "./notations.ts";
import type { Kind } from "./kind.ts";
import { type Common, kindOfSettings } from "./settings.ts";
import { endpoint, key, mark, readKey } from "./tunnel.ts";
import { currentData } from "./tunnel_words.ts";

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

const keyIfAny: Common<number> = {
  ...key,
  print: (context, names, value, data) => {
    if (value !== 0) key.print(context, names, value, data);
  },
};

function vti(
  codec: Codec<VtiData>,
  help: string,
  family: number,
): Kind<VtiData> {
  return kindOfSettings(codec, help, {
    remote: { word: "remote*", ...endpoint(family) },
    local: { word: "local*", ...endpoint(family) },
    link: lowerDevice,
    ikey: { word: "ikey*", ...keyIfAny },
    okey: { word: "okey*", ...keyIfAny },
    fwmark: mark,
  }, {
    unknown: () => "",
    words: {
      "key*": (data, { words }) => {
        data.ikey = data.okey = readKey(words.take(), "key");
      },
    },
    start: async (change) => ({
      ikey: 0,
      okey: 0,
      fwmark: 0,
      ...await currentData<VtiData>(change),
    }),
    finish(data) {
      if (data.link === 0) delete data.link;
    },
  });
}

/** `type vti`. */
export const kind: Kind<VtiData> = vti(vtiData, VTI_HELP, AF_INET);
/** `type vti6`. */
export const vti6: { readonly kind: Kind<VtiData> } = {
  kind: vti(vti6Data, VTI6_HELP, AF_INET6),
};
