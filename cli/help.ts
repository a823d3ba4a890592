/**
 * What `ip help` prints.
 *
 * @module
 */

import { objectNames } from "./commands.ts";

/** Puts names between braces, on as many lines as it takes. */
function list(names: readonly string[]): string {
  const lines = [""];
  for (const [at, name] of names.entries()) {
    const word = at < names.length - 1 ? `${name} | ` : name;
    if (INDENT.length + lines.at(-1)!.length + word.length > WIDTH) {
      lines.push("");
    }
    lines[lines.length - 1] += word;
  }
  return lines.join("\n").replaceAll(/ ?\n/g, `\n${INDENT}`);
}

const WIDTH = 80;
const INDENT = " ".repeat(19);

/** Usage of the program. */
export const HELP = `\
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
       ip [ -force ] -batch filename
where  OBJECT := { ${list(objectNames())} }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                    -h[uman-readable] | -iec | -j[son] | -p[retty] |
                    -f[amily] { inet | inet6 | mpls | bridge | link } |
                    -4 | -6 | -M | -B | -0 |
                    -l[oops] { maximum-addr-flush-attempts } | -br[ief] |
                    -o[neline] | -t[imestamp] | -ts[hort] | -b[atch] [filename] |
                    -rc[vbuf] [size] | -n[etns] name | -N[umeric] | -a[ll] |
                    -c[olor]}
`;
