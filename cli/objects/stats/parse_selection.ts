/**
 * Which statistics are asked for.
 *
 * @module
 */

import { CommandError } from "../../parse/errors.ts";
import { type Group, type Leaf, STATISTICS } from "./groups.ts";

/** What the levels of the tree are called. */
export const LEVELS = ["group", "subgroup", "suite"] as const;

/** Exit code of arguments that do not fit together: `EINVAL`. */
const EINVAL = 22;

/** A leaf and the way to it. */
export interface Selected {
  /** The leaf. */
  readonly leaf: Leaf;
  /** Names on the way to it, one a level. */
  readonly path: readonly string[];
}

/** Statistics that are asked for. */
export class Selection {
  readonly #selected: Selected[] = [];
  #path: string[] = [];

  /**
   * Takes a name of a level.
   *
   * @param level Position among {@linkcode LEVELS}.
   * @param name The name.
   * @throws {CommandError} If the level above was not named, or there are no
   * such statistics.
   */
  select(level: number, name: string): void {
    for (let i = 0; i < level; i++) {
      if (this.#path[i] === undefined) {
        throw wrong(
          `Error: ${LEVELS[level]} ${name} requested without selecting a ${
            LEVELS[i]
          } first`,
        );
      }
    }
    if (this.#path.length > level) this.#push();
    this.#path = [...this.#path.slice(0, level), name];
  }

  /**
   * Ends the selection.
   *
   * @returns The leaves in the order of writing.
   * @throws {CommandError} If there are no such statistics.
   */
  finish(): Selected[] {
    this.#push();
    const leaves = this.#selected.sort((a, b) => a.leaf.order - b.leaf.order);
    return leaves.filter(({ leaf }, i) => leaf !== leaves[i - 1]?.leaf);
  }

  #push(): void {
    const found = find(this.#path);
    this.#selected.push(...leavesOf(found, this.#path));
  }
}

function find(path: readonly string[]): Leaf | Group {
  let found: Leaf | Group = STATISTICS;
  for (const [level, name] of path.entries()) {
    if (!("members" in found)) {
      throw wrong(
        `Error: ${LEVELS[level]} ${name} requested inside leaf ${
          LEVELS[level - 1]
        } ${found.name}`,
      );
    }
    const next: Leaf | Group | undefined = found.members.find((member) =>
      member.name === name
    );
    if (next === undefined) {
      throw wrong(
        `Error: no ${LEVELS[level]} named ${name} found inside ${found.name}`,
      );
    }
    found = next;
  }
  return found;
}

function leavesOf(from: Leaf | Group, path: readonly string[]): Selected[] {
  if (!("members" in from)) return [{ leaf: from, path }];
  return from.members.flatMap((member) =>
    leavesOf(member, [...path, member.name])
  );
}

function wrong(text: string): CommandError {
  return new CommandError(EINVAL, false, `${text}\n`);
}
