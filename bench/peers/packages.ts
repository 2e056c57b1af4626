/** What the peers of the speed benchmarks are made of, and in which versions; `bench/deno.lock` says of which
 * bytes. As with those of `bench/reading/peers/`, no `import` that can be read without running it names
 * them: that would fetch them with `deno test` and `deno check`, too. */
export const packages = { "@jax-js/jax": "0.1.25" } as const;
