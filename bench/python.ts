/** The Python that Debian's python3-torch installs PyTorch for. */
export const python = "/usr/bin/python3";

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
