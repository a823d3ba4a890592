/**
 * The kinds of queueing disciplines that `tc` has keywords for.
 *
 * To add one, write its file in `qdiscs/` and name it below. A kind is loaded
 * when one is to be shown or made.
 *
 * @module
 */

import { Unresolved } from "../names/link_map.ts";
import type { Form } from "../parse/form.ts";
import type { AnyQdiscKind } from "./kind.ts";

/** Loads a kind. */
type Load = () => Promise<{ readonly kind: AnyQdiscKind }>;

const KINDS: Readonly<Record<string, Load>> = {
  bfifo: async () => (await import("./qdiscs/fifo.ts")).bytes,
  cake: () => import("./qdiscs/cake.ts"),
  cbs: () => import("./qdiscs/cbs.ts"),
  choke: () => import("./qdiscs/choke.ts"),
  clsact: async () => (await import("./qdiscs/ingress.ts")).clsact,
  codel: () => import("./qdiscs/codel.ts"),
  drr: () => import("./qdiscs/drr.ts"),
  dualpi2: () => import("./qdiscs/dualpi2.ts"),
  etf: () => import("./qdiscs/etf.ts"),
  ets: () => import("./qdiscs/ets.ts"),
  fq: () => import("./qdiscs/fq.ts"),
  fq_codel: () => import("./qdiscs/fq_codel.ts"),
  fq_pie: () => import("./qdiscs/fq_pie.ts"),
  gred: () => import("./qdiscs/gred.ts"),
  hfsc: () => import("./qdiscs/hfsc.ts"),
  hhf: () => import("./qdiscs/hhf.ts"),
  htb: () => import("./qdiscs/htb.ts"),
  ingress: () => import("./qdiscs/ingress.ts"),
  mqprio: () => import("./qdiscs/mqprio.ts"),
  multiq: () => import("./qdiscs/multiq.ts"),
  netem: () => import("./qdiscs/netem.ts"),
  pfifo: () => import("./qdiscs/fifo.ts"),
  pfifo_fast: async () => (await import("./qdiscs/prio.ts")).fast,
  pfifo_head_drop: () => import("./qdiscs/fifo.ts"),
  pie: () => import("./qdiscs/pie.ts"),
  plug: () => import("./qdiscs/plug.ts"),
  prio: () => import("./qdiscs/prio.ts"),
  qfq: () => import("./qdiscs/qfq.ts"),
  red: () => import("./qdiscs/red.ts"),
  sfb: () => import("./qdiscs/sfb.ts"),
  sfq: () => import("./qdiscs/sfq.ts"),
  skbprio: () => import("./qdiscs/skbprio.ts"),
  taprio: () => import("./qdiscs/taprio.ts"),
  tbf: () => import("./qdiscs/tbf.ts"),
};

/**
 * The name of a kind, and its options.
 *
 * @param formOf The form of the options of a kind.
 * @returns The form.
 */
export function qdiscKindForm(
  formOf: (kind: AnyQdiscKind | undefined) => Form | undefined,
): Form {
  return {
    name: "QDISC_KIND",
    rest: "OPTIONS",
    brief: true,
    cases: Object.fromEntries(
      Object.keys(KINDS).map((name) => [
        name,
        async () => formOf(await loadQdiscKind(name)),
      ]),
    ),
  };
}

const loaded: Map<string, AnyQdiscKind> = new Map();

/**
 * The keywords of a kind.
 *
 * @param name Its name.
 * @returns Its keywords, or `undefined` if there are none.
 * @throws {Unresolved} If it was not loaded yet.
 */
export function qdiscKindOf(name: string): AnyQdiscKind | undefined {
  const kind = loaded.get(name);
  if (kind === undefined && Object.hasOwn(KINDS, name)) {
    throw new Unresolved(async () => void await loadQdiscKind(name));
  }
  return kind;
}

/**
 * Loads a kind.
 *
 * @param name Its name.
 * @returns Its keywords, or `undefined` if there are none.
 */
export async function loadQdiscKind(
  name: string,
): Promise<AnyQdiscKind | undefined> {
  if (!Object.hasOwn(KINDS, name)) return undefined;
  const { kind } = await KINDS[name]!();
  loaded.set(name, kind);
  return kind;
}
