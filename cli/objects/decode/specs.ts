/**
 * Explains messages by the specifications of their families.
 *
 * @module
 */

import { NETLINK_GENERIC } from "../../../messages/families.ts";
import type { Codec } from "../../../messages/codec/mod.ts";
import { SpecCodecs } from "../../../ynl/compile/compile.ts";
import { correct } from "../../../ynl/corrections.ts";
import { reportedOperations } from "../../../ynl/operations.ts";
import { resolve } from "../../../ynl/resolve/resolve.ts";
import { parseSpec } from "../../../ynl/source.ts";
import type { Operation, Spec } from "../../../ynl/spec.ts";
import type { Explain } from "./families.ts";

/** Operations of a family by the numbers of their messages. */
interface Explainer {
  readonly spec: Spec;
  readonly codecs: SpecCodecs;
  readonly requests: ReadonlyMap<number, Operation>;
  readonly replies: ReadonlyMap<number, Operation>;
}

/**
 * Reads specifications.
 *
 * @param files The texts of the files, by their names.
 * @returns What explains messages of their families.
 * @throws {SpecError} If a specification makes no sense.
 */
export async function explainBySpecs(
  files: ReadonlyMap<string, string>,
): Promise<Explain> {
  const known: Explainer[] = [];
  for (const [file, text] of files) {
    const { document } = await parseSpec(text, file);
    known.push(explainerOf(resolve(correct(document))));
  }
  return ({ protocol, type, isRequest, view, start, end }, family) => {
    const isGeneric = protocol === NETLINK_GENERIC;
    if (isGeneric && end <= start) return undefined;
    const number = isGeneric ? view.getUint8(start) : type;
    for (const { spec, codecs, requests, replies } of known) {
      const isOfSpec = spec.protonum === protocol &&
        (!isGeneric || spec.name === family);
      const operation = isOfSpec
        ? (isRequest ? requests : replies).get(number)
        : undefined;
      if (operation === undefined) continue;
      const codec = codecs.message(operation) as unknown as Codec<unknown>;
      return { name: `${spec.name} ${operation.name}`, codec };
    }
    return undefined;
  };
}

function explainerOf(spec: Spec): Explainer {
  const requests = new Map<number, Operation>();
  for (const operation of spec.operations.list) {
    const { requestValue, do: one, dump: all } = operation;
    for (
      const number of [requestValue, one?.requestValue, all?.requestValue]
    ) {
      if (number != null && !requests.has(number)) {
        requests.set(number, operation);
      }
    }
  }
  return {
    spec,
    codecs: new SpecCodecs(spec),
    requests,
    replies: reportedOperations(spec),
  };
}
