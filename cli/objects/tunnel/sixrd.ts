/**
 * `ip tunnel 6rd`: prefixes of 6rd tunnels.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc5969 | RFC 5969}
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import {
  SIOCADD6RD,
  SIOCDEL6RD,
  type SixrdPrefixes,
  sixrdPrefixes,
} from "../../../messages/link/tunnel_control.ts";
import { exit } from "../../parse/errors.ts";
import { type Grammar, parse, takes } from "../../parse/grammar.ts";
import { prefixOf } from "../../parse/prefixes.ts";
import type { Command } from "../../runtime/context.ts";
import {
  bytesOf,
  change,
  deviceKeyword,
  type Request,
} from "./other_request.ts";

interface Spec extends Request {
  prefixes: SixrdPrefixes;
}

const KEYWORDS: Grammar<Spec> = {
  "6rd-prefix": takes("ADDR", (spec, { args }) => {
    const { address, length } = prefixOf(args.take(), AF_INET6);
    spec.request = SIOCADD6RD;
    spec.prefixes.prefix = address || "::";
    spec.prefixes.prefixLength = length;
  }),
  "6rd-relay_prefix": takes("ADDR", (spec, { args }) => {
    const { address, length } = prefixOf(args.take(), AF_INET);
    spec.request = SIOCADD6RD;
    spec.prefixes.relayPrefix = address || "0.0.0.0";
    spec.prefixes.relayPrefixLength = length;
  }),
  "6rd-reset": (spec) => void (spec.request = SIOCDEL6RD),
  "dev": deviceKeyword,
};

/** Sets prefixes, or sets them back. */
export const setPrefixes: Command = takes(
  { options: KEYWORDS },
  async (args, context) => {
    const spec: Spec = { request: 0, prefixes: blank(sixrdPrefixes) };
    await parse(KEYWORDS, spec, args, context, (_, { word }) => {
      throw exit(255, `Invalid 6RD parameter "${word}"`);
    });
    return await change(context, spec, bytesOf(sixrdPrefixes, spec.prefixes));
  },
);
