/**
 * What can be asked of a family, and what it reports.
 *
 * @module
 */

import { SpecError } from "../errors.ts";
import { cName } from "../names.ts";
import type { Exchange, Mode, Operation, Operations } from "../spec.ts";
import type { RawOperation, RawSpec } from "./raw.ts";

const MODES: readonly Mode[] = ["do", "dump", "notify", "event"];

/** Numbers of an operation. */
interface Values {
  readonly request: number | null;
  readonly reply: number | null;
}

/**
 * Makes the operations of a specification explicit.
 *
 * @param spec The specification.
 * @returns The operations.
 * @throws {SpecError} If one makes no sense.
 */
export function resolveOperations(spec: RawSpec): Operations {
  const { operations } = spec;
  const { enumModel = "unified", list } = operations;
  const values = enumModel === "directional"
    ? directional(spec)
    : unified(spec);
  return {
    ...operations,
    enumModel,
    list: list.map((raw, i) => resolveOperation(spec, raw, values[i]!)),
  };
}

/** Requests and replies count together. */
function unified({ operations: { list } }: RawSpec): Values[] {
  let next = 1;
  return list.map((operation) => {
    const value = operation.value ?? next;
    next = value + 1;
    return { request: isReported(operation) ? null : value, reply: value };
  });
}

/** Requests count by themselves, and so do replies. */
function directional({ name, operations: { list } }: RawSpec): Values[] {
  let request = 1;
  let reply = 1;
  return list.map((operation) => {
    if (isReported(operation)) {
      reply = operation.value ?? reply;
      return { request: null, reply: reply++ };
    }
    const exchange = operation.do ?? operation.dump;
    if (exchange === undefined) {
      throw new SpecError(name, `operation ${operation.name} has no mode`);
    }
    request = exchange.request?.value ?? request;
    reply = exchange.reply?.value ?? reply;
    return {
      request: request++,
      reply: "reply" in exchange ? reply++ : null,
    };
  });
}

/** Whether the kernel reports it by itself. */
function isReported(operation: RawOperation): boolean {
  return "notify" in operation || "event" in operation;
}

function resolveOperation(
  { name: family, operations }: RawSpec,
  raw: RawOperation,
  values: Values,
): Operation {
  const { namePrefix = `${family}-cmd-`, list } = operations;
  const { asyncPrefix = namePrefix } = operations;
  const modes = MODES.filter((mode) => mode in raw);
  const subject = list.find(({ name }) => name === raw.notify);
  const attributeSet = raw.attributeSet ?? subject?.attributeSet;
  const fixedHeader = raw.fixedHeader ?? subject?.fixedHeader ??
    operations.fixedHeader;
  const { do: one, dump: all } = raw;
  return {
    ...raw as Partial<Operation>,
    name: raw.name,
    requestValue: values.request,
    replyValue: values.reply,
    modes,
    cName: cName((isReported(raw) ? asyncPrefix : namePrefix) + raw.name),
    ...attributeSet !== undefined && { attributeSet },
    ...fixedHeader !== undefined && { fixedHeader },
    ...modes.length === 0 && { reserved: true },
    ...one && { do: exchangeOf(one, values) },
    ...all && { dump: exchangeOf(all, values) },
  };
}

/** Adds numbers that differ from those of the operation. */
function exchangeOf(exchange: Exchange, values: Values): Exchange {
  const request = exchange.request?.value ?? values.request;
  const reply = exchange.reply?.value ?? values.reply;
  return {
    ...exchange,
    ...request !== null && request !== values.request &&
      { requestValue: request },
    ...reply !== null && reply !== values.reply && { replyValue: reply },
  };
}
