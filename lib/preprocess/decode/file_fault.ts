/** Says why a file or a folder could not be read: "found no such file". */
export function fileFault(error: unknown): string {
  if (error instanceof Deno.errors.NotFound) return "found no such file";
  if (error instanceof Deno.errors.NotADirectory) return "found no such file";
  if (error instanceof Deno.errors.PermissionDenied) return "permission denied";
  if (error instanceof Deno.errors.NotCapable) return "no permission, wanted --allow-read";
  return error instanceof Error ? error.message : String(error);
}
