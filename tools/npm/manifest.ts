/**
 * `package.json` of the npm package.
 *
 * @module
 */

/** What `deno.json` has of the package. */
export interface Config {
  /** Its name. */
  readonly name: string;
  /** Its version. */
  readonly version: string;
  /** Its license. */
  readonly license: string;
  /** Its modules. */
  readonly exports: Readonly<Record<string, string>>;
}

/**
 * Makes `package.json` out of `deno.json`.
 *
 * @param config What is in `deno.json`.
 * @returns What is in `package.json`.
 */
export function manifest(
  { name, version, license, exports }: Config,
): Record<string, unknown> {
  const modules = Object.entries(exports).map(([key, path]) => {
    const base = path.replace(/\.ts$/, "");
    return [key, { types: `${base}.d.ts`, default: `${base}.js` }];
  });
  return {
    name,
    version,
    description: "Netlink for TypeScript: links, addresses, routes and the " +
      "rest of ip, typed, without ip",
    license,
    keywords: ["netlink", "rtnetlink", "iproute2", "linux", "network"],
    type: "module",
    sideEffects: false,
    exports: {
      ...Object.fromEntries(modules),
      "./package.json": "./package.json",
    },
    bin: { nip: "./bin/nip.js" },
    os: ["linux"],
    engines: { node: ">=22.3", bun: ">=1.2" },
    peerDependencies: { koffi: "^3.0.0", "js-yaml": "^4.1.0" },
    peerDependenciesMeta: {
      koffi: { optional: true },
      "js-yaml": { optional: true },
    },
  };
}
