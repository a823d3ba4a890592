/**
 * Whether the running kernel answers at all.
 *
 * A kernel that crashed in the middle of a routing request keeps a lock for
 * ever, and whoever asks it anything then waits for ever, unkillably. Tests must
 * not.
 *
 * @module
 */

/** How long a sound kernel may take, in milliseconds. */
const PATIENCE_MS = 3000;

/** Where the verdict is kept for the other files of the same test run. */
const VARIABLE = "NETLINK_TEST_KERNEL_ANSWERS";

/** Whether rtnetlink requests are answered. */
export const kernelAnswers: boolean = await ask();

async function ask(): Promise<boolean> {
  if (Deno.build.os !== "linux") return false;
  const yes = `yes, ${Deno.osRelease()}`;
  const no = `no, ${Deno.osRelease()}`;
  const known = Deno.env.get(VARIABLE);
  if (known === yes || known === no) return known === yes;
  const answers = await answersInTime();
  Deno.env.set(VARIABLE, answers ? yes : no);
  return answers;
}

async function answersInTime(): Promise<boolean> {
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command("ip", {
      args: ["link", "show", "dev", "lo"],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
  } catch {
    // Without ip there is nobody to send ahead.
    return true;
  }
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), PATIENCE_MS);
  const status = child.status.then(() => true);
  const inTime = await Promise.race([status, late.promise]);
  clearTimeout(timer);
  if (!inTime) {
    child.kill("SIGKILL");
    child.unref();
  }
  return inTime;
}
