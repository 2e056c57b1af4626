import { type Profile, profileNamed } from "@lib/base/profile.ts";

/** Threads of PyTorch: with one, either network took a quarter longer for as many steps. */
export const peerThreads = 2;

/** What `peers/torch_train.py` is told, so that it trains the same network by the same recipe, in as many steps of as
 * many images. It holds no images back, so it has more to choose from. */
export function peerLine(recipe: Profile, seed: number): string[] {
  const { network, width, batchSize, learningRate, averageDecay, epochs, augmentation } = recipe;
  const steps = epochs * Math.ceil((recipe.images - recipe.validationSize) / batchSize);
  const options = {
    ...{ network, steps, seed, batch: batchSize, rate: learningRate, threads: peerThreads },
    smoothing: recipe.labelSmoothing,
    ...(width !== undefined && { width }),
    ...(averageDecay !== undefined && { average: averageDecay }),
    ...warpOf(augmentation),
  };
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
}

/** How far each image is varied, in parts of the profile `best`; nothing where whole groups move alone. */
function warpOf(augmentation: Profile["augmentation"]): { readonly warp?: number } {
  const most = profileNamed("best").augmentation;
  if (typeof augmentation === "string" || typeof most === "string") return {};
  const warp = augmentation.rotation / most.rotation;
  return warp > 0 ? { warp } : {};
}
