/**
 * `ip tunnel`.
 *
 * @module
 */

import { AF_INET, AF_INET6, AF_UNSPEC } from "../../../messages/families.ts";
import { type Arguments, fits, takes } from "../../parse/arguments.ts";
import { exit, type Help, usage } from "../../parse/errors.ts";
import type { Form, Formed } from "../../parse/form.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { helpVerb, type Verbs } from "../../runtime/verbs.ts";
import { IP6_MODES, IP6_USAGE, IP6_VERBS } from "./ip6_verbs.ts";

/** What can be done, in the order of trying; see `Grammar` for the form of the keywords. */
const VERBS: Verbs = {
  "add*": async () => (await import("./ip4.ts")).add,
  "change*": async () => (await import("./ip4.ts")).change,
  "delete*": async () => (await import("./ip4.ts")).remove,
  "show* lst* list*": async () => (await import("./ip4.ts")).show,
  "prl*": async () => (await import("./routers.ts")).setRouter,
  "6rd*": async () => (await import("./sixrd.ts")).setPrefixes,
};

/** The usage of tunnels over IPv4. */
const USAGE: Form = {
  verbs: { ...VERBS, "help*": helpVerb("tunnel") },
  otherwise: "show",
};

/** What completion offers: words of both, as a mode may follow that decides. */
const EITHER: Form = {
  verbs: {
    ...VERBS,
    ...Object.fromEntries(
      Object.keys(IP6_VERBS).map((key) => [key, () => formOfEither(key)]),
    ),
    "help*": helpVerb("tunnel"),
  },
  otherwise: "show",
};

async function formOfEither(key: string): Promise<Formed> {
  const both = await Promise.all([VERBS[key]!(), IP6_VERBS[key]!()]);
  return { form: { anyOrder: both.flatMap(({ form }) => form ?? []) } };
}

/** Runs `ip tunnel`. */
export const command: Command = takes(EITHER, async (args, context) => {
  if (isIp6(args)) context.family = AF_INET6;
  switch (context.family) {
    case AF_UNSPEC:
    case AF_INET:
      context.family = AF_INET;
      return await runVerb(VERBS, args, context, "tunnel", '"ip tunnel help"');
    case AF_INET6: {
      const hint = '"ip -f inet6 tunnel help".';
      return await runVerb(IP6_VERBS, args, context, IP6_USAGE, hint);
    }
    default:
      throw exit(255, `Unsupported protocol family: ${context.family}`);
  }
});
command.usage = USAGE;

/** Whether the first mode that is given is one of tunnels over IPv6. */
function isIp6(args: Arguments): boolean {
  for (let i = 0; i < args.left - 1; i++) {
    if (args.peek(i) !== "mode") continue;
    return Object.hasOwn(IP6_MODES, args.peek(i + 1)!);
  }
  return false;
}

async function runVerb(
  verbs: Verbs,
  args: Arguments,
  context: Context,
  help: Help,
  hint: string,
): Promise<number> {
  const verb = args.left === 0 ? "show" : args.take();
  const load = Object.entries(verbs).find(([key]) => fits(verb, key))?.[1];
  if (load !== undefined) return await (await load())(args, context);
  if (fits(verb, "help*")) throw usage(help);
  throw exit(255, `Command "${verb}" is unknown, try ${hint}`);
}
