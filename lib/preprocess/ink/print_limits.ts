export const printLimits = {
  leastLink: 48,
  mostStrokes: 150,
  ruleLength: 1.8,
  leastRuleLength: 20,
  horizontalFactor: 1.4,
  leastSide: 0.8,
  ruleThickness: 0.1,
  leastThickness: 4,
  coarseLength: 30,
  coarseWidth: 0.3,
  coarseHeight: 0.4,
  coarseThickness: 0.03,
} as const;

export const ruleLimits = {
  least: 40,
  gap: 3,
  darker: 60,
  sideThickness: 1.3,
  sideThicknessMargin: 0.7,
  sideAside: 2,
  sideEndPart: 2,
  sideEndMargin: 3,
  strokeThickness: 1.6,
  strokeThicknessMargin: 1,
} as const;

export const traceLimits = {
  steepest: 0.2,
  crossing: 12,
  reach: 1.5,
  offMargin: 1,
  offPart: 0.25,
  slopeRate: 0.04,
  middleRate: 0.35,
  leastOwn: 0.5,
  mostGaps: 0.1,
  leastCovered: 0.8,
  bendMargin: 0.7,
  bendThickness: 0.15,
  bendSpan: 0.005,
  farShare: 0.06,
} as const;

export const frameLimits = {
  leastSide: 16,
  mostFilled: 0.5,
  edgeBand: 0.12,
  leastEdgeBand: 2,
  drawnPart: 0.85,
  drawnSides: 3,
  erasedPart: 0.75,
  leastThickness: 4,
  mostLeft: 0.6,
  leastContent: 0.08,
} as const;
