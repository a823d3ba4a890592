/**
 * `ip tunnel prl`: potential routers of ISATAP tunnels.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc5214 | RFC 5214}
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  type PotentialRouter,
  potentialRouter,
  PRL_DEFAULT,
  SIOCADDPRL,
  SIOCDELPRL,
} from "../../../messages/link/tunnel_control.ts";
import { exit } from "../../parse/errors.ts";
import { type Grammar, parse, takes, type Word } from "../../parse/grammar.ts";
import { ipv4AddressOf } from "../../parse/prefixes.ts";
import type { Command } from "../../runtime/context.ts";
import {
  bytesOf,
  change,
  deviceKeyword,
  type Request,
} from "./other_request.ts";

interface Spec extends Request {
  router: PotentialRouter;
}

function router(request: number, flags = 0): Word<Spec> {
  return takes("ADDR", (spec, { args }) => {
    const isSecond = spec.request !== 0;
    spec.request = request;
    spec.router.address = ipv4AddressOf(args.take());
    spec.router.flags |= flags;
    if (isSecond) throw exit(255, "One PRL entry at a time");
  });
}

const KEYWORDS: Grammar<Spec> = {
  "prl-default": router(SIOCADDPRL, PRL_DEFAULT),
  "prl-nodefault": router(SIOCADDPRL),
  "prl-delete": router(SIOCDELPRL),
  "dev": deviceKeyword,
};

/** Adds or removes a potential router. */
export const setRouter: Command = takes(
  { options: KEYWORDS },
  async (args, context) => {
    const spec: Spec = { request: 0, router: blank(potentialRouter) };
    await parse(KEYWORDS, spec, args, context, (_, { word }) => {
      throw exit(255, `Invalid PRL parameter "${word}"`);
    });
    return await change(context, spec, bytesOf(potentialRouter, spec.router));
  },
);
