/** How strong each corruption is at severity 1 to 5. The numbers are those with which MNIST-C was made
 * (Mu and Gilmer, 2019, https://arxiv.org/abs/1906.02337, whose authors chose the strength by hand so that
 * people still read the digits); higher severities change more. Not tuned here.
 *
 * @module
 */

/** One value for each severity, from 1 to 5. */
export type Five<Value> = readonly [Value, Value, Value, Value, Value];

/** Shots that a full stroke gives on average: fewer are noisier. */
export const shots: Five<number> = [60, 25, 12, 5, 3];

/** The share of pixels that become paper or full stroke. */
export const impulses: Five<number> = [0.03, 0.06, 0.09, 0.17, 0.27];

/** `deviation` of the blur in pixels, how far pixels change places, how often. */
export const glass: Five<{ deviation: number; reach: number; rounds: number }> = [
  { deviation: 0.7, reach: 1, rounds: 2 },
  { deviation: 0.9, reach: 2, rounds: 1 },
  { deviation: 1, reach: 2, rounds: 3 },
  { deviation: 1.1, reach: 3, rounds: 2 },
  { deviation: 1.5, reach: 4, rounds: 2 },
];

/** The path of the camera in pixels, and the deviation of the weights along it. */
export const motions: Five<{ length: number; deviation: number }> = [
  { length: 10, deviation: 3 },
  { length: 15, deviation: 5 },
  { length: 15, deviation: 8 },
  { length: 15, deviation: 12 },
  { length: 20, deviation: 15 },
];

/** Radians, of a slant or a turn to either side. */
export const angles: Five<number> = [0.2, 0.4, 0.6, 0.8, 1];

/** The new size, as a share of the old one. */
export const sizes: Five<number> = [0.9, 0.8, 0.7, 0.6, 0.5];

/** What is added to every level, as a share of a full stroke. */
export const lights: Five<number> = [0.1, 0.2, 0.3, 0.4, 0.5];

/** Pixels, along either axis. */
export const shifts: Five<number> = [1, 2, 3, 4, 5];

/** How dense fog is, and by what its steps fade from one octave to the next, twice over: nearer 1, it has more
 * detail. */
export const fogs: Five<{ density: number; decay: number }> = [
  { density: 1.5, decay: 2 },
  { density: 2, decay: 2 },
  { density: 2.5, decay: 1.7 },
  { density: 2.5, decay: 1.5 },
  { density: 3, decay: 1.4 },
];

/** Mud: mean and deviation of the noise that it comes from, the deviation of its blur in pixels, from which
 * level on it is mud, and the deviation in pixels by which its edge is blurred. */
export const muds: Five<{
  mean: number;
  deviation: number;
  blur: number;
  threshold: number;
  edge: number;
}> = [
  { mean: 0.65, deviation: 0.3, blur: 4, threshold: 0.69, edge: 0.6 },
  { mean: 0.65, deviation: 0.3, blur: 3, threshold: 0.68, edge: 0.6 },
  { mean: 0.65, deviation: 0.3, blur: 2, threshold: 0.68, edge: 0.5 },
  { mean: 0.65, deviation: 0.3, blur: 1, threshold: 0.65, edge: 1.5 },
  { mean: 0.67, deviation: 0.4, blur: 1, threshold: 0.65, edge: 1.5 },
];
