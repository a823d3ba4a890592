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
import { kindOfSettings } from "./settings.ts";
import type { Common } from "./setting.ts";
import { takes } from "../../../parse/arguments.ts";
import { endpoint, KEY, key, mark, readKey } from "./tunnel.ts";
import { currentData } from "./parse_tunnel.ts";

const keyIfAny: Common<number> = {
  ...key,
  print: (context, names, value, data) => {
    if (value !== 0) key.print(context, names, value, data);
  },
};

function vti(
  codec: Codec<VtiData>,
  family: number,
): Kind<VtiData> {
  return kindOfSettings(codec, {
    remote: { word: "remote*", ...endpoint(family) },
    local: { word: "local*", ...endpoint(family) },
    link: lowerDevice,
    ikey: { word: "ikey*", ...keyIfAny },
    okey: { word: "okey*", ...keyIfAny },
    fwmark: mark,
  }, {
    unknown: () => "",
    keywords: {
      "key*": takes(KEY, (data, { args }) => {
        data.ikey = data.okey = readKey(args.take(), "key");
      }),
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
export const kind: Kind<VtiData> = vti(vtiData, AF_INET);
/** `type vti6`. */
export const vti6: { readonly kind: Kind<VtiData> } = {
  kind: vti(vti6Data, AF_INET6),
};
