/**
 * Tries to put words into the kernel's terms without looking anything up.
 *
 * Most requests name no device, and nearly all of them are right. So they are
 * tried first with one place that stands for all: it knows no property paths and
 * looks up no names. What refers to a name, or is wrong, is done again from the
 * beginning, by a `Lookup` with places that know their paths.
 *
 * @module
 */

import { Place, type References } from "./place.ts";

let asked = false;
let known: ReadonlyMap<string, number> | undefined;

/** Notes that there is something to look up, and looks up nothing. */
const references: References = {
  device: (name) => {
    const index = known?.get(name);
    if (index === undefined) asked = true;
    return index ?? 0;
  },
  refer: () => {},
  deviceName: () => {
    asked = true;
    return "unknown";
  },
  namespace: () => {
    asked = true;
    return 0;
  },
};

/** Says that something is wrong; what that is nobody reads. */
const wrong = new TypeError("Cannot use a value in a trial");
const outside = new RangeError(wrong.message);

class TrialPlace extends Place {
  override at(): Place {
    return this;
  }

  override wrong(): TypeError {
    return wrong;
  }

  override outside(): RangeError {
    return outside;
  }
}

/** The place of everything during a {@linkcode trial}. */
export const anywhere: Place = new TrialPlace("", references);

/**
 * Tries to turn words into a message.
 *
 * @typeParam S The words.
 * @typeParam M The message.
 * @param write Turns words into the message; it is a pure function.
 * @param words The words.
 * @param indices Devices that have been looked up already, by name.
 * @returns The message; `undefined` if there is something to look up, or if
 * something is wrong.
 */
export function trial<S, M>(
  write: (words: S, place: Place) => M,
  words: S,
  indices?: ReadonlyMap<string, number>,
): M | undefined {
  asked = false;
  known = indices;
  try {
    const message = write(words, anywhere);
    return asked ? undefined : message;
  } catch {
    return undefined;
  }
}
