export const contrastLimits = {
  leastRange: 64,
} as const;

export const inkLimits = {
  leastContrast: 14,
  leastSignal: 5,
  noiseFloor: 3.5,
  faintest: 0.25,
  leastCorrelation: 0.1,
  correlationPixels: 1_000_000,
  outermost: 0.01,
  paperRange: 0.5,
  speck: 1 / 150,
  speckPeak: 128,
} as const;

export const nearStrokeLimits = {
  core: 128,
  reach: 0.5,
} as const;

export const normaliseLimits = {
  thinnest: 1.8,
  thickest: 3.6,
  leastForThinning: 32,
  mostThinning: 2,
  detail: 4,
  outline: 128,
  photographedSide: 40,
  photographedEdge: 112,
  mostEdge: 0.9,
} as const;

export const slantLimits = {
  first: -0.6,
  step: 0.05,
  count: 33,
  verticalBonus: 0.06,
} as const;
