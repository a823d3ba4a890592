/**
 * Where a process spends its time, by the samples that perf(1) takes.
 *
 * @module
 */

/** What a processor works on. */
export type Layer =
  | "kernel"
  | "C library"
  | "program"
  | "readers"
  | "other JavaScript"
  | "V8's own functions"
  | "V8: memory, compiler"
  | "other threads";

/** Code that V8 has put somewhere, of `/tmp/perf-PID.map`. */
interface Code {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** A sample: `COMMAND TID ADDRESS SYMBOL (FILE)`. */
const SAMPLE = /\s(\d+)\s+([0-9a-f]+)\s+.*\((.*)\)$/;

/**
 * Takes samples of a process for as long as something runs.
 *
 * @param pid The process.
 * @param file Where to keep them.
 * @param run What to wait for.
 * @returns How many there are of each layer.
 */
export async function sample(
  pid: number,
  file: string,
  run: () => Promise<void>,
): Promise<Map<Layer, number>> {
  const perf = new Deno.Command("perf", {
    args: ["record", "-F", "3999", "-p", `${pid}`, "-o", file],
    stdout: "null",
    stderr: "null",
  }).spawn();
  // It has to have found all threads before they start to work.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await run();
  perf.kill("SIGINT");
  await perf.status;
  const { stdout } = await new Deno.Command("perf", {
    args: ["script", "-i", file, "-F", "comm,tid,ip,sym,dso"],
    stderr: "null",
  }).output();
  return countLayers(new TextDecoder().decode(stdout), pid, await codeOf(pid));
}

async function codeOf(pid: number): Promise<Code[]> {
  let text: string;
  try {
    text = await Deno.readTextFile(`/tmp/perf-${pid}.map`);
  } catch (error) {
    // Compiled programs write none.
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
  return text.split("\n").flatMap((line) => {
    const [, start, size, name] = /^(\S+) (\S+) (.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const first = parseInt(start!, 16);
    return [{ start: first, end: first + parseInt(size!, 16), name }];
  }).sort((one, other) => one.start - other.start);
}

/**
 * Counts samples by layer.
 *
 * @param text What `perf script` prints.
 * @param pid The process.
 * @param code The code that V8 has made, in order.
 * @returns How many samples there are of each layer.
 */
export function countLayers(
  text: string,
  pid: number,
  code: readonly Code[],
): Map<Layer, number> {
  const layers = new Map<Layer, number>();
  for (const line of text.split("\n")) {
    const [, thread, address, file] = SAMPLE.exec(line) ?? [];
    if (file === undefined) continue;
    const layer = Number(thread) === pid
      ? layerOf(file, parseInt(address!, 16), code)
      : "other threads";
    layers.set(layer, (layers.get(layer) ?? 0) + 1);
  }
  return layers;
}

function layerOf(file: string, address: number, code: readonly Code[]): Layer {
  if (file.startsWith("[kernel")) return "kernel";
  if (/\/libc[.-]/.test(file)) return "C library";
  const name = nameAt(address, code);
  if (name?.startsWith("JS:")) {
    // Functions that were written out are in no file.
    return /file:|ext:|node:/.test(name) ? "other JavaScript" : "readers";
  }
  if (name !== undefined) return "V8's own functions";
  return file.endsWith("/deno") ? "V8: memory, compiler" : "program";
}

/** The code that is at an address; later code may stand where other was. */
function nameAt(address: number, code: readonly Code[]): string | undefined {
  let [from, to] = [0, code.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (code[middle]!.start <= address) from = middle + 1;
    else to = middle;
  }
  return code.slice(Math.max(0, from - 4), from)
    .findLast(({ end }) => address < end)?.name;
}
