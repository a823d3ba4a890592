/**
 * Finds files of tests.
 *
 * @module
 */

/**
 * Lists files of tests.
 *
 * @param root The folder of all tests.
 * @param tests Files, without what follows the last point, and folders.
 * @param ending What follows the names of files.
 * @returns Paths.
 */
export function testFiles(
  root: string,
  tests: readonly string[],
  ending: string,
): string[] {
  return tests.flatMap((path) =>
    path.endsWith("_test")
      ? [`${root}/${path}${ending}`]
      : [...within(`${root}/${path}`, `_test${ending}`)].sort()
  );
}

function* within(folder: string, ending: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* within(path, ending);
    else if (name.endsWith(ending)) yield path;
  }
}
