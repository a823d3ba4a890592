/**
 * Fresh network namespaces for tests.
 *
 * A namespace belongs to a thread, and `deno test` may run each file on a
 * thread of its own: what a test does synchronously, the sockets that it opens
 * and the commands that it starts are inside. Reading a file asynchronously
 * happens on other threads, which are not, and `/proc/self` is the process's
 * first thread: read `/proc/thread-self` synchronously instead.
 *
 * @module
 */
import { kernelAnswers } from "./kernel.ts";
import { checked, cString, libc } from "./libc.ts";

const CLONE_FS = 0x200;
const CLONE_NEWNS = 0x0002_0000;
const CLONE_NEWNET = 0x4000_0000;
const MS_NOSUID_NODEV_NOEXEC = 2n | 4n | 8n;
const MS_PRIVATE_RECURSIVE = (1n << 18n) | (1n << 14n);
const MNT_DETACH = 2;

/**
 * Runs `body` in a new network namespace, with a `/sys` that shows it.
 *
 * @param body What to do there.
 * @returns What `body` returned.
 * @throws {Error} If this thread may not make namespaces.
 */
export async function inNewNamespace<T>(
  body: () => T | Promise<T>,
): Promise<T> {
  const directory = Deno.cwd();
  using network = open("net");
  using mounts = open("mnt");
  checked("unshare", libc().unshare(CLONE_NEWNS | CLONE_NEWNET));
  try {
    mountSys();
    return await body();
  } finally {
    network.enter(CLONE_NEWNET);
    // Threads that were started meanwhile share this one's root folder.
    checked("unshare", libc().unshare(CLONE_FS));
    mounts.enter(CLONE_NEWNS);
    Deno.chdir(directory);
  }
}

/** Returns whether this thread may make namespaces. */
export function canMakeNamespaces(): boolean {
  if (!kernelAnswers || Deno.uid() !== 0) return false;
  try {
    using network = open("net");
    checked("unshare", libc().unshare(CLONE_NEWNET));
    network.enter(CLONE_NEWNET);
    return true;
  } catch {
    return false;
  }
}

interface Namespace extends Disposable {
  enter(type: number): void;
}

function open(type: string): Namespace {
  const path = `/proc/thread-self/ns/${type}`;
  const fd = checked(`open ${path}`, libc().open(cString(path), 0));
  return {
    enter: (flag) => void checked("setns", libc().setns(fd, flag)),
    [Symbol.dispose]: () => void libc().close(fd),
  };
}

function mountSys(): void {
  const none = cString("none");
  const root = cString("/");
  checked(
    "make mounts private",
    libc().mount(none, root, none, MS_PRIVATE_RECURSIVE, null),
  );
  const type = cString("sysfs");
  const sys = cString("/sys");
  libc().umount2(sys, MNT_DETACH);
  checked(
    "mount /sys",
    libc().mount(type, sys, type, MS_NOSUID_NODEV_NOEXEC, null),
  );
}
