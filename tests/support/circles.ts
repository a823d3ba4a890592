/**
 * Circles of imports: modules each of which needs the others.
 *
 * Imports of types only are gone when a program runs, so that circles of them
 * are harmless to it; those of values decide which module runs first.
 *
 * @module
 */

/** What a module imports from another. */
export interface Import {
  /** The other module, by its path. */
  readonly from: string;
  /** Whether it is imported for types only. */
  readonly isType: boolean;
}

/** What each module imports, by its path. */
export type Imports = ReadonlyMap<string, readonly Import[]>;

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(?:([^;"']*?)\s+from\s+)?"(\.[^"]+)"/gm;

/**
 * Finds what a module imports by static statements.
 *
 * @param path The path of the module.
 * @param source Its source text.
 * @returns The imports of modules by relative names.
 */
export function importsOf(path: string, source: string): Import[] {
  const base = new URL(path, "file:///");
  return Array.from(source.matchAll(STATEMENT), (match) => {
    const [, type, names = "", specifier] = match;
    return {
      from: new URL(specifier!, base).pathname.slice(1),
      isType: type !== undefined || isOfTypes(names),
    };
  });
}

/** Whether all names in braces are those of types. */
function isOfTypes(names: string): boolean {
  const braces = /^\{([^}]*)\}$/.exec(names.trim());
  const list = braces?.[1]?.split(",").map((name) => name.trim())
    .filter((name) => name !== "") ?? [];
  return list.length > 0 && list.every((name) => name.startsWith("type "));
}

/**
 * Finds the circles: the largest sets of modules each of which reaches all the
 * others by imports.
 *
 * @param imports What each module imports.
 * @param types Whether to follow imports of types, too.
 * @returns The modules of each circle.
 */
export function circles(imports: Imports, types: boolean): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();

  function visit(path: string): void {
    order.set(path, order.size);
    lowest.set(path, order.get(path)!);
    stack.push(path);
    open.add(path);
    for (const { from, isType } of imports.get(path) ?? []) {
      if (isType && !types) continue;
      if (!order.has(from)) visit(from);
      if (!open.has(from)) continue;
      lowest.set(path, Math.min(lowest.get(path)!, lowest.get(from)!));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const circle = stack.splice(stack.indexOf(path));
    for (const member of circle) open.delete(member);
    if (circle.length > 1) found.push(circle.sort());
  }

  for (const path of imports.keys()) if (!order.has(path)) visit(path);
  return found.sort((a, b) => a[0]! < b[0]! ? -1 : 1);
}
