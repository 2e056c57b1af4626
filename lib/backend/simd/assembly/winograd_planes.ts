/** Winograd's convolution F(2 × 2, 3 × 3) (Lavin and Gray, 2015, https://arxiv.org/abs/1509.09308).
 *
 * A tile of 4 × 4 input pixels gives 2 × 2 output pixels. Transformed, the 36 multiplications of each
 * pair of channels are 16: of each of the tile's 16 places with the same place of the filter. So the
 * convolution of many tiles is 16 products of matrices, one a place:
 *
 *     x → V [16][tiles][C]  ×  U [16][C][O] ← filter     Y = Aᵀ·M·A, M = U ⊙ V,
 *                           =  M [16][tiles][O] → y      V = Bᵀ·x·B, U = G·filter·Gᵀ
 *
 * The gradients are the adjoints of these steps, in reverse: they save as much, and lose as little
 * precision.
 *
 * A plane is one place's matrix. The planes lie an odd number of cache lines apart: a power of two
 * would put the 16 values of a tile in the same few places of the cache. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function planeBytes(tiles: i32, channels: i32): usize {
  return (((<usize>(tiles * channels) << 2) + 127) & ~127) + 64;
}

/** Tiles along an output side, also one that sticks out. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function tilesAlong(output: i32): i32 {
  return (output + 1) >> 1;
}
