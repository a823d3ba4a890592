/**
 * The keywords of tunnels over IPv6.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  type Ip6TunnelParameters,
  ip6TunnelParameters,
} from "../../../messages/link/tunnel_control.ts";
import { AF_INET6 } from "../../../messages/families.ts";
import { exit, fail, usage } from "../../parse/errors.ts";
import type { Argument, Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { u8 } from "../../parse/numbers.ts";
import { addressOf } from "../../parse/prefixes.ts";
import type { Context } from "../../runtime/context.ts";
import { ip6Keywords } from "../link/kinds/parse_tunnel.ts";
import { getTunnel } from "./control.ts";
import {
  commonKeywords,
  LOWEST_FLAG,
  NAME,
  resolveDevice,
  type Spec,
  tunnelName,
} from "./gre.ts";
import { IP6_MODES, IP6_USAGE } from "./ip6_verbs.ts";

const ADDR: Argument = { name: "ADDR", means: "IPV6_ADDRESS" };
const TTL: Argument = { name: "TTL", means: "0..255" };

function address(
  end: "local" | "remote",
): Word<Spec<Ip6TunnelParameters>> {
  return takes(ADDR, ({ tunnel }, { args }) => {
    tunnel[end] = addressOf(args.take(), AF_INET6).address || "::";
  });
}

/** What packets get that goes into their header, as links have it. */
function headerKeywords(): Grammar<Spec<Ip6TunnelParameters>> {
  // Marks are younger than this command.
  const { fwmark: _, ...keywords } = ip6Keywords<Ip6TunnelParameters>("");
  return Object.fromEntries(
    Object.entries(keywords).map(([key, keyword]) => {
      const own: Word<Spec<Ip6TunnelParameters>> = ({ tunnel }, step) =>
        keyword(tunnel, step);
      return [key, keyword.form === undefined ? own : takes(keyword.form, own)];
    }),
  );
}

const KEYWORDS: Grammar<Spec<Ip6TunnelParameters>> = {
  "mode": takes(
    "{ ip6ip6 | ipip6 | ip6gre | vti6 | any }",
    ({ tunnel }, { args }) => {
      const arg = args.take();
      if (!Object.hasOwn(IP6_MODES, arg)) {
        throw exit(255, `Unknown tunnel mode "${arg}"`);
      }
      tunnel.protocol = IP6_MODES[arg]!;
      if (arg === "vti6") tunnel.iflags |= LOWEST_FLAG;
    },
  ),
  "remote": address("remote"),
  "local": address("local"),
  "hoplimit ttl hlim": takes(TTL, ({ tunnel }, { args }) => {
    tunnel.hopLimit = args.read(u8, "invalid TTL");
  }),
  ...commonKeywords(),
  ...headerKeywords(),
};

/** What follows the verbs. */
export const FORM: Form = {
  anyOrder: [{ options: KEYWORDS }, [{ maybe: ["[ name ]", NAME] }]],
};

/**
 * Reads arguments.
 *
 * @param defaults What the tunnel has that is not given.
 * @param isChange Whether a tunnel is changed, which keeps what is not given if
 * its name comes first.
 * @returns The tunnel.
 * @throws {CommandError} If an argument is wrong, or there is no such tunnel.
 */
export async function read(
  args: Arguments,
  context: Context,
  defaults: Partial<Ip6TunnelParameters>,
  isChange = false,
): Promise<Ip6TunnelParameters> {
  const codec = ip6TunnelParameters;
  const spec: Spec<Ip6TunnelParameters> = { tunnel: blank(codec, defaults) };
  const all = args.left;
  await parse(KEYWORDS, spec, args, context, async (spec, { word, args }) => {
    const isFirst = args.left === all - 1;
    const isName = word === "name";
    if (!isName && matches(word, "help")) throw usage(IP6_USAGE);
    const name = tunnelName(isName ? args.take() : word, spec.tunnel.name);
    spec.tunnel.name = name;
    if (!isChange || !isFirst) return;
    const old = await getTunnel(context, codec, name, blank(codec));
    if (typeof old === "string") throw fail(1, old);
    spec.tunnel = old;
  });
  await resolveDevice(context, spec);
  return spec.tunnel;
}
