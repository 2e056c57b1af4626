import type { SettingName } from "./space.ts";

/** What each setting is called in texts. */
export const settingWords: Readonly<Record<SettingName, string>> = {
  learningRate: "learning rate",
  batchSize: "batch size",
  epochs: "epochs",
  momentum: "momentum",
  weightDecay: "weight decay",
  labelSmoothing: "label smoothing",
  augmentation: "augmentation",
  network: "network",
  width: "width",
  optimiser: "optimiser",
};
