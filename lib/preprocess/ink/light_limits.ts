/** Limits of finding the light of the bare paper. */

export const bimodalLimits = {
  minExplained: 0.75,
  maxBeyond: 0.5,
  maxSpread: 0.04,
  tightShare: 0.22,
  widestTight: 1.5,
  maxBeyondTight: 0.7,
  maxSpreadTight: 0.1,
  fewPixels: 0.005,
  thumbnailSide: 20,
  stampSide: 64,
} as const;

export const smoothLimits = {
  longSide: 160,
  shortSide: 32,
  reach: 0.5,
  rounds: 8,
  maxResidual: 1.6,
  leastResidual: 0.5,
  ridge: 0.1,
} as const;

export const backgroundLimits = {
  gridSide: 400,
  thickestStroke: 0.4,
  blurPart: 3,
  preferFilled: 0.9,
} as const;

export const polarityLimits = {
  decided: 0.65,
  neighbourhood: 0.2,
  borderWeight: 4,
  shareWeight: 4,
  pieceWeight: 0.5,
  maxPieces: 2,
  leastPiece: 1,
} as const;
