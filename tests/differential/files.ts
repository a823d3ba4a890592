/**
 * The files of cases.
 *
 * @module
 */
import { reasonAgainstJudge } from "../support/judge.ts";
import { type Need, unmet } from "../support/live.ts";
import type { AnyProgram } from "../../cli/runtime/context.ts";
import { programOf } from "../support/programs.ts";
import { type Case, parseCases } from "./case.ts";

const FOLDER = new URL("cases/", import.meta.url);

/** In brackets: the kinds that a case names need not be there. */
const ANY_KIND = "any kind";

/**
 * What is tried in the virtual machine only: names of namespaces, which belong
 * to the whole machine, and options of encapsulations, by which Linux 6.18
 * crashes with the lock of all network devices in its hand.
 */
const NOT_HERE = /^ip (?:-all )?netns |\b(?:geneve|vxlan|erspan)_opts\b/m;

/** A file of cases. */
export interface CaseFile {
  /** Its name without the ending. */
  readonly name: string;
  /** The program that is compared. */
  readonly program: AnyProgram;
  /** What is in it. */
  readonly cases: readonly Case[];
}

/**
 * Reads the files of cases.
 *
 * @param names Which ones, or none for all.
 * @returns The files by name.
 */
export function caseFiles(names: readonly string[] = []): CaseFile[] {
  const all = [...Deno.readDirSync(FOLDER)]
    .filter(({ name }) => name.endsWith(".txt"))
    .map(({ name }) => name.slice(0, -".txt".length))
    .sort();
  return all
    .filter((name) => names.length === 0 || names.includes(name))
    .map((name) => ({
      name,
      program: programOf(name),
      cases: parseCases(Deno.readTextFileSync(new URL(`${name}.txt`, FOLDER))),
    }));
}

/**
 * Returns why a case cannot run here.
 *
 * @param subject A case.
 * @returns The reason, or `undefined` if it can.
 */
export function reasonToSkip(subject: Case): string | undefined {
  // Older versions do the same only where the case is marked so.
  const older = subject.needs.some((need) => need.startsWith("ip "));
  const judge = older ? undefined : reasonAgainstJudge();
  if (judge !== undefined) return judge;
  const made = subject.text.matchAll(
    /^(?:(?:ours|=|ip) .*)?\blink add .*?\btype ([a-z][\w-]*)/gm,
  );
  const kinds = new Set([...made].map(([, kind]) => `kind ${kind}` as Need));
  return unmet([
    ...(NOT_HERE.test(subject.text) ? ["vm" as const] : []),
    ...subject.needs.filter((need) => need !== ANY_KIND) as Need[],
    ...(subject.needs.includes(ANY_KIND) ? [] : kinds),
  ]);
}
