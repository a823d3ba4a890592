/**
 * Loads `messages` of the npm package in a browser.
 *
 * @module
 */
import { assertMatch } from "@std/assert";
import { parseHex } from "../../tools/capture/fixture.ts";
import { manifest } from "../../tools/npm/manifest.ts";
import { writeModules } from "../../tools/npm/package.ts";
import { hasCommand } from "../support/live.ts";
import { patient } from "../support/patience.ts";
import { ROOT, run, text } from "./runtimes.ts";

/** In seconds; a browser takes its time to start. */
const LONGEST = 300;

/** What is imported, by the name that users write. */
const ENTRY = "@netlink/netlink/messages";

/** Decodes a datagram, encodes it again, and shows the name of its link. */
const PROGRAM = `
import { decode, encode } from "${ENTRY}";
const bytes = Uint8Array.from(BYTES);
const { messages } = decode(bytes);
const same = String(encode(messages)) === String(bytes);
document.body.textContent = messages[0].body.attributes.name + " " + same;
`;

function page(bytes: Uint8Array): string {
  const { exports } = manifest(
    JSON.parse(Deno.readTextFileSync(`${ROOT}deno.json`)),
  ) as { exports: Record<string, { default: string }> };
  const path = exports["./messages"]!.default;
  const imports = { [ENTRY]: new URL(path, "http://x/").pathname };
  return `<!DOCTYPE html>
<body>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module">${PROGRAM.replace("BYTES", `[${bytes}]`)}</script>`;
}

/** Serves a page, and the modules of a folder. */
function serve(folder: string, html: string): Deno.HttpServer<Deno.NetAddr> {
  const options = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  return Deno.serve(options, async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/") {
      return new Response(html, { headers: { "content-type": "text/html" } });
    }
    if (!pathname.endsWith(".js")) return new Response("", { status: 404 });
    return new Response(await Deno.readTextFile(folder + pathname), {
      headers: { "content-type": "text/javascript" },
    });
  });
}

const ignore = !hasCommand("chromium");

Deno.test({
  name: "messages of the npm package decode and encode in Chromium" +
    (ignore ? " (needs command chromium)" : ""),
  ignore,
  fn: patient(LONGEST, async () => {
    const folder = Deno.makeTempDirSync({ prefix: "netlink-browser-" });
    try {
      // Nothing else of the library is there to be loaded.
      writeModules(`${folder}/package`, ["messages"]);
      const [bytes] = parseHex(
        Deno.readTextFileSync(`${ROOT}tests/fixtures/link/dummy.hex`)
          .replaceAll(/\n{2,}/g, "\n"),
      );
      await using server = serve(`${folder}/package`, page(bytes!));
      const { stdout, stderr } = await run("chromium", [
        ..."--headless --no-sandbox --disable-gpu --dump-dom".split(" "),
        `--user-data-dir=${folder}/profile`,
        `http://127.0.0.1:${server.addr.port}/`,
      ]);
      assertMatch(text(stdout), /\bd0 true\b/, text(stderr));
    } finally {
      Deno.removeSync(folder, { recursive: true });
    }
  }),
});
