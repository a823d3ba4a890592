/**
 * Keywords that name a class.
 *
 * @module
 */

import { TC_H_ROOT } from "../../../messages/tc/handle.ts";
import {
  duplicateArgument,
  fail,
  invalidArgument,
} from "../../parse/errors.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import { setDevice } from "../device.ts";
import { classIdOf } from "../handles.ts";

/** Which class is meant. */
export interface ClassReference {
  /** Name of its device. */
  device?: string;
  /** Its handle. */
  id?: number;
  /** Handle of what it is in. */
  parent?: number;
}

/** Names the device. */
export const DEVICE: Grammar<ClassReference> = {
  "dev": takes("STRING:device", (spec, { args }) => {
    const word = args.take();
    if (spec.device) throw duplicateArgument("dev", word);
    setDevice(spec, word);
  }),
};

/**
 * Names the class, and what it is in.
 *
 * @param stop What ends the error of a second parent.
 * @param shown Which word that error shows.
 * @returns The keywords.
 */
export function handleWords(
  stop: "" | ".",
  shown: "keyword" | "argument",
): Grammar<ClassReference> {
  return {
    "classid": takes("CLASSID", (spec, { args }) => {
      const word = args.take();
      if (spec.id) throw duplicateArgument("classid", word);
      spec.id = idOf(word, "class");
    }),
    "root": (spec) => {
      if (spec.parent) {
        throw fail(255, `Error: "root" is duplicate parent ID${stop}`);
      }
      spec.parent = TC_H_ROOT;
    },
    "parent": takes("CLASSID", (spec, { args, word }) => {
      if (shown === "keyword" && spec.parent) {
        throw duplicateArgument("parent", word);
      }
      const given = args.take();
      if (spec.parent) throw duplicateArgument("parent", given);
      spec.parent = idOf(given, "parent");
    }),
  };
}

function idOf(word: string, of: string): number {
  const id = classIdOf(word);
  if (id === undefined) throw invalidArgument(`invalid ${of} ID`, word);
  return id;
}
