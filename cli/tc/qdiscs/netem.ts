/**
 * `tc qdisc … netem`.
 *
 * @module
 */

import type {
  NetemAttributes,
  NetemData,
  NetemStats,
} from "../../../messages/tc/qdiscs/netem.ts";
import { CommandError } from "../../parse/errors.ts";
import type { PrintKind, QdiscKind } from "../kind.ts";
import { type KindStep, parser } from "../kind.ts";
import { GRAMMAR, type NetemSpec, startNetem } from "./parse_netem.ts";
import { printNetem } from "./format_netem.ts";

/** What is wrong about the settings together. */
function problemOf(spec: NetemSpec): string | undefined {
  const { latency = 0n, jitter = 0n, gap, reorder, attributes } = spec;
  if (reorder?.probability) {
    if (latency === 0n) {
      return "reordering not possible without specifying some delay";
    }
  } else if (gap > 0) return "gap specified without reorder probability";
  if (spec.ecn && !spec.loss && attributes.lossModel === undefined) {
    return "ecn requested without loss model";
  }
  if (
    attributes.delayDistribution !== undefined &&
    (latency === 0n || jitter === 0n)
  ) return "distribution specified but no latency and jitter values";
  return undefined;
}

function finish(spec: NetemSpec, { name }: KindStep): NetemData {
  const problem = problemOf(spec);
  if (problem !== undefined) {
    throw new CommandError(1, false, `${problem}\n`, {
      of: `... ${name}`,
      form: { options: GRAMMAR },
    });
  }
  const { latency, jitter, correlated, correlation, reorder, ecn } = spec;
  const { limit, loss, duplicate } = spec;
  const { corrupt, slot, lossModel, rate, rate64, seed, ...distributions } =
    spec.attributes;
  const attributes: NetemAttributes = {
    ...latency !== undefined && { latency64: latency },
    ...jitter !== undefined && { jitter64: jitter },
    ...correlated && { correlation },
    ...reorder !== undefined && { reorder },
    ...ecn && { ecn: 1 },
    ...corrupt !== undefined && { corrupt },
    ...slot !== undefined && { slot },
    ...lossModel !== undefined && { lossModel },
    ...rate64 !== undefined && { rate64 },
    ...rate !== undefined && { rate },
    ...seed !== undefined && { seed },
    ...distributions,
  };
  const gap = reorder?.probability ? spec.gap || 1 : spec.gap;
  return { latency: 0, limit, loss, gap, duplicate, jitter: 0, attributes };
}

const printStats: PrintKind<NetemStats> = ({ printer }, stats) => {
  printer.spaced("delayed", stats.delayed, "  ");
  printer.spaced("dropped", stats.dropped);
  printer.spaced("corrupted", stats.corrupted);
  printer.spaced("duplicated", stats.duplicated);
  printer.spaced("reordered", stats.reordered);
  printer.spaced("ecn_marked", stats.ecnMarked);
  if (stats.allocationErrors) {
    printer.spaced("alloc_errors", stats.allocationErrors);
  }
};

/** Emulation of a network. */
export const kind: QdiscKind<NetemData, never, NetemStats> = {
  parse: parser<NetemSpec, NetemData>(GRAMMAR, { start: startNetem, finish }),
  print: printNetem,
  printStats,
};
