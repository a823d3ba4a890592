/**
 * Many objects of one kind at once.
 *
 * @module
 */

import { Writer } from "../../messages/codec/mod.ts";
import type { BatchFailure } from "../connection/batch_error.ts";
import type {
  AnyRequest,
  BatchOptions,
  Connection,
} from "../connection/connection.ts";
import { directOf, type EncodedRequests } from "../connection/direct.ts";
import { BatchError } from "../connection/errors.ts";
import type { IsMissing } from "./existence.ts";
import {
  type DescribeMade,
  describeRequest,
} from "../connection/request_names.ts";
import { Lookup } from "./lookup.ts";
import { checkIterable, FieldPath } from "../mapping/field_path.ts";
import { writeMessage } from "../connection/request.ts";
import { trial } from "../mapping/writing.ts";
import { nextTurn, turnIsDue } from "../connection/event_loop.ts";
import type { Verb } from "./verbs.ts";

/** How many objects are put into messages before they are sent. */
const CHUNK = 512;

/**
 * Sends a request for each of many objects. Names of devices are looked up once.
 *
 * @typeParam S What describes an object.
 * @typeParam M Its message.
 * @param connection Where to.
 * @param specs The objects.
 * @param verb What to do with them.
 * @param flags `NLM_F_*` besides those that all requests have.
 * @param options How to send them.
 * @param isMissing Recognizes the errors that do not matter, as an object need
 * not be there.
 * @returns How many were carried out.
 * @throws {BatchError} If some were refused.
 */
export async function batchObjects<S, M>(
  connection: Connection,
  specs: Iterable<S>,
  verb: Verb<S, M>,
  flags: number,
  options: BatchOptions,
  isMissing: IsMissing = () => false,
): Promise<number> {
  checkIterable(specs, FieldPath.root);
  using lookup = new Lookup(connection, options);
  const direct = directOf(connection);
  const writer = new Writer();
  const failures: BatchFailure[] = [];
  let done = 0;
  let missing = 0;
  const fail = (index: number, error: Error) => {
    if (isMissing(error)) missing++;
    else failures.push({ index, error });
  };
  for (const chunk of chunksOf(specs)) {
    if (turnIsDue()) await nextTurn();
    const from = done;
    const encoded = direct.takesEncoded(options)
      ? encode(chunk, verb, flags, writer, lookup)
      : undefined;
    done += chunk.length;
    if (encoded !== undefined) {
      for (const { index, error } of await direct.sendAll(encoded, options)) {
        fail(from + index, error);
      }
      continue;
    }
    let requests = await requestsFor(
      chunk,
      from,
      verb,
      flags,
      lookup,
      isMissing,
      fail,
    );
    while (requests.length > 0) {
      const unsent = await send(connection, requests, options, fail);
      if (failures.length > 0 && options.stopOnError) {
        const succeeded = done - failures.length - missing - unsent;
        throw new BatchError(failures, succeeded, unsent);
      }
      requests = requests.slice(requests.length - unsent);
    }
  }
  const succeeded = done - failures.length - missing;
  if (failures.length > 0) throw new BatchError(failures, succeeded);
  return succeeded;
}

/** A request, and the place of its object among all. */
interface Placed {
  readonly index: number;
  readonly request: AnyRequest;
}

/** Notes that a request failed, by the place of its object. */
type Fail = (index: number, error: Error) => void;

/**
 * Makes the requests for some objects. Devices that are not there matter only if
 * objects have to be there.
 */
async function requestsFor<S, M>(
  specs: readonly S[],
  from: number,
  { type, codec, write }: Verb<S, M>,
  flags: number,
  lookup: Lookup,
  isMissing: IsMissing,
  fail: Fail,
): Promise<readonly Placed[]> {
  const placed = (spec: S, index: number, fieldPath: FieldPath): Placed => ({
    index,
    request: {
      type,
      flags,
      codec,
      message: write(spec, fieldPath.at(index)),
      nameOf: lookup.nameOf,
    },
  });
  const describe: DescribeMade<readonly Placed[]> = (made, nameOf, path) => {
    const found = made.find(({ index }) => path.startsWith(`[${index}]`))!;
    return describeRequest({ ...found.request, nameOf }, flags);
  };
  const make = (from: number, specs: readonly S[]) =>
    lookup.build(
      (fieldPath) => specs.map((spec, i) => placed(spec, from + i, fieldPath)),
      describe,
    );
  try {
    return await make(from, specs);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const requests: Placed[] = [];
  for (const [i, spec] of specs.entries()) {
    try {
      requests.push(...await make(from + i, [spec]));
    } catch (error) {
      if (!isMissing(error)) throw error;
      fail(from + i, error as Error);
    }
  }
  return requests;
}

/** Sends requests; returns how many at the end were not, after one failed. */
async function send(
  connection: Connection,
  requests: readonly Placed[],
  options: BatchOptions,
  fail: Fail,
): Promise<number> {
  try {
    await connection.batch(requests.map(({ request }) => request), options);
    return 0;
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
    for (const { index, error: reason } of error.failures) {
      fail(requests[index]!.index, reason);
    }
    return error.unsent;
  }
}

/**
 * Encodes the requests for some objects, if all are right and there is nothing
 * to look up.
 */
function encode<S, M>(
  specs: readonly S[],
  { type, codec, write }: Verb<S, M>,
  flags: number,
  writer: Writer,
  { indices, nameOf }: Lookup,
): EncodedRequests | undefined {
  writer.reset();
  const starts: number[] = [];
  const messages: M[] = [];
  function writeAll(specs: readonly S[], fieldPath: FieldPath): true {
    for (let i = 0; i < specs.length; i++) {
      const message = write(specs[i]!, fieldPath);
      messages.push(message);
      starts.push(writeMessage(writer, type, flags, codec, message));
    }
    return true;
  }
  if (trial(writeAll, specs, indices) === undefined) return undefined;
  const request = (index: number): AnyRequest => ({
    type,
    flags,
    codec,
    message: messages[index],
    nameOf,
  });
  return { writer, starts, request };
}

function* chunksOf<T>(items: Iterable<T>): Generator<readonly T[]> {
  if (Array.isArray(items)) {
    for (let from = 0; from < items.length; from += CHUNK) {
      yield items.slice(from, from + CHUNK);
    }
    return;
  }
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
