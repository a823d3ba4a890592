import { assertEquals } from "@std/assert";
import { reasonToSkip } from "../differential/files.ts";
import { parseCases } from "../differential/case.ts";
import { findJudge, isAtLeast, reasonAgainstJudge } from "./judge.ts";
import { reasonAgainstLive } from "./live.ts";

Deno.test("isAtLeast() compares versions by numbers", () => {
  for (
    const [version, wanted, expected] of [
      ["6.1", "6.1", true],
      ["6.1", "6.15", false],
      ["6.15", "6.2", true],
      ["7.3.0", "6.15", true],
      ["6.12.117+deb13-amd64", "6.12", true],
      ["6.18.0-rc1", "7.0", false],
    ] as const
  ) {
    assertEquals(isAtLeast(version, wanted), expected, `${version} ${wanted}`);
  }
});

const judge = findJudge();
const reason = reasonAgainstLive() ??
  (typeof judge === "string" ? judge : undefined);

Deno.test({
  name: reason === undefined
    ? "reasonToSkip() names the version of ip that a case holds from"
    : `reasonToSkip() names the version of ip (${reason})`,
  ignore: reason !== undefined,
  fn: () => {
    const [older, newer, same] = parseCases(
      "# a [ip 6.1]\n# b [ip 999.1]\n# c",
    );
    assertEquals(reasonToSkip(older!), undefined);
    assertEquals(reasonToSkip(newer!), "needs ip 999.1");
    assertEquals(reasonToSkip(same!), reasonAgainstJudge());
  },
});
