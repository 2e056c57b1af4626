import { projectPath } from "@lib/base/paths.ts";

/** The Python that Debian's python3-torch installs PyTorch for. */
export const python = "/usr/bin/python3";

/** The Pythons that may have a PyTorch: Debian's, and that of a virtual environment for PyTorch 2. */
export const pythons = [python, projectPath("bench", "peers", "torch", "bin", "python3")] as const;

/** Whether PyTorch is there. Loads it, so that its files are in memory when it is next measured. */
export async function hasTorch(): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(python, { args: ["-c", "import torch"] }).output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
